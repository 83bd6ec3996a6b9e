"""Nothing is missing from the site: each thing that billkit has, has its place on a page.

That the checks themselves would see it is tried: a piece is taken out of the finished site, one for
each kind of thing, and the check must name it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from docs._ext.pages import Site
from tests.docs.closure import CHECKS


@pytest.fixture(scope="module")
def site(pages: Path) -> Site:
    """The pages as Sphinx read them, and what can be downloaded."""
    source = pages.parent / "source"
    return Site(
        pages={
            path.relative_to(source).as_posix().removesuffix(".md"): path.read_text("utf-8")
            for path in sorted(source.rglob("*.md"))
        },
        fragments={
            path.name.removesuffix(".html"): path.read_text("utf-8")
            for path in sorted((source / "_fragments").rglob("*.html"))
        },
        files={
            path.relative_to(pages).as_posix(): path.read_bytes()
            for path in sorted((pages / "downloads").rglob("*"))
            if path.is_file()
        },
    )


@pytest.mark.parametrize("check", CHECKS)
def test_nothing_is_missing(check: str, site: Site) -> None:
    assert list(CHECKS[check](site)) == []


@pytest.mark.parametrize(
    ("check", "place", "words", "missing"),
    [
        ("clauses", "reference/clauses/index", "<term.md>", "term in the list"),
        ("clauses", "reference/clauses/term", "\n| `begins` |", "TermClause: `begins`"),
        ("clauses", "reference/clauses/renewal", "", "RenewalClause: `each`"),
        ("wordings", "reference/clauses/term", "### The wording `kentucky`\n", "term/kentucky"),
        ("values", "reference/values", "## Ends on\n", "EndsOn"),
        ("values", "reference/values", "\n| `ballot` |", "Vote: `ballot`"),
        ("bill_presets", "reference/presets/after-kentucky", "", "after-kentucky"),
        (
            "statutes",
            "reference/statutes/us-ar/ark-code-6-15-2803",
            "## Text: 2024\n",
            "us-ar/ark-code-6-15-2803@2024",
        ),
        (
            "statutes",
            "downloads/statutes/us-ky/krs-156.108@2012.json",
            "",
            "us-ky/krs-156.108@2012 as json",
        ),
        (
            "acts",
            "reference/statutes/us-ky/index",
            "(us-ky-districts-of-innovation)=",
            "us-ky/districts-of-innovation",
        ),
        (
            "cells",
            "reference/statutes/us-ms/index",
            "| [Term](",
            "us-ms/districts-of-innovation: term",
        ),
        ("matrix", "matrix", ">Kentucky</th>", "Kentucky"),
        ("matrix", "matrix", "clauses/term.html", "us-ky: term"),
        ("styles", "reference/styles/us-nd", "\n| `enacting-clause` |", "us-nd: enacting-clause"),
        ("error_codes", "reference/errors", "`not-a-duration` |", "not-a-duration"),
        ("command_line", "reference/commands/index", "<compare.md>", "compare"),
        ("command_line", "reference/commands/index", "--debug", "billkit _debug"),
        ("command_line", "reference/commands/compare", "`--marks`", "compare: --marks"),
        ("command_line", "reference/commands/compare", "`PROPOSED`", "compare: PROPOSED"),
        (
            "command_line",
            "reference/commands/statutes",
            "## billkit statutes refs\n",
            "statutes refs",
        ),
        ("public_names", "reference/python/functions", ":: billkit.compare\n", "compare"),
        ("public_names", "reference/python/index", "`billkit.read`", "read"),
        ("schemas", "downloads/schemas/bill.schema.json", "", "bill"),
        ("schemas", "reference/schemas", "\n| `operations`", "comparison: operations"),
        ("examples", "examples/index", "<first-bill.md>", "first-bill"),
        (
            "examples",
            "downloads/kentucky-and-mississippi/result.json",
            "",
            "kentucky-and-mississippi: billkit compare us-ky us-ms as json",
        ),
        ("written_pages", "index", "\nlimits\n", "limits"),
    ],
)
def test_what_is_taken_out_is_missed(
    check: str, place: str, words: str, missing: str, site: Site
) -> None:
    less = Site(pages={**site.pages}, fragments={**site.fragments}, files={**site.files})
    for held in (less.pages, less.fragments):
        if place in held:
            assert words in held[place]
            held[place] = held[place].replace(words, "\n") if words else ""
            if not held[place]:
                del held[place]
    less.files.pop(place, None)
    assert missing in list(CHECKS[check](less))
