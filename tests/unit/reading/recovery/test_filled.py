from __future__ import annotations

import pytest

from billkit.reading.recovery.filled import parse_number, raw_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("within sixty (60) days after receipt", "60 days after receipt"),
        ("within one year after the effective date of this section", "1 year after effective date"),
        ("by August 1 of each even-numbered year", "August 1 of each even-numbered year"),
        ("by July 1, 2027", "July 1, 2027"),
        ("forty-five days", "45 days after receipt"),
        ("five thousand dollars ($5,000)", 5000),
        ("five thousand dollars", 5000),
        ("$5,000", "$5,000 per year"),
        ("twice", 2),
        ("four times", 4),
        ("at any one time", "at-once"),
        ("each school year", "1 school year"),
        ("all", "unanimous"),
        ("seventy percent (70%)", "70 percent"),
        ("[insert number] days", "[insert number] days"),
        ("Work with schools", "work with schools"),
    ],
)
def test_words_have_the_readings_a_field_can_choose_from(text: str, wanted: object) -> None:
    assert wanted in raw_of(text)


def test_what_stands_before_a_length_is_its_bound() -> None:
    assert raw_of("five years", before="The term shall not exceed ")[0] != "5 years"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("one hundred eighty (180)", 180),
        ("two million five hundred thousand", 2_500_000),
        ("one hundred and five", 105),
        ("1,000", 1000),
        ("hundred", 100),
        ("a few", None),
        ("and", None),
    ],
)
def test_numbers_of_any_size(words: str, number: int | None) -> None:
    assert parse_number(words) == number
