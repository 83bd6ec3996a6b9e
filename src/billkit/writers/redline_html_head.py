"""What stands above the rows of an HTML redline: what changed, the legend, views and filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from billkit.comparison.result import Comparison
from billkit.writers.document_head import NOT_CONFIRMED
from billkit.writers.markup import Markup, tag
from billkit.writers.redline_labels import Labels, labels
from billkit.writers.redline_rows import Row, signs_of
from billkit.writers.redline_summary import Head

__all__ = ["controls", "header"]


def header(comparison: Comparison, shown: Head, found: Sequence[Row], *, fragment: bool) -> Markup:
    """Makes the head: title, sentence, both sides, figures, legend.

    Args:
        comparison: The comparison.
        shown: What is said of it.
        found: Its rows.
        fragment: Whether the page has a heading of its own.
    """
    return tag(
        "header",
        tag("p" if fragment else "h1", shown.title, class_="bk-title"),
        "\n",
        tag("p", shown.sentence, class_="bk-sentence"),
        "\n",
        tag("div", _sides(shown), "\n", _figures(shown), class_="bk-tables"),
        "\n",
        _legend(labels(comparison), found),
        class_="bk-head",
    )


def _sides(shown: Head) -> Markup:
    """Makes the table of the two texts."""
    heads = tag("tr", *[tag("th", name, scope="col") for name in ("", "text", "standing", "held")])
    lines = [
        tag(
            "tr",
            tag("th", side.label, scope="row"),
            *[tag("td", cell) for cell in (side.citation, side.standing, side.held)],
        )
        for side in shown.sides
    ]
    return tag(
        "table", tag("caption", "What is compared"), tag("thead", heads), tag("tbody", *lines)
    )


def _figures(shown: Head) -> Markup:
    """Makes the table of figures."""
    figures = [*shown.figures, *((f"words {label}", count) for label, count in shown.words)]
    lines = [
        tag("tr", tag("th", label, scope="row"), tag("td", str(count), class_="bk-count"))
        for label, count in figures
    ]
    return tag("table", tag("caption", "Provisions and words"), tag("tbody", *lines))


def _legend(said: Labels, found: Sequence[Row]) -> Markup:
    """Makes the legend of the marks that occur."""
    signs = signs_of(found)
    changes = {change for row in found for change in row.changes}
    doubt = any(stretch.doubt for row in found for stretch in row.stretches)
    was = tag("span", f"{{{said.was} (2)}}", class_="bk-was")
    entries: list[tuple[bool, tuple[str, ...]]] = [
        ("-" in signs, (tag("del", said.deleted),)),
        ("+" in signs, (tag("ins", said.inserted),)),
        ("~" in signs, (tag("span", "written otherwise", class_="bk-restyled"),)),
        (
            "#" in signs,
            (tag("span", "(3)", class_="bk-follows"), " ", was, " a number that only follows"),
        ),
        (
            "moved" in changes,
            (tag("span", f">> {said.changes['moved']}", class_="bk-note bk-note-moved"),),
        ),
        (
            "uncompared" in changes,
            (tag("span", said.changes["uncompared"], class_="bk-open"),),
        ),
        (
            doubt,
            (
                tag("span", NOT_CONFIRMED, class_="bk-doubt-sign"),
                " reconstructed, not confirmed against any copy",
            ),
        ),
    ]
    shown = [tag("li", *parts) for occurs, parts in entries if occurs]
    return tag("ul", *shown, class_="bk-legend", aria_label="Legend") if shown else Markup("")


def controls(
    comparison: Comparison, shown: Head, anchors: str, *, view: Literal["inline", "side"]
) -> Markup:
    """Makes the buttons that switch views and filters; the style sheet does the work.

    Args:
        comparison: The comparison.
        shown: What is said of it; a filter is offered for each change that occurs.
        anchors: What the buttons' names begin with.
        view: Which view is chosen.
    """
    said = labels(comparison)
    views = [("inline", "Inline"), ("side", "Side by side")]
    filters = [("everything", "Everything"), ("changes", "Changes only")]
    filters += [(f"only-{change}", said.changes[change]) for change in shown.kinds]
    return tag(
        "div",
        _choice("View", f"{anchors}view", views, view),
        "\n",
        _choice("Show", f"{anchors}show", filters, "everything") if shown.kinds else "",
        class_="bk-controls",
    )


def _choice(legend: str, name: str, options: Sequence[tuple[str, str]], chosen: str) -> Markup:
    """Makes a group of radio buttons."""
    made = [
        tag(
            "label",
            tag("input", type="radio", name=name, value=value, checked=value == chosen),
            " ",
            label,
        )
        for value, label in options
    ]
    return tag("fieldset", tag("legend", legend), *made)
