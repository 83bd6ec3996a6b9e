"""The words of a draft in a row, section by section, with what each was filled in from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from billkit.tree import Document, Node, Run, Runs

__all__ = ["CLOSE", "NAMES", "OPEN", "POINT", "SAYS", "Line", "Stream", "Tag", "marked", "streams"]

NAMES = "names"
"""The clause that words filled in from the names of a bill are marked with."""

OPEN, SAYS, CLOSE, POINT = "\x02", "\x03", "\x04", "\x01"
"""The marks of a line: before the origin of words, before and after the words, and in place of a
reference within the draft."""


@dataclass(frozen=True, slots=True)
class Tag:
    """Words of a stream that a field filled in: from where to where, and of which clause.

    ``before`` are the words that stand before them in their provision.
    """

    start: int
    end: int
    clause: str
    field: str
    text: str
    ref: str | None = None
    before: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The own words of a provision, or those after what stands below it.

    ``marked`` are the words with their origins, as `marked` writes them.
    """

    start: int
    end: int
    provision: str
    marked: str


@dataclass(frozen=True, slots=True)
class Stream:
    """The words of a section in a row, one blank between provisions, without numbers."""

    section: str
    text: str
    lines: tuple[Line, ...]
    tags: tuple[Tag, ...]

    def tags_of(self, clause: str, *, start: int = 0, end: int | None = None) -> tuple[Tag, ...]:
        """Gives what the fields of a clause filled in, from a place on and up to another."""
        limit = len(self.text) if end is None else end
        return tuple(t for t in self.tags if t.clause == clause and start <= t.start < limit)

    def part(self, line: Line, start: int, end: int) -> Line:
        """Gives the part of a line that lies between two places."""
        first, last = max(line.start, start), min(line.end, end)
        if (first, last) == (line.start, line.end):
            return line
        coded, place = "", first
        for tag in self.tags:
            if first <= tag.start and tag.end <= last:
                coded += self.text[place : tag.start] + marked(tag.text, (tag.clause, tag.field))
                place = tag.end
        return Line(first, last, line.provision, coded + self.text[place:last])


def marked(text: str, origin: tuple[str, str] | None) -> str:
    """Writes words with their origin before them."""
    return text if origin is None else f"{OPEN}{'/'.join(origin)}{SAYS}{text}{CLOSE}"


def streams(document: Document) -> Iterator[Stream]:
    """Puts the words of each section of a draft in a row.

    Numbers, headings and the words that place a section in the code are left out; a reference
    within the draft is a single mark.
    """
    ids = {id(node): id_ for id_, node in document.by_id.items()}
    for section in document.root.children:
        if section.kind == "section":
            yield _stream(section, ids)


def _stream(section: Node, ids: dict[int, str]) -> Stream:
    """Puts the words of one section in a row."""
    text = ""
    lines: list[Line] = []
    tags: list[Tag] = []
    placed = section.role == "frame" and any(node.role == "law" for node in section.walk())
    for node, runs in _said(section, placed=placed):
        if text:
            text += " "
        start = len(text)
        coded = ""
        for run in runs:
            words = POINT if run.ref is not None else run.text
            if run.origin is not None:
                clause, field = run.origin
                end = len(text) + len(words)
                tags.append(Tag(len(text), end, clause, field, words, run.ref, text[start:]))
            coded += marked(words, run.origin)
            text += words
        lines.append(Line(start, len(text), ids[id(node)], coded))
    return Stream(ids[id(section)], text, tuple(lines), tuple(tags))


def _said(node: Node, *, placed: bool) -> Iterator[tuple[Node, Runs]]:
    """Yields the words of a provision and of all below it, in order."""
    if node.kind == "catchline":
        return
    if node.text and not placed:
        yield node, _single(node.text)
    for child in node.children:
        yield from _said(child, placed=False)
    if node.tail:
        yield node, _single(node.tail)


def _single(runs: Runs) -> Runs:
    """Gives runs in which no blank follows another."""
    out = [run for run in runs if run.text]
    return tuple(
        Run(later.text.lstrip(" "), later.origin, later.ref)
        if before is not None and before.text.endswith(" ")
        else later
        for before, later in pairwise((None, *out))
        if later is not None
    )
