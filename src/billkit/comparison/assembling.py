"""Makes operations of groups: in reading order, with words, causes and references."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from billkit.comparison.blocks import Span
from billkit.comparison.counterparts import NONE
from billkit.comparison.grouping import Group, Groups
from billkit.comparison.operations import Change, Operation, Piece
from billkit.comparison.sides import Side
from billkit.comparison.spelling import Segment, Spelled, alone, spelled_pair, spelled_several
from billkit.comparison.uncompared import cut_off, uncompared_groups, without_end
from billkit.comparison.wording import Wording
from billkit.targets import Resolver
from billkit.text.references import mentions

__all__ = ["operations_of"]

_NOTHING: frozenset[Change] = frozenset()


def operations_of(groups: Groups, wording: Wording) -> tuple[Operation, ...]:
    """Makes the operations of a comparison, in the reading order of the proposed text.

    What is deleted stands where it stood: behind what precedes it in the enacted text.
    """
    order = _reading_order(groups)
    number_of = {group: number for number, group in enumerate(order)}
    assembler = _Assembler(groups, wording, number_of)
    return tuple([assembler.operation(number, groups.every[number]) for number in order])


def _reading_order(groups: Groups) -> list[int]:
    """Orders the groups by the proposed text, deleted ones behind what stood before them."""
    if all(group.proposed for group in groups.every):
        return list(dict.fromkeys(groups.of_proposed))
    behind: dict[int, list[int]] = defaultdict(list)
    before = NONE
    for number in groups.of_enacted:
        group = groups.every[number]
        if not group.proposed:
            behind[before].append(number)
            before = number
        elif not group.moved:
            before = number
    out: list[int] = []
    seen: set[int] = set()
    stack: list[int] = []
    for first in [NONE, *groups.of_proposed]:
        if first in seen:
            continue
        seen.add(first)
        stack.append(first)
        while stack:
            number = stack.pop()
            if number != NONE:
                out.append(number)
            stack.extend(reversed(behind.get(number, ())))
    return out


class _Assembler:
    """Makes one operation at a time."""

    def __init__(self, groups: Groups, wording: Wording, number_of: dict[int, int]) -> None:
        self.groups = groups
        self.enacted, self.proposed = groups.sides
        self.wording = wording
        self.number_of = number_of
        self.uncompared = uncompared_groups(groups)
        self.shifting = any(group.renumbered or group.moved for group in groups.every)

    @cached_property
    def places(self) -> tuple[dict[str, int], dict[str, int]]:
        """The place of each id, on either side."""
        enacted, proposed = (
            {id_: place for place, id_ in enumerate(side.ids)} for side in self.groups.sides
        )
        return enacted, proposed

    @cached_property
    def resolvers(self) -> tuple[Resolver, Resolver]:
        """What finds the targets of references, on either side."""
        return Resolver(self.enacted.document), Resolver(self.proposed.document)

    def operation(self, number: int, group: Group) -> Operation:
        """Makes the operation of a group."""
        if not group.enacted or not group.proposed:
            return self._alone(number, group)
        if not (group.moved or group.renumbered) and (same := self._same(group)):
            return same
        e_ids = tuple([self.enacted.ids[e] for e in group.enacted])
        p_ids = tuple([self.proposed.ids[p] for p in group.proposed])
        changes: set[Change] = set()
        because = {self.number_of[cause] for cause in group.causes}
        if len(group.enacted) == len(group.proposed) == 1:
            words, followed = self._pair(group, changes)
            because |= {self.number_of[target] for target in followed}
        else:
            changes.add("split" if len(group.proposed) > 1 else "merged")
            words = self._several(group, changes)
        if group.moved:
            changes.add("moved")
        if group.renumbered:
            changes.add("renumbered")
        return Operation(
            e_ids, p_ids, frozenset(changes), tuple(words), tuple(sorted(because)), group.evidence
        )

    def _same(self, group: Group) -> Operation | None:
        """Makes the operation of a provision that is the same on both sides; None if it is not."""
        if len(group.enacted) != 1 or len(group.proposed) != 1:
            return None
        e, p = group.enacted[0], group.proposed[0]
        node, other = self.enacted.nodes[e], self.proposed.nodes[p]
        words = node.words
        if words != other.words or node.num != other.num or node.tail or other.tail:
            return None
        id_, other_id = self.enacted.ids[e], self.proposed.ids[p]
        opened = Piece("|", id_, other_id)
        pieces = (opened, Piece("=", words, words)) if words else (opened,)
        return Operation((id_,), (other_id,), _NOTHING, pieces, (), group.evidence)

    def _alone(self, number: int, group: Group) -> Operation:
        """Makes the operation of a provision that stands on one side only."""
        side, place, sign = (
            (self.enacted, group.enacted[0], "-")
            if group.enacted
            else (self.proposed, group.proposed[0], "+")
        )
        change: Change = "deleted" if group.enacted else "inserted"
        if number in self.uncompared:
            change = "uncompared"
            sign = "e" if group.enacted else "p"
        words = [piece for segment in _segments(side, place) for piece in alone(segment, sign)]
        ids = (side.ids[place],)
        enacted, proposed = (ids, ()) if group.enacted else ((), ids)
        return Operation(enacted, proposed, frozenset({change}), tuple(words))

    def _pair(self, group: Group, changes: set[Change]) -> tuple[list[Piece], set[int]]:
        """Spells a provision and its counterpart; names the groups that references follow."""
        e, p = group.enacted[0], group.proposed[0]
        mine, theirs = self.enacted.bodies[e], self.proposed.bodies[p]
        targets: set[int] = set()

        def followed() -> list[Span]:
            found = list(self._followed(e, p))
            targets.update(target for _, target in found)
            return [span for span, _ in found]

        first = Segment(self.enacted.ids[e], self.enacted.nums[e], mine)
        other = Segment(self.proposed.ids[p], self.proposed.nums[p], theirs)
        spelled = spelled_pair(first, other, self.wording, followed if self.shifting else None)
        pieces = spelled.pieces
        enacted_cut = cut_off(self.enacted, e)
        proposed_cut = cut_off(self.proposed, p)
        if spelled.reworded and enacted_cut != proposed_cut:
            pieces = without_end(pieces, enacted_cut=enacted_cut, proposed_cut=proposed_cut)
        self._note(spelled, pieces, changes)
        if targets and any(p.sign == "#" for p in pieces[2 if first.num != other.num else 1 :]):
            changes.add("re-referenced")
        else:
            targets.clear()
        if first.num != other.num and not group.renumbered and not group.moved:
            changes.add("restyled")
        tail, after = self.enacted.nodes[e].tail_words, self.proposed.nodes[p].tail_words
        if tail or after:
            pieces = [
                *pieces,
                *self._tail(
                    Segment(first.id + "~tail", "", tail),
                    Segment(other.id + "~tail", "", after),
                    changes,
                ),
            ]
        return pieces, targets

    def _tail(self, tail: Segment, after: Segment, changes: set[Change]) -> list[Piece]:
        """Spells the words after the children."""
        if tail.body and after.body:
            spelled = spelled_pair(tail, after, self.wording)
            self._note(spelled, spelled.pieces, changes)
            return spelled.pieces
        changes.add("reworded")
        return alone(tail, "-") if tail.body else alone(after, "+")

    def _note(self, spelled: Spelled, pieces: Sequence[Piece], changes: set[Change]) -> None:
        """Notes what spelling found."""
        if spelled.reworded:
            if any(piece.sign == "?" for piece in pieces):
                changes.add("uncompared")
            if _body_changed(pieces):
                changes.add("reworded")
        if spelled.restyled:
            changes.add("restyled")

    def _several(self, group: Group, changes: set[Change]) -> list[Piece]:
        """Spells a split or a merge."""
        mine = [s for e in group.enacted for s in _segments(self.enacted, e)]
        theirs = [s for p in group.proposed for s in _segments(self.proposed, p)]
        spelled = spelled_several(mine, theirs, self.wording)
        if spelled.reworded:
            changes.add("reworded")
        if spelled.restyled:
            changes.add("restyled")
        return spelled.pieces

    def _followed(self, e: int, p: int) -> Iterator[tuple[Span, int]]:
        """Yields the references of a pair that point at counterparts, and these."""
        mine, theirs = self.enacted, self.proposed
        pointing, following = self.resolvers
        pointed: dict[int, list[tuple[int, int]]] = defaultdict(list)
        places, others = self.places
        for mention in mentions(mine.bodies[e], jurisdiction=mine.document.jurisdiction):
            target = pointing.resolve(mine.ids[e], mention)
            if target is not None and target in places:
                number = self.groups.of_enacted[places[target]]
                pointed[number].append((mention.start, mention.end))
        if not pointed:
            return
        for mention in mentions(theirs.bodies[p], jurisdiction=theirs.document.jurisdiction):
            target = following.resolve(theirs.ids[p], mention)
            if target is not None and target in others:
                number = self.groups.of_proposed[others[target]]
                for start, stop in pointed.get(number, ()):
                    yield (start, stop, mention.start, mention.end), number


def _segments(side: Side, place: int) -> list[Segment]:
    """Gives a provision's own words and, where it has one, its tail."""
    out = [Segment(side.ids[place], side.nums[place], side.bodies[place])]
    if tail := side.nodes[place].tail_words:
        out.append(Segment(side.ids[place] + "~tail", "", tail))
    return out


def _body_changed(pieces: Sequence[Piece]) -> bool:
    """Says whether words other than the number are deleted or inserted."""
    return any(piece.sign in "-+" for piece in pieces)
