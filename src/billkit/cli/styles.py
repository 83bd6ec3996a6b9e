"""``billkit styles``: the states' forms, each fact with how it is known."""

from __future__ import annotations

from typing import Annotated, get_args

import typer
from rich.padding import Padding
from rich.text import Text

from billkit.cli.options import command_app, screen_of
from billkit.cli.screen import plain_table
from billkit.language.evidence import Mark, StyleModel
from billkit.language.library import ModelLanguage

__all__ = ["app"]

app = command_app("List and show the states' drafting forms.")

_MARKS: tuple[Mark, ...] = get_args(Mark)


@app.command("list")
def list_styles(context: typer.Context) -> None:
    """List the states, and how many facts about each are known how."""
    language = ModelLanguage()
    table = plain_table("state", "name", *_MARKS)
    for id_ in language.styles():
        style = language.style(id_)
        counts = [str(style.evidence.get(mark, "")) for mark in _MARKS]
        table.add_row(id_, style.name, *counts)
    screen_of(context).show(table)


@app.command("show")
def show_style(
    context: typer.Context,
    state: Annotated[str, typer.Argument(metavar="us-xx", help="The state, such as us-nd.")],
) -> None:
    """Show how bills of one state are drafted: every fact, how it is known, and its source."""
    style = ModelLanguage().style(state)
    screen = screen_of(context)
    screen.show(Text(f"{style.name} ({style.jurisdiction})", style="bold"))
    for key, fact in style.facts():
        head = Text.assemble("\n", (key, "bold"), "  ", (fact.mark, "italic"))
        below = Text.assemble(_said(fact.value), "\n", (fact.source, "dim"))
        screen.show(head, Padding(below, (0, 0, 0, 2)))


def _said(value: object) -> str:
    """Writes the value of a fact in one line."""
    match value:
        case bool():
            return "yes" if value else "no"
        case str():
            return value
        case tuple():
            return ", ".join(_said(item) for item in value)
        case StyleModel():
            fields = type(value).model_fields
            held = {name: getattr(value, name) for name in fields}
            return "; ".join(f"{k.replace('_', ' ')}: {_said(v)}" for k, v in held.items() if v)
    return str(value)
