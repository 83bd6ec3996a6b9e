"""What the bench counts is what its terms say."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest

from billkit.comparison.comparing import compare_documents
from billkit.readers.plain_text import read_plain_text
from tests.bench.measures import Mark, counted, exactness, marks_of, numbered, optimum_hunks


def fewest_hunks(mine: list[int], theirs: list[int]) -> int:
    """Tries every alignment of the most tokens, one by one."""
    for size in range(min(len(mine), len(theirs)), -1, -1):
        best = None
        for kept in combinations(range(len(mine)), size):
            for others in combinations(range(len(theirs)), size):
                if [mine[n] for n in kept] != [theirs[n] for n in others]:
                    continue
                links = [(-1, -1), *zip(kept, others, strict=True), (len(mine), len(theirs))]
                hunks = sum(
                    (e_next - e > 1) or (p_next - p > 1)
                    for (e, p), (e_next, p_next) in pairwise(links)
                )
                best = hunks if best is None else min(best, hunks)
        if best is not None:
            return best
    return 0


@pytest.mark.parametrize("seed", range(60))
def test_the_optimum_is_that_of_all_alignments(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same lists every time
    mine = [rng.randrange(3) for _ in range(rng.randint(0, 6))]
    theirs = [rng.randrange(3) for _ in range(rng.randint(0, 6))]
    assert optimum_hunks(mine, theirs) == fewest_hunks(mine, theirs)


def test_what_would_take_too_long_is_not_worked_out() -> None:
    assert optimum_hunks([1, 2, 3, 4], [5, 2, 6, 7], most_cells=10) is None
    assert optimum_hunks([1, 2, 3], [1, 9, 3], most_cells=10) == 1


def test_hunks_and_islands() -> None:
    marks = [
        Mark("=", "The ", "The "),
        Mark("-", "board ", ""),
        Mark("+", "", "department "),
        Mark("=", "of the ", "of the "),
        Mark("+", "", "whole "),
        Mark("=", "state applies ", "state applies "),
        Mark("-", "five-year ,", ""),
    ]
    found = counted(marks)
    assert (found.tokens, found.words, found.hunks, found.islands) == (5, 4, 3, 1)


def test_marks_that_touch_are_one_hunk_across_kept_blanks() -> None:
    found = counted([Mark("-", "a", ""), Mark("=", " \n", " \n"), Mark("+", "", "b")])
    assert (found.hunks, found.islands) == (1, 0)


def test_exactness_tells_blanks_from_words() -> None:
    marks = [Mark("=", "The board", "The board"), Mark("+", "", " acts")]
    assert exactness(marks, "The board", "The board acts") == "exact"
    assert exactness(marks, "The  board", "The board acts") == "words"
    assert exactness(marks, "The boards", "The board acts") == "no"


def test_marks_of_a_comparison_leave_out_what_only_follows() -> None:
    enacted = read_plain_text("(1) The clerk records votes.\n(2) The clerk files the record.")
    proposed = read_plain_text(
        "(1) A ferry carries mail daily.\n(2) The clerk records votes.\n"
        "(3) The clerk files the record."
    )
    found = counted(marks_of(compare_documents(enacted, proposed)))
    assert found.words == 6
    assert found.hunks == 1


def test_tokens_are_numbered_alike_on_both_sides() -> None:
    assert numbered("a b, a", "b a") == ([0, 1, 2, 0], [1, 0])
