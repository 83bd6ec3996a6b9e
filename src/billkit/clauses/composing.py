"""Puts a bill file together with the presets and files it extends, each part with its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from billkit.clauses.base import nearest
from billkit.clauses.catalogue import KINDS
from billkit.clauses.toml_lines import Places, TomlPath, toml_places
from billkit.errors import BillError, Finding, ReadError, Where
from billkit.files import decoded, file_bytes

__all__ = ["Composed", "RawClause", "Source", "Sources", "compose", "parse_source"]

_MAX_BYTES = 2**20
_LINE = re.compile(r"^(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Source:
    """A bill file as read: its name, its data, and the places of its keys."""

    file: str | None
    data: Mapping[str, Any]
    places: Places

    def finding(self, code: str, message: str, path: TomlPath, **more: Any) -> Finding:
        """Makes a finding at the nearest place there is for a path."""
        at_key: bool = more.pop("at_key", False)
        known: TomlPath = path
        while known and known not in self.places.of:
            known = known[:-1]
        if not known:
            return Finding(code=code, message=message, where=Where(file=self.file), **more)
        place = self.places.of[known]
        span = place.key if at_key and place.key else place.value
        excerpt, caret = self.places.excerpt(span)
        label = more.pop("label", "") or named(path, self.data)
        where = Where(file=self.file, line=self.places.line(span.start), path=label)
        return Finding(code=code, message=message, where=where, excerpt=excerpt, caret=caret, **more)

    def holds(self, path: TomlPath) -> int:
        """Counts how many steps of a path the file has."""
        count = len(path)
        while count and path[:count] not in self.places.of:
            count -= 1
        return count


def named(path: TomlPath, data: object) -> str:
    """Names a path for people: clauses by id or kind, other items by place, counted from 1."""
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
