"""``billkit merge``: the changes of two drafts of one act in one text."""

from __future__ import annotations

from typing import Annotated

import typer

from billkit import _api
from billkit.cli.formats import DocumentFormat, formatted
from billkit.cli.inputs import Inputs
from billkit.cli.options import (
    Corpus,
    Force,
    Jurisdiction,
    OnDate,
    Output,
    Reconstructed,
    Shelf,
    command_app,
    screen_of,
)
from billkit.errors import Finding

__all__ = ["app"]

app = command_app()


@app.command()
def merge(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    base: Annotated[
        str,
        typer.Argument(
            metavar="BASE",
            help="The text both drafts started from: a file, a statute, or - .",
            show_default=False,
        ),
    ],
    first: Annotated[
        str, typer.Argument(metavar="FIRST", help="The one draft.", show_default=False)
    ],
    second: Annotated[
        str, typer.Argument(metavar="SECOND", help="The other draft.", show_default=False)
    ],
    *,
    format_: DocumentFormat = "text",
    jurisdiction: Jurisdiction = None,
    include_reconstructed: Reconstructed = False,
    corpus: Corpus = "code",
    on: OnDate = None,
    library: Shelf = None,
    output: Output = None,
    force: Force = False,
) -> int:
    """Make the changes of two drafts of one act in one text.

    Where both change the same words, those of BASE stand, each conflict is shown with both
    wordings, and the exit status is 1. What both insert in one place is shown, too.
    """
    screen = screen_of(context)
    inputs = Inputs(
        library=library, on=on, include_reconstructed=include_reconstructed, corpus=corpus
    )
    origin, one, other = inputs.versions(base, first, second, jurisdiction=jurisdiction)
    with screen.working("merging"):
        merged = _api.merge(origin, one=one, other=other)
        text = formatted(merged.document, format_, screen=screen, to_screen=output is None)
    screen.deliver(text, output=output, force=force, inputs=[base, first, second])
    screen.complain(*sorted(merged.findings, key=_place))
    return 1 if merged.conflicts else 0


def _place(finding: Finding) -> tuple[str, int]:
    """Orders findings as they stand in their files."""
    return finding.where.file or "", finding.where.line or 0
