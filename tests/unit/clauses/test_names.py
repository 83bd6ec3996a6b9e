from __future__ import annotations

import pytest
from pydantic import ValidationError

from billkit.clauses.inflection import indefinite_article, plural
from billkit.clauses.names import Body, Names


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("superintendent of public instruction", "superintendents of public instruction"),
        ("local board of education", "local boards of education"),
        ("nonpublic school", "nonpublic schools"),
        ("governing body", "governing bodies"),
        ("Agency", "Agencies"),
        ("essay", "essays"),
        ("consortium", "consortia"),
        ("Staff", "Staff"),
        ("business", "businesses"),
        ("branch", "branches"),
    ],
)
def test_plurals(name: str, many: str) -> None:
    assert plural(name) == many


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("innovation zone", "an"),
        ("Office", "an"),
        ("uniform rule", "a"),
        ("unusual rule", "an"),
        ("European model", "a"),
        ("one-room school", "a"),
        ("honor", "an"),
        ("LEA", "an"),
        ("school", "a"),
        ("user", "a"),
    ],
)
def test_articles_go_by_sound(name: str, article: str) -> None:
    assert indefinite_article(name) == article


def test_a_body_has_all_its_forms() -> None:
    board = Body.model_validate({"name": "Kentucky Board of Education", "short": "board"})
    assert str(board) == "Kentucky Board of Education"
    assert board.definite == board.subject == "the Kentucky Board of Education"
    assert (board.short, board.short_definite, board.short_possessive) == (
        "board",
        "the board",
        "board's",
    )
    assert board.possessive == "Kentucky Board of Education's"
    assert board.plural_possessive == "Kentucky Boards of Education's"
    zone = Body(name="district of innovation", article="a")
    assert zone.subject == zone.indefinite == "a district of innovation"
    assert zone.plural == "districts of innovation"
    own = Body.model_validate(
        {"name": "Legislative Management", "article": "none", "plural": "LMs", "possessive": "LM’s"}
    )
    assert (own.definite, own.short_definite, own.plural, own.possessive) == (
        "Legislative Management", "Legislative Management", "LMs", "LM’s",
    )  # fmt: skip
    assert Body.parse("[insert agency]").is_blank
    assert not board.is_blank


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"name": "x", "article": "that"}, "not-an-article"),
        ("the State Board", "article-in-name"),
        ({"nmae": "x"}, "missing"),
    ],
)
def test_bodies_are_checked(data: object, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Body.model_validate(data)
    assert caught.value.errors()[0]["type"] == code


def test_names_are_found_by_role() -> None:
    names = Names.model_validate({"own": {"labor-panel": "Labor Panel"}, "chief": "secretary"})
    assert str(names.body("chief")) == "secretary"
    assert str(names.body("labor-panel")) == "Labor Panel"
    assert names.body("own") is None
    assert names.body("nobody") is None
    assert names.roles()[-1] == "labor-panel"
    assert "state-board" in names.roles()


def test_a_state_fills_only_what_the_bill_leaves_open() -> None:
    names = Names.model_validate({"chief": "secretary", "own": {"panel-b": "Panel B"}})
    defaults = {
        "chief": Body.parse("superintendent"),
        "state-board": Body.parse("Board of Regents"),
        "panel-b": Body.parse("Other"),
        "panel-c": Body.parse("Panel C"),
    }
    filled = names.filled(defaults)
    assert [str(filled.body(role)) for role in defaults] == [
        "secretary", "Board of Regents", "Panel B", "Panel C",
    ]  # fmt: skip
    assert str(names.state_board) == "state board of education"


def test_an_own_name_may_not_hide_a_usual_one() -> None:
    with pytest.raises(ValidationError) as caught:
        Names.model_validate({"own": {"state-board": "x"}})
    assert caught.value.errors()[0]["type"] == "name-hidden"
