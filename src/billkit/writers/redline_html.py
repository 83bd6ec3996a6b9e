"""A redline as HTML: inline and side by side, filtered by kind, without a script."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2s
from typing import Literal

from billkit.comparison.result import Comparison
from billkit.writers.markup import Markup, classes, hidden, page, style, tag
from billkit.writers.redline_folding import fold_label, folded_rows
from billkit.writers.redline_html_head import controls, header
from billkit.writers.redline_html_words import SIDES, inline, one_side
from billkit.writers.redline_json import write_redline_json
from billkit.writers.redline_labels import labels, place_name
from billkit.writers.redline_notes import Note, away_name, gaps, notes
from billkit.writers.redline_rows import Row, rows
from billkit.writers.redline_summary import head
from billkit.writers.redline_words import words_of

__all__ = ["write_redline_html"]

_DEEPEST = 8


def write_redline_html(  # noqa: PLR0913 - each is a choice of its own, and has its default
    comparison: Comparison,
    *,
    fragment: bool = False,
    anchors: str | None = None,
    styled: bool = True,
    view: Literal["inline", "side"] = "inline",
    show_all: bool = False,
) -> str:
    """Writes a redline as HTML that needs nothing else: no script, no font, no network.

    Deleted and inserted words stand in ``del`` and ``ins`` and are named to those who listen;
    what was moved is linked both ways. Views and filters are switched by radio buttons.

    Args:
        comparison: The comparison.
        fragment: Whether an element to put into a page is wanted, not a page.
        anchors: What ids and names begin with; of a fragment, by default, a short digest of what
            is compared, so that several can share a page.
        styled: Whether a fragment brings its style sheet along.
        view: Which view is shown first.
        show_all: Whether long unchanged stretches stand open, not folded with a count.
    """
    if anchors is None:
        anchors = _digest(comparison) if fragment else ""
    shown = head(comparison)
    found = rows(comparison)
    content = tag(
        "section",
        "\n",
        header(comparison, shown, found, fragment=fragment),
        "\n",
        controls(comparison, shown, anchors, view=view),
        "\n",
        tag("div", *_Rows(comparison, anchors).every(found, show_all=show_all), class_="bk-rows"),
        *_frames(comparison),
        "\n",
        class_="bk bk-redline",
        aria_label=f"Redline: {shown.title}",
    )
    if not fragment:
        return page(shown.title, content, "redline")
    return (style("base", "redline") + "\n" if styled else "") + content + "\n"


def _digest(comparison: Comparison) -> str:
    """Makes a short name of what is compared."""
    content = write_redline_json(comparison).encode()
    return f"bk{blake2s(content, digest_size=4).hexdigest()}-"


class _Rows:
    """Makes the rows of one redline; the first of each operation can be linked to."""

    def __init__(self, comparison: Comparison, anchors: str) -> None:
        """Starts with nothing linked to."""
        self.comparison = comparison
        self.said = labels(comparison)
        self.anchors = anchors
        self.linked: set[str] = set()
        self.before: Row | None = None

    def every(self, found: tuple[Row, ...], *, show_all: bool) -> Iterator[Markup | str]:
        """Yields the rows, stretches without a difference folded."""
        yield "\n"
        columns = [
            tag("p", f"{side.label.capitalize()}: {side.citation}")
            for side in head(self.comparison).sides
        ]
        yield tag("div", *columns, class_="bk-columns", aria_hidden="true")
        for some in folded_rows(found, show_all=show_all):
            made = [part for row in some for part in ("\n", self.one(row))]
            if len(some) == 1:
                yield from made
            else:
                summary = tag("summary", fold_label(self.comparison, some))
                yield "\n"
                yield tag("details", summary, *made, class_="bk-fold")
        yield "\n"

    def one(self, row: Row) -> Markup:
        """Makes one row."""
        own = f"{self.anchors}op-{row.operation}{'' if row.form == 'words' else '-away'}"
        id_ = None if own in self.linked else own
        self.linked.add(own)
        noted = [
            _note(note, row, self.anchors) for note in notes(self.comparison, row, self.before)
        ]
        self.before = row
        if row.form != "words":
            parts = [tag("p", f"{away_name(self.comparison, row)} ", *noted, class_="bk-away")]
        else:
            parts = [*_path(self.comparison, row), *noted, *self._words(row)]
        parts.extend(tag("p", gap, class_="bk-gap") for gap in gaps(self.comparison, row))
        kinds = [f"is-{change}" for change in sorted(row.changes)] or ["is-equal"]
        depth = f"bk-d{min(row.depth, _DEEPEST)}"
        return tag("div", *parts, class_=classes("bk-row", depth, *kinds), id=id_)

    def _words(self, row: Row) -> Iterator[Markup]:
        """Yields a row's words for the inline view, and for the view side by side."""
        if not row.stretches:
            return
        yield tag("p", *inline(row, self.said), class_="bk-inline")
        for side in SIDES:
            label = self.said.enacted if side == "enacted" else self.said.proposed
            words = one_side(row, self.said, side)
            cell = words or [hidden("nothing")]
            none = "" if words else "bk-none"
            yield tag(
                "p", hidden(f"{label}: "), *cell, class_=classes("bk-side", f"bk-{side}", none)
            )


def _path(comparison: Comparison, row: Row) -> list[Markup]:
    """Names the provision, for when what stands above it is filtered out."""
    if not row.depth:
        return []
    side, reference = comparison.proposed, row.proposed
    if not reference:
        side, reference = comparison.enacted, row.enacted
    return [tag("p", place_name(side, reference), class_="bk-path")]


def _note(note: Note, row: Row, anchors: str) -> Markup:
    """Makes a note, linked where it points at another row of its operation."""
    target = {
        "here": f"#{anchors}op-{row.operation}",
        "there": f"#{anchors}op-{row.operation}-away",
    }
    text: str = note.text
    if note.to:
        text = tag("a", note.text, href=target[note.to])
    element = "p" if row.form == "words" else "span"
    return tag(element, text, class_=f"bk-note bk-note-{note.kind}")


def _frames(comparison: Comparison) -> Iterator[Markup | str]:
    """Yields what takes no part: titles, enacting clauses, heads of bill sections."""
    said = labels(comparison)
    sides = (
        (said.enacted, comparison.enacted, comparison.enacted_frame),
        (said.proposed, comparison.proposed, comparison.proposed_frame),
    )
    for label, document, ids in sides:
        found = [tag("p", words) for id_ in ids if (words := words_of(document, id_))]
        if found:
            yield "\n"
            summary = tag("summary", f"Takes no part in the comparison ({label})")
            yield tag("details", summary, *found, class_="bk-frame", open=True)
