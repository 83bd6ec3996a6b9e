"""Whole codes: two releases of many thousand sections, of which only what changed is parsed."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from billkit.comparison.codes import CodeComparison, compare_codes
from billkit.readers.plain_text import read_plain_text
from billkit.tree import Document
from tests.bench.engines import dmp_words
from tests.bench.figures import Figure, Section, at_least, at_most, known
from tests.bench.scope import Scope
from tests.bench.texts import Corpus, exchanged, exchanges
from tests.bench.timing import interleaved, seconds

__all__ = ["LITTLE", "MUCH", "Release", "Shape", "measure", "read_sections", "synthetic"]

_SENTENCE = re.compile(r"(?<=[.;]) ")
_DMP_MOST = 400
_MANY_CHANGED = 0.05
"""From this share of changed sections on, comparing them is what takes the time."""


class Shape(NamedTuple):
    """How many sections a made code has, and how many of them are changed and moved."""

    sections: int
    changed: int
    moved: int


LITTLE = Shape(29_000, 289, 60)
"""Like two releases of North Dakota's code."""

MUCH = Shape(15_725, 1_967, 234)
"""Like two releases of Colorado's."""


@dataclass(frozen=True, slots=True)
class Release:
    """Two releases of a code: sections by name, and where the moved ones went, if it is known."""

    about: str
    enacted: Mapping[str, str]
    proposed: Mapping[str, str]
    moved: Mapping[str, str] = field(default_factory=dict)


def read_sections(place: Path) -> dict[str, str]:
    """Reads the sections of one release.

    Args:
        place: A folder with a file per section; a JSON file that gives each name its text; or a
            file of lines of JSON, each with ``section`` and ``text``.
    """
    if place.is_dir():
        files = sorted(file for file in place.rglob("*") if file.is_file())
        return {
            str(file.relative_to(place).with_suffix("")): file.read_text("utf-8") for file in files
        }
    text = place.read_text("utf-8")
    if place.suffix == ".json":
        return {str(name): str(words) for name, words in json.loads(text).items()}
    lines = [json.loads(line) for line in text.splitlines() if line.strip()]
    return {str(line["section"]): str(line["text"]) for line in lines}


def synthetic(corpus: Corpus, shape: Shape, *, seed: int = 2) -> Release:
    """Makes a code and its next release.

    What is changed is changed as the pairs were, with other words in the place of theirs after the
    first time; some sections stand under another number, every second of these with other words as
    well; of every fifth the number is used again for other text.
    """
    rng = random.Random(seed)  # noqa: S311 - a seeded text, no secret
    found = [
        sentence.replace("\n", " ")
        for text, _ in corpus.pairs
        for sentence in _SENTENCE.split(text)
        if 30 < len(sentence) < 400
    ]

    def section(name: str) -> str:
        count = rng.randint(2, 8)
        lines = (" ".join(rng.choices(found, k=rng.randint(1, 3))) for _ in range(count))
        numbered = (f"{n}. {line}" if count > 2 else line for n, line in enumerate(lines, 1))
        return f"{name}. Of section {name}.\n" + "\n".join(numbered)

    names = [f"{n // 100 + 1}-{n % 100 + 1:02d}-{n % 7 + 1:02d}" for n in range(shape.sections)]
    enacted = {name: section(name) for name in names}
    proposed = dict(enacted)
    chosen = rng.sample(names, shape.changed + shape.moved)
    by: dict[str, str] = {}
    for number, name in enumerate(chosen[: shape.changed]):
        turn, place = divmod(number, len(corpus.pairs))
        if place == 0:
            by = exchanges(corpus, seed=seed + turn) if turn else {}
        for side, text in zip((enacted, proposed), corpus.pairs[place], strict=True):
            side[name] = f"{name}. Of section {name}.\n{exchanged(text, by) if by else text}"
    moved = {}
    for number, name in enumerate(chosen[shape.changed :]):
        under = f"{900 + number // 100}-{number % 100:02d}-01"
        text = proposed.pop(name).replace(name, under)
        proposed[under] = _edited(text, rng, "carried") if number % 2 else text
        moved[name] = under
        if number % 5 == 0:
            proposed[name] = section(name)
    about = f"a made code of {shape.sections:,} sections, {shape.changed:,} of them changed"
    return Release(about, enacted, proposed, moved)


def _edited(text: str, rng: random.Random, word: str) -> str:
    words = text.split(" ")
    for _ in range(5):
        words[rng.randrange(3, len(words))] = word
    return " ".join(words)


def _read(_: str, text: str) -> Document:
    return read_plain_text(text)


def _digests(release: Release) -> int:
    """Hashes every section of both releases and counts those that differ."""
    mine, theirs = (
        {name: hashlib.sha256(text.encode()).digest() for name, text in side.items()}
        for side in (release.enacted, release.proposed)
    )
    return sum(theirs.get(name) != digest for name, digest in mine.items())


def measure(scope: Scope) -> Section:
    """Compares two releases of a code, or of two made ones."""
    if scope.codes is not None:
        enacted, proposed = (read_sections(place) for place in scope.codes)
        about = (
            f"{scope.codes[0].name} and {scope.codes[1].name}, {len(enacted):,} and "
            f"{len(proposed):,} sections"
        )
        releases = [Release(about, enacted, proposed)]
    elif scope.quick:
        small = Shape(*(count // 10 for count in LITTLE))
        releases = [synthetic(scope.corpus, small)]
    else:
        releases = [synthetic(scope.corpus, LITTLE), synthetic(scope.corpus, MUCH)]
    told = "; ".join(
        f"{each.about}, {sum(map(len, each.enacted.values())) / 1e6:.1f} million characters"
        for each in releases
    )
    return Section(
        "A whole code, two releases",
        f"{told[:1].upper()}{told[1:]}. Hashing is SHA-256 of every section of both releases; "
        "diff-match-patch compares the changed sections alone.",
        tuple(figure for release in releases for figure in _compared(release)),
    )


def _compared(release: Release) -> list[Figure]:
    """Compares two releases, and gives the figures."""
    times = interleaved(
        3,
        {
            "hash": lambda: _digests(release),
            "ours": lambda: compare_codes(release.enacted, release.proposed, read=_read),
        },
    )
    found = compare_codes(release.enacted, release.proposed, read=_read)
    pairs = [(release.enacted[one], release.proposed[other]) for one, other in found.changed]
    some = pairs[:: max(1, len(pairs) // _DMP_MOST)]
    dmp = seconds(lambda: [dmp_words(*pair) for pair in some]) * len(pairs) / max(len(some), 1)
    by_hash, by_dmp = times["ours"] / times["hash"], times["ours"] / max(dmp, 1e-9)
    if len(pairs) < _MANY_CHANGED * len(release.enacted):
        figures = [
            at_most("time / hashing both by section", by_hash, 3),
            known("time / d-m-p, changed sections", by_dmp),
        ]
    else:
        figures = [
            known("time / hashing both by section", by_hash),
            at_most("time / d-m-p, changed sections", by_dmp, 0.1),
        ]
    return [
        *figures,
        known("comparing", times["ours"], "s"),
        known("sections changed", len(found.changed) - len(found.relocated)),
        known("sections inserted", len(found.inserted)),
        known("sections deleted", len(found.deleted)),
        *_relocated(release, found),
        at_least("the same whatever the order", float(_is_steady(release, found)), 1),
        at_least("exact", _exact(found), len(found.changed), of=f" / {len(found.changed)}"),
    ]


def _relocated(release: Release, found: CodeComparison) -> list[Figure]:
    """Gives how many relocations were found; how many of them right, where that is known."""
    if not release.moved:
        return [known("sections found under another number", len(found.relocated))]
    right = sum(release.moved.get(one.enacted) == one.proposed for one in found.relocated)
    wrong = len(found.relocated) - right
    size = len(release.moved)
    return [
        at_least("relocated sections found", right / size, 0.85),
        at_most("with the wrong partner", wrong / max(len(found.relocated), 1), 0.03),
    ]


def _is_steady(release: Release, found: CodeComparison) -> bool:
    """Says whether the releases in another order give the same."""
    rng = random.Random(1)  # noqa: S311 - an order, no secret
    sides = []
    for side in (release.enacted, release.proposed):
        names = list(side)
        rng.shuffle(names)
        sides.append({name: side[name] for name in names})
    again = compare_codes(*sides, read=_read)
    return (
        again.relocated == found.relocated
        and (again.deleted, again.inserted) == (found.deleted, found.inserted)
        and {name: one.operations for name, one in again.changed.items()}
        == {name: one.operations for name, one in found.changed.items()}
    )


def _exact(found: CodeComparison) -> int:
    return sum(
        one.accept() == one.proposed and one.reject() == one.enacted
        for one in found.changed.values()
    )
