"""The short notes on a row of a redline: what its marks alone do not show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from billkit.comparison.result import Comparison
from billkit.tree import Document, Node
from billkit.writers.document_head import QUOTED, not_held
from billkit.writers.redline_labels import labels, opening_words, place_name
from billkit.writers.redline_rows import Row
from billkit.writers.redline_words import TAIL, words_of

__all__ = ["Note", "away_name", "gaps", "notes"]

_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Note:
    """Says one thing of a row; ``to`` names the row of the same operation that it points at."""

    kind: Literal["moved", "split", "merged", "restyled", "uncompared", "status"]
    text: str
    to: Literal["", "here", "there"] = ""


def notes(comparison: Comparison, row: Row, before: Row | None = None) -> tuple[Note, ...]:
    """Gives the notes on a row, in the order in which they should be read.

    Args:
        comparison: The comparison.
        row: One of its rows.
        before: The row before it, which may have said the same already.
    """
    found = _notes(comparison, row)
    if before is None or row.form != "words" or before.form != "words":
        return found
    if before.operation == row.operation:
        return tuple(note for note in found if note.kind not in {"moved", "split", "status"})
    said = _notes(comparison, before)
    return tuple(
        note for note in found if note.kind not in {"uncompared", "status"} or note not in said
    )


def _notes(comparison: Comparison, row: Row) -> tuple[Note, ...]:
    """Gives every note on a row."""
    law = comparison.context == "law"
    operation = comparison.operations[row.operation]
    there = _named(comparison.proposed, operation.proposed)
    match row.form:
        case "moved-away":
            there = _placed(comparison, row, "proposed")
            text = f"<< moved to {there}" if law else f"<< {there} in B"
            return (Note("moved", text, "here"),)
        case "merged-away":
            text = f"<< merged into {there}" if law else f"<< part of {there} in B"
            return (Note("merged", text, "here"),)
    out: list[Note] = []
    if not row.is_tail:
        if row.proposed and "moved" in row.changes:
            came = _placed(comparison, row, "enacted")
            out.append(
                Note("moved", f">> moved from {came}" if law else f">> {came} in A", "there")
            )
        out.extend(_divided(comparison, row))
    if any(stretch.sign == "?" for stretch in row.stretches):
        out.append(Note("uncompared", f">> not compared: {_lacking(comparison, row)}"))
    signs = {stretch.sign for stretch in row.stretches}
    if "restyled" in row.changes and "~" in signs and not signs & {"-", "+"}:
        out.append(Note("restyled", ">> the same words, written otherwise"))
    out.extend(_quoted(comparison, row))
    return tuple(out)


def away_name(comparison: Comparison, row: Row) -> str:
    """Names what a row says to stand elsewhere; by its first words too where it has no number."""
    name = place_name(comparison.enacted, row.enacted)
    if comparison.enacted.by_id[row.enacted].num:
        return name
    return f"{name} {opening_words(words_of(comparison.enacted, row.enacted))}"


def _divided(comparison: Comparison, row: Row) -> list[Note]:
    """Says of which provisions a row was made, or into which it was split."""
    law = comparison.context == "law"
    operation = comparison.operations[row.operation]
    came = _named(comparison.enacted, operation.enacted)
    out: list[Note] = []
    if "split" in row.changes and row.proposed:
        if row.proposed == operation.proposed[0]:
            went = _named(comparison.proposed, operation.proposed)
            text = f">> split into {went}" if law else f">> one in A; in B {went}"
        else:
            text = f">> split from {came}" if law else f">> part of {came} in A"
        out.append(Note("split", text))
    if "merged" in row.changes and "moved" not in row.changes and row.proposed:
        out.append(Note("merged", f">> merged from {came}" if law else f">> one in B; in A {came}"))
    return out


def _named(document: Document, ids: tuple[str, ...]) -> str:
    """Names some provisions, or counts them where they are many."""
    if len(ids) > _MOST_NAMED:
        return f"{len(ids)} provisions"
    *some, last = [place_name(document, id_) for id_ in ids] or [""]
    return f"{', '.join(some)} and {last}" if some else last


def _placed(comparison: Comparison, row: Row, side: Literal["enacted", "proposed"]) -> str:
    """Names where something was moved from or to; by what stands beside it, if it is called alike.

    Example:
        ``(2)(c)``, ``(2), after (3)``
    """
    operation = comparison.operations[row.operation]
    sides = (comparison.enacted, operation.enacted), (comparison.proposed, operation.proposed)
    (document, ids), (other, others) = sides if side == "enacted" else sides[::-1]
    called = _named(document, ids)
    if len(ids) != 1 or called != _named(other, others):
        return called
    beside = _beside(document, ids[0])
    return f"{called}, {beside}" if beside else called


def _beside(document: Document, id_: str) -> str:
    """Says after, before or under which provision one stands; "" where it stands alone."""
    laid = document.laid
    here = laid.ids.index(id_)
    parent = laid.parents[here]
    before = next((at for at in range(here - 1, parent, -1) if laid.parents[at] == parent), -1)
    if before >= 0:
        return f"after {place_name(document, laid.ids[before])}"
    after = laid.ends[here]
    if after < len(laid.ids) and laid.parents[after] == parent:
        return f"before {place_name(document, laid.ids[after])}"
    return f"under {place_name(document, laid.ids[parent])}" if parent >= 0 else ""


def _lacking(comparison: Comparison, row: Row) -> str:
    """Says which side's text is not held."""
    said = labels(comparison)
    words = [stretch for stretch in row.stretches if stretch.sign == "?"]
    node, other = _nodes(comparison, row)
    here, there = said.enacted, said.proposed
    if any(stretch.proposed for stretch in words):
        node, here, there = other, there, here
    lacking = here if node is not None and _is_hollow(node) else there
    if comparison.context == "law":
        return f"the {lacking} text is not held here"
    return f"not held here in {lacking}"


def _is_hollow(node: Node) -> bool:
    """Says whether a provision is a bare number, and what stands below it is not held."""
    own = node.heading or node.text
    return not own and bool(node.children) and all(child.is_gap for child in node.children)


def _nodes(comparison: Comparison, row: Row) -> tuple[Node | None, Node | None]:
    """Gives the provisions a row stands for, on the one side and the other."""
    return (
        comparison.enacted.by_id.get(row.enacted.removesuffix(TAIL)),
        comparison.proposed.by_id.get(row.proposed.removesuffix(TAIL)),
    )


def gaps(comparison: Comparison, row: Row) -> tuple[str, ...]:
    """Says what is not held of a row's provisions, and on which side."""
    if row.is_tail or row.form != "words":
        return ()
    said = labels(comparison)
    sides = [said.enacted, said.proposed]
    if comparison.context == "law":
        sides = [f"the {side} text" for side in sides]
    found: dict[str, list[str]] = {}
    for side, node in zip(sides, _nodes(comparison, row), strict=True):
        if node and node.is_gap:
            found.setdefault(not_held(node, "{}"), []).append(side)
    return tuple(
        text.replace("{}", f"in {' and '.join(where)}", 1) for text, where in found.items()
    )


def _quoted(comparison: Comparison, row: Row) -> list[Note]:
    """Says where words are only quoted by another author."""
    said = labels(comparison)
    sides = zip((said.enacted, said.proposed), _nodes(comparison, row), strict=True)
    return [
        Note("status", f">> {side}: {QUOTED}")
        for side, node in sides
        if node and node.status == "secondary" and not row.is_tail
    ]
