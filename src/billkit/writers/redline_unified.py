"""A redline as unified text: a line for each provision, its sign in the first column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias

from billkit.comparison.result import Comparison
from billkit.text.lines import unbroken
from billkit.text.unseen import visible
from billkit.tree import Document
from billkit.writers.document_head import NOT_CONFIRMED
from billkit.writers.redline_labels import Labels, labels
from billkit.writers.redline_notes import gaps
from billkit.writers.redline_rows import Row, rows
from billkit.writers.redline_summary import SideHead, head
from billkit.writers.redline_words import TAIL, Stretch, doubts, shown, words_of

__all__ = ["write_redline_unified"]


_Places: TypeAlias = Mapping[str, int]
"""The line of each provision in the file it was read from."""

_Sign: TypeAlias = Literal[" ", "-", "+", "<", ">", "#", "~", "?"]


class _Line(NamedTuple):
    """A line and the provisions it stands for."""

    sign: _Sign
    text: str
    enacted: str
    proposed: str


def write_redline_unified(comparison: Comparison, *, context: int | None = 3) -> str:
    """Writes a redline as line tools know it, a whole provision on each line.

    The signs are a blank (equal), ``-`` and ``+``, ``<`` and ``>`` (moved from here, to here),
    ``#`` (only numbers or references follow), ``~`` (the same words, written otherwise) and ``?``
    (not compared). A hunk's head names the first provision of each side, and its line where it
    was read from a file.

    Args:
        comparison: The comparison.
        context: How many equal provisions stand round a change; all where it is None.
    """
    said = labels(comparison)
    shown_head = head(comparison)
    lines = [line for row in rows(comparison) for line in _lines(comparison, row)]
    out = [
        shown_head.title,
        shown_head.sentence,
        *_legend(said, lines),
        *(
            f"{sign} {_named(side)}"
            for sign, side in zip(("---", "+++"), shown_head.sides, strict=True)
        ),
    ]
    places = (_places(comparison.enacted), _places(comparison.proposed))
    for hunk in _hunks(lines, context):
        out.append(_hunk_head(hunk, *places))
        out.extend(f"{line.sign}{line.text}" for line in hunk)
    return visible("\n".join(out)) + "\n"


def _legend(said: Labels, lines: list[_Line]) -> Iterator[str]:
    """Yields what the signs mean, of those that occur."""
    meanings = {
        "-": said.deleted,
        "+": said.inserted,
        "<": f"{said.changes['moved']}, from here",
        ">": f"{said.changes['moved']}, to here",
        "#": "a number or reference that only follows",
        "~": said.changes["restyled"],
        "?": said.changes["uncompared"],
    }
    signs = {line.sign for line in lines}
    told = [f"{sign} {meaning}" for sign, meaning in meanings.items() if sign in signs]
    if any(NOT_CONFIRMED in line.text for line in lines):
        told.append(f"{NOT_CONFIRMED} reconstructed, not confirmed against any copy")
    if told:
        yield "; ".join(told)


def _named(side: SideHead) -> str:
    """Names a side with its standing."""
    return f"{side.label}: {side.citation}{f' ({side.standing})' if side.standing else ''}"


def _lines(comparison: Comparison, row: Row) -> Iterator[_Line]:
    """Yields the lines of a row: one, or two where its words differ."""
    found: list[tuple[_Sign, str]] = []
    match row.form:
        case "moved-away":
            found.append(("<", _doubted(comparison.enacted, row.enacted)))
        case "words":
            if row.changes & {"split", "merged"} and not row.is_tail:
                found.extend(_whole(comparison, row))
            else:
                found.extend(_signed(row, labels(comparison).was))
            found.extend(("?", gap) for gap in gaps(comparison, row))
    for sign, text in found:
        yield _Line(sign, " ".join(unbroken(text).split()), row.enacted, row.proposed)


def _whole(comparison: Comparison, row: Row) -> Iterator[tuple[_Sign, str]]:
    """Yields in full each provision that was split or merged, or made by it, where it begins."""
    if row.enacted:
        yield "-", _doubted(comparison.enacted, row.enacted)
    if row.proposed:
        yield "+", _doubted(comparison.proposed, row.proposed)


def _signed(row: Row, was: str) -> list[tuple[_Sign, str]]:
    """Gives a row's words, each side's under its sign where they differ."""
    signs = {some.sign for some in shown(row.stretches)}
    enacted, proposed = _side(row.stretches, "enacted"), _side(row.stretches, "proposed")
    if "moved" in row.changes and proposed and not row.is_tail:
        return [(">", proposed)]
    if signs & {"-", "+"}:
        both: list[tuple[_Sign, str]] = [("-", enacted), ("+", proposed)]
        return [(sign, text) for sign, text in both if text]
    if "?" in signs:
        return [("?", enacted or proposed)]
    if "#" in signs:
        return [("#", _followed(row.stretches, was))]
    return [("~" if "~" in signs else " ", proposed)] if proposed else []


def _doubted(document: Document, reference: str) -> str:
    """Gives a provision's words in full, those in doubt marked."""
    words = words_of(document, reference)
    spans = doubts(document, reference)
    if spans == ((0, len(words)),):
        return f"{NOT_CONFIRMED} {words}"
    out: list[str] = []
    place = 0
    for start, end in spans:
        out.extend((words[place:start], _braced(words[start:end])))
        place = end
    return "".join([*out, words[place:]])


def _side(stretches: Sequence[Stretch], side: Literal["enacted", "proposed"]) -> str:
    """Gives a row's words as one side has them, those in doubt marked."""
    mine = [
        (stretch.doubt in {side, "both"}, text)
        for stretch in stretches
        if (text := stretch.enacted if side == "enacted" else stretch.proposed)
    ]
    return _joined(mine)


def _followed(stretches: Sequence[Stretch], was: str) -> str:
    """Gives a row's words with what its numbers and references were."""
    return _joined(
        [
            (
                bool(some.doubt),
                some.text + (f" {{{was} {some.was}}}" if some.was else "") + some.after,
            )
            for some in shown(stretches)
        ]
    )


def _joined(parts: list[tuple[bool, str]]) -> str:
    """Joins words and marks those in doubt: once before them where all are."""
    together = [
        (doubt, "".join(text for _, text in some))
        for doubt, some in groupby(parts, key=lambda part: part[0])
    ]
    if len(together) == 1 and together[0][0]:
        return f"{NOT_CONFIRMED} {together[0][1]}"
    return "".join(_braced(text) if doubt else text for doubt, text in together)


def _braced(text: str) -> str:
    """Puts words in doubt between their marks."""
    return f"{{{NOT_CONFIRMED} {text.strip()} {NOT_CONFIRMED}}} "


def _hunks(lines: list[_Line], context: int | None) -> Iterator[list[_Line]]:
    """Yields stretches of lines round what is not equal."""
    if context is None:
        if lines:
            yield lines
        return
    kept = {
        near
        for place, line in enumerate(lines)
        if line.sign != " "
        for near in range(max(place - context, 0), min(place + context + 1, len(lines)))
    }
    for _, places in groupby(enumerate(sorted(kept)), key=lambda pair: pair[1] - pair[0]):
        yield [lines[place] for _, place in places]


def _hunk_head(hunk: list[_Line], enacted: _Places, proposed: _Places) -> str:
    """Says where a hunk begins on each side."""
    first = next((line.enacted for line in hunk if line.enacted), "")
    other = next((line.proposed for line in hunk if line.proposed), "")
    return f"@@ -{_place(first, enacted)} +{_place(other, proposed)} @@"


def _places(document: Document) -> _Places:
    """Gives the line of each provision, where the document was read from a file."""
    return dict(zip(document.ids, document.lines, strict=False))


def _place(reference: str, places: _Places) -> str:
    """Gives a provision's id and, where it was read from a file, its line there."""
    line = places.get(reference.removesuffix(TAIL))
    return (reference or "none") if line is None else f"{reference}:{line}"
