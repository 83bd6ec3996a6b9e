"""Longest chains: what stays in order while the rest has moved."""

from __future__ import annotations

from collections.abc import Sequence
from operator import lt

__all__ = ["heaviest_chain", "rising"]


def rising(places: Sequence[int]) -> bool:
    """Says whether each place comes after the one before it."""
    return all(map(lt, places, places[1:]))


def heaviest_chain(links: Sequence[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Picks the links that increase on both sides and weigh most together.

    Args:
        links: Triples of a place in the enacted text, a place in the proposed text and a weight
            above zero, in any order.

    Returns:
        The chosen links in order. Among chains of equal weight the one that keeps what stands
        earlier in the enacted text; the time is that of sorting.

    Example:
        >>> heaviest_chain([(0, 1, 5), (1, 0, 5), (2, 2, 1)])
        [(0, 1, 5), (2, 2, 1)]
    """
    if rising([link[0] for link in links]) and rising([link[1] for link in links]):
        return list(links)
    order = sorted(links, key=lambda link: (link[0], -link[1]))
    ranks = {place: rank for rank, place in enumerate(sorted({link[1] for link in order}), start=1)}
    size = len(ranks)
    best_weight = [0.0] * (size + 1)
    best_link = [-1] * (size + 1)
    weights = [0.0] * len(order)
    before = [-1] * len(order)
    for number, (_, proposed, weight) in enumerate(order):
        top, link = 0.0, -1
        rank = ranks[proposed] - 1
        while rank:
            if best_weight[rank] > top:
                top, link = best_weight[rank], best_link[rank]
            rank &= rank - 1
        weights[number] = top + weight
        before[number] = link
        rank = ranks[proposed]
        while rank <= size:
            if top + weight > best_weight[rank]:
                best_weight[rank], best_link[rank] = top + weight, number
            rank += rank & -rank
    last = max(range(len(order)), key=lambda number: (weights[number], -number), default=-1)
    chosen: list[tuple[int, int, float]] = []
    while last >= 0:
        chosen.append(order[last])
        last = before[last]
    return chosen[::-1]
