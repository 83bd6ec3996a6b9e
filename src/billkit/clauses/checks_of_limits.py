"""Checks of limits against each other: what is kept and waived, dates, lengths of time."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence

from billkit.clauses.bill import Bill
from billkit.clauses.checked import Checked
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause
from billkit.clauses.closing import EffectiveDateClause, SunsetClause
from billkit.clauses.dates import DayOfYear, format_date
from billkit.clauses.durations import Indefinite
from billkit.clauses.fault import Fault
from billkit.clauses.lasting import RenewalClause, TermClause
from billkit.clauses.scope import NonWaivableClause, WaivableScopeClause
from billkit.clauses.toml_lines import TomlPath
from billkit.clauses.walking import values

__all__ = ["kept_and_waived", "lengths", "nothing_before_effect", "sunset_after_effect"]

_MOVE = "move one of the dates."


def _listed(
    clause: WaivableScopeClause | NonWaivableClause,
) -> Iterator[tuple[TomlPath, Reference]]:
    """Yields the units that a clause lists, with their paths in it; carve-outs are not listed."""
    for path, reference in values(clause, Reference):
        if path[0] != "carve-outs" and path[-1] != "within":
            yield path, reference


def kept_and_waived(checked: Checked) -> Iterator[Fault]:
    """No unit is both waivable and kept; a section kept inside a waived chapter is a carve-out."""
    scopes = checked.bill.all_of(WaivableScopeClause)
    waived = [unit for scope in scopes for _, unit in _listed(scope)]
    for index, clause in enumerate(checked.bill.clauses):
        if isinstance(clause, WaivableScopeClause):
            own = {unit.key for _, unit in _listed(clause)}
            for place, unit in enumerate(clause.carve_outs):
                if unit.key in own:
                    yield _both(unit, checked.path(index, "carve-outs", place))
        elif isinstance(clause, NonWaivableClause):
            for path, unit in _listed(clause):
                if any(unit.key == other.key or unit.holds(other) for other in waived):
                    yield _both(unit, checked.path(index, *path))
            yield from _points(checked, index, clause, scopes)


def _points(
    checked: Checked, index: int, clause: NonWaivableClause, scopes: Sequence[WaivableScopeClause]
) -> Iterator[Fault]:
    """Finds points that stand on both lists in the same words or meaning."""
    items = [item for scope in scopes for item in scope.items]
    texts = {item.text.casefold() for item in items if item.text}
    keys = {"bargaining" for item in items if item.key == "agreement-provisions"}
    for place, item in enumerate(clause.items):
        if (item.text or "").casefold() in texts or item.key in keys:
            yield _both(item, checked.path(index, "items", place))


def _both(unit: object, path: TomlPath) -> Fault:
    """Says that something is both waivable and kept."""
    return Fault(
        code="waivable-and-not",
        message=f'"{unit}" may be waived and may not be waived.',
        path=path,
        hint="take it off one of the lists; a section of a waived chapter may well be kept.",
    )


def _effect(bill: Bill) -> dt.date | None:
    """Gives the date of effect, where the bill names one."""
    for clause in bill.all_of(EffectiveDateClause):
        if isinstance(clause.on.on, dt.date) and clause.alternative is None:
            return clause.on.on
    return None


def sunset_after_effect(checked: Checked) -> Iterator[Fault]:
    """An act does not end before it begins."""
    effect = _effect(checked.bill)
    for index, clause in enumerate(checked.bill.clauses):
        if not isinstance(clause, SunsetClause) or not isinstance(clause.on, dt.date):
            continue
        if effect is not None and clause.on <= effect:
            yield Fault(
                code="sunset-before-effect",
                message=(
                    f"the act ends on {format_date(clause.on)}, "
                    f"but takes effect on {format_date(effect)}."
                ),
                path=checked.path(index, "on"),
                hint=_MOVE,
            )


def nothing_before_effect(checked: Checked) -> Iterator[Fault]:
    """Nothing is due before the act is law, or after it has ended."""
    effect = _effect(checked.bill)
    sunset = next((c.on for c in checked.bill.all_of(SunsetClause)), None)
    for index, clause in enumerate(checked.bill.clauses):
        if isinstance(clause, EffectiveDateClause | SunsetClause):
            continue
        for path, due in _due_dates(clause):
            if effect is not None and due < effect:
                message = f"something is due on {format_date(due)}, before the act is law."
                yield Fault("due-before-effect", message, checked.path(index, *path), _MOVE)
            if isinstance(sunset, dt.date) and due > sunset:
                message = f"something is due on {format_date(due)}, after the act has ended."
                yield Fault("due-after-sunset", message, checked.path(index, *path), _MOVE)


def _due_dates(clause: Clause) -> Iterator[tuple[TomlPath, dt.date]]:
    """Yields the dates a clause names, and the first of each day that comes round."""
    yield from values(clause, dt.date)
    for path, day in values(clause, DayOfYear):
        if day.first is not None:
            last = calendar.monthrange(day.first, day.month)[1]
            yield path, dt.date(day.first, day.month, min(day.day, last))


def lengths(checked: Checked) -> Iterator[Fault]:
    """A renewal is not longer than forever: what has no end is not renewed, or not for ever."""
    endless = {
        clause.subject
        for clause in checked.bill.all_of(TermClause)
        if isinstance(clause.initial, Indefinite)
    }
    every = {clause.subject for clause in checked.bill.all_of(TermClause)}
    for index, clause in enumerate(checked.bill.clauses):
        if not isinstance(clause, RenewalClause):
            continue
        if every and every == endless:
            yield Fault(
                code="renewal-of-endless-term",
                message="the term has no end, so there is nothing to renew.",
                path=checked.path(index),
                hint="remove the renewal, or give the term an end.",
            )
        for field in ("each", "first"):
            if isinstance(getattr(clause, field), Indefinite) and (
                clause.most not in {None, 1} or clause.later is not None
            ):
                yield Fault(
                    code="longer-than-forever",
                    message="a renewal without end is followed by another.",
                    path=checked.path(index, field),
                    hint="give it an end, or allow one renewal only.",
                )
