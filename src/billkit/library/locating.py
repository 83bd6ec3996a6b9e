"""Finds the part of a published copy that is a given section, or says that it is another's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from billkit.readers.heads import parse_head
from billkit.readers.published import PublishedCopy
from billkit.text.enumerators import slug
from billkit.text.typography import word_key
from billkit.text.words import TOKEN
from billkit.tree import Document, Node

__all__ = ["Passage", "find_passage", "head_number", "section_number", "without_notes"]

_PHRASE = 3
_MOST_ALIKE = 0.9
_ALIKE = 0.5
_HARDLY = 0.1
_BEFORE_NUMBER = re.compile(
    r"(?:[^a-z]|\b(?:Section|Sec|Code|Ann|Annotated|Statutes|Stat|Title|Rules?|Rev|Miss|Minn|Ark|Tenn"
    r"|Utah|Colo|Mont|Wash|Admin|Comp|Ed|North|Dakota|Century|Kentucky|Revised|Mississippi|Minnesota"
    r"|of|Cent)\b)*"
)
_NOTE = re.compile(
    r"""
    \W* (?:
      (?: HISTORY | History | SOURCES? | Sources? | CREDITS? | Credits? | EFFECTIVE | Effective
        | Cite\ as | Disclaimer | DISCLAIMER | Cross[ -]?References? | CROSS[ ]REFERENCES?
        | Annotations? | NOTES? | Notes? | Derivation | AUTHORITY | Authority
        | (?:Statutory|General|Specific|Rulemaking)\ [Aa]uthority
        | Legislative\ Research\ Commission\ Notes?
      ) (?: \s \([^)]*\) )? (?: \s* [:—–] | \.? \s* \Z )
    | (?: Added | Amended | Enacted | Renumbered | Last\ amended | Created | Repealed )
        (?: \s and \s \w+ )? \s by \s
        (?: Laws? | Acts? | Chapter | Ch\. | P\.L\. | Stats? | S\.L\. | \d )
    | (?: Laws | Acts | S\.L\. | P\.L\. | St\. ) ,? \s+ (?:of\s+)? \d{4}
        [^a-z]* (?: [a-z]{1,4}\b [^a-z]* )* \Z
    | L\. \s+ \d{4} :
    | \[ \s* (?: \d{4} | Added | Amended ) [^\]]* \] \s* \Z
    | © | Copyright \b )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """The paragraphs of a copy that are a section.

    ``share`` of the section's phrases stand in them; ``known`` is the place of the last paragraph
    in which any does.
    """

    paragraphs: tuple[str, ...]
    share: float
    known: int = 0


def section_number(document: Document, section: Node) -> str:
    """Gives a section's number without its unit and punctuation, "" where it has none."""
    if section.kind != "section" or not section.num:
        return ""
    value = slug(section.num, unit="sec").removeprefix("sec-")
    return value.removeprefix("Ed-") if document.jurisdiction == "us-nh" else value


def head_number(paragraph: str) -> str:
    """Gives the number of the section that a paragraph heads, "" where it heads none.

    Example:
        >>> head_number("37-179-3. Responsibilities of districts"), head_number("(1) A district")
        ('37-179-3', '')
    """
    head = parse_head(" ".join(paragraph.split()))
    if head is None or head.kind != "section":
        return ""
    return re.sub(r"^[^\d]*(?:Sec(?:tion|\.)?|§)?\s*|[.:\s]+$", "", head.num, flags=re.IGNORECASE)


def without_notes(paragraphs: Sequence[str], *, after: int = 0) -> tuple[str, ...]:
    """Leaves out what publishers print after a section: its history, sources and notes.

    Args:
        paragraphs: The paragraphs of a section.
        after: The place of a paragraph that is law for certain.

    Example:
        >>> without_notes(["(1) A zone.", "History: Created 2012.", "(2) no law"])
        ('(1) A zone.',)
    """
    for count, paragraph in enumerate(paragraphs):
        if count > after and _NOTE.match(paragraph):
            return tuple(paragraphs[:count])
    return tuple(paragraphs)


def _phrases(texts: Iterable[str]) -> set[tuple[str, ...]]:
    """Gives the phrases of some words each, however they are printed."""
    out: set[tuple[str, ...]] = set()
    for text in texts:
        keys = [word_key(token) for token in TOKEN.findall(re.sub(r"-\n\s*(?=[a-z])", "", text))]
        words = [key for key in keys if key[:1].isalnum()]
        out.update(zip(*(words[at:] for at in range(_PHRASE)), strict=False))
    return out


def _held(unit: Iterable[Node]) -> set[tuple[str, ...]]:
    """Gives the phrases of a unit's own words."""
    return _phrases(
        text
        for top in unit
        for node in top.walk()
        for text in (" ".join(run.text for run in (*node.heading, *node.text)), node.tail_words)
    )


def _passage(held: set[tuple[str, ...]], paragraphs: tuple[str, ...]) -> Passage:
    """Says which share of phrases stands in paragraphs, and which is the last to have any."""
    each = [held & _phrases([paragraph]) for paragraph in paragraphs]
    known = max((at for at, found in enumerate(each) if found), default=0)
    share = len(held & _phrases(paragraphs)) / len(held) if held else 0.0
    return Passage(paragraphs, share, known)


def find_passage(copy: PublishedCopy, unit: Sequence[Node], number: str) -> Passage | None:
    """Finds the part of a copy that is a section.

    The part begins at a paragraph with the section's number at its head, and ends before the head
    of another section. A copy that prints no number at a head is taken whole, if it has the
    section's words.

    Args:
        copy: The copy.
        unit: The section, and what stands beside it at its level.
        number: The section's number, "" where the copy is to be taken whole.

    Returns:
        The passage; None where the copy is of something else.
    """
    held = _held(unit)
    paragraphs = copy.paragraphs
    heads = [at for at, paragraph in enumerate(paragraphs) if _is_headed(paragraph, number)]
    found = [_passage(held, _until_next(paragraphs, at, number)) for at in heads]
    if found:
        best = max(found, key=lambda passage: passage.share)
        return best if best.share >= _HARDLY or not held else None
    whole = _passage(held, tuple(paragraphs))
    numbered = any(head_number(paragraph) for paragraph in paragraphs[:5])
    least = _MOST_ALIKE if number and numbered else _ALIKE
    return whole if whole.share >= least else None


def _is_headed(paragraph: str, number: str) -> bool:
    """Says whether a paragraph begins with the section's number."""
    if not number:
        return False
    start = " ".join(paragraph[:200].split())
    match = re.search(rf"(?<![\w.\-]){re.escape(number)}(?![\w\-]|[.:]\d)", start, re.IGNORECASE)
    return bool(match and _BEFORE_NUMBER.fullmatch(start, 0, match.start()))


def _until_next(paragraphs: Sequence[str], start: int, number: str) -> tuple[str, ...]:
    """Takes the paragraphs up to the head of the next section."""
    shape = _shape(number)
    for at in range(start + 1, len(paragraphs)):
        other = head_number(paragraphs[at])
        if other and other.casefold() != number.casefold() and _shape(other) == shape:
            return tuple(paragraphs[start:at])
    return tuple(paragraphs[start:])


def _shape(number: str) -> str:
    """Gives the form of a number: how many parts, and what parts them.

    The last part may be divided once more, as in 15.1-06-08.1.
    """
    return re.sub(r"\.\d+\Z", "", re.sub(r"\w+", "0", number).replace("0.0", "0"))
