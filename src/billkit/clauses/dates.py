"""Days: a date, a day of each year, and the day a bill takes effect or expires."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field, model_validator

from billkit.clauses.base import Blank, OrBlank, Written, refuse

__all__ = [
    "MONTHS",
    "CalendarDate",
    "DayOfYear",
    "EffectiveDate",
    "EffectiveEvent",
    "Year",
    "check_day",
    "format_date",
    "parse_month_day",
]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The months in order."""

_MONTH_DAY = re.compile(rf"({'|'.join(MONTHS)})\s+(\d{{1,2}})", re.IGNORECASE)
_LEAP_YEAR = 2000
_EARLIEST, _LATEST = 1900, 2200

Year: TypeAlias = Annotated[int, Field(ge=_EARLIEST, le=_LATEST, strict=True)]
"""A year of the calendar, in four digits."""


def parse_month_day(text: str) -> tuple[int, int] | None:
    """Reads a month and a day at the head of a text; None where none stands there.

    Example:
        >>> parse_month_day("June 30 of the second school year")
        (6, 30)
    """
    match = _MONTH_DAY.match(text)
    if not match:
        return None
    return [month.casefold() for month in MONTHS].index(match.group(1).casefold()) + 1, int(
        match.group(2)
    )


def check_day(month: int, day: int) -> None:
    """Refuses a day that no year has, such as June 31."""
    try:
        dt.date(_LEAP_YEAR, month, day)
    except ValueError:
        message = f"{MONTHS[month - 1]} has no day {day}."
        refuse("no-such-day", message, "write a day that is in the calendar.")


def format_date(day: dt.date) -> str:
    """Writes a date as bill files write it.

    Example:
        >>> format_date(dt.date(2027, 7, 1))
        'July 1, 2027'
    """
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _date(value: object) -> object:
    """Reads a date from ``July 1, 2027`` or ``2027-07-01``; refuses what no calendar has."""
    if isinstance(value, dt.datetime):
        refuse("not-a-date", "a day is meant, not an hour.", "leave the time out.")
    if isinstance(value, dt.date):
        day = value
    elif isinstance(value, str):
        day = _parse_date(value.strip())
    else:
        refuse("not-a-date", f"{value!r} is not a date.", "write July 1, 2027.")
    if not _EARLIEST <= day.year <= _LATEST:
        refuse("not-a-date", f"the year {day.year} is not a year of this law.", "write 2027.")
    return day


def _parse_date(text: str) -> dt.date:
    """Reads a date in words or in ISO form."""
    try:
        if (head := parse_month_day(text)) and (tail := re.search(r"\d\s*,?\s+(\d{4})$", text)):
            return dt.date(int(tail.group(1)), *head)
        return dt.date.fromisoformat(text)
    except ValueError:
        message = f'"{text}" is not a date of the calendar.'
        refuse("not-a-date", message, 'write "July 1, 2027" or 2027-07-01.')


CalendarDate: TypeAlias = Annotated[dt.date, BeforeValidator(_date)]
"""A day of the calendar: ``July 1, 2027`` or ``2027-07-01``."""

_EVERY = {"": "each-year", "odd": "each-odd-year", "even": "each-even-year"}


class DayOfYear(Written):
    """A day that comes round: ``July 1``, ``February 1 of each odd-numbered year``."""

    examples = ("July 1", "February 1 of each odd-numbered year", "March 1 of each year from 2027")

    month: int = Field(ge=1, le=12, strict=True)
    """The month, from 1 to 12."""
    day: int = Field(ge=1, le=31, strict=True)
    """The day of the month."""
    every: Literal["each-year", "each-odd-year", "each-even-year"] = "each-year"
    """In which years it is meant."""
    first: Year | None = None
    """The first year in which it is meant; none says from the start."""

    @model_validator(mode="after")
    def _check(self) -> DayOfYear:
        """Refuses a day that no year has and a first year that is not one of those meant."""
        check_day(self.month, self.day)
        odd = {"each-odd-year": 1, "each-even-year": 0}.get(self.every)
        if self.first is not None and odd is not None and self.first % 2 != odd:
            hint = "move the first year by one."
            refuse("contradictory-years", f"{self.first} is no such year.", hint)
        return self

    @classmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Reads month, day, which years, and the first of them."""
        pattern = (
            rf"{_MONTH_DAY.pattern}(?: (?:of )?(?:each|every)"
            r"(?: (odd|even)-numbered)? year(?: thereafter)?)?(?: from (\d{4}))?"
        )
        match = re.fullmatch(pattern, line, re.IGNORECASE)
        head = parse_month_day(line)
        if not match or not head:
            hint = 'write "July 1" or "February 1 of each odd-numbered year".'
            refuse("not-a-day-of-the-year", f'"{line}" is not a day of the year.', hint)
        fields: dict[str, Any] = {"month": head[0], "day": head[1]}
        if match.group(3):
            fields["every"] = _EVERY[match.group(3).casefold()]
        if match.group(4):
            fields["first"] = int(match.group(4))
        return fields

    def __str__(self) -> str:
        """Writes the day and the years."""
        words = {"each-odd-year": " of each odd-numbered year"}
        words["each-even-year"] = " of each even-numbered year"
        first = f" from {self.first}" if self.first else ""
        return f"{MONTHS[self.month - 1]} {self.day}{words.get(self.every, '')}{first}"


EffectiveEvent: TypeAlias = Literal["passage", "day-after-enactment", "end-of-session"]
"""An event that a day of effect is counted from."""

_EVENTS = {
    "upon passage": "passage",
    "on passage": "passage",
    "upon its passage": "passage",
    "day after final enactment": "day-after-enactment",
    "the day following final enactment": "day-after-enactment",
    "day following final enactment": "day-after-enactment",
    "end of session": "end-of-session",
}
_DAYS_AFTER = re.compile(
    r"(\d{1,3}) days after (passage|end of session|adjournment)", re.IGNORECASE
)


class EffectiveDate(Written):
    """The day from which an act is law: a date, or an event and the days after it."""

    examples = (
        "July 1, 2027",
        "upon passage",
        "day after final enactment",
        "90 days after passage",
    )

    on: OrBlank[CalendarDate] | None = None
    """The date, where the act names one."""
    event: EffectiveEvent | None = None
    """The event, where the act names one in place of a date."""
    days_after: int = Field(default=0, ge=0, le=366, strict=True)
    """How many days after the event."""

    @model_validator(mode="before")
    @classmethod
    def _from_date(cls, data: object) -> object:
        """Takes a date that TOML itself reads; what it reads as a time is none."""
        return {"on": data} if type(data) is dt.date else data

    @model_validator(mode="after")
    def _check(self) -> EffectiveDate:
        """Wants a date or an event, and not both."""
        if (self.on is None) == (self.event is None):
            refuse(
                "one-of-date-and-event",
                "an effective date is either a date or an event.",
                "give `on` or `event`.",
            )
        if self.on is not None and self.days_after:
            refuse("one-of-date-and-event", "days are counted after an event.", "give `event`.")
        return self

    @classmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Reads a date, an event, or days after one."""
        low = line.casefold()
        if low in _EVENTS:
            return {"event": _EVENTS[low]}
        if match := _DAYS_AFTER.fullmatch(line):
            event = "passage" if match.group(2).casefold() == "passage" else "end-of-session"
            return {"event": event, "days_after": int(match.group(1))}
        if Blank.is_in(line) or parse_month_day(line) or re.match(r"\d{4}-", line):
            return {"on": line}
        hint = 'write "July 1, 2027", "upon passage" or "90 days after passage".'
        return refuse("not-an-effective-date", f'"{line}" is not an effective date.', hint)

    def __str__(self) -> str:
        """Writes the date or the event."""
        if self.event is None:
            return format_date(self.on) if isinstance(self.on, dt.date) else str(self.on)
        if self.days_after:
            after = "passage" if self.event == "passage" else "end of session"
            return f"{self.days_after} days after {after}"
        return next(words for words, event in _EVENTS.items() if event == self.event)
