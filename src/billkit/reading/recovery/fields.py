"""What sorts of values the fields of clauses hold: choices, roles, points, values with fields."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from billkit.clauses.base import Value, Written
from billkit.clauses.clause import Clause
from billkit.clauses.items import Item

__all__ = ["SHARED", "choices", "element", "is_text", "may_be_none", "nested", "own_fields"]

SHARED = frozenset(Clause.model_fields)
"""The fields that every clause has."""


def own_fields(cls: type[BaseModel]) -> dict[str, FieldInfo]:
    """Gives the fields of a clause or value that are its kind's own."""
    fields = cls.model_fields
    shared = SHARED if issubclass(cls, Clause) else frozenset[str]()
    return {name: info for name, info in fields.items() if name not in shared}


def _options(annotation: Any) -> tuple[Any, ...]:
    """Takes a union apart, and marks off."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in {Union, UnionType}:
        return tuple(each for part in get_args(annotation) for each in _options(part))
    return (annotation,)


def may_be_none(info: FieldInfo) -> bool:
    """Whether a field may be left empty."""
    return NoneType in _options(info.annotation)


def element(info: FieldInfo) -> Any:
    """Gives what a list holds; None for a field that is no list."""
    for option in _options(info.annotation):
        if get_origin(option) is tuple:
            return _options(get_args(option)[0])[0]
    return None


def choices(annotation: Any) -> tuple[object, ...]:
    """Gives the few known values of a field: yes and no, the words it can hold; else nothing."""
    found: list[object] = []
    for option in _options(annotation):
        if option is bool:
            found += [True, False]
        elif get_origin(option) is Literal:
            found += get_args(option)
    return tuple(found)


def is_text(info: FieldInfo) -> bool:
    """Whether a field holds plain words and may do without."""
    options = _options(info.annotation)
    return str in options and NoneType in options


def nested(annotation: Any) -> type[Value] | None:
    """Gives the class of a value with fields of its own that no line of words can say."""
    for option in _options(annotation):
        if isinstance(option, type) and issubclass(option, Value):
            return None if issubclass(option, (Written, Item)) else option
    return None
