from __future__ import annotations

import pytest

from billkit.clauses.values import Body, Duration, Reference, Share
from billkit.reading.kinds import in_order, question, title
from billkit.reading.parameters import NamedBody, parameter_name, parameters_of, show
from billkit.reading.profiles import Fact, Quotation, Quoted, Sourced
from billkit.reading.typed import clause_class, named, typed_values


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Duration.parse("up to 5 years"), "up to 5 years"),
        (Share.parse("two-thirds"), "two-thirds"),
        (Share.parse("70 percent"), "70 percent"),
        (Body.parse("State Board"), "the State Board"),
        (NamedBody("zone", "district of innovation"), "district of innovation"),
        (True, "yes"),
        (False, "no"),
        ("only-listed", "only listed"),
        ("as it stands - so", "as it stands - so"),
        (3, "3"),
        (
            (Reference.parse("chapter 15.1-06"), Reference.parse("chapter 15.1-18")),
            "chapters 15.1-06, 15.1-18",
        ),
        ((Reference.parse("chapter 3"), Reference.parse("section 4")), "chapter 3; section 4"),
        ((Reference.parse("act A"), Reference.parse("act B")), "act A; act B"),
    ],
)
def test_values_are_shown_as_people_write_them(value: object, text: str) -> None:
    assert show(value).text == text


def test_lists_are_equal_in_any_order_and_bodies_by_their_role() -> None:
    assert show(["a-b", "c-d"]).key == show(["c-d", "a-b"]).key
    assert show(NamedBody("chief", "commissioner")).key == show(NamedBody("chief", "secretary")).key
    assert show(Share.parse("2/3")).key == show(Share.parse("two-thirds")).key


def test_votes_are_taken_apart() -> None:
    raw = {"votes": [{"body": "teachers", "share": "majority"}, {"body": "parents"}]}
    values, faults = typed_values("approval-threshold", raw)
    assert not faults
    cell = Fact("approval-threshold", "x", "said", (Sourced("record"),), values)
    assert {name: shown.text for name, shown in parameters_of(cell).items()} == {
        "vote body": "teachers",
        "vote share": "majority",
        "vote 2 body": "parents",
    }


def test_values_are_typed_one_by_one_and_faults_are_named() -> None:
    raw = {"initial": "5 years", "begin": "approval", "subject": "Zone", "note": "x"}
    values, faults = typed_values("term", raw)
    assert values == {"initial": Duration.parse("5 years")}
    assert [key for key, _ in faults] == ["begin", "subject", "note"]
    assert "begins" in faults[0][1]
    assert typed_values("weather", {"sun": 1})[1]
    assert typed_values("weather", {}) == ({}, [])


def test_roles_are_named_as_the_act_names_them() -> None:
    values, _ = typed_values("authority", {"body": "chief"}, {"chief": "commissioner"})
    assert values["body"] == NamedBody("chief", "commissioner")
    assert (
        named("state-board", {"state-board": "superintendent of public instruction"}).role
        == "chief"
    )
    assert str(named("learning-circle")) == "learning circle"


def test_kinds_are_named_and_ordered() -> None:
    assert clause_class("term") is not None
    assert clause_class("weather") is None
    assert in_order(["weather", "term"]) == ("term", "weather")
    assert question("weather") == ""
    assert title("effective-date") == "Effective date"
    assert parameter_name("term", "initial") == "initial term"


def test_the_confidence_of_a_cell_is_its_weakest_quotation_s() -> None:
    sure, unsure = Quotation("a", "1", "X"), Quotation("b", "2", "X", confidence=0.6)
    assert Quoted("term", "term", (sure, unsure)).confidence == 0.6
    assert Quoted("term", "term", ()).confidence == 0.0
