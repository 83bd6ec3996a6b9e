"""Marks that read well: whole numbers in words and figures, brackets together."""

from __future__ import annotations

import pytest

from billkit.comparison.comparing import compare_documents
from tests.unit.comparison.texts import law


def marked(enacted: str, proposed: str) -> list[str]:
    compared = compare_documents(law(enacted), law(proposed))
    (operation,) = compared.operations
    return [(one or other).strip() for sign, one, other in operation.words if sign in "-+"]


@pytest.mark.parametrize(
    ("enacted", "proposed", "marks"),
    [
        (
            "The panel has five (5) members.",
            "The panel has seven (7) members.",
            ["five (5)", "seven (7)"],
        ),
        (
            "A term of one (1) is served.",
            "A term of two (2), once renewed, is served.",
            ["one (1)", "two (2), once renewed,"],
        ),
        (
            "The term (as set) ends in June of each year.",
            "The term (as given) ends in June of each year.",
            ["set", "given"],
        ),
    ],
)
def test_a_bracket_that_closes_goes_with_the_one_that_opens(
    enacted: str, proposed: str, marks: list[str]
) -> None:
    assert marked(enacted, proposed) == marks
