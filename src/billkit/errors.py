"""What billkit says when something is wrong: one shape for errors and findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = [
    "BillError",
    "BillkitError",
    "DraftError",
    "Finding",
    "OutputError",
    "ReadError",
    "StatuteError",
    "Where",
]


@dataclass(frozen=True, slots=True)
class Where:
    """Points at a place: a file, a line in it (counted from 1), a path in the law or the bill."""

    file: str | None = None
    line: int | None = None
    path: str | None = None

    def __str__(self) -> str:
        """Writes the file and line as editors understand them: ``bill.toml:14``."""
        if self.file is None:
            return ""
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Finding:
    """States one thing found: what, where, the words concerned, and what to do.

    ``code`` is kebab-case and stable; ``caret`` is the start (counted from 0) and the length of
    the part of ``excerpt`` meant.
    """

    code: str
    message: str
    where: Where = field(default_factory=Where)
    excerpt: str = ""
    caret: tuple[int, int] | None = None
    hint: str = ""
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        """Lays the finding out on one to five lines, in plain text."""
        place = str(self.where)
        lines = [f"{place + ': ' if place else ''}{self.code}: {self.message}"]
        if self.where.path:
            lines.append(f"  {self.where.path}")
        if self.excerpt:
            lines.append(f"  | {self.excerpt}")
            if self.caret is not None:
                start, length = self.caret
                lines.append(f"  | {' ' * start}{'^' * max(length, 1)}")
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


class BillkitError(Exception):
    """Carries every finding that stopped a piece of work; all of billkit's errors are of it."""

    def __init__(self, *findings: Finding) -> None:
        """Takes the findings in the order in which they should be read."""
        super().__init__(*findings)
        self.findings = findings

    def __str__(self) -> str:
        """Joins the findings, one after the other."""
        return "\n".join(str(finding) for finding in self.findings)


class ReadError(BillkitError):
    """Says that a text, a file or a folder cannot be read as what it should be."""


class BillError(BillkitError):
    """Says that a bill's clauses are wrong alone or together."""


class DraftError(BillkitError):
    """Says that a bill cannot be drafted as asked."""


class StatuteError(BillkitError):
    """Says that the statute library does not hold what was asked for."""


class OutputError(BillkitError):
    """Says that an output cannot be written."""
