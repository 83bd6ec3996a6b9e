"""The laws of comparison on every pair of the library, and known edits planted in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations_with_replacement

import pytest

from billkit.comparison.comparing import compare_documents
from billkit.library.holdings import list_statutes
from billkit.library.loading import load_statute
from billkit.tree import Document
from tests.bench.planting import KINDS, plant
from tests.properties.test_comparison_laws import assert_laws

FLOOR = 0.98
MOST_MARKED = 1.1


@lru_cache(maxsize=1)
def statutes() -> dict[str, Document]:
    """Loads every version of every statute, its reconstructed text left out."""
    return {
        version: load_statute(version) for version in sorted({held.id for held in list_statutes()})
    }


def jurisdictions() -> list[str]:
    """Names the jurisdictions of the library."""
    return sorted({version.split("/")[0] for version in statutes()})


@pytest.mark.parametrize("jurisdiction", jurisdictions())
def test_every_pair_obeys_the_laws(jurisdiction: str) -> None:
    documents = statutes()
    pairs = [
        (one, other)
        for one, other in combinations_with_replacement(sorted(documents), 2)
        if one.startswith(jurisdiction + "/")
    ]
    assert pairs
    for one, other in pairs:
        compared = compare_documents(documents[one], documents[other], context="text")
        assert_laws(compared)
        if one == other:
            assert not compared.changed


@dataclass(frozen=True, slots=True)
class Found:
    """Counts what was found again, missed and invented, by change; and words by planted edit."""

    tried: Counter[str]
    right: Counter[str]
    missed: Counter[str]
    invented: Counter[str]
    marked: Counter[str]
    edited: Counter[str]


@lru_cache(maxsize=1)
def planted_and_found() -> Found:
    """Plants every kind of edit in every statute, three times each, and compares."""
    found = Found(*(Counter() for _ in range(6)))
    for kind in KINDS:
        for number, document in enumerate(statutes().values()):
            for round_ in range(3):
                planted = plant(document, kind, number * 10 + round_)
                if planted is None:
                    continue
                found.tried[kind] += 1
                compared = compare_documents(planted.enacted, planted.proposed)
                triples = {
                    (change, operation.enacted, operation.proposed)
                    for operation in compared.operations
                    for change in operation.changes
                }
                found.right.update(change for change, _, _ in triples & planted.truth)
                found.missed.update(change for change, _, _ in planted.truth - triples)
                found.invented.update(change for change, _, _ in triples - planted.truth)
                summary = compared.summary()
                found.marked[kind] += summary.deleted_words + summary.inserted_words
                found.edited[kind] += planted.words
    return found


@pytest.mark.parametrize(
    "change",
    ["inserted", "deleted", "reworded", "renumbered", "moved", "split", "merged", "restyled"],
)
def test_planted_changes_are_found_again(change: str) -> None:
    found = planted_and_found()
    right = found.right[change]
    assert right > 50
    assert right / (right + found.missed[change]) >= FLOOR, "recall"
    assert right / (right + found.invented[change]) >= FLOOR, "precision"


@pytest.mark.parametrize("kind", KINDS)
def test_few_more_words_are_marked_than_were_edited(kind: str) -> None:
    found = planted_and_found()
    assert found.tried[kind] > 20
    assert found.marked[kind] <= MOST_MARKED * found.edited[kind] + found.tried[kind] / 50
