"""``billkit statutes history``: the life of a law."""

from __future__ import annotations

import typer
from rich.padding import Padding
from rich.text import Text

from billkit.cli.options import LawId, Shelf, command_app, screen_of
from billkit.library import history

__all__ = ["app"]

app = command_app()


@app.command()
def show_history(
    context: typer.Context,
    what: LawId,
    *,
    library: Shelf = None,
) -> None:
    """Tell the life of a law, and which versions are held."""
    screen = screen_of(context)
    found = history(what, library=library)
    screen.show(Text(f"{found.citation} ({found.id})", style="bold"))
    for event in found.events:
        what_happened = f"  {event.date or 'no date'}  {event.kind}"
        screen.show(Text(f"{what_happened}: {event.act}" if event.act else what_happened))
    screen.show(Text("\nVersions held:"))
    for version in found.versions:
        screen.show(
            Padding(Text.assemble((version.id, "cyan"), f"  {found.when(version)}"), (0, 0, 0, 2)),
            Padding(Text(f"{version.counts.total:,} words: {version.counts}"), (0, 0, 0, 6)),
        )
    told = [found.note] if found.note else []
    if found.moved_to:
        told.append(f"Its words stand today in {found.moved_to}.")
    for line in told:
        screen.show(Text(f"\n{line}"))
    if len(found.versions) > 1:
        first, last = found.versions[-2].id, found.versions[-1].id
        screen.say(f"\nTheir redline:\n  billkit compare {first} {last}")
