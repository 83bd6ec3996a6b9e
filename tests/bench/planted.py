"""Planted edits: what was done is known, and the comparison has to find just that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from billkit.comparison.comparing import compare_documents
from billkit.readers.plain_text import read_plain_text
from billkit.tree import Document
from billkit.writers.plain_text import write_plain_text
from tests.bench.engines import ENGINES
from tests.bench.figures import Figure, Section, Table, at_least, at_most
from tests.bench.measures import counted
from tests.bench.planting import KINDS, Planted, plant
from tests.bench.scope import Scope

__all__ = ["measure"]

SINGLE = {
    "swap": "two provisions swapped",
    "insert": "one inserted, the rest renumbered",
    "split": "one split",
    "merge": "two merged",
}
"""The single edits that are counted as ideal or not, by the kind that plants them."""

_MOST = 60
_IDEAL = 58
_RECALL = 0.98
_WORDS = 1.1


@dataclass(slots=True)
class _Tally:
    """What was found of what was planted."""

    tried: int = 0
    ideal: int = 0
    exact: int = 0
    marked: int = 0
    edited: int = 0
    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def add(self, planted: Planted) -> None:
        """Compares, and counts."""
        compared = compare_documents(planted.enacted, planted.proposed)
        self.tried += 1
        self.exact += compared.accept() == planted.proposed and compared.reject() == planted.enacted
        got = {
            (change, operation.enacted, operation.proposed)
            for operation in compared.operations
            for change in operation.changes
        }
        for counter, some in (
            (self.found, got & planted.truth),
            (self.missed, planted.truth - got),
            (self.wrong, got - planted.truth),
        ):
            counter.update(change for change, _, _ in some)
        summary = compared.summary()
        words = summary.deleted_words + summary.inserted_words
        self.marked += words
        self.edited += planted.words
        self.ideal += got == planted.truth and words == planted.words


def _bases(scope: Scope) -> list[Document]:
    """Reads the sections in which edits are planted."""
    documents = [read_plain_text(proposed) for _, proposed in scope.corpus.pairs]
    return documents[: _MOST // 2] if scope.quick else documents


def _plants(bases: list[Document], kind: str) -> Iterator[Planted]:
    for seed, base in enumerate(bases):
        if (planted := plant(base, kind, seed)) is not None:
            yield planted


def measure(scope: Scope) -> Section:
    """Plants edits of each kind and compares."""
    bases = _bases(scope)
    tallies = {kind: _Tally() for kind in KINDS}
    singles: list[Figure] = []
    rows = []
    for kind in KINDS:
        tally = tallies[kind]
        for planted in _plants(bases, kind):
            tally.add(planted)
            if kind in SINGLE and tally.tried == _MOST:
                singles.append(_single(kind, tally))
        if kind in SINGLE and tally.tried < _MOST:
            singles.append(_single(kind, tally))
    for kind, name in SINGLE.items():
        rows.append(_marked(name, list(_plants(bases, kind))[: _MOST // 3]))
    together = _Tally()
    for tally in tallies.values():
        for mine, theirs in (
            (together.found, tally.found),
            (together.missed, tally.missed),
            (together.wrong, tally.wrong),
        ):
            mine.update(theirs)
        together.marked += tally.marked
        together.edited += tally.edited
        together.tried += tally.tried
        together.exact += tally.exact
    figures = [*singles, *_shares(together)]
    figures.append(
        at_most("words marked a word edited", together.marked / max(together.edited, 1), _WORDS)
    )
    figures.append(at_least("exact", together.exact, together.tried, of=f" / {together.tried}"))
    kinds = tuple(
        (kind, str(tally.tried), str(tally.ideal), str(tally.marked), str(tally.edited))
        for kind, tally in tallies.items()
    )
    return Section(
        "Planted edits",
        f"Edits of known kind, place and words in {len(bases)} sections of {scope.corpus.source}. "
        f"Ideal: the right changes at the right places and no word marked beyond those edited.",
        tuple(figures),
        (
            Table("By kind", ("planted", "tried", "ideal", "marked", "edited"), kinds),
            Table(
                "Tokens marked a section",
                ("planted", "truth", "billkit", "d-m-p", "semantic", "difflib", "xmldiff"),
                tuple(rows),
            ),
        ),
    )


def _single(kind: str, tally: _Tally) -> Figure:
    """Gives how many of the first sixty are ideal; of fewer, the share of the target."""
    target = _IDEAL if tally.tried >= _MOST else round(tally.tried * _IDEAL / _MOST)
    return at_least(f"ideal: {SINGLE[kind]}", tally.ideal, target, of=f" / {tally.tried}")


def _shares(tally: _Tally) -> Iterator[Figure]:
    """Gives recall and precision of each change."""
    for change in sorted({*tally.found, *tally.missed, *tally.wrong}):
        found, missed, wrong = (c[change] for c in (tally.found, tally.missed, tally.wrong))
        if found + missed:
            yield at_least(f"recall, {change}", found / (found + missed), _RECALL)
        yield at_least(f"precision, {change}", found / max(found + wrong, 1), _RECALL)


def _marked(name: str, plants: list[Planted]) -> tuple[str, ...]:
    """Counts the tokens that flat engines mark where billkit's are few."""
    texts = [
        (write_plain_text(planted.enacted), write_plain_text(planted.proposed))
        for planted in plants
    ]
    size = max(len(plants), 1)
    ours = 0
    for planted in plants:
        summary = compare_documents(planted.enacted, planted.proposed).summary()
        ours += summary.deleted_words + summary.inserted_words
    cells = [f"{sum(planted.words for planted in plants) / size:.1f}", f"{ours / size:.1f}"]
    for engine in ("diff-match-patch words", "the same, semantic", "difflib words", "xmldiff"):
        marked = sum(counted(ENGINES[engine](*pair)).tokens for pair in texts)
        cells.append(f"{marked / size:.1f}")
    return name, *cells
