"""Enumerators: what they can count, and how they are written."""

from __future__ import annotations

from typing import get_args

import pytest

from billkit.text.enumerators import Style, format_ordinal, readings, slug


@pytest.mark.parametrize("style", get_args(Style))
@pytest.mark.parametrize("number", [1, 2, 5, 9, 26, 27, 50, 100])
def test_what_is_written_can_be_read(style: Style, number: int) -> None:
    if style in {"aa", "AA", "Aa"} and number > 26:
        return
    assert (style, float(number)) in readings(format_ordinal(style, number))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12", [("1", 12)]),
        ("1.5", [("1", 1.5)]),
        ("1.05", [("1", 1.05)]),
        ("3a", [("1", 3.01)]),
        ("2-a", [("1", 2.01)]),
        ("a.5", [("a", 1.5)]),
        ("B-1", [("A", 2.1)]),
        ("h", [("a", 8)]),
        ("c", [("a", 3), ("i", 100)]),
        ("ii", [("a", 35), ("aa", 9), ("i", 2)]),
        ("IV", [("I", 4)]),
        ("Bb", [("Aa", 2)]),
        ("ab", []),
        ("mix", []),
        ("Ab", []),
        ("aB", []),
        ("1234", []),
        ("", []),
        ("é", []),
        ("٣", []),
    ],
)
def test_readings(value: str, expected: list[tuple[str, float]]) -> None:
    assert list(readings(value)) == expected


def test_what_was_put_in_later_stands_between() -> None:
    places = [readings(value)[0][1] for value in ("1", "1a", "1b", "1.5", "2", "10")]
    assert places == sorted(places)


def test_a_new_section_is_named_by_its_number() -> None:
    assert slug("NEW SECTION.  Sec. 2.", unit="sec") == "sec-2"
    assert slug("NEW SECTION.  Section 1.") == "sec-1"
