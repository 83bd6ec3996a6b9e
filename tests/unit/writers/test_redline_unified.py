"""Unified redlines have a line for each provision."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from syrupy.assertion import SnapshotAssertion

from billkit.comparison.comparing import compare_documents
from billkit.comparison.result import Comparison
from billkit.writers.redline_unified import write_redline_unified
from tests.unit.writers.test_redline_rows import merged_from_afar
from tests.unit.writers.texts import EVERYTHING, SAME, compared, comparisons


def lines(text: str) -> list[str]:
    every = text.splitlines()
    start = next(n for n, line in enumerate(every) if line.startswith("+++ ")) + 1
    return [line for line in every[start:] if not line.startswith("@@ ")]


def test_it_reads_as_it_should(snapshot: SnapshotAssertion) -> None:
    assert write_redline_unified(EVERYTHING) == snapshot


def test_each_sign_says_what_became_of_a_provision() -> None:
    found = lines(write_redline_unified(EVERYTHING, context=None))
    signs = {line[0] for line in found}
    assert signs == set(" -+<>#~")
    assert "#(4) {was (3)} The auditor looks at the accounts" in "\n".join(found)
    (away,) = [line for line in found if line[0] == "<"]
    (here,) = [line for line in found if line[0] == ">"]
    assert away.endswith("nor for leaving one before its end.")
    assert here.endswith("nor for leaving it before its end.")


def test_context_is_what_is_asked_for() -> None:
    found = compared(SAME, SAME.replace("Rule 5 stays", "Rule 5 goes"))
    assert [line[0] for line in lines(write_redline_unified(found, context=0))] == ["-", "+"]
    assert len(lines(write_redline_unified(found, context=2))) == 6
    assert len(lines(write_redline_unified(found, context=None))) == 11
    assert lines(write_redline_unified(compared(SAME, SAME))) == []
    assert lines(write_redline_unified(compared("", ""), context=None)) == []


def test_a_hunk_says_where_it_stands() -> None:
    enacted, proposed = EVERYTHING.enacted, EVERYTHING.proposed
    assert "@@ -sec-1 +sec-1 @@" in write_redline_unified(EVERYTHING)
    placed = compare_documents(
        replace(enacted, file="a.txt", lines=tuple(range(3, 3 + len(enacted.ids)))),
        replace(proposed, file="b.txt", lines=tuple(range(7, 7 + len(proposed.ids)))),
    )
    assert "@@ -sec-1:3 +sec-1:7 @@" in write_redline_unified(placed)
    assert "@@ -none +1 @@" in write_redline_unified(compared("", "(1) All new."))


def test_doubt_and_gaps_are_marked() -> None:
    assert "~?? (5) The council meets" in write_redline_unified(EVERYTHING)
    kept = "The clerk keeps the record of the zone in a book."
    found = lines(
        write_redline_unified(
            compared(f"(1) {kept}\n[[the rest]]", f"(1) {kept}\n(2) The mayor reads it.")
        )
    )
    assert sorted(found)[-2:] == [
        "?(2) The mayor reads it.",
        "?[[not held in the enacted text: the rest]]",
    ]


def test_doubtful_words_that_moved_stay_marked() -> None:
    stays = "(1) The mayor rings the bell of the town hall at noon on every day of the week."
    other = "(2) The clerk writes down whether the bell was heard in every street of the town."
    moves = "?? (3) Nobody pays for the bell."
    text = write_redline_unified(
        compared(f"{stays}\n{other}\n{moves}", f"{moves}\n{stays}\n{other}")
    )
    assert "<?? (3) Nobody pays for the bell." in text
    assert ">?? (3) Nobody pays for the bell." in text


def test_what_merged_is_shown_once() -> None:
    found = lines(write_redline_unified(merged_from_afar()))
    assert found[:3] == [
        "-The clerk keeps the record.",
        "+The clerk keeps the record. He sends a copy to the mayor.",
        "-He sends a copy to the mayor.",
    ]


@given(comparisons(hostile=False))
@settings(max_examples=30)
def test_every_provision_of_both_sides_is_there(found: Comparison) -> None:
    text = write_redline_unified(found, context=None)
    assert text == write_redline_unified(found, context=None)
    shown = Counter(" ".join(line[1:] for line in lines(text)).split())
    for document in (found.enacted, found.proposed):
        held = [words for node in document.provisions for words in (node.words, node.tail_words)]
        lacking = Counter(" ".join(held).split()) - shown
        # A number that only follows stands in braces beside the other.
        assert not {word for word in lacking if f"{word}}}" not in shown}
