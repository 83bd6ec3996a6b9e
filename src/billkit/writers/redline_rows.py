"""The rows of a redline: what stands under what, where it was taken from, where it went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from billkit.comparison.operations import Change, Sign
from billkit.comparison.result import Comparison
from billkit.tree import Document, Node
from billkit.writers.redline_edges import settled
from billkit.writers.redline_words import TAIL, Stretch, shown, stretched

__all__ = ["Form", "Row", "rows", "signs_of"]

Form: TypeAlias = Literal["words", "moved-away", "merged-away"]
"""A row shows words, or in one short line that they stand elsewhere now."""


@dataclass(frozen=True, slots=True)
class Row:
    """One provision as a redline shows it.

    ``operation`` is the operation's place in the comparison; ``enacted`` and ``proposed`` are
    references (an id, with ``~tail`` for the words after the children; "" where the side has
    none); ``depth`` counts from 0.
    """

    operation: int
    enacted: str
    proposed: str
    depth: int
    stretches: tuple[Stretch, ...]
    changes: frozenset[Change]
    form: Form = "words"

    @property
    def is_equal(self) -> bool:
        """Says whether nothing at all became of the provision."""
        return not self.changes

    @property
    def is_tail(self) -> bool:
        """Says whether the words stand after the provision's children."""
        return (self.proposed or self.enacted).endswith(TAIL)


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """Lays a comparison out in reading order.

    The order is that of the proposed text. What stands in the enacted text alone, and the short
    line for what was moved or merged away, stand after what came before them in the enacted text.

    Args:
        comparison: The comparison; nothing of it is worked out again.
    """
    order = _order(comparison.proposed)
    segments = _segments(comparison)
    at: dict[int, list[Row]] = {}
    place = -1
    for row in segments:
        if row.proposed:
            place = order[row.proposed]
            at.setdefault(place, []).insert(0, row)
        elif _carries_on(row):
            at.setdefault(place, []).append(row)
    for place, row in _Leftovers(comparison, segments, order).walk():
        at.setdefault(place, []).append(row)
    out = [row for place in sorted(at) for row in at[place]]
    least = min((row.depth for row in out), default=0)
    return tuple(replace(row, depth=row.depth - least) for row in out) if least else tuple(out)


def signs_of(found: Iterable[Row]) -> frozenset[Sign]:
    """Gives the signs that can be seen in some rows.

    Args:
        found: The rows.
    """
    return frozenset(some.sign for row in found for some in shown(row.stretches))


def _reading(document: Document) -> Iterator[tuple[bool, str, Node]]:
    """Yields each provision as it begins (true) and, after what is below it, as it ends."""
    ids = iter(document.ids)

    def below(node: Node) -> Iterator[tuple[bool, str, Node]]:
        for child in node.children:
            id_ = next(ids)
            yield True, id_, child
            yield from below(child)
            yield False, id_, child

    yield from below(document.root)


def _order(document: Document) -> dict[str, int]:
    """Gives the place in reading order of every provision's own words and those after it."""
    return {
        (id_ if begins else id_ + TAIL): place
        for place, (begins, id_, _) in enumerate(_reading(document))
    }


def _segments(comparison: Comparison) -> list[Row]:
    """Gives a row for each provision that an operation opens, in the operations' order."""
    out: list[Row] = []
    for number, operation in enumerate(comparison.operations):
        seen: set[str] = set()
        depth = 0
        opened = stretched(operation.words, comparison.enacted, comparison.proposed)
        for enacted, proposed, stretches in opened:
            depth = proposed.count("/") if proposed else depth
            seen.update((f"-{enacted}", f"+{proposed}"))
            row = Row(number, enacted, proposed, depth, settled(stretches), operation.changes)
            out.append(replace(row, changes=_of_tail(row)) if row.is_tail else row)
        # A provision without words, such as one that is not held, may open nothing.
        lacking = [id_ for id_ in operation.enacted if f"-{id_}" not in seen]
        for id_ in operation.proposed:
            if f"+{id_}" not in seen:
                partner = lacking.pop(0) if lacking else ""
                out.append(Row(number, partner, id_, id_.count("/"), (), operation.changes))
        out.extend(Row(number, id_, "", depth, (), operation.changes) for id_ in lacking)
    return out


def _of_tail(row: Row) -> frozenset[Change]:
    """Gives those changes of an operation that the words after the children show."""
    seen = {stretch.sign for stretch in row.stretches}
    shows: dict[Change, set[Sign]] = {
        "inserted": {"+"},
        "deleted": {"-"},
        "reworded": {"-", "+"},
        "restyled": {"~"},
        "re-referenced": {"#"},
        "uncompared": {"?"},
    }
    return frozenset(change for change in row.changes if shows.get(change, set()) & seen)


def _carries_on(row: Row) -> bool:
    """Says whether words of the proposed provision before it go on in the row."""
    return not row.proposed and any(stretch.proposed for stretch in row.stretches)


class _Leftovers:
    """Places what the proposed text does not hold by walking through the enacted text."""

    def __init__(self, comparison: Comparison, segments: list[Row], order: dict[str, int]) -> None:
        """Sorts the rows by what becomes of them."""
        self.comparison = comparison
        self.order = order
        self.paired: dict[str, list[Row]] = {}
        self.alone: dict[str, list[Row]] = {}
        self.merged: dict[str, Row] = {}
        opened: dict[int, str] = {}
        for row in segments:
            opened[row.operation] = begun = row.enacted or opened.get(row.operation, "")
            if row.proposed and (row.enacted or any(part.enacted for part in row.stretches)):
                self.paired.setdefault(begun, []).append(row)
            elif row.enacted and _carries_on(row):
                self.merged[row.enacted] = row
            elif row.enacted:
                self.alone.setdefault(row.enacted, []).append(row)
        self.levels: dict[str, int] = {}
        for id_, found in self.paired.items():
            if not id_.endswith(TAIL) and "moved" not in found[0].changes:
                self.levels.setdefault(comparison.enacted.parents[id_], found[0].depth)
        self.depths: dict[str, int] = {}

    def walk(self) -> Iterator[tuple[int, Row]]:
        """Yields each row with the place in the proposed text after which it stands."""
        here = -1
        operation = -1
        before: list[int] = []
        for begins, id_, _ in _reading(self.comparison.enacted):
            if not begins:
                outer = before.pop()
                for row in self.alone.get(id_ + TAIL, ()):
                    yield here, replace(row, depth=self._depth(id_))
                here = self._after(id_, here, outer)
                continue
            before.append(here)
            depth = self._depth(id_)
            for row in self.alone.get(id_, ()):
                yield here, replace(row, depth=depth)
                operation = row.operation
            if found := self.paired.get(id_):
                if "moved" in found[0].changes:
                    yield here, replace(found[0], depth=depth, stretches=(), form="moved-away")
                here = self.order[found[0].proposed]
                operation = found[0].operation
            elif (gone := self.merged.get(id_)) and gone.operation != operation:
                yield here, replace(gone, depth=depth, stretches=(), form="merged-away")

    def _after(self, id_: str, here: int, outer: int) -> int:
        """Gives the place to go on from once a provision has ended."""
        found = self.paired.get(id_)
        if not found:
            return here
        if "moved" in found[0].changes:
            return outer
        # What was split may go on below its first part, or in the provisions right after it.
        place = self._end(found[0])
        for row in found[1:]:
            if self.order[row.proposed] <= place + 1:
                place = max(place, self._end(row))
        return place

    def _end(self, row: Row) -> int:
        """Gives the place at which the proposed provision of a row ends."""
        return self.order[row.proposed.removesuffix(TAIL) + TAIL]

    def _depth(self, id_: str) -> int:
        """Gives the depth at which a provision of the enacted text is shown."""
        if (known := self.depths.get(id_)) is not None:
            return known
        found = self.paired.get(id_)
        parent = self.comparison.enacted.parents[id_]
        if found and "moved" not in found[0].changes:
            depth = found[0].depth
        elif parent in self.levels:
            depth = self.levels[parent]
        elif not parent:
            depth = 0
        elif parent in self.paired:
            depth = self.paired[parent][0].depth + 1
        else:
            depth = self._depth(parent) + 1
        self.depths[id_] = depth
        return depth
