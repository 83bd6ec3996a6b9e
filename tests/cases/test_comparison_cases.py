"""Every case of tests/cases/comparison: two texts, and what an ideal comparison reports."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from billkit.comparison.comparing import compare_documents
from billkit.readers.plain_text import read_plain_text

CASES = sorted((Path(__file__).parent / "comparison").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("marks", ["readable", "minimal"])
def test_case(case: Path, marks: str) -> None:
    expected = tomllib.loads((case / "case.toml").read_text("utf-8"))
    enacted = read_plain_text((case / "enacted.txt").read_text("utf-8"))
    proposed = read_plain_text((case / "proposed.txt").read_text("utf-8"))
    compared = compare_documents(enacted, proposed, marks=marks)  # type: ignore[arg-type]
    summary = compared.summary()
    assert sorted(summary.changes) == sorted(expected["changes"]), expected["about"]
    words = expected["marked-words"]
    if marks == "minimal":
        words = expected.get("marked-words-minimal", words)
    assert summary.deleted_words + summary.inserted_words == words
    assert compared.accept() == proposed
    assert compared.reject() == enacted
