from __future__ import annotations

import pytest

from billkit.clauses.bill import Bill
from billkit.clauses.lasting import TermClause
from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.drafting.recovering import recover
from billkit.language.library import ModelLanguage
from billkit.language.styles import load_style
from billkit.reading.drafted import is_drafted, profile_draft
from billkit.reading.parameters import parameters_of
from billkit.reading.profiles import NotFound, Profile, Quoted
from billkit.shipped import shipped
from billkit.tree import Document, Node, Run, runs

STATES = ["us-ky", "us-ms", "us-nd", "us-mn"]


@pytest.fixture(scope="module")
def language() -> ModelLanguage:
    return ModelLanguage()


def _draft(bill: Bill, state: str, language: ModelLanguage) -> Document:
    return draft_bill(bill, load_style(state, folder=shipped("model_language")), language=language)


def _shown(profile: Profile, kind: str) -> dict[str, str]:
    cell = profile.cell(kind)
    assert isinstance(cell, Quoted), kind
    return {name: shown.text for name, shown in parameters_of(cell).items()}


@pytest.mark.parametrize("state", STATES)
def test_with_the_bill_every_clause_has_its_values_and_its_words(
    state: str, language: ModelLanguage
) -> None:
    bill = load_bill("model-act")
    draft = _draft(bill, state, language)
    profile = profile_draft(draft, bill=bill)
    assert profile.origin == "drafted"
    assert profile.standing == "draft"
    for clause in bill.clauses:
        cell = profile.cell(clause.kind)
        assert isinstance(cell, Quoted), clause.kind
        for quotation in cell.quotations:
            assert quotation.words in draft.by_id[quotation.provision].words
    silent = [cell for cell in profile.cells if isinstance(cell, NotFound)]
    assert not {cell.kind for cell in silent} & bill.kinds


@pytest.mark.parametrize("state", STATES)
def test_without_the_bill_the_tags_give_the_same_values(
    state: str, language: ModelLanguage
) -> None:
    bill = load_bill("model-act")
    draft = _draft(bill, state, language)
    recovery = recover(draft, language=language)
    known, read = profile_draft(draft, bill=bill), profile_draft(draft, recovery=recovery)
    for kind, fields in (
        ("term", ("initial",)),
        ("renewal", ("each",)),
        ("authority", ("body", "action", "caps")),
        ("approval-threshold", ("vote share", "vote body")),
        ("revocation", ("body", "notice", "remedy within")),
    ):
        for field in fields:
            assert _shown(read, kind)[field] == _shown(known, kind)[field], (kind, field)


def test_bodies_are_called_as_the_state_calls_them(language: ModelLanguage) -> None:
    bill = load_bill("model-act")
    profile = profile_draft(_draft(bill, "us-nd", language), bill=bill)
    assert _shown(profile, "authority")["body"] == "superintendent of public instruction"
    key = parameters_of(profile.cell("authority"))["body"].key  # type: ignore[arg-type]
    assert key == ("body", "chief")


def _tagged(clause: str, field: str, text: str, *, kind: str = "subsection") -> Node:
    return Node(kind, num="(1)", text=(Run("It says "), Run(text, origin=(clause, field))))


def _document(*nodes: Node) -> Document:
    return Document(Node("document", children=nodes), title="An Act")


def test_a_clause_of_another_name_is_told_by_its_id_or_its_fields() -> None:
    draft = _document(
        Node("section", num="1.", children=(_tagged("second-term", "initial", "two years"),)),
        Node("section", num="2.", children=(_tagged("odd", "uncertified-share", "25 percent"),)),
        Node("section", num="3.", children=(_tagged("odder", "body", "the board"),)),
    )
    cells = {cell.id: cell for cell in profile_draft(draft).cells if isinstance(cell, Quoted)}
    assert cells["second-term"].kind == "term"
    assert cells["odd"].kind == "non-waivable"
    assert "odder" not in cells


def test_what_follows_a_clause_in_its_section_is_the_clause_s_and_heads_are_not() -> None:
    draft = _document(
        Node(
            "section",
            num="1.",
            role="frame",
            children=(
                Node("catchline", text=runs("Term."), role="frame"),
                _tagged("term", "initial", "two years"),
                Node("subsection", num="(2)", text=runs("It may be longer.")),
            ),
        ),
        Node("section", num="2.", children=(Node("subsection", text=runs("Another thing.")),)),
    )
    cell = profile_draft(draft).cell("term")
    assert isinstance(cell, Quoted)
    assert [quotation.words for quotation in cell.quotations] == [
        "It says two years",
        "It may be longer.",
    ]


def test_words_a_field_cannot_have_are_left_alone() -> None:
    draft = _document(Node("section", num="1.", children=(_tagged("term", "initial", "a while"),)))
    cell = profile_draft(draft).cell("term")
    assert isinstance(cell, Quoted)
    assert "initial" not in cell.values


def test_a_document_without_tags_is_no_draft() -> None:
    assert not is_drafted(_document(Node("section", text=runs("Words."))))
    named = Node("section", text=(Run("a zone", origin=("names", "zone")),))
    assert not is_drafted(_document(named))


def test_a_clause_that_fills_nothing_in_is_found_by_its_words() -> None:
    bill = Bill(clauses=(TermClause(), load_bill("model-act").clauses[4]))
    draft = _document(
        Node("section", num="1.", children=(_tagged("term", "initial", "five years"),)),
        Node("section", num="2.", children=(Node("p", text=runs("A school may apply for it.")),)),
    )
    with_bill = profile_draft(draft, bill=bill)
    without = profile_draft(draft)
    assert bill.clauses[1].kind == "eligibility"
    assert isinstance(with_bill.cell("eligibility"), Quoted)
    cell = without.cell("eligibility")
    assert isinstance(cell, Quoted)
    assert cell.confidence < 1
