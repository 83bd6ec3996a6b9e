"""What a template can reach: the fields of a clause, and the types behind them."""

from __future__ import annotations

import types
from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

__all__ = ["Shape", "choices", "elements", "fields", "member", "shape"]

Shape: TypeAlias = frozenset[Any]
"""The types a value may have; empty where nothing is known of it."""

_SEQUENCES: tuple[Any, ...] = (tuple, list, frozenset, set)


@cache
def shape(annotation: Any) -> Shape:
    """Takes an annotation apart into the types it allows; nothing at all is no type.

    Example:
        >>> sorted(t.__name__ for t in shape(int | str | None))
        ['int', 'str']
    """
    annotation = getattr(annotation, "__value__", annotation)
    origin = get_origin(annotation)
    if origin is Annotated:
        return shape(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return frozenset().union(*(shape(arg) for arg in get_args(annotation)))
    if annotation in (None, type(None)):
        return frozenset()
    return frozenset((annotation,))


def member(of: Shape, name: str) -> Shape | None:
    """Gives the types of a field or property; None where no type of the value has it."""
    found: list[Shape] = []
    for kind in of:
        if not isinstance(kind, type):
            continue
        if issubclass(kind, BaseModel) and name in kind.model_fields:
            annotation: Any = kind.model_fields[name].annotation
            found.append(shape(annotation))
        elif isinstance(getter := getattr(kind, name, None), property) and not name.startswith("_"):
            hints = get_type_hints(getter.fget) if getter.fget else {}
            found.append(shape(hints.get("return", Any)))
    return frozenset().union(*found) if found else None


def fields(of: Shape) -> tuple[str, ...]:
    """Names what a value's types offer."""
    names: set[str] = set()
    for kind in of:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            names |= set(kind.model_fields)
            names |= {n for n in dir(kind) if isinstance(getattr(kind, n, None), property)}
    return tuple(sorted(name for name in names if not name.startswith(("_", "model_"))))


def elements(of: Shape) -> Shape:
    """Gives the types of the elements of a list."""
    found: list[Shape] = []
    for kind in of:
        origin: Any = get_origin(kind)
        args = get_args(kind)
        if origin in _SEQUENCES:
            found += [shape(arg) for arg in args if arg is not Ellipsis]
    return _union(found)


def choices(of: Shape) -> frozenset[str] | None:
    """Gives the words a field may hold; None where it may hold others."""
    found: set[str] = set()
    for kind in of:
        origin: Any = get_origin(kind)
        if origin is not Literal:
            return None
        found |= {str(arg) for arg in get_args(kind)}
    return frozenset(found) if found else None


def _union(shapes: Iterable[Shape]) -> Shape:
    """Joins several."""
    return frozenset().union(*shapes)
