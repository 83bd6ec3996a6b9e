"""Pairs the provisions of several acts by what they do, and finds where their values differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from billkit.contrasting.printing import PrintedContrast, PrintedMatrix
from billkit.contrasting.sides import parties_of
from billkit.errors import Finding
from billkit.reading.contrasts import Parameter, Row
from billkit.reading.kinds import in_order
from billkit.reading.parameters import Shown, parameter_name, parameters_of
from billkit.reading.profiles import Cell, Fact, NotHeld, Profile, Quoted

__all__ = ["contrast_profiles", "matrix"]


def contrast_profiles(
    draft: Profile,
    *laws: Profile,
    kinds: Iterable[str] | None = None,
    findings: Iterable[Finding] = (),
) -> PrintedContrast:
    """Sets a draft and laws, or any profiles, side by side.

    Provisions are paired by what they do, not by where they stand or how they are worded.

    Args:
        draft: The first party; as a rule a draft, but any profile will do.
        laws: The other parties, in the order in which they are shown.
        kinds: The kinds of provision to show; where none are given, every kind that at least one
            party says.
        findings: What there is to look at in the texts.
    """
    profiles = (draft, *laws)
    rows = _rows(profiles, kinds)
    if kinds is None:
        rows = tuple(row for row in rows if row.is_said)
    return PrintedContrast(parties=parties_of(profiles), rows=rows, findings=tuple(findings))


def matrix(*profiles: Profile, kinds: Iterable[str] | None = None) -> PrintedMatrix:
    """Sets acts side by side in one table of provisions by acts.

    Args:
        profiles: The acts, in the order of the columns.
        kinds: The kinds of provision, in any order; all that any act has a cell for by default.
    """
    return PrintedMatrix(parties=parties_of(profiles), rows=_rows(profiles, kinds))


def _rows(profiles: Sequence[Profile], kinds: Iterable[str] | None) -> tuple[Row, ...]:
    """Makes a row for each kind."""
    wanted = in_order(kinds if kinds is not None else [kind for p in profiles for kind in p.kinds])
    return tuple(_row(kind, profiles) for kind in wanted)


def _row(kind: str, profiles: Sequence[Profile]) -> Row:
    """Makes the row of one kind: every party's cells, and the parameters they share."""
    cells = tuple(_cells(profile, kind) for profile in profiles)
    shown = [_shown(party) for party in cells]
    names = tuple(dict.fromkeys(name for party in shown for name in party))
    return Row(
        kind=kind,
        cells=cells,
        parameters=tuple(_parameter(kind, name, shown) for name in names),
    )


def _cells(profile: Profile, kind: str) -> tuple[Cell, ...]:
    """Gives a party's cells of a kind; where it has none, nothing is recorded of it."""
    return profile.cells_of(kind) or (NotHeld(kind, kind, "nothing is recorded of it"),)


def _shown(cells: tuple[Cell, ...]) -> dict[str, Shown]:
    """Gathers the values of a party's cells; those of a second cell bear its id."""
    out: dict[str, Shown] = {}
    for place, cell in enumerate(cells):
        if isinstance(cell, Quoted | Fact):
            head = "" if place == 0 else f"{cell.id.replace('-', ' ')}: "
            for name, value in parameters_of(cell).items():
                out.setdefault(f"{head}{name}", value)
    return out


def _parameter(kind: str, name: str, shown: Sequence[dict[str, Shown]]) -> Parameter:
    """Makes the parameter of a name; it differs where two parties give unlike values."""
    given = [party.get(name) for party in shown]
    texts: dict[object, str] = {}
    for value in given:
        if value is not None:
            texts.setdefault(value.key, value.text)
    named = any(isinstance(key, tuple) and key[:1] == ("body",) for key in texts)
    return Parameter(
        name=parameter_name(kind, name),
        values=tuple(
            None if value is None else value.text if named else texts[value.key] for value in given
        ),
        differs=len(texts) > 1,
    )
