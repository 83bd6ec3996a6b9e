"""``billkit statutes``: the library of enacted law."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from billkit.cli.formats import DocumentFormat, formatted
from billkit.cli.options import Force, OnDate, Output, Reconstructed, Shelf, command_app, screen_of
from billkit.errors import Finding, StatuteError
from billkit.library import (
    ActEntry,
    Holding,
    Library,
    history,
    list_acts,
    list_statutes,
    load_statute,
)
from billkit.targets import resolve, targets
from billkit.text.references import Mention
from billkit.tree import Document
from billkit.writers.document_terminal import write_document_terminal

__all__ = ["app"]

app = command_app("List and show the enacted law, and how each text is known.")

_ABOVE = {"article", "chapter", "title", "part", "act", "code"}
_Id = Annotated[str, typer.Argument(metavar="ID", help="A statute, such as us-ky/krs-156.108.")]


@app.command("list")
def list_all(
    context: typer.Context,
    state: Annotated[
        str | None, typer.Argument(metavar="[us-xx]", help="One state's alone.")
    ] = None,
    library: Shelf = None,
) -> None:
    """List what is held: every law in every version, how it stands, and how its text is known."""
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


@app.command("show")
def show_statute(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    what: Annotated[
        str, typer.Argument(metavar="ID", help="A statute, an act, or a state such as us-ky.")
    ],
    *,
    include_reconstructed: Reconstructed = False,
    on: OnDate = None,
    library: Shelf = None,
    format_: DocumentFormat = "text",
    output: Output = None,
    force: Force = False,
) -> None:
    """Show the text of a law, what is not held of it, and how it is known."""
    screen = screen_of(context)
    document = load_statute(
        what, on=on, include_reconstructed=include_reconstructed, library=library
    )
    if format_ == "text" and output is None:
        text = write_document_terminal(document, width=screen.width, colour=screen.color)
        text += _sources(document, screen.width)
    else:
        text = formatted(document, format_, screen=screen, to_screen=output is None)
    screen.deliver(text, output=output, force=force)


def _sources(document: Document, width: int) -> str:
    """Lists where the words come from."""
    if not document.provenance:
        return ""
    lines = ["", "Sources:"]
    for source in document.provenance:
        taken = f" ({source.retrieved})" if source.retrieved else ""
        told = f"{source.of}: {source.source}{taken}"
        lines += wrap(
            told, width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
        )
    return "\n".join(lines) + "\n"


@app.command("history")
def show_history(
    context: typer.Context,
    what: _Id,
    *,
    library: Shelf = None,
) -> None:
    """Tell the life of a law: its acts, and the versions that are held."""
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


@app.command("refs")
def show_references(
    context: typer.Context,
    what: _Id,
    *,
    include_reconstructed: Reconstructed = False,
    on: OnDate = None,
    library: Shelf = None,
) -> None:
    """List the references a law prints: to itself, to other held law, or elsewhere."""
    shelves = Library.open(library)
    document = load_statute(
        what, on=on, include_reconstructed=include_reconstructed, library=shelves
    )
    screen = screen_of(context)
    held = _Held(document, shelves)
    for key, found in targets(document).items():
        id_, is_tail, _ = key.partition("~tail")
        node = document.by_id[id_]
        words = node.tail_words if is_tail else node.words
        for mention, target in found:
            if not mention.container:
                said = " ".join(words[slice(*mention.whole)].split())
                screen.show(Text.assemble((document.path(id_), "cyan"), f'  "{said}"'))
                screen.show(Padding(Text(f"-> {held.points(mention, target)}"), (0, 0, 0, 4)))


class _Held:
    """Says what references point at: this law, another that is held, or neither."""

    def __init__(self, document: Document, shelves: Library) -> None:
        """Takes the law that prints the references, and the library."""
        self.document = document
        self.shelves = shelves
        self.known = {
            one.citation.rpartition(" ")[2]: one.id
            for one in list_statutes(document.jurisdiction, library=shelves)
        }

    def points(self, mention: Mention, target: str | None) -> str:
        """Says where one reference leads."""
        if target is not None:
            return self.document.path(target)
        if id_ := self.known.get(mention.target.section):
            return self._elsewhere(id_, mention)
        if mention.target.scope in _ABOVE:
            return f"the {mention.target.scope} this stands in"
        if mention.is_internal and not mention.target.section:
            return _nothing(self.document)
        return "law that is not held"

    def _elsewhere(self, id_: str, mention: Mention) -> str:
        """Says what a reference points at in another law that is held."""
        document = load_statute(id_, library=self.shelves)
        found = resolve(document, document.ids[0], mention)
        return f"{document.path(found)} ({id_})" if found else f"{_nothing(document)} ({id_})"


def _nothing(document: Document) -> str:
    """Says that a reference leads nowhere; where text is missing it may lead there."""
    gap = any(node.is_gap for node in document.provisions)
    return f"nothing that is held of {document}" if gap else f"nothing in {document}"
