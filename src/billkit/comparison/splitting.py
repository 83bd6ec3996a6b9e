"""Finds provisions that were split into several, and several that were merged into one."""

from __future__ import annotations

from collections import defaultdict

from billkit.comparison.matching import NONE, Matching
from billkit.comparison.operations import Evidence
from billkit.comparison.sides import Side
from billkit.comparison.wording import Wording
from billkit.text.words import TOKEN

__all__ = ["Gathered", "gathered"]

_CONTAINED = 0.7
_KEPT = 0.6
_FEWEST = 2


class Gathered:
    """Names one provision of one side and the several of the other that hold its words."""

    __slots__ = ("evidence", "many", "one")

    def __init__(self, one: int, many: tuple[int, ...], evidence: Evidence) -> None:
        """Takes places in the lists of the two sides."""
        self.one = one
        self.many = many
        self.evidence = evidence


def gathered(matching: Matching, wording: Wording, *, merging: bool) -> list[Gathered]:
    """Finds the splits of a comparison, or its merges.

    A piece belongs to a provision nearby whose words it holds (at least seven tenths of them by
    weight); together the pieces must hold more of them, in order, than the best one alone.

    Args:
        matching: The one-to-one counterparts.
        wording: Compares words.
        merging: Whether to look for merges; else for splits.
    """
    if merging:
        one, many = matching.proposed, matching.enacted
        ones, manies = matching.origin, matching.partner
    else:
        one, many = matching.enacted, matching.proposed
        ones, manies = matching.partner, matching.origin
    pieces: dict[int, list[int]] = defaultdict(list)
    for place in range(len(many)):
        if manies[place] == NONE and many.bodies[place]:
            home = _home(matching, one, many, ones, manies, place)
            if home != NONE:
                pieces[home].append(place)
    out = []
    for home, places in sorted(pieces.items()):
        members = sorted({*places, *([ones[home]] if ones[home] != NONE else [])})
        run = _contiguous(members, ones[home], many, manies)
        if len(run) >= _FEWEST and (
            found := _proved(one, many, home, run, ones[home], manies, wording)
        ):
            out.append(found)
    return out


def _home(
    matching: Matching, one: Side, many: Side, ones: list[int], manies: list[int], place: int
) -> int:
    """Finds the provision nearby whose words a piece holds."""
    before = after = NONE
    for near in range(place - 1, -1, -1):
        if manies[near] != NONE:
            before = manies[near]
            break
    for near in range(place + 1, len(many)):
        if manies[near] != NONE:
            after = manies[near]
            break
    last = after if after > before else min(before + 2, len(one))
    around = {before, after, *range(before + 1, last)} - {NONE}
    similarity = matching.similarity
    words = many.bodies[place]
    mass = similarity.mass(words)
    best, home = _CONTAINED, NONE
    for candidate in sorted(around):
        body = one.bodies[candidate]
        taken = ones[candidate]
        if not body or (taken != NONE and many.bodies[taken] == body):
            continue
        share = similarity.shared(words, body) / mass if mass else 0.0
        if share >= best:
            best, home = share, candidate
    return home


def _contiguous(members: list[int], partner: int, many: Side, manies: list[int]) -> list[int]:
    """Keeps the members that stand together, those about the partner where there is one.

    Bare numbers between two members ("(2)" before its "(a)") belong to them; what is new between
    them does not part them.
    """
    runs: list[list[int]] = [[]]
    for member in members:
        between = range(runs[-1][-1] + 1, member) if runs[-1] else range(0)
        if all(manies[place] == NONE for place in between):
            runs[-1].extend(place for place in between if not many.bodies[place])
        else:
            runs.append([])
        runs[-1].append(member)
    if partner != NONE:
        return next(run for run in runs if partner in run)
    return max(runs, key=lambda run: (sum(len(many.bodies[place]) for place in run), -run[0]))


def _proved(
    one: Side,
    many: Side,
    home: int,
    run: list[int],
    partner: int,
    manies: list[int],
    wording: Wording,
) -> Gathered | None:
    """Checks in order, word by word, that the pieces hold the words of the whole."""
    whole = wording.keys(TOKEN.findall(one.bodies[home]))
    parts = [wording.keys(TOKEN.findall(many.bodies[place])) for place in run]
    joined = [key for part in parts for key in part]
    kept = [True] * len(joined)
    for _, _, start, stop in wording.hunks(whole, joined):
        kept[start:stop] = [False] * (stop - start)
    good = []
    at = 0
    for place, part in zip(run, parts, strict=True):
        words = [key[:1].isalnum() for key in part]
        held = sum(k and w for k, w in zip(kept[at : at + len(part)], words, strict=True))
        if place == partner or not part or held >= _KEPT * sum(words):
            good.append(place)
        at += len(part)
    if len(good) != len(run):
        shorter = _contiguous(good, partner, many, manies) if good else []
        if len(shorter) < _FEWEST:
            return None
        return _proved(one, many, home, shorter, partner, manies, wording)
    share = sum(kept) / max(len(whole), 1)
    reason = "its words stand in several provisions that follow each other"
    return Gathered(home, tuple(run), Evidence(reason, min(share, 1.0)))
