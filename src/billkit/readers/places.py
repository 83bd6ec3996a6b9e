"""Finds the place of each piece of a text among the others: under which provision it stands.

The level of an enumerator is not printed: (i) after (h) is a letter, under (a) a roman numeral; an
unnumbered line after a list can belong to its last item, to the list or to the section. So several
ways of reading are followed side by side, each with what speaks against it, and what comes later
decides; the way with the least against it is taken.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from billkit.errors import Finding, ReadError, Where
from billkit.readers.gaps import parse_reference
from billkit.readers.heads import Head
from billkit.readers.items import Item
from billkit.readers.levels import (
    AGAINST,
    Level,
    Place,
    Shape,
    Taken,
    Way,
    after_lead,
    ending,
    sequence,
)
from billkit.readers.pieces import Piece
from billkit.readers.unnumbered import gap_placed, words_placed
from billkit.text.enumerators import Style
from billkit.text.ladders import Ladder
from billkit.tree import MAX_DEPTH

__all__ = ["find_places"]

_WAYS = 6
_RANKS = {"section": 10, "subdivision": 20}


def find_places(
    pieces: Sequence[Piece], *, ladder: Ladder | None = None, file: str | None = None
) -> list[Place]:
    """Gives each piece its place.

    Raises:
        ReadError: ``too-deep`` where provisions are nested deeper than a document can be.
    """
    ways = [Way(0.0, (Level(-1, "head", -1, "0"),))]
    for number, piece in enumerate(pieces):
        match piece.kind:
            case "head":
                ways = [_headed(ways[0], number, pieces, ladder)]
            case "item":
                ways = _itemised(ways, number, piece, ladder)
            case "words":
                ways = _best([after for way in ways for after in words_placed(way, number, piece)])
            case "gap":
                reference = parse_reference(piece.label)
                ways = _best(
                    [after for way in ways for after in gap_placed(way, number, reference, pieces)]
                )
        if len(ways[0].levels) > MAX_DEPTH:
            _check_depth(ways[0].levels, piece, file)
    out: list[Place] = []
    taken = ways[0].taken
    while taken is not None:
        out.append(taken.place)
        taken = taken.before
    out.reverse()
    return out


def _check_depth(levels: tuple[Level, ...], piece: Piece, file: str | None) -> None:
    """Refuses provisions that are nested deeper than a document can be."""
    depth, at = 0, len(levels) - 1
    while at > 0:
        at = levels[at].up
        depth += 1
    if depth > MAX_DEPTH:
        raise ReadError(
            Finding(
                code="too-deep",
                message=f"provisions are nested deeper than {MAX_DEPTH} levels.",
                where=Where(file=file, line=piece.line),
                excerpt=f"{piece.num or ''} {piece.text[:60]}".strip(),
                hint="no law is; look for a list that was never closed.",
            )
        )


def _best(ways: list[Way]) -> list[Way]:
    """Keeps the best ways, best first; of ways with the same levels open, only the best."""
    if len(ways) == 1:
        return ways
    ways.sort(key=_weight)
    limit = ways[0].against + AGAINST.HOPELESS
    out: list[Way] = []
    seen: set[object] = set()
    for way in ways:
        if way.against > limit or len(out) == _WAYS:
            break
        key = way.levels[-1].key
        if key not in seen:
            seen.add(key)
            out.append(way)
    return out


def _weight(way: Way) -> float:
    return way.against


def _headed(way: Way, number: int, pieces: Sequence[Piece], ladder: Ladder | None) -> Way:
    """Places a head: a unit below units of other kinds, a section below those, and so on."""
    piece = pieces[number]
    head = piece.head or Head("section", "", 0)
    keep = 1
    for level in way.levels[1:]:
        above = pieces[level.piece].head
        if above is None or not _holds(above, head, level):
            break
        keep += 1
    depth, step = 0, -1
    if head.kind == "subdivision":
        depth = 1
        for place, rung in enumerate(ladder.levels if ladder else ()):
            if rung.kind == "subdivision" and rung.before:
                step = place
                break
    lead = ending(piece.text)
    parent = way.levels[keep - 1]
    key = (parent.key, None, None, 0.0, keep - 1)
    entered = Level(number, "head", keep - 1, lead, step=step, depth=depth, key=key)
    taken = Taken(Place(parent.piece, step, depth), way.taken)
    return Way(0.0, (*way.levels[:keep], entered), taken, lead, shapes=way.shapes)


def _holds(above: Head, head: Head, level: Level) -> bool:
    """Says whether a unit that is open holds one that begins."""
    if above.kind == head.kind == "section":
        return head.coded and not above.coded and (level.lead == ":" or not head.num)
    rank, over = _RANKS.get(head.kind, 0), _RANKS.get(above.kind, 0)
    return over < rank or (rank == over == 0 and above.kind != head.kind)


_Try: TypeAlias = tuple[float, Way, int, int, Style, float, int, int, str, Shape, int]
"""A way of placing an item that is not followed yet: what speaks against it, the way so far, how
many of its levels stay open, the place among them of the provision above, the style and the count
of the number, the step and the depth, how the item before it ended, the shape of the list, and the
step to be told."""


def _itemised(ways: Sequence[Way], number: int, piece: Piece, ladder: Ladder | None) -> list[Way]:
    """Places an item: as the next of an open list, or as the first of one that opens with it."""
    item = piece.item
    if item is None:
        return list(ways)
    tries: list[_Try] = []
    limit = math.inf
    for way in ways:
        for one in _next(way, item):
            tries.append(one)
            limit = min(limit, one[0] + AGAINST.HOPELESS)
        tries.extend(_opened(way, item, ladder, limit))
    tries.sort(key=_weight_of_try)
    lead = ending(piece.text)
    limit = tries[0][0] + AGAINST.HOPELESS
    out: list[Way] = []
    seen: set[object] = set()
    for against, way, keep, up, style, nth, step, depth, before, shape, told in tries:
        if against > limit or len(out) == _WAYS:
            break
        kept = way.levels[:keep]
        key = (kept[-1].key, item.form, style, nth, up)
        if key in seen:
            continue
        seen.add(key)
        entered = Level(
            number, "item", up, lead, item.form, style, nth, step, depth, before,
            shape=shape, key=key,
        )  # fmt: skip
        taken = Taken(Place(kept[up].piece, told, depth), way.taken)
        shapes = way.shapes if before or shape in way.shapes else way.shapes | {shape}
        out.append(Way(against, (*kept, entered), taken, lead, listed=True, shapes=shapes))
    return out


def _weight_of_try(one: _Try) -> float:
    return one[0]


def _next(way: Way, item: Item) -> Iterator[_Try]:
    """Yields the ways of placing an item as the next of a list that is open."""
    levels = way.levels
    last = len(levels) - 1
    closing = 0.0
    for at in range(last, 0, -1):
        level = levels[at]
        if level.kind != "item":
            continue
        for style, nth in item.readings:
            if style != level.style:
                continue
            against = closing + sequence(level, nth, after_gap=way.after_gap)
            if level.form != item.form:
                against += AGAINST.OTHER_FORM
            if at == last and level.lead == ":":
                against += AGAINST.NEVER_OPENED
            if at < last and int(level.nth) + 1 != nth and _bare(levels[last]):
                against += AGAINST.LEFT_BARE_FOR_NOTHING
            against += way.against
            step, depth = level.step, level.depth
            yield (
                against, way, at, level.up, style, nth, step, depth, way.last, level.shape, step
            )  # fmt: skip
        closing += AGAINST.CLOSED
        if at == last:
            closing += _unfinished(way, level)


def _unfinished(way: Way, level: Level) -> float:
    """Weighs the closing of a list whose last item promises another, or was left without words."""
    if way.last == "&":
        return AGAINST.CLOSED_UNFINISHED
    if level.lead == ":":
        return AGAINST.NEVER_OPENED
    return AGAINST.LEFT_BARE if _bare(level) else 0.0


def _bare(level: Level) -> bool:
    """Says whether a level is a number that no words have followed."""
    return level.kind == "item" and level.lead == "0"


def _opened(way: Way, item: Item, ladder: Ladder | None, limit: float) -> Iterator[_Try]:
    """Yields the ways of placing an item as the first of a list that opens with it.

    What more speaks against than the limit is not followed further.
    """
    levels = way.levels
    last = len(levels) - 1
    top = levels[last]
    under = [(last, 0.0)]
    if top.kind == "gap":
        under = [(top.up, 0.0)]
    elif top.kind == "words":
        leads = top.lead == ":"
        under = [
            (last, 0.0 if leads else AGAINST.UNDER_WORDS),
            (top.up, AGAINST.INTERRUPTED if leads else 0.0),
        ]
    for up, extra in under:
        parent = levels[up]
        for style, nth in item.readings:
            against = way.against + extra + after_lead(parent.lead)
            if nth != 1:
                against += _late_start(way, parent) + min(nth, 30.0) / 100
            if against > limit:
                continue
            shape = (*parent.shape, (item.form, style))
            odd, step = _oddity(parent, item.form, style, ladder)
            against += odd * AGAINST.SEEN_BEFORE if shape in way.shapes else odd
            told = step if step != parent.step else -1
            depth = parent.depth + 1
            yield (against, way, up + 1, up, style, nth, step, depth, "", shape, told)


def _oddity(
    parent: Level, form: tuple[str, str], style: Style, ladder: Ladder | None
) -> tuple[float, int]:
    """Weighs a list by how it is numbered under its parent, and finds its step on the ladder."""
    if ladder is None:
        return (AGAINST.FORM_AGAIN if (form, style) in parent.shape else 0.0), parent.step
    below = ladder.below(parent.step, form, style)
    if below is None:
        return AGAINST.OFF_LADDER, parent.step
    return AGAINST.STEP_LEFT_OUT * (below - parent.step - 1), below


def _late_start(way: Way, parent: Level) -> float:
    """Weighs a list that begins with another than its first number."""
    if way.after_gap:
        return AGAINST.NOT_FIRST_AFTER_GAP
    if parent.kind == "head" and not way.listed:
        return AGAINST.NOT_FIRST_OF_EXCERPT
    return AGAINST.NOT_FIRST
