"""A state's drafting style: how its bills open, count, command, refer and end."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from billkit.clauses.base import nearest
from billkit.clauses.names import Body
from billkit.errors import Finding, ReadError, Where
from billkit.language.evidence import Fact, Mark, StyleModel
from billkit.language.style_parts import (
    Definitions,
    Ladders,
    Marks,
    Numbers,
    Page,
    References,
    Sections,
    TitleForm,
    Words,
)

__all__ = ["GENERIC", "Style", "load_style", "style_names"]

GENERIC = "generic"
"""The style of no state: plain forms that stand in where nothing is known."""


class Style(StyleModel):
    """How bills of one state are drafted; every fact bears its mark and source."""

    jurisdiction: str
    """The state: ``us-ky``."""
    name: str
    """The state's name: Kentucky."""
    enacting_clause: Fact[str]
    """The enacting clause as bills print it."""
    words: Words
    """The words that command, allow and join."""
    numbers: Numbers
    """Numbers, money and shares."""
    ladders: Ladders
    """The names and shapes of the numbers of provisions."""
    references: References
    """How provisions point at each other and at the code."""
    definitions: Definitions
    """How definitions open and stand."""
    title: TitleForm
    """How the title is built."""
    sections: Sections
    """How sections are headed."""
    order: Fact[tuple[str, ...]]
    """The kinds of clauses in the order in which a bill of this state holds them."""
    uncodified: Fact[tuple[str, ...]]
    """The kinds that do not enter the code."""
    unavailable: dict[str, Fact[str]] = Field(default_factory=dict)
    """The kinds the state has no use for, each with the reason."""
    sentences: dict[str, Fact[str]] = Field(default_factory=dict)
    """The state's own sentence for a kind, where it has a fixed one: Markdown with holes."""
    captions: dict[str, Fact[str]] = Field(default_factory=dict)
    """The state's own heading for a kind: EXPIRATION DATE."""
    names: dict[str, Fact[Body]] = Field(default_factory=dict)
    """What the state calls its bodies and things, by role, where the bill sets no name."""
    home: dict[str, Fact[str]] = Field(default_factory=dict)
    """Where law of this subject stands in the code, unless the bill says otherwise."""
    marks: Marks
    """How added and deleted words are shown."""
    page: Page
    """The page of a bill."""

    def facts(self) -> Iterator[tuple[str, Fact[Any]]]:
        """Yields every fact under its key as the file writes it: ``words.duty-actor``."""
        yield from _facts(self, "")

    @cached_property
    def evidence(self) -> Mapping[Mark, int]:
        """How many of the facts are known in which way."""
        counted: dict[Mark, int] = {}
        for _, fact in self.facts():
            counted[fact.mark] = counted.get(fact.mark, 0) + 1
        return counted

    def __str__(self) -> str:
        """Names the state."""
        return self.name


def _facts(value: object, path: str) -> Iterator[tuple[str, Fact[Any]]]:
    """Walks a style for its facts."""
    if isinstance(value, Fact):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            key = name.replace("_", "-")
            yield from _facts(getattr(value, name), f"{path}.{key}" if path else key)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _facts(item, f"{path}.{name}" if path else str(name))


def style_names(folder: Path) -> tuple[str, ...]:
    """Names the states whose styles a folder of model language holds: ``us-ak``, ``us-al``."""
    found = sorted(path.stem for path in (folder / "styles").glob("us-*.toml"))
    return tuple(found)


def load_style(jurisdiction: str, *, folder: Path) -> Style:
    """Loads a state's style.

    What the state's file does not say is taken from ``generic.toml``, under the mark ``generic``.

    Args:
        jurisdiction: The state: ``us-ky``; or ``generic``.
        folder: The folder of model language.

    Raises:
        ReadError: ``unknown-jurisdiction``, ``bad-toml``, ``bad-style``.
    """
    known = style_names(folder)
    if jurisdiction not in (*known, GENERIC):
        raise ReadError(
            Finding(
                code="unknown-jurisdiction",
                message=f'there is no style for "{jurisdiction}".',
                hint=nearest(jurisdiction, known),
            )
        )
    file = folder / "styles" / f"{jurisdiction}.toml"
    data = _table(file)
    if jurisdiction != GENERIC:
        data = _over(_table(file.with_name(f"{GENERIC}.toml")), data)
    try:
        return Style.model_validate(data)
    except ValidationError as error:
        raise ReadError(*(_finding(problem, file) for problem in error.errors())) from None


def _table(file: Path) -> dict[str, Any]:
    """Reads one TOML file."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ReadError(
            Finding(
                code="bad-toml",
                message=f"the style cannot be read: {error}.",
                where=Where(file=str(file)),
            )
        ) from None


def _over(base: dict[str, Any], top: dict[str, Any]) -> dict[str, Any]:
    """Lays a state's facts over the generic ones; a fact is taken whole."""
    out = dict(base)
    for key, value in top.items():
        under = out.get(key)
        if isinstance(value, dict) and isinstance(under, dict) and "value" not in value:
            out[key] = _over(under, value)
        else:
            out[key] = value
    return out


def _finding(problem: Any, file: Path) -> Finding:
    """Turns one complaint of the checker into a finding."""
    path = ".".join(str(step) for step in problem["loc"])
    return Finding(
        code="bad-style",
        message=f"{path}: {problem['msg']}.",
        where=Where(file=str(file), path=path),
        hint="every fact is { value = ..., mark = ..., source = ... }.",
    )
