"""Sample clauses of each kind: the smallest, the largest, and one for each way of saying it.

Every template of the model language is rendered with them when it is loaded, so that a hole that
only some clauses fill is found then and not when a bill is drafted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from billkit.clauses.accounting import Report, ReportItem
from billkit.clauses.amounts import Cap, Share
from billkit.clauses.applying import Appointment
from billkit.clauses.base import Value, Written
from billkit.clauses.catalogue import CLAUSES
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause
from billkit.clauses.framing import Definition
from billkit.clauses.items import Item
from billkit.clauses.names import RoleMark
from billkit.clauses.voting import Vote

__all__ = ["largest", "smallest", "variations"]

AnyValue = TypeVar("AnyValue", bound=Value)

_SHARED = frozenset(Clause.model_fields)
_WORDS = "a matter of the bill's own"
_YEAR = 2027
_FIRST_YEAR = 1000
_REFERENCES = ("section 158.030", "section 157.360(2)", "chapter 39 of title 37")

_NEEDED: Mapping[str, Mapping[str, Any]] = {
    "appropriation": {"amount": "$500,000"},
    "emergency": {"reason": _WORDS},
    "repealer": {"units": ["section 158.030"]},
    "sunset": {"on": "June 30, 2035"},
}
_SMALLEST: Mapping[str, Mapping[str, Any]] = {
    "waivable-scope": {"items": ["state-rules"]},
    "approval-threshold": {"votes": [{}]},
    "reporting": {"reports": [{}]},
    "renewal": {"each": "5 years"},
    "revocation": {"remedy_within": None},
    "advisory-panel": {"members": [{"by": "chief"}]},
}
_LARGEST: Mapping[str, Mapping[str, Any]] = {
    "appropriation": {"amount": "$500,000 per year"},
    "application": {"window": "dates", "opens": "January 1", "closes": "March 1"},
    "renewal": {"each": None},
    "effective-date": {"on": "July 1, 2027"},
    "sunset": {"on": "June 30, 2035"},
}


def smallest(kind: str) -> Clause:
    """Gives the smallest clause of a kind: nothing that may be empty is filled.

    Args:
        kind: One of `billkit.clauses.catalogue.KINDS`.

    Example:
        >>> smallest("non-waivable").items[0].key
        'health-safety'
    """
    cls = CLAUSES[kind]
    given = {**_NEEDED.get(kind, {}), **_SMALLEST.get(kind, {})}
    for name, info in cls.model_fields.items():
        if name in _SHARED or name in given:
            continue
        given[name] = _least(info)
    return cls.model_validate(given)


def largest(kind: str) -> Clause:
    """Gives the largest clause of a kind: every field filled, every list with all its points.

    Args:
        kind: One of `billkit.clauses.catalogue.KINDS`.

    Example:
        >>> len(largest("reporting").reports)
        3
    """
    cls = CLAUSES[kind]
    given = {**_LARGEST.get(kind, {})}
    for name, info in cls.model_fields.items():
        if name in _SHARED or name in given:
            continue
        given[name] = _filled(info.annotation, info)
    if kind == "advisory-panel":
        given["size"] = sum(member.count for member in given["members"])
    return cls.model_validate(given)


def variations(kind: str) -> Iterator[Clause]:
    """Yields the smallest and the largest clause and, from both, one for each further way.

    A further way is another value of a field that has a few known ones (``may`` and ``shall``, yes
    and no) or another sort of value (a date, a time after an event, a blank), at any depth. Values
    that contradict the rest of the clause are left out.
    """
    for base in (smallest(kind), largest(kind)):
        yield base
        yield from _varied(base)


def _varied(value: AnyValue) -> Iterator[AnyValue]:
    """Yields a value again and again with one field said in another way."""
    for name, info in type(value).model_fields.items():
        if isinstance(value, Clause) and name in _SHARED:
            continue
        held = getattr(value, name)
        for other in _others(info.annotation, held):
            try:
                yield type(value).model_validate({**dict(value), name: other})
            except ValidationError:
                continue


def _others(annotation: object, held: object) -> Iterator[object]:
    """Yields the other ways to fill a field."""
    if isinstance(held, tuple):
        for member in held:
            if isinstance(member, Value) and not isinstance(member, Written):
                yield from ((other,) for other in _varied(member))
    elif isinstance(held, Value) and not isinstance(held, Written):
        yield from _varied(held)
    for word in _words(annotation):
        if word != held:
            yield word


def _words(annotation: Any) -> Iterator[object]:
    """Yields the known values of a field, and one for each sort of value it takes."""
    if annotation is bool:
        yield from (True, False)
    elif get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif annotation is dt.date:
        yield dt.date(_YEAR, 7, 1)
    elif isinstance(annotation, type) and issubclass(annotation, Written):
        yield from (annotation.parse(line) for line in annotation.examples)
    elif get_origin(annotation) is not tuple:
        for part in get_args(annotation):
            yield from _words(part)


def _least(info: FieldInfo) -> object:
    """Gives the least a field can hold."""
    if type(None) in get_args(info.annotation):
        return None
    if info.annotation is bool:
        return False
    if get_origin(info.annotation) is tuple:
        needs = any(getattr(mark, "min_length", 0) for mark in info.metadata)
        return info.default[:1] if needs else ()
    return info.default


def _filled(annotation: Any, info: FieldInfo | None = None) -> object:
    """Gives much of what an annotation allows."""
    marks = (*getattr(annotation, "__metadata__", ()), *(info.metadata if info else ()))
    if any(isinstance(mark, RoleMark) for mark in marks):
        return info.default if info and isinstance(info.default, str) else "chief"
    if get_origin(annotation) is Annotated:
        return _YEAR if _is_year(marks) else _filled(get_args(annotation)[0])
    if get_origin(annotation) is Literal:
        usual = info.default if info else None
        return usual if usual in get_args(annotation) else get_args(annotation)[-1]
    if get_origin(annotation) is tuple:
        return _many(get_args(annotation)[0])
    if members := [part for part in get_args(annotation) if part is not NoneType]:
        return _filled(members[0])
    return _one(annotation)


def _is_year(marks: tuple[object, ...]) -> bool:
    """Says whether an annotation's limits are those of a year of the calendar."""
    limits = [limit for mark in marks for limit in getattr(mark, "metadata", ())]
    return any(getattr(limit, "ge", 0) >= _FIRST_YEAR for limit in limits)


def _many(member: Any) -> tuple[object, ...]:
    """Gives a list of all or several of what may be its members."""
    if get_origin(member) is Literal:
        return get_args(member)
    if isinstance(member, type) and issubclass(member, Item):
        return _points(member)
    if any(isinstance(mark, RoleMark) for mark in getattr(member, "__metadata__", ())):
        return ("governing-board", "chief", "department")
    if isinstance(member, type) and member in _SEVERAL:
        return _SEVERAL[member]
    return (_filled(member), _filled(member))


def _points(cls: type[Item]) -> tuple[Item, ...]:
    """Gives every known point of a list, the first with references, and two in own words."""
    known = [cls.model_validate(key) for key in cls.known()]
    refs = [Reference.parse(line) for line in _REFERENCES]
    first = cls.model_validate({"key": cls.known()[0], "refs": refs})
    own: dict[str, Any] = {"text": _WORDS, "refs": refs[:1], "parts": (_WORDS, _WORDS)}
    terms = ("own term", "second own term") if issubclass(cls, Definition) else (None, None)
    ours = [own | ({"term": term} if term else {}) for term in terms]
    return (first, *known[1:], *(cls.model_validate(data) for data in ours))


def _one(annotation: Any) -> object:
    """Gives a value of a class."""
    if annotation in _SINGLE:
        return _SINGLE[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Written):
        return annotation.parse(annotation.examples[-1])
    if isinstance(annotation, type) and issubclass(annotation, Value):
        fields = annotation.model_fields.items()
        return annotation.model_validate({n: _filled(info.annotation, info) for n, info in fields})
    return _WORDS


_VOTES = (
    Vote(body="governing-board", each="district"),
    Vote(body="teachers", share=Share.parse("60 percent"), base="voting", ballot="secret"),
    Vote(body="a-group", meaning=_WORDS, share=Share.parse("2/3"), stage="renew", act="consent"),
)
_SINGLE: Mapping[Any, object] = {
    bool: True,
    int: 3,
    dt.date: dt.date(_YEAR, 7, 1),
    Vote: _VOTES[1],
}
_SEVERAL: Mapping[type, tuple[object, ...]] = {
    Vote: _VOTES,
    Reference: tuple(Reference.parse(line) for line in _REFERENCES),
    Cap: (Cap.parse("5 per year"), Cap.parse("3 in the seven-county metropolitan area")),
    Appointment: (
        Appointment(count=2, by="chief"),
        Appointment(organization="School Boards Association"),
        Appointment(count=3, by="governor", who=_WORDS),
    ),
    Report: (
        Report(by="zone", to=("state-board",), manner="as-in-plan", joined_with=_WORDS),
        Report(occasion="approval", appears=True, items=_points(ReportItem)),
        Report(due="August 1", publish=True, under=(Reference.parse("section 3.195"),)),
    ),
}
