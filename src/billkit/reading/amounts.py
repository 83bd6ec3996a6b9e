"""Finds amounts in the words of law: lengths of time, ends of terms, shares, caps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from billkit.clauses.amounts import Share
from billkit.clauses.counting import parse_count
from billkit.clauses.durations import Duration, EndsOn

__all__ = ["NUMBER", "Amount", "durations", "ends", "shares"]

_UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUMBER = (
    rf"(?:(?:{_TENS})(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|{_UNITS}"
    r"|(?:one|a)\s+hundred|\d{1,3}(?:,\d{3})+|\d{1,4})(?:\s*\(\d{1,4}\))?"
)
"""A whole number in words or figures, with its figures in brackets where they follow."""

_DURATION = re.compile(
    rf"""
    (?<![\d][-–]) \b (?P<count> {NUMBER} ) [\s-]+
    (?: (?: full | consecutive | additional | successive | complete | further ) [\s-]+ ){{0,2}}
    (?P<kind> school | academic | calendar | fiscal | business | working | instructional )? [\s-]*
    (?P<unit> year | month | week | day ) s? \b (?! [\s-]* old )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"""
    (?: up \s+ to | (?:not|n[o']t|never|or) \s+ (?:to \s+)? exceed (?:ing)?
      | exceed | (?: no | not ) \s+ (?: more | longer | greater ) \s+ than
      | at \s+ most | (?: a \s+ )? maximum (?: \s+ term | \s+ period )? \s+ of | within | less )
    (?: \s+ (?: a | an | the | one | any | additional | successive | total | term s? | period s?
              | of | for | renewable | initial ) ){0,6} \s* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENDS_ON = re.compile(
    rf"""
    \b (?P<day> (?:{_MONTH}) \s+ \d{{1,2}} ) ,? \s+ (?: of | in
      | at \s+ the \s+ end \s+ of ) \s+ the \s+
    (?P<nth> first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth )
    \s+ (?P<year> (?: full \s+ )? (?: school | calendar | fiscal ) \s+ year )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHARE = re.compile(
    rf"""
    (?<!hundred\s) \b (?: (?P<percent> {NUMBER} ) \s* (?: percent | per \s+ cent (?:um)?
      | % ) (?: \s* \(\s*\d+\s*%\s*\) )?
         | (?P<fraction> (?: one | two | three | four | five ) [-\s] (?: half | thirds? | fourths?
             | quarters? | fifths? | sixths? ) | [1-9] / [2-9] ) (?: \s* \( [1-9]/[2-9] \) )?
         | (?P<majority> (?: a \s+ )? (?: simple \s+ )? majority )
         | (?P<unanimous> unanimous (?:ly)? )
    ) (?! \w )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount and where it stands in the words."""

    value: Duration | EndsOn | Share
    start: int
    end: int


def durations(words: str) -> Iterator[Amount]:
    """Finds lengths of time, with ``up to`` and its like before them.

    Example:
        >>> [str(found.value) for found in durations("may not exceed a period of one (1) year")]
        ['up to 1 year']
        >>> [str(found.value) for found in durations("a five-year period; aged 5 years old")]
        ['5 years']
    """
    for match in _DURATION.finditer(words):
        count = parse_count(" ".join(match["count"].split()))
        if not count:
            continue
        unit = match["unit"].casefold()
        kind = (match["kind"] or "").casefold()
        if unit == "year" and kind in {"school", "academic", "instructional"}:
            unit = "school-year"
        elif unit == "day" and kind in {"business", "working", "school"}:
            unit = "business-day"
        bound = "at-most" if _AT_MOST.search(words[: match.start()]) else "fixed"
        try:
            value = Duration.model_validate({"count": count, "unit": unit, "bound": bound})
        except ValidationError:
            continue
        yield Amount(value, match.start(), match.end())


def ends(words: str) -> Iterator[Amount]:
    """Finds ends of terms that are counted by years.

    Example:
        >>> [str(e.value) for e in ends("ends on May 31 of the fourth school year")]
        ['May 31 of the fourth school year']
    """
    for match in _ENDS_ON.finditer(words):
        line = f"{match['day']} of the {match['nth']} {match['year']}"
        try:
            yield Amount(EndsOn.parse(" ".join(line.split())), match.start(), match.end())
        except ValidationError:
            continue


def shares(words: str) -> Iterator[Amount]:
    """Finds parts of a whole: percentages, fractions, majorities, unanimity.

    Example:
        >>> [str(s.value) for s in shares("seventy percent (70%) or a two-thirds majority")]
        ['70 percent', '2/3']
    """
    last = -1
    for match in _SHARE.finditer(words):
        text = " ".join(match.group().split()).casefold()
        if match["majority"] and words[last : match.start()].strip(" -") == "" and last >= 0:
            continue
        if match["percent"]:
            text = f"{match['percent']} percent"
        elif match["fraction"]:
            text = match["fraction"].replace(" ", "-")
        elif match["unanimous"]:
            text = "unanimous"
        try:
            value = Share.parse(" ".join(text.split()))
        except ValidationError:
            continue
        last = match.end()
        yield Amount(value, match.start(), match.end())
