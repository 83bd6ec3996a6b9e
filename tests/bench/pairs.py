"""Changed sections: time, exactness, marks against the fewest, hunks and islands, all engines."""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from typing import NamedTuple

from rapidfuzz.distance import Indel

from billkit.comparison.comparing import compare_documents
from billkit.readers.plain_text import read_plain_text
from billkit.tree import Document
from tests.bench.engines import (
    ENGINES,
    Engine,
    Pair,
    dmp_words,
    git_words,
    jsdiff_words,
    package_of_jsdiff,
)
from tests.bench.figures import Figure, Section, Table, at_least, at_most, known
from tests.bench.measures import (
    TOKENS,
    Mark,
    counted,
    exactness,
    marks_of,
    numbered,
    optimum_hunks,
)
from tests.bench.scope import Scope
from tests.bench.timing import seconds

__all__ = ["measure"]

_MOST_CELLS = 3_000_000
"""A pair with more cells than this between its texts is left out of the hunks."""


class _Truth(NamedTuple):
    """What is known of a pair: the fewest tokens that can be marked, and the fewest hunks."""

    tokens: int
    hunks: int | None


class _Score(NamedTuple):
    """An engine's marks over all pairs, against the truth."""

    exact: Counter[str]
    minimal: float
    marked: int
    against: float
    hunks: float
    islands: float


def _truth(pairs: Sequence[Pair], most_cells: int) -> list[_Truth]:
    out = []
    for pair in pairs:
        mine, theirs = numbered(*pair)
        hunks = optimum_hunks(mine, theirs, most_cells=most_cells)
        out.append(_Truth(Indel.distance(mine, theirs), hunks))
    return out


def _scored(pairs: Sequence[Pair], truth: Sequence[_Truth], marks: Sequence[list[Mark]]) -> _Score:
    counts = [counted(each) for each in marks]
    marked = sum(count.tokens for count in counts)
    hunks = sum(
        count.hunks for count, one in zip(counts, truth, strict=True) if one.hunks is not None
    )
    return _Score(
        Counter(exactness(each, *pair) for each, pair in zip(marks, pairs, strict=True)),
        sum(count.tokens <= one.tokens for count, one in zip(counts, truth, strict=True))
        / len(pairs),
        marked,
        marked / max(sum(one.tokens for one in truth), 1),
        hunks / max(sum(one.hunks or 0 for one in truth), 1),
        sum(count.islands for count in counts) / max(sum(count.hunks for count in counts), 1),
    )


def _row(name: str, taken: float, score: _Score, pairs: int, *, exact: str = "") -> tuple[str, ...]:
    if not exact:
        level = "exact" if score.exact["exact"] == pairs else "words"
        held = score.exact["exact"] + (score.exact["words"] if level == "words" else 0)
        exact = f"{held}" if level == "exact" else f"{held} words"
    return (
        name,
        f"{taken:.3f}",
        exact,
        f"{score.minimal:.2f}",
        f"{score.against:.2f}",
        f"{score.hunks:.2f}",
        f"{score.islands:.3f}",
    )


_Act = Callable[[Pair, tuple[Document, Document]], object]

_ACTS: dict[str, _Act] = {
    "d-m-p": lambda texts, _: dmp_words(*texts),
    "readable": lambda _, documents: compare_documents(*documents),
    "minimal": lambda _, documents: compare_documents(*documents, marks="minimal"),
    "read": lambda texts, _: [read_plain_text(text) for text in texts],
    "tokens": lambda texts, _: [TOKENS.findall(text) for text in texts],
}
"""What is timed of each pair: its texts, and documents that were never compared before."""

_BLOCK = 20


def _times(pairs: Sequence[Pair], rounds: int) -> dict[str, float]:
    """Adds up the median times of blocks of pairs; the engines take turns at every block."""
    blocks = [pairs[first : first + _BLOCK] for first in range(0, len(pairs), _BLOCK)]
    taken: dict[str, list[list[float]]] = {name: [[] for _ in blocks] for name in _ACTS}
    for _ in range(rounds):
        for place, block in enumerate(blocks):
            for name, act in _ACTS.items():
                documents = [(read_plain_text(one), read_plain_text(other)) for one, other in block]
                gc.collect()
                start = time.perf_counter()
                for texts, read in zip(block, documents, strict=True):
                    act(texts, read)
                taken[name][place].append(time.perf_counter() - start)
    return {name: sum(map(median, each)) for name, each in taken.items()}


def measure(scope: Scope) -> Section:
    """Compares all pairs with all engines."""
    corpus = scope.corpus
    pairs = corpus.pairs
    times = _times(pairs, scope.rounds)
    unit = times["d-m-p"]
    documents = corpus.read()
    readable = [compare_documents(one, other) for one, other in documents]
    minimal = [compare_documents(one, other, marks="minimal") for one, other in documents]
    exact = sum(
        one.accept() == one.proposed and one.reject() == one.enacted
        for found in zip(readable, minimal, strict=True)
        for one in found
    )
    truth = _truth(pairs, _MOST_CELLS // 10 if scope.quick else _MOST_CELLS)
    scores = {
        marks: _scored(pairs, truth, [marks_of(one) for one in found])
        for marks, found in (("readable", readable), ("minimal", minimal))
    }
    size = len(pairs)
    told = f"{exact // 2}"
    rows: list[tuple[str, ...]] = [
        ("tokenising alone", f"{times['tokens'] / unit:.3f}", "", "", "", "", ""),
        _row("billkit, readable", times["readable"] / unit, scores["readable"], size, exact=told),
        _row("billkit, minimal", times["minimal"] / unit, scores["minimal"], size, exact=told),
        *_others(pairs, truth, unit),
    ]
    worked = sum(one.hunks is not None for one in truth)
    return Section(
        f"Changed sections: {corpus.source}",
        "Time is that of comparing documents already read, against diff-match-patch's words "
        "(their mapping included, no time limit); all take turns at every twenty pairs, and the "
        f"medians of {scope.rounds} rounds are added up. The fewest hunks among the alignments "
        f"that mark the fewest tokens were worked out for {worked} of {size} pairs.",
        _figures(times, scores, exact, size),
        (
            Table(
                "Engines",
                ("engine", "time", "exact", "minimal", "marks", "hunks", "islands"),
                tuple(rows),
            ),
        ),
    )


def _figures(
    times: dict[str, float], scores: dict[str, _Score], exact: int, size: int
) -> tuple[Figure, ...]:
    readable, minimal = scores["readable"], scores["minimal"]
    unit = times["d-m-p"]
    return (
        at_most("time / diff-match-patch words", times["readable"] / unit, 0.08),
        known("time, minimal marks / the same", times["minimal"] / unit),
        known("reading both texts / the same", times["read"] / unit),
        known("reading one text", times["read"] / size / 2 * 1000, "ms"),
        known("comparing one pair", times["readable"] / size * 1000, "ms"),
        at_least("accepted and rejected exactly", exact / 2, size, of=f" / {size}"),
        at_most("minimal marks / fewest", minimal.against, 1.03),
        at_most("readable marks / minimal marks", readable.marked / max(minimal.marked, 1), 1.08),
        at_most("hunks / the optimum's", readable.hunks, 0.72),
        at_most("islands a hunk", readable.islands, 0.03),
    )


def _others(pairs: Sequence[Pair], truth: Sequence[_Truth], unit: float) -> list[tuple[str, ...]]:
    """Compares with every other engine, once."""
    rows = []
    for name, engine in ENGINES.items():
        found: list[list[Mark]] = []
        taken = seconds(partial(_run, engine, pairs, found))
        rows.append(_row(name, taken / unit, _scored(pairs, truth, found), len(pairs)))
    taken, marks = git_words(pairs)
    score = _scored(pairs, truth, marks)
    rows.append(_row("git words, histogram", taken / unit, score, len(pairs)))
    package = package_of_jsdiff()
    if package is None:
        rows.append(("jsdiff: not run, no node or no package 'diff'", "", "", "", "", "", ""))
    else:
        taken, marks = jsdiff_words(pairs, package[0])
        score = _scored(pairs, truth, marks)
        rows.append(_row(f"jsdiff {package[1]} words", taken / unit, score, len(pairs)))
    return rows


def _run(engine: Engine, pairs: Sequence[Pair], found: list[list[Mark]]) -> None:
    """Compares all pairs with one engine."""
    found.extend(engine(*pair) for pair in pairs)
