"""The ten edits and the other cases of tests/cases/comparison: which engine marks what is ideal."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from billkit.comparison.comparing import compare_documents
from billkit.readers.plain_text import read_plain_text
from tests.bench.engines import ENGINES, Pair, git_words, jsdiff_words, package_of_jsdiff
from tests.bench.figures import Section, Table, at_least
from tests.bench.measures import counted

__all__ = ["TEN", "Case", "all_cases", "measure"]

TEN = (
    "paragraph-moved",
    "item-inserted-rest-relettered",
    "sentence-made-a-list",
    "quotes-dashes-hard-blank",
    "line-break-with-hyphen",
    "moved-and-one-word-edited",
    "two-paragraphs-merged",
    "restated-in-capitals",
    "reference-follows-a-renumbering",
    "duty-word-and-number",
)
"""The ten small edits of the project's figures, by the names of their cases."""

FOLDER = Path(__file__).parents[1] / "cases" / "comparison"
_SHORT = ("dmp", "sem", "difflib", "redl", "xmld", "html")


@dataclass(frozen=True, slots=True)
class Case:
    """A case: two texts, the words that an ideal comparison marks, the changes it reports."""

    name: str
    texts: Pair
    words: int
    changes: tuple[str, ...]


def all_cases() -> list[Case]:
    """Reads every case, the ten edits first."""
    out = []
    for folder in sorted(FOLDER.iterdir()):
        expected = tomllib.loads((folder / "case.toml").read_text("utf-8"))
        enacted, proposed = (
            (folder / f"{side}.txt").read_text("utf-8").strip() for side in ("enacted", "proposed")
        )
        changes = tuple(sorted(expected["changes"]))
        out.append(Case(folder.name, (enacted, proposed), expected["marked-words"], changes))
    order = {name: place for place, name in enumerate(TEN)}
    return sorted(out, key=lambda case: (order.get(case.name, len(order)), case.name))


def measure() -> Section:
    """Marks every case with every engine."""
    cases = all_cases()
    others = {
        name: [counted(engine(*case.texts)).words for case in cases]
        for name, engine in zip(_SHORT, ENGINES.values(), strict=True)
    }
    texts = [case.texts for case in cases]
    others["git"] = [counted(marks).words for marks in git_words(texts)[1]]
    package = package_of_jsdiff()
    if package is not None:
        found = jsdiff_words(texts, package[0])[1]
        others["js"] = [counted(marks).words for marks in found]
    ideal, words = [], []
    for case in cases:
        summary = compare_documents(*map(read_plain_text, case.texts)).summary()
        marked = summary.deleted_words + summary.inserted_words
        words.append(marked)
        ideal.append(marked == case.words and tuple(sorted(summary.changes)) == case.changes)
    rows = []
    for place, case in enumerate(cases):
        cells = [str(marked[place]) for marked in others.values()]
        ours = f"{words[place]}{'' if ideal[place] else ' !'}"
        rows.append((case.name, str(case.words), ours, *cells))
    hits = [
        str(sum(marked[n] == case.words for n, case in enumerate(cases)))
        for marked in others.values()
    ]
    rows.append(("ideal", str(len(cases)), str(sum(ideal)), *hits))
    first = len(TEN)
    return Section(
        "The ten edits, and others of their kinds",
        "Words marked as deleted or inserted. billkit's are ideal where the changes it reports are "
        "the right ones as well; for the other engines the words alone are looked at: "
        "diff-match-patch by words, the same with semantic clean-up, difflib by words, redlines, "
        "xmldiff, lxml's htmldiff, git's word diff, jsdiff through node.",
        (
            at_least("ideal, of the ten edits", sum(ideal[:first]), first, of=f" / {first}"),
            at_least("ideal, of all cases", sum(ideal), len(cases), of=f" / {len(cases)}"),
        ),
        (Table("Words marked", ("case", "ideal", "billkit", *others), tuple(rows)),),
    )
