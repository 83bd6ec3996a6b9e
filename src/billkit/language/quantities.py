"""Numbers, shares, sums, lengths of time and days, written in a state's way."""

from __future__ import annotations

import datetime as dt

from billkit.clauses.amounts import Money, Share
from billkit.clauses.base import Blank
from billkit.clauses.counting import ORDINALS
from billkit.clauses.dates import MONTHS, DayOfYear
from billkit.clauses.durations import Deadline, Duration, EndsOn, Indefinite
from billkit.language.style_parts import Numbers

__all__ = ["Quantities", "cardinal", "date", "ordinal"]

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_HUNDRED, _TWENTY, _TEN = 100, 20, 10
_PARTS = {2: "half", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
_EVENTS = {
    "effective-date": "the effective date of this section",
    "end-of-term": "the end of the term",
    "start-of-school-year": "the start of the school year",
    "end-of-school-year": "the end of the school year",
    "hearing": "the hearing",
    "request": "the request",
    "appeal": "the appeal",
}
"""The events that want another form than their own word: after receipt, after the hearing."""
_MANY_HALVES = {"half": "halves"}


def cardinal(number: int) -> str:
    """Writes a whole number in words.

    Example:
        >>> cardinal(5), cardinal(72), cardinal(500_000), cardinal(1_234)
        ('five', 'seventy-two', 'five hundred thousand', 'one thousand two hundred thirty-four')
    """
    if number < _TWENTY:
        return _UNITS[number]
    if number < _HUNDRED:
        tens, units = divmod(number, _TEN)
        return _TENS[tens] + (f"-{_UNITS[units]}" if units else "")
    for size, name in (*_SCALES, (_HUNDRED, "hundred")):
        if number >= size:
            many, rest = divmod(number, size)
            return f"{cardinal(many)} {name}" + (f" {cardinal(rest)}" if rest else "")
    return str(number)


def ordinal(number: int) -> str:
    """Writes an ordinal in words.

    Example:
        >>> ordinal(3), ordinal(12), ordinal(20), ordinal(21)
        ('third', 'twelfth', 'twentieth', 'twenty-first')
    """
    if 1 <= number <= len(ORDINALS):
        return ORDINALS[number - 1]
    words = cardinal(number)
    start, mark, last = words.rpartition("-") if "-" in words else words.rpartition(" ")
    if last in _UNITS and _UNITS.index(last) in range(1, len(ORDINALS) + 1):
        return start + mark + ORDINALS[_UNITS.index(last) - 1]
    return f"{start}{mark}{last[:-1]}ieth" if last.endswith("y") else f"{start}{mark}{last}th"


class Quantities:
    """Writes quantities as one state does."""

    __slots__ = ("_form", "_from", "_numbers")

    def __init__(self, numbers: Numbers) -> None:
        """Takes the facts of the state's style."""
        self._numbers = numbers
        self._form = numbers.counts.value.form
        self._from = numbers.counts.value.figures_from

    def count(self, number: int) -> str:
        """Writes a whole number: five (5), five, 5."""
        match self._form:
            case "words-and-figures":
                return f"{cardinal(number)} ({number:,})"
            case "words" if self._from is None or number < self._from:
                return cardinal(number)
            case _:
                return f"{number:,}"

    def duration(self, value: Duration) -> str:
        """Writes a length of time: five (5) years."""
        return f"{self.count(value.count)} {_unit(value)}"

    def adjective(self, value: Duration) -> str:
        """Writes a length of time before a noun: five-year, five (5) year."""
        name = value.unit.replace("-", " ")
        if self._numbers.adjectives.value == "open":
            return f"{self.count(value.count)} {name}"
        plain = self._form != "words-and-figures" and (
            self._form == "figures" or (self._from is not None and value.count >= self._from)
        )
        number = f"{value.count}" if plain else cardinal(value.count)
        return f"{number}-{name.replace(' ', '-')}"

    def by(self, value: dt.date | DayOfYear | Deadline) -> str:
        """Writes by when, with the word before it: by July 1, 2027; within 60 days."""
        if not isinstance(value, Deadline):
            return f"by {self.due(value)}"
        return f"{'within' if value.side == 'after' else 'not later than'} {self.due(value)}"

    def term(self, value: Duration | EndsOn | Indefinite) -> str:
        """Writes how long: a length of time, an end, or none."""
        match value:
            case Duration():
                return self.duration(value)
            case EndsOn():
                year = value.year.replace("-", " ")
                return f"{MONTHS[value.month - 1]} {value.day} of the {ordinal(value.nth)} {year}"
            case Indefinite():
                return "an indefinite period"

    def share(self, value: Share) -> str:
        """Writes a share: seventy percent (70%), two-thirds, a majority, all."""
        match value.form:
            case "percent":
                return self.percent(value.numerator)
            case "fraction":
                part = _PARTS.get(value.denominator, ordinal(value.denominator))
                if value.numerator == 1:
                    return f"one-{part}"
                return f"{cardinal(value.numerator)}-{_MANY_HALVES.get(part, part + 's')}"
            case "majority":
                return "a majority"
            case "unanimous":
                return "all"

    def percent(self, number: int) -> str:
        """Writes a percentage: seventy percent (70%), seventy percent, 70 percent."""
        match self._numbers.percent.value:
            case "words-and-figures":
                return f"{cardinal(number)} percent ({number}%)"
            case "words":
                return f"{cardinal(number)} percent"
            case "figures":
                return f"{number} percent"

    def money(self, value: Money) -> str:
        """Writes a sum without what it is counted by: $5,000, five thousand dollars ($5,000)."""
        words = cardinal(value.dollars)
        dollars = "dollar" if value.dollars == 1 else "dollars"
        match self._numbers.money.value:
            case "words-and-figures":
                return f"{words} {dollars} (${value.dollars:,})"
            case "capitals-and-cents":
                return f"{_titled(words)} {dollars.title()} (${value.dollars:,}.00)"
            case "words":
                return f"{words} {dollars}"
            case "figures":
                return f"${value.dollars:,}"

    def due(self, value: dt.date | DayOfYear | Deadline) -> str:
        """Writes by when: July 1, 2027; July 1 of each year; thirty days after receipt."""
        match value:
            case dt.date():
                return date(value)
            case DayOfYear():
                return _day_of_year(value)
            case Deadline(within=Duration() as within):
                return f"{self.duration(within)} {value.side} {_event(value)}"
            case Deadline():
                return f"{value.within} {value.side} {_event(value)}"


def _unit(value: Duration) -> str:
    """Writes the unit of a length of time, in the plural where there are several."""
    name = value.unit.replace("-", " ")
    return name if value.count == 1 else f"{name}s"


def date(value: dt.date | Blank) -> str:
    """Writes a date: July 1, 2027."""
    if isinstance(value, Blank):
        return str(value)
    return f"{MONTHS[value.month - 1]} {value.day}, {value.year}"


def _day_of_year(value: DayOfYear) -> str:
    """Writes a day that comes round: February 1 of each odd-numbered year."""
    years = {"each-odd-year": "each odd-numbered year", "each-even-year": "each even-numbered year"}
    every = years.get(value.every, "each year")
    day = f"{MONTHS[value.month - 1]} {value.day}"
    if value.first is not None:
        return f"{day}, {value.first}, and {day} of {every} thereafter"
    return f"{day} of {every}"


def _event(value: Deadline) -> str:
    """Writes the event a deadline is counted from: receipt, the end of the term."""
    return _EVENTS.get(value.event, value.event.replace("-", " "))


def _titled(words: str) -> str:
    """Capitalises each word: Five Hundred Thousand, Seventy-five."""
    return " ".join(word[:1].upper() + word[1:] for word in words.split(" "))
