"""Lines: ends of every kind, gaps, and which line continues another."""

from __future__ import annotations

import pytest

from billkit.text.lines import GAP, continues, even_lines, open_ended


def test_line_ends_of_every_kind_part_lines() -> None:
    text = "\ufeffa\r\nb\rc\nd\x0be\x0cf\x85g\u2028h\u2029i"
    assert even_lines(text) == list("abcdefghi")


def test_a_mark_of_byte_order_stands_only_at_the_head() -> None:
    assert even_lines("\ufeff\ufeffa") == ["\ufeffa"]


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("the administra-", "tion of this article"),
        ("the administra\N{SOFT HYPHEN}", "tion"),
        ("for the administration of this article and", "shall publish the rules."),
        ("a person or", "persons"),
        ("the board", "may adopt"),
        ("under subsection", "(2) of this section"),
        ("under section", "22-32.5-104, the board"),
        ("as provided in section", "15.1-06-08.1. The superintendent may"),
        ("described in paragraph (a) or", "(b) of this subsection"),
        ("under sections 4 and", "5 of this act"),
        ("under KRS", "160.107 and"),
    ],
)
def test_lines_that_continue(before: str, line: str) -> None:
    assert continues(before, line)


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("", "shall"),
        ("the board", ""),
        ("the plan; and", "shall publish"),
        ("the plan, or", "shall publish"),
        ("the plan:", "each school"),
        ("the plan.", "each school"),
        ("the plan —", "each school"),
        ("the plan --", "each school"),
        ("the plan -", "each school"),
        ("the board", "The board"),
        ("the board", "?? shall"),
        ("the board", "[[MISSING: x]]"),
        ("the following sections", "(1) Section 4;"),
        ("a school", "(1) the plan"),
        ("paragraph (a); or", "(b) of this"),
        ("Application of chapter", "49-13-134. Establishment"),
    ],
)
def test_lines_that_stand_alone(before: str, line: str) -> None:
    assert not continues(before, line)


def test_a_letter_that_is_an_enumerator_continues_nothing() -> None:
    assert continues("if the waiver", "a. improves the delivery")
    assert not continues("if the waiver", "a. improves the delivery", item=True)


def test_a_conjunction_alone_is_open() -> None:
    assert open_ended("and")
    assert not open_ended("-")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("[[MISSING: subsection (3)]]", ": subsection (3)"),
        ("[[MISSING]]", ""),
        ("[[OMITTED BY COLLECTOR: (1)(a)-(c)]]", " BY COLLECTOR: (1)(a)-(c)"),
        ('[[MISSING: from "improv[e]" on]]', ': from "improv[e]" on'),
        ("[[MISSING: from improv[e]]]", ": from improv[e]"),
        ("[[MISSING: one [[MISSING: two]]", ": two"),
    ],
)
def test_gaps(text: str, label: str) -> None:
    found = GAP.search(text)
    assert found is not None
    assert found["label"] == label


@pytest.mark.parametrize("text", ["[[MISSINGS: x]]", "[[missing: x]]", "[[MISSING: x]", "[[x]]"])
def test_brackets_that_are_no_gaps(text: str) -> None:
    assert GAP.search(text) is None
