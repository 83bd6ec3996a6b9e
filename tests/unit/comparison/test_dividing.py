"""Texts too long for one table are divided, and stay exact and near the fewest marks."""

from __future__ import annotations

import random

import pytest
from rapidfuzz.distance import Indel

from billkit.comparison.dividing import divided
from billkit.comparison.wording import smallest


def spread(hunks: list[tuple[int, int, int, int]]) -> int:
    return sum(e_to - e_from + p_to - p_from for e_from, e_to, p_from, p_to in hunks)


def rebuilt(
    enacted: list[str], proposed: list[str], hunks: list[tuple[int, int, int, int]]
) -> bool:
    """Says whether what the hunks leave is the same on both sides."""
    e_at = p_at = 0
    for e_from, e_to, p_from, p_to in [*hunks, (len(enacted),) * 2 + (len(proposed),) * 2]:
        if enacted[e_at:e_from] != proposed[p_at:p_from]:
            return False
        e_at, p_at = e_to, p_to
    return True


@pytest.mark.parametrize("vocabulary", [3, 50, 5000])
@pytest.mark.parametrize("rate", [0.05, 0.5])
def test_divided_texts_are_exact_and_close_to_the_fewest_marks(
    vocabulary: int, rate: float
) -> None:
    rng = random.Random(7)  # noqa: S311 - the same text every time
    enacted = [f"w{rng.randrange(vocabulary)}" for _ in range(1200)]
    proposed = [f"w{rng.randrange(vocabulary)}" if rng.random() < rate else w for w in enacted]
    hunks = divided(enacted, proposed, smallest, 200 * 200)
    assert rebuilt(enacted, proposed, hunks)
    if vocabulary > 3:
        assert spread(hunks) <= 1.2 * Indel.distance(enacted, proposed)
    whole = divided(enacted, proposed, smallest, 1 << 28)
    assert spread(whole) == Indel.distance(enacted, proposed)


def test_one_side_may_be_empty() -> None:
    assert divided([], ["a"], smallest, 1) == [(0, 0, 0, 1)]
    assert divided(["a"], ["a"], smallest, 1) == []
    assert divided(["a", "b", "c"], ["a", "c"], smallest, 1) == [(1, 2, 1, 1)]


def test_texts_with_nothing_in_common_are_one_hunk() -> None:
    hunks = divided(["a"] * 50, ["b"] * 40, smallest, 100)
    assert hunks == [(0, 50, 0, 40)]
