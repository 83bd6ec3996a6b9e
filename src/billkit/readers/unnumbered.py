"""Finds the place of what bears no number: words after a list, and words that are not held.

Where words without a number stand is not printed. They can be a further paragraph of the last item,
the end of the list it is in, or of the whole; how the lines before end is the evidence, and what
comes after decides. A gap stands where its remark says, else where the text breaks off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from billkit.readers.gaps import Reference
from billkit.readers.levels import Level, Place, Taken, Way, ending
from billkit.readers.pieces import Piece
from billkit.text.enumerators import readings

__all__ = ["gap_placed", "words_placed"]

_LEADS = frozenset({":", ",", ""})
_RIDER = re.compile(r"EFFECTIVE DATE\b")


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


def words_placed(way: Way, number: int, piece: Piece) -> Iterator[Way]:
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
        kept = _kept(levels, at, interrupted=True)
        entered = Level(
            number, "words", at, lead, step=level.step, depth=level.depth, shape=level.shape,
            interrupted=top.kind == "gap" and at == top.up, key=_key(kept, at),
        )  # fmt: skip
        place = Place(level.piece)
        yield Way(
            way.against + against,
            (*kept, entered),
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


def _key(kept: tuple[Level, ...], up: int) -> tuple[object, ...]:
    """Tells what bears no number apart from other levels, below those that stay open."""
    return (kept[-1].key, None, None, 0.0, up)


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


def gap_placed(
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
        kept = _kept(levels, place, interrupted=False)
        entered = Level(
            number, "gap", place, level.lead, step=level.step, depth=level.depth, shape=level.shape,
            key=_key(kept, place),
        )  # fmt: skip
        yield Way(
            way.against + against,
            (*kept, entered),
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
    if top.kind == "gap" or (top.kind == "words" and top.interrupted):
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
