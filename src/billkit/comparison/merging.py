"""Merges two versions of one text: two drafters amending one act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from billkit.comparison.comparing import compare_documents
from billkit.comparison.joining import joined_words
from billkit.comparison.operations import Operation
from billkit.comparison.sequences import in_sequence, numbered_anew
from billkit.comparison.wording import Wording
from billkit.errors import Finding
from billkit.tree import Document, Node, Runs, join, runs

__all__ = ["Merged", "merge_documents"]


@dataclass(frozen=True, slots=True)
class Merged:
    """Holds the text with both versions' changes, and where they could not both be made.

    Where two changes meet, the words of the base stand, and a finding of code ``conflict`` shows
    both. A warning ``same-place`` says that both put something new in one place.
    """

    document: Document
    findings: tuple[Finding, ...]

    @property
    def conflicts(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return tuple(finding for finding in self.findings if finding.severity == "error")


class _Place(NamedTuple):
    """A provision of the result: of the base, or new in one or the other version."""

    side: Literal["base", "one", "other"]
    id: str


_ROOT = _Place("base", "")


class _Version:
    """One version of the base: what became of each of its provisions."""

    def __init__(self, base: Document, document: Document, side: Literal["one", "other"]) -> None:
        self.side = side
        self.document = document
        compared = compare_documents(base, document, marks="minimal")
        self.of_base: dict[str, Operation] = {}
        self.of_version: dict[str, Operation] = {}
        for op in compared.operations:
            self.of_base.update(dict.fromkeys(op.enacted, op))
            self.of_version.update(dict.fromkeys(op.proposed, op))
        for id_ in compared.enacted_frame:
            self.of_base[id_] = Operation((id_,), (id_,), frozenset(), ())
        self.rank = {id_: rank for rank, id_ in enumerate(document.ids)}

    def removed(self, id_: str) -> bool:
        """Says whether the version has no provision in this one's place."""
        op = self.of_base[id_]
        return not op.proposed or op.enacted[0] != id_

    def node(self, id_: str) -> Node | None:
        """Gives the node that a provision of the base became; None for none, or frame alone."""
        op = self.of_base[id_]
        if op.enacted[0] != id_ or not op.proposed:
            return None
        return self.document.by_id.get(op.proposed[0])

    def place(self, id_: str) -> _Place:
        """Names a provision of the version by its place in the result; the root for none."""
        if not id_:
            return _ROOT
        op = self.of_version.get(id_)
        if op is None or not op.enacted or op.proposed[0] != id_:
            return _Place(self.side, id_)
        return _Place("base", op.enacted[0])

    def added(self) -> list[str]:
        """Lists the provisions that no provision of the base became."""
        return [id_ for id_ in self.document.ids if self.place(id_).side == self.side]

    def parent(self, id_: str) -> _Place:
        """Names the parent of a provision of the version."""
        return self.place(self.document.parents[id_])

    def moved(self, id_: str) -> bool:
        """Says whether the version moved a provision of the base."""
        return "moved" in self.of_base[id_].changes


def merge_documents(base: Document, one: Document, other: Document) -> Merged:
    """Makes the changes of two versions in the text both started from.

    Args:
        base: The text both started from.
        one: The first version; what both put in one place stands in its order.
        other: The second version.
    """
    return _Merge(base, _Version(base, one, "one"), _Version(base, other, "other")).merged()


class _Merge:
    """Builds the tree that results."""

    def __init__(self, base: Document, one: _Version, other: _Version) -> None:
        self.base, self.one, self.other = base, one, other
        self.findings: list[Finding] = []
        self.wording = Wording(readable=False)
        self.kept = [id_ for id_ in base.ids if self._stays(id_)]
        self.twins: dict[_Place, _Place] = {}
        for id_ in other.added():
            if twin := self._twin(id_):
                self.twins[_Place("other", id_)] = twin
        self.above: dict[_Place, _Place] = {
            _Place("base", id_): self._parent(id_) for id_ in self.kept
        }
        for version in (one, other):
            for id_ in version.added():
                place = _Place(version.side, id_)
                if place not in self.twins:
                    self.above[place] = self._above(version, id_)

    def merged(self) -> Merged:
        """Builds the result."""
        below: dict[_Place, list[_Place]] = defaultdict(list)
        for place in self.above:
            below[self._standing(self.above[place])].append(place)
        root = replace(self.base.root, children=self._children(_ROOT, below))
        return Merged(replace(self.base, root=root, lines=()), tuple(self.findings))

    def _standing(self, place: _Place) -> _Place:
        """Goes up to the nearest provision that stands in the result."""
        while place != _ROOT and place not in self.above:
            up = self.base.parents[place.id] if place.side == "base" else ""
            place = _Place("base", up) if up else _ROOT
        return place

    def _stays(self, id_: str) -> bool:
        """Decides whether a provision of the base stays; notes where the versions disagree."""
        gone = [version for version in (self.one, self.other) if version.removed(id_)]
        if not gone:
            return True
        keeper = self.other if gone[0] is self.one else self.one
        if len(gone) == 1 and keeper.of_base[id_].changes - {"renumbered"}:
            node = keeper.node(id_)
            words = node.words if node else ""
            if keeper is self.one:
                self._conflict(id_, words, "", "changed by the first, deleted by the second")
            else:
                self._conflict(id_, "", words, "deleted by the first, changed by the second")
            return True
        return False

    def _parent(self, id_: str) -> _Place:
        """Decides under what a provision of the base stands."""
        movers = [version for version in (self.one, self.other) if version.moved(id_)]
        places = {self._above(version, version.of_base[id_].proposed[0]) for version in movers}
        if len(places) > 1:
            self._conflict(id_, "", "", "moved to two different places")
        elif places:
            return places.pop()
        up = self.base.parents[id_]
        return _Place("base", up) if up else _ROOT

    def _above(self, version: _Version, id_: str) -> _Place:
        """Names the parent of a provision of a version, by its place in the result."""
        parent = version.parent(id_)
        return self.twins.get(parent, parent)

    def _twin(self, id_: str) -> _Place | None:
        """Finds the same new provision in the same place of the first version."""
        node = self.other.document.by_id[id_]
        for candidate in self.one.added():
            place = _Place("one", candidate)
            if (
                place not in self.twins.values()
                and self.one.document.by_id[candidate].digest == node.digest
                and self.one.parent(candidate) == self._above(self.other, id_)
            ):
                return place
        return None

    def _children(self, parent: _Place, below: Mapping[_Place, list[_Place]]) -> tuple[Node, ...]:
        """Builds the nodes below a provision of the result."""
        ordered = self._ordered(below.get(parent, []))
        nodes = [replace(self._node(p), children=self._children(p, below)) for p in ordered]
        nums = [node.num or "" for node in nodes]
        if all(nums) and not in_sequence(nums) and nums not in self._printed(parent):
            samples = [
                [node.num or "" for node in siblings]
                for siblings in (self._siblings(place) for place in ordered)
                if all(node.num for node in siblings)
            ]
            nums = numbered_anew(nums, samples)
        return tuple(replace(n, num=num or None) for n, num in zip(nodes, nums, strict=True))

    def _printed(self, parent: _Place) -> list[list[str]]:
        """Gives the numbers below a provision as either version prints them."""
        out = []
        for version in (self.one, self.other):
            if parent == _ROOT:
                node: Node | None = version.document.root
            elif parent.side == "base":
                node = version.node(parent.id)
            else:
                node = version.document.by_id.get(parent.id)
            out.append([child.num or "" for child in node.children] if node else [])
        return out

    def _siblings(self, place: _Place) -> tuple[Node, ...]:
        """Gives a provision and its siblings where it comes from."""
        document = {"base": self.base, "one": self.one.document, "other": self.other.document}
        whole = document[place.side]
        up = whole.parents[place.id]
        return whole.by_id[up].children if up else whole.root.children

    def _ordered(self, places: list[_Place]) -> list[_Place]:
        """Orders siblings as the first version has them, the rest behind what precedes them."""
        first: list[tuple[int, _Place]] = []
        second: list[tuple[int, _Place]] = []
        for place in places:
            moved = place.side == "base" and self.other.moved(place.id)
            rank = self._rank(place, self.one)
            if place.side == "other" or moved or rank < 0:
                second.append((self._rank(place, self.other), place))
            else:
                first.append((rank, place))
        out = [place for _, place in sorted(first)]
        for rank, place in sorted(second):
            before = [
                (self._rank(near, self.other), at)
                for at, near in enumerate(out)
                if -1 < self._rank(near, self.other) < rank
                and not (near.side == "base" and self.one.moved(near.id))
            ]
            at = max(before)[1] + 1 if before else 0
            while at < len(out) and out[at].side == "one" and place.side == "other":
                self._same_place(out[at], place)
                at += 1
            out.insert(at, place)
        return out

    def _rank(self, place: _Place, version: _Version) -> int:
        """Gives the order of a provision in a version; -1 where it is not there."""
        if place.side == version.side:
            return version.rank[place.id]
        if place.side != "base":
            return -1
        op = version.of_base[place.id]
        return version.rank.get(op.proposed[0], -1) if op.proposed else -1

    def _node(self, place: _Place) -> Node:
        """Gives the node of a provision, its words joined from both versions."""
        if place.side == "one":
            return self.one.document.by_id[place.id]
        if place.side == "other":
            return self.other.document.by_id[place.id]
        base = self.base.by_id[place.id]
        one, other = self.one.node(place.id) or base, self.other.node(place.id) or base
        parts = (
            (base.heading, one.heading, other.heading),
            (base.text, one.text, other.text),
            (base.tail, one.tail, other.tail),
        )
        heading, text, tail = (self._joined(*versions) for versions in parts)
        num = one.num if one.num != base.num else other.num
        if heading is None or text is None or tail is None:
            self._conflict(place.id, one.words, other.words, "the same words are changed twice")
            return replace(base, num=num)
        return replace(base, num=num, heading=heading, text=text, tail=tail)

    def _joined(self, base: Runs, one: Runs, other: Runs) -> Runs | None:
        """Joins two versions of some words."""
        words = joined_words(join(base), join(one), join(other), self.wording)
        if words is None:
            return None
        for version in (base, one, other):
            if join(version) == words:
                return version
        return runs(words)

    def _conflict(self, id_: str, one: str, other: str, why: str) -> None:
        """Notes that both versions cannot be had."""
        labelled = (("first", one), ("second", other))
        shown = " / ".join(f"{label}: {words}" for label, words in labelled if words)
        self.findings.append(
            Finding(
                code="conflict",
                message=f"{why}; the words of the base stand.",
                where=self.base.where(id_),
                excerpt=shown or self.base.by_id[id_].words,
                hint="decide which version to keep, and write it into the result.",
            )
        )

    def _same_place(self, one: _Place, other: _Place) -> None:
        """Notes that both versions put something new in one place."""
        self.findings.append(
            Finding(
                code="same-place",
                message="both versions insert a provision here; the first one's stands first.",
                where=self.one.document.where(one.id),
                excerpt=self.other.document.by_id[other.id].words,
                hint="check that they belong in this order.",
                severity="warning",
            )
        )
