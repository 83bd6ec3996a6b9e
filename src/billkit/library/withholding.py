"""Leaves reconstructed text out of a document and puts a visible gap in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from billkit.tree import Document, Node, Run, Runs, Status, merged

__all__ = ["withhold_reconstructed"]

_WEAKNESS: tuple[Status | None, ...] = (
    "official",
    "corroborated",
    "single-source",
    None,
    "secondary",
    "reconstructed",
    "gap",
)
_HOW = "left out; --include-reconstructed shows it"


def withhold_reconstructed(document: Document) -> Document:
    """Leaves out every word that is not confirmed against any copy of the law.

    Each run of reconstructed siblings becomes one gap that says what it was and how to see it. A
    reconstructed provision with confirmed ones below it keeps its number and loses its words.
    Reconstructed sentences amid confirmed ones become a gap below their provision; words after
    them go on in a paragraph of their own. A section keeps its number in any case.

    Args:
        document: A document whose provisions and runs bear their text status.
    """
    if not any(_is_touched(node) for node in document.root.walk()):
        return document
    place = _Places(dict(zip(map(id, document.provisions), document.lines, strict=False)))
    root = replace(document.root, children=_siblings(document.root.children, place))
    lines = tuple(place.lines.get(id(node), 1) for node in root.walk())[1:]
    return replace(document, root=root, lines=lines if document.lines else ())


@dataclass(slots=True)
class _Places:
    """Remembers the line of each provision, also of those made here; keeps them all alive."""

    lines: dict[int, int]
    made: list[Node] = field(default_factory=list)

    def put(self, node: Node, like: Node) -> Node:
        """Gives a provision the line of the one it comes from."""
        self.made.append(node)
        if id(like) in self.lines:
            self.lines[id(node)] = self.lines[id(like)]
        return node


class _Cut(NamedTuple):
    """What is left of some words: before the gap, and after it."""

    before: Runs
    after: Runs
    cut: bool


def _is_touched(node: Node) -> bool:
    """Says whether any of a provision's own words are reconstructed."""
    return node.status == "reconstructed" or any(
        run.status == "reconstructed" for run in (*node.heading, *node.text, *node.tail)
    )


def _is_lost(node: Node) -> bool:
    """Says whether nothing of a provision is held, nor of anything below it."""
    if node.kind in {"section", "gap"}:
        return False
    return all(
        below.status in {"reconstructed", "gap"}
        and not any(_is_held(run) for run in (*below.heading, *below.text, *below.tail))
        for below in node.walk()
    )


def _is_held(run: Run) -> bool:
    """Says whether a run in a reconstructed provision is itself confirmed."""
    return run.status not in {None, "reconstructed"}


def _siblings(nodes: Sequence[Node], place: _Places) -> tuple[Node, ...]:
    """Puts one gap for each run of reconstructed siblings."""
    out: list[Node] = []
    lost: list[Node] = []

    def close() -> None:
        if lost:
            out.append(place.put(_gap(lost), lost[0]))
            lost.clear()

    for node in nodes:
        if _is_lost(node):
            lost.append(node)
        else:
            close()
            out.append(_kept(node, place))
    close()
    return tuple(out)


def _gap(lost: Sequence[Node]) -> Node:
    """Makes the gap that stands for provisions left out."""
    nums = [node.num for node in lost if node.num]
    match nums:
        case []:
            what = "reconstructed text"
        case [only]:
            what = f"the reconstructed text of {only}"
        case [first, *_, last]:
            what = f"the reconstructed text of {first} to {last}"
    return Node("gap", status="gap", label=f"{what}, {_HOW}", role=lost[0].role)


def _kept(node: Node, place: _Places) -> Node:
    """Leaves the reconstructed words of a provision out, and goes on below it."""
    children = _siblings(node.children, place)
    if node.kind == "section" and not (node.heading or node.text or node.tail):
        status = None if node.status == "reconstructed" else node.status
        return place.put(replace(node, children=children, status=status), node)
    if not _is_touched(node):
        return place.put(replace(node, children=children), node)
    heading = _cut(node.heading, node.status)
    text = _cut(node.text, node.status)
    tail = _cut(node.tail, node.status)
    headed = merged((*heading.before, *heading.after))
    closing = merged((*tail.before, *tail.after))
    opened = bool(headed or text.before)
    own = (*headed, *text.before, *closing)
    above: list[Node] = []
    if opened and (heading.cut or text.cut):
        above.append(place.put(_words_gap(node), node))
    if text.after:
        above.append(place.put(_going_on(node, text.after), node))
    below = [place.put(_words_gap(node), node)] if tail.cut else []
    lost = not opened and (heading.cut or text.cut or not own)
    return place.put(
        replace(
            node,
            heading=headed,
            text=text.before,
            children=(*above, *children, *below),
            tail=closing,
            status="gap" if lost else _weakest(own, node.status),
            label=f"the reconstructed words here, {_HOW}" if lost else node.label,
        ),
        node,
    )


def _cut(words: Runs, status: Status | None) -> _Cut:
    """Takes the reconstructed runs out of some words."""
    before: list[Run] = []
    after: list[Run] = []
    cut = False
    for run in words:
        if (run.status or status) == "reconstructed":
            cut = True
        else:
            (after if cut else before).append(run)
    return _Cut(merged(before), merged(after), cut)


def _words_gap(node: Node) -> Node:
    """Makes the gap that stands for words left out of a provision."""
    return Node("gap", status="gap", label=f"reconstructed words, {_HOW}", role=node.role)


def _going_on(node: Node, words: Runs) -> Node:
    """Makes the paragraph in which words go on after a gap."""
    return Node("paragraph", text=words, role=node.role, status=_weakest(words, node.status))


def _weakest(words: Runs, status: Status | None) -> Status | None:
    """Gives the weakest status among runs."""
    return max((run.status or status for run in words), key=_WEAKNESS.index)
