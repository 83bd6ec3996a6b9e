"""Heads of sections: where a heading is printed, and in which letters."""

from __future__ import annotations

from billkit.clauses.bill import Bill
from billkit.drafting.drafting import draft_bill
from billkit.language.library import ModelLanguage
from billkit.tree import Document, join

LANGUAGE = ModelLanguage()


def _drafted(state: str, number: str | None) -> Document:
    data = {
        "subject": "innovation zones",
        "jurisdiction": state,
        "sections": [{"clauses": ["term"], **({"number": number} if number else {})}],
        "clauses": [{"kind": "term"}],
    }
    return draft_bill(Bill.model_validate(data), LANGUAGE.style(state), language=LANGUAGE)


def test_a_heading_in_title_case_keeps_its_small_words_small() -> None:
    head = _drafted("us-nh", None).root.children[2]
    assert join(head.heading) == "New Section; Term of an Innovation Zone."


def test_a_heading_is_repeated_after_the_number_in_the_code() -> None:
    head = _drafted("us-nh", "194-G:3").root.children[2]
    (law,) = head.children
    assert (law.num, join(law.heading)) == ("194-G:3", "Term of an Innovation Zone.")


def test_capitals_and_plain_letters_stay_what_they_are() -> None:
    headings = [join(node.heading) for node in _drafted("us-mn", None).provisions]
    assert "TERM OF AN INNOVATION ZONE." in headings
    law = _drafted("us-co", "22-32.9-101").root.children[2].children[0]
    assert join(law.heading) == "Term of an innovation zone."


def test_a_heading_in_title_case_keeps_where_its_words_are_from() -> None:
    head = _drafted("us-nh", None).root.children[2]
    assert ("term", "subject") in {run.origin for run in head.heading}
