"""The work a text belongs to: its name in the library and the events of its life."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

__all__ = ["EVENTS", "Event", "EventKind", "Work", "full_date"]

EventKind: TypeAlias = Literal["enacted", "amended", "in force", "recodified", "repealed"]
"""What can happen to a law."""

EVENTS: tuple[EventKind, ...] = get_args(EventKind)

_DATE = re.compile(r"^(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?$")


@dataclass(frozen=True, slots=True)
class Event:
    """States one event in the life of a law.

    ``date`` is an ISO date, or as much of one as is known: ``2012``, ``2025-03-27``, "" where
    nothing is. ``act`` is the act that brought the event about, as cited.
    """

    kind: EventKind
    date: str = ""
    act: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """Names the work that a text is a version of, and tells its life.

    ``id`` is its id in the library (``us-ky/krs-156.108@2012``), "" where it is in none.
    """

    id: str = ""
    events: tuple[Event, ...] = ()


def full_date(date: str) -> tuple[str, str]:
    """Fills a date up to the full date that the strict schema asks for, and names what it is.

    The second value says how much of it is known; a filled-up date is never shown to anyone.

    Example:
        >>> full_date("2012"), full_date("2025-03-27"), full_date("")
        (('2012-01-01', 'year-only'), ('2025-03-27', 'date'), ('0001-01-01', 'unknown'))
    """
    match = _DATE.match(date)
    if not match:
        return "0001-01-01", "unknown"
    if match["day"]:
        return date, "date"
    if match["month"]:
        return f"{date}-01", "month-only"
    return f"{date}-01-01", "year-only"
