"""Enumerators at the heads of lines, and what only looks like one."""

from __future__ import annotations

import pytest

from billkit.readers.gaps import parse_reference
from billkit.readers.items import Sequences, parse_items, unbracketed
from billkit.readers.levels import ending
from billkit.text.ladders import Ladder


@pytest.mark.parametrize(
    ("text", "nums"),
    [
        ("(3)(a) Only", ["(3)", "(a)"]),
        ("(4) (A) (i) The", ["(4)", "(A)", "(i)"]),
        ("(1)The board", ["(1)"]),
        ("(a)“Board” means", ["(a)"]),
        ("V. (a) The", ["V.", "(a)"]),
        ("1. a. (1) The", ["1.", "a.", "(1)"]),
        ("(1.5) One", ["(1.5)"]),
        ("(a.5) One", ["(a.5)"]),
        ("(2-a) One", ["(2-a)"]),
        ("1) One", ["1)"]),
        ("[1] One", ["[1]"]),
        ("(Aa) One", ["(Aa)"]),
        ("(s)he", []),
        ("(Temporary) One", []),
        ("(if any) One", []),
        ("(to) One", []),
        ("1994. The year", []),
        ("1.5 percent", []),
        ("12:30 The", []),
        ("A.B. Smith", []),
        ("A. B. Smith", ["A."]),
        ("[2466.96 meters]", []),
        ("", []),
    ],
)
def test_the_enumerators_at_the_head(text: str, nums: list[str]) -> None:
    assert [item.num for item in parse_items(text)] == nums


def supported(text: str, *others: str, ladder: Ladder | None = None) -> bool:
    sequences = Sequences(ladder)
    for line in (text, *others):
        sequences.note(parse_items(line))
    item = parse_items(text)[0]
    return sequences.supports(item, text[item.end :].strip(), None)


def test_an_enumerator_in_parentheses_needs_no_neighbour() -> None:
    assert supported("(q) the board")


def test_a_number_needs_a_capital_or_a_neighbour() -> None:
    assert supported("5. The board")
    assert not supported("5. the board")
    assert supported("5. the board", "4. the plan")
    assert not supported("5. the board", "(4) the plan")


def test_a_capital_needs_a_neighbour_a_ladder_or_the_words_of_a_beginning() -> None:
    assert not supported("I. Newton")
    assert supported("I. Newton", "II. Leibniz")
    assert supported("I. Upon the designation")
    assert not supported("II. Upon the designation")
    assert supported("C. Moore", ladder=Ladder.parse(["paragraph A."]))
    assert not supported("v. wade")


def test_the_initials_of_a_name_are_no_list() -> None:
    assert not supported("A. B. Smith")
    assert not supported("A. B. Smith", "C. D. Jones")
    assert supported("B. I. M. Pei designed it", "A. The seal")


def test_what_was_put_in_later_stands_by_its_number() -> None:
    assert supported("4.1. the board", "4. the plan")


def test_a_reading_of_the_next_enumerator_supports() -> None:
    sequences = Sequences()
    first, second = parse_items("V. (a) the")
    assert sequences.supports(first, "(a) the", second)
    assert not sequences.supports(first, "(b) the", parse_items("(b) the")[0])


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("[(a)] Any statutes", "(a) Any statutes"),
        ("[(1)(a)] Three years", "(1)(a) Three years"),
        ("[(5)](a) If", "(5) (a) If"),
        ("[any] statutes", "[any] statutes"),
    ],
)
def test_inferred_numbers(text: str, bare: str) -> None:
    assert unbracketed(text) == bare


@pytest.mark.parametrize(
    ("label", "values", "follows", "section"),
    [
        ("rest of subsection (3)(b), which begins", ("3", "b"), False, False),
        ("anything of subsection (1) after paragraph (j)", ("1",), False, False),
        ("anything after subsection (10); the", ("10",), True, False),
        ('paragraph (3)(b) from "plan (9)" to its end', ("3", "b"), False, False),
        ("section 2 a.(2), which begins", ("2", "a", "2"), False, True),
        ("Section 1(1)(c) from", ("1", "1", "c"), False, True),
        ("Section 3 and any later section", ("3",), False, True),
        ("rest of V(a), which", ("V", "a"), False, False),
        ("rest of paragraph II, which", ("II",), False, False),
        ("Ed 1407.01(c)(1), dropped", ("1407.01", "c", "1"), False, True),
        ("OMITTED BY COLLECTOR: (1)(a)-(c)", ("1", "a"), False, False),
        ("subsections (3), (4) and (5)", ("3",), False, False),
    ],
)
def test_what_a_gap_names(
    label: str,
    values: tuple[str, ...],
    follows: bool,  # noqa: FBT001 - a parameter of the test
    section: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    reference = parse_reference(label)
    assert reference is not None
    assert (reference.values, reference.follows, reference.section) == (values, follows, section)


@pytest.mark.parametrize("label", ["", "the rest of the section", "history line", 'from "(3)" on'])
def test_a_gap_that_names_nothing(label: str) -> None:
    assert parse_reference(label) is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("as follows:", ":"),
        ("as follows —", ":"),
        ("the plan; and", "&"),
        ("the plan, or", "&"),
        ("the plan and", ""),
        ("the plan;", ";"),
        ("the plan,", ","),
        ("the plan.”", "."),
        ("the plan?", "."),
        ("land", ""),
        ("for", ""),
        ("", "0"),
    ],
)
def test_how_words_end(text: str, mark: str) -> None:
    assert ending(text) == mark
