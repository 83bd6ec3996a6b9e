"""Which open provisions of two texts are worth taking for counterparts, and how alike they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from billkit.comparison.similarity import STOP_WORDS, Similarity, defined_term

if TYPE_CHECKING:
    from billkit.comparison.matching import Matching

__all__ = ["IN_ORDER", "SOLE", "scored_pairs"]

IN_ORDER = 0.45
"""From here on provisions in the same order are counterparts."""

SOLE = 0.25
"""Below this nothing is a counterpart but by its place."""

_DOUBTFUL = 0.2
_SAME_PARENT = 0.15
_SAME_NUMBER = 0.1
_OTHER_TERM = 0.3
_ALL_PAIRS = 400
_CANDIDATES = 6
_COMMON = 40


def scored_pairs(
    matching: Matching, e_open: Sequence[int], p_open: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    """Yields how alike open provisions are, numbers and parents counted in a little.

    Two that define the same term are counterparts whatever they say of it; two that define
    different terms have to be much alike.
    """
    similarity, enacted, proposed = matching.similarity, matching.enacted, matching.proposed
    mine, theirs = enacted.bodies, proposed.bodies
    terms = {e: defined_term(mine[e]) for e in e_open}
    others = {p: defined_term(theirs[p]) for p in p_open}
    for e, p in _candidates(
        {e: mine[e] for e in e_open}, {p: theirs[p] for p in p_open}, similarity
    ):
        if similarity.most(mine[e], theirs[p]) < _DOUBTFUL and not terms[e]:
            continue
        score = similarity.score(mine[e], theirs[p])
        if _DOUBTFUL <= score < IN_ORDER:
            score = max(score, similarity.in_order(mine[e], theirs[p]))
        if terms[e] and terms[e] == others[p]:
            yield e, p, score + 1
            continue
        if terms[e] and others[p]:
            score -= _OTHER_TERM
        if score >= SOLE:
            yield (
                e,
                p,
                score
                + (
                    _SAME_PARENT * matching.same_parent(e, p)
                    + _SAME_NUMBER * (enacted.nums[e] == proposed.nums[p])
                ),
            )


def _candidates(
    mine: Mapping[int, str], theirs: Mapping[int, str], similarity: Similarity
) -> Iterator[tuple[int, int]]:
    """Yields the pairs worth a look: all of a few, else those that share rare words."""
    if len(mine) * len(theirs) <= _ALL_PAIRS:
        yield from ((e, p) for e, body in mine.items() if body for p, b in theirs.items() if b)
        return
    index: dict[str, list[int]] = defaultdict(list)
    for p, body in theirs.items():
        for word in similarity.words(body) - STOP_WORDS:
            index[word].append(p)
    for e, body in mine.items():
        votes: dict[int, int] = defaultdict(int)
        for word in similarity.words(body):
            places = index.get(word, ())
            if len(places) <= _COMMON:
                for p in places:
                    votes[p] += similarity.weight(word)
        for p in sorted(votes, key=lambda place: (-votes[place], place))[:_CANDIDATES]:
            yield e, p
