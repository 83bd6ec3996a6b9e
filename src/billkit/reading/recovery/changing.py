"""What could be otherwise in a clause whose words are not yet those of the draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel

from billkit.clauses.clause import Clause
from billkit.clauses.dates import EffectiveDate, EffectiveEvent
from billkit.clauses.framing import Definition
from billkit.clauses.items import Item
from billkit.clauses.names import Names
from billkit.reading.recovery.citing import references_in
from billkit.reading.recovery.fields import choices, element, may_be_none, nested, own_fields
from billkit.reading.recovery.guessing import Data, candidates, table_of, voters
from billkit.reading.recovery.naming import roles_in
from billkit.reading.recovery.points import small
from billkit.reading.recovery.speaking import Cue, Region
from billkit.reading.recovery.streams import Line, Tag

__all__ = ["Place", "changes"]

_NEAR = 80


@dataclass(frozen=True, slots=True)
class Place:
    """The first letter of a draft at which the words of a clause differ from it.

    ``fields`` are those that make a difference to the words of the clause.
    """

    region: Region
    at: int
    cues: Sequence[Cue]
    names: Names
    fields: frozenset[str]

    @property
    def near(self) -> tuple[Tag, ...]:
        """What the clause's fields filled in there and shortly after."""
        return tuple(
            tag for tag in self.region.tags if tag.end > self.at and tag.start < self.at + _NEAR
        )

    @property
    def lines(self) -> tuple[Line, ...]:
        """The provisions that end or begin there."""
        return tuple(line for line in self.region.lines if line.start <= self.at <= line.end)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A field of a clause or of a value in it, what it holds, and the words it may come from.

    ``near`` slots are looked at first, and only for what stands at the place.
    """

    cls: type[BaseModel]
    field: str
    held: Any
    tags: Sequence[Tag]
    place: Place
    near: bool

    @property
    def element(self) -> Any:
        """What it is a list of; None where it is no list."""
        return element(self.cls.model_fields[self.field])

    def below(self, table: type[BaseModel], field: str, held: Any) -> _Slot:
        """Gives the slot of a field of a value that this one holds."""
        return _Slot(table, field, held, self.tags, self.place, self.near)


def changes(cls: type[Clause], data: Data, place: Place) -> Iterator[Data]:
    """Yields the fields of a clause with one thing changed, likely changes first.

    Args:
        cls: The class of the clause.
        data: Its fields.
        place: Where its words begin to differ from those of the draft.
    """
    read = place.fields
    fields = [field for field in own_fields(cls) if field in read]
    shown = [tag.field.replace("-", "_") for tag in place.near]
    order = dict.fromkeys([*(field for field in shown if field in fields), *fields])
    for near in (True, False):
        for field in order:
            for value in _plain(cls, field, data):
                if not near or field in shown:
                    yield {**data, field: value}
        for field in order:
            tags = place.region.tags_of(field)
            tags = tuple(tag for tag in tags if tag in place.near) if near else tags
            held = _held(cls, field, data)
            for value in _others(_Slot(cls, field, held, tags, place, near)):
                yield {**data, field: value}


def _held(cls: type[BaseModel], field: str, data: Data) -> Any:
    """Gives what a field holds, or would where nothing is said."""
    return data[field] if field in data else _default(cls, field)


def _plain(cls: type[BaseModel], field: str, data: Data) -> Iterator[Any]:
    """Yields the few known values of a field, and that it is empty."""
    info, held = cls.model_fields[field], _held(cls, field, data)
    if element(info) is not None:
        yield from ([[]] if held else [])
        return
    yield from (value for value in choices(info.annotation) if value != held)
    if may_be_none(info) and held is not None:
        yield None


def _default(cls: type[BaseModel], field: str) -> Any:
    """Gives what a field holds where nothing is said, lists and nested values laid open."""
    info = cls.model_fields[field]
    held = None if info.is_required() else info.get_default(call_default_factory=True)
    return _laid_open(held, nested(element(info) or info.annotation))


def _laid_open(value: Any, table: type[BaseModel] | None) -> Any:
    """Writes a value with fields of its own as a table, and a list as one."""
    if isinstance(value, tuple):
        return [_laid_open(each, table) for each in value]
    if table is not None and isinstance(value, table):
        return {
            field: _laid_open(getattr(value, field), nested(element(info) or info.annotation))
            for field, info in table.model_fields.items()
        }
    return value


def _others(slot: _Slot) -> Iterator[Any]:
    """Yields what else a field could hold."""
    info = slot.cls.model_fields[slot.field]
    kind = slot.element
    table = nested(kind or info.annotation)
    if isinstance(kind, type) and issubclass(kind, Item):
        yield from _points(kind, slot)
    elif kind is not None and choices(kind):
        yield from _listed(list(slot.held or ()), choices(kind))
    elif kind is not None and table is not None:
        yield from _rows(table, slot)
    else:
        if kind is None and choices(info.annotation):
            yield from (value for value in choices(info.annotation) if value != slot.held)
        elif table is not None:
            yield from _cells(table, slot.held, slot)
        else:
            yield from _values(slot)
        if may_be_none(info) and slot.held is not None:
            yield None
        if kind is not None and slot.held:
            yield []


def _values(slot: _Slot) -> Iterator[Any]:
    """Yields values that the words filled in can be."""
    for value in candidates(slot.cls, slot.field, slot.tags, slot.place.names):
        if value != slot.held:
            yield value
    annotation = slot.cls.model_fields[slot.field].annotation
    if annotation is EffectiveDate and not slot.near:
        yield from ({"event": event} for event in get_args(EffectiveEvent))
    if annotation is str and slot.field == "body":
        yield from (voters(tag.text, slot.place.names) for tag in slot.tags)


def _listed(held: list[Any], known: Sequence[object]) -> Iterator[list[Any]]:
    """Yields lists with one of the known values more, fewer, or in place of another."""
    for place in range(len(held)):
        yield held[:place] + held[place + 1 :]
    for value in known:
        if value not in held:
            for place in range(len(held), -1, -1):
                yield [*held[:place], value, *held[place:]]
                yield [*held[:place], value, *held[place + 1 :]]


def _points(kind: type[Item], slot: _Slot) -> Iterator[list[Any]]:
    """Yields lists of points with one more or fewer, or one that has another key."""
    held = list(slot.held or ())
    for place in range(len(held)):
        yield held[:place] + held[place + 1 :]
    if issubclass(kind, Definition):
        yield from _terms(held, slot)
    for cue in _cues_at(slot):
        for place, item in enumerate(held):
            if isinstance(item, Item) and item.key != cue.value:
                keyed = item.model_copy(update={"key": cue.value})
                yield [*held[:place], keyed, *held[place + 1 :]]
    for item in _further(kind, slot):
        for place in range(len(held), -1, -1):
            yield [*held[:place], item, *held[place:]]
            yield [*held[:place], item, *held[place + 1 :]]


def _terms(held: list[Any], slot: _Slot) -> Iterator[list[Any]]:
    """Yields definitions one of which has a term of the bill's own."""
    for tag in slot.tags:
        for place, item in enumerate(held):
            if isinstance(item, Item) and item.key is not None:
                termed = {"key": item.key, "term": small(tag.text)}
                yield [*held[:place], termed, *held[place + 1 :]]


def _further(kind: type[Item], slot: _Slot) -> Iterator[Data]:
    """Yields points that a list could have besides, known ones and in the bill's own words."""
    if not slot.near:
        yield from ({"key": key} for key in kind.known())
    for tag in slot.tags:
        for way in references_in(tag.text.removeprefix(" under "))[:1]:
            yield from ({"key": key, "refs": way} for key in kind.known())
        words = tag.text.strip().rstrip(";,.")
        if " " in words and not roles_in(words, slot.place.names):
            yield from ({"text": words}, {"text": small(words)})


def _cues_at(slot: _Slot) -> list[Cue]:
    """Finds the points that the provision in which words first differ can be."""
    return [
        cue
        for cue in slot.place.cues
        if cue.path[-3:] == (slot.field, "*", "key")
        and any(cue.pattern.search(line.marked) for line in slot.place.lines)
    ]


def _rows(table: type[BaseModel], slot: _Slot) -> Iterator[list[Any]]:
    """Yields lists of tables with one cell changed, or one row more or fewer."""
    held = list(slot.held or ())
    for place, row in reversed(list(enumerate(held))):
        for changed in _cells(table, row, slot):
            yield [*held[:place], changed, *held[place + 1 :]]
    if len(held) > 1:
        yield held[:-1]
    later = [tag for tag in slot.tags if tag.end > slot.place.at]
    row = table_of(table, later, slot.place.names)
    for above, below in ((held, row), *_shared_out(held, row)):
        yield [*above, below]
        for field, info in own_fields(table).items():
            if element(info) is None:
                for value in choices(info.annotation):
                    yield [*above, {**below, field: value}]


def _shared_out(held: list[Any], row: Data) -> Iterator[tuple[list[Any], Data]]:
    """Yields rows from the last of which something that is so went to a further one."""
    last = held[-1] if held and isinstance(held[-1], dict) else {}
    for field, value in last.items():
        if value is True:
            rest = {name: each for name, each in last.items() if name != field}
            yield [*held[:-1], rest], {**row, field: True}


def _cells(table: type[BaseModel], held: Any, slot: _Slot) -> Iterator[Data]:
    """Yields a table with one cell changed; an empty one first where there is none."""
    if not isinstance(held, dict):
        yield {}
        return
    for field in own_fields(table):
        cell = held[field] if field in held else _default(table, field)
        for value in _others(slot.below(table, field, cell)):
            yield {**held, field: value}
