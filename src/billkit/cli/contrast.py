"""``billkit contrast``: texts of different descent side by side, provision by provision."""

from __future__ import annotations

from typing import Annotated

import typer

from billkit.cli.formats import ContrastFormat, contrasted
from billkit.cli.inputs import Inputs, contrast_of
from billkit.cli.options import (
    Force,
    Jurisdiction,
    Kinds,
    OnDate,
    Output,
    Reconstructed,
    Shelf,
    command_app,
    screen_of,
)

__all__ = ["app"]

app = command_app()


@app.command()
def contrast(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    draft: Annotated[
        str, typer.Argument(metavar="DRAFT", help="A bill file, a preset, or any text.")
    ],
    laws: Annotated[
        list[str], typer.Argument(metavar="LAW ...", help="Statutes, acts, states, or files.")
    ],
    *,
    kinds: Kinds = None,
    jurisdiction: Jurisdiction = None,
    include_reconstructed: Reconstructed = False,
    on: OnDate = None,
    library: Shelf = None,
    format_: ContrastFormat = "text",
    output: Output = None,
    force: Force = False,
) -> None:
    """Set a draft and laws side by side, provision by provision."""
    screen = screen_of(context)
    inputs = Inputs(library=library, on=on, include_reconstructed=include_reconstructed)
    names = [draft, *laws]
    with screen.working("reading"):
        profiles = inputs.profiles(*names, jurisdiction=jurisdiction)
        found = contrast_of(profiles, kinds=kinds)
    width = screen.width if output is None else None
    text = contrasted(found, format_, width=width)
    screen.deliver(text, output=output, force=force, inputs=names)
