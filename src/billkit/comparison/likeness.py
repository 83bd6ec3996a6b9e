"""Which open provisions of two texts are worth taking for counterparts, and how alike they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from billkit.comparison.counterparts import Counterparts
from billkit.comparison.similarity import STOP_WORDS, Similarity, defined_term

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
    matching: Counterparts, e_open: Sequence[int], p_open: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    """Yields how alike open provisions are, numbers and parents counted in a little.

    Two that define the same term are counterparts whatever they say of it; two that define
    different terms have to be much alike.
    """
    similarity, enacted, proposed = matching.similarity, matching.enacted, matching.proposed
    mine = {e: body for e in e_open if (body := enacted.bodies[e])}
    theirs = {p: body for p in p_open if (body := proposed.bodies[p])}
    terms = {e: defined_term(body) for e, body in mine.items()}
    others = {p: defined_term(body) for p, body in theirs.items()}
    known = {p: (similarity.words(body), similarity.mass(body)) for p, body in theirs.items()}
    for e, places in _candidates(mine, theirs, similarity):
        body, term = mine[e], terms[e]
        words, mass = similarity.words(body), similarity.mass(body)
        for p in places:
            their_words, their_mass = known[p]
            total = mass + their_mass
            if 2 * min(mass, their_mass) < _DOUBTFUL * total and not term:
                continue
            score = 2 * similarity.weigh(words & their_words) / total if total else 0.0
            if _DOUBTFUL <= score < IN_ORDER:
                score = max(score, similarity.in_order(body, theirs[p]))
            if term and term == others[p]:
                yield e, p, score + 1
                continue
            if term and others[p]:
                score -= _OTHER_TERM
            if score >= SOLE:
                score += _SAME_PARENT * matching.same_parent(e, p)
                yield e, p, score + _SAME_NUMBER * (enacted.nums[e] == proposed.nums[p])


def _candidates(
    mine: Mapping[int, str], theirs: Mapping[int, str], similarity: Similarity
) -> Iterator[tuple[int, Iterable[int]]]:
    """Yields for each provision those worth a look: all of a few, else those sharing rare words."""
    if len(mine) * len(theirs) <= _ALL_PAIRS:
        yield from ((e, theirs) for e in mine)
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
        yield e, sorted(votes, key=lambda place: (-votes[place], place))[:_CANDIDATES]
