"""The texts that the bench compares: pairs of sections, and what seeded generators make of them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from billkit.library import list_statutes, load_statute
from billkit.readers.plain_text import read_plain_text
from billkit.tree import Document, Node, runs
from billkit.writers.plain_text import write_plain_text
from tests.bench.engines import Pair
from tests.bench.planting import KINDS, plant

__all__ = [
    "Corpus",
    "altered_words",
    "exchanged",
    "exchanges",
    "grown",
    "laid_out",
    "long_paragraph",
    "one_paragraph",
    "title_sections",
]

BESIDE = Path(__file__).parents[3] / "shared" / "bench" / "section-pairs.jsonl"
"""Where pairs of real sections may stand beside the checkout."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_PER_LAW = 5
_PER_SECTION = 8


@dataclass(frozen=True)
class Corpus:
    """Changed pairs of sections, and where they come from."""

    source: str
    pairs: tuple[Pair, ...]

    @classmethod
    def of(cls, file: Path | None) -> Corpus:
        """Takes the pairs of a file, those beside the checkout, or makes some.

        Args:
            file: Lines of JSON, each with ``enacted`` and ``proposed``.
        """
        if file is None and BESIDE.is_file():
            file = BESIDE
        if file is None:
            made = _made_pairs()
            return cls(f"{len(made)} pairs made by planting edits in the laws of the library", made)
        lines = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
        pairs = tuple((line["enacted"], line["proposed"]) for line in lines)
        return cls(f"the {len(pairs)} changed section pairs of {file.name}", pairs)

    def first(self, most: int) -> Corpus:
        """Keeps some of the pairs, spread over all of them."""
        step = max(len(self.pairs) / most, 1.0)
        kept = [self.pairs[int(place * step)] for place in range(min(most, len(self.pairs)))]
        return Corpus(f"{len(kept)} of {self.source}", tuple(kept))

    def read(self) -> list[tuple[Document, Document]]:
        """Reads all pairs anew, so that nothing of an earlier comparison is kept."""
        return [(read_plain_text(one), read_plain_text(other)) for one, other in self.pairs]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words of the enacted texts, in their order."""
        return tuple(word for text, _ in self.pairs for word in text.split())


def _made_pairs() -> tuple[Pair, ...]:
    """Plants edits of every kind in the laws that are held."""
    out: list[Pair] = []
    for number, held in enumerate(list_statutes()):
        law = load_statute(held.id)
        text = write_plain_text(law)
        kinds = list(KINDS)
        for turn in range(_PER_LAW):
            planted = plant(law, kinds[(number + 3 * turn) % len(kinds)], turn)
            if planted is not None:
                proposed = write_plain_text(planted.proposed)
                if proposed != text:
                    out.append((text, proposed))
    return tuple(out)


def laid_out(paragraphs: Sequence[Sequence[str]]) -> Document:
    """Makes a title of paragraphs: eight to a section, each numbered."""
    sections = [
        Node(
            "section",
            num=f"Sec. {first // _PER_SECTION + 1}.",
            children=tuple(
                Node("paragraph", num=f"({number})", text=runs(" ".join(words)))
                for number, words in enumerate(paragraphs[first : first + _PER_SECTION], 1)
            ),
        )
        for first in range(0, len(paragraphs), _PER_SECTION)
    ]
    return Document(Node("document", children=tuple(sections)))


def grown(words: Sequence[str], size: int, *, seed: int) -> list[list[str]]:
    """Draws paragraphs of twenty to sixty words, of so many words together."""
    rng = random.Random(seed)  # noqa: S311 - a seeded text, no secret
    out: list[list[str]] = []
    left = size
    while left > 0:
        count = min(rng.randint(20, 60), left)
        out.append([rng.choice(words) for _ in range(count)])
        left -= count
    return out


def altered_words(
    paragraphs: Sequence[Sequence[str]], words: Sequence[str], share: float, *, seed: int
) -> list[list[str]]:
    """Puts other words for a share of the words, wherever they stand."""
    rng = random.Random(seed)  # noqa: S311 - a seeded text, no secret
    out = [list(paragraph) for paragraph in paragraphs]
    for _ in range(int(sum(map(len, out)) * share)):
        paragraph = rng.choice(out)
        paragraph[rng.randrange(len(paragraph))] = rng.choice(words)
    return out


def long_paragraph(words: Sequence[str], size: int, *, seed: int) -> list[str]:
    """Draws one paragraph of so many words, in runs of real text."""
    rng = random.Random(seed)  # noqa: S311 - a seeded text, no secret
    out: list[str] = []
    while len(out) < size:
        start = rng.randrange(len(words))
        out += words[start : start + rng.randint(15, 60)]
    return out[:size]


def one_paragraph(words: Sequence[str]) -> Document:
    """Makes a document of one paragraph."""
    return Document(Node("document", children=(Node("paragraph", text=runs(" ".join(words))),)))


def exchanged(text: str, by: dict[str, str]) -> str:
    """Exchanges words of a text for others, the same ones always the same."""

    def other(found: re.Match[str]) -> str:
        word = found.group()
        into = by.get(word.casefold(), word)
        return into.capitalize() if word[:1].isupper() else into

    return _WORD.sub(other, text)


def exchanges(corpus: Corpus, *, seed: int) -> dict[str, str]:
    """Gives each longer word of the pairs another one of them."""
    known = sorted({word.casefold() for pair in corpus.pairs for word in _WORD.findall(pair[0])})
    others = known[:]
    random.Random(seed).shuffle(others)  # noqa: S311 - a seeded text, no secret
    return dict(zip(known, others, strict=True))


def title_sections(corpus: Corpus, size: int, *, seed: int) -> tuple[list[str], list[str]]:
    """Makes the sections of a title of so many characters, as they stand in two releases.

    The sections are those of the pairs; when they are used up they come again with other words in
    the place of theirs. A tenth is changed as the pairs were; of a hundred, three are repealed and
    three are new, which is "" on the other side.
    """
    rng = random.Random(seed)  # noqa: S311 - a seeded text, no secret
    enacted: list[str] = []
    other: list[str] = []
    held = 0
    turn = 0
    while held < size:
        by = exchanges(corpus, seed=seed + turn) if turn else {}
        for one, two in corpus.pairs:
            if held >= size:
                break
            enacted.append(exchanged(one, by) if by else one)
            other.append(exchanged(two, by) if by else two)
            held += len(enacted[-1])
        turn += 1
    few = round(len(enacted) * 0.03)
    chosen = rng.sample(range(len(enacted)), round(len(enacted) * 0.1) + 2 * few)
    gone, new, changed = set(chosen[:few]), set(chosen[few : 2 * few]), set(chosen[2 * few :])
    proposed = [other[n] if n in changed else text for n, text in enumerate(enacted)]
    enacted = ["" if n in new else text for n, text in enumerate(enacted)]
    proposed = ["" if n in gone else text for n, text in enumerate(proposed)]
    return enacted, proposed
