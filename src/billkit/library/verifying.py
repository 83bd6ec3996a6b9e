"""Compares a law of the library with a published copy, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from billkit.errors import Finding, StatuteError, Where
from billkit.files import file_bytes
from billkit.library.likening import Difference, compared, own_words, spelled
from billkit.library.loading import load_statute
from billkit.library.locating import (
    Passage,
    find_passage,
    head_number,
    section_number,
)
from billkit.library.shelves import Library
from billkit.readers.published import PublishedCopy, read_published
from billkit.text.words import count_words
from billkit.tree import Document, Status

__all__ = ["Agreement", "Difference", "Outcome", "Verification", "verify"]

Outcome: TypeAlias = Literal["agrees", "differs", "not in the copy", "gap"]
"""How a provision stands against a copy."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How the own words of one provision stand against the copy.

    ``copied`` is what the copy has in place of a gap.
    """

    id: str
    path: str
    outcome: Outcome
    status: Status | None
    words: int = 0
    differences: tuple[Difference, ...] = ()
    copied: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """Reports how a law of the library stands against a copy, provision by provision."""

    id: str
    citation: str
    against: str
    provisions: tuple[Agreement, ...]
    document: Document = field(repr=False, compare=False)

    @property
    def agrees(self) -> bool:
        """Whether every word that is held stands in the copy, and nothing between them."""
        return all(each.outcome in {"agrees", "gap"} for each in self.provisions)

    def count(self, outcome: Outcome) -> int:
        """Counts the provisions of an outcome."""
        return sum(each.outcome == outcome for each in self.provisions)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Gives a finding for each provision that does not agree."""
        return tuple(
            Finding(
                code="verify-differs" if each.outcome == "differs" else "verify-missing",
                message=(
                    "the copy has other words here."
                    if each.outcome == "differs"
                    else "the words of this provision are not in the copy."
                ),
                where=Where(file=self.against, path=each.path),
                excerpt="; ".join(map(str, each.differences))[:300],
            )
            for each in self.provisions
            if each.outcome not in {"agrees", "gap"}
        )

    def __str__(self) -> str:
        """Says how many provisions agree, and shows what does not."""
        held = len(self.provisions) - self.count("gap")
        counts = [f"{self.count('agrees')} of {held} provisions agree"]
        if differs := self.count("differs"):
            counts.append(f"{differs} differ{'s' if differs == 1 else ''}")
        if missing := self.count("not in the copy"):
            counts.append(f"{missing} {'is' if missing == 1 else 'are'} not in the copy")
        filled = sum(bool(each.copied) for each in self.provisions)
        if gaps := self.count("gap"):
            counts.append(f"{gaps} not held{f', {filled} of them in the copy' if filled else ''}")
        lines = [f"{self.citation} against {self.against}: {', '.join(counts)}."]
        for each in self.provisions:
            if each.outcome == "differs":
                lines += [f"  {each.path}: {difference}" for difference in each.differences]
            elif each.outcome == "not in the copy":
                lines.append(f"  {each.path}: not in the copy")
        return "\n".join(lines)


def verify(
    what: str, *, against: Path | str, library: Library | Path | str | None = None
) -> Verification:
    """Compares a law of the library with a published copy, word for word.

    Line ends, hyphens at line ends, page numbers, running heads, margin numbers, ligatures, the
    form of quotes and dashes and the case of letters do not count; any other change of a word or
    mark does. Reconstructed text is compared like any other. What a publisher puts around the law
    (a catchline, the history) is passed over.

    Args:
        what: The id of a law or of an act, with ``@label`` for a version.
        against: The copy: plain text, a web page, or a PDF file.
        library: As for `load_statute`.

    Raises:
        StatuteError: ``other-section`` where the copy is of something else; as `load_statute`.
        ReadError: as `file_bytes` and `read_published`.
    """
    document = load_statute(what, include_reconstructed=True, library=library)
    path = Path(against)
    copy = read_published(file_bytes(path), file=str(path))
    units = list(_units(document))
    passages = [
        find_passage(copy, [document.by_id[id_] for id_ in tops], number) for tops, number in units
    ]
    if not any(passages):
        raise _other_section(document, copy)
    return Verification(
        id=what,
        citation=document.citation,
        against=str(path),
        provisions=tuple(
            agreement
            for (tops, _), passage in zip(units, passages, strict=True)
            for agreement in _agreements(document, tops, passage)
        ),
        document=document,
    )


def _units(document: Document) -> Iterator[tuple[list[str], str]]:
    """Divides a document into what is looked for as one: a section, with what follows it.

    A bill, or a text with one section, is one. The second value is the section's number.
    """
    tops = [id_ for id_ in document.ids if "/" not in id_]
    numbers = [section_number(document, document.by_id[id_]) for id_ in tops]
    if document.standing in {"bill", "draft"}:
        yield tops, ""
        return
    if sum(map(bool, numbers)) <= 1:
        yield tops, "".join(numbers)
        return
    unit: list[str] = []
    first = ""
    for id_, number in zip(tops, numbers, strict=True):
        if number and unit:
            yield unit, first
            unit, first = [], ""
        first = first or number
        unit.append(id_)
    yield unit, first


def _other_section(document: Document, copy: PublishedCopy) -> StatuteError:
    """Says that a copy is of something else, and of what as far as it tells."""
    numbers = [number for text in copy.paragraphs if (number := head_number(text))]
    ours = {section_number(document, node).casefold() for node in document.root.children}
    others = [number for number in numbers if number.casefold() not in ours]
    if not copy.paragraphs:
        message = "the copy holds no words."
    elif others:
        message = f"the copy is headed {others[0]}; it is not a copy of {document.citation}."
    else:
        message = f"the copy has hardly any of the words of {document.citation}."
    return StatuteError(
        Finding(
            code="other-section",
            message=message,
            where=Where(file=copy.file),
            excerpt=" ".join(copy.text[:80].split()),
            hint="nothing was compared; give a copy of the same section.",
        )
    )


def _agreements(
    document: Document, tops: list[str], passage: Passage | None
) -> Iterator[Agreement]:
    """Says of each provision of a unit how it stands against its passage of the copy."""
    spelling = spelled(document, tops)
    changes = compared(spelling, passage) if passage else None
    for id_ in document.ids:
        if id_.partition("/")[0] not in tops:
            continue
        node = document.by_id[id_]
        words = f"{own_words(node)} {node.tail_words}".strip()
        differences = changes.differences.get(id_, []) if changes else []
        copied = changes.filled.get(id_, "") if changes else ""
        lost = changes is None or id_ in changes.lost
        outcome: Outcome = "agrees"
        if node.is_gap:
            outcome = "gap"
        elif lost and words:
            outcome = "not in the copy"
        elif differences:
            outcome = "differs"
        yield Agreement(
            id=id_,
            path=document.path(id_),
            outcome=outcome,
            status=node.status,
            words=count_words(words),
            differences=tuple(differences) if outcome == "differs" else (),
            copied=copied,
        )
