from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from billkit.clauses.counting import parse_count, parse_ordinal
from billkit.clauses.values import (
    Blank,
    CalendarDate,
    Cap,
    DayOfYear,
    Deadline,
    DueDate,
    Duration,
    EffectiveDate,
    EndsOn,
    Indefinite,
    Money,
    Reference,
    Share,
    Slug,
    Term,
    Text,
    Vote,
    Written,
    format_date,
)


def refusal(cls: Any, data: object) -> str:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(cls).validate_python(data)
    return caught.value.errors()[0]["type"]


@pytest.mark.parametrize(
    ("cls", "line", "written", "fields"),
    [
        (Duration, "5 years", "5 years", {"count": 5}),
        (Duration, "five-year", "5 years", {"count": 5}),
        (Duration, "up to five (5) school years", "up to 5 school years", {"bound": "at-most"}),
        (Duration, "not more than  60 days", "up to 60 days", {"unit": "day"}),
        (Duration, "1 business day", "1 business day", {"unit": "business-day"}),
        (Duration, "a month", "1 month", {"count": 1, "unit": "month"}),
        (
            EndsOn,
            "June 30 of the third full school year",
            "June 30 of the third full school year",
            {"month": 6, "day": 30, "nth": 3, "year": "full-school-year"},
        ),
        (EndsOn, "may 31 of the 2nd fiscal year", "May 31 of the second fiscal year", {"nth": 2}),
        (Indefinite, "Indefinitely", "indefinite", {}),
        (Share, "seventy percent", "70 percent", {"form": "percent", "numerator": 70}),
        (Share, "70%", "70 percent", {"denominator": 100}),
        (Share, "at least two-thirds", "2/3", {"form": "fraction"}),
        (Share, "three quarters", "3/4", {}),
        (Share, "one half", "1/2", {"form": "fraction"}),
        (Share, "a majority", "majority", {"form": "majority"}),
        (Share, "all", "unanimous", {"form": "unanimous"}),
        (DayOfYear, "February 1 of each odd-numbered year", None, {"every": "each-odd-year"}),
        (DayOfYear, "March 1 of each year from 2027", "March 1 from 2027", {"first": 2027}),
        (DayOfYear, "February 29", "February 29", {}),
        (EffectiveDate, "2027-07-01", "July 1, 2027", {"on": dt.date(2027, 7, 1)}),
        (EffectiveDate, "the day following final enactment", "day after final enactment", {}),
        (EffectiveDate, "90 days after adjournment", "90 days after end of session", {}),
        (EffectiveDate, "90 days after passage", "90 days after passage", {"days_after": 90}),
        (EffectiveDate, "[insert date]", "[insert date]", {"on": Blank(line="[insert date]")}),
        (Deadline, "60 days after receipt", "60 days after receipt", {"side": "after"}),
        (Deadline, "90 days before the end of term", "90 days before end of term", {}),
        (Deadline, "[insert] after denial", "[insert] after denial", {}),
        (Cap, "up to five per year", "5 per year", {"per": "year"}),
        (Cap, "3 in the metropolitan area", None, {"region": "the metropolitan area"}),
        (Cap, "7", "7 in total", {"per": "total"}),
        (Cap, "2 per school year", "2 per school year", {"per": "school-year"}),
        (Cap, "[insert number] per year", "[insert number] per year", {}),
        (Money, "500,000 dollars", "$500,000", {"dollars": 500_000}),
        (Money, "$50,000 per grant", "$50,000 per grant", {"per": "grant"}),
        (Blank, "[insert agency]", "[insert agency]", {"line": "[insert agency]"}),
    ],
)  # fmt: skip
def test_a_value_is_read_from_a_line_and_written_in_one(
    cls: type[Written], line: str, written: str | None, fields: dict[str, object]
) -> None:
    value = cls.parse(line)
    assert str(value) == (written or line)
    assert cls.parse(str(value)) == value
    assert {name: getattr(value, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("cls", "data", "code"),
    [
        (Duration, "five", "not-a-duration"),
        (Duration, "some years", "not-a-duration"),
        (Duration, "five (6) years", "not-a-duration"),
        (Duration, "0 years", "greater_than_equal"),
        (Duration, "101 years", "longer-than-forever"),
        (Duration, {"count": "5"}, "int_type"),
        (EndsOn, "June 31 of the third school year", "no-such-day"),
        (EndsOn, "June 30 of the last school year", "not-an-end"),
        (Indefinite, "never", "not-indefinite"),
        (Share, "101 percent", "share-above-one"),
        (Share, "4/3", "share-above-one"),
        (Share, 1.5, "share-above-one"),
        (Share, 70, "share-above-one"),
        (Share, True, "not-a-share"),
        (Share, 0.333, "not-a-share"),
        (Share, "0%", "share-of-nothing"),
        (Share, "1/0", "not-a-share"),
        (Share, "most", "not-a-share"),
        (Share, {"form": "most"}, "literal_error"),
        (DayOfYear, "July", "not-a-day-of-the-year"),
        (DayOfYear, "April 31", "no-such-day"),
        (DayOfYear, "March 1 of each odd-numbered year from 2028", "contradictory-years"),
        (CalendarDate, "July 1", "not-a-date"),
        (CalendarDate, "February 29, 2027", "not-a-date"),
        (CalendarDate, 2027, "not-a-date"),
        (CalendarDate, dt.datetime(2027, 7, 1, 12, tzinfo=dt.UTC), "not-a-date"),
        (CalendarDate, dt.date(1812, 1, 1), "not-a-date"),
        (EffectiveDate, "someday", "not-an-effective-date"),
        (EffectiveDate, {}, "one-of-date-and-event"),
        (EffectiveDate, {"on": "July 1, 2027", "event": "passage"}, "one-of-date-and-event"),
        (EffectiveDate, {"on": "July 1, 2027", "days-after": 3}, "one-of-date-and-event"),
        (Deadline, "soon", "not-a-deadline"),
        (Deadline, "60 days after recipt", "unknown-event"),
        (Cap, "some", "not-a-cap"),
        (Cap, {"number": 3, "per": "region"}, "cap-region"),
        (Cap, {"number": 3, "region": "the north"}, "cap-region"),
        (Money, "a lot", "not-money"),
        (Money, "$5 per head", "not-money"),
        (Money, "$0", "greater_than_equal"),
        (Blank, "insert", "not-a-blank"),
        (Text, "  ", "empty-text"),
        (Text, "a\x00b", "control-character"),
        (Text, 5, "string_type"),
        (Slug, "State Board", "not-a-slug"),
        (Slug, "!", "not-a-slug"),
        (Reference, "somewhere", "not-a-reference"),
        (Reference, "section nowhere", "not-a-reference"),
        (Reference, {"unit": "act"}, "incomplete-reference"),
        (Reference, {"num": "1.1", "clause": "term"}, "incomplete-reference"),
        (Vote, {"share": "70 percent", "shre": 1}, "extra_forbidden"),
    ],
)
def test_what_no_law_can_mean_is_refused(cls: Any, data: object, code: str) -> None:
    assert refusal(cls, data) == code


def test_text_within_lines_becomes_one_line() -> None:
    assert TypeAdapter(Text).validate_python("\n two  words \n\n  more\n") == "two  words more"


def test_a_term_is_told_from_its_line_or_its_fields() -> None:
    read = TypeAdapter(Term).validate_python
    assert isinstance(read("up to 5 years"), Duration)
    assert isinstance(read("June 30 of the third school year"), EndsOn)
    assert isinstance(read("indefinite"), Indefinite)
    assert isinstance(read("[insert term]"), Blank)
    assert isinstance(read({"count": 5}), Duration)
    assert isinstance(read({"month": 6, "day": 30, "nth": 3}), EndsOn)
    assert isinstance(read({"indefinite": True}), Indefinite)
    assert isinstance(read({"line": "[insert]"}), Blank)
    for value in (Duration.parse("5 years"), Indefinite(), Blank(line="[insert]")):
        assert read(value) is value


def test_a_due_date_is_told_from_its_line_or_its_fields() -> None:
    read = TypeAdapter(DueDate).validate_python
    assert isinstance(read("July 1"), DayOfYear)
    assert isinstance(read("60 days after approval"), Deadline)
    assert read("July 1, 2027") == dt.date(2027, 7, 1)
    assert read("2027-07-01") == dt.date(2027, 7, 1)
    assert isinstance(read("[insert date]"), Blank)
    assert isinstance(read({"within": "60 days"}), Deadline)
    assert isinstance(read({"line": "[insert]"}), Blank)
    assert isinstance(read({"month": 7, "day": 1}), DayOfYear)
    for value in (DayOfYear.parse("July 1"), Deadline.parse("60 days after receipt")):
        assert read(value) is value
    assert read(Blank(line="[insert]")) == Blank(line="[insert]")


def test_lengths_can_be_compared_roughly() -> None:
    assert Duration.parse("1 year").rough_days > Duration.parse("11 months").rough_days
    assert Duration.parse("up to 1 year").at_most


def test_a_share_is_a_number_too() -> None:
    assert Share.parse("70 percent").fraction == Fraction(7, 10)
    assert Share.model_validate(0.7) == Share.parse("70 percent")
    assert Share.parse("majority").fraction == Fraction(1, 2)
    assert Share(form="unanimous").fraction == 1


def test_money_may_be_a_bare_number() -> None:
    assert Money.model_validate(500) == Money.parse("$500")


def test_dates_are_written_without_the_locale() -> None:
    assert format_date(dt.date(2027, 3, 9)) == "March 9, 2027"


def test_counts_and_ordinals() -> None:
    assert [parse_count(word) for word in ("forty two", "1,200", "ninety-nine", "")] == [
        42,
        1200,
        99,
        None,
    ]
    assert parse_count("twenty-ten") is None
    assert [parse_ordinal(word) for word in ("First", "12th", "twelveth")] == [1, 12, None]


@pytest.mark.parametrize(
    ("line", "written", "fields"),
    [
        ("158.030", "section 158.030", {"unit": "section", "num": "158.030"}),
        ("sections 37-13-91", "section 37-13-91", {"num": "37-13-91"}),
        ("157.360(2)(a)", "section 157.360(2)(a)", {"pinpoint": "(2)(a)"}),
        ("section 25-41-1 et seq.", None, {"et_seq": True}),
        ("chapter 39 of title 37", None, {"unit": "chapter", "num": "39"}),
        ("KRS 160.380", None, {"code": "KRS"}),
        ("KRS Chapter 61", None, {"code": "KRS", "unit": "chapter"}),
        ("20 U.S.C. sec. 6301 et seq.", "20 U.S.C. 6301 et seq.", {"code": "20 U.S.C."}),
        ("title XIII", None, {"num": "XIII"}),
        ("article 5 of chapter 2", None, {"unit": "article"}),
        ("§ 22-11-703", "section 22-11-703", {"num": "22-11-703"}),
        ("clause non-waivable", None, {"clause": "non-waivable"}),
        ("act Individuals with Disabilities Education Act", None, {"unit": "act"}),
        ("section [insert section]", None, {"num": Blank(line="[insert section]")}),
    ],
)
def test_references(line: str, written: str | None, fields: dict[str, object]) -> None:
    reference = Reference.parse(line)
    assert str(reference) == (written or line)
    assert Reference.parse(str(reference)) == reference
    assert {name: getattr(reference, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("outer", "inner", "held"),
    [
        ("chapter 158", "section 158.030", True),
        ("chapter 15.1-06", "section 15.1-06-08", True),
        ("chapter 15-20", "section 15-20.1-03", False),
        ("chapter 123B", "section 123B.045", True),
        ("chapter 39 of title 37", "section 37-39-5", True),
        ("title 37", "chapter 39 of title 37", True),
        ("title 37", "section 37-39-5", True),
        ("section 158.030", "section 158.030(2)", True),
        ("section 158.030(2)", "section 158.030", False),
        ("section 158.030", "section 158.030", False),
        ("chapter 15", "section 158.030", False),
        ("section 158.030", "section 158.0301", False),
        ("chapter 158", "act Some Act", False),
    ],
)
def test_what_lies_within_what(outer: str, inner: str, held: bool) -> None:  # noqa: FBT001 - a case
    assert Reference.parse(outer).holds(Reference.parse(inner)) is held


def test_an_effective_date_takes_a_date_but_not_a_time() -> None:
    day = dt.date(2031, 7, 1)
    assert EffectiveDate.model_validate(day) == EffectiveDate.parse("July 1, 2031")
    with pytest.raises(ValidationError):
        EffectiveDate.model_validate(dt.datetime(2031, 7, 1, 8, 30))  # noqa: DTZ001 - TOML's local time
