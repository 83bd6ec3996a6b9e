"""Clauses that close an act: repealer, severability, emergency, sunset, effective date."""

from __future__ import annotations

import re
from typing import Annotated, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag

from billkit.clauses.base import Blank, OrBlank, Phrase
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause
from billkit.clauses.dates import CalendarDate, EffectiveDate, Year, parse_month_day
from billkit.clauses.durations import Duration

__all__ = [
    "EffectiveDateClause",
    "EmergencyClause",
    "RepealerClause",
    "SeverabilityClause",
    "SunsetClause",
    "SunsetDate",
]


class RepealerClause(Clause):
    """Which law is repealed."""

    kind: Literal["repealer"] = "repealer"
    units: tuple[Reference, ...] = Field(min_length=1)
    """The sections and chapters that are repealed."""


class SeverabilityClause(Clause):
    """What happens to the rest where a part of the act does not hold."""

    kind: Literal["severability"] = "severability"
    applications: bool = True
    """Whether single applications of a provision are severed too."""


class EmergencyClause(Clause):
    """Why the act must be law at once."""

    kind: Literal["emergency"] = "emergency"
    reason: Phrase
    """The reason, in the words of the bill, without "whereas" and end mark."""


def _sunset(data: object) -> str:
    """Tells a date from a length of time and a blank."""
    if isinstance(data, str):
        line = data.strip()
        if Blank.is_in(line):
            return "blank"
        dated = parse_month_day(line) or re.match(r"\d{4}-", line)
        return "date" if dated else "duration"
    if isinstance(data, dict):
        return "blank" if set(data) == {"line"} else "duration"
    for cls, tag in ((Duration, "duration"), (Blank, "blank")):
        if isinstance(data, cls):
            return tag
    return "date"


SunsetDate: TypeAlias = Annotated[
    Annotated[CalendarDate, Tag("date")]
    | Annotated[Duration, Tag("duration")]
    | Annotated[Blank, Tag("blank")],
    Discriminator(_sunset),
]
"""When an act ends: a date, a length of time after it takes effect, or a blank."""


class SunsetClause(Clause):
    """When the act ends of itself."""

    kind: Literal["sunset"] = "sunset"
    on: SunsetDate
    """The last day, or how long after taking effect."""
    ends: Literal["expires", "repealed"] = "expires"
    """What the law calls it."""
    zones_continue: bool = True
    """Whether what was approved before goes on to the end of its term."""


class EffectiveDateClause(Clause):
    """From when the act is law."""

    kind: Literal["effective-date"] = "effective-date"
    on: EffectiveDate = EffectiveDate.parse("upon passage")
    """The date, or the event it follows."""
    first_school_year: OrBlank[Year] | None = None
    """The year in which the first school year begins that it applies to."""
