"""A bill file as read: its data, and for every fault its line, its excerpt and a caret."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from billkit.clauses.fault import Fault
from billkit.clauses.toml_lines import Places, TomlPath, toml_places
from billkit.errors import Finding, ReadError, Where

__all__ = ["BEGIN", "Source", "parse_source", "path_in_words"]

_AT = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
_WIDEST = 100

BEGIN = 'begin with extends = "model-act", or with a line [[clauses]].'
"""What to do with an empty bill file."""


@dataclass(frozen=True, slots=True)
class Source:
    """A bill file: its name, its data, and the places of its keys."""

    file: str | None
    data: Mapping[str, Any]
    places: Places

    def finding(self, fault: Fault, path: TomlPath) -> Finding:
        """Makes a finding of a fault, at the nearest place there is for a path in this file."""
        known = path[: self.holds(path)]
        if known[:-1] == ("clauses",) and (*known, "kind") in self.places.of:
            known = (*known, "kind")
        where = Where(file=self.file, path=path_in_words(path, self.data) or None)
        excerpt, caret = "", None
        if known:
            place = self.places.of[known]
            span = place.key if fault.at_key and place.key else place.value
            excerpt, caret = _shortened(*self.places.excerpt(span))
            where = Where(where.file, self.places.line(span.start), where.path)
        return Finding(
            code=fault.code,
            message=fault.message,
            where=where,
            excerpt=excerpt,
            caret=caret,
            hint=fault.hint,
            severity=fault.severity,
        )

    def holds(self, path: TomlPath) -> int:
        """Counts how many steps of a path the file has."""
        count = len(path)
        while count and path[:count] not in self.places.of:
            count -= 1
        return count


def _shortened(line: str, caret: tuple[int, int]) -> tuple[str, tuple[int, int]]:
    """Cuts a long line down to what lies round the caret."""
    start, length = caret
    if len(line) <= _WIDEST:
        return line, caret
    first = max(0, min(start - _WIDEST // 4, len(line) - _WIDEST))
    shown = line[first : first + _WIDEST]
    before, after = ("… " if first else ""), (" …" if first + _WIDEST < len(line) else "")
    at = start - first
    return before + shown + after, (at + len(before), max(min(length, _WIDEST - at), 1))


def path_in_words(path: TomlPath, data: object) -> str:
    """Names a path for people: clauses by id or kind, other items by place, counted from 1.

    Example:
        >>> path_in_words(("clauses", 0, "initial"), {"clauses": [{"kind": "term"}]})
        'clauses > term > initial'
    """
    steps: list[str] = []
    here = data
    for step in path:
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) and step < len(here) else None
            name = None
            if steps == ["clauses"] and isinstance(here, Mapping):
                name = here.get("id") or here.get("kind")
            steps.append(name if isinstance(name, str) else str(step + 1))
        else:
            here = here.get(step) if isinstance(here, Mapping) else None
            steps.append(step)
    return " > ".join(steps)


def parse_source(text: str, *, file: str | None = None) -> Source:
    """Reads the TOML of a bill file and notes where everything stands.

    Args:
        text: The text.
        file: The name to give in findings.

    Raises:
        ReadError: ``toml-syntax`` with its line, ``too-deep``, or ``empty-file``.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        _refuse_syntax(str(error), text, file)
    except RecursionError:
        message = "lists or tables are nested deeper than any bill's."
        hint = "look for a bracket that was never closed."
        raise ReadError(Finding("too-deep", message, Where(file=file), hint=hint)) from None
    if not data:
        message = "the file holds no bill, only blanks or comments."
        raise ReadError(Finding("empty-file", message, Where(file=file, line=1), hint=BEGIN))
    return Source(file, data, toml_places(text))


def _refuse_syntax(message: str, text: str, file: str | None) -> NoReturn:
    """Says where the text stops being TOML."""
    lines = text.split("\n")
    line, column = len(lines), len(lines[-1])
    if found := _AT.search(message):
        message = message[: found.start()]
        if found["line"]:
            line, column = int(found["line"]), int(found["column"]) - 1
    whole = lines[line - 1].rstrip() if line <= len(lines) else ""
    indent = len(whole) - len(whole.lstrip())
    excerpt, caret = _shortened(whole.strip(), (max(column - indent, 0), 1))
    raise ReadError(
        Finding(
            code="toml-syntax",
            message=f"this is not TOML: {message[:1].lower()}{message[1:]}.",
            where=Where(file=file, line=line),
            excerpt=excerpt,
            caret=caret if excerpt else None,
            hint="texts stand in quotation marks, lists in brackets, and a key stands once.",
        )
    )
