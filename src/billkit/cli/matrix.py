"""``billkit matrix``: many acts in one table of provisions by acts."""

from __future__ import annotations

from typing import Annotated

import typer

from billkit.cli.formats import ContrastFormat, tabled
from billkit.cli.inputs import Inputs
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
from billkit.contrasting import pairing
from billkit.reading.loading import jurisdictions

__all__ = ["app"]

app = command_app()


@app.command()
def matrix(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHAT ...]",
            help="Statutes, acts, states, bills, or files; all states where none is given.",
        ),
    ] = None,
    *,
    kinds: Kinds = None,
    overview: Annotated[
        bool, typer.Option("--overview", help="Show the table alone, not each cell's words.")
    ] = False,
    jurisdiction: Jurisdiction = None,
    include_reconstructed: Reconstructed = False,
    on: OnDate = None,
    library: Shelf = None,
    format_: ContrastFormat = "text",
    output: Output = None,
    force: Force = False,
) -> None:
    """Show which act says what, in one table with its sources."""
    screen = screen_of(context)
    inputs = Inputs(library=library, on=on, include_reconstructed=include_reconstructed)
    names = what or list(jurisdictions())
    with screen.working("reading"):
        profiles = inputs.profiles(*names, jurisdiction=jurisdiction)
        found = pairing.matrix(*(one.profile for one in profiles), kinds=kinds)
    width = screen.width if output is None else None
    text = tabled(found, format_, width=width, cells=not overview)
    screen.deliver(text, output=output, force=force, inputs=names)
