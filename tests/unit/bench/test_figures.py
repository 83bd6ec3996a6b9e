"""Figures stand beside their targets, on a screen of eighty columns and as data."""

from __future__ import annotations

import json

import pytest

from tests.bench.figures import (
    Report,
    Section,
    Table,
    at_least,
    at_most,
    known,
    write_json,
    write_text,
)
from tests.bench.timing import exponent, interleaved


@pytest.fixture
def report() -> Report:
    figures = (
        at_most("time / the other engine, measured over all pairs there are", 0.0712345, 0.08),
        at_least("ideal", 57, 58, of=" / 60"),
        known("comparing", 1234.5, "ms"),
    )
    table = Table("Engines", ("engine", *"abcdefghi"), (("a|b" * 30, *["12345"] * 9),))
    return Report("One run.", ("Python 3",), (Section("Pairs", "How.", figures, (table,)),))


def test_verdicts() -> None:
    assert at_most("a", 0.08, 0.08).verdict == "met"
    assert at_most("a", 0.081, 0.08).verdict == "not met"
    assert at_least("a", 57.9, 58).verdict == "not met"
    assert known("a", 3).verdict == ""


def test_numbers_keep_three_digits() -> None:
    shown = [known("a", value, "ms").shown for value in (3.0, 0.012345, 1234567.0, 456.789)]
    assert shown == ["3 ms", "0.0123 ms", "1,234,567 ms", "457 ms"]


def test_text_fits_eighty_columns_and_ends_with_what_is_missed(report: Report) -> None:
    text = write_text(report)
    assert max(map(len, text.splitlines())) <= 80
    assert "1 of 2 targets met." in text
    assert text.rstrip().endswith("not met: Pairs: ideal: 57 / 60, at least 58")


def test_data_holds_every_figure(report: Report) -> None:
    data = json.loads(write_json(report))
    assert [one["verdict"] for one in data["sections"][0]["figures"]] == ["met", "not met", ""]


def test_exponent_of_a_power() -> None:
    assert exponent({10: 3 * 10**1.2, 100: 3 * 100**1.2}) == pytest.approx(1.2)


def test_each_act_has_its_turn_in_every_round() -> None:
    turns: list[str] = []
    times = interleaved(
        2,
        {"a": lambda: turns.append("a"), "b": lambda: turns.append("b")},
        before=lambda: turns.append("-"),
    )
    assert turns == ["-", "a", "b", "-", "a", "b"]
    assert times.keys() == {"a", "b"}
