from __future__ import annotations

import pytest

from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.language.library import ModelLanguage
from billkit.tree import Document, Node, runs
from billkit.writers.bill_text import write_bill_text

LANGUAGE = ModelLanguage()


def test_nothing_is_lost_and_no_line_is_too_long() -> None:
    bill = load_bill("model-act")
    for state in LANGUAGE.styles():
        style = LANGUAGE.style(state)
        document = draft_bill(bill, style, language=LANGUAGE)
        for width in (40, 80):
            text = write_bill_text(document, style=style, width=width)
            words = [w for n in document.provisions for w in n.words.split()]
            assert text.split() == words
            assert max(len(line) for line in text.splitlines()) <= width
            assert not any(line != line.rstrip() for line in text.splitlines())


def test_provisions_are_set_in_by_their_depth() -> None:
    points = (
        Node("paragraph", "(a)", text=runs("one;")),
        Node("paragraph", "(b)", text=runs("two.")),
    )
    law = Node(
        "subsection", "(1)", text=runs("The board may:"), children=points, tail=runs("if so.")
    )
    head = Node("section", "SECTION 1.", text=runs("A LEAD-IN:"), children=(law,), role="frame")
    assert write_bill_text(Document(Node("document", children=(head,)))) == (
        "SECTION 1. A LEAD-IN:\n(1) The board may:\n    (a) one;\n    (b) two.\nif so.\n"
    )


def test_a_number_without_words_shares_the_line_of_the_first_below() -> None:
    inner = (
        Node("paragraph", "(a)", text=runs("one;")),
        Node("paragraph", "(b)", text=runs("two.")),
    )
    law = Node("subsection", "(1)", children=inner)
    head = Node("section", "SECTION 1.", children=(law,), role="frame")
    text = write_bill_text(Document(Node("document", children=(head,))))
    assert text.splitlines()[0] == "SECTION 1. (1) (a) one;"


def test_an_empty_document_is_an_empty_text() -> None:
    assert write_bill_text(Document(Node("document"))) == ""


def test_a_width_nobody_can_read_is_refused() -> None:
    with pytest.raises(ValueError, match="wide"):
        write_bill_text(Document(Node("document")), width=10)
