"""Proves that every held word of a source stands in a statute file, in its order, and no other."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from billkit.text.words import TOKEN
from billkit.tree import Document, join

__all__ = ["SOURCES", "differences", "digest", "source_lines"]

SOURCES = Path(__file__).resolve().parents[3] / "shared" / "statutes"
"""The source texts, where they lie beside the checkout."""

_GAP = re.compile(r"\[\[(?P<what>.*?)\]\]")
_HISTORY = re.compile(r"^\[ .*\]$")
_LABEL = re.compile(r"\[((?:\([0-9A-Za-z.]+\))+)\]")
_PRINTED_CODE = re.compile(r"^[0-9]+[A-Z]?(?:[.-][0-9A-Za-z]+)+$")
_EDITORIAL = re.compile(r"\[([^\[\]]*)\]")
_CUT = re.compile(
    r"""(?:from|inside\ the\ word)\ "[^"]*?(?P<half>[a-z]+)(?:\[[a-z]+\]|\.\.\.)""", re.VERBOSE
)
_HALF_WORDS = {"to re": "re"}
"""What a gap says of its beginning, where the source ends in half a word without marking it."""


@dataclass(frozen=True)
class Line:
    """The held tokens of one line of a source."""

    number: int
    tokens: tuple[str, ...]


def tokens(text: str) -> tuple[str, ...]:
    """Splits a text into words and marks."""
    return tuple(found.group().strip() for found in TOKEN.finditer(text))


def source_lines(text: str) -> list[Line]:
    """Gives what is held of each line of a source file.

    Marks for reconstruction, gaps, editorial words and the history at the end are no text; an
    inferred number is one; half a word before a gap belongs to the gap.
    """
    head, _, body = text.partition("\n---\n")
    first = head.count("\n") + 3
    printed = body.split("\n")
    out: list[Line] = []
    for number, line in enumerate(printed, start=first):
        following = printed[number - first + 1] if number - first + 1 < len(printed) else ""
        held = _held(line, following)
        if held:
            out.append(Line(number, held))
    return out


def _held(line: str, following: str) -> tuple[str, ...]:
    """Gives the held tokens of a line."""
    line = line.removeprefix("?? ").strip()
    if _HISTORY.match(line):
        return ()
    gaps = [found["what"] for found in _GAP.finditer(line)]
    if following.startswith("[["):
        gaps.append(following)
    line = _LABEL.sub(r"\1", _GAP.sub("", line).strip())
    line = _EDITORIAL.sub(lambda found: found[0] if _PRINTED_CODE.match(found[1]) else "", line)
    held = tokens(line)
    halves = {found["half"] for gap in gaps for found in _CUT.finditer(gap)}
    halves |= {
        half for said, half in _HALF_WORDS.items() if any(f'"{said}"' in gap for gap in gaps)
    }
    return held[:-1] if held and held[-1] in halves else held


def _chunks(document: Document) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """Yields the tokens of a document in order; the first value says they head a section."""
    waiting: list[tuple[str, tuple[str, ...]]] = []
    for id_, node in document.by_id.items():
        while waiting and not id_.startswith(waiting[-1][0]):
            yield False, waiting.pop()[1]
        is_section = node.kind == "section"
        if node.num:
            yield is_section, tokens(node.num)
        if node.heading:
            yield is_section, tokens(join(node.heading))
        yield False, tokens(join(node.text))
        if node.tail:
            waiting.append((f"{id_}/", tokens(node.tail_words)))
    while waiting:
        yield False, waiting.pop()[1]


def digest(document: Document) -> str:
    """Gives the digest of a document's words and marks, but for the heads of its sections."""
    held = [token for heads, chunk in _chunks(document) if not heads for token in chunk]
    return hashlib.sha256("\x1f".join(held).encode()).hexdigest()


def differences(document: Document, source: str) -> list[str]:
    """Compares a document with its source, word by word; says where they part.

    The head of a section may be missing on either side: a source that is one section does not
    always print its number, and a publisher's catchline is no law.
    """
    lines = source_lines(source)
    wanted = [(token, line.number) for line in lines for token in line.tokens]
    starts = {line.number: line.tokens for line in lines}
    at = 0
    for heads, chunk in _chunks(document):
        size = len(chunk)
        found = tuple(token for token, _ in wanted[at : at + size])
        if found == chunk:
            at += size
            if heads and at < len(wanted):
                at = _after_catchline(wanted, at, document)
        elif not heads:
            there = " ".join(token for token, _ in wanted[at : at + 12])
            line = wanted[at][1] if at < len(wanted) else 0
            here = " ".join(chunk[:12])
            return [f"line {line}: the source has {there!r}, the file {here!r}"]
    if at < len(wanted):
        rest = " ".join(token for token, _ in wanted[at : at + 12])
        return [f"line {wanted[at][1]}: not in the file: {rest!r}"] if starts else []
    return []


def _after_catchline(wanted: list[tuple[str, int]], at: int, document: Document) -> int:
    """Steps over the catchline of a section's line, where the file leaves it out."""
    line = wanted[at - 1][1]
    end = at
    while end < len(wanted) and wanted[end][1] == line:
        end += 1
    catchline = [token for token, _ in wanted[at:end]]
    if end == at:
        return at
    labels = {tokens(node.label) for node in document.root.children if node.label}
    return end if tuple(catchline) in labels else at
