"""What to look at in an act: things that follow from its text and that a reader may miss."""

from __future__ import annotations

import re
from collections.abc import Iterator

from billkit.clauses import inflection
from billkit.errors import Finding
from billkit.reading.sentences import Sentence, sentences
from billkit.tree import Document

__all__ = ["look_at"]

_DEFINED = re.compile(
    r"[\"“](?P<term>[^\"”]{2,80}?),?[\"”],?\s+(?:means?\b|has\s+the\s+(?:same\s+)?meaning)"
)
_WIDE = re.compile(r"\b(?:act|chapter|article|part|subchapter|title|code)\b", re.IGNORECASE)
_SCOPE = re.compile(
    r"\b(?:as\s+used\s+in|for\s+(?:the\s+)?purposes\s+of|in|throughout)\s+this\s+(?P<scope>\w+)",
    re.IGNORECASE,
)


def look_at(document: Document) -> tuple[Finding, ...]:
    """Lists what a text gives reason to look at.

    At present: terms that are defined and never used. Nothing is said of a text with gaps, where
    the term may stand, nor of a section that defines terms for an act of which it is only a part.

    Returns:
        Findings of severity ``warning``: ``defined-never-used``.
    """
    if any(node.is_gap or node.status == "reconstructed" for node in document.provisions):
        return ()
    found = list(sentences(document))
    return tuple(_unused(document, found))


def _unused(document: Document, found: list[Sentence]) -> Iterator[Finding]:
    """Finds terms that are defined and stand in no other sentence."""
    sections = [node for node in document.root.children if node.kind == "section"]
    whole = "\n".join(sentence.words for sentence in found)
    start = 0
    for sentence in found:
        for match in _DEFINED.finditer(sentence.words):
            scope = _SCOPE.search(sentence.whole)
            wide = scope is None or _WIDE.fullmatch(scope["scope"])
            if wide and len(sections) == 1 and document.standing != "draft":
                continue
            term = " ".join(match["term"].split())
            # A sentence that leads to a list can use the term it defines; any other only defines.
            own = match.span() if sentence.items else (0, len(sentence.words))
            if not _is_used(whole, term, start + own[0], start + own[1]):
                yield _finding(document, sentence, match, term)
        start += len(sentence.words) + 1


def _finding(document: Document, sentence: Sentence, match: re.Match[str], term: str) -> Finding:
    """Makes the finding of a term that is never used."""
    return Finding(
        code="defined-never-used",
        message=f'"{term}" is defined but never used.',
        where=document.where(sentence.provision),
        excerpt=sentence.words,
        caret=(match.start("term"), len(match["term"])),
        hint="a provision that used it may have been left out; look at what was copied.",
        severity="warning",
    )


def _is_used(whole: str, term: str, start: int, end: int) -> bool:
    """Whether a term stands anywhere but between two places, in the singular or the plural."""
    forms = {term, inflection.plural(term), re.sub(r"ies$", "y", term), re.sub(r"e?s$", "", term)}
    pattern = "|".join(
        r"\s+".join(re.escape(word) for word in form.split()) for form in sorted(forms) if form
    )
    return any(
        found.end() <= start or found.start() >= end
        for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", whole, re.IGNORECASE)
    )
