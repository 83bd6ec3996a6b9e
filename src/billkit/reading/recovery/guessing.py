"""Makes a first guess at the fields of a clause from the words that they filled in and brought."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, TypeAlias

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause
from billkit.clauses.items import Item
from billkit.clauses.names import Names
from billkit.clauses.voting import Vote
from billkit.reading.recovery.citing import references_in
from billkit.reading.recovery.fields import (
    choices,
    element,
    is_text,
    may_be_none,
    nested,
    own_fields,
)
from billkit.reading.recovery.filled import raw_of
from billkit.reading.recovery.naming import roles_in
from billkit.reading.recovery.points import OWN, items_of, keys_at, placed
from billkit.reading.recovery.speaking import Cue, Region
from billkit.reading.recovery.streams import POINT, Line, Tag
from billkit.reading.typed import is_role, valid

__all__ = ["Data", "candidates", "guess", "table_of", "voters"]

Data: TypeAlias = dict[str, Any]
"""The fields of a clause while they are looked for: values, lists, and tables of nested values."""

_CERTAIN = 12


def guess(
    cls: type[Clause],
    region: Region,
    cues: Sequence[Cue],
    names: Names,
    fields: frozenset[str] = frozenset(),
) -> Data:
    """Guesses the fields of a clause.

    Args:
        cls: The class of the clause.
        region: Where its words stand.
        cues: The words of every value that its text tells apart.
        names: The names of the bill.
        fields: Those that its text asks for: what would fill something in and has not, is empty.
    """
    data: Data = {}
    for field, info in own_fields(cls).items():
        kind = element(info)
        texts = region.texts(field)
        found: object = None
        if isinstance(kind, type) and issubclass(kind, Item):
            found = list(items_of(field, kind, region, cues))
        elif kind is not None and choices(kind):
            found = _in_order((field, "*"), region, cues)
        elif kind is not None and nested(kind) is not None:
            found = _tables(field, kind, region, cues, names)
        elif nested(info.annotation) is not None:
            table = nested(info.annotation)
            tags = region.tags_of(field)
            found = table_of(table, tags, names) if tags and table is not None else None
        elif choices(info.annotation):
            found = _told((field,), region, cues)
        elif texts:
            found = next(candidates(cls, field, region.tags_of(field), names), None)
        if found not in (None, []):
            data[field] = found
        elif field in fields and not texts and info.get_default() and _fills_in(info):
            data.update(_emptied(field, info))
    return data


def _fills_in(info: FieldInfo) -> bool:
    """Whether a field is seen in a draft by what it fills in, if it says anything."""
    kind = element(info)
    known = choices(info.annotation if kind is None else kind)
    return not known and not _is_item(kind)


def _emptied(field: str, info: FieldInfo) -> Data:
    """Leaves a field empty, where it may be."""
    if element(info) is not None:
        return {field: []}
    return {field: None} if may_be_none(info) else {}


def candidates(
    cls: type[BaseModel], field: str, tags: Sequence[Tag], names: Names
) -> Iterator[object]:
    """Yields the values that a field can have made the words of, the likeliest first."""
    info = cls.model_fields[field]
    several = element(info) is not None
    if is_role(info):
        for tag in tags:
            if roles := roles_in(tag.text, names):
                yield roles if several else roles[0]
        return
    if several:
        yield from _lists(cls, field, tags)
        return
    for tag in tags:
        for raw in raw_of(tag.text, before=tag.before):
            try:
                yield valid(cls, field, raw)
            except ValidationError:
                continue


def _lists(cls: type[BaseModel], field: str, tags: Sequence[Tag]) -> Iterator[object]:
    """Yields lists that a field can have made some words of."""
    kind = element(cls.model_fields[field])
    texts = [tag.text for tag in tags]
    if kind is Reference:
        yield from _references(tags)
        return
    joined: list[object] = [list(texts)]
    joined += [re.split(r",? (?:and|or) |, ", text) for text in texts]
    joined.append(_caps(texts))
    for raws in joined:
        try:
            yield valid(cls, field, raws)
        except ValidationError:
            continue


def _references(tags: Sequence[Tag]) -> Iterator[object]:
    """Yields references: clauses of the bill by the provision they point at, others as printed."""
    if any(tag.text == POINT for tag in tags):
        ways = (
            [Reference(unit="clause", clause=tag.ref)]
            if tag.text == POINT and tag.ref is not None
            else [ref for way in references_in(tag.text)[:1] for ref in way]
            for tag in tags
        )
        yield tuple(dict.fromkeys(ref for way in ways for ref in way))
        return
    for tag in tags:
        yield from references_in(tag.text)


def _caps(texts: Sequence[str]) -> list[object]:
    """Makes caps of the numbers and of what each is counted by."""
    caps: list[object] = []
    number: object = None
    for text in texts:
        raws = raw_of(text)
        if raws and isinstance(raws[0], int):
            number = raws[0]
        elif raws and number is not None:
            per = str(raws[0])
            known = per in {"year", "school-year", "total", "at-once"}
            region = None if known else re.sub(r"^in ", "", text)
            caps.append({"number": number, "per": per if known else "region", "region": region})
    return caps


def _in_order(path: tuple[str, ...], region: Region, cues: Sequence[Cue]) -> list[object]:
    """Finds the words of a list of known values, in the order of the text."""
    lines = [
        (line.start, cue.value)
        for line in region.lines
        if (cue := keys_at(path, line, cues)) is not None
    ]
    found = lines or [(place, cue.value) for place, cue in placed(path, region, cues)]
    return [value for _, value in sorted(found, key=lambda pair: pair[0])]


def _told(path: tuple[str, ...], region: Region, cues: Sequence[Cue]) -> object:
    """Finds which value of a field the words tell; None where none of them is certain."""
    coded = " ".join(line.marked for line in region.lines)
    own = [cue for cue in cues if cue.path == path and cue.weight >= _CERTAIN]
    for cue in sorted(own, key=lambda cue: -cue.weight):
        if cue.pattern.search(coded):
            return cue.value
    if own and all(cue.value is True and not cue.inner for cue in own):
        return False
    return None


def _tables(field: str, kind: Any, region: Region, cues: Sequence[Cue], names: Names) -> list[Data]:
    """Guesses a list of values with fields of their own: each opens with what it filled in."""
    cls = nested(kind)
    if cls is None:
        return []
    lists = {name: element(info) for name, info in own_fields(cls).items()}
    points = {name: each for name, each in lists.items() if _is_item(each)}
    tables: list[tuple[Data, list[Line]]] = []
    for line in region.lines:
        listed = any(keys_at((field, "*", name, "*", "key"), line, cues) for name in points)
        tags = [tag for tag in region.tags_of(field) if line.start <= tag.start < line.end]
        own = OWN.fullmatch(line.marked)
        if tags and not listed and not (own and points and tables):
            tables.append((table_of(cls, tags, names), [line]))
        elif tables:
            tables[-1][1].append(line)
    for table, lines in tables:
        part = Region(region.stream, region.clause, lines[0].start, lines[-1].end)
        for name, info in own_fields(cls).items():
            if name in points:
                found = list(items_of(name, points[name], part, cues, above=field))
                table.update({name: found} if found else {})
            elif choices(info.annotation) and lists[name] is None:
                told = _told((field, "*", name), part, cues)
                table.update({name: told} if told is not None else {})
    return [table for table, _ in tables]


def _is_item(kind: Any) -> bool:
    """Whether a list holds points."""
    return isinstance(kind, type) and issubclass(kind, Item)


def table_of(cls: type[BaseModel], tags: Sequence[Tag], names: Names) -> Data:
    """Guesses the fields of a value from what it filled in, each word used once."""
    unused = list(tags)
    table: Data = {}
    for field, info in own_fields(cls).items():
        plain = element(info) is not None or info.annotation is str
        if choices(info.annotation) or (plain and not is_role(info)):
            continue
        for tag in unused:
            value = next(candidates(cls, field, [tag], names), None)
            if value is not None and (is_role(info) or not isinstance(value, str)):
                table[field] = value
                unused.remove(tag)
                break
    if issubclass(cls, Vote) and unused:
        table["body"] = voters(unused[-1].text, names)
        return table
    return _with_texts(cls, table, [t.text for t in unused if not roles_in(t.text, names)])


def _with_texts(cls: type[BaseModel], table: Data, texts: list[str]) -> Data:
    """Gives what is left over to the fields that hold plain words, as the value allows it."""
    plain = [f for f, info in own_fields(cls).items() if is_text(info) and f not in table]
    for fields in combinations(plain, len(texts)):
        made = {**table, **dict(zip(fields, texts, strict=True))}
        try:
            cls.model_validate(made)
        except ValidationError:
            continue
        return made
    return table


def voters(text: str, names: Names) -> str:
    """Gives who votes: a body of the bill, or the group that the words name.

    Example:
        >>> voters("eligible employees", Names()), voters("the school board", Names())
        ('eligible-employees', 'governing-board')
    """
    roles = roles_in(text, names)
    return roles[0] if roles else re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
