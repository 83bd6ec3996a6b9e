"""The page of measured figures: what ``make bench`` wrote, or how to make it write."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docs._ext.pages import Site, escaped, fenced, table

__all__ = ["DATA", "add_figures"]

PAGE = "figures"
DATA = Path("docs", "_data", "bench.json")
"""Where ``make bench`` writes what it has measured."""

_SUBJECTS = (
    "ten small edits whose ideal marks are known, and others of their kinds;",
    "hundreds of pairs of sections as legislatures changed them;",
    "planted edits of known kind, place and words, to be found again;",
    "how time grows with the length of the text, up to a title of a whole code;",
    "two releases of a whole code, section by section;",
    "loading, reading and checking the statute library;",
    "drafting every preset for every state, and how many words of an enacted act come back.",
)


def add_figures(site: Site, root: Path) -> None:
    """Adds the page of figures, made of the data of the last run where these are kept.

    Args:
        site: The site.
        root: The checkout.
    """
    file = root / DATA
    parts = [
        "# Figures",
        "How well and how fast billkit compares and drafts, every figure beside its target.",
    ]
    if file.is_file():
        parts += _report(json.loads(file.read_text("utf-8")))
    else:
        parts += _how_to_make()
    site.page(PAGE, *parts)


def _how_to_make() -> Iterator[str]:
    """Says, where no run is kept, what would be measured and how."""
    yield "**No run is kept with this copy of the site**, so no figure is shown. To make them:"
    yield fenced("make bench", "bash")
    yield f"It takes about five minutes and writes `{DATA.as_posix()}`; then `make docs` shows:"
    yield "\n".join(f"- {one}" for one in _SUBJECTS).rstrip(";")


def _report(data: Mapping[str, Any]) -> Iterator[str]:
    """Shows a run: what was measured, with which versions, every figure beside its target."""
    with_target = [
        figure for section in data["sections"] for figure in section["figures"] if figure["verdict"]
    ]
    missed = [
        f"- {escaped(section['title'])}: {escaped(one['name'])}, {escaped(one['shown'])}; "
        f"wanted {escaped(one['target'])}"
        for section in data["sections"]
        for one in section["figures"]
        if one["verdict"] == "not met"
    ]
    yield escaped(data["about"])
    yield f"**{len(with_target) - len(missed)} of {len(with_target)} targets are met.**"
    if missed:
        yield "Not met:"
        yield "\n".join(missed)
    for section in data["sections"]:
        yield f"## {escaped(section['title'])}"
        yield escaped(section["note"])
        rows = [
            (
                escaped(one["name"]),
                escaped(one["shown"]),
                escaped(one["target"]),
                f"**{one['verdict']}**" if one["verdict"] == "not met" else one["verdict"],
            )
            for one in section["figures"]
        ]
        yield table(("figure", "value", "target", "reached"), rows)
        for one in section["tables"]:
            yield f"### {escaped(one['title'])}"
            heads = [escaped(head) for head in one["head"]]
            yield table(heads, [[escaped(cell) for cell in row] for row in one["rows"]])
    yield "## Measured with"
    yield "\n".join(f"- {escaped(one)}" for one in data["versions"])
    yield "To measure on your own machine: `make bench`, or `make bench QUICK=1` for a part."
