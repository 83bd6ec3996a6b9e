from __future__ import annotations

from billkit.clauses.catalogue import CLAUSES
from billkit.clauses.names import Names
from billkit.reading.recovery.naming import names_of, roles_in
from billkit.reading.recovery.streams import NAMES, Tag


def _tag(clause: str, field: str, text: str) -> Tag:
    return Tag(0, len(text), clause, field, text)


def _names(*tags: Tag) -> Names:
    return names_of(tags, CLAUSES, Names().filled({}))


def test_names_that_are_the_usual_ones_are_not_set() -> None:
    assert _names(_tag(NAMES, "zone", "An innovation zone")) == Names().filled({})


def test_a_name_of_the_bill_is_known_by_all_its_forms() -> None:
    names = _names(
        _tag(NAMES, "zone", "each district of innovation"),
        _tag(NAMES, "zone", "districts of innovation"),
        _tag(NAMES, "zone", "The district of innovation's"),
    )
    assert (names.zone.name, names.zone.article) == ("district of innovation", "a")


def test_a_field_that_names_nobody_known_gives_the_name_to_its_usual_role() -> None:
    names = _names(_tag("authority", "body", "the Authority of Schools"))
    assert names.state_board.name == "Authority of Schools"


def test_a_name_goes_to_the_role_with_the_like_noun() -> None:
    names = _names(_tag("authority", "body", "the department of learning"))
    assert names.department.name == "department of learning"


def test_a_role_whose_usual_name_is_used_is_not_given_another() -> None:
    names = _names(
        _tag("authority", "body", "the state board of education"),
        _tag("rulemaking", "body", "the Division of Schools"),
    )
    assert names.state_board.name == "state board of education"
    assert names.own["division-of-schools"].name == "Division of Schools"


def test_a_stranger_in_a_list_is_found() -> None:
    lists = (
        "the governor and the education committees of the senate and the house",
        "the education committees of the senate and the governor",
    )
    for text in lists:
        names = _names(_tag("reporting", "reports", text))
        assert names.legislative_committee.name.startswith("education committees of the senate")


def test_words_of_a_value_that_are_like_no_name_are_none() -> None:
    assert _names(_tag("reporting", "reports", "what was learned")) == Names().filled({})


def test_fields_that_name_nobody_and_clauses_nobody_knows_are_left_alone() -> None:
    tags = (_tag("term", "initial", "five years"), _tag("odd", "body", "the moon"))
    assert _names(*tags) == Names().filled({})


def test_a_list_of_names_is_taken_apart() -> None:
    names = Names().filled({})
    found = roles_in("the governor, the legislature, and the state board", names)
    assert found == ("governor", "legislature", "state-board")
    assert roles_in("the governor and the moon", names) == ()
