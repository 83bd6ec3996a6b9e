"""Lengths of time: how long a thing lasts, when a term ends, and by when a thing is due."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal, TypeAlias, get_args

from pydantic import Discriminator, Field, Tag, model_validator

from billkit.clauses.base import Blank, Count, OrBlank, Written, nearest, refuse
from billkit.clauses.counting import ORDINALS, parse_count, parse_ordinal
from billkit.clauses.dates import MONTHS, CalendarDate, DayOfYear, check_day, parse_month_day

__all__ = [
    "Deadline",
    "DueDate",
    "Duration",
    "EndsOn",
    "Event",
    "Indefinite",
    "Term",
    "TimeUnit",
    "YearKind",
]

TimeUnit: TypeAlias = Literal["day", "business-day", "week", "month", "year", "school-year"]
"""What a duration is counted in."""

YearKind: TypeAlias = Literal["school-year", "full-school-year", "calendar-year", "fiscal-year"]
"""Which year the end of a term is counted by."""

Event: TypeAlias = Literal[
    "receipt",
    "submission",
    "request",
    "approval",
    "denial",
    "designation",
    "notice",
    "hearing",
    "appeal",
    "completion",
    "withdrawal",
    "effective-date",
    "end-of-term",
    "start-of-school-year",
    "end-of-school-year",
]
"""What a deadline is counted from."""

_DAYS = {"day": 1, "business-day": 1, "week": 7, "month": 30, "year": 365, "school-year": 365}
_LONGEST = 100 * 365
_AT_MOST = re.compile(
    r"(?:up to|at most|not more than|no more than|not exceeding|not to exceed|a maximum of) ",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(.+?)[ -](business[ -]day|school[ -]year|day|week|month|year)s?", re.IGNORECASE
)


class Duration(Written):
    """A length of time: ``5 years``, ``up to 2 school years``."""

    examples = ("5 years", "up to 5 years", "60 days")

    count: Count
    """How many."""
    unit: TimeUnit = "year"
    """Of what."""
    bound: Literal["fixed", "at-most"] = "fixed"
    """``fixed`` is just so long; ``at-most`` is so long or shorter."""

    @model_validator(mode="after")
    def _check(self) -> Duration:
        """Refuses what is longer than a hundred years: no term of law is."""
        if self.count * _DAYS[self.unit] > _LONGEST:
            message = f"{self} is longer than a hundred years."
            refuse("longer-than-forever", message, 'write "indefinite" where no end is meant.')
        return self

    @classmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Reads the bound, the count in figures or words, and the unit."""
        rest = _AT_MOST.sub("", line, count=1) if _AT_MOST.match(line) else line
        match = _UNIT.fullmatch(rest)
        count = parse_count(match.group(1)) if match else None
        if not match or count is None:
            hint = 'write a count and a unit: "5 years", "up to 60 days".'
            refuse("not-a-duration", f'"{line}" is not a length of time.', hint)
        unit = match.group(2).casefold().replace(" ", "-")
        bound = "fixed" if rest == line else "at-most"
        return {"count": count, "unit": unit, "bound": bound}

    @property
    def at_most(self) -> bool:
        """Whether a shorter time is allowed."""
        return self.bound == "at-most"

    @property
    def rough_days(self) -> int:
        """About how many days it is: for comparing lengths, never for print."""
        return self.count * _DAYS[self.unit]

    def __str__(self) -> str:
        """Writes the length with its count in figures."""
        plural = "" if self.count == 1 else "s"
        unit = self.unit.replace("-", " ")
        return f"{'up to ' if self.at_most else ''}{self.count} {unit}{plural}"


class EndsOn(Written):
    """An end counted by years: ``June 30 of the second school year``."""

    examples = ("June 30 of the second school year",)

    month: int = Field(ge=1, le=12, strict=True)
    """The month, from 1 to 12."""
    day: int = Field(ge=1, le=31, strict=True)
    """The day of the month."""
    nth: int = Field(ge=1, le=len(ORDINALS), strict=True)
    """Which year after approval: 1 is the first."""
    year: YearKind = "school-year"
    """By which years one counts."""

    @model_validator(mode="after")
    def _check(self) -> EndsOn:
        """Refuses a day that no year has."""
        check_day(self.month, self.day)
        return self

    @classmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Reads the day, the ordinal and the kind of year."""
        head = parse_month_day(line)
        match = re.search(
            r"\d of the (\S+) (full school|school|calendar|fiscal) year$", line, re.IGNORECASE
        )
        nth = parse_ordinal(match.group(1)) if match else None
        if not head or not match or nth is None:
            hint = 'write "June 30 of the second school year".'
            refuse("not-an-end", f'"{line}" is not the end of a term.', hint)
        kind = match.group(2).casefold().replace(" ", "-") + "-year"
        return {"month": head[0], "day": head[1], "nth": nth, "year": kind}

    def __str__(self) -> str:
        """Writes the end in words."""
        year = self.year.replace("-", " ")
        return f"{MONTHS[self.month - 1]} {self.day} of the {ORDINALS[self.nth - 1]} {year}"


class Indefinite(Written):
    """No end: it lasts until it is ended."""

    examples = ("indefinite",)

    indefinite: Literal[True] = True
    """Always true."""

    @classmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Reads the one word."""
        if line.casefold() not in {"indefinite", "indefinitely", "until revoked"}:
            refuse("not-indefinite", f'"{line}" is not "indefinite".', 'write "indefinite".')
        return {}

    def __str__(self) -> str:
        """Writes the one word."""
        return "indefinite"


def _term(data: object) -> str:
    """Tells which kind of term is meant."""
    if isinstance(data, str):
        line = data.strip()
        if Blank.is_in(line):
            return "blank"
        if line.casefold() in {"indefinite", "indefinitely", "until revoked"}:
            return "indefinite"
        return "ends-on" if parse_month_day(line) else "duration"
    keys = set(data) if isinstance(data, dict) else set(getattr(type(data), "model_fields", ()))
    for key, tag in (("line", "blank"), ("indefinite", "indefinite")):
        if key in keys:
            return tag
    return "ends-on" if keys & {"month", "day", "nth"} else "duration"


Term: TypeAlias = Annotated[
    Annotated[Duration, Tag("duration")]
    | Annotated[EndsOn, Tag("ends-on")]
    | Annotated[Indefinite, Tag("indefinite")]
    | Annotated[Blank, Tag("blank")],
    Discriminator(_term),
]
"""How long: a length of time, an end counted by years, no end, or a blank."""


class Deadline(Written):
    """A time counted from an event: ``60 days after receipt``, ``90 days before end of term``."""

    examples = ("60 days after receipt", "90 days before end of term")

    within: OrBlank[Duration]
    """How long."""
    side: Literal["after", "before"] = "after"
    """Whether the time runs after the event or ends so long before it."""
    event: Event = "receipt"
    """What it is counted from."""

    @classmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Reads the length, the side and the event."""
        match = re.fullmatch(r"(.+?) (after|before) (?:the )?(.+)", line, re.IGNORECASE)
        if not match:
            hint = 'write "60 days after receipt".'
            refuse("not-a-deadline", f'"{line}" is not a deadline.', hint)
        event = match.group(3).casefold().replace(" ", "-")
        events = get_args(Event)
        if event not in events:
            words = tuple(known.replace("-", " ") for known in events)
            refuse(
                "unknown-event",
                f'"{match.group(3)}" is not an event that a deadline is counted from.',
                nearest(match.group(3), words),
            )
        return {"within": match.group(1), "side": match.group(2).casefold(), "event": event}

    def __str__(self) -> str:
        """Writes length, side and event."""
        return f"{self.within} {self.side} {self.event.replace('-', ' ')}"


def _due(data: object) -> str:
    """Tells which kind of due date is meant."""
    if isinstance(data, str):
        line = data.strip()
        if re.search(r" (?:after|before) ", line):
            return "deadline"
        if Blank.is_in(line):
            return "blank"
        dated = re.match(r"\d{4}-", line) or re.search(r"\d,?\s+\d{4}$", line)
        return "date" if dated else "day-of-year"
    if isinstance(data, Blank) or (isinstance(data, dict) and set(data) == {"line"}):
        return "blank"
    if isinstance(data, Deadline) or (isinstance(data, dict) and "within" in data):
        return "deadline"
    return "date" if isinstance(data, dt.date) else "day-of-year"


DueDate: TypeAlias = Annotated[
    Annotated[DayOfYear, Tag("day-of-year")]
    | Annotated[Deadline, Tag("deadline")]
    | Annotated[CalendarDate, Tag("date")]
    | Annotated[Blank, Tag("blank")],
    Discriminator(_due),
]
"""By when: a day of each year, a date, a time after an event, or a blank."""
