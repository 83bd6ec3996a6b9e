"""The words of a draft mean what the fields of the bill say, in every state's form."""

from __future__ import annotations

import pytest

from billkit.clauses.bill import Bill
from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.language.library import ModelLanguage

LANGUAGE = ModelLanguage()
STATES = LANGUAGE.styles()


def _bill(*clauses: dict[str, object], **more: object) -> Bill:
    return Bill.model_validate({"clauses": clauses, **more})


def _text(bill: Bill, state: str) -> str:
    draft = draft_bill(bill, LANGUAGE.style(state), language=LANGUAGE)
    law = [node for node in draft.provisions if node.kind not in {"title", "enacting-clause"}]
    return "\n".join(f"{node.words} {node.tail_words}".strip() for node in law)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("cap", "counted"),
    [
        ("1 per year", "in any calendar year"),
        ("20 per school year", "in any school year"),
        ("20 in total", "in total"),
        ("20 at any one time", "at any one time"),
        ("20 in the valley", "in the valley"),
    ],
)
def test_every_cap_says_how_it_counts(state: str, cap: str, counted: str) -> None:
    text = _text(_bill({"kind": "authority", "caps": [cap]}), state)
    assert f" {counted}." in text
    assert [w for w in ("in total", "any one time", "calendar", "school year") if w in text] == [
        w for w in ("in total", "any one time", "calendar", "school year") if w in counted
    ]
    assert ("innovation zones in" in text) == (not cap.startswith("1 ") and "any one" not in cap)


_PASSAGE = ("passage", "immediately", "enactment", "filing", "approval", "becoming")


@pytest.mark.parametrize("state", STATES)
def test_a_date_of_effect_counts_from_the_event_that_is_named(state: str) -> None:
    def said(on: str) -> str:
        line = next(
            line
            for line in _text(_bill({"kind": "effective-date", "on": on}), state).split("\n")
            if "effect" in line
        )
        return line.rpartition("Act] is" if "Act] is" in line else "ct ")[2]

    forms = {
        on: said(on)
        for on in (
            "upon passage",
            "90 days after passage",
            "end of session",
            "90 days after end of session",
        )
    }
    assert len(set(forms.values())) == len(forms), forms
    for on, words in forms.items():
        assert ("session" in words or "adjourn" in words) == ("session" in on), (state, on, words)
        if "session" not in on:
            assert any(word in words for word in _PASSAGE), (state, on, words)


@pytest.mark.parametrize("state", STATES)
def test_a_sum_says_what_it_is_counted_by(state: str) -> None:
    text = _text(_bill({"kind": "grants", "amount": "$1,000 per student"}), state)
    assert "for each student." in text
    text = _text(_bill({"kind": "grants", "amount": "$1,000 per grant"}), state)
    assert "each student" not in text
    text = _text(_bill({"kind": "appropriation", "amount": "$1,000 per year"}), state)
    assert text.count("each fiscal year") == 1


def test_minnesota_calls_a_fiscal_year_by_its_end() -> None:
    bill = _bill({"kind": "appropriation", "amount": "$1,000", "first-year": 2027})
    assert "in fiscal year 2028" in _text(bill, "us-mn")
    assert "fiscal year 2027-28" in _text(bill, "us-ky")


def test_points_of_the_bills_own_have_their_parts_and_one_end_mark() -> None:
    bill = load_bill(
        '[[clauses]]\nkind = "purpose"\nitems = ["research", '
        '{ text = "let schools;", parts = ["plan their day, or", "choose books."] }]\n'
        '[[clauses]]\nkind = "personnel"\nitems = [{ text = "Section 5 et seq. applies." }, '
        '{ text = "See section 5 et seq." }]\n'
    )
    text = _text(bill, "us-nd")
    assert "2. Let schools:\na. Plan their day; and\nb. Choose books." in text
    assert "Section 5 et seq. applies.\n" in text
    assert text.endswith("See section 5 et seq.")


def test_a_name_is_not_headed_by_two_articles() -> None:
    bill = load_bill(
        'title = "The Open Act"\n[[clauses]]\nkind = "short-title"\n[[clauses]]\nkind = "funding"\n'
        'items = ["state-fund"]\nfund = "the Open Fund"\n'
    )
    text = _text(bill, "us-nd")
    assert "cited as the Open Act." in text
    assert "The Open Fund is created" in text


def test_a_list_of_one_point_that_opens_another_list_of_one_is_a_sentence() -> None:
    bill = _bill({"kind": "application", "contents": ["goals"], "goals": ["engagement"]})
    assert "must include goals and performance targets, which may include increasing the" in _text(
        bill, "us-nd"
    )


def test_each_action_of_a_decision_has_its_object() -> None:
    actions = ["approve", "modify", "conditions", "return"]
    text = _text(_bill({"kind": "decision", "actions": actions}), "us-nd")
    assert (
        "approve the plan, work with the applicant to modify it, approve it with conditions, "
        "or return it for completion." in text
    )


def test_a_vote_on_an_agreement_is_at_no_stage() -> None:
    text = (
        '[[clauses]]\nkind = "personnel"\nagreement-vote = { body = "teachers", act = "consent" }'
    )
    assert "only with the consent of a majority of the teachers" in _text(load_bill(text), "us-nd")


def test_a_blank_has_no_plural() -> None:
    bill = _bill({"kind": "authority"}, names={"zone": "[insert name of zone]"})
    assert "[insert names" not in _text(bill, "us-nd")
