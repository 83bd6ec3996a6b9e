"""What cannot be compared because the other side's words are not held."""

from __future__ import annotations

from bisect import bisect_left

from billkit.comparison.grouping import Groups
from billkit.comparison.operations import Piece
from billkit.comparison.sides import Side

__all__ = ["cut_off", "uncompared_groups", "without_end"]


def uncompared_groups(groups: Groups) -> set[int]:
    """Finds the groups that stand against a gap.

    They are the gaps themselves, where no gap of the same description stands on the other side,
    every unmatched provision whose nearest counterparts before and after enclose a gap, and bare
    numbers with nothing but these below them.
    """
    mine, theirs = groups.sides
    e_gaps, p_gaps = (
        _gaps(mine, groups.of_enacted, groups),
        _gaps(theirs, groups.of_proposed, groups),
    )
    found = {groups.of_enacted[e] for e in e_gaps} | {groups.of_proposed[p] for p in p_gaps}
    if not found:
        return found
    links = sorted(
        (group.enacted[0], group.proposed[0])
        for group in groups.every
        if group.matched and not group.moved
    )
    back = sorted((p, e) for e, p in links)
    for number, group in enumerate(groups.every):
        if group.matched or number in found:
            continue
        if group.proposed and e_gaps:
            before, after = _around(group.proposed[0], back, len(mine))
            if _any_between(e_gaps, before, after):
                found.add(number)
        elif group.enacted and p_gaps:
            before, after = _around(group.enacted[0], links, len(theirs))
            if _any_between(p_gaps, before, after):
                found.add(number)
    alone = {number for number, group in enumerate(groups.every) if not group.matched}
    _add_bare(found, alone, mine, groups.of_enacted)
    _add_bare(found, alone, theirs, groups.of_proposed)
    return found


def _add_bare(found: set[int], alone: set[int], side: Side, numbers: list[int]) -> None:
    """Adds what has only a number of its own, if nothing of what stands below it is compared."""
    for place in range(len(side) - 1, -1, -1):
        if numbers[place] in alone and not side.bodies[place]:
            below = [numbers[child] for child in side.children(place)]
            if below and found.issuperset(below):
                found.add(numbers[place])


def cut_off(side: Side, place: int) -> bool:
    """Says whether a provision's own words break off in a gap."""
    node = side.nodes[place]
    return bool(node.text and node.children and node.children[0].is_gap)


def without_end(pieces: list[Piece], *, enacted_cut: bool, proposed_cut: bool) -> list[Piece]:
    """Turns words at the very end into uncompared ones where the other side breaks off."""
    end = len(pieces)
    while end and (
        (enacted_cut and pieces[end - 1].sign == "+")
        or (proposed_cut and pieces[end - 1].sign == "-")
    ):
        end -= 1
    return [*pieces[:end], *(Piece("?", one, other) for _, one, other in pieces[end:])]


def _gaps(side: Side, numbers: list[int], groups: Groups) -> list[int]:
    """Lists the places of gaps that have no gap for a counterpart."""
    return [
        place
        for place, node in enumerate(side.nodes)
        if node.status == "gap" and not groups.every[numbers[place]].matched
    ]


def _around(place: int, links: list[tuple[int, int]], size: int) -> tuple[int, int]:
    """Gives the counterparts of the nearest matched provisions before and after a place."""
    at = bisect_left(links, (place, -1))
    before = links[at - 1][1] if at else -1
    after = links[at][1] if at < len(links) else size
    return before, after


def _any_between(gaps: list[int], before: int, after: int) -> bool:
    """Says whether a gap stands between two places."""
    at = bisect_left(gaps, before)
    return at < len(gaps) and gaps[at] < after
