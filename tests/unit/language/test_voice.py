from __future__ import annotations

import pytest

from billkit.clauses.amounts import Cap, Share
from billkit.clauses.base import Blank
from billkit.clauses.citing import Reference
from billkit.clauses.durations import Duration
from billkit.clauses.names import Body, Names
from billkit.language.filling import Ready
from billkit.language.library import ModelLanguage
from billkit.language.voice import Voice, Wordless

LANGUAGE = ModelLanguage()


def _voice(state: str, **names: str) -> Voice:
    return Voice.of(LANGUAGE.style(state), Names.model_validate(names), ())


def _refs(*lines: str) -> list[Reference]:
    return [Reference.parse(line) for line in lines]


@pytest.mark.parametrize(
    ("state", "lines", "words"),
    [
        ("us-ky", ("158.645", "158.6451", "158.6453"), "KRS 158.645, 158.6451, and 158.6453"),
        ("us-ms", ("37-3-49", "37-16-3", "37-17-6"), "Sections 37-3-49, 37-16-3 and 37-17-6"),
        ("us-ms", ("chapter 39 of title 37",), "Chapter 39, Title 37, Mississippi Code of 1972"),
        ("us-ms", ("section 25-41-1 et seq.",), "Sections 25-41-1 et seq."),
        ("us-nd", ("chapter 15.1-06", "chapter 15.1-18"), "chapters 15.1-06 and 15.1-18"),
        ("us-nd", ("section 15.1-06-08.1",), "section 15.1-06-08.1"),
        ("us-ky", ("KRS Chapter 61",), "KRS Chapter 61"),
        ("us-ky", ("chapter 61", "158.030"), "KRS Chapter 61 and KRS 158.030"),
        ("us-mn", ("section 120B.11",), "section 120B.11"),
        ("us-wa", ("chapter 28A.255",), "chapter 28A.255 RCW"),
        ("us-nh", ("193-E:2-a",), "RSA 193-E:2-a"),
        ("us-tx", ("part 2",), "Part 2"),
        ("us-ky", ("act Every Student Succeeds Act",), "the Every Student Succeeds Act"),
        ("us-ky", ("article 5", "article 6"), "articles 5 and 6"),
    ],
)
def test_references_are_written_as_the_state_does(
    state: str, lines: tuple[str, ...], words: str
) -> None:
    assert _voice(state).references(_refs(*lines)) == words


def test_lists_are_joined_as_the_state_does() -> None:
    three = ["teachers", "parents", "students"]
    assert _voice("us-ky").and_list(three) == "teachers, parents, and students"
    assert _voice("us-ms").and_list(three) == "teachers, parents and students"
    assert _voice("us-ky").or_list(three[:2]) == "teachers or parents"
    assert _voice("us-ky").or_list(three[:1]) == "teachers"


def test_a_marked_word_keeps_its_mark_in_a_list() -> None:
    joined = _voice("us-ky").and_list([Ready("x"), "1."])
    assert isinstance(joined, Ready)
    assert joined == r"x and 1\."


def test_the_state_names_what_the_bill_does_not() -> None:
    assert _voice("us-ky").the("state-board") == "the Kentucky Board of Education"
    assert _voice("us-nd").the_short("chief") == "the superintendent"
    assert _voice("us-nd", chief="commissioner").the("chief") == "the commissioner"
    assert _voice("us-oh").the("state-board") == "the state board of education"


def test_names_in_all_their_forms() -> None:
    voice = _voice("us-ky", zone="district of innovation")
    assert voice.a("zone") == "a district of innovation"
    assert voice.each("governing-board") == "each local board of education"
    assert voice.each("state-board") == "the Kentucky Board of Education"
    assert voice.plural("zone") == "districts of innovation"
    assert voice.short_plural("plan") == "plans"
    assert voice.short_plural("zone") == "districts of innovation"
    assert voice.possessive("state-board") == "Kentucky Board of Education's"
    assert voice.short_possessive("state-board") == "state board's"
    assert voice.a_short("plan") == "a plan"
    assert voice.subject("legislature") == "the General Assembly"
    assert voice.name(Body.parse("[insert agency]")) == "[insert agency]"
    assert voice.short("department") == "department"
    assert voice.a_word("extension") == "an extension"


def test_a_role_nobody_bears_has_no_words() -> None:
    with pytest.raises(Wordless):
        _voice("us-ky").the("moon-board")


def test_blanks_stay_blanks() -> None:
    voice, blank = _voice("us-ky"), Blank.parse("[insert number]")
    for speak in (
        voice.number,
        voice.duration,
        voice.adjective,
        voice.term,
        voice.share,
        voice.money,
        voice.date,
        voice.due,
        voice.year,
        voice.fiscal_year,
    ):
        assert speak(blank) == "[insert number]"
    assert voice.by(blank) == "by [insert number]"
    assert voice.at_least(blank) == "at least [insert number]"


def test_shares_to_be_reached() -> None:
    voice = _voice("us-ky")
    assert voice.at_least(Share.parse("70 percent")) == "at least seventy percent (70%)"
    assert voice.at_least(Share.parse("majority")) == "a majority"
    assert voice.at_least(Share.parse("unanimous")) == "all"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("5 per year", "in any calendar year"),
        ("5 per school year", "in any school year"),
        ("5 in total", "in total"),
        ("5 at any one time", "at any one time"),
        ("3 in the metropolitan area", "in the metropolitan area"),
    ],
)
def test_what_caps_are_counted_by(line: str, words: str) -> None:
    assert _voice("us-ky").per(Cap.parse(line)) == words


def test_how_often() -> None:
    voice = _voice("us-nd")
    assert voice.every(Duration.parse("1 year")) == "each year"
    assert voice.every(Duration.parse("2 years")) == "every two years"
    assert [voice.times(n) for n in (1, 2, 4)] == ["once", "twice", "four times"]
    assert voice.fiscal_year(2099) == "2099-00"
    assert voice.ordinal(3) == "third"
