from __future__ import annotations

import pytest

from billkit.reading.sentences import sentences, split
from billkit.tree import Document, Node, Run, runs


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The board may. It shall.", ["The board may.", "It shall."]),
        ("See C.R.S. 22-1-101. The board.", ["See C.R.S. 22-1-101.", "The board."]),
        ("Under sec. 4 of ch. 5. Next.", ["Under sec. 4 of ch. 5.", "Next."]),
        (
            '"Plan" means a plan. "Zone" means a zone.',
            ['"Plan" means a plan.', '"Zone" means a zone.'],
        ),
        ("One (see A. Smith). Two.", ["One (see A. Smith).", "Two."]),
        ("No end", ["No end"]),
        ("", []),
        (
            "Section 15.1-06-08.1 applies. (It does.)",
            ["Section 15.1-06-08.1 applies.", "(It does.)"],
        ),
    ],
)
def test_sentences_end_where_people_end_them(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == parts


def _document(*nodes: Node) -> Document:
    return Document(Node("document", children=nodes), citation="Code 1")


def test_items_carry_on_their_lead_and_the_lead_knows_its_items() -> None:
    items = tuple(
        Node("paragraph", num=num, text=runs(text))
        for num, text in (("(a)", "Health;"), ("(b)", "Safety."))
    )
    document = _document(
        Node(
            "subsection", num="(1)", text=runs("First. The board shall not waive:"), children=items
        )
    )
    first, lead, health, safety = sentences(document)
    assert first.words == "First."
    assert first.items == ()
    assert [words for _, words, _ in lead.items] == ["Health;", "Safety."]
    assert health.whole == "The board shall not waive: Health;"
    assert health.words == health.whole[health.start :]
    assert lead.full == "The board shall not waive: Health; Safety."
    assert safety.provision == "1/b"


def test_closed_words_lead_nowhere() -> None:
    below = Node("paragraph", num="(a)", text=runs("The board may."))
    document = _document(Node("subsection", num="(1)", text=runs("It ends."), children=(below,)))
    above, item = sentences(document)
    assert above.items == ()
    assert item.lead == ""


def test_words_that_are_not_held_are_passed_over() -> None:
    gap = Node("gap", status="gap", label="the rest")
    guessed = Node("subsection", num="(2)", text=runs("The board may."), status="reconstructed")
    mixed = Node(
        "subsection",
        num="(3)",
        text=(
            Run("It is known. ", status="official"),
            Run("It is guessed.", status="reconstructed"),
        ),
        status="reconstructed",
        tail=(Run("So is the tail.", status="official"),),
    )
    found = list(sentences(_document(gap, guessed, mixed)))
    assert [sentence.words for sentence in found] == ["It is known.", "So is the tail."]
    assert [sentence.status for sentence in found] == ["official", "official"]


def test_a_frame_without_law_is_passed_over_and_headings_are_known() -> None:
    title = Node("title", text=runs("A BILL for an Act"), role="frame")
    section = Node(
        "section",
        num="1.",
        heading=runs("Waivers."),
        children=(Node("subsection", num="(1)", text=runs("The board may waive rules.")),),
    )
    (sentence,) = sentences(_document(title, section))
    assert sentence.heading == "Waivers."
