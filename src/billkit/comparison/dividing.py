"""Divides texts too long for one table at words that stand once on each side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from itertools import pairwise
from typing import TypeVar

from billkit.comparison.blocks import Hunk
from billkit.comparison.chains import heaviest_chain

__all__ = ["divided"]

Key = TypeVar("Key", bound=Hashable)

_LONGEST_PHRASE = 4


def divided(
    e_keys: Sequence[Key],
    p_keys: Sequence[Key],
    smallest: Callable[[Sequence[Key], Sequence[Key]], list[Hunk]],
    most_cells: int,
) -> list[Hunk]:
    """Finds the hunks of long texts: at phrases that stand once on each side, else by halves.

    Args:
        e_keys: The keys of the enacted tokens.
        p_keys: The keys of the proposed tokens.
        smallest: Finds the fewest changes within one table.
        most_cells: The size of the largest table.
    """
    hunks: list[Hunk] = []
    stack = [(0, len(e_keys), 0, len(p_keys))]
    while stack:
        e_from, e_to, p_from, p_to = stack.pop()
        while e_from < e_to and p_from < p_to and e_keys[e_from] == p_keys[p_from]:
            e_from, p_from = e_from + 1, p_from + 1
        while e_from < e_to and p_from < p_to and e_keys[e_to - 1] == p_keys[p_to - 1]:
            e_to, p_to = e_to - 1, p_to - 1
        if e_from == e_to and p_from == p_to:
            continue
        if e_from == e_to or p_from == p_to:
            hunks.append((e_from, e_to, p_from, p_to))
        elif (e_to - e_from) * (p_to - p_from) <= most_cells:
            hunks.extend(
                (a + e_from, b + e_from, c + p_from, d + p_from)
                for a, b, c, d in smallest(e_keys[e_from:e_to], p_keys[p_from:p_to])
            )
        else:
            parts = _parts(e_keys[e_from:e_to], p_keys[p_from:p_to])
            stack.extend((a + e_from, b + e_from, c + p_from, d + p_from) for a, b, c, d in parts)
    return _joined(sorted(hunks))


def _parts(e_keys: Sequence[Key], p_keys: Sequence[Key]) -> list[Hunk]:
    """Cuts two lists into corresponding parts."""
    for length in range(_LONGEST_PHRASE, 0, -1):
        anchors = heaviest_chain(
            [(e, p, 1.0) for e, p in _unique(_phrases(e_keys, length), _phrases(p_keys, length))]
        )
        if anchors:
            breaks = [
                (e, p)
                for (before, over, _), (e, p, _) in pairwise([(-2, -2, 0.0), *anchors])
                if (e - before, p - over) != (1, 1)
            ]
            cuts = [(0, 0), *breaks, (len(e_keys), len(p_keys))]
            parts = [
                (e, e_next, p, p_next)
                for (e, p), (e_next, p_next) in pairwise(cuts)
                if e < e_next or p < p_next
            ]
            if len(parts) > 1:
                return parts
    half, other = len(e_keys) // 2, len(p_keys) // 2
    return [(0, half, 0, other), (half, len(e_keys), other, len(p_keys))]


def _phrases(keys: Sequence[Key], length: int) -> list[tuple[Key, ...]]:
    """Lists the phrases of some length, one for each place."""
    return list(zip(*[keys[shift:] for shift in range(length)], strict=False))


def _unique(
    mine: Sequence[tuple[Key, ...]], theirs: Sequence[tuple[Key, ...]]
) -> list[tuple[int, int]]:
    """Pairs the places of phrases that stand once on each side."""
    counts, others = Counter(mine), Counter(theirs)
    places = {phrase: p for p, phrase in enumerate(theirs) if others[phrase] == 1}
    return [
        (e, places[phrase])
        for e, phrase in enumerate(mine)
        if counts[phrase] == 1 and phrase in places
    ]


def _joined(hunks: Sequence[Hunk]) -> list[Hunk]:
    """Joins hunks that touch."""
    out: list[Hunk] = []
    for hunk in hunks:
        if out and out[-1][1] == hunk[0] and out[-1][3] == hunk[2]:
            out[-1] = (out[-1][0], hunk[1], out[-1][2], hunk[3])
        else:
            out.append(hunk)
    return out
