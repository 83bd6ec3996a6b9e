"""Gives the values of a provision the types of the clause's own fields, one field at a time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Any, TypeAlias, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from billkit.clauses.base import nearest
from billkit.clauses.catalogue import CLAUSES
from billkit.clauses.clause import Clause
from billkit.clauses.names import RoleMark
from billkit.clauses.values import Written
from billkit.reading.bodies import role_of_name
from billkit.reading.parameters import NamedBody

__all__ = [
    "NO_NAMES",
    "Fault",
    "clause_class",
    "fields_of",
    "is_role",
    "named",
    "typed_value",
    "typed_values",
    "valid",
    "with_names",
]

NO_NAMES: Mapping[str, str] = MappingProxyType({})
"""The names of an act of which none are known."""

_ACTING = frozenset({"state-board", "chief", "department"})

Fault: TypeAlias = tuple[str, str]
"""A field that is wrong, and what is wrong with it."""


def clause_class(kind: str) -> type[Clause] | None:
    """Gives the class of a kind of clause; None for a kind that no clause has.

    Example:
        >>> clause_class("term").__name__, clause_class("weather")
        ('TermClause', None)
    """
    return CLAUSES.get(kind)


def typed_values(
    kind: str, raw: Mapping[str, object], names: Mapping[str, str] = NO_NAMES
) -> tuple[dict[str, object], list[Fault]]:
    """Types the values of a provision; each by itself, so that a provision may give only some.

    Args:
        kind: The kind of clause.
        raw: Values under the names of the clause's fields, with hyphens or underscores.
        names: What the act calls the bodies, by role.

    Returns:
        The typed values under the fields' names with underscores, and what was wrong.
    """
    cls = clause_class(kind)
    if cls is None:
        return {}, [(kind, f'"{kind}" is not a kind of clause.')] if raw else []
    out: dict[str, object] = {}
    faults: list[Fault] = []
    for key, value in raw.items():
        field = key.replace("-", "_")
        if field not in cls.model_fields or field in Clause.model_fields:
            hint = nearest(key, [name.replace("_", "-") for name in cls.model_fields])
            faults.append((key, f"a {kind} has no such field; {hint}"))
            continue
        try:
            out[field] = typed_value(cls, field, value, names)
        except ValidationError as error:
            faults += [(key, fault["msg"]) for fault in error.errors()]
    return out, faults


def typed_value(
    cls: type[BaseModel], field: str, raw: object, names: Mapping[str, str] = NO_NAMES
) -> object:
    """Types one value as the field of a clause.

    A body, which clauses name by its role, is given the name that the act has for it. A value
    with fields of its own, such as a vote, becomes a table of those that are given.

    Raises:
        ValidationError: the value is none that the field can have.
    """
    return with_names(valid(cls, field, raw), cls.model_fields[field], names)


def valid(cls: type[BaseModel], field: str, raw: object) -> object:
    """Makes the value of a field from raw data, as a bill file would.

    Raises:
        ValidationError: the value is none that the field can have.
    """
    return _adapter(cls, field).validate_python(raw)


@lru_cache(maxsize=1024)
def _adapter(cls: type[BaseModel], field: str) -> TypeAdapter[Any]:
    """Makes the validator of a field."""
    info = cls.model_fields[field]
    annotation: Any = info.annotation
    for mark in info.metadata:
        annotation = Annotated[annotation, mark]
    return TypeAdapter(annotation)


def with_names(value: object, info: FieldInfo, names: Mapping[str, str]) -> object:
    """Puts names in the place of roles, in a value and in the values it holds."""
    if isinstance(value, str):
        known = value in names and info.annotation is str
        return named(value, names) if known or is_role(info) else value
    if isinstance(value, tuple):
        return tuple(with_names(item, info, names) for item in value)
    if isinstance(value, BaseModel) and not isinstance(value, Written):
        return fields_of(value, names)
    return value


def fields_of(value: BaseModel, names: Mapping[str, str] = NO_NAMES) -> dict[str, object]:
    """Gives the fields of a value that were set, with the names of bodies in place of roles."""
    fields = type(value).model_fields
    return {
        field: with_names(getattr(value, field), info, names)
        for field, info in fields.items()
        if field in value.model_fields_set
    }


def named(role: str, names: Mapping[str, str] = NO_NAMES) -> NamedBody:
    """Gives a role the name an act has for it, or the role's own words where it has none.

    A state can give what another's board does to its superintendent; the name tells, and acts are
    compared by who it is.

    Example:
        >>> str(named("state-board")), str(named("chief", {"chief": "commissioner"}))
        ('state board', 'commissioner')
    """
    name = names.get(role) or role.replace("-", " ")
    acting = role_of_name(name) if role in _ACTING else ""
    return NamedBody(acting or role, name)


def is_role(info: FieldInfo) -> bool:
    """Whether a field names bodies by their role."""
    return any(isinstance(mark, RoleMark) for mark in info.metadata) or _marked(info.annotation)


def _marked(annotation: object) -> bool:
    """Whether a role's mark stands anywhere in an annotation."""
    return any(isinstance(part, RoleMark) or _marked(part) for part in get_args(annotation))
