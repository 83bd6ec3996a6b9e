"""What the head and the notes of a redline call the two texts and their provisions."""

from __future__ import annotations

import pytest

import billkit
from billkit.tree import Document, Node
from billkit.writers.document_head import version
from billkit.writers.redline_labels import place_name
from billkit.writers.redline_summary import head
from billkit.writers.redline_words import Stretch, shown


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
