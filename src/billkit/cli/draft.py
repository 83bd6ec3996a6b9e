"""``billkit draft``: a bill in a state's form."""

from __future__ import annotations

from typing import Annotated

import typer

from billkit import _api
from billkit.clauses.checks import check_clauses
from billkit.cli.formats import DocumentFormat, formatted
from billkit.cli.inputs import Inputs
from billkit.cli.options import Force, Jurisdiction, Output, command_app, screen_of
from billkit.drafting.noticing import notices
from billkit.language.library import ModelLanguage
from billkit.language.styles import GENERIC
from billkit.tree import Document
from billkit.writers.bill_text import write_bill_text

__all__ = ["app", "bill_page"]

app = command_app()

LEAST_WIDTH = 30


@app.command()
def draft(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    bill: Annotated[
        str, typer.Argument(metavar="BILL", help="A bill file (.toml), a preset, or - .")
    ],
    *,
    jurisdiction: Jurisdiction = None,
    format_: DocumentFormat = "text",
    width: Annotated[
        int | None,
        typer.Option(
            "--width",
            metavar="COLUMNS",
            min=LEAST_WIDTH,
            help="Lay text out as a page of that width. Without it, a screen gets a page and a "
            "file gets each provision on one line, as billkit reads it back.",
        ),
    ] = None,
    output: Output = None,
    force: Force = False,
) -> None:
    """Draft a bill from its clauses, in a state's own form."""
    screen = screen_of(context)
    loaded = Inputs().bill(bill)
    screen.complain(*check_clauses(loaded))
    document = _api.draft(loaded, jurisdiction=jurisdiction)
    language = ModelLanguage()
    style = language.style(document.jurisdiction or GENERIC)
    screen.complain(*notices(loaded, style, language=language))
    if width is None and output is None and screen.out.is_terminal:
        width = screen.width
    if format_ == "text" and width is not None:
        text = bill_page(document, width=width)
    else:
        text = formatted(document, format_, screen=screen, to_screen=False)
    screen.deliver(text, output=output, force=force, inputs=[bill])


def bill_page(document: Document, *, width: int) -> str:
    """Lays a draft out as its state's bills are, as wide as the screen."""
    style = ModelLanguage().style(document.jurisdiction) if document.jurisdiction else None
    return write_bill_text(document, style=style, width=max(width, LEAST_WIDTH))
