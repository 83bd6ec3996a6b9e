from __future__ import annotations

import pytest

from billkit.reading.recovery.citing import references_in


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("KRS 158.030 and 158.100", ["section 158.030", "section 158.100"]),
        ("under KRS Chapter 45A and KRS 156.074", ["chapter 45A", "section 156.074"]),
        ("section 22-2-117(1)(b) and article 64 of title 22", None),
        ("RCW 28A.150.200 through 28A.150.220", ["section 28A.150.200 through 28A.150.220"]),
        ("the Bipartisan Act", ["act Bipartisan Act"]),
    ],
)
def test_the_likeliest_way_goes_first(text: str, printed: list[str] | None) -> None:
    ways = references_in(text)
    if printed is None:
        first, second = ways[0]
        assert first.within is None
        assert (second.unit, str(second.within)) == ("article", "title 22")
    else:
        assert [str(reference) for reference in ways[0]] == printed


def test_words_that_cite_nothing_have_no_way() -> None:
    assert references_in("health and safety") == ()


def test_a_level_below_a_section_is_its_pinpoint() -> None:
    ((reference,), *_) = references_in("section 124D.095, subdivision 7")
    assert (reference.num, reference.pinpoint) == ("124D.095", "(7)")
