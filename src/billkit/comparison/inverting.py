"""Reads a comparison the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from billkit.comparison.operations import Change, Operation, Piece, Sign

__all__ = ["inverted", "inverted_order"]

_SIGNS: dict[Sign, Sign] = {"-": "+", "+": "-"}
_CHANGES: dict[Change, Change] = {
    "inserted": "deleted",
    "deleted": "inserted",
    "split": "merged",
    "merged": "split",
}


def inverted(operation: Operation, place: Mapping[int, int]) -> Operation:
    """Turns an operation round; ``place`` says where each operation stands afterwards."""
    return Operation(
        operation.proposed,
        operation.enacted,
        frozenset(_CHANGES.get(change, change) for change in operation.changes),
        tuple(
            Piece(_SIGNS.get(piece.sign, piece.sign), piece.proposed, piece.enacted)
            for piece in operation.words
        ),
        tuple(sorted(place[number] for number in operation.because)),
        operation.evidence,
    )


def inverted_order(
    operations: Sequence[Operation], enacted: Sequence[str], proposed: Sequence[str]
) -> list[int]:
    """Orders operations by the enacted text, inserted ones behind what precedes them."""
    of_enacted = {id_: n for n, operation in enumerate(operations) for id_ in operation.enacted}
    of_proposed = {id_: n for n, operation in enumerate(operations) for id_ in operation.proposed}
    behind: dict[int, list[int]] = defaultdict(list)
    before = -1
    for number in dict.fromkeys(of_proposed[id_] for id_ in proposed if id_ in of_proposed):
        operation = operations[number]
        if not operation.enacted:
            behind[before].append(number)
            before = number
        elif "moved" not in operation.changes:
            before = number
    out: list[int] = []
    for first in [-1, *dict.fromkeys(of_enacted[id_] for id_ in enacted if id_ in of_enacted)]:
        stack = [first]
        while stack:
            number = stack.pop()
            if number >= 0:
                out.append(number)
            stack.extend(reversed(behind.get(number, ())))
    return out
