"""``billkit statutes refs``: what a law points at."""

from __future__ import annotations

import typer
from rich.padding import Padding
from rich.text import Text

from billkit.cli.options import LawId, OnDate, Reconstructed, Shelf, command_app, screen_of
from billkit.library import Library, load_statute
from billkit.library.referring import Leads, find_references

__all__ = ["app"]

app = command_app()


_LEADS: dict[Leads, str] = {
    "here": "within this text",
    "held": "to law that is held",
    "not held": "to law that is not held",
    "elsewhere": "to a whole chapter, title or other work",
    "nothing": "to nothing",
}


@app.command()
def show_references(
    context: typer.Context,
    what: LawId,
    *,
    include_reconstructed: Reconstructed = False,
    on: OnDate = None,
    library: Shelf = None,
) -> None:
    """List what a law refers to, and where that leads."""
    shelves = Library.open(library)
    found = find_references(
        load_statute(what, on=on, include_reconstructed=include_reconstructed, library=shelves),
        library=shelves,
    )
    screen = screen_of(context)
    for one in found.referrals:
        screen.show(Text.assemble((one.place, "cyan"), f'  "{one.printed}"'))
        leads = f"-> {one.path}" if one.path else f"-> {_LEADS[one.leads]}"
        screen.show(Padding(Text(leads), (0, 0, 0, 4)))
    counts = [f"{count} {told}" for key, told in _LEADS.items() if (count := found.count(key))]
    screen.say(f"\n{len(found.referrals)} references: {', '.join(counts) or 'none'}.")
    for finding in found.findings:
        screen.say(f"\n{finding}")
