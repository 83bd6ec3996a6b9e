from __future__ import annotations

from dataclasses import replace

import pytest

import billkit
from billkit.clauses.bill import Bill
from billkit.clauses.framing import ShortTitleClause
from billkit.clauses.lasting import TermClause
from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.drafting.recovering import recover
from billkit.language.library import ModelLanguage
from billkit.reading.profiles import Quoted
from billkit.tree import Document, Node, runs


@pytest.fixture(scope="module")
def language() -> ModelLanguage:
    return ModelLanguage()


def _draft(bill: Bill, state: str, language: ModelLanguage) -> Document:
    return draft_bill(bill, language.style(state), language=language)


def test_headings_of_the_bill_s_own_are_found(language: ModelLanguage) -> None:
    term = TermClause.model_validate({"initial": "3 years", "heading": "How long"})
    (found,) = recover(
        _draft(Bill(clauses=(term,)), "generic", language), language=language
    ).clauses
    assert (found.clause.heading, found.exact) == ("How long", True)


def test_an_alternative_is_found(language: ModelLanguage) -> None:
    clauses = [
        TermClause.model_validate(
            {"id": f"term-{letter.lower()}", "alternative": letter, "initial": length}
        )
        for letter, length in (("A", "3 years"), ("B", "5 years"))
    ]
    draft = _draft(Bill(clauses=tuple(clauses)), "generic", language)
    found = recover(draft, language=language).clauses
    assert [(each.clause.id, each.clause.alternative) for each in found] == [
        ("term-a", "A"),
        ("term-b", "B"),
    ]
    assert all(each.exact for each in found)


def test_a_name_that_only_the_title_tells_is_found(language: ModelLanguage) -> None:
    bill = load_bill("after-north-dakota")
    given = bill.clause("plan-term")
    recovered = recover(_draft(bill, "us-ar", language), language=language).clauses
    found = {each.clause.id: each.clause for each in recovered}
    assert isinstance(given, TermClause)
    assert getattr(found["plan-term"], "subject", None) == given.subject


def test_a_clause_that_fills_nothing_in_is_found(language: ModelLanguage) -> None:
    bill = Bill(title="Free Schools Act", clauses=(ShortTitleClause(),))
    (found,) = recover(_draft(bill, "us-nd", language), language=language).clauses
    assert isinstance(found.clause, ShortTitleClause)
    assert found.exact


def test_words_of_no_clause_make_the_one_before_them_inexact(language: ModelLanguage) -> None:
    bill = Bill(clauses=(TermClause(),))
    draft = _draft(bill, "us-nd", language)
    section = next(node for node in draft.root.children if node.kind == "section")
    added = Node("subsection", text=runs("Nobody has said this before."), role="law")
    tops = tuple(
        replace(node, children=(*node.children, added)) if node is section else node
        for node in draft.root.children
    )
    edited = replace(draft, root=replace(draft.root, children=tops), lines=())
    (found,) = recover(edited, language=language).clauses
    assert not found.exact
    assert not found.shown


def test_a_profile_has_the_values_that_the_words_show() -> None:
    bill = billkit.load_bill("after-north-dakota")
    draft = billkit.draft(bill, jurisdiction="us-nd")
    without = billkit.profile(draft).cell("decision")
    assert isinstance(without, Quoted)
    assert "within" not in without.values
    term = billkit.profile(draft).cell("term")
    assert isinstance(term, Quoted)
    assert str(term.values["initial"]) == "up to 1 year"


def test_a_contrast_takes_a_draft_as_it_takes_its_bill() -> None:
    bill = billkit.load_bill("model-act")
    law = billkit.load_statute("us-ms")
    draft = billkit.draft(bill, jurisdiction="us-ms")
    rows = [
        billkit.contrast(one, law, kinds=["renewal"], jurisdiction="us-ms").rows[0]
        for one in (bill, draft)
    ]
    assert str(rows[0].kind) == str(rows[1].kind) == "renewal"
    assert len(billkit.contrast(billkit.profile(law), draft).rows) > 5
