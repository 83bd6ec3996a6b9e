"""Says in words what the fields of clauses and values hold."""

from __future__ import annotations

import builtins
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from billkit.clauses.base import Value, Written
from billkit.clauses.clause import Clause, plain_data
from billkit.clauses.items import Item
from billkit.clauses.names import RoleMark
from docs._ext.pages import code, link, table

__all__ = ["described", "fields_table", "said", "toml", "values_of", "words_for"]

_PLAIN: Mapping[object, str] = {
    str: "text",
    int: "whole number",
    bool: "`true` or `false`",
    float: "number",
    type(None): '`"none"`',
}
_PLURAL = {"text": "texts", "whole number": "whole numbers"}


def said(docstring: str | None) -> str:
    r"""Gives the first paragraph of a docstring as Markdown, on one line.

    Example:
        >>> said("Says ``this``.\n\nAnd more.")
        'Says `this`.'
    """
    first = (docstring or "").strip().partition("\n\n")[0]
    return " ".join(first.split()).replace("``", "`")


def described(cls: type[BaseModel]) -> str:
    """Says in Markdown what a class stands for."""
    return said(cls.__doc__)


def words_for(annotation: Any, *, values: str, marks: tuple[object, ...] = ()) -> str:
    """Says in Markdown what a field may hold.

    Args:
        annotation: The field's type.
        values: The address of the page of values, where value types are told.
        marks: What else is said of the field.
    """
    parts = get_args(annotation)
    match get_origin(annotation):
        case typing.Annotated:
            words = words_for(parts[0], values=values, marks=(*marks, *parts[1:]))
        case _ if any(isinstance(mark, RoleMark) for mark in marks):
            words = link("body, by its role", f"{values}#names")
        case typing.Literal:
            words = " or ".join(code(_shown(word)) for word in parts)
        case typing.Union | types.UnionType:
            several = (words_for(one, values=values) for one in parts)
            words = ", or ".join(dict.fromkeys(several))
        case builtins.tuple:
            words = f"list of {_many(parts[0], values)}"
        case _ if annotation in _PLAIN:
            words = _PLAIN[annotation]
        case _:
            words = _words_for_class(annotation, values)
    return words


def _words_for_class(annotation: type, values: str) -> str:
    """Says what a field of a class may hold."""
    if issubclass(annotation, Item):
        known = ", ".join(code(key) for key in annotation.known())
        return f"point: {known}; or own words" if known else "point in own words"
    if issubclass(annotation, Value):
        return link(_name(annotation), f"{values}#{_name(annotation).replace(' ', '-')}")
    return code(annotation.__name__)


def _many(annotation: Any, values: str) -> str:
    """Says what a list holds."""
    words = words_for(annotation, values=values)
    return _PLURAL.get(words, words.replace("point: ", "points: ", 1))


def _shown(word: object) -> str:
    """Writes a known word as a bill file does."""
    return f'"{word}"' if isinstance(word, str) else str(word).lower()


def _name(cls: type[BaseModel]) -> str:
    """Gives the name of a value type in words: ``ends on``."""
    letters = (f" {one.lower()}" if one.isupper() else one for one in cls.__name__)
    return "".join(letters).strip()


def toml(value: object) -> str:
    """Writes plain data as one TOML value.

    Example:
        >>> toml({"body": "teachers", "each": ["a", "b"]})
        '{ body = "teachers", each = ["a", "b"] }'
    """
    match value:
        case bool():
            return str(value).lower()
        case str():
            escaped = value.replace("\\", "\\\\").replace('"', '\\"')
            return f'"{escaped}"'
        case list():
            return f"[{', '.join(toml(one) for one in value)}]"
        case dict():
            return f"{{ {', '.join(f'{key} = {toml(one)}' for key, one in value.items())} }}"
    return str(value)


def _default(field: FieldInfo) -> str:
    """Gives what a field holds where nothing is said, as a bill file would write it."""
    if field.is_required():
        return "*must be given*"
    stated = (field.json_schema_extra or {}) if isinstance(field.json_schema_extra, dict) else {}
    if "default" in stated:
        return str(stated["default"])
    return code(toml(plain_data(field.get_default(call_default_factory=True))))


def fields_table(
    cls: type[BaseModel], *, values: str, without: tuple[str, ...] = (), only: tuple[str, ...] = ()
) -> str:
    """Makes the table of a class's fields: name, what it holds, what is usual, what it is for.

    Args:
        cls: The class.
        values: The address of the page of values.
        without: Fields to leave out.
        only: The fields to show, where not all are.
    """
    rows = [
        (
            code(field.alias or name),
            words_for(field.annotation, values=values, marks=tuple(field.metadata)),
            _default(field),
            said(field.description),
        )
        for name, field in cls.model_fields.items()
        if name not in without and (not only or name in only)
    ]
    return table(("field", "holds", "usually", "what it is for"), rows)


def values_of(*classes: type[BaseModel]) -> tuple[type[Value], ...]:
    """Gives every value type that the fields of some classes can hold, at any depth, by name.

    Args:
        classes: The classes to begin with; they are not among the answer unless found again.
    """
    found: dict[str, type[Value]] = {}
    open_: list[type[BaseModel]] = list(classes)
    while open_:
        cls = open_.pop()
        for field in cls.model_fields.values():
            for one in _classes(field.annotation):
                if issubclass(one, Clause) or one.__name__ in found:
                    continue
                if issubclass(one, Item):
                    open_.append(one)
                    continue
                found[one.__name__] = one
                open_.append(one)
    return tuple(found[name] for name in sorted(found))


def _classes(annotation: Any) -> Iterator[type[Value]]:
    """Yields the value classes in a type."""
    if isinstance(annotation, type) and issubclass(annotation, Value):
        yield annotation
    for part in get_args(annotation):
        yield from _classes(part)


def is_written(cls: type[Value]) -> bool:
    """Says whether a value can be written in one line of words."""
    return issubclass(cls, Written) and bool(cls.examples)
