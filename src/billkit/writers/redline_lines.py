"""A redline in lines: what the terminal and plain text have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from billkit.comparison.operations import Change, Sign
from billkit.comparison.result import Comparison
from billkit.writers.document_head import NOT_CONFIRMED
from billkit.writers.filling import LEAST_WIDTH, Ink, Line, Marks, Span, filled
from billkit.writers.redline_folding import fold_label, folded_rows, folded_words
from billkit.writers.redline_labels import Labels, labels
from billkit.writers.redline_notes import away_name, gaps, notes
from billkit.writers.redline_rows import Row, rows, signs_of
from billkit.writers.redline_summary import Head, head
from billkit.writers.redline_words import Stretch, shown, words_of

__all__ = ["plain_marks", "redline_lines"]

_STEP = 4
_HANG = 2
_GUTTER: tuple[tuple[Change, str], ...] = (
    ("uncompared", "?"),
    ("inserted", "+"),
    ("deleted", "-"),
    ("moved", ">"),
    ("reworded", "*"),
    ("split", "*"),
    ("merged", "*"),
    ("renumbered", "#"),
    ("re-referenced", "#"),
    ("restyled", "~"),
)


def plain_marks(comparison: Comparison) -> Marks:
    """Gives the marks of a redline without colour; brackets of the law stay as printed."""
    return {
        "deleted": ("[-", "-]"),
        "inserted": ("{+", "+}"),
        "was": (f"{{{labels(comparison).was} ", "}"),
        "uncompared": ("{not compared: ", "}"),
    }


def redline_lines(
    comparison: Comparison, *, width: int, marks: Marks, show_all: bool, brief: bool = False
) -> Iterator[Line]:
    """Yields the lines of a redline: the head, the rows, the frame.

    Args:
        comparison: The comparison.
        width: How many cells a line holds; fewer than `LEAST_WIDTH` are not used.
        marks: The marks of the inks that have some; the others are told by colour.
        show_all: Whether unchanged stretches are shown in full.
        brief: Whether the rows stand alone, without head, legend and frame.
    """
    width = max(width, LEAST_WIDTH)
    found = rows(comparison)
    if not brief:
        yield from _head(head(comparison), width, marks)
        yield from _legend(comparison, found, width, marks)
        yield [Span("-" * width, "faint")]
    before: Row | None = None
    loose = _loose(comparison, found)
    for some in folded_rows(found, show_all=show_all):
        if before and _apart(before, some[0], loose):
            yield []
        if len(some) == 1:
            yield from _row(comparison, some[0], before, width, marks, show_all=show_all)
        else:
            yield from _fold(comparison, some, width, marks)
        before = some[-1]
    if not brief:
        yield from _frame(comparison, width, marks)


def _head(shown: Head, width: int, marks: Marks) -> Iterator[Line]:
    """Yields title, sentence and the two small tables."""
    yield from filled([Span(shown.title, "strong")], width=width, marks=marks)
    yield []
    yield from filled([Span(shown.sentence)], width=width, marks=marks)
    yield []
    space = max(len(side.label) for side in shown.sides)
    for side in shown.sides:
        told = "; ".join(part for part in (side.citation, side.standing, side.held) if part)
        lines = filled([Span(told)], width=width - space - 4, marks=marks)
        for number, line in enumerate(lines):
            label = side.label if number == 0 else ""
            yield [Span(f"  {label:<{space}}  ", "strong"), *line]
    yield []
    figures = [*shown.figures, *((f"words {label}", count) for label, count in shown.words)]
    space = min(max(len(label) for label, _ in figures), width - 9)
    for label, count in figures:
        *above, last = filled([Span(label)], width=space, marks=marks)
        yield from ([Span("  "), *line] for line in above)
        rest = space - sum(len(span.text) for span in last)
        yield [Span("  "), *last, Span(f"{'':<{rest}}{count:>6}")]
    yield []


def _legend(
    comparison: Comparison, found: tuple[Row, ...], width: int, marks: Marks
) -> Iterator[Line]:
    """Yields what the marks mean, of those that occur."""
    said = labels(comparison)
    signs = signs_of(found)
    shown: list[Span] = []
    if "-" in signs:
        shown += [Span(said.deleted, "deleted"), Span("  ")]
    if "+" in signs:
        shown += [Span(said.inserted, "inserted"), Span("  ")]
    if "#" in signs:
        number = "(3)"
        shown += [Span(number, "follows"), Span(" "), Span("(2)", "was"), Span("  ")]
    if any(stretch.doubt for row in found for stretch in row.stretches):
        shown += [Span(f"{NOT_CONFIRMED} reconstructed, not confirmed against any copy")]
    if shown:
        yield from filled([Span("Marks:", "faint"), Span(" "), *shown], width=width, marks=marks)
    margin: dict[str, list[str]] = {sign: [] for _, sign in _GUTTER}
    for change, sign in _GUTTER:
        if any(change in row.changes for row in found):
            margin[sign].append(said.changes[change])
    told = [f"{sign} {' or '.join(what)}" for sign, what in margin.items() if what]
    if told:
        text = ", ".join(told).replace("> ", "> < ")
        yield from filled([Span("Margin:", "faint"), Span(f" {text}")], width=width, marks=marks)


def _loose(comparison: Comparison, found: tuple[Row, ...]) -> int:
    """Gives the depth down to which provisions stand apart: that of the subsections."""
    sections = any(
        comparison.proposed.by_id[row.proposed].kind == "section"
        for row in found
        if row.depth == 0 and row.proposed and not row.is_tail
    )
    return 1 if sections else 0


def _apart(before: Row, row: Row, loose: int) -> bool:
    """Says whether an empty line stands between two rows: not within a list."""
    if row.form != "words" and before.form != "words":
        return False
    return row.depth < before.depth or row.depth == before.depth <= loose


def _set_in(depth: int, width: int) -> int:
    """Gives how far a depth is set in; never so far that no words find room."""
    return 2 + min(depth * _STEP, max((width - LEAST_WIDTH - _HANG - 2), 0), width // 3)


def _row(  # noqa: PLR0913 - what a row is and how it is to be laid out
    comparison: Comparison,
    row: Row,
    before: Row | None,
    width: int,
    marks: Marks,
    *,
    show_all: bool,
) -> Iterator[Line]:
    """Yields the lines of a row: its notes, then its words, then what is not held."""
    indent = _set_in(row.depth, width)
    space = width - indent - _HANG
    said = notes(comparison, row, before)
    spans = list(_spans(row, show_all=show_all))
    if row.form != "words":
        spans = [Span(away_name(comparison, row), "follows"), Span(" "), Span(said[0].text, "note")]
        said = ()
    parts = [
        *([Span(note.text, "note")] for note in said),
        spans,
        *([Span(gap, "gap")] for gap in gaps(comparison, row)),
    ]
    gutter = _gutter(row)
    for part in parts:
        for number, line in enumerate(filled(part, width=space, marks=marks)):
            hang = " " * _HANG if number and part is spans else ""
            yield [Span(f"{gutter:<{indent}}", "strong"), Span(hang), *line]
            gutter = ""


def _gutter(row: Row) -> str:
    """Gives the sign in the margin."""
    match row.form:
        case "moved-away" | "merged-away":
            return "<"
    return next((sign for change, sign in _GUTTER if change in row.changes), "")


def _spans(row: Row, *, show_all: bool) -> Iterator[Span]:
    """Yields a row's words; where all are in doubt, the mark stands once before them."""
    every = [stretch for stretch in row.stretches if (stretch.enacted + stretch.proposed).strip()]
    whole = bool(every) and all(stretch.doubt for stretch in every)
    if whole:
        yield Span(f"{NOT_CONFIRMED} ", "gap")
    alone = all(stretch.sign == "?" for stretch in every)
    for part in folded_words(row.stretches, show_all=show_all):
        if isinstance(part, int):
            yield Span(f" {{... {part} words ...}} ", "faint")
        else:
            yield from _inked(part, whole=whole, alone=alone)


_INKS: dict[Sign, Ink] = {"-": "deleted", "+": "inserted", "~": "restyled", "#": "follows"}


def _inked(stretches: Sequence[Stretch], *, whole: bool, alone: bool) -> Iterator[Span]:
    """Yields stretches in their inks, and the blanks between them in none."""
    for some in shown(stretches):
        doubt = bool(some.doubt) and not whole
        ink: Ink = _INKS.get(some.sign, "")
        if some.sign == "?" and not alone:
            ink = "uncompared"
        yield Span(some.text, ink, doubt)
        if some.was:
            yield from (Span(" ", "", doubt), Span(some.was, "was", doubt))
        yield Span(some.after, "", doubt)


def _fold(
    comparison: Comparison, some: tuple[Row, ...], width: int, marks: Marks
) -> Iterator[Line]:
    """Yields one line for a stretch of provisions that need not be shown."""
    indent = _set_in(min(row.depth for row in some), width)
    text = f"{{... {fold_label(comparison, some)} ...}}"
    gutter = _gutter(some[0])
    for line in filled([Span(text, "faint")], width=width - indent - _HANG, marks=marks):
        yield [Span(f"{gutter:<{indent}}", "strong"), *line]
        gutter = ""


def _frame(comparison: Comparison, width: int, marks: Marks) -> Iterator[Line]:
    """Yields what takes no part: titles, enacting clauses, heads of bill sections."""
    said: Labels = labels(comparison)
    sides = (
        (said.enacted, comparison.enacted, comparison.enacted_frame),
        (said.proposed, comparison.proposed, comparison.proposed_frame),
    )
    for label, document, ids in sides:
        found = [words for id_ in ids if (words := words_of(document, id_))]
        if not found:
            continue
        yield []
        yield from filled(
            [Span(f"Takes no part in the comparison ({label}):", "faint")], width=width, marks=marks
        )
        for words in found:
            for number, line in enumerate(filled([Span(words)], width=width - 4, marks=marks)):
                yield [Span("  " if number == 0 else "    "), *line]
