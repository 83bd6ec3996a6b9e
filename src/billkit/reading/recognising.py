"""Reads any text of law for its provisions by the words that acts use, with a confidence each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from billkit.reading import (
    rules_accounting,
    rules_applying,
    rules_granting,
    rules_lasting,
    rules_scope,
    rules_voting,
)
from billkit.reading.bodies import aliases, bodies
from billkit.reading.hits import Hit, Reader
from billkit.reading.kinds import in_order
from billkit.reading.profiles import Cell, Quotation, Quoted
from billkit.reading.rules_frame import FRAME
from billkit.reading.sentences import Sentence, sentences
from billkit.reading.typed import typed_values
from billkit.tree import Document

__all__ = ["Findings", "cells_of", "find", "raw_values", "recognise"]

_RULES: tuple[Reader, ...] = (
    rules_granting.authority,
    rules_voting.approval_threshold,
    rules_scope.waivable_scope,
    rules_scope.non_waivable,
    rules_scope.permitted_practices,
    rules_lasting.term,
    rules_lasting.renewal,
    rules_applying.eligibility,
    rules_applying.application,
    rules_applying.decision,
    rules_accounting.advisory_panel,
    rules_accounting.reporting,
    rules_accounting.evaluation,
    rules_accounting.revocation,
    rules_accounting.rulemaking,
    *FRAME,
)
_LEAST = 0.6
_AGREE = 0.16
_MANY = 8
_GATHERED = frozenset({"votes", "reports"})


@dataclass(frozen=True)
class Findings:
    """What the rules find in a text, before it is sorted into cells.

    ``known`` is what plain words such as "board" mean; ``names`` what the text calls the bodies,
    by role.
    """

    hits: tuple[Hit, ...]
    known: Mapping[str, str]
    names: Mapping[str, str]


def find(document: Document) -> Findings:
    """Finds everything in a text that a rule takes for a provision, sure or not."""
    found = list(sentences(document))
    known = aliases(found)
    hits = tuple(hit for sentence in found for rule in _RULES for hit in rule(sentence, known))
    return Findings(hits, known, _names(found, known))


def recognise(document: Document) -> tuple[tuple[Cell, ...], Mapping[str, str]]:
    """Finds the provisions of a text.

    What no rule recognises is left out; what is recognised has its quotation, its place and a
    confidence below 1. Words that are reconstructed or not held are never read.

    Returns:
        The cells in the catalogue's order, and what the text calls the bodies, by role.
    """
    findings = find(document)
    return cells_of(document, findings, findings.hits), findings.names


def cells_of(document: Document, findings: Findings, hits: Iterable[Hit]) -> tuple[Cell, ...]:
    """Sorts hits into cells, those too unsure left out."""
    sorted_: dict[tuple[str, str], list[Hit]] = {}
    for hit in hits:
        if hit.confidence >= _LEAST:
            sorted_.setdefault((hit.kind, hit.part), []).append(hit)
    cells: list[Cell] = []
    for kind in in_order(kind for kind, _ in sorted_):
        parts = [part for name, part in sorted_ if name == kind]
        for place, part in enumerate(_by_weight(parts, kind, sorted_)):
            id_ = kind if place == 0 else f"{part or 'other'}-{kind}"
            cells.append(_cell(document, kind, id_, sorted_[kind, part], findings))
    return tuple(cells)


def _by_weight(parts: list[str], kind: str, hits: Mapping[tuple[str, str], list[Hit]]) -> list[str]:
    """Puts the parts of a kind in order: the surest first, on a tie the first in the text."""
    return sorted(parts, key=lambda part: -max(hit.confidence for hit in hits[kind, part]))


def _names(found: list[Sentence], known: Mapping[str, str]) -> dict[str, str]:
    """Finds what the text calls each body: the longest of its names."""
    out: dict[str, str] = {}
    for sentence in found:
        for body in bodies(sentence.words, known):
            if len(body.name) > len(out.get(body.role, "")):
                out[body.role] = body.name
    return out


def _cell(
    document: Document,
    kind: str,
    id_: str,
    hits: list[Hit],
    findings: Findings,
) -> Quoted:
    """Makes a cell of the hits of a kind: the surest, and those about as sure."""
    best = max(hit.confidence for hit in hits)
    kept = [hit for hit in hits if hit.confidence >= best - _AGREE][:_MANY]
    here = _names([hit.sentence for hit in kept], findings.known)
    values, _ = typed_values(kind, raw_values(kept), {**findings.names, **here})
    quotations: dict[tuple[str, str], Quotation] = {}
    for hit in kept:
        for quotation in _quotations(document, hit):
            quotations.setdefault((quotation.provision, quotation.words), quotation)
    return Quoted(kind, id_, tuple(quotations.values()), values)


def raw_values(hits: Iterable[Hit]) -> dict[str, object]:
    """Puts the values of hits together: the surest say first, votes and reports are gathered."""
    raw: dict[str, object] = {}
    for hit in sorted(hits, key=lambda hit: -hit.confidence):
        for field, value in hit.values.items():
            earlier = raw.setdefault(field, value)
            if field in _GATHERED and isinstance(earlier, list) and isinstance(value, list):
                raw[field] = [*earlier, *(item for item in value if item not in earlier)]
    return raw


def _quotations(document: Document, hit: Hit) -> list[Quotation]:
    """Quotes the sentence of a hit, and the items it leads to where they belong to it."""
    sentence = hit.sentence
    places = [(sentence.provision, sentence.words, sentence.status)]
    if hit.listed:
        places += sentence.items
    return [
        Quotation(
            words=words,
            provision=provision,
            citation=document.path(provision),
            status=status,
            confidence=round(hit.confidence, 2),
        )
        for provision, words, status in places
    ]
