"""Counts how much of a text is held, and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import get_args

from billkit.text.words import count_words
from billkit.tree import Document, Node, Runs, Status

__all__ = ["STATUSES", "Counts", "count_statuses"]

STATUSES: tuple[Status, ...] = get_args(Status)
"""The text statuses, the most to be trusted first."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Says how many words of a text are of which status, and how many gaps it has.

    ``words`` has only the statuses that occur, the most to be trusted first; words of which no
    status is known are not in it. ``gaps`` counts the places where words are not held.
    """

    words: Mapping[Status, int] = field(default_factory=dict)
    gaps: int = 0

    @property
    def total(self) -> int:
        """All words of a known status."""
        return sum(self.words.values())

    def __str__(self) -> str:
        """Says it in a line: ``130 single-source, 60 secondary, 1 gap``."""
        parts = [f"{count} {status}" for status, count in self.words.items()]
        if self.gaps:
            parts.append(f"{self.gaps} gap{'' if self.gaps == 1 else 's'}")
        return ", ".join(parts) or "no text"


def count_statuses(document: Document) -> Counts:
    """Counts the words of a document per text status, and its gaps.

    An enumerator counts with the first words after it.
    """
    counted: dict[Status, int] = {}
    gaps = 0
    for node in document.provisions:
        gaps += node.is_gap
        for status, text in _stretches(node):
            if status is not None:
                counted[status] = counted.get(status, 0) + count_words(text)
    words = {status: counted[status] for status in STATUSES if counted.get(status)}
    return Counts(words, gaps)


def _stretches(node: Node) -> Iterator[tuple[Status | None, str]]:
    """Yields the words of a provision with the status of each stretch."""
    runs: Runs = (*node.heading, *node.text)
    if node.num:
        yield (runs[0].status if runs else None) or node.status, node.num
    for run in (*runs, *node.tail):
        yield run.status or node.status, run.text
