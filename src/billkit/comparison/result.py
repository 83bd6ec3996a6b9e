"""A comparison as a value: its operations, and both texts got back from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from billkit.comparison.applying import applied
from billkit.comparison.explaining import explained
from billkit.comparison.inverting import inverted, inverted_order
from billkit.comparison.operations import CHANGES, Change, Evidence, Operation, Piece
from billkit.text.words import count_words
from billkit.tree import Document, Node, Run, Runs, join

__all__ = ["Comparison", "Summary"]


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts what changed.

    ``changes`` counts operations under each change, a whole inserted, deleted or moved subtree
    once; ``equal`` those without any. Words are those marked as deleted or inserted.
    """

    changes: Mapping[str, int]
    equal: int
    deleted_words: int
    inserted_words: int


@dataclass(frozen=True)
class Comparison:
    """Holds what a comparison found; see DESIGN for the laws that it obeys.

    ``operations`` stand in the reading order of the proposed text; the frames list the ids of
    provisions that take no part.
    """

    context: Literal["law", "text"]
    enacted: Document
    proposed: Document
    operations: tuple[Operation, ...]
    marks: Literal["readable", "minimal"]
    enacted_frame: tuple[str, ...] = ()
    proposed_frame: tuple[str, ...] = ()

    def accept(self) -> Document:
        """Gives the proposed document, its words spelled by the operations."""
        return self._rebuilt(self.proposed, 2, self.proposed_frame)

    def reject(self) -> Document:
        """Gives the enacted document, its words spelled by the operations."""
        return self._rebuilt(self.enacted, 1, self.enacted_frame)

    def _rebuilt(self, document: Document, side: int, frame: tuple[str, ...]) -> Document:
        """Spells a side's document anew from the pieces."""
        spelled: dict[str, str] = {}
        for operation in self.operations:
            here = ""
            for piece in operation.words:
                if piece.sign == "|":
                    here = piece[side] or here
                    spelled.setdefault(here, "")
                elif piece[side]:
                    spelled[here] += piece[side]
        for id_ in frame:
            node = document.by_id[id_]
            spelled[id_], spelled[f"{id_}~tail"] = node.words, node.tail_words
        ids = iter(document.ids)
        children = tuple(_respelled(child, ids, spelled) for child in document.root.children)
        return replace(document, root=replace(document.root, children=children))

    def apply(self, operations: Iterable[int]) -> Document:
        """Gives the enacted document with some operations carried out, by their places here.

        A renumbering is carried out only with what caused it; otherwise siblings are numbered
        anew where they would not stand in sequence.
        """
        return applied(self.enacted, self.proposed, self.operations, frozenset(operations))

    def only(self, *changes: Change) -> Document:
        """Gives the enacted document with only the operations of some changes carried out.

        Args:
            changes: For example ``"renumbered"``, or ``"moved", "reworded"``; an operation is
                carried out where all that it changes is among them.
        """
        wanted = frozenset(changes)
        return self.apply(
            number
            for number, operation in enumerate(self.operations)
            if operation.changes and operation.changes <= wanted
        )

    def invert(self) -> Comparison:
        """Gives the comparison read the other way: what would lead back to the enacted text."""
        order = inverted_order(self.operations, self.enacted.ids, self.proposed.ids)
        place = {number: at for at, number in enumerate(order)}
        return replace(
            self,
            enacted=self.proposed,
            proposed=self.enacted,
            operations=tuple(inverted(self.operations[number], place) for number in order),
            enacted_frame=self.proposed_frame,
            proposed_frame=self.enacted_frame,
        )

    def explain(self, operation: int) -> Evidence:
        """Says why an operation, by its place here, is what it is."""
        return explained(self.enacted, self.proposed, self.operations[operation])

    @cached_property
    def changed(self) -> tuple[Operation, ...]:
        """The operations that change anything."""
        return tuple(operation for operation in self.operations if operation.changes)

    def summary(self) -> Summary:
        """Counts operations by change, and marked words."""
        inserted, deleted, moved = (
            self._tops(change) for change in ("inserted", "deleted", "moved")
        )
        once = {"inserted": inserted, "deleted": deleted, "moved": moved}
        counts = Counter(change for operation in self.operations for change in operation.changes)
        changes: dict[str, int] = {
            change: once[change] if change in once else counts[change]
            for change in CHANGES
            if counts[change]
        }
        words = {"-": 0, "+": 0}
        for sign, enacted, proposed in self._marked():
            words[sign] += count_words(enacted or proposed)
        return Summary(
            changes,
            sum(1 for operation in self.operations if not operation.changes),
            words["-"],
            words["+"],
        )

    def _marked(self) -> Iterator[Piece]:
        """Yields the pieces whose words count as deleted or inserted."""
        for operation in self.operations:
            for piece in operation.words:
                if piece.sign in "-+":
                    yield piece

    def _tops(self, change: str) -> int:
        """Counts the operations of a change whose parent is not of the same."""
        mine = "enacted" if change == "deleted" else "proposed"
        document: Document = getattr(self, mine)
        ids = {
            id_
            for operation in self.operations
            if change in operation.changes
            for id_ in getattr(operation, mine)
        }
        return sum(1 for id_ in ids if document.parents[id_] not in ids)


def _respelled(node: Node, ids: Iterator[str], spelled: Mapping[str, str]) -> Node:
    """Puts spelled words into a node and all below it."""
    id_ = next(ids)
    children = tuple(_respelled(child, ids, spelled) for child in node.children)
    words = spelled[id_]
    tail = spelled.get(f"{id_}~tail", "")
    rest = words[len(node.num) + 1 :] if node.num else words
    num = words[: len(node.num)] if node.num else None
    cut = len(join(node.heading))
    heading, text = rest[:cut], rest[cut:].lstrip(" ") if cut else rest
    return replace(
        node,
        num=num,
        heading=_reworded(node.heading, heading),
        text=_reworded(node.text, text),
        tail=_reworded(node.tail, tail),
        children=children,
    )


def _reworded(was: Runs, words: str) -> Runs:
    """Gives the runs as they were where they spell the words, else one plain run."""
    if join(was) == words:
        return was
    return (Run(words),) if words else ()
