"""What of a redline need not be shown: long stretches in which nothing differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from billkit.comparison.result import Comparison
from billkit.text.words import WORD, count_words
from billkit.writers.redline_labels import place_name
from billkit.writers.redline_rows import Row
from billkit.writers.redline_words import Stretch

__all__ = ["fold_label", "folded_rows", "folded_words"]

_LEAST_ROWS = 3
_LEAST_WORDS = 60
_KEPT_WORDS = 20


def folded_rows(rows: Sequence[Row], *, show_all: bool) -> Iterator[tuple[Row, ...]]:
    """Yields rows to be shown, one by one, and stretches of rows to be folded.

    Shown are all rows with changes, the provisions above them and the rows beside them, and of
    rows that could not be compared the first and the last.

    Args:
        rows: The rows of a redline.
        show_all: Whether nothing is to be folded.
    """
    kept = set(range(len(rows))) if show_all else _kept(rows)
    alike = groupby(
        range(len(rows)), key=lambda place: "" if place in kept else _silence(rows[place])
    )
    for silence, places in alike:
        some = tuple(rows[place] for place in places)
        if silence and len(some) >= _LEAST_ROWS:
            yield some
        else:
            yield from ((row,) for row in some)


def fold_label(comparison: Comparison, some: Sequence[Row]) -> str:
    """Says what is folded: how many provisions and words, from where to where."""
    first, last = (
        place_name(comparison.proposed, row.proposed)
        if row.proposed
        else place_name(comparison.enacted, row.enacted)
        for row in (some[0], some[-1])
    )
    words = sum(
        count_words(stretch.proposed or stretch.enacted)
        for row in some
        for stretch in row.stretches
    )
    if not some[0].is_equal:
        kind = "provisions not compared"
    elif comparison.context == "law":
        kind = "unchanged provisions"
    else:
        kind = "provisions that are the same"
    return f"{len(some)} {kind}, {first} to {last}, {words} words"


def _silence(row: Row) -> str:
    """Names why a row may be folded; "" where it may not."""
    # A provision without words is a gap, and is shown for what is said of it.
    if not row.stretches:
        return ""
    if row.is_equal:
        return "equal"
    return "uncompared" if row.changes == {"uncompared"} else ""


def _kept(rows: Sequence[Row]) -> set[int]:
    """Finds the rows that must be seen."""
    out: set[int] = set()
    above: set[str] = set()
    for place, row in enumerate(rows):
        if row.is_equal:
            continue
        beside = (max(place - 1, 0), min(place + 1, len(rows) - 1))
        if _silence(row) and all(_silence(rows[other]) == "uncompared" for other in beside):
            continue
        out.update(beside if not _silence(row) else (), (place,))
        for id_ in (row.enacted, row.proposed):
            above.update(accumulate(id_.split("/")[:-1], "{}/{}".format))
    out.update(
        place
        for place, row in enumerate(rows)
        if row.proposed in above or (not row.proposed and row.enacted in above)
    )
    return out


def folded_words(
    stretches: Sequence[Stretch], *, show_all: bool
) -> Iterator[tuple[Stretch, ...] | int]:
    """Yields stretches, and counts of words where the middle of a long unchanged one is left out.

    Args:
        stretches: The words of a row.
        show_all: Whether nothing is to be left out.
    """
    some: list[Stretch] = []
    for stretch in stretches:
        words = [] if show_all or stretch.sign != "=" else list(WORD.finditer(stretch.proposed))
        if len(words) < _LEAST_WORDS:
            some.append(stretch)
            continue
        start = _word_end(stretch.proposed, words[_KEPT_WORDS - 1].end())
        end = _word_start(stretch.proposed, words[-_KEPT_WORDS].start())
        yield (*some, _part(stretch, 0, start))
        yield sum(1 for word in words if start <= word.start() < end)
        some = [_part(stretch, end, len(stretch.proposed))]
    yield tuple(some)


def _part(stretch: Stretch, start: int, end: int) -> Stretch:
    """Cuts a part out of an unchanged stretch."""
    text = stretch.proposed[start:end]
    return Stretch("=", text, text, stretch.doubt)


def _word_end(text: str, place: int) -> int:
    """Goes on to the next white space."""
    found = re.compile(r"\s").search(text, place)
    return found.start() if found else len(text)


def _word_start(text: str, place: int) -> int:
    """Goes back behind the white space before."""
    return max((blank.end() for blank in re.finditer(r"\s", text[:place])), default=0)
