"""Carries out any of a comparison's operations on the enacted text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple

from billkit.comparison.operations import Operation
from billkit.comparison.sequences import in_sequence, numbered_anew
from billkit.tree import Document, Node

__all__ = ["applied"]


class _Place(NamedTuple):
    """A provision of the result: from which side, and under which id."""

    is_proposed: bool
    id: str


_ROOT = _Place(is_proposed=False, id="")


def applied(
    enacted: Document,
    proposed: Document,
    operations: tuple[Operation, ...],
    chosen: Collection[int],
) -> Document:
    """Gives the enacted document with the chosen operations carried out, and no other.

    What is moved without what it was moved into stays where it was. A number is the proposed one
    only where all that caused it is chosen too; where numbers would stand twice or out of order,
    the siblings are numbered anew.

    Args:
        enacted: The enacted document.
        proposed: The proposed document.
        operations: The operations of their comparison.
        chosen: The places of the operations to carry out.
    """
    return _Application(enacted, proposed, operations, frozenset(chosen)).document()


class _Application:
    """Builds the tree that results."""

    def __init__(
        self,
        enacted: Document,
        proposed: Document,
        operations: tuple[Operation, ...],
        chosen: frozenset[int],
    ) -> None:
        self.enacted, self.proposed = enacted, proposed
        self.operations, self.chosen = operations, chosen
        self.of_enacted = {id_: n for n, op in enumerate(operations) for id_ in op.enacted}
        self.of_proposed = {id_: n for n, op in enumerate(operations) for id_ in op.proposed}
        self.e_rank = {id_: rank for rank, id_ in enumerate(enacted.ids)}
        self.p_rank = {id_: rank for rank, id_ in enumerate(proposed.ids)}
        self.places = [
            _Place(number in chosen, id_)
            for number, op in enumerate(operations)
            for id_ in (op.proposed if number in chosen else op.enacted)
        ]
        self.places.extend(_Place(False, id_) for id_ in enacted.ids if id_ not in self.of_enacted)  # noqa: FBT003
        self.above = {place: self._parent(place) for place in self.places}
        self._break_cycles()

    def document(self) -> Document:
        """Builds the result."""
        below: dict[_Place, list[_Place]] = defaultdict(list)
        for place in self.places:
            below[self.above[place]].append(place)
        ordered = {parent: self._ordered(places) for parent, places in below.items()}
        return replace(
            self.enacted,
            root=replace(self.enacted.root, children=self._children(_ROOT, ordered)),
            lines=(),
        )

    def _parent(self, place: _Place) -> _Place:
        """Finds the provision of the result under which another stands."""
        side = self.proposed if place.is_proposed else self.enacted
        up = side.parents[place.id]
        is_proposed = place.is_proposed
        while up:
            number = (self.of_proposed if is_proposed else self.of_enacted).get(up)
            if number is None:
                if not is_proposed:
                    return _Place(is_proposed=False, id=up)
            elif (number in self.chosen) == is_proposed:
                return _Place(is_proposed, up)
            else:
                others = self.operations[number]
                stands = others.enacted if is_proposed else others.proposed
                if stands:
                    return _Place(not is_proposed, stands[0])
            up = (self.proposed if is_proposed else self.enacted).parents[up]
        return _ROOT

    def _break_cycles(self) -> None:
        """Puts what would stand below itself under the root."""
        for place in self.places:
            seen = {place}
            up = self.above[place]
            while up != _ROOT:
                if up in seen:
                    self.above[up] = _ROOT
                    break
                seen.add(up)
                up = self.above[up]

    def _ordered(self, places: list[_Place]) -> list[_Place]:
        """Orders siblings: as proposed where they are in place, else behind what preceded them."""
        settled: list[tuple[int, _Place]] = []
        late: list[tuple[int, _Place]] = []
        for place in places:
            number = (self.of_proposed if place.is_proposed else self.of_enacted).get(place.id)
            op = self.operations[number] if number is not None else None
            if place.is_proposed:
                settled.append((self.p_rank[place.id], place))
            elif op is not None and op.proposed and "moved" not in op.changes:
                shift = op.enacted.index(place.id)
                settled.append(
                    (self.p_rank[op.proposed[0]], _Place(is_proposed=False, id=op.enacted[shift]))
                )
            else:
                late.append((self.e_rank[place.id], place))
        out = [
            place for _, place in sorted(settled, key=lambda pair: (pair[0], self._e_rank(pair[1])))
        ]
        for rank, place in sorted(late):
            before = [
                (self._e_rank(other), at)
                for at, other in enumerate(out)
                if -1 < self._e_rank(other) < rank and not self._has_moved(other)
            ]
            out.insert(max(before)[1] + 1 if before else 0, place)
        return out

    def _e_rank(self, place: _Place) -> int:
        """Gives the enacted order of a provision of the result; -1 for one that is new."""
        if not place.is_proposed:
            return self.e_rank[place.id]
        enacted = self.operations[self.of_proposed[place.id]].enacted
        return self.e_rank[enacted[0]] if enacted else -1

    def _has_moved(self, place: _Place) -> bool:
        """Says whether a provision of the result was moved to where it stands."""
        return place.is_proposed and "moved" in self.operations[self.of_proposed[place.id]].changes

    def _children(self, parent: _Place, ordered: Mapping[_Place, list[_Place]]) -> tuple[Node, ...]:
        """Builds the nodes below a provision of the result, with their numbers."""
        places = ordered.get(parent, [])
        nums = self._numbers(places)
        return tuple(
            replace(self._node(place), num=num, children=self._children(place, ordered))
            for place, num in zip(places, nums, strict=True)
        )

    def _node(self, place: _Place) -> Node:
        """Gives the node that a provision of the result is made of."""
        return (self.proposed if place.is_proposed else self.enacted).by_id[place.id]

    def _numbers(self, places: list[_Place]) -> list[str | None]:
        """Gives siblings their numbers."""
        nums = [self._number(place) for place in places]
        own = [self._node(place).num for place in places]
        given = [num for num in nums if num]
        if nums == own and len({place.is_proposed for place in places}) <= 1:
            whole = self.proposed if places and places[0].is_proposed else self.enacted
            if len(places) == len(_below(whole, places[0].id if places else "")):
                return nums
        if len(given) != len(nums) or in_sequence(given):
            return nums
        samples = [
            [node.num or "" for node in _below(document, place.id)]
            for document, place in self._samples(places)
        ]
        return list(numbered_anew(given, samples))

    def _samples(self, places: list[_Place]) -> list[tuple[Document, _Place]]:
        """Names the lists whose numbers may serve as a sample."""
        found = [(self.enacted, place) for place in places if not place.is_proposed]
        found.extend((self.proposed, place) for place in places if place.is_proposed)
        return found

    def _number(self, place: _Place) -> str | None:
        """Gives a provision its number before its siblings are looked at."""
        node = self._node(place)
        if not place.is_proposed:
            return node.num
        op = self.operations[self.of_proposed[place.id]]
        if "renumbered" in op.changes and not self.chosen.issuperset(op.because):
            return self.enacted.by_id[op.enacted[0]].num
        return node.num


def _below(document: Document, id_: str) -> tuple[Node, ...]:
    """Gives a provision and its siblings."""
    up = document.parents.get(id_, "")
    return document.by_id[up].children if up else document.root.children
