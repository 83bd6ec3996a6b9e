"""Markdown redlines survive Markdown: what the law says stays text."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from hypothesis import given, settings
from syrupy.assertion import SnapshotAssertion

from billkit.comparison.comparing import compare_documents
from billkit.comparison.result import Comparison
from billkit.tree import Document, Node, Run
from billkit.writers.redline_markdown import write_redline_markdown
from tests.unit.writers.test_redline_rows import merged_from_afar
from tests.unit.writers.texts import EVERYTHING, SAME, compared, comparisons, rendered


def paragraphs(tree: Any) -> list[Any]:
    """The rows of a redline: the paragraphs after the line."""
    return list(tree.xpath("//hr/following-sibling::p"))


def test_it_reads_as_it_should(snapshot: SnapshotAssertion) -> None:
    assert write_redline_markdown(EVERYTHING) == snapshot


def test_marks_are_elements_and_the_law_is_text() -> None:
    tree = rendered(write_redline_markdown(EVERYTHING))
    assert "one school" in [mark.text for mark in tree.xpath("//del")]
    assert "two schools" in [mark.text for mark in tree.xpath("//ins")]
    text = tree.text_content()
    assert "(6) A *new* duty_of [care] | applies ~here~ from `now` on." in text
    assert "<always>" in text
    assert not tree.xpath("//code | //s | //always | //ol | //ul | //pre")


def test_what_moved_is_linked_both_ways() -> None:
    for found in (EVERYTHING, merged_from_afar()):
        tree = rendered(write_redline_markdown(found))
        pairs = {}
        for row in paragraphs(tree):
            targets, links = row.xpath(".//a/@id"), row.xpath(".//a[@href]/@href")
            if targets and links:
                pairs[targets[0]] = links[0].removeprefix("#")
        away = {source for source in pairs if source.endswith("-away")}
        assert away
        ids = tree.xpath("//@id")
        assert all(pairs[source] in ids for source in pairs)
    assert 'id="x-op-' in write_redline_markdown(EVERYTHING, anchors="x-")


def test_head_has_two_tables() -> None:
    tree = rendered(write_redline_markdown(EVERYTHING))
    assert len(tree.xpath("//table")) == 2
    assert tree.xpath("//h2")[0].text == "proposed text against enacted text"


def test_long_unchanged_stretches_are_folded() -> None:
    found = compared(SAME, SAME.replace("Rule 1 stays", "Rule 1 goes"))
    text = write_redline_markdown(found)
    assert "*{... 7 unchanged provisions, (3) to (9), 56 words ...}*" in text
    assert "Rule 5 stays" in write_redline_markdown(found, show_all=True)


def test_doubt_and_gaps_are_marked() -> None:
    assert "?? (5) The council" in write_redline_markdown(EVERYTHING)
    kept = "The clerk keeps the record of the zone in a book."
    text = write_redline_markdown(
        compared(f"(1) {kept}\n[[the rest]]", f"(1) {kept}\n(2) The mayor reads it.")
    )
    assert "**\\[\\[not held in the enacted text: the rest\\]\\]**" in text
    assert "&gt;&gt; not compared: the enacted text is not held here" in text


def test_two_acts_of_other_descent_are_not_changed_by_each_other() -> None:
    found = compared(
        "(1) The clerk keeps the record of every zone in the book.\n(2) Gone words.",
        "(1) The clerk keeps a record of every zone in the book.\n(3) Quite other ones here.",
        "text",
    )
    text = write_redline_markdown(found)
    assert not re.search(r"insert|delet|enacted|proposed|moved|repeal", text)


def test_a_frame_is_listed_apart() -> None:
    rule = Node("subsection", num="1.", text=(Run("The clerk keeps the record."),))
    head = Node("section", "SECTION 1.", text=(Run("New law:"),), role="frame", children=(rule,))
    found = compare_documents(
        Document(Node("document", children=(rule,)), standing="in force"),
        Document(Node("document", children=(head,)), standing="draft"),
    )
    text = write_redline_markdown(found)
    assert text.endswith(
        "*Takes no part in the comparison (proposed):*\n\n&emsp;SECTION 1. New law:\n"
    )


@given(comparisons())
@settings(max_examples=30)
def test_accepting_it_gives_the_proposed_text(found: Comparison) -> None:
    text = write_redline_markdown(found, show_all=True)
    assert text == write_redline_markdown(found, show_all=True)
    tree = rendered(text)
    away = [row for row in paragraphs(tree) if row.xpath('.//em[starts-with(., "<<")]')]
    for gone in [*away, *tree.xpath("//del | //em | //strong")]:
        gone.drop_tree()
    shown = "".join(str(row.text_content()) for row in paragraphs(tree))
    pieces = [piece for one in found.operations for piece in one.words if piece.sign != "|"]
    held = [piece.proposed + (piece.enacted if piece.sign == "?" else "") for piece in pieces]

    def letters(words: str) -> Counter[str]:
        return Counter(re.sub(r"[\s?{}]", "", words))

    assert letters(shown.replace("{not compared: ", "")) == letters("".join(held))
