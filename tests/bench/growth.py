"""How time grows with the size of a text, and what the largest texts need."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import partial

from rapidfuzz.distance import Indel

from billkit.comparison.comparing import compare_documents
from billkit.readers.plain_text import read_plain_text
from billkit.tree import Document, Node
from tests.bench.engines import ENGINES, Pair, dmp_words
from tests.bench.figures import Figure, Section, Table, at_least, at_most, known
from tests.bench.measures import TOKENS, counted, marks_of, numbered
from tests.bench.scope import Scope
from tests.bench.texts import (
    Corpus,
    altered_words,
    grown,
    laid_out,
    long_paragraph,
    one_paragraph,
    title_sections,
)
from tests.bench.timing import exponent, interleaved, memory_of, seconds

__all__ = ["measure_growth", "measure_paragraph", "measure_title"]

SIZES = (10_000, 50_000, 100_000, 200_000)
_SEED = 5
_TITLE = 1_050_000
_LONG = 100_000
_PEERS = ("difflib words", "redlines", "xmldiff")


def _flat(paragraphs: list[list[str]]) -> str:
    return "\n".join(" ".join(paragraph) for paragraph in paragraphs)


class _Texts:
    """The texts of one size: a text, the same with one percent changed, and an unrelated one."""

    def __init__(self, words: Sequence[str], size: int) -> None:
        vocabulary = sorted(set(words))
        self.enacted = grown(words, size, seed=_SEED)
        self.changed = altered_words(self.enacted, vocabulary, 0.01, seed=_SEED)
        self.other = grown(words, size, seed=_SEED + 1)
        self.held: list[Document] = []

    def ready(self) -> None:
        """Makes the documents anew."""
        texts = (self.enacted, self.changed, self.enacted, self.other)
        self.held = [laid_out(text) for text in texts]

    def times(self) -> dict[str, float]:
        """Gives the time billkit takes for the changed and for the unrelated text."""
        acts = {
            "1 % changed": lambda: compare_documents(self.held[0], self.held[1]),
            "unrelated": lambda: compare_documents(self.held[2], self.held[3]),
        }
        return interleaved(3, acts, before=self.ready)

    @property
    def changed_pair(self) -> Pair:
        """The text and its changed form, as one string each."""
        return _flat(self.enacted), _flat(self.changed)

    @property
    def unrelated_pair(self) -> Pair:
        """The text and the unrelated one."""
        return _flat(self.enacted), _flat(self.other)


def measure_growth(scope: Scope) -> Section:
    """Compares texts of growing size, little changed and unrelated."""
    ours: dict[str, dict[int, float]] = {"1 % changed": {}, "unrelated": {}}
    others: dict[str, dict[int, float]] = {}
    figures: list[Figure] = []
    for size in SIZES[:3] if scope.quick else SIZES:
        texts = _Texts(scope.corpus.words, size)
        times = texts.times()
        for name, taken in times.items():
            ours[name][size] = taken
        figures += _against_dmp(scope, texts, size, times, others)
        if size <= (SIZES[0] if scope.quick else SIZES[1]):
            for name in _PEERS:
                taken = seconds(partial(ENGINES[name], *texts.changed_pair))
                others.setdefault(name, {})[size] = taken
    figures = [
        at_most("exponent, 1 % changed", exponent(ours["1 % changed"]), 1.2),
        at_most("exponent, unrelated", exponent(ours["unrelated"]), 1.2),
        *figures,
    ]
    rows = [_grown(f"billkit, {name}", taken) for name, taken in ours.items()]
    rows += [_grown(f"{name}, 1 % changed", taken) for name, taken in others.items()]
    skipped = " The quick run leaves out what takes long." if scope.quick else ""
    return Section(
        "Growth",
        f"Seeded texts of numbered paragraphs; seconds for each size in words.{skipped}",
        tuple(figures),
        (Table("Seconds", ("engine", *(f"{size:,}" for size in SIZES), "exponent"), tuple(rows)),),
    )


def _against_dmp(
    scope: Scope,
    texts: _Texts,
    size: int,
    times: dict[str, float],
    others: dict[str, dict[int, float]],
) -> Iterator[Figure]:
    """Sets times beside those of diff-match-patch, at the sizes it can be waited for."""
    if size <= (SIZES[0] if scope.quick else SIZES[2]):
        taken = seconds(partial(dmp_words, *texts.changed_pair))
        others.setdefault("diff-match-patch words", {})[size] = taken
        if size == SIZES[2]:
            share = times["1 % changed"] / taken
            yield at_most("100,000 words, 1 % changed / d-m-p", share, 0.01)
    if size == SIZES[0] and not scope.quick:
        share = times["unrelated"] / seconds(partial(dmp_words, *texts.unrelated_pair))
        yield at_most("10,000 words, unrelated / d-m-p", share, 0.005)


def _grown(name: str, taken: dict[int, float]) -> tuple[str, ...]:
    cells = [f"{taken[size]:.3f}" if size in taken else "" for size in SIZES]
    return name, *cells, f"{exponent(taken):.2f}" if len(taken) > 1 else ""


def _title_of(sections: list[str]) -> Document:
    """Reads each section there is and puts them together, each under a number of its own."""
    nodes = []
    for place, text in enumerate(sections):
        if not text:
            continue
        read = read_plain_text(text).root.children
        num = f"{place // 100 + 1}-{place % 100 + 1:02d}"
        nodes.append(Node("section", num=num, children=read))
    return Document(Node("document", children=tuple(nodes)))


def _titles(corpus: Corpus) -> tuple[Document, Document]:
    enacted, proposed = title_sections(corpus, _TITLE, seed=_SEED)
    return _title_of(enacted), _title_of(proposed)


def _compared(documents: object) -> object:
    assert isinstance(documents, tuple)
    return compare_documents(*documents)


def measure_title(scope: Scope) -> Section:
    """Compares two releases of a title of a megabyte."""
    texts = title_sections(scope.corpus, _TITLE, seed=_SEED)
    flat = tuple("\n".join(filter(None, sections)) for sections in texts)
    held: list[tuple[Document, Document]] = []

    def ready() -> None:
        held[:] = [_titles(scope.corpus)]

    times = interleaved(3, {"title": lambda: compare_documents(*held[0])}, before=ready)
    compared = compare_documents(*held[0])
    exact = compared.accept() == held[0][1] and compared.reject() == held[0][0]
    marked = counted(marks_of(compare_documents(*held[0], marks="minimal"))).tokens
    memory = memory_of(partial(_titles, scope.corpus), _compared)
    size = sum(1 for _ in TOKENS.finditer(flat[0]))
    changed = sum(one != other != "" != one for one, other in zip(*texts, strict=True))
    gone, new = texts[1].count(""), texts[0].count("")
    fewest = sum(Indel.distance(*numbered(one, other)) for one, other in zip(*texts, strict=True))
    figures = [
        known("comparing", times["title"], "s"),
        at_most("memory at its peak", max(memory.objects, memory.process), 40, "MB"),
        at_least("exact", float(exact), 1),
        known("minimal marks / fewest, section by section", marked / fewest),
    ]
    if not scope.quick:
        taken = seconds(lambda: dmp_words(*flat))
        figures.insert(1, at_most("time / diff-match-patch words", times["title"] / taken, 0.002))
    return Section(
        "A title of one megabyte",
        f"{len(texts[0])} sections, {len(flat[0]):,} characters, {size:,} tokens; {changed} "
        f"sections changed as real ones were, {gone} repealed, {new} new.",
        tuple(figures),
    )


def _rewritten(corpus: Corpus, share: float) -> tuple[list[str], list[str]]:
    """Draws a paragraph, and the same with a share of its words gone, replaced or added to."""
    words = corpus.words
    vocabulary = sorted(set(words))
    enacted = long_paragraph(words, _LONG, seed=_SEED)
    rng = random.Random(_SEED)  # noqa: S311 - a seeded text, no secret
    proposed: list[str] = []
    for word in enacted:
        dice = rng.random() / share
        if dice < 1 / 3:
            continue
        proposed.append(rng.choice(vocabulary) if dice < 2 / 3 else word)
        if 2 / 3 <= dice < 1:
            proposed.append(rng.choice(vocabulary))
    return enacted, proposed


def _paragraphs(corpus: Corpus, share: float) -> tuple[Document, Document]:
    enacted, proposed = _rewritten(corpus, share)
    return one_paragraph(enacted), one_paragraph(proposed)


def _compared_minimally(documents: object) -> object:
    assert isinstance(documents, tuple)
    return compare_documents(*documents, marks="minimal")


def measure_paragraph(scope: Scope) -> Section:
    """Compares one unbroken paragraph of a hundred thousand words with its rewritten form."""
    shares = (0.1,) if scope.quick else (0.1, 0.5)
    return Section(
        "One paragraph of 100,000 words, rewritten",
        "Words of one unbroken paragraph deleted, replaced and added, wherever they stand. Tables "
        "are what the process grows by beyond Python's own objects.",
        tuple(figure for share in shares for figure in _paragraph_figures(scope.corpus, share)),
    )


def _paragraph_figures(corpus: Corpus, share: float) -> Iterator[Figure]:
    """Compares the paragraph with the form in which a share of its words is changed."""
    numbers = numbered(*(" ".join(words) for words in _rewritten(corpus, share)))
    held: list[tuple[Document, Document]] = []

    def ready() -> None:
        held[:] = [_paragraphs(corpus, share)]

    times = interleaved(
        3,
        {
            "ours": lambda: _compared_minimally(held[0]),
            "table": lambda: Indel.distance(*numbers),
        },
        before=ready,
    )
    compared = compare_documents(*held[0], marks="minimal")
    marked = counted(marks_of(compared)).tokens
    exact = compared.accept() == held[0][1] and compared.reject() == held[0][0]
    memory = memory_of(partial(_paragraphs, corpus, share), _compared_minimally)
    tables = max(memory.process - memory.objects, 0.0)
    name = f"{share:.0%}"
    yield at_least(f"{name} of the words: exact", float(exact), 1)
    yield at_most(f"{name}: marks / fewest", marked / Indel.distance(*numbers), 1.1)
    yield at_most(f"{name}: time / bit-parallel LCS", times["ours"] / times["table"], 1.5)
    yield at_most(f"{name}: tables", tables, 32, "MB")
    yield known(f"{name}: Python's objects", memory.objects, "MB")
