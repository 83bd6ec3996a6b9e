"""Chooses the version of a law that is meant: by its label, by a date, or the latest."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - a date of the calendar, beside dates as known
from typing import Literal, TypeAlias

from billkit.errors import Finding, StatuteError
from billkit.library.shelves import Statute, Version

__all__ = ["Force", "check_day", "choose", "force_on"]

Force: TypeAlias = Literal["not yet", "in force", "ended", "unclear"]
"""How a law or a version stands on a day, as far as its dates tell."""


def check_day(on: str) -> str:
    """Checks that a date is one, written as 2024-07-01.

    Raises:
        StatuteError: ``bad-date``.
    """
    try:
        return Day.fromisoformat(on).isoformat()
    except ValueError:
        raise StatuteError(
            Finding(
                code="bad-date",
                message=f'"{on}" is no date.',
                excerpt=on,
                hint="write the year, the month and the day: 2024-07-01.",
            )
        ) from None


def force_on(statute: Statute, on: str) -> Force:
    """Says whether a law is in force on a day, by the events of its life."""
    begun = [event.date for event in statute.entry.events if event.kind in {"enacted", "in force"}]
    ended = [event.date for event in statute.entry.events if event.kind == "repealed"]
    if begun and begun[0] and _compare(begun[-1] or begun[0], on) == "after":
        return "not yet"
    if not ended:
        return "in force"
    match _compare(ended[-1], on):
        case "after":
            return "in force"
        case "before":
            return "ended"
    copies = [version.entry.current for version in statute.versions if version.entry.current]
    return "in force" if any(_compare(day, on) == "after" for day in copies) else "unclear"


def choose(statute: Statute, *, label: str | None = None, on: str | None = None) -> Version:
    """Chooses a version.

    Args:
        statute: The law.
        label: The version's label, where one is asked for.
        on: A day; the version in force on it is meant.

    Raises:
        StatuteError: ``unknown-version``, ``not-in-force``, ``date-unclear``, ``version-not-held``.
    """
    if label is not None:
        return _labelled(statute, label)
    if on is None:
        return statute.versions[-1]
    force = force_on(statute, on)
    if force != "in force":
        raise _not_in_force(statute, on, force)
    for version in reversed(statute.versions):
        match _version_on(version, on):
            case "in force":
                return version
            case "unclear":
                raise _unclear(statute, version, on)
            case "ended":
                break
    raise _not_held(statute, on)


def _version_on(version: Version, on: str) -> Force:
    """Says whether a version is the one in force on a day, as far as its dates tell.

    One of which it is not known since when it is in force is known to be in force since the day
    on which a copy says that it is current.
    """
    entry = version.entry
    since = entry.in_force or entry.current
    if not since or _compare(since, on) == "after":
        return "not yet"
    ends = _compare(entry.until, on) if entry.until else "after"
    if "unclear" in {ends, _compare(since, on)}:
        return "unclear"
    return "in force" if ends == "after" else "ended"


def _compare(known: str, on: str) -> Literal["before", "after", "unclear"]:
    """Says whether a date lies after a day, or is that day or lies before it.

    Where no more than the year or month of the day is known, it is unclear.
    """
    if not known or (len(known) < len(on) and on.startswith(known)):
        return "unclear"
    return "after" if known > on else "before"


def _labelled(statute: Statute, label: str) -> Version:
    """Finds the version of a label."""
    for version in statute.versions:
        if version.entry.label == label:
            return version
    known = ", ".join(statute.version_id(version) for version in statute.versions)
    raise StatuteError(
        Finding(
            code="unknown-version",
            message=f'{statute.entry.citation} is not held in a version "{label}".',
            hint=f"held: {known}.",
        )
    )


def _not_in_force(statute: Statute, on: str, force: Force) -> StatuteError:
    """Says that a law is not in force on a day, or that its dates do not tell."""
    citation = statute.entry.citation
    last = statute.version_id(statute.versions[-1])
    ended = [event.date for event in statute.entry.events if event.kind == "repealed"]
    match force:
        case "not yet":
            message = f"{citation} was not yet in force on {on}."
        case "ended":
            message = f"{citation} was no longer in force on {on}: repealed {ended[-1]}."
        case _:
            when = f"in {ended[-1]}" if ended and ended[-1] else "on a day that is not known"
            message = f"{citation} was repealed {when}; whether before {on} is not known."
    return StatuteError(
        Finding(
            code="date-unclear" if force == "unclear" else "not-in-force",
            message=message,
            hint=f"{last} is its last version held.",
        )
    )


def _unclear(statute: Statute, version: Version, on: str) -> StatuteError:
    """Says that the dates of a version do not tell whether it is that of a day."""
    return StatuteError(
        Finding(
            code="date-unclear",
            message=f"whether {statute.version_id(version)} was in force on {on} is not known "
            f"({_span(version)}).",
            hint=f"ask for it by its id: {statute.version_id(version)}.",
        )
    )


def _not_held(statute: Statute, on: str) -> StatuteError:
    """Says that the version of a day is not held."""
    known = [f"{statute.version_id(version)} ({_span(version)})" for version in statute.versions]
    return StatuteError(
        Finding(
            code="version-not-held",
            message=f"no version of {statute.entry.citation} known to be in force on {on} is held.",
            hint=f"held: {', '.join(known)}.",
        )
    )


def _span(version: Version) -> str:
    """Says from when to when a version is known to be in force."""
    entry = version.entry
    if entry.in_force:
        until = f" until {entry.until}" if entry.until else ""
        return f"in force {entry.in_force}{until}"
    return f"current {entry.current}" if entry.current else "no date known"
