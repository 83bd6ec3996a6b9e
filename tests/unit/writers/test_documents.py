"""Documents are written with every word, their gaps and their doubts."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from syrupy.assertion import SnapshotAssertion

from billkit.tree import Document, Node, Run, Source
from billkit.writers.document_head import facts, name, not_held, standing
from billkit.writers.document_html import write_document_html
from billkit.writers.document_json import write_document_json
from billkit.writers.document_markdown import write_document_markdown
from billkit.writers.document_words import groups, own_runs, tail_runs
from tests.unit.writers.texts import documents, law, parsed, rendered

BILL = Document(
    Node(
        "document",
        children=(
            Node("title", text=(Run("A BILL for zones & trials."),), role="frame"),
            Node(
                "section",
                num="SECTION 1.",
                text=(Run("New law is made:"),),
                role="frame",
                children=(
                    Node(
                        "subsection",
                        num="1.",
                        heading=(Run("Term."),),
                        text=(
                            Run("A zone lasts "),
                            Run("five years", origin=("term", "initial")),
                            Run(" under "),
                            Run("subsection 2", ref="sec-1/2"),
                            Run(" and "),
                            Run("section 9", ref="us-xx/9", origin=("term", "basis")),
                            Run("."),
                        ),
                        status="official",
                    ),
                    Node(
                        "subsection",
                        num="2.",
                        text=(
                            Run("The clerk <always> writes. ", status="official"),
                            Run("Perhaps he reads.", status="reconstructed"),
                        ),
                        children=(
                            Node("gap", status="gap", label="two items", text=()),
                            Node("item", num="c.", text=(Run("The rest."),), status="secondary"),
                        ),
                        tail=(Run("So be it."),),
                        status="reconstructed",
                    ),
                    Node(
                        "subsection", num="3.", text=(Run("All guessed."),), status="reconstructed"
                    ),
                ),
            ),
        ),
    ),
    citation="Town Code 1",
    title="Zones",
    jurisdiction="us-xx",
    standing="repealed",
    dates={"repealed": "2025-03-01", "enacted": "2020-01-01"},
    provenance=(Source("text", "Town Clerk", "2024-05-01"), Source("title", "Town Gazette")),
)


HELD = (
    "text of the provisions: 1 official copy; 1 quoted by another author, may be abridged; "
    "2 reconstructed, not confirmed against any copy; 1 not held"
)


def test_json_loses_nothing() -> None:
    data = json.loads(write_document_json(BILL))

    def words(found: list[dict[str, Any]]) -> tuple[Run, ...]:
        return tuple(
            Run(
                one["text"],
                origin=tuple(one["origin"]) if "origin" in one else None,
                ref=one.get("ref"),
                status=one.get("status"),
            )
            for one in found
        )

    def node(found: dict[str, Any]) -> Node:
        return Node(
            found["kind"],
            num=found.get("num"),
            heading=words(found.get("heading", [])),
            text=words(found.get("text", [])),
            children=tuple(map(node, found.get("children", []))),
            tail=words(found.get("tail", [])),
            role=found.get("role", "law"),
            status=found.get("status"),
            label=found.get("label", ""),
        )

    root = Node("document", children=tuple(map(node, data["provisions"])))
    assert repr(root) == repr(BILL.root)
    ids = re.findall(r'"id": "(.*)"', write_document_json(BILL))
    assert tuple(ids) == BILL.ids
    assert {key: data[key] for key in ("citation", "title", "jurisdiction", "standing")} == {
        "citation": "Town Code 1",
        "title": "Zones",
        "jurisdiction": "us-xx",
        "standing": "repealed",
    }
    assert list(data["dates"]) == ["enacted", "repealed"]
    assert data["provenance"][0] == {
        "of": "text",
        "source": "Town Clerk",
        "retrieved": "2024-05-01",
    }
    assert "retrieved" not in data["provenance"][1]


def test_html_reads_as_it_should(snapshot: SnapshotAssertion) -> None:
    assert write_document_html(BILL, fragment=True, styled=False) == snapshot


def test_html_is_a_page_that_needs_nothing_else() -> None:
    page = write_document_html(BILL)
    tree = parsed(page)
    assert not tree.xpath("//script | //link | //*[@src] | //*[@style] | //always")
    assert tree.xpath("//h1")[0].text == "Town Code 1"
    assert "repealed 2025" in tree.text_content()
    fragment = write_document_html(BILL, fragment=True)
    assert fragment.startswith("<style>")
    assert "<h1" not in fragment


def test_html_links_references_that_are_in_the_text() -> None:
    tree = parsed(write_document_html(BILL, anchors="x-"))
    (link,) = tree.xpath("//a")
    assert link.text == "subsection 2"
    assert link.get("href") == "#x-sec-1/2"
    (other,) = tree.xpath('//span[@data-ref="us-xx/9"]')
    assert other.get("data-origin") == "term.basis"
    (filled,) = tree.xpath('//span[@data-origin="term.initial"]')
    assert filled.text == "five years"
    assert set(tree.xpath("//div/@id")) == {f"x-{id_}" for id_ in BILL.ids}


def test_doubt_is_marked_where_it_is() -> None:
    for text in (
        parsed(write_document_html(BILL)).text_content(),
        re.sub(r"\*\*", "", write_document_markdown(BILL)),
    ):
        assert re.search(r"writes\. \{\?\? Perhaps he reads\. \?\?\}", text)
        assert re.search(r"\?\? 3\. All guessed\.", text)
        assert "?? So be it." in text


def test_gaps_are_seen() -> None:
    assert "[[not held: two items]]" in parsed(write_document_html(BILL)).text_content()
    assert "\\[\\[not held: two items\\]\\]" in write_document_markdown(BILL)


def test_markdown_reads_as_it_should(snapshot: SnapshotAssertion) -> None:
    assert write_document_markdown(BILL) == snapshot


def test_what_is_said_first() -> None:
    assert facts(BILL) == [
        "Zones",
        "repealed 2025",
        HELD,
    ]
    assert facts(law("(1) So.")) == []


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({}, ("untitled text", "")),
        ({"title": "An Act"}, ("An Act", "")),
        ({"citation": "C. 1", "title": "An Act", "standing": "in force"}, ("C. 1", "in force")),
        ({"standing": "repealed"}, ("untitled text", "repealed")),
        (
            {"standing": "repealed", "dates": {"repealed": "2025-01-01"}},
            ("untitled text", "repealed 2025"),
        ),
    ],
)
def test_names_and_standings(about: dict[str, Any], said: tuple[str, str]) -> None:
    document = law("(1) So.", **about)
    assert (name(document), standing(document)) == said


def test_a_gap_without_a_label() -> None:
    assert not_held(Node("gap", status="gap")) == "[[not held]]"


@given(documents())
@settings(max_examples=40)
def test_runs_spell_the_words(document: Document) -> None:
    for node in document.provisions:
        assert "".join(run.text for run in own_runs(node)) == node.words
        assert "".join(run.text for run in tail_runs(node)) == node.tail_words
        grouped = [run for _, some in groups(own_runs(node)) for run in some]
        assert tuple(grouped) == own_runs(node)


def letters(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text))


@given(documents())
@settings(max_examples=40)
def test_every_word_is_there(document: Document) -> None:
    every = "".join(
        node.words + node.tail_words + (not_held(node) if node.is_gap else "")
        for node in document.provisions
    )
    shown = parsed(write_document_html(document))
    assert letters(
        "".join(shown.xpath('//div[@id]/p[not(@class) or @class="bk-gap"]//text()'))
    ) == letters(every)
    text = write_document_markdown(document)
    tree = rendered(text)
    held = "".join(paragraph.text_content() for paragraph in tree.xpath("//p[not(em)]"))
    assert letters(held) == letters(every)
    assert not tree.xpath("//ol | //ul | //code | //s | //blockquote | //h2 | //h3 | //hr[1]")
