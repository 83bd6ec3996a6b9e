"""Speaks a clause in one state's way: its bodies, its verbs, its numbers, its references."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from billkit.clauses import inflection
from billkit.clauses.amounts import Cap, Money, Share
from billkit.clauses.base import Blank
from billkit.clauses.citing import Reference
from billkit.clauses.dates import DayOfYear
from billkit.clauses.durations import Deadline, Duration, EndsOn, Indefinite
from billkit.clauses.names import Body, Names
from billkit.language.filling import Ready, escape_markdown
from billkit.language.quantities import Quantities, date, ordinal
from billkit.language.styles import Style
from billkit.text.ladders import Ladder

__all__ = ["Voice", "Wordless"]


_COUNTED_BY = {
    "year": " each fiscal year",
    "biennium": " each biennium",
    "school": " for each school",
    "district": " for each district",
    "student": " for each student",
}


class Wordless(Exception):  # noqa: N818 - not an error of the caller's: the engine makes it one
    """Says that a value has no words in a template: nothing was given, or nobody knows the role.

    ``key`` is the point of a list that has none, ``hint`` what to do.
    """

    def __init__(self, message: str, *, key: str = "", hint: str = "") -> None:
        """Takes what is said, and for what point."""
        super().__init__(message)
        self.key = key
        self.hint = hint

    @classmethod
    def nothing(cls) -> Wordless:
        """Says that nothing is given."""
        return cls("nothing is given here")

    @classmethod
    def empty(cls) -> Wordless:
        """Says that a list is empty."""
        return cls("the list is empty")

    @classmethod
    def kind(cls, value: object) -> Wordless:
        """Says that a kind of value has no words."""
        return cls(f"a {type(value).__name__} has no words")

    @classmethod
    def point(cls, key: object) -> Wordless:
        """Says that a text has no words for a point."""
        hint = (
            'give the point words of its own, { key = "...", text = "..." }, '
            'or take `variant = "model"`, which has words for every point.'
        )
        return cls(f'this text has no words for the point "{key}"', key=str(key), hint=hint)

    @classmethod
    def role(cls, role: object) -> Wordless:
        """Says that nobody bears a role."""
        return cls(f'no body of the bill is called "{role}"')


@dataclass(frozen=True)
class Voice:
    """Speaks for one bill in one state's style.

    ``names`` are the bill's, with the state's own put in where the bill has set none; ``clauses``
    are the ids of the clauses that the draft holds; ``coded`` says whether its law enters the code;
    ``act_name`` is the name by which the act may be cited, where the bill sets one.
    """

    style: Style
    names: Names = field(default_factory=Names)
    clauses: frozenset[str] = frozenset()
    coded: bool = True
    act_name: str | None = None

    @classmethod
    def of(
        cls,
        style: Style,
        names: Names,
        clauses: Iterable[str],
        *,
        coded: bool = True,
        act_name: str | None = None,
    ) -> Voice:
        """Makes the voice of a bill, with the state's names where the bill has set none."""
        given = {role: fact.value for role, fact in style.names.items()}
        return cls(style, names.filled(given), frozenset(clauses), coded, act_name)

    @cached_property
    def quantities(self) -> Quantities:
        """Numbers as the state writes them."""
        return Quantities(self.style.numbers)

    @cached_property
    def ladder(self) -> Ladder:
        """The levels below a section."""
        return Ladder.parse(self.style.ladders.code.value)

    @cached_property
    def context(self) -> dict[str, object]:
        """The words every template may use: the verbs, and what the state calls things."""
        words, references = self.style.words, self.style.references
        return {
            "shall": words.duty_actor.value,
            "must": words.duty_thing.value,
            "shall_not": words.prohibition.value,
            "must_not": words.prohibition_thing.value,
            "may": words.power.value,
            "this_act": words.this_act.value,
            "the_code": references.code.value,
            "code": references.code.value.removeprefix("the "),
            "rules_code": references.rules_code.value,
            "rules": references.rules.value,
            "rule": references.rule.value,
            "state": self.style.name,
            "serial": "," if words.serial_comma.value else "",
            "names": self.names,
        }

    # Bodies and names

    def body(self, value: Body | str) -> Body:
        """Gives the body of a role, or the body itself."""
        if isinstance(value, Body):
            return value
        found = self.names.body(value)
        if found is None:
            raise Wordless.role(value)
        return found

    def the(self, value: Body | str) -> str:
        """The full name with its definite article."""
        return self.body(value).definite

    def the_short(self, value: Body | str) -> str:
        """The short name with its definite article."""
        return self.body(value).short_definite

    def a(self, value: Body | str) -> str:
        """The full name with the indefinite article."""
        return self.body(value).indefinite

    def a_short(self, value: Body | str) -> str:
        """The short name with the indefinite article."""
        short = self.body(value).short
        return f"{inflection.indefinite_article(short)} {short}"

    def subject(self, value: Body | str) -> str:
        """The name with the article that is its own."""
        return self.body(value).subject

    def each(self, value: Body | str) -> str:
        """Each of many, or the one there is: each innovation zone, the governor."""
        body = self.body(value)
        return f"each {body.name}" if body.article in {"a", "an"} else body.definite

    def name(self, value: Body | str) -> str:
        """The full name alone."""
        return self.body(value).name

    def short(self, value: Body | str) -> str:
        """The short name alone."""
        return self.body(value).short

    def plural(self, value: Body | str) -> str:
        """The plural of the full name."""
        return self.body(value).plural

    def short_plural(self, value: Body | str) -> str:
        """The plural of the short name."""
        body = self.body(value)
        return body.plural if body.short == body.name else inflection.plural(body.short)

    def possessive(self, value: Body | str) -> str:
        """The possessive of the full name."""
        return self.body(value).possessive

    def short_possessive(self, value: Body | str) -> str:
        """The possessive of the short name."""
        return self.body(value).short_possessive

    # Numbers and times

    def number(self, value: int | Blank) -> str:
        """A whole number: five (5)."""
        return self.quantities.count(value) if isinstance(value, int) else str(value)

    def times(self, value: int) -> str:
        """How often: once, twice, four times."""
        plain = {1: "once", 2: "twice"}
        return plain.get(value) or f"{self.quantities.count(value)} times"

    def ordinal(self, value: int) -> str:
        """An ordinal in words: third."""
        return ordinal(value)

    def a_word(self, value: str) -> str:
        """A common noun with its indefinite article: an extension."""
        return f"{inflection.indefinite_article(value)} {value}"

    def year(self, value: int | Blank) -> str:
        """A year of the calendar: 2027."""
        return str(value)

    def fiscal_year(self, value: int | Blank) -> str:
        """A fiscal year by the year in which it begins: 2027-28."""
        return str(value) if isinstance(value, Blank) else f"{value}-{(value + 1) % 100:02d}"

    def ending_year(self, value: int | Blank) -> str:
        """A fiscal year by the year in which it ends: 2028 of the one that begins in 2027."""
        return str(value) if isinstance(value, Blank) else str(value + 1)

    def every(self, value: Duration) -> str:
        """How often: each year, every two years."""
        name = value.unit.replace("-", " ")
        return f"each {name}" if value.count == 1 else f"every {self.quantities.duration(value)}"

    def duration(self, value: Duration | Blank) -> str:
        """A length of time: five (5) years."""
        return self.quantities.duration(value) if isinstance(value, Duration) else str(value)

    def adjective(self, value: Duration | Blank) -> str:
        """A length of time before a noun: five-year."""
        return self.quantities.adjective(value) if isinstance(value, Duration) else str(value)

    def term(self, value: Duration | EndsOn | Indefinite | Blank) -> str:
        """How long: five (5) years; a day of the third school year."""
        return str(value) if isinstance(value, Blank) else self.quantities.term(value)

    def share(self, value: Share | Blank) -> str:
        """A share: seventy percent (70%)."""
        return self.quantities.share(value) if isinstance(value, Share) else str(value)

    def at_least(self, value: Share | Blank) -> str:
        """A share that is to be reached: at least seventy percent (70%); a majority; all."""
        words = self.share(value)
        plain = isinstance(value, Share) and value.form in {"majority", "unanimous"}
        return words if plain else f"at least {words}"

    def money(self, value: Money | Blank) -> str:
        """A sum, with what it is counted by: five thousand dollars ($5,000) for each student.

        A sum by the grant is said of a grant, and one in total is a total.
        """
        if isinstance(value, Blank):
            return str(value)
        return self.quantities.money(value) + _COUNTED_BY.get(value.per, "")

    def date(self, value: dt.date | Blank) -> str:
        """A date: July 1, 2027."""
        return date(value)

    def due(self, value: dt.date | DayOfYear | Deadline | Blank) -> str:
        """By when, without the word before it."""
        return str(value) if isinstance(value, Blank) else self.quantities.due(value)

    def by(self, value: dt.date | DayOfYear | Deadline | Blank) -> str:
        """By when: by July 1, 2027; within sixty days after receipt."""
        return f"by {value}" if isinstance(value, Blank) else self.quantities.by(value)

    def per(self, value: Cap) -> str:
        """What a cap is counted by: in any calendar year, in total, in the region."""
        match value.per:
            case "year":
                return "in any calendar year"
            case "school-year":
                return "in any school year"
            case "total":
                return "in total"
            case "at-once":
                return "at any one time"
            case "region":
                return f"in {value.region}"

    # Lists

    def and_list(self, values: Sequence[str]) -> str:
        """Joins words with commas and a last "and"; the state says whether a comma stands there."""
        return self.joined(values, "and")

    def or_list(self, values: Sequence[str]) -> str:
        """Joins words with commas and a last "or"."""
        return self.joined(values, "or")

    def joined(self, values: Sequence[str], last: str) -> str:
        """Joins words with commas and a last word; marked words stay marked."""
        texts = [value if isinstance(value, str) else str(value) for value in values]
        marked = any(isinstance(value, Ready) for value in texts)
        if marked:
            texts = [v if isinstance(v, Ready) else escape_markdown(v) for v in texts]
        comma = "," if self.style.words.serial_comma.value and len(texts) > len(("a", "b")) else ""
        *start, end = texts
        text = f"{', '.join(start)}{comma} {last} {end}" if start else end
        return Ready(text) if marked else text

    # References

    def references(self, values: Reference | Sequence[Reference]) -> str:
        """References to the law in the state's form, neighbours of one unit together."""
        several = [values] if isinstance(values, Reference) else list(values)
        groups: list[list[Reference]] = []
        for value in several:
            if groups and _together(groups[-1][-1], value):
                groups[-1].append(value)
            else:
                groups.append([value])
        return self.joined([self._group(group) for group in groups], "and")

    def _number(self, ref: Reference) -> str:
        """Writes the number of a reference, with the place below it as the state does."""
        after = " et seq." if ref.et_seq else ""
        places = re.findall(r"\(([^()]+)\)", ref.pinpoint or "")
        if ref.unit != "section" or self.style.references.order.value != "largest-first":
            return f"{ref.num}{ref.pinpoint or ''}{after}"
        ladder = self.ladder
        named = [
            f"{level.kind} {place}" if depth == 0 else f"{level.kind} ({place})"
            for depth, (level, place) in enumerate(zip(ladder.levels, places, strict=False))
        ]
        return ", ".join([f"{ref.num}", *named]) + after

    def _group(self, group: list[Reference]) -> str:
        """Writes references of one unit together: Sections 1-2-3 and 1-2-4."""
        forms = self.style.references
        first = group[0]
        if first.unit == "act":
            return f"the {first.name}"
        numbers = [self._number(ref) for ref in group]
        many = len(group) > 1 or first.et_seq
        listed = self.joined(numbers, "and")
        if first.code is not None:
            sign = (
                "" if first.unit == "section" else f"{first.unit.title()}{'s' * (len(group) > 1)} "
            )
            return f"{first.code} {sign}{listed}"
        outside = None if self.coded else forms.sections_outside if many else forms.section_outside
        named = {
            "section": outside or (forms.sections if many else forms.section),
            "chapter": forms.chapters if len(group) > 1 else forms.chapter,
            "title": forms.title,
        }.get(first.unit)
        if named is None:
            text = f"{first.unit}{'s' * (len(group) > 1)} {listed}"
            text = text[:1].upper() + text[1:] if forms.capitals.value else text
        else:
            text = named.value.format(number=listed, numbers=listed)
        if first.within is not None:
            text += forms.within.value + self._group([first.within])
        return text


def _together(before: Reference, after: Reference) -> bool:
    """Says whether two references share one unit word."""
    return (before.unit, before.code, before.within) == (
        after.unit,
        after.code,
        after.within,
    ) and before.unit not in {"act", "clause"}
