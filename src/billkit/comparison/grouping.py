"""Which provisions form one operation, and whether they moved or were renumbered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from billkit.comparison.chains import heaviest_chain, rising
from billkit.comparison.counterparts import NONE, Counterparts
from billkit.comparison.operations import Evidence
from billkit.comparison.sides import Side
from billkit.comparison.splitting import Gathered
from billkit.text.enumerators import ordinals

__all__ = ["Group", "Groups", "differs"]


@dataclass(slots=True)
class Group:
    """Holds the provisions of one operation: places in the lists of the two sides."""

    enacted: tuple[int, ...]
    proposed: tuple[int, ...]
    evidence: Evidence | None = None
    moved: bool = False
    renumbered: bool = False
    causes: Sequence[int] = ()

    @property
    def matched(self) -> bool:
        """Says whether the group has provisions on both sides."""
        return bool(self.enacted and self.proposed)


class Groups:
    """Puts every provision of both sides into exactly one group."""

    __slots__ = ("every", "of_enacted", "of_proposed", "sides")

    def __init__(
        self, matching: Counterparts, splits: list[Gathered], merges: list[Gathered]
    ) -> None:
        """Makes groups of counterparts, splits and merges; then finds moves and new numbers."""
        mine, theirs = matching.enacted, matching.proposed
        self.sides: tuple[Side, Side] = (mine, theirs)
        self.every: list[Group] = []
        self.of_enacted = [NONE] * len(mine)
        self.of_proposed = [NONE] * len(theirs)
        for split in splits:
            self._several((split.one,), split.many, split.evidence)
        for merge in merges:
            self._several(merge.many, (merge.one,), merge.evidence)
        evidence = matching.evidence
        every, of_enacted, of_proposed = self.every, self.of_enacted, self.of_proposed
        for e, p in enumerate(matching.partner):
            if of_enacted[e] != NONE:
                continue
            of_enacted[e] = len(every)
            if p != NONE and of_proposed[p] == NONE:
                of_proposed[p] = len(every)
                every.append(Group((e,), (p,), evidence.get((e, p))))
            else:
                every.append(Group((e,), ()))
        for p in range(len(theirs)):
            if of_proposed[p] == NONE:
                of_proposed[p] = len(every)
                every.append(Group((), (p,)))
        self._find_moves()
        self._find_numbers()

    def _several(self, enacted: tuple[int, ...], proposed: tuple[int, ...], why: Evidence) -> None:
        """Adds a split or a merge, unless one of its provisions is taken."""
        if any(self.of_enacted[e] != NONE for e in enacted) or any(
            self.of_proposed[p] != NONE for p in proposed
        ):
            return
        for e in enacted:
            self.of_enacted[e] = len(self.every)
        for p in proposed:
            self.of_proposed[p] = len(self.every)
        self.every.append(Group(enacted, proposed, why))

    def _find_moves(self) -> None:
        """Marks what has another parent or stands off the chain of its siblings."""
        mine, theirs = self.sides
        every, of_enacted, of_proposed = self.every, self.of_enacted, self.of_proposed
        siblings: dict[int, list[int]] = defaultdict(list)
        for number, group in enumerate(every):
            if not group.enacted or not group.proposed:
                continue
            above, over = mine.parents[group.enacted[0]], theirs.parents[group.proposed[0]]
            parent = NONE if above == NONE else of_enacted[above]
            if parent == (NONE if over == NONE else of_proposed[over]):
                siblings[parent].append(number)
            else:
                group.moved = True
        for numbers in siblings.values():
            numbers.sort(key=lambda number: every[number].enacted[0])
            if rising([every[number].proposed[0] for number in numbers]):
                continue
            links = [(every[n].enacted[0], every[n].proposed[0], self._mass(n)) for n in numbers]
            staying = {link[0] for link in heaviest_chain(links)}
            for number in numbers:
                every[number].moved = every[number].enacted[0] not in staying

    def _mass(self, number: int) -> float:
        """Counts the words of a group's enacted provisions and of what stands below them."""
        mine = self.sides[0]
        return 1.0 + sum(
            len(mine.nodes[place].words.split())
            for first in self.every[number].enacted
            for place in range(first, mine.ends[first])
        )

    def _find_numbers(self) -> None:
        """Marks what has another number, and finds what among its siblings caused it."""
        mine, theirs = self.sides[0].nums, self.sides[1].nums
        found = False
        for group in self.every:
            if group.enacted and group.proposed:
                num, other = mine[group.enacted[0]], theirs[group.proposed[0]]
                if num != other and differs(num, other):
                    group.renumbered = found = True
        if found:
            self._find_causes()

    def _find_causes(self) -> None:
        """Names what among its siblings comes, goes or splits before what is renumbered."""
        below_enacted: dict[int, list[int]] = defaultdict(list)
        below_proposed: dict[int, list[int]] = defaultdict(list)
        for number, group in enumerate(self.every):
            lonely = not group.matched or group.moved
            if not lonely and len(group.enacted) == len(group.proposed) == 1:
                continue
            for e in group.enacted:
                below_enacted[self.sides[0].parents[e]].append(number)
            for p in group.proposed:
                below_proposed[self.sides[1].parents[p]].append(number)
        for number, group in enumerate(self.every):
            if not group.renumbered:
                continue
            e, p = group.enacted[0], group.proposed[0]
            causes = {
                other
                for other in below_enacted.get(self.sides[0].parents[e], ())
                if self.every[other].enacted[0] < e
            } | {
                other
                for other in below_proposed.get(self.sides[1].parents[p], ())
                if self.every[other].proposed[0] < p
            }
            group.causes = sorted(causes - {number})


def differs(enacted: str, proposed: str) -> bool:
    """Says whether two enumerators are of different numbers; their style does not matter.

    Example:
        >>> differs("(2)", "2."), differs("(2)", "(3)"), differs("", "(a)")
        (False, True, True)
    """
    if enacted == proposed:
        return False
    if not enacted or not proposed:
        return True
    return not ordinals(enacted) & ordinals(proposed)
