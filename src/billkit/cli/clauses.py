"""``billkit clauses``: the catalogue of what a bill can say."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from billkit.clauses.base import Value, Written, nearest
from billkit.clauses.catalogue import CLAUSES, KINDS
from billkit.clauses.clause import Clause
from billkit.clauses.items import Item
from billkit.cli.options import command_app, screen_of
from billkit.cli.screen import Screen
from billkit.errors import DraftError, Finding
from billkit.language.library import ModelLanguage
from billkit.language.templates import Template

__all__ = ["app"]

app = command_app("List and show what a bill can say, and in which words.")

_INDENT = (0, 0, 0, 2)


@app.command("list")
def list_clauses(context: typer.Context) -> None:
    """List the kinds of clauses, what each says, and the texts there are for it."""
    language = ModelLanguage()
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    table.add_column("kind", no_wrap=True)
    table.add_column("what it says", ratio=1)
    table.add_column("texts")
    for kind in KINDS:
        table.add_row(kind, _says(CLAUSES[kind]), ", ".join(language.variants(kind)))
    screen_of(context).show(table)


@app.command("show")
def show_clause(
    context: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND[/VARIANT]", help="A kind, such as term or term/model.")
    ],
) -> None:
    """Show a clause: its fields, its text, where it is taken from, and why it reads so."""
    name, _, variant = kind.partition("/")
    if name not in CLAUSES:
        raise DraftError(
            Finding(
                code="unknown-kind",
                message=f'there is no clause of kind "{name}".',
                hint=nearest(name, KINDS),
            )
        )
    language = ModelLanguage()
    variants = (variant,) if variant else language.variants(name)
    templates = [language.template(name, one) for one in variants]
    screen = screen_of(context)
    screen.show(Text(name, style="bold"), Text(_says(CLAUSES[name])))
    _show_fields(screen, CLAUSES[name])
    for template in templates:
        _show_text(screen, template)


def _says(cls: type[Clause]) -> str:
    """Gives the first line of what a clause says of itself."""
    return (cls.__doc__ or "").strip().splitlines()[0]


def _show_fields(screen: Screen, cls: type[Clause]) -> None:
    """Lists what a bill file can set of a clause, its own fields before those of every clause."""
    screen.show(Text("\nFields", style="bold"))
    fields = cls.model_fields
    own = [name for name in fields if name not in Clause.model_fields]
    for name in [*own, *(name for name in Clause.model_fields if name != "kind")]:
        field = fields[name]
        default = "" if field.is_required() or name == "id" else f" = {_plain(field.default)}"
        head = Text.assemble((name.replace("_", "-"), "cyan"), (default, "dim"))
        screen.show(Padding(head, _INDENT))
        screen.show(Padding(Text((field.description or "").replace("``", "")), (0, 0, 0, 6)))


def _plain(value: object) -> str:
    """Writes a default as a bill file would."""
    text = str(value)
    match value:
        case None | bool():
            text = text.lower()
        case tuple():
            text = f"[{', '.join(_plain(item) for item in value)}]"
        case str():
            text = f'"{value}"'
        case Item():
            text = _plain(value.key or value.text)
        case Value() if not isinstance(value, Written):
            fields = value.model_dump(by_alias=True, exclude_none=True)
            own = {name: getattr(value, name.replace("-", "_")) for name in fields}
            text = f"{{ {', '.join(f'{name} = {_plain(one)}' for name, one in own.items())} }}"
    return text


def _show_text(screen: Screen, template: Template) -> None:
    """Shows one text of a clause."""
    screen.show(Text(f"\nText {template.kind}/{template.variant}: {template.title}", style="bold"))
    screen.show(Padding(Text(template.body.strip("\n")), _INDENT))
    screen.show(Text("\nTaken from or modelled on", style="bold"))
    for source in template.sources:
        screen.show(Padding(Text(source), _INDENT))
    screen.show(Text("\nWhy", style="bold"), Padding(Text(template.rationale), _INDENT))
