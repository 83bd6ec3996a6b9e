"""The head of every redline: what changed, in a sentence and in figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from billkit.comparison.operations import Change
from billkit.comparison.result import Comparison
from billkit.tree import Document
from billkit.writers.document_head import STATUS_WORDS, UNTITLED, names, standing, statuses
from billkit.writers.redline_labels import labels

__all__ = ["Head", "SideHead", "head"]


@dataclass(frozen=True, slots=True)
class SideHead:
    """Says of one side what it is: its label, citation, standing and how far it is held."""

    label: str
    citation: str
    standing: str
    held: str


@dataclass(frozen=True, slots=True)
class Head:
    """Holds what stands before the rows of a redline.

    ``figures`` are labels and counts of provisions, ``words`` labels and counts of words;
    ``kinds`` are the changes that ``figures`` begins with, in the same order.
    """

    title: str
    sides: tuple[SideHead, SideHead]
    sentence: str
    kinds: tuple[Change, ...]
    figures: tuple[tuple[str, int], ...]
    words: tuple[tuple[str, int], ...]


def head(comparison: Comparison) -> Head:
    """Says what a comparison found, for people.

    Args:
        comparison: The comparison.
    """
    said = labels(comparison)
    summary = comparison.summary()
    kinds = tuple(change for change in said.changes if summary.changes.get(change))
    figures = [(said.changes[change], summary.changes[change]) for change in kinds]
    figures.append(("unchanged" if comparison.context == "law" else "the same", summary.equal))
    called = names(comparison.enacted, comparison.proposed)
    return Head(
        title=_title(comparison, called),
        sides=(
            _side(comparison.enacted, called[0], said.enacted),
            _side(comparison.proposed, called[1], said.proposed),
        ),
        sentence=_sentence(comparison),
        kinds=kinds,
        figures=tuple(figures),
        words=((said.deleted, summary.deleted_words), (said.inserted, summary.inserted_words)),
    )


def _title(comparison: Comparison, called: tuple[str, str]) -> str:
    """Names both sides with their standing."""
    law = comparison.context == "law"
    sides = (comparison.enacted, comparison.proposed)
    named = [
        f"{said} ({known})" if (known := standing(side)) else said
        for side, said in zip(sides, called, strict=True)
    ]
    if named[0] == named[1]:
        both = "proposed text against enacted text" if law else "A and B"
        return both if called[0] == UNTITLED else f"{named[0]}: {both}"
    return f"{named[1]} against {named[0]}" if law else f"{named[0]} and {named[1]}"


def _side(document: Document, called: str, label: str) -> SideHead:
    """Describes one side."""
    counts = statuses(document)
    told = [f"{count} {STATUS_WORDS[status]}" for status, count in counts.items()]
    held = f"provisions: {'; '.join(told)}" if told else ""
    if len(document.provisions) in counts.values():
        held = STATUS_WORDS[next(iter(counts))]
    return SideHead(label, called, standing(document), held)


def _sentence(comparison: Comparison) -> str:
    """Says in one or two sentences what changed."""
    said = labels(comparison)
    summary = comparison.summary()
    counts = {change: summary.changes.get(change, 0) for change in said.changes}
    gaps = counts.pop("uncompared")
    found = [(count, said.changes[change]) for change, count in counts.items() if count]
    law = comparison.context == "law"
    unchanged = "unchanged" if law else "the same in both"
    if not found:
        verdict = "No difference: every word is the same."
        sides = (comparison.enacted, comparison.proposed)
        if any(node.is_gap for side in sides for node in side.provisions):
            verdict = "No difference in what is held of both: not all text is."
    else:
        (first, what), *others = found
        noun = "provision is" if first == 1 else "provisions are"
        parts = [f"{first} {noun} {what}", *[f"{count} {label}" for count, label in others]]
        if summary.equal:
            parts.append(f"{summary.equal} {unchanged}")
        verdict = f"{_listed(parts)}; {_words_said(comparison)}."
    if gaps:
        verdict += f" {_counted(gaps, 'provision')} could not be compared: not all text is held."
    return " ".join([verdict, *_doubts(comparison)])


def _doubts(comparison: Comparison) -> Iterator[str]:
    """Yields what may be wrong with the choice of the two texts, or with their order."""
    enacted, proposed = comparison.enacted, comparison.proposed
    begun = enacted.dates.get("in-force", ""), proposed.dates.get("in-force", "")
    if comparison.context == "law":
        if enacted.standing in {"bill", "draft"} and proposed.standing in {"in force", "repealed"}:
            yield (
                f"Is the order right? The enacted text is a {enacted.standing}, "
                "the proposed one is law."
            )
        elif enacted.citation == proposed.citation and begun[1] and begun[0] > begun[1]:
            yield (
                f"Is the order right? The enacted text is in force since {begun[0]}, "
                f"the proposed since {begun[1]}."
            )
    both = [one for one in comparison.operations if one.enacted and one.proposed]
    sides = {bool(one.enacted) for one in comparison.operations if "uncompared" not in one.changes}
    if not both and len(sides) > 1:
        yield "No provision of the one corresponds to one of the other: are they different works?"


def _words_said(comparison: Comparison) -> str:
    """Says how many words were deleted and inserted, or stand only in one text."""
    summary = comparison.summary()
    deleted, inserted = summary.deleted_words, summary.inserted_words
    if not deleted and not inserted:
        return (
            "no word is deleted or inserted" if comparison.context == "law" else "no word differs"
        )
    if comparison.context == "text":
        return f"{_counted(deleted, 'word')} only in A, {inserted} only in B"
    if not deleted:
        return f"{_counted(inserted, 'word')} inserted, none deleted"
    return f"{_counted(deleted, 'word')} deleted, {inserted or 'none'} inserted"


def _counted(count: int, noun: str) -> str:
    """Writes a count with its noun.

    Example:
        >>> _counted(1, "word"), _counted(2, "word")
        ('1 word', '2 words')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _listed(parts: list[str]) -> str:
    """Joins parts as a sentence does."""
    *some, last = parts
    return f"{', '.join(some)} and {last}" if some else last
