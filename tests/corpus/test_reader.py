"""How well the reader of plain words finds what is curated, and how rarely it errs."""

from __future__ import annotations

import sys
from collections import Counter
from functools import lru_cache

from billkit.library.loading import load_statute
from billkit.library.shelves import Library
from billkit.reading.kinds import MAIN_KINDS
from billkit.reading.loading import jurisdictions, load_profiles
from billkit.reading.parameters import parameters_of
from billkit.reading.profiles import Cell, Profile, Quoted
from billkit.reading.recognising import recognise

RECALL, PRECISION = 0.88, 0.95
MAIN_RECALL, MAIN_PRECISION = 0.85, 0.95
VALUES = 0.85


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _places(cells: tuple[Cell, ...], statute: str) -> dict[str, set[tuple[str, str]]]:
    out: dict[str, set[tuple[str, str]]] = {}
    for cell in cells:
        if isinstance(cell, Quoted):
            for quotation in cell.quotations:
                place = (quotation.statute or statute, quotation.provision)
                out.setdefault(cell.kind, set()).add(place)
    return out


@lru_cache(maxsize=1)
def _measured() -> tuple[dict[str, Counter[str]], Counter[str]]:
    library = Library.open(None)
    counts: dict[str, Counter[str]] = {}
    values: Counter[str] = Counter()
    for profile in (p for state in jurisdictions() for p in load_profiles(state) if p.statutes):
        read: dict[str, set[tuple[str, str]]] = {}
        for statute in profile.statutes:
            cells, _ = recognise(load_statute(statute.id, library=library))
            for kind, places in _places(cells, statute.id).items():
                read.setdefault(kind, set()).update(places)
            values += _agreement(profile, cells)
        curated = _places(profile.cells, "")
        for kind in {*curated, *read}:
            count = counts.setdefault(kind, Counter())
            if kind in curated:
                count["found" if curated[kind] & read.get(kind, set()) else "missed"] += 1
            else:
                count["false"] += 1
    return counts, values


def _agreement(profile: Profile, cells: tuple[Cell, ...]) -> Counter[str]:
    """Counts the parameters of the main provisions that both give, and those they agree on."""
    out: Counter[str] = Counter()
    for cell in cells:
        if not isinstance(cell, Quoted) or cell.kind not in MAIN_KINDS:
            continue
        here = {quotation.provision for quotation in cell.quotations}
        for other in profile.cells_of(cell.kind):
            if isinstance(other, Quoted) and here & {q.provision for q in other.quotations}:
                read, kept = parameters_of(cell), parameters_of(other)
                for name in set(read) & set(kept):
                    out["given"] += 1
                    out["agreed"] += read[name].key == kept[name].key
                break
    return out


def _rates(kinds: set[str]) -> tuple[float, float]:
    total: Counter[str] = Counter()
    for kind, count in _measured()[0].items():
        if kind in kinds:
            total += count
    found = total["found"]
    return found / (found + total["missed"]), found / (found + total["false"])


def test_the_reader_finds_what_is_curated() -> None:
    counts, _ = _measured()
    for kind, count in counts.items():
        _say(f"{kind:22}{dict(count)}")
    recall, precision = _rates(set(counts))
    _say(f"all kinds: recall {recall:.3f}, precision {precision:.3f}")
    assert recall >= RECALL
    assert precision >= PRECISION


def test_the_reader_finds_the_five_main_provisions() -> None:
    recall, precision = _rates(set(MAIN_KINDS))
    _say(f"main kinds: recall {recall:.3f}, precision {precision:.3f}")
    assert recall >= MAIN_RECALL
    assert precision >= MAIN_PRECISION


def test_the_values_it_reads_are_those_that_are_curated() -> None:
    _, values = _measured()
    share = values["agreed"] / values["given"]
    _say(f"values: {values['agreed']} of {values['given']} agree ({share:.3f})")
    assert values["given"] > 30
    assert share >= VALUES
