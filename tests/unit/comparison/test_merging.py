"""Two drafters amend one act."""

from __future__ import annotations

import pytest

from billkit.comparison.joining import joined_words
from billkit.comparison.merging import merge_documents
from billkit.comparison.wording import Wording
from billkit.readers.plain_text import read_plain_text
from billkit.tree import Document
from tests.unit.comparison.texts import law

BASE = (
    "(a) The plan must name each school in the district.",
    "(b) The plan must list each waiver and its term.",
    "(c) The plan must state the budget of the zone.",
    "(d) The board shall publish the plan.",
)


def words(document: Document) -> list[str]:
    return [node.words for node in document.provisions]


def test_changes_apart_are_both_made_and_numbered_together() -> None:
    one = law(
        BASE[0],
        "(b) The plan must name a fiscal agent.",
        "(c) The plan must list every waiver and its term.",
        "(d) The plan must state the budget of the zone.",
        "(e) The board shall publish the plan.",
    )
    other = law(
        BASE[0],
        "(b) The plan must list each waiver and its length.",
        "(c) The board shall publish the plan.",
        "(d) The clerk keeps a register of samples for the laboratory.",
    )
    merged = merge_documents(law(*BASE), one, other)
    assert not merged.conflicts
    assert words(merged.document) == [
        BASE[0],
        "(b) The plan must name a fiscal agent.",
        "(c) The plan must list every waiver and its length.",
        "(d) The board shall publish the plan.",
        "(e) The clerk keeps a register of samples for the laboratory.",
    ]


def test_the_same_words_changed_twice_are_a_conflict() -> None:
    one = law(BASE[0], BASE[1].replace("each waiver", "every waiver"), *BASE[2:])
    other = law(BASE[0], BASE[1].replace("each waiver", "all waivers"), *BASE[2:])
    merged = merge_documents(law(*BASE), one, other)
    (conflict,) = merged.conflicts
    assert conflict.code == "conflict"
    assert "every waiver" in conflict.excerpt
    assert "all waivers" in conflict.excerpt
    assert words(merged.document) == list(BASE)


def test_deleted_by_one_and_changed_by_the_other_is_a_conflict() -> None:
    one = law(BASE[0], BASE[2].replace("(c)", "(b)"), BASE[3].replace("(d)", "(c)"))
    other = law(BASE[0], BASE[1].replace("term", "length"), *BASE[2:])
    merged = merge_documents(law(*BASE), one, other)
    (conflict,) = merged.conflicts
    assert conflict.code == "conflict"
    assert conflict.message.startswith("deleted by the first, changed by the second")
    assert any("each waiver" in line for line in words(merged.document))
    (conflict,) = merge_documents(law(*BASE), other, one).conflicts
    assert conflict.message.startswith("changed by the first, deleted by the second")


def test_deleted_by_one_alone_goes() -> None:
    one = law(BASE[0], BASE[2].replace("(c)", "(b)"), BASE[3].replace("(d)", "(c)"))
    merged = merge_documents(law(*BASE), one, law(*BASE))
    assert not merged.findings
    assert words(merged.document) == words(one)


def test_the_same_insertion_is_made_once() -> None:
    version = law(*BASE, "(e) The clerk keeps a register.")
    merged = merge_documents(law(*BASE), version, version)
    assert words(merged.document) == words(version)


def test_two_insertions_in_one_place_stand_in_order_with_a_warning() -> None:
    one = law(*BASE, "(e) The clerk keeps a register of samples.")
    other = law(*BASE, "(e) Mileage is reimbursed from the harbor fund.")
    merged = merge_documents(law(*BASE), one, other)
    assert [finding.code for finding in merged.findings] == ["same-place"]
    assert words(merged.document)[4:] == [
        "(e) The clerk keeps a register of samples.",
        "(f) Mileage is reimbursed from the harbor fund.",
    ]


def test_moved_by_one_and_reworded_by_the_other_is_both() -> None:
    one = law(
        "(a) The board shall publish the plan.",
        BASE[0].replace("(a)", "(b)"),
        BASE[1].replace("(b)", "(c)"),
        BASE[2].replace("(c)", "(d)"),
    )
    other = law(*BASE[:3], "(d) The board shall publish the plan at once.")
    merged = merge_documents(law(*BASE), one, other)
    assert not merged.conflicts
    assert words(merged.document)[0] == "(a) The board shall publish the plan at once."


@pytest.mark.parametrize(
    ("base", "one", "other", "expected"),
    [
        ("a b c", "a x c", "a b c", "a x c"),
        ("a b c", "a b c", "a y c", "a y c"),
        ("a b c d e", "x b c d e", "a b c d y", "x b c d y"),
        ("a b c", "a x c", "a y c", None),
        ("a b c", "a x c", "a x c", "a x c"),
        ("a c", "a b c", "a d c", None),
    ],
)
def test_words_are_joined_where_changes_do_not_meet(
    base: str, one: str, other: str, expected: str | None
) -> None:
    assert joined_words(base, one, other, Wording(readable=False)) == expected


def test_a_section_that_a_version_is_part_of_stays() -> None:
    base = read_plain_text("Sec. 4. Zones.\n" + "\n".join(BASE))
    other = law(*BASE[:3], "(d) The clerk shall publish the plan.")
    merged = merge_documents(base, base, other)
    assert not merged.conflicts
    assert words(merged.document)[0] == "Sec. 4. Zones."
    assert words(merged.document)[-1] == "(d) The clerk shall publish the plan."
