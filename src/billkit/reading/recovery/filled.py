"""Reads the words that a field filled in back into values the field can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from billkit.clauses.counting import parse_count
from billkit.clauses.dates import MONTHS
from billkit.clauses.durations import Event
from billkit.reading.amounts import durations, ends, shares

__all__ = ["parse_number", "raw_of"]

_DEADLINE = re.compile(
    r"""
    (?: within | not \s later \s than | by )? \s*
    (?P<count> \[[^\]]+\] | [\w-]+ (?: \s [\w-]+ ){0,5}? (?: \s \( [\d,]+ \) )? ) \s
    (?P<unit> business \s day | school \s year | day | week | month | year ) s? \s
    (?P<side> after | before ) \s (?P<event> .+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTH = "|".join(MONTHS)
_DAY = re.compile(
    rf"""
    (?: by | on | not \s before | not \s later \s than )? \s* (?P<day> (?:{_MONTH}) \s \d{{1,2}} )
    (?: , \s (?P<first> \d{{4}} ) , \s and \s (?:{_MONTH}) \s \d{{1,2}} )?
    \s of \s each \s (?P<parity> odd | even )? (?:-numbered \s)? year (?: \s thereafter )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DATE = re.compile(rf"(?:by |on )?((?:{_MONTH}) \d{{1,2}}, \d{{4}})", re.IGNORECASE)
_MONEY = re.compile(r"\$([\d,]+)(?:\.00)?")
_BEFORE = 60
_TIMES = {"once": 1, "twice": 2}
_EVENTS = {
    "effective date of this section": "effective-date",
    "end of the term": "end-of-term",
    "start of the school year": "start-of-school-year",
    "end of the school year": "end-of-school-year",
}
_PER = {
    "in any calendar year": "year",
    "in any school year": "school-year",
    "in total": "total",
    "at any one time": "at-once",
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_FIGURES = re.compile(r" \(\$?([\d,]+)\)$")


def raw_of(text: str, *, before: str = "") -> tuple[object, ...]:
    """Gives what filled-in words can mean, the likeliest first, for a field to choose from.

    Args:
        text: The words.
        before: What stands before them: ``shall not exceed``.

    Example:
        >>> raw_of("within sixty (60) days after receipt")[0]
        '60 days after receipt'
        >>> raw_of("ten (10)")[0], raw_of("by August 1 of each year")[0]
        (10, 'August 1')
    """
    out: dict[object, None] = {}
    for raw in _readings(text.strip(), before):
        out.setdefault(raw, None)
    return tuple(out)


def _readings(text: str, before: str) -> Iterator[object]:
    """Yields every reading of some words."""
    if re.search(r"\[[^\[\]]+\]", text):
        yield re.sub(r"^by ", "", text, flags=re.IGNORECASE)
    if match := _DEADLINE.fullmatch(text):
        yield _deadline(match)
    if match := _DAY.fullmatch(text):
        parity = f" of each {match['parity'].lower()}-numbered year" if match["parity"] else ""
        yield f"{match['day']}{parity}" + (f" from {match['first']}" if match["first"] else "")
    if match := _DATE.fullmatch(text):
        yield match.group(1)
    if text.casefold() in _PER:
        yield _PER[text.casefold()]
    yield from _counted(text)
    yield from _lengths(text, before)
    yield text
    if text[:1].isupper() and not text[1:2].isupper():
        yield text[:1].lower() + text[1:]


def _deadline(match: re.Match[str]) -> str:
    """Writes a deadline as a bill file does."""
    said = match["event"].removeprefix("the ").casefold()
    event = _EVENTS.get(said, said.replace(" ", "-"))
    if event not in get_args(Event):
        event = said
    counted = match["count"]
    count = counted if counted.startswith("[") else parse_number(counted)
    unit = match["unit"].replace(" ", "-").casefold()
    plural = "" if count == 1 else "s"
    words = event.replace("-", " ")
    return f"{count} {unit.replace('-', ' ')}{plural} {match['side'].casefold()} {words}"


def _counted(text: str) -> Iterator[object]:
    """Yields counts and sums."""
    low = text.casefold()
    if low in _TIMES:
        yield _TIMES[low]
    if (count := parse_number(re.sub(r" times$", "", low))) is not None:
        yield count
    if match := _MONEY.search(text):
        yield int(match.group(1).replace(",", ""))
        yield f"${match.group(1)} per year"
    elif amount := parse_number(re.sub(r" dollars?$", "", low)):
        yield amount


def _lengths(text: str, before: str) -> Iterator[object]:
    """Yields lengths of time, ends of terms and shares."""
    start = before[-_BEFORE:]
    yield from (str(a.value) for a in durations(start + text) if a.start >= len(start))
    low = text.casefold()
    if match := re.fullmatch(r"(?:each|every) (school year|business day|year|month|week|day)", low):
        yield f"1 {match.group(1)}"
    for amount in durations(text):
        yield str(amount.value)
        yield f"{amount.value} after receipt"
        yield f"up to {str(amount.value).removeprefix('up to ')}"
    for found in ends(text):
        yield str(found.value)
    for share in shares(text):
        yield str(share.value)
    if low in {"all", "at least all"}:
        yield "unanimous"


def parse_number(words: str) -> int | None:
    """Reads a whole number in words or figures, or both; None where the text is none.

    Example:
        >>> parse_number("one hundred eighty (180)"), parse_number("two thousand five hundred")
        (180, 2500)
        >>> parse_number("1,000"), parse_number("some")
        (1000, None)
    """
    low = words.casefold().strip()
    if match := _FIGURES.search(low):
        return int(match.group(1).replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+", low):
        return int(low.replace(",", ""))
    whole, part = 0, 0
    for word in re.split(r"[ -]", low):
        if word in _SCALES:
            scale = _SCALES[word]
            part = max(part, 1) * scale
            if scale > _SCALES["hundred"]:
                whole, part = whole + part, 0
        elif (count := parse_count(word)) is not None and word not in {"a", "an"}:
            part += count
        elif word != "and":
            return None
    return whole + part or None
