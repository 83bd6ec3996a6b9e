"""What the head and the notes of a redline call the two texts and their provisions."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest

import billkit
from billkit.comparison.comparing import compare_documents
from billkit.tree import Document, Node
from billkit.writers.document_head import names, version
from billkit.writers.redline_html import write_redline_html
from billkit.writers.redline_labels import place_name
from billkit.writers.redline_markdown import write_redline_markdown
from billkit.writers.redline_summary import head
from billkit.writers.redline_terminal import write_redline_terminal
from billkit.writers.redline_text import write_redline_text
from billkit.writers.redline_unified import write_redline_unified
from billkit.writers.redline_words import Stretch, shown
from tests.unit.writers.texts import law


def test_two_versions_of_a_law_are_told_apart() -> None:
    earlier, later = (
        billkit.load_statute(f"us-ar/ark-code-6-15-2803@{label}")
        for label in ("pre-amendment", "2024")
    )
    found = head(billkit.compare(enacted=earlier, proposed=later))
    assert "2803, version 2024 (repealed 2025) against" in found.title
    assert [side.citation.rpartition(" ")[2] for side in found.sides] == ["pre-amendment", "2024"]


def test_texts_with_names_of_their_own_are_not_told_their_files() -> None:
    law, act = billkit.load_statute("us-nd"), billkit.load_statute("us-ms")
    assert "version" not in head(billkit.compare(enacted=law, proposed=act)).title


def test_a_text_without_a_version_is_told_by_its_file() -> None:
    document = Document(Node("document"), file="drafts/second.txt")
    assert version(document) == "second.txt"
    assert version(Document(Node("document"))) == ""


def test_a_section_without_a_number_goes_by_the_section_of_the_bill_round_it() -> None:
    below = Node("subdivision", num="Subd. 2.", children=(Node("paragraph", num="(a)"),))
    law = Node("section", children=(below, Node("paragraph", children=(Node("a", num="(1)"),))))
    framed = Node("section", num="Section 1.", role="frame", children=(law,))
    other = Node("section", num="Sec. 2.", role="frame")
    bill = Document(Node("document", children=(framed, other)))
    names = [place_name(bill, id_) for id_ in bill.ids]
    assert names[3] == "section 1, subd. 2(a)"
    assert names[-2] == "section 1 paragraph 1 (1)"


def untitled(file: str | None, citation: str = "") -> Document:
    return Document(Node("document"), file=file, citation=citation)


@pytest.mark.parametrize(
    ("first", "second", "called"),
    [
        (untitled("a.txt"), untitled("drafts/b.txt"), ("a.txt", "b.txt")),
        (untitled("x/1/a.txt"), untitled("x/2/a.txt"), ("1/a.txt", "2/a.txt")),
        (untitled("a.txt"), untitled("<stdin>"), ("a.txt", "standard input")),
        (untitled("a.txt"), untitled("a.txt"), ("a.txt", "a.txt")),
        (untitled(None), untitled("a.txt"), ("untitled text", "a.txt")),
        (untitled(None), untitled(None), ("untitled text", "untitled text")),
        (untitled("a.xml", "§ 1"), untitled("b.xml", "§ 1"), ("§ 1, a.xml", "§ 1, b.xml")),
        (untitled("1/a.xml", "§ 1"), untitled("a.xml", "§ 1"), ("§ 1, 1/a.xml", "§ 1, a.xml")),
        (untitled("a.xml", "§ 1"), untitled("a.xml", "§ 2"), ("§ 1", "§ 2")),
    ],
)
def test_two_texts_are_told_apart(
    first: Document, second: Document, called: tuple[str, str]
) -> None:
    assert names(first, second) == called


def test_files_stand_in_the_heads_of_redlines_of_every_form() -> None:
    base = billkit.read("(1) The board may act.")
    enacted, proposed = replace(base, file="law.txt"), replace(base, file="x/draft.txt")
    found = billkit.compare(enacted=enacted, proposed=proposed)
    assert head(found).title == "draft.txt against law.txt"
    for write in (
        write_redline_text,
        write_redline_terminal,
        write_redline_markdown,
        write_redline_html,
        write_redline_unified,
    ):
        shown = write(found)
        assert shown.count("draft.txt") >= 2
        assert "untitled" not in shown
    text = billkit.compare(enacted=enacted, proposed=proposed, context="text")
    assert head(text).title == "law.txt and draft.txt"
    same = billkit.compare(enacted=enacted, proposed=enacted)
    assert head(same).title == "law.txt: proposed text against enacted text"


@pytest.mark.parametrize(
    ("enacted", "proposed", "sign", "was"),
    [
        ("37-179-1", "37-179-1.", "~", ""),
        ("(2) ", "2. ", "~", ""),
        ("(2) ", "(3) ", "#", "(2)"),
        ("(2) ", "(2) ", "=", ""),
        ("§", "¶", "#", "§"),
    ],
)
def test_a_number_with_other_marks_is_no_other_number(
    enacted: str, proposed: str, sign: str, was: str
) -> None:
    ((found, text, _, before, _),) = shown([Stretch("#", enacted, proposed)])
    assert (found, text) == (sign, proposed.strip())
    assert before == was or sign == "="


def test_a_section_of_the_code_is_named_without_the_section_of_the_bill_round_it() -> None:
    law = Node("section", num="9-1", children=(Node("subsection", num="(2)"),))
    framed = Node("section", num="SECTION 1.", role="frame", children=(law,))
    bare = Node(
        "section", num="SECTION 2.", role="frame", children=(Node("subsection", num="(2)"),)
    )
    bill = Document(Node("document", children=(framed, bare)))
    names = [place_name(bill, id_) for id_ in bill.ids]
    assert names[2] == "section 9-1(2)"
    assert names[-1].startswith("section 2")


ALPHA = "(1) Alpha schools may apply for a waiver of the rule."
COUNCIL = "(2) The council decides on every application in public."
PUPILS = "(3) A district reports the number of pupils each year."


@pytest.mark.parametrize(
    ("enacted", "proposed", "away", "come"),
    [
        (
            (ALPHA, COUNCIL, PUPILS),
            (ALPHA, PUPILS, COUNCIL),
            "(2) << moved to (2), after (3)",
            ">> moved from (2), after (1)",
        ),
        (
            (ALPHA, PUPILS, COUNCIL),
            (PUPILS, ALPHA, COUNCIL),
            "(3) << moved to (3), before (1)",
            ">> moved from (3), after (1)",
        ),
        (
            ("(1) The board:", f"  {ALPHA}", "(2) The clerk:", f"  {COUNCIL}", f"  {PUPILS}"),
            ("(1) The board:", f"  {ALPHA}", f"  {PUPILS}", "(2) The clerk:", f"  {COUNCIL}"),
            "(2)(3) << moved to (1)(3)",
            ">> moved from (2)(3)",
        ),
    ],
)
def test_what_moved_under_its_own_number_is_told_by_its_neighbours(
    enacted: tuple[str, ...], proposed: tuple[str, ...], away: str, come: str
) -> None:
    found = billkit.compare(enacted=law("\n".join(enacted)), proposed=law("\n".join(proposed)))
    for write in (write_redline_text, write_redline_markdown, write_redline_html):
        plain = unescape(write(found)).replace("\\", "")
        assert away[away.index("moved") :] in plain
        assert come in plain
    assert away in write_redline_text(found)


def test_what_moved_and_stands_alone_is_told_by_what_it_stands_under() -> None:
    enacted = law(f"The board acts on these matters:\n  {ALPHA}\nThe clerk keeps the records here.")
    proposed = law(
        f"The board acts on these matters:\nThe clerk keeps the records here.\n  {ALPHA}"
    )
    text = write_redline_text(billkit.compare(enacted=enacted, proposed=proposed))
    assert "<< moved to paragraph 2 (1)" in text


def test_words_broken_at_a_lines_end_are_printed_whole_and_kept_as_they_are() -> None:
    enacted = billkit.read("(1) The depart-\nment may act for a self-\nsupporting school.")
    proposed = billkit.read("(1) The depart-\nment must act for a self-\nsupporting school.")
    found = billkit.compare(enacted=enacted, proposed=proposed)
    for write in (
        write_redline_text,
        write_redline_markdown,
        write_redline_html,
        write_redline_unified,
    ):
        assert "self-supporting school" in write(found)
        assert "depart-ment" in write(found)
    assert "depart-\\nment" in found.to_json()


def test_a_wrong_order_is_asked_about() -> None:
    text = law(ALPHA)
    draft, enacted = replace(text, standing="draft"), replace(text, standing="in force")
    found = compare_documents(draft, enacted, context="law")
    assert "Is the order right? The enacted text is a draft" in head(found).sentence
    found = compare_documents(enacted, draft, context="law")
    assert "order" not in head(found).sentence
    earlier, later = (
        replace(enacted, citation="§ 1", dates={"in-force": date})
        for date in ("2017-08-01", "2021")
    )
    found = compare_documents(later, earlier, context="law")
    assert "in force since 2021, the proposed since 2017-08-01." in head(found).sentence
    found = compare_documents(earlier, later, context="law")
    assert "order" not in head(found).sentence


def test_different_works_are_told_as_such() -> None:
    found = compare_documents(law(ALPHA), law("(9) Microscopes are kept in boxes."))
    assert "are they different works?" in head(found).sentence
    assert "different works" not in head(compare_documents(law(ALPHA), law(ALPHA))).sentence
    assert "different works" not in head(compare_documents(law(ALPHA), law(""))).sentence
