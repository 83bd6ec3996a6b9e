"""The result of a comparison: operations on provisions and the pieces of their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias, get_args

__all__ = ["CHANGES", "Change", "Evidence", "Operation", "Piece", "Sign"]

Change: TypeAlias = Literal[
    "inserted",
    "deleted",
    "reworded",
    "renumbered",
    "moved",
    "split",
    "merged",
    "restyled",
    "re-referenced",
    "uncompared",
]
"""What happened to a provision; an operation without any is an equal provision."""

CHANGES: tuple[Change, ...] = get_args(Change)

Sign: TypeAlias = Literal["=", "-", "+", "~", "#", "?", "|"]
"""How a piece stands: equal, deleted, inserted, restyled, consequential, uncompared, opening."""


class Piece(NamedTuple):
    """Some words, as each side has them.

    ``=``: the same on both sides; ``-``: in the enacted text alone (``proposed`` is empty); ``+``:
    in the proposed text alone (``enacted`` is empty); ``~``: the same words written otherwise;
    ``#``: a number or reference that only follows from another operation; ``?``: uncompared, on
    the one side or the other; ``|``: opens a provision, and the two strings are the provisions'
    ids ("" for none; ``id~tail`` opens the words after a provision's children).
    """

    sign: Sign
    enacted: str
    proposed: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Says why provisions were taken for counterparts of each other.

    ``score`` is the share of common words from 0 to 1; ``words`` are the deciding words;
    ``runner_up`` is the id of the next best counterpart, ``runner_up_score`` its score.
    """

    reason: str
    score: float
    words: tuple[str, ...] = ()
    runner_up: str | None = None
    runner_up_score: float = 0.0


@dataclass(frozen=True, slots=True)
class Operation:
    """States what became of one provision, or of several where they were split or merged.

    ``enacted`` and ``proposed`` are ids of provisions, in order; ``because`` holds the places of
    the operations in the comparison that caused a renumbering or re-referencing.
    """

    enacted: tuple[str, ...]
    proposed: tuple[str, ...]
    changes: frozenset[Change]
    words: tuple[Piece, ...]
    because: tuple[int, ...] = ()
    evidence: Evidence | None = None
