"""Gives the profile of any document: from a bill's clauses, as curated, or read from its words."""

from __future__ import annotations

from pathlib import Path

from billkit.clauses.bill import Bill
from billkit.reading.drafted import NOTHING_KNOWN, is_drafted, profile_draft
from billkit.reading.kinds import KINDS
from billkit.reading.loading import jurisdictions, load_profiles
from billkit.reading.profiles import Cell, NotFound, NotHeld, Profile, Quoted
from billkit.reading.recognising import recognise
from billkit.reading.recovery.clauses import Recovery
from billkit.tree import Document, Node

__all__ = ["profile_document"]

_UNREAD = "no words were recognised as such a provision; read the text before relying on it"
_LAW = frozenset({"in force", "repealed"})
_SHOWN = 3


def profile_document(
    document: Document,
    *,
    bill: Bill | None = None,
    recovery: Recovery | None = None,
    library: Path | None = None,
) -> Profile:
    """Gives what a document says, provision by provision, with quotations and places.

    A draft is read by its clause tags, a law of the library is given its curated profile, if all
    the words quoted there stand in the document; any other text is read by its words, with a
    confidence below 1 for each quotation.

    Args:
        document: The document.
        bill: The bill it was drafted from, where that is so.
        recovery: What is known of that bill from the draft itself.
        library: The folder of statutes whose profiles are used; the shipped one where none is
            given.

    Raises:
        ReadError: a profile file is not as it should be.
    """
    if bill is not None or is_drafted(document):
        return profile_draft(document, bill=bill, recovery=recovery or NOTHING_KNOWN)
    return _curated(document, library) or _read(document)


def _curated(document: Document, library: Path | None) -> Profile | None:
    """Finds the curated profile of a law: that with the most words quoted from the document."""
    known = jurisdictions(library=library)
    if document.standing not in _LAW or document.jurisdiction not in known:
        return None
    found = [
        (count, profile)
        for profile in load_profiles(document.jurisdiction, library=library)
        if (count := _quoted_from(document, profile))
    ]
    return max(found, key=lambda each: each[0])[1] if found else None


def _quoted_from(document: Document, profile: Profile) -> int:
    """Counts the quotations of a profile that stand in a document; 0 where one of them does not.

    Only the sections that the document holds are looked at.
    """
    count = 0
    for cell in profile.cells:
        if not isinstance(cell, Quoted):
            continue
        for quotation in cell.quotations:
            if quotation.provision.partition("/")[0] not in document.by_id:
                continue
            node = document.by_id.get(quotation.provision)
            if node is None or not _says(node, quotation.words):
                return 0
            count += 1
    return count


def _says(node: Node, words: str) -> bool:
    """Whether words stand in a provision's own text or in its tail."""
    return words in "".join(run.text for run in node.text) or words in node.tail_words


def _read(document: Document) -> Profile:
    """Reads a text by its words; what is not recognised is not held where there are gaps."""
    found, names = recognise(document)
    cells: list[Cell] = list(found)
    said = {cell.kind for cell in cells}
    missing = _missing(document)
    searched = (str(document),)
    cells += [
        NotHeld(kind, kind, missing) if missing else NotFound(kind, kind, searched, _UNREAD)
        for kind in KINDS
        if kind not in said
    ]
    rank = {kind: place for place, kind in enumerate(KINDS)}
    cells.sort(key=lambda cell: rank[cell.kind])
    return Profile(
        id="",
        jurisdiction=document.jurisdiction,
        label="",
        name=document.title,
        citation=document.citation,
        cells=tuple(cells),
        origin="read",
        standing=document.standing,
        repealed=document.dates.get("repealed", "")[:4],
        names=names,
    )


def _missing(document: Document) -> str:
    """Says what of a document is not held; "" where it is whole."""
    gaps = [node.label or "words not named" for node in document.provisions if node.is_gap]
    more = f"; and {len(gaps) - _SHOWN} more gaps" if len(gaps) > _SHOWN else ""
    return "; ".join(gaps[:_SHOWN]) + more
