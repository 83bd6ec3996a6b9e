"""Loads the curated profiles of a state's acts."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import assert_never

from billkit.errors import Finding, ReadError, StatuteError, Where
from billkit.reading.kinds import KINDS
from billkit.reading.profile_files import (
    ActEntry,
    CellEntry,
    FactEntry,
    NotFoundEntry,
    NotHeldEntry,
    QuotedEntry,
    read_profile_file,
)
from billkit.reading.profiles import (
    Cell,
    Fact,
    NotFound,
    NotHeld,
    Profile,
    Quotation,
    Quoted,
    Sourced,
    StatuteRef,
)
from billkit.reading.typed import Fault, typed_values
from billkit.shipped import shipped

__all__ = ["jurisdictions", "load_profile", "load_profiles"]

_FILE = "profile.toml"


def jurisdictions(*, library: Path | None = None) -> tuple[str, ...]:
    """Lists the jurisdictions that have a curated profile, in order.

    Args:
        library: The folder of statutes to look in; the shipped one where none is given.
    """
    folder = library or shipped("statutes")
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{_FILE}")))


def load_profiles(jurisdiction: str, *, library: Path | None = None) -> tuple[Profile, ...]:
    """Loads the profiles of all acts of a jurisdiction, the default act first.

    Args:
        jurisdiction: Such as ``us-ky``.
        library: The folder of statutes to look in; the shipped one where none is given.

    Raises:
        StatuteError: ``no-profile`` where none is kept for the jurisdiction.
        ReadError: the profile file is not as it should be.
    """
    known = jurisdictions(library=library)
    if jurisdiction not in known:
        raise StatuteError(
            Finding(
                "no-profile",
                f'no profile is kept for "{jurisdiction}".',
                hint=_nearest(jurisdiction, known),
            )
        )
    path = (library or shipped("statutes")) / jurisdiction / _FILE
    file = read_profile_file(path)
    acts = sorted(file.act, key=lambda act: not act.default)
    faults: list[Finding] = []
    profiles = tuple(_profile(file.jurisdiction, act, path, faults) for act in acts)
    if faults:
        raise ReadError(*faults)
    return profiles


def load_profile(
    jurisdiction: str, *, act: str | None = None, library: Path | None = None
) -> Profile:
    """Loads the profile of one act.

    Args:
        jurisdiction: Such as ``us-ky``.
        act: The act's slug, such as ``districts-of-innovation``; the jurisdiction's default act
            where none is given.
        library: The folder of statutes to look in; the shipped one where none is given.

    Raises:
        StatuteError: ``no-profile`` or ``unknown-act``.
        ReadError: the profile file is not as it should be.

    Example:
        >>> load_profile("us-ky").citation
        'KRS 156.108, 160.107'
    """
    profiles = load_profiles(jurisdiction, library=library)
    if act is None:
        return profiles[0]
    known = {profile.id: profile for profile in profiles}
    if act not in known:
        raise StatuteError(
            Finding(
                "unknown-act",
                f'"{jurisdiction}" has no act "{act}".',
                hint=_nearest(act, tuple(known)),
            )
        )
    return known[act]


def _nearest(word: str, known: tuple[str, ...]) -> str:
    """Makes a hint of the nearest known word, or of all."""
    close = get_close_matches(word, known, n=1)
    return f'did you mean "{close[0]}"?' if close else f"known are: {', '.join(known)}."


def _profile(jurisdiction: str, act: ActEntry, path: Path, faults: list[Finding]) -> Profile:
    """Builds a profile from an act's entry, its cells in the catalogue's order.

    What is wrong with a value is added to the faults.
    """
    cells: list[Cell] = []
    for entry in act.cell:
        made, wrong = _cells(entry, act)
        cells += made
        faults += [
            Finding(
                "bad-profile", message, Where(str(path), path=f"{act.id} > {made[0].id} > {field}")
            )
            for field, message in wrong
        ]
    rank = {kind: place for place, kind in enumerate(KINDS)}
    cells.sort(key=lambda cell: rank.get(cell.kind, len(rank)))
    return Profile(
        id=act.id,
        jurisdiction=jurisdiction,
        label=act.label,
        name=act.name,
        citation=act.citation,
        cells=tuple(cells),
        origin="curated",
        standing=act.standing,
        repealed=act.repealed,
        statutes=tuple(StatuteRef(entry.id, entry.citation) for entry in act.statutes),
        names=act.names,
        note=act.note,
    )


def _cells(entry: CellEntry, act: ActEntry) -> tuple[tuple[Cell, ...], list[Fault]]:
    """Builds the cells that an entry stands for, one or one for each kind it lists."""
    match entry:
        case QuotedEntry():
            quotations = tuple(
                Quotation(
                    words=quotation.words,
                    provision=quotation.provision,
                    citation=quotation.citation,
                    statute=quotation.statute,
                    status=quotation.status,
                )
                for quotation in entry.quotations
            )
            values, faults = typed_values(entry.kind, entry.values, act.names)
            id_ = entry.id or entry.kind
            return (Quoted(entry.kind, id_, quotations, values, entry.note),), faults
        case FactEntry():
            sources = tuple(Sourced(source.name, source.address) for source in entry.sources)
            values, faults = typed_values(entry.kind, entry.values, act.names)
            id_ = entry.id or entry.kind
            return (Fact(entry.kind, id_, entry.statement, sources, values, entry.note),), faults
        case NotFoundEntry():
            searched = entry.searched or tuple(statute.id for statute in act.statutes)
            return tuple(NotFound(kind, kind, searched, entry.note) for kind in entry.kinds), []
        case NotHeldEntry():
            return tuple(NotHeld(kind, kind, entry.missing, entry.note) for kind in entry.kinds), []
    assert_never(entry)
