"""Lines hold what they can, and no mark reaches over their end."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from billkit.writers.filling import LEAST_WIDTH, Ink, Marks, Span, filled, marked

MARKS: Marks = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}"), "was": ("{was ", "}")}
INKS: list[Ink] = ["", "deleted", "inserted", "was", "restyled"]


def lines(*spans: Span, width: int = 40) -> list[str]:
    return [marked(line, MARKS) for line in filled(spans, width=width, marks=MARKS)]


def test_a_mark_is_closed_at_the_end_of_a_line_and_opened_anew() -> None:
    found = lines(Span("The "), Span("board of this school district", "deleted"), width=24)
    assert found == ["The [-board of this-]", "[-school district-]"]


def test_neighbours_of_one_ink_share_a_mark() -> None:
    assert lines(Span("a ", "inserted"), Span("b", "inserted")) == ["{+a b+}"]
    assert lines(Span("a", "deleted"), Span("b", "inserted"), Span(".")) == ["[-a-]{+b+}."]


def test_doubt_stands_outside_other_marks() -> None:
    found = lines(Span("sure "), Span("not ", "deleted", doubt=True), Span("so", "", doubt=True))
    assert found == ["sure {?? [-not-] so ??}"]


def test_any_white_space_is_one_blank_but_hard_blanks_hold() -> None:
    assert lines(Span(" a \n\t b c ")) == ["a b c"]
    assert lines(Span("section\N{NO-BREAK SPACE}5"), width=24) == ["section\N{NO-BREAK SPACE}5"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    found = lines(Span("so "), Span("x" * 50, "deleted"), Span(" on"), width=24)
    assert found == ["so", f"[-{'x' * 20}-]", f"[-{'x' * 20}-]", f"[-{'x' * 10}-] on"]


def test_nothing_gives_no_line() -> None:
    assert lines() == []
    assert lines(Span("  \n")) == []


def test_paint_goes_round_marks() -> None:
    painted = marked(
        [Span("a", "deleted"), Span("b", "", doubt=True)],
        MARKS,
        paint=lambda ink, text: f"<{ink}:{text}>",
    )
    assert painted == "<deleted:[-a-]><gap:{?? ><:b><gap: ??}>"


@pytest.mark.parametrize("text", ["法律法律法律" * 9, "e\N{COMBINING ACUTE ACCENT}" * 60])
def test_wide_and_combining_characters_are_counted_as_they_are_shown(text: str) -> None:
    found = lines(Span(text), width=30)
    assert max(map(cell_len, found)) <= 30
    assert "".join(found) == text


@given(
    st.lists(
        st.builds(Span, st.text("ab \n-法", max_size=40), st.sampled_from(INKS), st.booleans()),
        max_size=12,
    ),
    st.integers(LEAST_WIDTH, 90),
)
def test_no_line_is_wider_and_nothing_is_lost(spans: list[Span], width: int) -> None:
    found = list(filled(spans, width=width, marks=MARKS))
    assert all(cell_len(marked(line, MARKS)) <= width for line in found)

    def solid(some: list[Span]) -> list[tuple[str, Ink, bool]]:
        return [(c, span.ink, span.doubt) for span in some for c in re.sub(r"\s", "", span.text)]

    assert solid([span for line in found for span in line]) == solid(spans)
