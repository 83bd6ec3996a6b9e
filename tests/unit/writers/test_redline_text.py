"""Redlines in plain text and on the terminal can be read and trusted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from billkit.comparison.comparing import compare_documents
from billkit.comparison.result import Comparison
from billkit.tree import Document, Node, Run
from billkit.writers.redline_terminal import write_redline_terminal
from billkit.writers.redline_text import write_redline_text
from tests.unit.writers.test_redline_rows import merged_from_afar
from tests.unit.writers.texts import EVERYTHING, SAME, compared, comparisons, law

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def body(text: str) -> str:
    return text.partition(f"\n{re.search('^-+$', text, re.MULTILINE)[0]}\n")[2]  # type: ignore[index]


def test_it_reads_as_it_should(snapshot: SnapshotAssertion) -> None:
    assert write_redline_text(EVERYTHING) == snapshot


def test_it_reads_as_it_should_on_a_narrow_page(snapshot: SnapshotAssertion) -> None:
    assert write_redline_text(EVERYTHING, width=40) == snapshot


def test_marks_are_the_plain_ones() -> None:
    text = write_redline_text(EVERYTHING)
    assert "[-one school-] {+two schools+}" in text
    assert ">> moved from (4)" in text
    assert "(4) << moved to (2)" in text
    assert "(3) {was (2)}" in text
    assert "[care]" in text


def test_words_in_doubt_keep_their_mark() -> None:
    for text in (
        write_redline_text(EVERYTHING),
        ESCAPE.sub("", write_redline_terminal(EVERYTHING)),
    ):
        assert "?? (5) The council" in text
        assert "?? reconstructed, not confirmed" in text


def test_a_sentence_in_doubt_is_marked_alone() -> None:
    doubtful = Document(
        Node(
            "document",
            children=(
                Node(
                    "paragraph",
                    num="(1)",
                    text=(
                        Run("It is sure. ", status="official"),
                        Run("It is not.", status="reconstructed"),
                    ),
                    status="reconstructed",
                ),
            ),
        )
    )
    sure = law("(1) It is sure. It is not.")
    text = write_redline_text(compare_documents(doubtful, sure))
    assert "(1) It is sure. {?? It is not. ??}" in text


def test_what_is_not_held_says_so() -> None:
    kept = "The clerk keeps the record of the zone in a book."
    found = compared(
        f"(1) {kept}\n[[the rest of the section]]", f"(1) {kept}\n(2) The mayor reads it."
    )
    text = write_redline_text(found)
    assert "[[not held in the enacted text: the rest of the section]]" in text
    assert ">> not compared: the enacted text is not held here" in text
    assert "could not be compared" in " ".join(text.split())
    assert "{+" not in body(text)


def test_two_acts_of_other_descent_are_not_changed_by_each_other() -> None:
    found = compared(
        "(1) The clerk keeps the record of every zone in the book.\n(2) Gone words.",
        "(1) The clerk keeps a record of every zone in the book.\n(3) Quite other ones here.",
        "text",
    )
    text = write_redline_text(found)
    assert not re.search(r"insert|delet|enacted|proposed|moved|repeal", text)
    assert "only in A" in text
    assert "[-the-] {+a+}" in text


def test_long_unchanged_stretches_are_folded_with_a_count() -> None:
    found = compared(SAME, SAME.replace("Rule 1 stays", "Rule 1 goes"))
    text = write_redline_text(found)
    assert "{... 7 unchanged provisions, (3) to (9), 56 words ...}" in text
    assert "Rule 2 stays" in text
    assert "Rule 5" not in text
    assert "Rule 5 stays" in write_redline_text(found, show_all=True)


def test_the_middle_of_a_long_unchanged_sentence_is_folded() -> None:
    words = " ".join(f"word{n}" for n in range(100))
    found = compared(f"(1) {words} ends one.", f"(1) {words} ends two.")
    text = write_redline_text(found)
    assert re.search(r"word18 \{\.\.\. \d+ words \.\.\.\}\s+word8\d", text)
    count = int(re.search(r"\{\.\.\. (\d+) words", text)[1])  # type: ignore[index]
    assert count + len(re.findall(r"word\d", body(text))) == 100
    assert "{..." not in write_redline_text(found, show_all=True)


def test_nothing_differs() -> None:
    text = write_redline_text(compared(SAME, SAME))
    assert "No difference: every word is the same." in text
    assert "Marks" not in text
    assert "{... 10 unchanged provisions" in text


def test_two_empty_texts() -> None:
    assert "No difference" in write_redline_text(compared("", ""))


def test_what_merged_from_afar_is_named() -> None:
    text = write_redline_text(merged_from_afar())
    assert '< paragraph 3 "He sends a copy to ..." << merged into paragraph 1' in text
    assert ">> merged from paragraph 1 and paragraph 3" in text


def test_a_frame_is_listed_apart() -> None:
    head = Node("section", num="SECTION 1.", text=(Run("New law is made to read:"),), role="frame")
    rule = Node("subsection", num="1.", text=(Run("The clerk keeps the record."),))
    enacted = Document(Node("document", children=(rule,)), standing="in force")
    proposed = Document(
        Node("document", children=(replace(head, children=(rule,)),)), standing="draft"
    )
    text = write_redline_text(compare_documents(enacted, proposed))
    assert (
        "Takes no part in the comparison (proposed):\n  SECTION 1. New law is made to read:\n"
        in text
    )
    assert "{+" not in text


def test_colour_takes_the_place_of_marks() -> None:
    text = write_redline_terminal(EVERYTHING)
    assert "\x1b[4;32mtwo schools\x1b[0m" in text
    assert "\x1b[9;31mone school\x1b[0m" in text
    assert "[-" not in text
    assert "{+" not in text
    assert write_redline_terminal(EVERYTHING, colour=False) == write_redline_text(EVERYTHING)


@pytest.mark.parametrize("width", [0, 10, 24, 33, 80, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    for text in (
        write_redline_text(EVERYTHING, width=width, show_all=True),
        ESCAPE.sub("", write_redline_terminal(EVERYTHING, width=width)),
    ):
        assert max(map(cell_len, text.splitlines())) <= max(width, 24)


@given(comparisons(), st.integers(24, 100), st.booleans())
@settings(max_examples=30)
def test_no_line_of_any_redline_is_wider(found: Comparison, width: int, show_all: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    text = write_redline_text(found, width=width, show_all=show_all)
    assert max(map(cell_len, text.splitlines())) <= width
    assert text == write_redline_text(found, width=width, show_all=show_all)


@given(comparisons(hostile=False))
@settings(max_examples=30)
def test_every_word_of_both_sides_is_there(found: Comparison) -> None:
    shown = body(write_redline_text(found, width=10_000, show_all=True))
    shown = "\n".join(line[2:] for line in shown.splitlines() if not re.search(r">>|<<|\[\[", line))
    inside = Counter(" ".join(re.findall(r"\[-(.*?)-\]", shown)).split())
    deleted = "".join(
        piece.enacted + " " for one in found.operations for piece in one.words if piece.sign == "-"
    )
    assert inside.keys() == set(deleted.split())
    kept = re.sub(r"\[-.*?-\]|\{was .*?\}|\{A: .*?\}", " ", shown)
    words = Counter(re.sub(r"\{not compared: |\{\+|\+\}|\}", " ", kept).split())
    every = [words for node in found.proposed.provisions for words in (node.words, node.tail_words)]
    assert not Counter(" ".join(every).split()) - words
