"""Parts counterparts that only look alike, where the words of one came out of its neighbour.

"(2) A. B." may become "(2) A." and "(3) B.", while the old (3) is repealed. By number and place the
new (3) is the counterpart of the old one; but all its words stood in (2), which has lost them.
"""

from __future__ import annotations

from collections.abc import Iterator

from billkit.comparison.counterparts import NONE, Counterparts
from billkit.comparison.sides import Side
from billkit.text.typography import fold

__all__ = ["release_pieces"]

_WEAK = 0.75
_CONTAINED = 0.85
_AHEAD = 0.3
_FEWEST = 30
"""Fewer letters stand in another provision by chance."""


def release_pieces(matching: Counterparts) -> None:
    """Parts weak counterparts where one of them is a piece of a provision beside it.

    The pieces are then told as split off, or as merged, and what they replaced as deleted or
    inserted.
    """
    _release(matching, splitting=True)
    _release(matching, splitting=False)


def _release(matching: Counterparts, *, splitting: bool) -> None:
    """Looks for pieces that were split off, or for those that were merged."""
    mine, theirs = matching.enacted, matching.proposed
    weak = [pair for pair, why in matching.evidence.items() if why.score < _WEAK]
    for e, p in sorted(weak):
        if matching.partner[e] != p:
            continue
        whole, parts, piece = (mine, theirs, p) if splitting else (theirs, mine, e)
        of_whole, of_parts = matching.partner, matching.origin
        if not splitting:
            of_whole, of_parts = of_parts, of_whole
        if _has_kept_children(whole, of_whole, of_parts[piece]):
            continue
        alike = matching.evidence[e, p].score
        for home in _beside(of_parts, piece):
            kept = parts.bodies[of_whole[home]]
            if kept == whole.bodies[home]:
                continue
            if _came_out(matching, parts.bodies[piece], whole.bodies[home], kept, alike):
                matching.partner[e] = matching.origin[p] = NONE
                break


def _came_out(matching: Counterparts, piece: str, home: str, kept: str, alike: float) -> bool:
    """Says whether a piece stood in its home, and stands no longer in what is kept of that."""
    letters = fold(piece).rstrip(";,.:")
    if len(letters) >= _FEWEST and letters in fold(home):
        return letters not in fold(kept)
    held = matching.similarity.held(piece, home)
    return held >= max(_CONTAINED, alike + _AHEAD, matching.similarity.held(piece, kept) + _AHEAD)


def _has_kept_children(whole: Side, of_whole: list[int], place: int) -> bool:
    """Says whether something below a provision has a counterpart."""
    return any(of_whole[child] != NONE for child in whole.children(place))


def _beside(of_parts: list[int], piece: int) -> Iterator[int]:
    """Yields the counterparts of the provisions just before and just after a piece."""
    if piece and of_parts[piece - 1] != NONE:
        yield of_parts[piece - 1]
    if piece + 1 < len(of_parts) and of_parts[piece + 1] != NONE:
        yield of_parts[piece + 1]
