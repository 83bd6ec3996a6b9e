"""Lays the words of a section beside a passage of a copy and puts each difference to its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from billkit.comparison.wording import Wording
from billkit.library.locating import Passage, without_notes
from billkit.text.typography import word_key
from billkit.text.words import TOKEN
from billkit.tree import Document, Node

__all__ = ["Changes", "Difference", "Spelling", "Stretch", "compared", "own_words", "spelled"]

_ENUMERATED = re.compile(
    r"\s*(?:\(\w{1,5}(?:\.\d+)?\)|\d{1,3}(?:\.\d+)?\.\s|[a-z]{1,2}\.\s|[IVXLC]+\.\s"
    r"|Subd(?:ivision|\.))"
)
_OPENING = 4
_FARTHEST = 12
_REACH = 200
_PARTED = "\n\n"
_NUMBERED = re.compile(r".*\d[\w:-]*(?:\.\d[\w-]*)*\W*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that differ: those that are held, and those of the copy; one of them may be empty."""

    held: str
    copied: str

    def __str__(self) -> str:
        """Writes it as redlines do: ``[-held-]{+copied+}``."""
        held = " ".join(self.held.split())
        copied = " ".join(self.copied.split())
        return (f"[-{held}-]" if held else "") + (f"{{+{copied}+}}" if copied else "")


class Stretch(NamedTuple):
    """Where the own words of a provision stand in the text of a section; a gap has none."""

    id: str
    start: int
    end: int
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Spelling:
    """The text of a section and where the words of each provision stand in it.

    ``headed`` says that it begins with an enacted heading.
    """

    text: str
    stretches: tuple[Stretch, ...]
    headed: bool = False


@dataclass(slots=True)
class Changes:
    """What differs: under each provision's id, and what the copy has in place of gaps.

    ``lost`` are the provisions of which no word is in the copy; ``kept`` those of which some are.
    """

    differences: dict[str, list[Difference]] = field(default_factory=dict)
    filled: dict[str, str] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)


def own_words(node: Node) -> str:
    """Gives what of a provision's own words a copy prints: not the number of a section."""
    if node.kind == "section" and node.num:
        return node.words[len(node.num) :].strip()
    return node.words


def spelled(document: Document, tops: list[str]) -> Spelling:
    """Spells a section, each provision on a line, and tells where the words of each stand.

    Args:
        document: The document.
        tops: The ids of the provisions below the root that are the section.
    """
    stretches: list[Stretch] = []
    parts: list[str] = []
    place = 0

    def add(id_: str, words: str, *, gap: bool = False) -> None:
        nonlocal place
        if words and place:
            parts.append("\n")
            place += 1
        stretches.append(Stretch(id_, place, place + len(words), gap=gap and not words))
        parts.append(words)
        place += len(words)

    def below(id_: str) -> None:
        node = document.by_id[id_]
        if node.is_gap or own_words(node):
            add(id_, own_words(node), gap=node.is_gap)
        for child in children.get(id_, ()):
            below(child)
        if node.tail_words:
            add(id_, node.tail_words)

    children: dict[str, list[str]] = {}
    for id_, parent in document.parents.items():
        children.setdefault(parent, []).append(id_)
    for top in tops:
        below(top)
    headed = any(document.by_id[top].heading for top in tops[:1])
    return Spelling("".join(parts), tuple(stretches), headed=headed)


def compared(spelling: Spelling, passage: Passage) -> Changes:
    """Compares a section with a passage of a copy, word for word."""
    text, stretches = spelling.text, spelling.stretches
    changes = Changes()
    place = start = 0
    held: list[str] = []
    copied: list[str] = []

    def close() -> None:
        if held or copied:
            printed = "".join(copied)
            if start == 0 and stretches and not stretches[0].gap:
                printed = _beyond_head(printed, headed=spelling.headed)
            first, last, words = _slid(spelling, start, place, printed)
            _assign(stretches, first, last, Difference(text[first:last].strip(), words), changes)
            held.clear()
            copied.clear()

    for piece in Wording(readable=False).pieces(text, _trimmed(passage, spelling)):
        after = place + len(piece.enacted)
        if piece.sign in "=~":
            close()
        else:
            if not (held or copied):
                start = place
            held.append(piece.enacted)
            copied.append(piece.proposed)
        place = after
    close()
    whole = {each.id for each in stretches if not each.gap}
    changes.lost &= whole - changes.kept
    return changes


def _trimmed(passage: Passage, spelling: Spelling) -> str:
    """Takes off what a publisher prints before and after the law.

    The law begins where its first words stand in the first or second paragraph.
    """
    paragraphs = without_notes(passage.paragraphs, after=passage.known)
    whole = _PARTED.join(paragraphs)
    if not spelling.stretches or spelling.stretches[0].gap:
        return whole
    opening = [word_key(token) for token in TOKEN.findall(spelling.text[:400])[:_OPENING]]
    tokens = TOKEN.findall(whole)
    keys = [word_key(token) for token in tokens]
    for at in range(len(TOKEN.findall(_PARTED.join(paragraphs[:2])))):
        parted = at == 0 or not keys[at - 1][:1].isalnum() or "\n" in tokens[at - 1]
        if parted and keys[at : at + len(opening)] == opening:
            return "".join(tokens[at:])
    return whole


def _slid(spelling: Spelling, start: int, end: int, copied: str) -> tuple[int, int, str]:
    """Moves a change that begins amid a provision to the head of one, where that is the same.

    Of "(a) x (b) y (c) z" against "(a) x (c) z" the words "b) y (" are missing, or "(b) y".
    """
    heads = {each.start for each in spelling.stretches}
    if (start < end and copied.strip()) or start in heads:
        return start, end, copied.strip()
    text = spelling.text
    words = text[start:end] or copied
    for step in (_earlier, _later):
        place, moved = start, words
        for _ in range(_FARTHEST):
            found = step(text, place, moved, len(words) if start < end else 0)
            if found is None:
                break
            place, moved = found
            if place in heads:
                last = place + len(moved) if start < end else place
                return place, last, "" if start < end else moved.strip()
    return start, end, copied.strip()


def _earlier(text: str, place: int, words: str, _: int) -> tuple[int, str] | None:
    """Moves words by a token toward the head of a text, where they then read the same."""
    before = TOKEN.findall(text[max(place - _REACH, 0) : place])[-1:]
    last = TOKEN.findall(words)[-1:]
    if not before or not last or word_key(before[0]) != word_key(last[0]):
        return None
    return place - len(before[0]), before[0] + words[: -len(last[0])]


def _later(text: str, place: int, words: str, held: int) -> tuple[int, str] | None:
    """Moves words by a token toward the end of a text, where they then read the same."""
    after = TOKEN.match(text, place + held)
    first = TOKEN.match(words)
    if not after or not first or word_key(after.group()) != word_key(first.group()):
        return None
    return place + len(first.group() if held else after.group()), (
        words[first.end() :] + after.group()
    )


def _assign(
    stretches: tuple[Stretch, ...], start: int, end: int, change: Difference, changes: Changes
) -> None:
    """Puts a difference to the provisions it concerns."""
    if change.held:
        touched = [each for each in stretches if each.start < end and start < each.end]
        for count, each in enumerate(touched):
            part = change if count == 0 else Difference(change.held, "")
            changes.differences.setdefault(each.id, []).append(part)
            covered = start <= each.start and each.end <= end + 1
            (changes.lost if covered else changes.kept).add(each.id)
        return
    gap = next((each for each in stretches if each.gap and abs(each.start - start) <= 1), None)
    if gap is not None:
        changes.filled[gap.id] = " ".join(change.copied.split())
        return
    last = stretches[-1].end if stretches else 0
    if not change.copied or not stretches:
        return
    if start >= last and not _goes_on(change.copied):
        return
    for each in reversed(stretches):
        if not each.gap and each.start <= max(start - 1, 0):
            changes.differences.setdefault(each.id, []).append(change)
            return
    changes.differences.setdefault(stretches[0].id, []).append(change)


def _beyond_head(copied: str, *, headed: bool) -> str:
    """Takes the section's number and a publisher's catchline off the words before the law.

    What stands in the paragraph of the law's first words is no catchline, nor what stands between
    the number and an enacted heading; a paragraph that begins with an enumerator is none either.
    """
    _, parted, beside = copied.rpartition(_PARTED)
    if parted:
        for paragraph in copied.split(_PARTED):
            if _ENUMERATED.match(paragraph):
                return copied[copied.index(paragraph) :].strip()
        return beside.strip()
    if _ENUMERATED.match(copied):
        return copied.strip()
    match = _NUMBERED.match(copied) if headed else None
    return copied[match.end() :].strip() if match else ""


def _goes_on(copied: str) -> bool:
    """Says whether words after the last that are held go on with the law."""
    return bool(_ENUMERATED.match(copied)) or copied[:1].islower() or copied[:1] in ",;."
