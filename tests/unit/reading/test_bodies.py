from __future__ import annotations

import pytest

from billkit.reading.bodies import aliases, bodies, role_of_name
from billkit.reading.sentences import Sentence


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("The Kentucky Board of Education is authorized", ["state-board"]),
        ("The State Board of Education may", ["state-board"]),
        ("the board of public education shall", ["state-board"]),
        ("the superintendent of public instruction", ["chief"]),
        ("the state superintendent and the commissioner", ["chief", "chief"]),
        ("the office of the superintendent of public instruction", ["chief"]),
        ("the Department of Education", ["department"]),
        ("a local school board", ["governing-board"]),
        ("the local board of education of a district", ["governing-board"]),
        ("the board of education of any school district", ["governing-board"]),
        ("a school committee or a board of trustees", ["governing-board", "governing-board"]),
        ("the county superintendent", []),
        ("the board", []),
    ],
)
def test_bodies_are_found_with_their_roles(words: str, roles: list[str]) -> None:
    assert [body.role for body in bodies(words, {})] == roles


def test_a_definition_says_what_the_board_is() -> None:
    known = aliases([Sentence("p1", '"Board" means the State Board of Education.')])
    assert known["board"] == "state-board"
    assert [body.role for body in bodies("the board may waive", known)] == ["state-board"]


def test_a_plain_word_means_the_only_body_that_is_named() -> None:
    one = [Sentence("p1", "The local school board may submit a plan.")]
    assert aliases(one)["board"] == "governing-board"
    two = [*one, Sentence("p2", "The state board of education may approve it.")]
    assert "board" not in aliases(two)


def test_the_superintendent_is_the_chief_where_one_is_named() -> None:
    known = aliases([Sentence("p1", "The superintendent of public instruction may approve.")])
    assert known["superintendent"] == "chief"


def test_a_name_tells_the_role() -> None:
    assert role_of_name("commissioner of education") == "chief"
    assert role_of_name("innovation zone") == ""
