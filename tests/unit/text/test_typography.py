from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billkit.text.typography import fold, plain_letters, restyled

SAME = [
    ("school year", "SCHOOL YEAR"),
    ('"zone"', "“zone”"),
    ("''zone''", "“zone”"),
    ("board's", "board’s"),
    ("schools--not", "schools—not"),
    ("schools - not", "schools—not"),
    ("schools---not", "schools – not"),
    ("2019-20", "2019–20"),
    ("well-being", "well‑being"),
    ("school-year", "school year"),
    ("school-year", "School  Year"),
    ("administra-\ntion", "administration"),
    ("school-\nyear", "school-year"),
    ("school-\nyear", "school year"),
    ("of\xa0the", "of the"),
    ("of\nthe", "of the"),
    ("§ 5", "§\u202f5"),
    ("$ 5", "$5"),
    ("(1) The", "(1)The"),
    ("of\ufb01ce", "office"),
    ("inno\u00advation", "innovation"),
    ("inno\u00ad\nvation", "innovation"),
    ("in\u200bnovation", "innovation"),
    ("Straße", "STRASSE"),
    ("the board ", "the board"),
    ("subsection (1)--and", "subsection (1)—and"),
    ("a: -- b", "a: — b"),
]
OTHER = [
    ("shall", "must"),
    ("five (5)", "five"),
    ("shall.", "shall"),
    ("shall,", "shall;"),
    ("schools—not", "schools not"),
    ("schools--not", "schools-not"),
    ("tele phone", "telephone"),
    ("re-form", "reform"),
    ("1-2", "1 2"),
    ("12", "1 2"),
    ("-5", "5"),
    ("'zone'", '"zone"'),
    ("a ' ' b", "a '' b"),
    ("(1)-(3)", "(1) (3)"),
    ("non-", "non"),
    ("(a)", "a"),
    ("§ 5", "section 5"),
]


@pytest.mark.parametrize(("enacted", "proposed"), SAME)
def test_the_same_words_written_otherwise_are_restyled_both_ways(
    enacted: str, proposed: str
) -> None:
    assert fold(enacted) == fold(proposed)
    assert restyled(enacted, proposed)
    assert restyled(proposed, enacted)


@pytest.mark.parametrize(("enacted", "proposed"), OTHER)
def test_other_words_and_other_marks_are_not_restyled(enacted: str, proposed: str) -> None:
    assert not restyled(enacted, proposed)
    assert not restyled(proposed, enacted)


def test_equal_texts_are_not_restyled() -> None:
    assert not restyled("The board", "The board")


def test_ligatures_become_letters_and_nothing_else_changes() -> None:
    assert plain_letters("The of\ufb01ce – “Plan”") == "The office – “Plan”"


@given(st.text(max_size=40), st.text(max_size=40))
def test_restyled_is_symmetric_and_implies_one_key(one: str, other: str) -> None:
    assert restyled(one, other) == restyled(other, one)
    if restyled(one, other):
        assert fold(one) == fold(other)


_LETTERS = st.text("ab-– \n“\"'1.()\u00ad", max_size=12)


@given(_LETTERS, _LETTERS)
def test_any_mixture_of_marks_is_decided_without_failing(one: str, other: str) -> None:
    assert restyled(one, other) == restyled(other, one)


@given(st.text("abc (1)“”—", max_size=60))
def test_upper_case_is_a_matter_of_style(text: str) -> None:
    if text != text.upper():
        assert restyled(text, text.upper())
