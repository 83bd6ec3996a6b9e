"""How much of what stands below two provisions is the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from billkit.comparison.sides import Side

__all__ = ["common_descent"]

_LEAST = 0.05
_OTHER_LEVEL = 0.6


def common_descent(
    enacted: Side, proposed: Side, partner: Sequence[int], origin: Sequence[int]
) -> list[tuple[float, int, int]]:
    """Lists open provisions with counterparts below them, those with most in common first.

    Args:
        enacted: The enacted side.
        proposed: The proposed side.
        partner: The counterpart of each enacted provision; below 0 for none.
        origin: The counterpart of each proposed provision; below 0 for none.

    Returns:
        Triples of the share of common text below the two (from 0 to 1, less where they stand on
        different levels) and their places.
    """
    if not (_is_open_above_any(enacted, partner) and _is_open_above_any(proposed, origin)):
        return []
    over, above = _open_above(enacted, partner), _open_above(proposed, origin)
    common: dict[tuple[int, int], int] = defaultdict(int)
    for e, p in enumerate(partner):
        if p < 0 or not over[e] or not above[p]:
            continue
        weight = 1 + len(enacted.bodies[e])
        for one in over[e]:
            for other in above[p]:
                common[one, other] += weight
    sizes = _sizes(enacted, {e for e, _ in common}), _sizes(proposed, {p for _, p in common})
    found = []
    for (e, p), weight in common.items():
        share = min(2 * weight / (sizes[0][e] + sizes[1][p]), 1.0)
        if enacted.level(e) != proposed.level(p):
            share *= _OTHER_LEVEL
        found.append((share, e, p))
    return sorted(
        (triple for triple in found if triple[0] >= _LEAST),
        key=lambda triple: (-triple[0], triple[1], triple[2]),
    )


def _is_open_above_any(side: Side, counterparts: Sequence[int]) -> bool:
    """Says whether anything stands below an open provision."""
    open_ = [place for place, counterpart in enumerate(counterparts) if counterpart < 0]
    return any(side.ends[place] > place + 1 for place in open_)


def _open_above(side: Side, counterparts: Sequence[int]) -> list[tuple[int, ...]]:
    """Gives the open provisions above each provision."""
    out: list[tuple[int, ...]] = []
    for parent in side.parents:
        if parent < 0:
            out.append(())
        elif counterparts[parent] < 0:
            out.append((*out[parent], parent))
        else:
            out.append(out[parent])
    return out


def _sizes(side: Side, places: set[int]) -> dict[int, int]:
    """Measures the text below provisions."""
    return {
        place: sum([1 + len(body) for body in side.bodies[place + 1 : side.ends[place]]])
        for place in places
    }
