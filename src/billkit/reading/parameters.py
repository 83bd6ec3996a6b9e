"""The values of a provision as parameters: a name, a text to show, a key to compare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from pydantic import BaseModel

from billkit.clauses.values import Body, Item, Reference, Share, Written
from billkit.reading.profiles import Fact, Quoted

__all__ = ["NamedBody", "Shown", "parameter_name", "parameters_of", "show"]

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")

_SEVERAL = 2
_FRACTIONS = {"2/3": "two-thirds", "3/4": "three-fourths", "3/5": "three-fifths", "1/2": "half"}

_NAMES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("term", "initial"): "initial term",
        ("renewal", "each"): "each renewal",
        ("renewal", "first"): "first renewal",
        ("renewal", "later"): "later renewals",
    }
)
"""What a parameter is called where the field's own name would not say it."""


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body of an act: its role, by which acts are compared, and its name in this act."""

    role: str
    name: str

    def __str__(self) -> str:
        """Gives the name that the act gives it."""
        return self.name


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as it is shown and as it is compared."""

    text: str
    key: object


def show(value: object) -> Shown:
    """Gives a value the text to show and the key to compare it by.

    Lists are compared without regard to order, bodies by their role, words without regard to
    letter case.

    Example:
        >>> show(["own-words", "health and safety"]).text
        'own words; health and safety'
    """
    text = str(value)
    key: object
    match value:
        case NamedBody():
            key = ("body", value.role)
        case Body():
            text, key = value.definite, ("body", value.name.casefold())
        case bool():
            text, key = ("yes" if value else "no"), value
        case Share():
            text = _FRACTIONS.get(text, text)
            key = ("Share", value.form, value.fraction)
        case Item():
            text, key = _item(value)
        case str():
            text = value.replace("-", " ") if _SLUG.fullmatch(value) else value
            key = text.casefold()
        case list() | tuple():
            shown = [show(item) for item in value]
            text = _joined(value) or "; ".join(item.text for item in shown)
            key = frozenset(item.key for item in shown)
        case _:
            key = (type(value).__name__, text.casefold())
    return Shown(text, key)


def _item(item: Item) -> tuple[str, object]:
    """Shows a point of a list by its own words or its key; compares by the key where it has one."""
    words = item.text or (item.key or "").replace("-", " ")
    return words, item.key or words.casefold()


def _joined(values: list[object] | tuple[object, ...]) -> str:
    """Writes references of one unit together: ``chapters 15.1-06, 15.1-18``; "" for others."""
    references = [value for value in values if isinstance(value, Reference)]
    units = {reference.unit for reference in references}
    if len(references) < _SEVERAL or len(references) != len(values) or len(units) != 1:
        return ""
    unit = units.pop()
    if unit in {"clause", "act"}:
        return ""
    parts = (str(reference).removeprefix(f"{unit} ") for reference in references)
    return f"{unit}s {', '.join(parts)}"


def parameters_of(cell: Quoted | Fact) -> Mapping[str, Shown]:
    """Gives every parameter of a cell under its field's name.

    A value that has fields of its own, such as a vote, is taken apart: ``vote share``,
    ``vote body``; the second of a list is counted: ``vote 2 share``.
    """
    return dict(_flat(cell.values, ""))


def _flat(values: Mapping[str, object], head: str) -> Iterator[tuple[str, Shown]]:
    """Yields the parameters of a table of values, those of nested tables under longer names."""
    for field, value in values.items():
        name = f"{head}{field.replace('_', ' ').replace('-', ' ')}"
        parts = _parts(value)
        if parts is None:
            yield name, show(value)
            continue
        singular = name.removesuffix("s")
        for place, part in enumerate(parts):
            count = f" {place + 1}" if place else ""
            yield from _flat(part, f"{singular}{count} ")


def _parts(value: object) -> Sequence[Mapping[str, object]] | None:
    """Takes a value with fields apart, or a list of such; None for a value to be shown whole."""
    if isinstance(value, Mapping):
        return (value,)
    if isinstance(value, BaseModel) and not isinstance(value, Written):
        return ({name: getattr(value, name) for name in sorted(value.model_fields_set)},)
    if isinstance(value, list | tuple) and value:
        parts = [_parts(item) for item in value]
        if all(part is not None for part in parts):
            return [table for part in parts if part is not None for table in part]
    return None


def parameter_name(kind: str, field: str) -> str:
    """Names a parameter for people: ``initial term``, ``vote share``.

    Example:
        >>> parameter_name("term", "initial"), parameter_name("authority", "body")
        ('initial term', 'body')
    """
    return _NAMES.get((kind, field), field)
