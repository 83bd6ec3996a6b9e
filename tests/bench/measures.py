"""What is counted in the marks of any engine: tokens, hunks, islands, and the best there could be.

The terms are those of the project's figures: a token is a word or a single mark, blanks dropped; a
hunk is a stretch of marks with nothing kept between; an island is at most three stop-words or marks
of punctuation kept between two hunks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import Indel

from billkit.comparison.result import Comparison
from billkit.comparison.similarity import STOP_WORDS

__all__ = [
    "TOKENS",
    "Mark",
    "Marks",
    "counted",
    "exactness",
    "marks_of",
    "numbered",
    "optimum_hunks",
]

TOKENS = re.compile(r"\w+(?:[-.,'’–]\w+)*|[^\w\s]")
"""A word or a single mark, without blanks."""

_ISLAND = 3
_COST = 1 << 32
"""One marked token outweighs any number of hunks."""


class Mark(NamedTuple):
    """Some text as an engine marks it: ``=`` kept, ``-`` deleted, ``+`` inserted."""

    sign: str
    enacted: str
    proposed: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What an engine's marks come to: tokens and words marked, hunks, islands between them."""

    tokens: int
    words: int
    hunks: int
    islands: int


def marks_of(compared: Comparison) -> list[Mark]:
    """Gives the marks of a comparison; what is restyled or only follows counts as kept."""
    return [
        Mark(piece.sign if piece.sign in "-+" else "=", piece.enacted, piece.proposed)
        for operation in compared.operations
        for piece in operation.words
        if piece.sign != "|"
    ]


def counted(marks: Iterable[Mark]) -> Marks:
    """Counts tokens, words, hunks and islands."""
    tokens = words = hunks = islands = 0
    kept: list[str] | None = None
    marking = False
    for sign, enacted, proposed in marks:
        found = TOKENS.findall(enacted or proposed)
        if not found:
            continue
        if sign == "=":
            marking = False
            if kept is not None:
                kept += found
            continue
        tokens += len(found)
        words += sum(token[0].isalnum() or token[0] == "_" for token in found)
        if not marking:
            hunks += 1
            islands += bool(kept) and _tell_nothing(kept or [])
        marking, kept = True, []
    return Marks(tokens, words, hunks, islands)


def _tell_nothing(kept: Sequence[str]) -> bool:
    return len(kept) <= _ISLAND and all(
        token.casefold() in STOP_WORDS or not token[0].isalnum() for token in kept
    )


def exactness(marks: Iterable[Mark], enacted: str, proposed: str) -> str:
    """Says whether both texts can be rebuilt: ``exact``, ``words`` (but for blanks) or ``no``."""
    pieces = list(marks)
    mine = "".join(mark.enacted for mark in pieces if mark.sign != "+")
    theirs = "".join(mark.proposed for mark in pieces if mark.sign != "-")
    if (mine, theirs) == (enacted, proposed):
        return "exact"
    same = "".join(mine.split()) == "".join(enacted.split())
    return "words" if same and "".join(theirs.split()) == "".join(proposed.split()) else "no"


def numbered(enacted: str, proposed: str) -> tuple[list[int], list[int]]:
    """Gives the tokens of two texts as numbers, equal ones the same."""
    codes: dict[str, int] = {}
    mine = [codes.setdefault(token, len(codes)) for token in TOKENS.findall(enacted)]
    theirs = [codes.setdefault(token, len(codes)) for token in TOKENS.findall(proposed)]
    return mine, theirs


def optimum_hunks(
    enacted: Sequence[int], proposed: Sequence[int], *, most_cells: int = 1 << 62
) -> int | None:
    """Finds the fewest hunks among the alignments that mark the fewest tokens.

    Every cell that a least-cost alignment can pass is worked out: those between the diagonals that
    all its deletions and all its insertions lead to.

    Args:
        enacted: The tokens of the enacted text, as numbers.
        proposed: Those of the proposed text.
        most_cells: Above so many cells nothing is worked out.

    Returns:
        The number of hunks; None above ``most_cells``.
    """
    first = 0
    short = min(len(enacted), len(proposed))
    while first < short and enacted[first] == proposed[first]:
        first += 1
    last = 0
    while last < short - first and enacted[-1 - last] == proposed[-1 - last]:
        last += 1
    mine = enacted[first : len(enacted) - last]
    theirs = proposed[first : len(proposed) - last]
    if not mine or not theirs:
        return int(bool(mine or theirs))
    common = (len(mine) + len(theirs) - Indel.distance(mine, theirs)) // 2
    deletions, insertions = len(mine) - common, len(theirs) - common
    if len(mine) * (deletions + insertions + 1) > most_cells:
        return None
    return _fewest(mine, theirs, deletions, insertions)


def _fewest(mine: Sequence[int], theirs: Sequence[int], deletions: int, insertions: int) -> int:
    """Works the band out row by row.

    For each cell two values: the best that ends in a match and the best that ends in a mark; a
    value is the cost with the hunks below it. Column ``k`` of row ``i`` is the cell where ``i`` and
    ``i + k - deletions`` tokens are done.
    """
    width = deletions + insertions + 1
    never = 1 << 62
    size = len(theirs)
    matched, marked = [never] * (width + 1), [never] * (width + 1)
    matched[deletions] = 0
    for column in range(deletions + 1, min(width, size + deletions + 1)):
        marked[column] = (column - deletions) * _COST + 1
    for row, token in enumerate(mine, start=1):
        was_match, was_mark = matched, marked
        matched, marked = [never] * (width + 1), [never] * (width + 1)
        start = max(0, deletions - row)
        stop = min(width, size - row + deletions + 1)
        # the cell at the left of the first one
        near_match = near_mark = never
        at = row + start - deletions
        for column in range(start, stop):
            best = was_mark[column + 1]
            if was_match[column + 1] + 1 < best:  # noqa: PLR1730 - a call would double the time
                best = was_match[column + 1] + 1
            if near_mark < best:  # noqa: PLR1730 - the same
                best = near_mark
            if near_match + 1 < best:  # noqa: PLR1730 - the same
                best = near_match + 1
            near_mark = best + _COST
            marked[column] = near_mark
            if at and theirs[at - 1] == token:
                one, other = was_match[column], was_mark[column]
                near_match = one if one < other else other  # noqa: FURB136 - the same
                matched[column] = near_match
            else:
                near_match = never
            at += 1
    end = size - len(mine) + deletions
    return min(matched[end], marked[end]) % _COST
