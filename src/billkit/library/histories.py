"""Tells the life of a law: the versions that are held, and the events around them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from billkit.akn import Event
from billkit.errors import Finding, StatuteError
from billkit.library.holdings import Holding, list_statutes
from billkit.library.shelves import Library

__all__ = ["History", "history"]


@dataclass(frozen=True, slots=True)
class History:
    """The versions of a law, the earliest first, and the events of its life.

    A version without any date says so: see `when`. ``moved_to`` is the id under which its words
    stand today, where the law was moved.
    """

    id: str
    citation: str
    versions: tuple[Holding, ...]
    events: tuple[Event, ...]
    moved_to: str
    note: str

    def when(self, version: Holding) -> str:
        """Says in words from when to when a version is known to be in force."""
        if version.in_force:
            until = f" until {version.until}" if version.until else ""
            return f"in force {version.in_force}{until}"
        if version.current:
            return f"current {version.current}; since when is not known"
        later = self.versions[self.versions.index(version) + 1 :]
        return f"earlier than {later[0].id}; no date is known" if later else "no date is known"


def history(what: str, *, library: Library | Path | str | None = None) -> History:
    """Tells the life of a law.

    The redline between two of its versions is made by comparing them: load each by its id.

    Args:
        what: The id of a law; a version in it does not matter.
        library: As for `load_statute`.

    Raises:
        StatuteError: ``unknown-statute``, ``no-such-library``, ``bad-index``.
    """
    shelves = library if isinstance(library, Library) else Library.open(library)
    id_ = what.partition("@")[0]
    statute = shelves.statute(id_) if "/" in id_ else None
    if statute is None:
        raise StatuteError(
            Finding(
                code="unknown-statute",
                message=f'the library has no law "{what}".',
                excerpt=what,
                hint=shelves.suggestion(what),
            )
        )
    ids = [statute.version_id(version) for version in statute.versions]
    held = {holding.id: holding for holding in list_statutes(statute.jurisdiction, library=shelves)}
    return History(
        id=statute.id,
        citation=statute.entry.citation,
        versions=tuple(held[id_] for id_ in ids),
        events=tuple(event.event() for event in statute.entry.events),
        moved_to=statute.entry.moved_to,
        note=statute.entry.note,
    )
