"""Lists within lists in the ladders of many states: each item is found again at its level."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billkit.readers.plain_text import read_plain_text
from billkit.text.ladders import Ladder
from billkit.tree import Document, Node, runs
from billkit.writers.plain_text import write_plain_text

LADDERS = {
    "al": "(a) (1) a. 1. (i)",
    "ar": "(a) (1) (A) (i) (a) (1)",
    "co": "(1) (a) (I) (A)",
    "fl": "(1) (a) 1. a. (I) (A)",
    "ga": "(a) (1) (A) (i) (I)",
    "id": "(1) (a) (i) 1.",
    "ky": "(1) (a) 1. a. i.",
    "la": "A. (1) (a) (i) (aa)",
    "me": "1. A. (1) (a)",
    "mn": "(a) (1) (i) (A)",
    "ms": "(1) (a) (i) 1. a.",
    "mt": "(1) (a) (i) (A) (I)",
    "nc": "(a) (1) a. 1.",
    "nd": "1. a. (1) (a) [1]",
    "nh": "I. (a) (1) (A)",
    "nj": "a. (1) (a) (i)",
    "nm": "A. (1) (a)",
    "nv": "1. (a) (1) (I)",
    "ny": "1. (a) (i) (A) (1)",
    "ok": "A. 1. a. (1)",
    "ri": "(a) (1) (i) (A)",
    "sc": "(A) (1) (a) (i)",
    "tn": "(a) (1) (A) (i) (a) (1)",
    "us": "(a) (1) (A) (i) (I) (aa) (AA)",
    "ut": "(1) (a) (i) (A) (I) (Aa)",
    "va": "A. 1. a. (1)",
    "wy": "(a) (i) (A) (I) (1)",
}
SENTENCES = ["The board shall adopt rules", "A school may apply", "Each plan must be filed"]
ITEMS = [
    "a description of the plan",
    "the name of each school",
    "Evidence of support",
    "Approve it",
]
MOST_DOUBLED = 26


def ladder_of(state: str) -> Ladder:
    numbers = LADDERS[state].split(" ")
    return Ladder.parse([f"level-{'abcdefg'[at]} {num}" for at, num in enumerate(numbers)])


def items(random: Random, ladder: Ladder, depth: int, deepest: int) -> tuple[Node, ...]:
    """Makes a list with lists in it; its punctuation tells what real law's tells, or less."""
    most = random.choice([2, 3, 4, 5, 10, 28] if random.random() < 0.2 else [2, 3, 4])
    if len(ladder.levels[depth].style) > 1:
        most = min(most, MOST_DOUBLED)
    careless = random.random() < 0.3
    out = []
    for number in range(1, most + 1):
        inner: tuple[Node, ...] = ()
        if depth + 1 < deepest and random.random() < 0.4:
            inner = items(random, ladder, depth + 1, deepest)
        text = random.choice(SENTENCES if depth == 0 else ITEMS)
        if careless:
            text += random.choice([".", ".", ";", ",", ""])
        elif inner:
            text = "" if random.random() < 0.15 else text + random.choice([":", ", if:", " —", "."])
        elif depth == 0:
            text += "."
        else:
            text += "." if number == most else "; and" if number == most - 1 else ";"
        level = ladder.levels[depth]
        out.append(Node(level.kind, level.format(number), text=runs(text), children=inner))
    return tuple(out)


@pytest.mark.parametrize("state", LADDERS)
@settings(max_examples=25)
@given(st.integers(0, 2**32), st.integers(2, 6))
def test_each_item_is_found_at_its_level(state: str, seed: int, deepest: int) -> None:
    ladder = ladder_of(state)
    random = Random(seed)  # noqa: S311 - trees, not secrets
    law = items(random, ladder, 0, min(deepest, len(ladder.levels)))
    section = Node("section", "22-1-101.", heading=runs("Plans."), children=law)
    document = Document(Node("document", children=(section,)))
    text = write_plain_text(document)
    assert read_plain_text(text, ladder=ladder) == document
    without = read_plain_text(text)
    assert without.ids == document.ids
    assert [node.words for node in without.provisions] == [
        node.words for node in document.provisions
    ]


@pytest.mark.parametrize("state", LADDERS)
@settings(max_examples=10)
@given(st.integers(0, 2**32))
def test_numbers_on_one_line_open_as_many_levels(state: str, seed: int) -> None:
    ladder = ladder_of(state)
    law = items(Random(seed), ladder, 0, len(ladder.levels))  # noqa: S311 - trees, not secrets
    document = Document(Node("document", children=law))
    text = write_plain_text(document)
    bare = "|".join(re.escape(node.num or "") for node in document.provisions if not node.text)
    merged = re.sub(rf"(?m)^({bare})\n", r"\1 ", text) if bare else text
    assert read_plain_text(merged, ladder=ladder) == document
