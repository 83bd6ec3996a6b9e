"""Finds the place of each piece of a text among the others: under which provision it stands.

The level of an enumerator is not printed: (i) after (h) is a letter, under (a) a roman numeral; an
unnumbered line after a list can belong to its last item, to the list or to the section. So several
ways of reading are followed side by side, each with what speaks against it, and what comes later
decides; the way with the least against it is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from billkit.errors import Finding, ReadError, Where
from billkit.readers.gaps import Reference, parse_reference
from billkit.readers.heads import Head
from billkit.readers.levels import (
    AGAINST,
    Level,
    Place,
    Taken,
    Way,
    after_lead,
    ending,
    sequence,
)
from billkit.readers.pieces import Piece
from billkit.text.enumerators import Style, readings
from billkit.text.ladders import Ladder
from billkit.tree import MAX_DEPTH

__all__ = ["find_places"]

_WAYS = 6
_RANKS = {"section": 10, "subdivision": 20}
_LEADS = frozenset({":", ",", ""})
_RIDER = re.compile(r"EFFECTIVE DATE\b")


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
                ways = _best([new for way in ways for new in _itemised(way, number, piece, ladder)])
            case "words":
                ways = _best([new for way in ways for new in _worded(way, number, piece)])
            case "gap":
                reference = parse_reference(piece.label)
                ways = _best(
                    [new for way in ways for new in _missed(way, number, reference, pieces)]
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
        key = tuple([(level.form, level.style, level.nth, level.up) for level in way.levels])
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
    new = Level(number, "head", keep - 1, lead, step=step, depth=depth)
    taken = Taken(Place(parent.piece, step, depth), way.taken)
    return Way(0.0, (*way.levels[:keep], new), taken, lead, shapes=way.shapes)


def _holds(above: Head, head: Head, level: Level) -> bool:
    """Says whether a unit that is open holds one that begins."""
    if above.kind == head.kind == "section":
        return head.coded and not above.coded and (level.lead == ":" or not head.num)
    rank, over = _RANKS.get(head.kind, 0), _RANKS.get(above.kind, 0)
    return over < rank or (rank == over == 0 and above.kind != head.kind)


def _itemised(way: Way, number: int, piece: Piece, ladder: Ladder | None) -> Iterator[Way]:
    """Yields the ways of placing an item: as the next of an open list, or as the first of a new."""
    item = piece.item
    if item is None:
        return
    levels = way.levels
    last = len(levels) - 1
    lead = ending(piece.text)
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
            new = Level(
                number, "item", level.up, lead, item.form, style, nth, level.step, level.depth,
                way.last, shape=level.shape,
            )  # fmt: skip
            place = Place(levels[level.up].piece, level.step, level.depth)
            yield Way(
                way.against + against, (*levels[:at], new), Taken(place, way.taken), lead,
                listed=True, shapes=way.shapes,
            )  # fmt: skip
        closing += AGAINST.CLOSED
        if at == last:
            closing += _unfinished(way, level)
    yield from _opened(way, number, piece, ladder)


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


def _opened(way: Way, number: int, piece: Piece, ladder: Ladder | None) -> Iterator[Way]:
    """Yields the ways of placing an item as the first of a list that opens with it."""
    item = piece.item
    if item is None:
        return
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
    lead = ending(piece.text)
    for up, extra in under:
        parent = levels[up]
        for style, nth in item.readings:
            against = way.against + extra + after_lead(parent.lead)
            if nth != 1:
                against += _late_start(way, parent) + min(nth, 30.0) / 100
            shape = (*parent.shape, (item.form, style))
            odd, step = _oddity(parent, item.form, style, ladder)
            against += odd * AGAINST.SEEN_BEFORE if shape in way.shapes else odd
            depth = parent.depth + 1
            new = Level(
                number, "item", up, lead, item.form, style, nth, step, depth, shape=shape
            )  # fmt: skip
            on_ladder = step if step != parent.step else -1
            place = Place(parent.piece, on_ladder, depth)
            yield Way(
                against,
                (*levels[: up + 1], new),
                Taken(place, way.taken),
                lead,
                listed=True,
                shapes=way.shapes if shape in way.shapes else way.shapes | {shape},
            )


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


def _ancestors(levels: tuple[Level, ...], at: int, *, through: bool = False) -> list[int]:
    """Gives the places of a level and of those it stands under, inmost first.

    Args:
        levels: The levels that are open.
        at: The place of the first.
        through: Whether to go on beyond the next head, to the root.
    """
    out = [at]
    while out[-1] > 0 and (through or levels[out[-1]].kind != "head"):
        out.append(levels[out[-1]].up)
    return out


def _worded(way: Way, number: int, piece: Piece) -> Iterator[Way]:
    """Yields the ways of placing words without a number: under each provision that is open."""
    levels = way.levels
    top = levels[-1]
    start = len(levels) - 1 if top.kind in {"item", "head"} else top.up
    chain = _ancestors(levels, start)
    if _RIDER.match(piece.text):
        while levels[chain[-1]].depth and levels[chain[-1]].up >= 0:
            chain.append(levels[chain[-1]].up)
        weights = [3.0] * (len(chain) - 1) + [0.0]
    elif top.kind in {"words", "gap"}:
        weights = [0.0] + [0.6 + 0.2 * far for far in range(len(chain) - 1)]
    else:
        weights = _flush(way, chain, piece.text)
    lead = ending(piece.text)
    for at, against in zip(chain, weights, strict=True):
        level = levels[at]
        new = Level(
            number, "words", at, lead, step=level.step, depth=level.depth, shape=level.shape
        )
        place = Place(level.piece)
        yield Way(
            way.against + against,
            (*_kept(levels, at, interrupted=True), new),
            Taken(place, way.taken),
            lead,
            way.after_gap,
            way.listed,
            way.shapes,
        )


def _kept(levels: tuple[Level, ...], at: int, *, interrupted: bool) -> tuple[Level, ...]:
    """Gives the levels that stay open under a provision: its list can still go on."""
    above = levels[at + 1] if at + 1 < len(levels) else None
    if above is None or above.kind != "item":
        return levels[: at + 1]
    if interrupted:
        above = above._replace(interrupted=True)
    return (*levels[: at + 1], above)


def _flush(way: Way, chain: list[int], text: str) -> list[float]:
    """Weighs words after a list: a further paragraph of its last item, or the end of the whole.

    Args:
        way: The reading so far.
        chain: The places of the last item and of the provisions it stands under.
        text: The words.
    """
    levels = way.levels
    item = levels[chain[0]]
    if len(chain) == 1:
        return [0.0]
    outward = [0.8 + 0.3 * far for far in range(len(chain) - 1)]
    if item.lead == ":":
        return [0.0, *[weight + 0.2 for weight in outward]]
    if levels[chain[1]].lead not in _LEADS:
        return [0.0, *outward]
    weights = [1.0, 0.2, *outward[1:]]
    if item.before == ".":
        weights[0] = 0.5
    if way.last == "." and not text[0].islower():
        far = 1
        while far + 1 < len(chain) and levels[chain[far + 1]].lead in _LEADS:
            far += 1
        if far > 1:
            weights[far] = 0.1
    return weights


def _missed(
    way: Way, number: int, reference: Reference | None, pieces: Sequence[Piece]
) -> Iterator[Way]:
    """Yields the ways of placing a gap: where its remark says, or where the text breaks off."""
    levels = way.levels
    at = _named(levels, reference, pieces) if reference else None
    if at is None:
        at = _broken_off(way)
    open_ = _ancestors(levels, len(levels) - 1, through=True)
    others = [other for other in open_ if other and levels[other].kind != "gap"]
    for place, against in [(at, 0.0), *[(other, 1.0) for other in others if other != at]]:
        level = levels[place]
        new = Level(
            number, "gap", place, level.lead, step=level.step, depth=level.depth, shape=level.shape
        )
        yield Way(
            way.against + against,
            (*_kept(levels, place, interrupted=False), new),
            Taken(Place(level.piece), way.taken),
            "",
            after_gap=True,
            listed=way.listed,
            shapes=way.shapes,
        )


def _broken_off(way: Way) -> int:
    """Finds the provision that words are missing from: the last one, where it breaks off."""
    at = len(way.levels) - 1
    top = way.levels[at]
    if top.kind == "gap":
        return top.up
    whole = way.last in {".", ";", "&"}
    return top.up if whole and top.kind in {"item", "words"} else at


def _named(levels: tuple[Level, ...], reference: Reference, pieces: Sequence[Piece]) -> int | None:
    """Finds the provision that a remark names among those that are open, or its place to come."""
    values = [_value(levels, at, pieces) for at in range(len(levels))]
    longest, found = 0, 0
    for at in range(1, len(levels)):
        matched = _matched(levels, values, at, reference.values) if values[at] else 0
        if matched >= longest and matched:
            longest, found = matched, at
    if longest:
        whole = longest == len(reference.values)
        closed = found not in _ancestors(levels, len(levels) - 1, through=True)
        return levels[found].up if closed or (whole and reference.follows) else found
    if reference.section:
        heads = [at for at in range(len(levels)) if _is_section(levels[at], pieces)]
        return levels[heads[0]].up if heads else None
    for at in range(len(levels) - 1, 0, -1):
        level = levels[at]
        for style, count in readings(reference.values[0]):
            if level.style == style and count > level.nth:
                return level.up
    return None


def _is_section(level: Level, pieces: Sequence[Piece]) -> bool:
    head = pieces[level.piece].head if level.piece >= 0 else None
    return head is not None and head.kind == "section"


def _matched(levels: tuple[Level, ...], values: list[str], at: int, named: tuple[str, ...]) -> int:
    """Counts how many of the named values, from the first on, lead to a level that is open."""
    path: list[str] = []
    while at > 0:
        if values[at]:
            path.append(values[at])
        at = levels[at].up
    path.reverse()
    for count in range(min(len(named), len(path)), 0, -1):
        if tuple(path[-count:]) == named[:count]:
            return count
    return 0


def _value(levels: tuple[Level, ...], at: int, pieces: Sequence[Piece]) -> str:
    """Gives the number of a level as a remark would name it; "" for none."""
    num = pieces[levels[at].piece].num if levels[at].piece >= 0 else None
    return re.sub(r"^.*\s|^\W+|\W+$", "", re.sub(r"\W+$", "", num)) if num else ""
