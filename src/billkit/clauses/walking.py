"""Walks through the values of a bill: every text, every reference, every name of a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias, TypeVar, get_args

from pydantic.fields import FieldInfo

from billkit.clauses.base import Value
from billkit.clauses.names import RoleMark

__all__ = ["ValuePath", "roles", "texts", "values"]

ValuePath: TypeAlias = tuple[str | int, ...]
"""Fields as bill files write them, and places in lists counted from 0."""

AnyValue = TypeVar("AnyValue")


def _named(field: str, info: FieldInfo) -> str:
    """Gives a field's name as bill files write it."""
    return info.alias or field


def values(value: object, cls: type[AnyValue]) -> Iterator[tuple[ValuePath, AnyValue]]:
    """Yields every value of a class within a value, itself included, with its path."""
    if isinstance(value, cls):
        yield (), value
    if isinstance(value, Value):
        below: Any = (
            (_named(name, info), getattr(value, name))
            for name, info in type(value).model_fields.items()
        )
    elif isinstance(value, dict):
        below = value.items()
    elif isinstance(value, tuple):
        below = enumerate(value)
    else:
        return
    for step, part in below:
        for path, found in values(part, cls):
            yield (step, *path), found


def texts(value: object) -> Iterator[tuple[ValuePath, str]]:
    """Yields every text within a value, notes to the drafter left out."""
    for path, text in values(value, str):
        if path[-1:] != ("note",):
            yield path, text


def _is_role(annotation: object) -> bool:
    """Says whether an annotation names a role, or holds one that does."""
    marks = getattr(annotation, "__metadata__", ())
    return any(mark is RoleMark or isinstance(mark, RoleMark) for mark in marks) or any(
        _is_role(part) for part in get_args(annotation) if not isinstance(part, str)
    )


def _names_roles(info: FieldInfo) -> bool:
    """Says whether a field names roles."""
    own = any(isinstance(mark, RoleMark) for mark in info.metadata)
    return own or _is_role(info.annotation)


def roles(value: object) -> Iterator[tuple[ValuePath, str]]:
    """Yields every role named within a value."""
    for path, part in values(value, Value):
        for name, info in type(part).model_fields.items():
            if not _names_roles(info):
                continue
            held = getattr(part, name)
            step = _named(name, info)
            if isinstance(held, str):
                yield (*path, step), held
            elif isinstance(held, tuple):
                for place, role in enumerate(held):
                    yield (*path, step, place), role
