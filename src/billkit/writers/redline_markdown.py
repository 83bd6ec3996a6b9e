"""A redline as Markdown, as code hosts show it: ``ins`` and ``del``, moves linked both ways."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from billkit.comparison.result import Comparison
from billkit.writers.document_head import NOT_CONFIRMED
from billkit.writers.markdown_escaping import EM, escaped, row
from billkit.writers.redline_folding import fold_label, folded_rows
from billkit.writers.redline_labels import Labels, labels
from billkit.writers.redline_notes import Note, away_name, gaps, notes
from billkit.writers.redline_rows import Row, rows, signs_of
from billkit.writers.redline_summary import Head, head
from billkit.writers.redline_words import Shown, shown, words_of

__all__ = ["write_redline_markdown"]


def write_redline_markdown(
    comparison: Comparison, *, anchors: str = "", show_all: bool = False
) -> str:
    """Writes a redline as Markdown, a paragraph for each provision.

    Deleted and inserted words stand in ``<del>`` and ``<ins>``, which need no blanks round them;
    everything else is escaped, and numbers stay as printed.

    Args:
        comparison: The comparison.
        anchors: What the names of link targets begin with, where several redlines share a page.
        show_all: Whether long unchanged stretches are shown in full, not folded with a count.
    """
    said = labels(comparison)
    found = rows(comparison)
    parts = [*_head(head(comparison)), *_legend(said, found)]
    linked: set[str] = set()
    before: Row | None = None
    for some in folded_rows(found, show_all=show_all):
        if len(some) == 1:
            noted = notes(comparison, some[0], before)
            parts.extend(_row(comparison, some[0], noted, anchors, linked))
        else:
            text = f"*{{... {escaped(fold_label(comparison, some))} ...}}*"
            parts.append(row(text, min(one.depth for one in some)))
        before = some[-1]
    parts.extend(_frames(comparison, said))
    return "\n\n".join(parts) + "\n"


def _head(said: Head) -> Iterator[str]:
    """Yields title, sentence and the two tables."""
    yield f"## {escaped(said.title)}"
    yield escaped(said.sentence)
    lines = ["| | text | standing | held |", "|---|---|---|---|"]
    for side in said.sides:
        cells = (f"**{side.label}**", *map(escaped, (side.citation, side.standing, side.held)))
        lines.append(f"| {' | '.join(cells)} |")
    yield "\n".join(lines)
    lines = ["| provisions | |", "|---|---:|"]
    lines.extend(f"| {label} | {count} |" for label, count in said.figures)
    lines.extend(f"| words {label} | {count} |" for label, count in said.words)
    yield "\n".join(lines)


def _legend(said: Labels, found: tuple[Row, ...]) -> Iterator[str]:
    """Yields what the marks mean, of those that occur."""
    signs = signs_of(found)
    told = []
    if "-" in signs:
        told.append(f"<del>{said.deleted}</del>")
    if "+" in signs:
        told.append(f"<ins>{said.inserted}</ins>")
    if "#" in signs:
        told.append(f"(3) *{{{said.was} (2)}}* a number that only follows")
    if any(stretch.doubt for one in found for stretch in one.stretches):
        told.append(f"{NOT_CONFIRMED} reconstructed, not confirmed against any copy")
    if told:
        yield f"Marks: {'; '.join(told)}"
    yield "---"


def _row(
    comparison: Comparison, one: Row, noted: tuple[Note, ...], anchors: str, linked: set[str]
) -> Iterator[str]:
    """Yields a row's notes, its words, and what is not held of it."""
    own = f"{anchors}op-{one.operation}{'' if one.form == 'words' else '-away'}"
    wanted = {"moved", "merged"} & one.changes and own not in linked
    linked.add(own)
    target = f'<a id="{own}"></a>' if wanted else ""
    said = [_note(note, one, anchors) for note in noted]
    if one.form != "words":
        yield _set(f"{target}{escaped(away_name(comparison, one))} {' '.join(said)}", one.depth)
        return
    for text in said:
        yield _set(f"{target}{text}", one.depth)
        target = ""
    words = _words(one, labels(comparison))
    if words.strip():
        yield _set(target + words, one.depth)
    for gap in gaps(comparison, one):
        yield _set(f"**{escaped(gap)}**", one.depth)


def _set(content: str, depth: int) -> str:
    """Sets a paragraph in; one that begins with a link target needs no other care."""
    return f"{EM * depth}{content}" if content.startswith("<a ") else row(content, depth)


def _note(note: Note, one: Row, anchors: str) -> str:
    """Writes a note, linked where it points at another row of its operation."""
    text = escaped(note.text)
    if not note.to:
        return f"*{text}*"
    away = "-away" if note.to == "there" else ""
    return f"*[{text}](#{anchors}op-{one.operation}{away})*"


def _words(one: Row, said: Labels) -> str:
    """Writes a row's words with their marks, those of doubt outside all others."""
    alone = all(stretch.sign == "?" for stretch in one.stretches)
    together = [
        (doubt, "".join(_inline(some, said, alone=alone) for some in found))
        for doubt, found in groupby(shown(one.stretches), key=lambda some: bool(some.doubt))
    ]
    if len(together) == 1 and together[0][0]:
        return f"{NOT_CONFIRMED} {together[0][1]}"
    return "".join(
        f"{{{NOT_CONFIRMED} {text.strip()} {NOT_CONFIRMED}}} " if doubt else text
        for doubt, text in together
    )


def _inline(some: Shown, said: Labels, *, alone: bool) -> str:
    """Writes some words in the mark of their sign, and the blanks behind them."""
    text = escaped(some.text)
    match some.sign:
        case "-":
            text = f"<del>{text}</del>"
        case "+":
            text = f"<ins>{text}</ins>"
        case "#":
            text = f"{text} *{{{said.was} {escaped(some.was)}}}*"
        case "?" if not alone:
            text = f"{{not compared: {text}}}"
    return text + escaped(some.after)


def _frames(comparison: Comparison, said: Labels) -> Iterator[str]:
    """Yields what takes no part: titles, enacting clauses, heads of bill sections."""
    sides = (
        (said.enacted, comparison.enacted, comparison.enacted_frame),
        (said.proposed, comparison.proposed, comparison.proposed_frame),
    )
    for label, document, ids in sides:
        found = [row(escaped(words), 1) for id_ in ids if (words := words_of(document, id_))]
        if found:
            yield f"*Takes no part in the comparison ({label}):*"
            yield from found
