"""``billkit statutes list``: what is held."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from billkit.cli.options import Shelf, command_app, screen_of
from billkit.errors import Finding, StatuteError
from billkit.library import ActEntry, Holding, Library, list_acts, list_statutes

__all__ = ["app"]

app = command_app()


@app.command()
def list_all(
    context: typer.Context,
    state: Annotated[
        str | None, typer.Argument(metavar="[us-xx]", help="One state's alone.")
    ] = None,
    library: Shelf = None,
) -> None:
    """List what is held, and how far each text can be trusted."""
    shelves = Library.open(library)
    held = list_statutes(state, library=shelves)
    acts = list_acts(state, library=shelves)
    if not held and not acts:
        raise StatuteError(
            Finding(
                code="unknown-state",
                message=f'the library has nothing of "{state}".',
                hint=shelves.suggestion(state or ""),
            )
        )
    screen = screen_of(context)
    states = sorted({one.jurisdiction for one in held} | {act.id.partition("/")[0] for act in acts})
    for place, name in enumerate(states):
        own = [one for one in held if one.jurisdiction == name]
        lines = list(_of_state(name, own, [act for act in acts if act.id.startswith(f"{name}/")]))
        screen.show(*([Text()] if place else []), *lines)


def _of_state(state: str, held: list[Holding], acts: list[ActEntry]) -> Iterator[Text | Padding]:
    """Lists one state's laws, then its acts."""
    yield Text(state, style="bold")
    for _, versions in groupby(held, key=lambda one: one.id.partition("@")[0]):
        for one in versions:
            head = Text.assemble((one.id, "cyan"), f"  {one.citation}, {one.stands}")
            words = f"{one.counts.total:,} words: {one.counts}"
            yield Padding(head, (0, 0, 0, 2))
            yield Padding(Text(words, style="dim"), (0, 0, 0, 6))
    for act in acts:
        what = f"{act.name}, {len(act.sections)} sections" if act.sections else act.name
        known = "" if act.sections else " (no text held, facts alone)"
        yield Padding(Text.assemble((act.id, "cyan"), f"  {what}{known}"), (0, 0, 0, 2))
