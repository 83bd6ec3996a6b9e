"""Finds provisions that were split into several, and several that were merged into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from billkit.comparison.counterparts import NONE, Counterparts
from billkit.comparison.operations import Evidence
from billkit.comparison.similarity import STOP_WORDS
from billkit.comparison.wording import Wording

__all__ = ["Gathered", "gathered"]

_CONTAINED = 0.7
_EDITED = 0.5
_KEPT = 0.6
_FEWEST = 2
_MOST = 40
_FEW = 5


class Gathered:
    """Names one provision of one side and the several of the other that hold its words."""

    __slots__ = ("evidence", "many", "one")

    def __init__(self, one: int, many: tuple[int, ...], evidence: Evidence) -> None:
        """Takes places in the lists of the two sides."""
        self.one = one
        self.many = many
        self.evidence = evidence


def gathered(matching: Counterparts, wording: Wording, *, merging: bool) -> list[Gathered]:
    """Finds the splits of a comparison, or its merges.

    A piece belongs to the provision, nearby or left over elsewhere, that holds at least seven
    tenths of its words by weight; together the pieces must hold the words of the whole in order.

    Args:
        matching: The one-to-one counterparts.
        wording: Compares words.
        merging: Whether to look for merges; else for splits.
    """
    if NONE not in (matching.partner if merging else matching.origin):
        return []
    return _Gathering(matching, wording, merging=merging).found()


class _Gathering:
    """Looks for pieces of one side's provisions among those of the other."""

    def __init__(self, matching: Counterparts, wording: Wording, *, merging: bool) -> None:
        self.similarity = matching.similarity
        self.wording = wording
        if merging:
            self.one, self.many = matching.proposed, matching.enacted
            self.of_one, self.of_many = matching.origin, matching.partner
        else:
            self.one, self.many = matching.enacted, matching.proposed
            self.of_one, self.of_many = matching.partner, matching.origin
        self.before, self.after = _nearest(self.of_many)
        self.elsewhere: set[int] = set()

    def found(self) -> list[Gathered]:
        """Gives what is proved."""
        pieces = self._pieces()
        taken = {place for places in pieces.values() for place in places}
        for home, places in sorted(pieces.items()):
            edited = self._edited(home, {*places, self.of_one[home]} - {NONE}, taken)
            places.extend(edited)
            taken.update(edited)
        out = []
        for home, places in sorted(pieces.items()):
            partner = self.of_one[home]
            run = self._together(sorted({*places, partner} - {NONE}), partner)
            if len(run) >= _FEWEST and (found := self._proved(home, run)):
                out.append(found)
        return [*out, *self._from_tails({one.one for one in out})]

    def _edited(self, home: int, places: set[int], taken: set[int]) -> list[int]:
        """Lists pieces with more words of their own, beside or between those that are sure."""
        parents = {self.many.parents[place] for place in places}
        body = self.one.bodies[home]
        return [
            place
            for place in range(min(places) + 1, min(max(places) + 2, len(self.of_many)))
            if self.of_many[place] == NONE
            and place not in taken
            and self.many.parents[place] in parents
            and self.similarity.held(self.many.bodies[place], body) >= _EDITED
        ]

    def _from_tails(self, taken: set[int]) -> Iterator[Gathered]:
        """Yields provisions whose words after the list became an item of it."""
        for home, partner in enumerate(self.of_one):
            if partner == NONE or home in taken:
                continue
            tail = self.one.nodes[home].tail_words
            if not tail or self.many.nodes[partner].tail_words:
                continue
            items = [
                place
                for place in self.many.children(partner)
                if self.of_many[place] == NONE and self.many.bodies[place]
            ]
            best = max(items, key=lambda item: self._like(tail, item), default=NONE)
            if best != NONE and (score := self._like(tail, best)) >= _KEPT:
                reason = "its words after the list stand in a provision of their own"
                yield Gathered(home, (partner, best), Evidence(reason, score))

    def _like(self, tail: str, place: int) -> float:
        """Says how alike words after a list and a provision are."""
        return self.similarity.score(tail, self.many.bodies[place])

    def _pieces(self) -> dict[int, list[int]]:
        """Puts pieces under the provisions whose words they hold: nearby, else left over elsewhere.

        What already has pieces nearby takes none from elsewhere.
        """
        nearby: dict[int, list[int]] = defaultdict(list)
        far: dict[int, list[int]] = defaultdict(list)
        for place, counterpart in enumerate(self.of_many):
            if counterpart != NONE or not self.many.bodies[place]:
                continue
            home = self._holding(place, self._around(place))
            if home != NONE:
                nearby[home].append(place)
            elif self._index and (home := self._holding(place, self._sharing(place))) != NONE:
                (nearby if home in self._between(place) else far)[home].append(place)
        self.elsewhere.update(far.keys() - nearby.keys())
        return {**far, **nearby}

    def _holding(self, place: int, candidates: Sequence[int]) -> int:
        """Finds the provision among some that holds most of the words of a piece, if any does."""
        best, home = _CONTAINED, NONE
        for candidate in candidates:
            body = self.one.bodies[candidate]
            taken = self.of_one[candidate]
            if not body or (taken != NONE and self.many.bodies[taken] == body):
                continue
            share = self.similarity.held(self.many.bodies[place], body)
            if share >= best:
                best, home = share, candidate
        return home

    def _around(self, place: int) -> list[int]:
        """Lists the provisions that a piece may come from: those about its place."""
        between = self._between(place)
        near = between if len(between) <= _MOST else ()
        return sorted({self.before[place], self.after[place], *near} - {NONE})

    def _between(self, place: int) -> range:
        """Gives the places between the counterparts of what stands about a piece."""
        before, after = self.before[place], self.after[place]
        return range(before + 1, after if after > before else min(before + 2, len(self.one)))

    def _sharing(self, place: int) -> list[int]:
        """Lists the provisions left over that share most words with a piece."""
        words = self.similarity.words(self.many.bodies[place]) - STOP_WORDS
        votes: dict[int, int] = {}
        for word in words & self._index.keys():
            for other in self._index[word]:
                votes[other] = votes.get(other, 0) + 1
        good = [other for other, count in votes.items() if count * 2 >= len(words)]
        return sorted(good, key=lambda other: (-votes[other], other))[:_FEW]

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        """The open provisions under each of their words that are not all too common."""
        index: dict[str, list[int]] = defaultdict(list)
        for place, counterpart in enumerate(self.of_one):
            if counterpart == NONE:
                for word in self.similarity.words(self.one.bodies[place]) - STOP_WORDS:
                    index[word].append(place)
        return {word: places for word, places in index.items() if len(places) <= _MOST}

    def _together(self, members: list[int], partner: int) -> list[int]:
        """Keeps the members that stand together, those about the partner where there is one.

        Bare numbers between two members ("(2)" before its "(a)") belong to them; what is new
        between them does not part them.
        """
        bodies = self.many.bodies
        runs: list[list[int]] = [[]]
        for member in members:
            between = range(runs[-1][-1] + 1, member) if runs[-1] else range(0)
            if all(self.of_many[place] == NONE for place in between):
                runs[-1].extend(place for place in between if not bodies[place])
            else:
                runs.append([])
            runs[-1].append(member)
        if partner != NONE:
            return next(run for run in runs if partner in run)
        return max(runs, key=lambda run: (sum(len(bodies[place]) for place in run), -run[0]))

    def _proved(self, home: int, run: list[int]) -> Gathered | None:
        """Checks in order, word by word, that the pieces hold the words of the whole."""
        partner = self.of_one[home]
        whole = self.wording.keys(self.wording.tokens(self.one.bodies[home]))
        bodies = [self.many.bodies[place] for place in run]
        parts = [self.wording.keys(self.wording.tokens(body)) for body in bodies]
        joined = [key for part in parts for key in part]
        kept = [True] * len(joined)
        for _, _, start, stop in self.wording.hunks(whole, joined):
            kept[start:stop] = [False] * (stop - start)
        good = []
        at = 0
        for place, part in zip(run, parts, strict=True):
            words = self.wording.words_among(part)
            held = sum(k and w for k, w in zip(kept[at : at + len(part)], words, strict=True))
            if place == partner or not part or held >= _KEPT * sum(words):
                good.append(place)
            at += len(part)
        if len(good) < len(run):
            shorter = self._together(good, partner) if good else []
            return self._proved(home, shorter) if len(shorter) >= _FEWEST else None
        share = sum(kept) / max(len(whole), 1)
        if home in self.elsewhere and share < _KEPT:
            return None
        reason = "its words stand in several provisions that follow each other"
        return Gathered(home, tuple(run), Evidence(reason, min(share, 1.0)))


def _nearest(counterparts: list[int]) -> tuple[list[int], list[int]]:
    """Gives for each place the counterpart of the nearest matched one before it, and after it."""
    before, after = [NONE] * len(counterparts), [NONE] * len(counterparts)
    last = NONE
    for place, counterpart in enumerate(counterparts):
        before[place] = last
        last = counterpart if counterpart != NONE else last
    last = NONE
    for place in range(len(counterparts) - 1, -1, -1):
        after[place] = last
        last = counterparts[place] if counterparts[place] != NONE else last
    return before, after
