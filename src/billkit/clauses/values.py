"""The value types of clauses, under one roof.

- `Text`, `Slug`, `Count`: words, kebab-case names, numbers from one.
- `Blank` (line): ``[insert number] years``; `OrBlank` is a value or a blank in its place.
- `Duration` (count, unit, bound): ``5 years``, ``up to 60 days``.
- `EndsOn` (month, day, nth, year): ``June 30 of the second school year``.
- `Indefinite`: no end. `Term` is any of the three, or a blank.
- `Deadline` (within, side, event): ``60 days after receipt``.
- `DayOfYear` (month, day, every, first): ``February 1 of each odd-numbered year``.
- `CalendarDate`: ``July 1, 2027``. `DueDate` is a day of the year, a date, a deadline or a blank.
- `EffectiveDate` (on, or event and days_after): ``July 1, 2027``, ``upon passage``.
- `Share` (form, numerator, denominator): ``70 percent``, ``two-thirds``, ``majority``.
- `Cap` (number, per, region): ``5 per year``. `Money` (dollars, per): ``$50,000 per grant``.
- `Vote` (body, share, base, ballot, each, meaning, act): who must say yes.
- `Reference` (unit, num, pinpoint, within, et_seq, code, name, clause): ``section 158.030``.
- `Item` (key, text, refs, parts): a point of a list, by its key or in own words.
- `Body` (name, short, article, plural, possessive) and `Names`: who is who, set once.
  `Role` is the name of a field of `Names`, or a key of ``names.own``.

Every value but `Vote` can be written in a line, and `str` writes that line.
"""

from billkit.clauses.amounts import Cap, CapPer, Money, MoneyPer, Share
from billkit.clauses.base import Blank, Count, OrBlank, Slug, Text, Value, Written
from billkit.clauses.citing import Reference, ReferenceUnit
from billkit.clauses.dates import (
    CalendarDate,
    DayOfYear,
    EffectiveDate,
    EffectiveEvent,
    Year,
    format_date,
)
from billkit.clauses.durations import (
    Deadline,
    DueDate,
    Duration,
    EndsOn,
    Event,
    Indefinite,
    Term,
    TimeUnit,
    YearKind,
)
from billkit.clauses.items import Item
from billkit.clauses.names import Body, Names, Role
from billkit.clauses.voting import EVERYDAY_VOTERS, Ballot, Stage, Vote, VoteBase, VoterScope

__all__ = [
    "EVERYDAY_VOTERS",
    "Ballot",
    "Blank",
    "Body",
    "CalendarDate",
    "Cap",
    "CapPer",
    "Count",
    "DayOfYear",
    "Deadline",
    "DueDate",
    "Duration",
    "EffectiveDate",
    "EffectiveEvent",
    "EndsOn",
    "Event",
    "Indefinite",
    "Item",
    "Money",
    "MoneyPer",
    "Names",
    "OrBlank",
    "Reference",
    "ReferenceUnit",
    "Role",
    "Share",
    "Slug",
    "Stage",
    "Term",
    "Text",
    "TimeUnit",
    "Value",
    "Vote",
    "VoteBase",
    "VoterScope",
    "Written",
    "Year",
    "YearKind",
    "format_date",
]
