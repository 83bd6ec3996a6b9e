"""Lines filled with words up to a width, with marks that never reach over a line's end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias

from rich.cells import cell_len

from billkit.text.lines import unbroken
from billkit.text.unseen import visible
from billkit.writers.document_head import NOT_CONFIRMED

__all__ = ["LEAST_WIDTH", "Ink", "Line", "Marks", "Span", "filled", "marked"]

Ink: TypeAlias = Literal[
    "", "deleted", "inserted", "follows", "was", "restyled", "uncompared", "note", "faint",
    "strong", "gap", "heading",
]  # fmt: skip
"""What a piece of a line is, and so how it is marked or coloured."""

LEAST_WIDTH = 24
"""The narrowest line that can hold every mark and a letter."""


class Span(NamedTuple):
    """Some characters of one ink; ``doubt`` where they are reconstructed among others."""

    text: str
    ink: Ink = ""
    doubt: bool = False


Line: TypeAlias = list[Span]
Marks: TypeAlias = Mapping[Ink, tuple[str, str]]
"""What stands before and after the characters of an ink."""

_DOUBT = (f"{{{NOT_CONFIRMED} ", f" {NOT_CONFIRMED}}}")
_PARTS = re.compile(r"([ \t\n\r\f\v\x85\u2028\u2029]+)|[^ \t\n\r\f\v\x85\u2028\u2029]+")
"""Blanks at which a line may break, or characters that stay together."""


class _Filler:
    """Fills one line and knows how wide it is, its closing marks included."""

    def __init__(self, marks: Marks) -> None:
        """Starts with an empty line."""
        self.marks = marks
        self.spans: Line = []
        self.width = 0

    def cost(self, spans: Iterable[Span]) -> int:
        """Counts the cells that spans would add."""
        total = 0
        before = self.spans[-1] if self.spans else None
        for span in spans:
            total += cell_len(span.text)
            doubt = before.doubt if before else False
            if span.doubt and not doubt:
                total += sum(map(len, _DOUBT))
            if span.ink in self.marks and (
                before is None or (before.ink, doubt) != (span.ink, span.doubt)
            ):
                total += sum(map(len, self.marks[span.ink]))
            if span.ink in self.marks:
                total += sum(map(len, _kept_apart(span.text, *self.marks[span.ink])))
            before = span
        return total

    def add(self, spans: Iterable[Span]) -> None:
        """Adds spans to the line."""
        for span in spans:
            self.width += self.cost((span,))
            last = self.spans[-1] if self.spans else None
            if last and last[1:] == span[1:]:
                self.spans[-1] = span._replace(text=last.text + span.text)
            else:
                self.spans.append(span)


def filled(spans: Iterable[Span], *, width: int, marks: Marks) -> Iterator[Line]:
    """Fills lines; they break at white space, and within a word only where it fits on none.

    Args:
        spans: The text; any white space counts as one blank, and characters that cannot be seen
            are written by number.
        width: How many cells a line holds, marks included.
        marks: The marks of each ink that has some.
    """
    line = _Filler(marks)
    for blank, word in _words(spans):
        parts = list(_chopped(word, width, marks))
        joined = [blank, *parts[0]] if blank and line.spans else parts[0]
        if line.spans and line.width + line.cost(joined) > width:
            yield line.spans
            line = _Filler(marks)
            joined = parts[0]
        line.add(joined)
        for part in parts[1:]:
            yield line.spans
            line = _Filler(marks)
            line.add(part)
    if line.spans:
        yield line.spans


def _words(spans: Iterable[Span]) -> Iterator[tuple[Span | None, Line]]:
    """Yields words, each with the blank before it; a word may be of several inks."""
    blank = False
    before: Span | None = None
    word: Line = []
    gap: Span | None = None
    for span in spans:
        for found in _PARTS.finditer(visible(unbroken(span.text))):
            if found[1]:
                if word:
                    yield gap, word
                    before, word, gap = word[-1], [], None
                blank = True
                continue
            here = span._replace(text=found[0])
            if not word and blank and before:
                same = before.ink == here.ink and before.doubt == here.doubt
                gap = Span(" ", here.ink if same else "", before.doubt and here.doubt)
            blank = False
            word.append(here)
    if word:
        yield gap, word


def _chopped(word: Line, width: int, marks: Marks) -> Iterator[Line]:
    """Cuts a word that fits on no line into parts that do."""
    line = _Filler(marks)
    if line.cost(word) <= width:
        yield word
        return
    for span in word:
        for character in span.text:
            one = (span._replace(text=character),)
            if line.spans and line.width + line.cost(one) > width:
                yield line.spans
                line = _Filler(marks)
            line.add(one)
    yield line.spans


def _kept_apart(text: str, opening: str, closing: str) -> tuple[str, str]:
    """Gives the blanks that keep characters apart from marks that are made of the same."""
    return (
        " " if opening and text[:1] == opening[-1] else "",
        " " if closing and text[-1:] == closing[0] else "",
    )


def marked(
    line: Line, marks: Marks, *, paint: Callable[[Ink, str], str] = lambda _, text: text
) -> str:
    """Writes a line with its marks, those of doubt outside all others.

    A blank keeps a mark apart from the like character: ``[- -- and so on-]``.

    Args:
        line: The line.
        marks: The marks of each ink that has some.
        paint: Colours the characters of an ink, its marks included.

    Example:
        >>> marks: Marks = {"deleted": ("[-", "-]")}
        >>> marked([Span("The "), Span("board", "deleted")], marks)
        'The [-board-]'
    """
    out: list[str] = []
    for doubt, spans in groupby(line, key=lambda span: span.doubt):
        inner: list[str] = []
        for ink, some in groupby(spans, key=lambda span: span.ink):
            opening, closing = marks.get(ink, ("", ""))
            text = "".join([span.text for span in some])
            first, last = _kept_apart(text, opening, closing)
            inner.append(paint(ink, f"{opening}{first}{text}{last}{closing}"))
        if doubt:
            inner = [paint("gap", _DOUBT[0]), *inner, paint("gap", _DOUBT[1])]
        out.extend(inner)
    return "".join(out)
