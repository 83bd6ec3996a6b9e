"""Makes any valid clause and bill, and writes them as bill files."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from hypothesis import assume
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from billkit.clauses.amounts import Share
from billkit.clauses.base import Blank, Value
from billkit.clauses.bill import Bill
from billkit.clauses.catalogue import CLAUSES, KINDS
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause
from billkit.clauses.dates import EffectiveDate
from billkit.clauses.framing import Definition
from billkit.clauses.items import Item
from billkit.clauses.names import Body, Names, RoleMark
from billkit.clauses.voting import EVERYDAY_VOTERS, Vote

ROLES = Names().roles()

words = st.lists(
    st.text(
        st.characters(categories=["L", "Nd"], include_characters="'’–-,;"), min_size=1, max_size=9
    ),
    min_size=1,
    max_size=6,
).map(" ".join)
"""Words of a bill's own."""

texts = words.filter(lambda text: text != "none")
slugs = st.from_regex(r"[a-z][a-z0-9]{0,6}(?:-[a-z0-9]{1,5}){0,2}", fullmatch=True).filter(
    lambda slug: slug != "none"
)
blanks = words.map(lambda prompt: Blank(line=f"[{prompt}] years"))
dates = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))


def _shares() -> st.SearchStrategy[Share]:
    percent = st.integers(1, 100).map(lambda n: Share.parse(f"{n} percent"))
    fraction = st.integers(2, 12).flatmap(
        lambda whole: st.integers(1, whole).map(lambda part: Share.parse(f"{part}/{whole}"))
    )
    return percent | fraction | st.sampled_from(["majority", "unanimous"]).map(Share.parse)


def _references() -> st.SearchStrategy[Reference]:
    nums = st.from_regex(r"[0-9]{1,3}[A-Z]?(?:[-.][0-9]{1,3}){0,3}", fullmatch=True)
    pinpoints = st.from_regex(r"(?:\([0-9a-z]{1,2}\)){1,3}", fullmatch=True)
    larger = st.builds(Reference, unit=st.sampled_from(["title", "chapter"]), num=nums)
    return st.one_of(
        st.builds(Reference, num=nums, pinpoint=st.none() | pinpoints, et_seq=st.booleans()),
        st.builds(Reference, unit=st.just("chapter"), num=nums, within=st.none() | larger),
        st.builds(Reference, num=nums, code=st.sampled_from(["KRS", "20 U.S.C.", "RSA"])),
        st.builds(Reference, unit=st.just("act"), name=texts),
    )


def _filled(annotation: Any, info: FieldInfo | None = None) -> st.SearchStrategy[Any]:
    marks = (*getattr(annotation, "__metadata__", ()), *(info.metadata if info else ()))
    if any(isinstance(mark, RoleMark) for mark in marks):
        return st.sampled_from(ROLES)
    if get_origin(annotation) is Annotated:
        limits = [limit for mark in marks for limit in getattr(mark, "metadata", (mark,))]
        return _limited(get_args(annotation)[0], limits)
    if get_origin(annotation) is Literal:
        return st.sampled_from(get_args(annotation))
    if get_origin(annotation) is tuple:
        least = max([getattr(mark, "min_length", 0) or 0 for mark in marks], default=0)
        members = _filled(get_args(annotation)[0])
        return st.lists(members, min_size=least, max_size=4).map(tuple)
    if get_args(annotation):
        return st.one_of([_filled(part) for part in get_args(annotation)])
    return _limited(annotation, list(marks))


def _limited(annotation: Any, limits: list[Any]) -> st.SearchStrategy[Any]:
    if annotation is int:
        least = max([limit.ge for limit in limits if hasattr(limit, "ge")], default=0)
        most = min([limit.le for limit in limits if hasattr(limit, "le")], default=999)
        return st.integers(least, most)
    if annotation in SIMPLE:
        return SIMPLE[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Item):
        return _items(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return _values(annotation)
    return _filled(annotation)


def _items(cls: type[Item]) -> st.SearchStrategy[Item]:
    known = st.sampled_from(cls.known())
    refs = st.lists(_references(), max_size=2)
    parts = st.lists(texts, max_size=2)
    extra = {"term": texts} if issubclass(cls, Definition) else {}
    own = st.fixed_dictionaries({"text": texts, "refs": refs, "parts": parts, **extra})
    cited = st.fixed_dictionaries({"key": known, "refs": refs})
    return (known | own | cited).map(cls.model_validate)


def _votes() -> st.SearchStrategy[Vote]:
    fields = {
        name: _filled(info.annotation, info)
        for name, info in Vote.model_fields.items()
        if name not in {"body", "meaning"}
    }
    known = {"body": st.sampled_from(EVERYDAY_VOTERS), "meaning": st.none()}
    told = {"body": slugs, "meaning": texts}
    either = st.fixed_dictionaries({**fields, **known}) | st.fixed_dictionaries({**fields, **told})
    return either.map(Vote.model_validate)


@st.composite
def _values(draw: st.DrawFn, cls: type[Value]) -> Value:
    given = {
        name: draw(_filled(info.annotation, info))
        for name, info in cls.model_fields.items()
        if name not in Clause.model_fields or not issubclass(cls, Clause)
    }
    try:
        return cls.model_validate(given)
    except ValidationError:
        for name, info in cls.model_fields.items():
            if name in given and not info.is_required() and draw(st.booleans()):
                del given[name]
    try:
        return cls.model_validate(given)
    except ValidationError:
        assume(False)  # noqa: FBT003 - hypothesis' own way to say: another one
        raise


SIMPLE: Mapping[Any, st.SearchStrategy[Any]] = {
    NoneType: st.none(),
    bool: st.booleans(),
    str: texts,
    dt.date: dates,
    Blank: blanks,
    Share: _shares(),
    Reference: _references(),
    Body: st.builds(Body, name=texts.map(lambda name: f"x{name}"), article=st.just("a")),
    EffectiveDate: dates.map(lambda day: EffectiveDate(on=day))
    | st.sampled_from(EffectiveDate.examples).map(EffectiveDate.parse),
    Vote: st.deferred(_votes),
}


def clauses(kind: str | None = None) -> st.SearchStrategy[Any]:
    """Makes any clause of a kind, or of any kind."""
    kinds = st.sampled_from(KINDS) if kind is None else st.just(kind)
    return kinds.flatmap(lambda name: _values(CLAUSES[name]))


def bills() -> st.SearchStrategy[Bill]:
    """Makes bills of some clauses of different kinds."""
    several = st.lists(clauses(), max_size=5, unique_by=lambda clause: clause.kind)
    return st.builds(
        lambda title, stage, held: Bill(title=title, stage=stage).with_(*held),
        texts,
        st.sampled_from(["model", "filing"]),
        several,
    )


def toml_value(value: Any) -> str:
    """Writes a value of plain data as TOML, in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml_value(k)} = {toml_value(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace(chr(127), chr(92) + "u007f")


def toml_bill(bill: Bill) -> str:
    """Writes a bill as a bill file."""
    plain = bill.plain()
    lines = [f"{key} = {toml_value(value)}" for key, value in plain.items() if key != "clauses"]
    for clause in plain["clauses"]:
        lines += ["", "[[clauses]]"]
        lines += [f"{key} = {toml_value(value)}" for key, value in clause.items()]
    return "\n".join([*lines, ""])
