"""``billkit profile``: what one act says, provision by provision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import typer

from billkit.cli.formats import NARROW, ContrastFormat, contrasted
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
from billkit.reading.profiles import Profile
from billkit.writers.profile_text import write_profile_text

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
    profiled = inputs.profiles(what, jurisdiction=jurisdiction)
    width = screen.width if output is None else None
    if format_ == "text":
        text = write_profile_text(_only(profiled[0].profile, kinds), width=width or NARROW)
    else:
        text = contrasted(contrast_of(profiled, kinds=kinds), format_, width=width)
    screen.deliver(text, output=output, force=force, inputs=[what])


def _only(profile: Profile, kinds: Sequence[str] | None) -> Profile:
    """Leaves the kinds asked for."""
    if not kinds:
        return profile
    return replace(profile, cells=tuple(cell for cell in profile.cells if cell.kind in kinds))
