"""Lists what the library holds, without reading the texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from billkit.library.counting import STATUSES, Counts
from billkit.library.index import ActEntry, SourceEntry, TextType
from billkit.library.shelves import Library, Statute, Version
from billkit.tree import Standing

__all__ = ["Holding", "list_acts", "list_statutes"]


@dataclass(frozen=True, slots=True)
class Holding:
    """One version of one law, as a list shows it.

    ``repealed`` is the date of the repeal as far as known; ``in_force``, ``until`` and
    ``current`` are the version's own dates.
    """

    id: str
    citation: str
    title: str
    type: TextType
    jurisdiction: str
    standing: Standing
    repealed: str
    label: str
    in_force: str
    until: str
    current: str
    counts: Counts
    complete: bool
    address: str
    note: str
    sources: tuple[SourceEntry, ...]

    @property
    def stands(self) -> str:
        """Says how the law stands, in words: ``repealed 2025``."""
        year = self.repealed[:4]
        return f"{self.standing} {year}" if year else self.standing


def list_statutes(
    state: str | None = None, *, library: Library | Path | str | None = None
) -> tuple[Holding, ...]:
    """Lists every version of every law that is held, in order.

    Args:
        state: Lists one state's alone: ``us-ky``.
        library: As for `load_statute`.

    Raises:
        StatuteError: ``no-such-library``, ``bad-index``.
    """
    shelves = library if isinstance(library, Library) else Library.open(library)
    statutes = (
        shelves.statute(id_)
        for id_ in shelves.ids()
        if state is None or id_.startswith(f"{state}/")
    )
    return tuple(
        _holding(statute, version)
        for statute in statutes
        if statute is not None
        for version in statute.versions
    )


def list_acts(
    state: str | None = None, *, library: Library | Path | str | None = None
) -> tuple[ActEntry, ...]:
    """Lists the acts: those with sections that are held, and those of which only facts are.

    Args:
        state: Lists one state's alone: ``us-ky``.
        library: As for `load_statute`.

    Raises:
        StatuteError: ``no-such-library``, ``bad-index``.
    """
    shelves = library if isinstance(library, Library) else Library.open(library)
    acts = (
        shelves.act(id_)
        for id_ in shelves.act_ids()
        if state is None or id_.startswith(f"{state}/")
    )
    return tuple(act for act in acts if act is not None)


def _holding(statute: Statute, version: Version) -> Holding:
    """Puts together what a list shows of a version."""
    entry, held = statute.entry, version.entry
    repeals = [event.date for event in entry.events if event.kind == "repealed"]
    standing: Standing = "repealed" if repeals else "in force"
    words = {status: held.words[status] for status in STATUSES if held.words.get(status)}
    return Holding(
        id=statute.version_id(version),
        citation=entry.citation,
        title=entry.title,
        type=entry.type,
        jurisdiction=statute.jurisdiction,
        standing="bill" if entry.type == "bill" else standing,
        repealed=repeals[-1] if repeals else "",
        label=held.label,
        in_force=held.in_force,
        until=held.until,
        current=held.current,
        counts=Counts(words, held.gaps),
        complete=held.complete,
        address=entry.address,
        note=held.note or entry.note,
        sources=held.sources,
    )
