"""Reads the head of a clause file: keys with texts or lists, a strict part of YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from billkit.errors import Finding, ReadError, Where

__all__ = ["FrontMatter", "parse_front_matter"]

_KEY = re.compile(r"([a-z]+(?:-[a-z]+)*):(?:\s+(.*))?$")
_POINT = re.compile(r"\s*-\s+(.+)$")
_FENCE = "---"


@dataclass(slots=True)
class FrontMatter:
    """Holds the head of a file, the body below it, and the line on which the body starts.

    A key with a list below it holds each point; any other holds one text.
    """

    entries: dict[str, list[str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1

    def text(self, key: str) -> str:
        """Gives the text of a key, or nothing."""
        return " ".join(self.entries.get(key, ()))

    def points(self, key: str) -> tuple[str, ...]:
        """Gives the points of a key."""
        return tuple(self.entries.get(key, ()))


def parse_front_matter(source: str, *, file: str) -> FrontMatter:
    """Takes a file apart into its head and its body.

    Args:
        source: The whole file.
        file: Its name, for findings.

    Raises:
        ReadError: ``bad-front-matter``.
    """
    lines = source.splitlines()
    if not lines or lines[0].strip() != _FENCE:
        raise ReadError(_bad(file, 1, "the file does not open with ---."))
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == _FENCE), None)
    if end is None:
        raise ReadError(_bad(file, 1, "the head of the file is not closed with ---."))
    out = FrontMatter(body="\n".join(lines[end + 1 :]), body_line=end + 2)
    key, listed = "", False
    faults: list[Finding] = []
    for number, line in enumerate(lines[1:end], 2):
        if not line.strip():
            continue
        if match := _KEY.match(line):
            key, text = match.group(1), (match.group(2) or "").strip()
            if key in out.entries:
                faults.append(_bad(file, number, f'"{key}" stands there twice.'))
            out.entries[key] = [_unquoted(text)] if text else []
            out.lines[key] = number
            listed = not text
        elif key and listed and (match := _POINT.match(line)):
            out.entries[key].append(_unquoted(match.group(1).strip()))
        elif key and line[0].isspace() and out.entries[key]:
            out.entries[key][-1] += f" {line.strip()}"
        else:
            faults.append(_bad(file, number, f'"{line.strip()}" is neither a key nor a point.'))
    if faults:
        raise ReadError(*faults)
    return out


def _unquoted(text: str) -> str:
    """Takes quotation marks off that hold the whole text."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" and text[0] not in text[1:-1]:
        return text[1:-1]
    return text


def _bad(file: str, line: int, message: str) -> Finding:
    """Makes a finding on a head."""
    return Finding(
        code="bad-front-matter",
        message=message,
        where=Where(file=file, line=line),
        hint='write "key: text", or "key:" with points "- text" below it.',
    )
