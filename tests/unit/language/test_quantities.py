from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billkit.clauses.amounts import Money, Share
from billkit.clauses.base import Blank
from billkit.clauses.counting import parse_count, parse_ordinal
from billkit.clauses.dates import DayOfYear
from billkit.clauses.durations import Deadline, Duration, EndsOn, Indefinite
from billkit.language.library import ModelLanguage
from billkit.language.quantities import Quantities, cardinal, date, ordinal

LANGUAGE = ModelLanguage()
KY, MS, ND, MN = (
    Quantities(LANGUAGE.style(state).numbers) for state in ("us-ky", "us-ms", "us-nd", "us-mn")
)


@given(st.integers(0, 99))
def test_cardinals_are_read_back(number: int) -> None:
    assert parse_count(cardinal(number)) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [(100, "one hundred"), (115, "one hundred fifteen"), (2_000_003, "two million three")],
)
def test_large_cardinals(number: int, words: str) -> None:
    assert cardinal(number) == words


@given(st.integers(1, 12))
def test_ordinals_are_read_back(number: int) -> None:
    assert parse_ordinal(ordinal(number)) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [(13, "thirteenth"), (20, "twentieth"), (22, "twenty-second"), (100, "one hundredth")],
)
def test_further_ordinals(number: int, words: str) -> None:
    assert ordinal(number) == words


def test_each_state_counts_in_its_way() -> None:
    five, thirty = Duration.parse("5 years"), Duration.parse("30 days")
    assert [q.duration(five) for q in (KY, ND, MN)] == [
        "five (5) years",
        "five years",
        "five years",
    ]
    assert [q.duration(thirty) for q in (KY, ND, MN)] == [
        "thirty (30) days",
        "thirty days",
        "30 days",
    ]
    assert ND.duration(Duration.parse("1 school year")) == "one school year"


def test_a_length_before_its_noun() -> None:
    five = Duration.parse("5 years")
    assert [q.adjective(five) for q in (KY, MS, ND, MN)] == [
        "five (5) year",
        "five-year",
        "five-year",
        "five-year",
    ]
    assert MN.adjective(Duration.parse("12 months")) == "12-month"
    assert ND.adjective(Duration.parse("2 school years")) == "two-school-year"


def test_each_state_writes_money_in_its_way() -> None:
    sum_ = Money.parse("$5,000")
    assert [q.money(sum_) for q in (KY, MS, ND, MN)] == [
        "five thousand dollars ($5,000)",
        "Five Thousand Dollars ($5,000.00)",
        "five thousand dollars",
        "$5,000",
    ]
    assert ND.money(Money.parse("$1")) == "one dollar"


def test_each_state_writes_shares_in_its_way() -> None:
    seventy = Share.parse("70 percent")
    assert [q.share(seventy) for q in (KY, ND, MN)] == [
        "seventy percent (70%)",
        "seventy percent",
        "70 percent",
    ]
    written = [KY.share(Share.parse(text)) for text in ("two-thirds", "1/2", "3/7", "majority")]
    assert written == ["two-thirds", "one-half", "three-sevenths", "a majority"]
    assert KY.share(Share.parse("unanimous")) == "all"


def test_terms_with_and_without_an_end() -> None:
    assert KY.term(EndsOn.parse("June 30 of the third full school year")) == (
        "June 30 of the third full school year"
    )
    assert KY.term(Indefinite()) == "an indefinite period"
    assert KY.term(Duration.parse("3 years")) == "three (3) years"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (dt.date(2027, 7, 1), "by July 1, 2027"),
        (DayOfYear.parse("July 1"), "by July 1 of each year"),
        (
            DayOfYear.parse("February 1 of each odd-numbered year"),
            "by February 1 of each odd-numbered year",
        ),
        (
            DayOfYear.parse("March 1 of each year from 2027"),
            "by March 1, 2027, and March 1 of each year thereafter",
        ),
        (Deadline.parse("60 days after receipt"), "within sixty days after receipt"),
        (
            Deadline.parse("90 days before end of term"),
            "not later than ninety days before the end of the term",
        ),
        (
            Deadline.parse("5 days after effective date"),
            "within five days after the effective date of this section",
        ),
        (
            Deadline.parse("10 days before start of school year"),
            "not later than ten days before the start of the school year",
        ),
        (
            Deadline(within=Blank.parse("[insert days]"), event="receipt"),
            "within [insert days] after receipt",
        ),
    ],
)
def test_by_when(value: dt.date | DayOfYear | Deadline, words: str) -> None:
    assert ND.by(value) == words


def test_a_blank_date_stays_a_blank() -> None:
    assert date(Blank.parse("[insert date]")) == "[insert date]"
