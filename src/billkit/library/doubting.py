"""Doubts references by what their words expect: a list where there is none, while another is near.

A drafter who points at "those areas identified in subsection (3)" expects a list there. Where the
target lists nothing, and beside it stands a list of just such things that the provision does not
point at already, the number is likely another's: one that moved when provisions were inserted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from billkit.tree import Document

__all__ = ["Doubt", "doubt"]

_FEWEST_ITEMS = 2
_FEWEST_COMMON = 2
_SHORTEST = 4
_STEM = 6

_LISTING = re.compile(
    r"""
    \b (?: those | these | the | any | all | each\ of\ the | such | other | of\ the )
    \s+ (?: [\w’'-]+ \s+ ){0,3}? (?P<things> [a-z][\w’'-]*s )
    ,? (?: \s+ (?: as | that | which | are | is | be | otherwise | specifically ) ){0,3}
    \s+ (?: identified | listed | enumerated | specified | set\ (?:forth|out) | described | named
          | outlined | contained | itemi[sz]ed | stated | prescribed | designated | found
          | included )
    \s+ (?: in | under | by | at ) \s+ \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DEFINING = re.compile(
    r"\b(?:defined|definitions?(?:\s+\w+){0,4})\s+(?:in|under|by|of)\s+\Z", re.IGNORECASE
)
_DEFINITION = re.compile(r"\b(?:means?|includes?|defined|definition|refers? to)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-z)\]]{2}[.;:])\s+(?=[A-Z])")
_WORD = re.compile(r"[a-z]+")
_COMMON = frozenset(
    ["section", "subsection", "paragraph", "chapter", "shall", "which", "their", "there", "these",
     "those", "under", "other", "such", "that", "this", "with", "from", "have", "been", "upon",
     "into", "following", "provided", "provision", "provisions", "addition", "identified", "listed",
     "specified", "described", "pursuant", "required", "except", "including", "include"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Doubt:
    """Says why a reference is doubtful, and which provision is likely meant.

    ``words`` are what the reference's sentence and the likely target have in common.
    """

    reason: str
    likely: str
    words: tuple[str, ...]


def doubt(
    words: str, whole: tuple[int, int], document: Document, target: str, *, named: Collection[str]
) -> Doubt | None:
    """Doubts a reference where its words do not fit what it points at, but fit a neighbour.

    Args:
        words: The words of the provision that holds the reference.
        whole: Where the reference stands in them.
        document: The document of the target.
        target: The id of the provision that the reference points at.
        named: The ids in that document that are no other choice: those that the same provision
            points at elsewhere, and those that hold the reference itself.
    """
    before = words[: whole[0]]
    if _LISTING.search(before):
        fits, subject, reason = _lists, _leads, "lists nothing"
    elif _DEFINING.search(before):
        fits, subject, reason = _defines, _all_words, "defines nothing"
    else:
        return None
    if fits(document, target):
        return None
    subjects = {other: _stems(subject(document, other)) for other in _siblings(document, target)}
    usual = Counter(stem for stems in subjects.values() for stem in stems)
    telling = {
        stem
        for stem in _stems(_sentence(words, whole)) - _stems(subject(document, target))
        if usual[stem] <= max(1, len(subjects) // 2)
    }
    found = {
        other: telling & stems
        for other, stems in subjects.items()
        if other not in named and len(telling & stems) >= _FEWEST_COMMON and fits(document, other)
    }
    if not found:
        return None
    likely = max(found, key=lambda other: len(found[other]))
    printed = _WORD.findall(_sentence(words, whole).casefold())
    common = {word[:_STEM]: word for word in reversed(printed) if word[:_STEM] in found[likely]}
    return Doubt(reason, likely, tuple(sorted(common.values())))


def _siblings(document: Document, id_: str) -> Iterator[str]:
    """Yields the numbered provisions beside one."""
    parents = document.parents
    for other, node in document.by_id.items():
        if other != id_ and parents[other] == parents[id_] and node.num and not node.is_gap:
            yield other


def _below(document: Document, id_: str) -> Iterator[str]:
    """Yields a provision's id and those of everything in it."""
    for other in document.ids:
        if other == id_ or other.startswith(f"{id_}/"):
            yield other


def _opens_list(document: Document, id_: str) -> bool:
    """Says whether a provision's own words lead into numbered items."""
    node = document.by_id[id_]
    items = sum(child.num is not None for child in node.children)
    return items >= _FEWEST_ITEMS and node.words.endswith((":", "—", "--", "–"))


def _lists(document: Document, id_: str) -> bool:
    """Says whether a list stands in a provision, or might in what of it is not held."""
    return any(
        _opens_list(document, each) or document.by_id[each].is_gap for each in _below(document, id_)
    )


def _defines(document: Document, id_: str) -> bool:
    """Says whether a provision defines anything, or might in what of it is not held."""
    return any(
        document.by_id[each].is_gap or _DEFINITION.search(document.by_id[each].words)
        for each in _below(document, id_)
    )


def _leads(document: Document, id_: str) -> str:
    """Gives the words that lead into the lists of a provision, or else its own."""
    leads = [
        document.by_id[each].words for each in _below(document, id_) if _opens_list(document, each)
    ]
    return " ".join(leads) or document.by_id[id_].words


def _all_words(document: Document, id_: str) -> str:
    """Gives all words of a provision."""
    return " ".join(document.by_id[each].words for each in _below(document, id_))


def _sentence(words: str, whole: tuple[int, int]) -> str:
    """Gives the sentence around a reference."""
    start = max((m.end() for m in _SENTENCE.finditer(words, 0, whole[0])), default=0)
    after = _SENTENCE.search(words, whole[1])
    return words[start : after.start() if after else len(words)]


def _stems(words: str) -> frozenset[str]:
    """Gives the stems of the words that carry meaning."""
    return frozenset(
        word[:_STEM]
        for word in _WORD.findall(words.casefold())
        if len(word) >= _SHORTEST and word not in _COMMON
    )
