"""HTML redlines hold every word, link what moved, and need nothing else."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from lxml import html
from syrupy.assertion import SnapshotAssertion

from billkit.comparison.comparing import compare_documents
from billkit.comparison.result import Comparison
from billkit.tree import Document, Node, Run
from billkit.writers.redline_html import write_redline_html
from tests.unit.writers.test_redline_rows import merged_from_afar
from tests.unit.writers.texts import EVERYTHING, SAME, compared, comparisons, parsed


def select(tree: Any, name: str) -> list[Any]:
    return list(tree.xpath(f'.//*[contains(concat(" ", @class, " "), " {name} ")]'))


def seen(element: Any) -> str:
    """The text of an element without what is only heard and without the marks of doubt."""
    copy: Any = html.fromstring(html.tostring(element))
    for name in ("bk-hidden", "bk-doubt-sign"):
        for found in select(copy, name):
            found.drop_tree()
    return str(copy.text_content())


def test_a_fragment_reads_as_it_should(snapshot: SnapshotAssertion) -> None:
    assert write_redline_html(EVERYTHING, fragment=True, styled=False) == snapshot


def test_a_page_needs_nothing_else() -> None:
    page = write_redline_html(EVERYTHING)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    tree = parsed(page)
    assert not tree.xpath("//script | //link | //img | //*[@src] | //*[@style] | //*[@onclick]")
    assert "url(" not in page
    assert "@import" not in page
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//title")[0].text == "proposed text against enacted text"


def test_whatever_the_law_says_stays_text() -> None:
    tree = parsed(write_redline_html(EVERYTHING))
    assert not tree.xpath("//always")
    assert "<always>" in tree.text_content()
    assert "void & of no effect" in tree.text_content()


def test_deletions_and_insertions_are_named_to_those_who_listen_or_copy() -> None:
    text = parsed(write_redline_html(EVERYTHING)).text_content()
    assert "[deleted: one school] [inserted: two schools]" in text


def test_side_by_side_each_side_has_its_own_words() -> None:
    found = compared(
        "(1) One council opens the zone of trial.", "(1) Two councils open the zone of trial."
    )
    tree = parsed(write_redline_html(found))
    (enacted,), (proposed,) = select(tree, "bk-enacted"), select(tree, "bk-proposed")
    assert seen(enacted) == "(1) One council opens the zone of trial."
    assert seen(proposed) == "(1) Two councils open the zone of trial."
    assert not enacted.xpath(".//ins")
    assert not proposed.xpath(".//del")


def links(tree: Any) -> dict[str, str]:
    """The id of the row each link of a note stands in, and the id it points at."""
    out = {}
    for link in tree.xpath('//a[starts-with(@href, "#")]'):
        (row,) = link.xpath('ancestor::div[contains(@class, "bk-row ")]')
        out[row.get("id")] = link.get("href").removeprefix("#")
    return out


def test_what_moved_is_linked_both_ways() -> None:
    found = links(parsed(write_redline_html(EVERYTHING)))
    assert found
    assert all(found[target] == source for source, target in found.items())
    afar = links(parsed(write_redline_html(merged_from_afar())))
    assert afar == {"op-0-away": "op-0"}


def test_views_and_filters_are_radio_buttons() -> None:
    tree = parsed(write_redline_html(EVERYTHING))
    values = [button.get("value") for button in tree.xpath('//input[@type="radio"]')]
    assert values[:4] == ["inline", "side", "everything", "changes"]
    assert set(values[4:]) == {f"only-{change}" for change in EVERYTHING.summary().changes}
    chosen = [button.get("value") for button in tree.xpath("//input[@checked]")]
    assert chosen == ["inline", "everything"]
    assert all(legend.text for legend in tree.xpath("//fieldset/legend"))
    tree = parsed(write_redline_html(EVERYTHING, view="side"))
    assert "side" in [button.get("value") for button in tree.xpath("//input[@checked]")]


def test_every_kind_of_change_has_its_filter_in_the_style_sheet() -> None:
    page = write_redline_html(EVERYTHING)
    for change in ("inserted", "deleted", "reworded", "renumbered", "moved", "split", "merged",
                   "restyled", "re-referenced", "uncompared"):  # fmt: skip
        assert f'[value="only-{change}"]:checked) .bk-row:not(.is-{change})' in page


def test_fragments_can_share_a_page() -> None:
    one = write_redline_html(EVERYTHING, fragment=True)
    other = write_redline_html(merged_from_afar(), fragment=True)
    assert one.startswith("<style>")
    assert "<html" not in one
    tree = parsed(f"<html><body>{one}{other}</body></html>")
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert len(set(tree.xpath("//input/@name"))) == 4
    assert write_redline_html(EVERYTHING, fragment=True) == one
    assert "<style>" not in write_redline_html(EVERYTHING, fragment=True, styled=False)
    assert 'id="here-op-0"' in write_redline_html(EVERYTHING, fragment=True, anchors="here-")


def test_unchanged_stretches_are_folded_and_can_be_opened() -> None:
    found = compared(SAME, SAME.replace("Rule 1 stays", "Rule 1 goes"))
    tree = parsed(write_redline_html(found))
    (fold,) = select(tree, "bk-fold")
    assert fold.tag == "details"
    assert "7 unchanged provisions" in fold.xpath("./summary")[0].text
    assert "Rule 5 stays" in fold.text_content()
    assert not select(parsed(write_redline_html(found, show_all=True)), "bk-fold")


def test_what_is_in_doubt_or_not_held_is_marked_in_words() -> None:
    tree = parsed(write_redline_html(EVERYTHING))
    doubt = select(tree, "bk-doubt")
    assert doubt
    assert all(found.text_content().startswith("?? ") for found in doubt)
    kept = "The clerk keeps the record of the zone in a book."
    found = compared(f"(1) {kept}\n[[the rest]]", f"(1) {kept}\n(2) The mayor reads it.")
    tree = parsed(write_redline_html(found))
    assert [gap.text for gap in select(tree, "bk-gap")] == [
        "[[not held in the enacted text: the rest]]"
    ]
    assert ">> not compared: the enacted text is not held here" in tree.text_content()
    (open_row,) = [row for row in select(tree, "is-uncompared") if not select(row, "bk-gap")][:1]
    assert not open_row.xpath(".//ins")


def test_doubt_on_one_side_is_marked_on_that_side() -> None:
    words = (
        Run("It is sure. ", status="official"),
        Run("It is not. ", status="reconstructed"),
        Run("It is again.", status="official"),
    )
    node = Node("paragraph", num="(1)", text=words, status="reconstructed")
    sure = replace(node, text=(Run("".join(run.text for run in words)),), status="official")
    found = compare_documents(
        Document(Node("document", children=(node,))), Document(Node("document", children=(sure,)))
    )
    tree = parsed(write_redline_html(found))
    (enacted,) = select(tree, "bk-enacted")
    (proposed,) = select(tree, "bk-proposed")
    assert enacted.text_content().endswith("(1) It is sure. {?? It is not.  ??} It is again.")
    assert "??" not in proposed.text_content()


def test_two_acts_of_other_descent_are_not_changed_by_each_other() -> None:
    found = compared(
        "(1) The clerk keeps the record of every zone in the book.\n(2) Gone words.",
        "(1) The clerk keeps a record of every zone in the book.\n(3) Quite other ones here.",
        "text",
    )
    tree = parsed(write_redline_html(found))
    for sheet in tree.xpath("//style"):
        sheet.drop_tree()
    assert not re.search(r"insert|delet|enacted|proposed|moved|repeal", tree.text_content())
    assert "[only in A: the] [only in B: a]" in tree.text_content()


def test_sides_say_where_they_stand() -> None:
    enacted = replace(
        EVERYTHING.enacted,
        citation="Town Code 1",
        standing="repealed",
        dates={"repealed": "2025-03-01"},
    )
    found = compare_documents(
        enacted, replace(EVERYTHING.proposed, citation="Draft", standing="draft")
    )
    text = parsed(write_redline_html(found)).text_content()
    assert "Draft (draft) against Town Code 1 (repealed 2025)" in text


def test_a_frame_is_listed_apart() -> None:
    rule = Node("subsection", num="1.", text=(Run("The clerk keeps the record."),))
    head = Node(
        "section", num="SECTION 1.", text=(Run("New law:"),), role="frame", children=(rule,)
    )
    found = compare_documents(
        Document(Node("document", children=(rule,)), standing="in force"),
        Document(Node("document", children=(head,)), standing="draft"),
    )
    (frame,) = select(parsed(write_redline_html(found)), "bk-frame")
    assert frame.text_content() == "Takes no part in the comparison (proposed)SECTION 1. New law:"


@given(comparisons())
@settings(max_examples=30)
def test_both_sides_are_there_to_the_letter(found: Comparison) -> None:
    page = write_redline_html(found)
    assert page == write_redline_html(found)
    tree = parsed(page)
    for side in ("enacted", "proposed"):
        cells = [
            cell for cell in select(tree, f"bk-{side}") if "bk-none" not in cell.get("class", "")
        ]
        held = [
            words
            for node in getattr(found, side).provisions
            for words in (node.words, node.tail_words)
        ]
        letters = Counter(re.sub(r"\s", "", "".join(seen(cell) for cell in cells)))
        assert letters == Counter(re.sub(r"\s", "", "".join(held)))


@given(comparisons())
@settings(max_examples=30)
def test_accepting_the_inline_view_gives_the_proposed_text(found: Comparison) -> None:
    tree = parsed(write_redline_html(found))
    for gone in [*tree.xpath("//del"), *select(tree, "bk-was")]:
        gone.drop_tree()
    shown = Counter(re.sub(r"\s", "", "".join(seen(row) for row in select(tree, "bk-inline"))))
    pieces = [piece for one in found.operations for piece in one.words if piece.sign != "|"]
    held = [piece.proposed + (piece.enacted if piece.sign == "?" else "") for piece in pieces]
    assert shown == Counter(re.sub(r"\s", "", "".join(held)))


@given(comparisons())
@settings(max_examples=30)
def test_links_of_any_redline_lead_both_ways(found: Comparison) -> None:
    tree = parsed(write_redline_html(found))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    led = links(tree)
    assert set(led.values()) <= set(ids)
    for one, operation in enumerate(found.operations):
        if "moved" in operation.changes and f"op-{one}" in ids:
            assert led.get(f"op-{one}-away") == f"op-{one}"
