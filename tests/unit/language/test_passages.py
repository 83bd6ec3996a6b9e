from __future__ import annotations

import pytest

from billkit.language.filling import Tray, spoken
from billkit.language.passages import Passage, PassageReader
from billkit.language.series import ended


def _read(markdown: str) -> tuple[tuple[Passage, ...], PassageReader]:
    reader = PassageReader(Tray("x"), "x.md", 1)
    return reader.read(markdown), reader


def _told(passages: tuple[Passage, ...]) -> list[object]:
    out: list[object] = []
    for passage in passages:
        words = spoken(passage.text)
        if passage.heading:
            words = f"[{spoken(passage.heading)}] {words}"
        below = _told(passage.children)
        tail = [f"~ {spoken(passage.tail)}"] if passage.tail else []
        out += [words, *([below] if below else []), *tail]
    return out


def test_a_list_alone_is_a_provision_a_point() -> None:
    passages, _ = _read("- One.\n- Two:\n\n  - a; and\n  - b; and\n\n  Flush.\n")
    assert _told(passages) == ["One.", "Two:", ["a; and", "b; and"], "~ Flush."]


def test_a_paragraph_takes_the_list_after_it_and_the_words_after_that() -> None:
    passages, _ = _read("The board may:\n\n1. a; or\n2. b; or\n\nas it sees fit.\n")
    assert _told(passages) == ["The board may:", ["a; or", "b; or"], "~ as it sees fit."]


def test_paragraphs_are_provisions() -> None:
    passages, _ = _read("One\ntwo.\n\nThree.\n")
    assert _told(passages) == ["One two.", "Three."]


def test_strong_words_at_the_head_are_a_heading() -> None:
    passages, _ = _read('- **Zone.** "Zone" means **a** school.\n')
    assert _told(passages) == ['[Zone.] "Zone" means a school.']


def test_a_point_may_hold_only_a_list() -> None:
    passages, _ = _read("- - a; and\n  - b; and\n\n  Tail.\n- Two.\n")
    assert _told(passages) == ["", ["a; and", "b; and"], "~ Tail.", "Two."]


def test_block_quotes_are_notes_wherever_they_stand() -> None:
    passages, reader = _read("- One.\n\n  > In a point.\n\n> At the end\n> of it.\n")
    assert _told(passages) == ["One."]
    assert reader.notes == ["At the end of it.", "In a point."]


def test_an_anchor_is_kept_and_not_printed() -> None:
    passages, _ = _read("- One. <!-- first-rule -->\n")
    assert passages[0].anchor == "first-rule"
    assert _told(passages) == ["One."]


@pytest.mark.parametrize(
    "markdown",
    [
        "# A heading\n",
        "```\ncode\n```\n",
        "    indented\n",
        "***\n",
        "A [link](x).\n",
        "<b>x</b>\n",
        "An ![image](x).\n",
        "-\n",
        "- a\n\n  b\n",
        "Lead:\n\n- a\n\n* b\n",
    ],
)
def test_anything_else_is_a_finding(markdown: str) -> None:
    _, reader = _read(markdown)
    assert {finding.code for finding in reader.findings} == {"bad-structure"}


def test_a_series_ends_as_a_series_does() -> None:
    passages, _ = _read("Lead:\n\n- a; and\n- b; and\n- c; and\n")
    assert _told(ended(passages)) == ["Lead:", ["a;", "b; and", "c."]]


def test_a_series_within_a_series_takes_the_mark_of_its_point() -> None:
    passages, _ = _read("Lead:\n\n- a:\n\n  - x; or\n  - y; or\n\n- b; and\n- c; and\n")
    assert _told(ended(passages)) == ["Lead:", ["a:", ["x; or", "y;"], "b; and", "c."]]


def test_a_series_before_closing_words_is_not_closed() -> None:
    passages, _ = _read("Lead:\n\n- a; or\n- b; or\n\nas it wishes.\n")
    assert _told(ended(passages)) == ["Lead:", ["a; or", "b;"], "~ as it wishes."]


def test_a_point_with_closing_words_ends_after_them() -> None:
    passages, _ = _read("Lead:\n\n- a:\n\n  - x; or\n  - y; or\n\n  if so; and\n- b; and\n")
    assert _told(ended(passages)) == [
        "Lead:",
        ["a:", ["x; or", "y;"], "~ if so; and", "b."],
    ]


def test_a_series_of_one_is_no_list() -> None:
    passages, _ = _read("The purpose is to:\n\n- improve; and\n")
    assert _told(ended(passages)) == ["The purpose is to improve."]


def test_a_list_written_out_stays_as_it_is() -> None:
    passages, _ = _read("Lead:\n\n- a;\n- b; and\n- c.\n\n")
    assert _told(ended(passages)) == ["Lead:", ["a;", "b; and", "c."]]
    passages, _ = _read("Lead:\n\n- a.\n- b.\n")
    assert _told(ended(passages)) == ["Lead:", ["a.", "b."]]


def test_points_open_with_a_capital_where_the_state_wants_it() -> None:
    passages, _ = _read("Lead:\n\n- a; and\n- b:\n\n  - c; and\n  - d; and\n")
    assert _told(ended(passages, capitals=True)) == ["Lead:", ["A; and", "B:", ["C; and", "D."]]]
