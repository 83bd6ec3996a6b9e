from __future__ import annotations

import pytest

from billkit.reading.amounts import durations, ends, shares


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("for a period of up to five years", ["up to 5 years"]),
        ("may not exceed a period of one year", ["up to 1 year"]),
        ("shall not exceed five (5) years", ["up to 5 years"]),
        ("for a five-year period", ["5 years"]),
        ("for no more than 3 academic years", ["up to 3 school years"]),
        ("for not longer than two consecutive school years", ["up to 2 school years"]),
        (
            "within sixty days, and not later than ten business days",
            ["up to 60 days", "10 business days"],
        ),
        ("a maximum term of thirty-six months", ["up to 36 months"]),
        ("children five years old", []),
        ("for the 2019-20 school year", []),
        ("five (6) years", []),
        ("every 500 years", []),
        ("one hundred days", ["100 days"]),
    ],
)
def test_lengths_of_time_are_found_with_their_bound(words: str, found: list[str]) -> None:
    assert [str(amount.value) for amount in durations(words)] == found


def test_an_amount_says_where_it_stands() -> None:
    words = "The approval lasts five years."
    (amount,) = durations(words)
    assert words[amount.start : amount.end] == "five years"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "shall expire on June 30 of the third full school year after",
            ["June 30 of the third full school year"],
        ),
        ("ends on July 1 of the second fiscal year", ["July 1 of the second fiscal year"]),
        ("on June 31 of the first school year", []),
        ("on June 30 of that year", []),
    ],
)
def test_ends_counted_by_years_are_found(words: str, found: list[str]) -> None:
    assert [str(amount.value) for amount in ends(words)] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("seventy percent (70%) of the employees", ["70 percent"]),
        ("at least 60% of the teachers", ["60 percent"]),
        ("two-thirds (2/3) of the members", ["2/3"]),
        ("a two-thirds majority of the board", ["2/3"]),
        ("a majority of the teachers and a simple majority of parents", ["majority", "majority"]),
        ("the unanimous approval of the partners", ["unanimous"]),
        ("one hundred fifty percent", []),
        ("none of them", []),
    ],
)
def test_shares_are_found(words: str, found: list[str]) -> None:
    assert [str(amount.value) for amount in shares(words)] == found
