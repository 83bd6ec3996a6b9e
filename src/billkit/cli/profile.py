"""``billkit profile``: what one act says, provision by provision."""

from __future__ import annotations

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
    What,
    command_app,
    screen_of,
)

__all__ = ["app"]

app = command_app()


@app.command()
def profile(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    what: What,
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
    """Show what an act says, provision by provision, with the words."""
    screen = screen_of(context)
    inputs = Inputs(library=library, on=on, include_reconstructed=include_reconstructed)
    found = contrast_of(inputs.profiles(what, jurisdiction=jurisdiction), kinds=kinds)
    width = screen.width if output is None else None
    text = contrasted(found, format_, width=width)
    screen.deliver(text, output=output, force=force, inputs=[what])
