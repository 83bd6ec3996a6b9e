"""Finds where each key and each array item of a TOML text stands.

The standard parser gives lines only for syntax errors. This scanner reads a text that it has
accepted, and notes for every path of keys and places (``("clauses", 2, "initial")``) where its key
and its value begin and end.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

__all__ = ["Place", "Places", "Span", "TomlPath", "toml_places"]

TomlPath: TypeAlias = tuple[str | int, ...]
"""Keys and places in arrays, counted from 0, from the root down."""

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_SPACE = re.compile(r"[ \t]*")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'",
    re.DOTALL,
)
_PLAIN = re.compile(r"[^,\]}#\n\r]*")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, counted in characters from 0; the end is not in it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a path stands: its key (none for an array's item) and its value."""

    key: Span | None
    value: Span


@dataclass(frozen=True)
class Places:
    """The places of a text."""

    text: str
    of: Mapping[TomlPath, Place]

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line(self, at: int) -> int:
        """Gives the line of a character, counted from 1."""
        return bisect_right(self._starts, at)

    def excerpt(self, span: Span) -> tuple[str, tuple[int, int]]:
        """Gives the line in which a span begins, and where in it the span lies."""
        number = self.line(span.start)
        start = self._starts[number - 1]
        whole = self.text[start:].split("\n", 1)[0].rstrip("\r")
        first = span.start - start
        length = max(min(span.end, start + len(whole.rstrip())) - span.start, 1)
        indent = len(whole) - len(whole.lstrip())
        return whole.strip(), (max(first - indent, 0), length)


def toml_places(text: str) -> Places:
    r"""Notes where every key and item of a valid TOML text stands.

    Example:
        >>> places = toml_places('title = "A"\n[[clauses]]\nkind = "term"\n')
        >>> places.line(places.of["clauses", 0, "kind"].value.start)
        3
    """
    scanner = _Scanner(text)
    scanner.document()
    return Places(text, scanner.places)


class _Scanner:
    """Walks through the text once, from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places: dict[TomlPath, Place] = {}
        self.tables: dict[TomlPath, int] = {}

    def document(self) -> None:
        """Reads headers and pairs to the end."""
        here: TomlPath = ()
        self._skip()
        while self.at < len(self.text):
            here = self._header() if self.text[self.at] == "[" else self._pair(here)
            self._skip()

    def _match(self, pattern: re.Pattern[str]) -> str:
        """Takes what matches here, which may be nothing."""
        match = pattern.match(self.text, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return match.group()

    def _skip(self) -> None:
        """Goes past blanks, line breaks and comments."""
        self._match(_BLANK)

    def _keys(self) -> list[tuple[str, Span]]:
        """Reads a key with its dots."""
        keys: list[tuple[str, Span]] = []
        while True:
            self._match(_SPACE)
            start = self.at
            bare = self._match(_BARE)
            raw = bare or self._match(_STRING)
            name = bare or next(iter(tomllib.loads(f"{raw} = 0"))) if raw else ""
            keys.append((name, Span(start, self.at)))
            if not self._match(_DOT):
                self._match(_SPACE)
                return keys

    def _header(self) -> TomlPath:
        """Reads ``[table]`` or ``[[array of tables]]`` and gives the path it opens."""
        start = self.at
        many = self.text.startswith("[[", start)
        self.at += 2 if many else 1
        keys = self._keys()
        self.at += 2 if many else 1
        path = self._opened([name for name, _ in keys[:-1]])
        path = (*path, keys[-1][0])
        span = Span(start, self.at)
        self.places.setdefault(path, Place(keys[-1][1], span))
        if many:
            self.tables[path] = self.tables.get(path, -1) + 1
            path = (*path, self.tables[path])
            self.places[path] = Place(None, span)
        elif path in self.tables:
            path = (*path, self.tables[path])
        return path

    def _opened(self, names: list[str]) -> TomlPath:
        """Goes down by names; in an array of tables the last table is meant."""
        path: TomlPath = ()
        for name in names:
            path = (*path, name)
            if path in self.tables:
                path = (*path, self.tables[path])
        return path

    def _pair(self, here: TomlPath) -> TomlPath:
        """Reads a key, the sign and a value; gives back the table they stand in."""
        keys = self._keys()
        self.at += 1
        self._match(_SPACE)
        path = here
        for name, span in keys[:-1]:
            path = (*path, name)
            self.places.setdefault(path, Place(span, span))
        path = (*path, keys[-1][0])
        value = self._value(path)
        self.places[path] = Place(keys[-1][1], value)
        return here

    def _value(self, path: TomlPath) -> Span:
        """Reads a value and notes what stands in it."""
        start = self.at
        mark = self.text[start : start + 1]
        if mark == "[":
            self._array(path)
        elif mark == "{":
            self._inline(path)
        elif not self._match(_STRING):
            end = start + len(self._match(_PLAIN).rstrip())
            return Span(start, max(end, start))
        return Span(start, self.at)

    def _array(self, path: TomlPath) -> None:
        """Reads the items of an array."""
        self.at += 1
        self._skip()
        count = 0
        while self.text[self.at : self.at + 1] not in {"]", ""}:
            item = (*path, count)
            self.places[item] = Place(None, self._value(item))
            count += 1
            self._next()
        self.at += 1

    def _inline(self, path: TomlPath) -> None:
        """Reads the pairs of an inline table."""
        self.at += 1
        self._skip()
        while self.text[self.at : self.at + 1] not in {"}", ""}:
            self._pair(path)
            self._next()
        self.at += 1

    def _next(self) -> None:
        """Goes past a comma and the blanks round it."""
        self._skip()
        if self.text[self.at : self.at + 1] == ",":
            self.at += 1
            self._skip()
