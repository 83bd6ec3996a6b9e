"""What differs between two codes: a head, then the redline of every changed section."""

from __future__ import annotations

import json
from textwrap import fill

from billkit.comparison.codes import CodeComparison
from billkit.text.unseen import visible, written_in_json
from billkit.writers.markdown_escaping import escaped
from billkit.writers.markup import Markup, page, tag
from billkit.writers.redline_html import write_redline_html
from billkit.writers.redline_json import write_redline_json
from billkit.writers.redline_markdown import write_redline_markdown
from billkit.writers.redline_text import write_redline_text

__all__ = ["write_codes_html", "write_codes_json", "write_codes_markdown", "write_codes_text"]


def _sentence(found: CodeComparison) -> str:
    """Says in one sentence what differs."""
    moved = {(one.enacted, one.proposed) for one in found.relocated}
    changed = sum(1 for pair in found.changed if pair not in moved)
    return (
        f"{_counted(found.equal, 'section')} the same, {changed} changed, "
        f"{len(found.relocated)} under another name, {len(found.deleted)} deleted and "
        f"{len(found.inserted)} inserted."
    )


def _counted(count: int, what: str) -> str:
    """Writes a count with its noun and verb."""
    return f"{count} {what} is" if count == 1 else f"{count} {what}s are"


def _names(found: CodeComparison) -> list[str]:
    """Lists relocated, deleted and inserted sections by name, one a line."""
    return [
        *(f"{one.enacted} -> {one.proposed} ({one.score:.0%})" for one in found.relocated),
        *(f"deleted: {name}" for name in found.deleted),
        *(f"inserted: {name}" for name in found.inserted),
    ]


def _title(pair: tuple[str, str]) -> str:
    """Names a pair of sections."""
    return pair[0] if pair[0] == pair[1] else f"{pair[0]} -> {pair[1]}"


def write_codes_text(
    found: CodeComparison, *, width: int = 80, show_all: bool = False, brief: bool = False
) -> str:
    """Writes the differences of two codes as text, section by section.

    Args:
        found: What differs.
        width: How many characters a line of a redline holds.
        show_all: Whether long unchanged stretches are shown in full.
        brief: Whether the head is left out.
    """
    out = [] if brief else [fill(_sentence(found), width), *map(visible, _names(found)), ""]
    for pair, comparison in found.changed.items():
        redline = write_redline_text(comparison, width=width, show_all=show_all, brief=True)
        out += [f"== {visible(_title(pair))}", redline.rstrip("\n"), ""]
    return "\n".join(out).rstrip("\n") + "\n"


def write_codes_markdown(found: CodeComparison, *, show_all: bool = False) -> str:
    """Writes the differences of two codes as Markdown, a heading a section."""
    out = [_sentence(found), "", *(f"- {escaped(name)}" for name in _names(found)), ""]
    for number, (pair, comparison) in enumerate(found.changed.items(), start=1):
        redline = write_redline_markdown(comparison, anchors=f"s{number}-", show_all=show_all)
        out += [f"## {escaped(_title(pair))}", "", redline.rstrip("\n"), ""]
    return "\n".join(out).rstrip("\n") + "\n"


def write_codes_html(found: CodeComparison, *, show_all: bool = False) -> str:
    """Writes the differences of two codes as one page."""
    redlines = [
        Markup(
            write_redline_html(
                comparison, fragment=True, anchors=f"s{number}-", styled=False, show_all=show_all
            )
        )
        for number, comparison in enumerate(found.changed.values(), start=1)
    ]
    content = tag(
        "div",
        tag("p", _sentence(found)),
        tag("ul", *(tag("li", name) for name in _names(found))),
        *redlines,
        class_="bk",
    )
    return page("What differs between two codes", content, "redline")


def write_codes_json(found: CodeComparison) -> str:
    """Writes the differences of two codes as JSON; each comparison has the shape of its schema."""
    data = {
        "equal": found.equal,
        "relocated": [
            {"enacted": one.enacted, "proposed": one.proposed, "score": round(one.score, 4)}
            for one in found.relocated
        ],
        "deleted": list(found.deleted),
        "inserted": list(found.inserted),
        "changed": [
            {
                "enacted": enacted,
                "proposed": proposed,
                "comparison": json.loads(write_redline_json(comparison)),
            }
            for (enacted, proposed), comparison in found.changed.items()
        ],
    }
    return written_in_json(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"
