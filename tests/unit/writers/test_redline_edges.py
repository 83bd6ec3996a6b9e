"""Marks stand at edges where a reader can tell what is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billkit.comparison.comparing import compare_documents
from billkit.tree import Document, Node, runs
from billkit.writers.filling import LEAST_WIDTH
from billkit.writers.redline_edges import settled
from billkit.writers.redline_rows import rows
from billkit.writers.redline_text import write_redline_text
from billkit.writers.redline_words import Stretch, shown


def law(words: str) -> Document:
    return Document(Node("document", children=(Node("subsection", text=runs(words)),)))


@pytest.mark.parametrize(
    ("enacted", "proposed", "redline"),
    [
        ("a fee of $10 is due", "a fee of $20 is due", "a fee of [-$10-] {+$20+} is due"),
        ("a fee of $10 is due", "a fee of ten is due", "a fee of [-$10-] {+ten+} is due"),
        (
            "a fee of ($10) or (5) is due",
            "a fee of ($20) is due",
            "a fee of [-($10) or (5)-]{+($20)+} is due",
        ),
        ("see (a)(2) and (3) here", "see (a)(3) here", "see (a)[-(2) and-] (3) here"),
        ("see (a)(3) here", "see (a)(2) and (3) here", "see (a){+(2) and+} (3) here"),
        ("$10) or (5 is due", "$ is due", "[-$10) or (5-] {+$+} is due"),
        ("see [section 5] here", "see [section 6] here", "see [section [-5-]{+6+}] here"),
        ("the 5%-10% rate", "the 5%-12% rate", "the 5%-[-10-]{+12+}% rate"),
        ("act -- alone -- now", "act now", "act [- -- alone -- -] now"),
        ("act now", "act + alone + now", "act {+ + alone + +} now"),
        ("under a) it may", "under b) it may", "under [-a-]{+b+}) it may"),
    ],
)
def test_marks_read_as_a_drafter_would_set_them(enacted: str, proposed: str, redline: str) -> None:
    found = compare_documents(law(enacted), law(proposed))
    assert write_redline_text(found, brief=True, width=200) == f"* {redline}\n"


def test_a_sign_that_is_repeated_is_not_marked_twice() -> None:
    words = [
        Stretch("=", "than $", "than $"),
        Stretch("-", "1,000 ($", ""),
        Stretch("=", "1,500 ", "1,500 "),
    ]
    assert [(one.sign, one.text) for one in shown(settled(words))] == [
        ("=", "than"),
        ("-", "$1,000 ("),
        ("=", "$1,500"),
    ]


def test_words_in_doubt_keep_their_edges() -> None:
    words = (Stretch("=", "of $", "of $", "both"), Stretch("-", "10 ", ""), Stretch("+", "", "20 "))
    assert settled(words) == words


_PIECES = st.lists(
    st.tuples(
        st.sampled_from("=-+~"),
        st.text("a1$(){}[]%- ", min_size=1, max_size=6),
        st.sampled_from(["", "both"]),
    ),
    max_size=8,
)


@given(_PIECES)
def test_each_side_keeps_its_words(pieces: list[tuple[str, str, str]]) -> None:
    words = [
        Stretch(
            sign,  # type: ignore[arg-type]
            "" if sign == "+" else text,
            "" if sign == "-" else text,
            doubt,  # type: ignore[arg-type]
        )
        for sign, text, doubt in pieces
    ]
    found = settled(words)
    for side in ("enacted", "proposed"):
        before = "".join(getattr(one, side) for one in words)
        assert "".join(getattr(one, side) for one in found) == before


@given(st.text("a1$()[]- ", max_size=30), st.text("a1$()[]- ", max_size=30))
def test_rows_spell_both_sides_and_lines_keep_to_the_width(one: str, other: str) -> None:
    enacted, proposed = law(f"x {one}"), law(f"x {other}")
    found = compare_documents(enacted, proposed)
    spelt = [part for row in rows(found) for part in row.stretches]
    assert "".join(part.enacted for part in spelt).strip() == enacted.provisions[0].words
    assert "".join(part.proposed for part in spelt).strip() == proposed.provisions[0].words
    lines = write_redline_text(found, brief=True, width=LEAST_WIDTH).splitlines()
    assert max(map(len, lines)) <= LEAST_WIDTH
