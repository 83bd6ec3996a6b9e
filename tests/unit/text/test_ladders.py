"""Ladders: read from their levels, and their enumerators written."""

from __future__ import annotations

import pytest

from billkit.errors import ReadError
from billkit.text.ladders import GENERAL, Ladder

LADDERS = {
    "us-ky": (["subsection (1)", "paragraph (a)", "subparagraph 1.", "clause a."], "(1)(a)1.a."),
    "us-nd": (
        ["subsection 1.", "subdivision a.", "paragraph (1)", "subparagraph (a)", "item [1]"],
        "1.a.(1)(a)[1]",
    ),
    "us-mn": (
        ["subdivision Subdivision 1. | Subd. 2.", "paragraph (a)", "clause (1)", "item (i)"],
        "Subdivision 1.(a)(1)(i)",
    ),
    "us-co": (["subsection (1)", "paragraph (a)", "subparagraph (I)", "item (A)"], "(1)(a)(I)(A)"),
    "us-nh": (["paragraph I.", "subparagraph (a)", "item (1)"], "I.(a)(1)"),
    "us": (["subsection (a)", "clause (aa)", "subclause (AA)", "point (Aa)"], "(a)(aa)(AA)(Aa)"),
}


@pytest.mark.parametrize("name", LADDERS)
def test_the_first_enumerators_are_those_it_was_read_from(name: str) -> None:
    levels, first = LADDERS[name]
    ladder = Ladder.parse(levels)
    assert "".join(level.format(1) for level in ladder.levels) == first


def test_counting_goes_on_beyond_z_and_in_romans() -> None:
    ladder = Ladder.parse(["paragraph (a)", "item (i)", "part (Aa)", "sub (aa)"])
    assert [ladder.format(0, n) for n in (26, 27, 28, 53)] == ["(z)", "(aa)", "(bb)", "(aaa)"]
    assert [ladder.format("item", n) for n in (4, 9, 40, 199)] == [
        "(iv)",
        "(ix)",
        "(xl)",
        "(cxcix)",
    ]
    assert [ladder.format("part", n) for n in (1, 3)] == ["(Aa)", "(Cc)"]
    assert [ladder.format("sub", n) for n in (1, 2)] == ["(aa)", "(bb)"]


def test_the_first_may_be_printed_otherwise() -> None:
    ladder = Ladder.parse(["subdivision Subdivision 1. | Subd. 2."])
    assert [ladder.format(0, n) for n in (1, 2, 10)] == ["Subdivision 1.", "Subd. 2.", "Subd. 10."]
    assert ladder.levels[0].form == ("Subd. ", ".")


def test_every_level_that_is_none_is_told_at_once() -> None:
    with pytest.raises(ReadError) as raised:
        Ladder.parse(["subsection (1)", "paragraph", "(a)", "item (i)x"])
    assert [finding.code for finding in raised.value.findings] == ["ladder-level"] * 3
    assert '"paragraph"' in str(raised.value)


@pytest.mark.parametrize("level", [6, "rung"])
def test_a_level_the_ladder_has_not_is_an_error(level: int | str) -> None:
    with pytest.raises(ReadError, match="ladder-too-short"):
        GENERAL.format(level, 1)


def test_a_form_is_looked_for_below() -> None:
    ladder = Ladder.parse(
        ["subsection (a)", "subdivision (1)", "item (A)", "point (i)", "line (a)"]
    )
    assert ladder.below(-1, ("(", ")"), "a") == 0
    assert ladder.below(0, ("(", ")"), "a") == 4
    assert ladder.below(0, ("", "."), "a") is None
    assert ladder.has(("(", ")"), "i")
    assert str(ladder) == "(a) > (1) > (A) > (i) > (a)"
