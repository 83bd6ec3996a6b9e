"""What reading a draft back has to know of the model language it was drafted in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from billkit.clauses.clause import Clause
from billkit.clauses.names import Names
from billkit.reading.recovery.streams import Line, Stream, Tag

__all__ = ["Cue", "Region", "Speaker"]


@dataclass(frozen=True, slots=True)
class Cue:
    """The words by which a text tells one value of a field from others.

    ``path`` leads to the field, ``*`` stands for each element of a list. ``whole`` cues are the
    words of a whole provision, others may stand anywhere in one. ``weight`` is the number of
    letters that are not filled in. The words of ``inner`` cues can be wanting for other reasons.
    """

    path: tuple[str, ...]
    value: str | bool
    pattern: re.Pattern[str]
    whole: bool
    weight: int
    inner: bool = False


class Speaker(Protocol):
    """Puts clauses in words as the draft at hand did, and knows the words of each value."""

    @property
    def names(self) -> Names:
        """The names of the bill, as far as the draft shows them."""

    def variants(self, kind: str) -> Sequence[str]:
        """Names the texts there are for a kind of clause."""

    def say(self, clause: Clause) -> str | None:
        """Puts a clause in words, as a stream holds them; None where there are none for it."""

    def fields(self, kind: str, variant: str) -> frozenset[str]:
        """Names the fields that make a difference to a text."""

    def cues(self, clause: str, kind: str, variant: str) -> Sequence[Cue]:
        """Gives the words of every value that a text tells apart, for a clause of that id."""


@dataclass(frozen=True, slots=True)
class Region:
    """The part of a stream in which the words of a clause stand; it may go on after their end.

    A clause that is ``alone`` takes up all that is left of its section.
    """

    stream: Stream
    clause: str
    start: int
    end: int
    alone: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return self.stream.text[self.start : self.end]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The provisions, as far as they lie within."""
        return tuple(
            self.stream.part(line, self.start, self.end)
            for line in self.stream.lines
            if line.end > self.start and line.start < self.end
        )

    @property
    def tags(self) -> tuple[Tag, ...]:
        """What the clause's own fields filled in."""
        return self.stream.tags_of(self.clause, start=self.start, end=self.end)

    @property
    def last(self) -> int:
        """Where the last of these words ends."""
        return max((tag.end for tag in self.tags), default=self.start)

    def tags_of(self, field: str) -> tuple[Tag, ...]:
        """Gives what one field filled in, in order."""
        wanted = field.replace("_", "-")
        return tuple(tag for tag in self.tags if tag.field == wanted)

    def texts(self, field: str) -> tuple[str, ...]:
        """Gives the words that one field filled in, in order."""
        return tuple(tag.text for tag in self.tags_of(field))
