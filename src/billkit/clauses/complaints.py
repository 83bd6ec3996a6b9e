"""Turns what pydantic refuses into faults of a bill: a code, plain words, a hint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from pydantic import BaseModel, Tag, ValidationError
from pydantic_core import ErrorDetails

from billkit.clauses.base import Written, nearest
from billkit.clauses.catalogue import CLAUSES, KINDS
from billkit.clauses.fault import Fault
from billkit.clauses.toml_lines import TomlPath

__all__ = ["complaints"]

_WANTED = {
    "string_type": "a text in quotation marks",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list in brackets",
    "dict_type": "a table",
    "model_type": "a text or a table",
    "model_attributes_type": "a table",
}
_BOUNDS = {
    "greater_than_equal": ("at least", "ge"),
    "less_than_equal": ("at most", "le"),
}
_CASE = re.compile(r"'([^']*)'")


def complaints(
    error: ValidationError, model: type[BaseModel], data: object, *, also: tuple[str, ...] = ()
) -> Iterator[Fault]:
    """Yields a fault for each complaint of pydantic.

    Args:
        error: The complaints.
        model: The class that was to be made.
        data: What it was to be made of.
        also: Further names that are known there although the class has no such field.
    """
    for detail in error.errors(include_url=False):
        if detail["type"] == "too_short" and detail["input"]:
            continue  # its items are refused one by one
        path, rest = _path(detail["loc"], data)
        classes = _classes(model, detail["loc"])
        fault = _fault(detail, path, rest, classes, also)
        yield fault if fault.hint else replace(fault, hint=_meant(classes, path))


def _path(loc: tuple[str | int, ...], data: object) -> tuple[TomlPath, tuple[str | int, ...]]:
    """Splits a location into the path that is there in the data and the steps that are not.

    Steps that only say which member of a union was tried are dropped, but for the last.
    """
    path: list[str | int] = []
    here = data
    rest: tuple[str | int, ...] = ()
    for step in loc:
        key = _key(here, step)
        if key is None:
            rest = (step,)
            continue
        path.append(key)
        here = here[key]  # type: ignore[index]
        rest = ()
    return tuple(path), rest


def _key(here: object, step: str | int) -> str | int | None:
    """Gives the step as the data have it, None where they do not."""
    if isinstance(here, Mapping):
        for name in (step, str(step).replace("_", "-"), str(step).replace("-", "_")):
            if name in here:
                return name
    if isinstance(here, list | tuple) and isinstance(step, int) and step < len(here):
        return step
    return None


def _classes(model: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[type[BaseModel], ...]:
    """Gives the classes that the table at a location, without its last step, could be of."""
    here = [model]
    for step in loc[:-1]:
        below = [cls for owner in here for cls in _below(owner, step)]
        if below:
            here = below
        elif isinstance(step, str) and step in CLAUSES:
            here = [CLAUSES[step]]
    return tuple(here)


def _below(owner: type[BaseModel], step: str | int) -> list[type[BaseModel]]:
    """Gives the classes of a field's value, through lists and unions."""
    for name, info in owner.model_fields.items():
        if step in {name, info.alias}:
            return list(_models(info.annotation))
    return []


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    """Yields the model classes within an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        if not isinstance(part, str | Tag):
            yield from _models(part)


def _fault(
    detail: ErrorDetails,
    path: TomlPath,
    rest: tuple[str | int, ...],
    classes: tuple[type[BaseModel], ...],
    also: tuple[str, ...],
) -> Fault:
    """Makes one fault of one complaint."""
    ctx: dict[str, Any] = detail.get("ctx", {})
    kind, given = detail["type"], detail["input"]
    hint = ""
    if "message" in ctx and "hint" in ctx:
        return Fault(kind, ctx["message"], path, hint=ctx["hint"])
    match kind:
        case "missing":
            name = str(rest[-1]) if rest else ""
            code, message = "missing-field", f'the field "{name}" is missing.'
            hint = _purpose(classes, name)
        case "extra_forbidden":
            name = str(path[-1])
            hint = nearest(name, (*_fields(classes), *also))
            return Fault("unknown-field", f'"{name}" is not a field here.', path, hint, at_key=True)
        case "union_tag_invalid" | "literal_error":
            return _unknown(str(ctx.get("tag", given)), ctx, path)
        case "union_tag_not_found":
            code, message = "missing-kind", "a clause needs its kind."
            hint = 'write kind = "term", or another.'
        case "too_short":
            code, message = "too-few", "the list needs at least one item."
        case _ if kind in _WANTED:
            code, message = "wrong-type", f"{_WANTED[kind]} is wanted here, not {_shown(given)}."
            hint = _written(detail, classes)
        case _ if kind in _BOUNDS:
            word, bound = _BOUNDS[kind]
            code, message = "out-of-range", f"the number must be {word} {ctx[bound]}, not {given}."
        case _:
            said = detail["msg"]
            code, message = "invalid-value", f"{said[:1].lower()}{said[1:]}."
    return Fault(code, message, path, hint)


def _unknown(given: str, ctx: dict[str, Any], path: TomlPath) -> Fault:
    """Says that a kind or another word is not one of those known."""
    if "discriminator" in ctx:
        message = f'there is no clause of kind "{given}".'
        return Fault("unknown-kind", message, (*path, "kind"), hint=nearest(given, KINDS))
    known = tuple(_CASE.findall(str(ctx.get("expected", ""))))
    return Fault(
        "unknown-value",
        f'"{given}" is not one of the words known here.',
        path,
        hint=nearest(given, known),
    )


def _fields(classes: tuple[type[BaseModel], ...]) -> tuple[str, ...]:
    """Gives the fields of some classes, as bill files write them."""
    return tuple(
        dict.fromkeys(
            info.alias or name for cls in classes for name, info in cls.model_fields.items()
        )
    )


def _purpose(classes: tuple[type[BaseModel], ...], name: str) -> str:
    """Says what a field is for."""
    for cls in classes:
        for field, info in cls.model_fields.items():
            if name in {field, info.alias} and info.description:
                return f"{name}: {info.description[:1].lower()}{info.description[1:]}"
    return ""


def _meant(classes: tuple[type[BaseModel], ...], path: TomlPath) -> str:
    """Says what the field at the end of a path, or the list it is an item of, is for."""
    names = [step for step in path if isinstance(step, str)]
    if names and (said := _purpose(classes, names[-1])):
        return said
    return "see the fields of this kind of clause."


def _shown(given: object) -> str:
    """Names what was given, short."""
    match given:
        case bool():
            return str(given).lower()
        case str():
            return f'"{given[:40]}"'
        case int() | float():
            return str(given)
        case list() | tuple():
            return "a list"
        case dict():
            return "a table"
        case _:
            return f"{given}"[:40]


def _written(detail: ErrorDetails, classes: tuple[type[BaseModel], ...]) -> str:
    """Shows how a value is written in a line."""
    if detail["type"] == "tuple_type":
        return 'write ["one", "two"].'
    wanted = detail.get("ctx", {}).get("class_name")
    candidates = [
        cls for owner in classes for step in detail["loc"][-2:] for cls in _below(owner, step)
    ]
    for cls in (*candidates, *classes):
        if cls.__name__ == wanted and issubclass(cls, Written) and cls.examples:
            return f'write it as in "{cls.examples[0]}".'
    return ""
