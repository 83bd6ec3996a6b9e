from __future__ import annotations

import pytest
from pydantic import ValidationError

from billkit.clauses.applying import ApplicationClause
from billkit.clauses.bill import Bill
from billkit.clauses.catalogue import KINDS, clause_from_plain
from billkit.clauses.closing import EffectiveDateClause
from billkit.clauses.framing import DefinitionsClause, ShortTitleClause
from billkit.clauses.granting import ApprovalThresholdClause, AuthorityClause, DecisionClause
from billkit.clauses.lasting import RenewalClause, RevocationClause, TermClause
from billkit.clauses.sections import SectionPlan
from billkit.errors import BillError

BASE = Bill().with_(ShortTitleClause(title="Zones Act"), AuthorityClause(), TermClause())


def test_a_clause_goes_where_the_catalogue_has_its_kind() -> None:
    bill = BASE.with_(EffectiveDateClause(), DefinitionsClause(), RenewalClause())
    assert bill.ids == (
        "short-title",
        "definitions",
        "authority",
        "term",
        "renewal",
        "effective-date",
    )
    assert list(bill.ids) == sorted(bill.ids, key=KINDS.index)


def test_a_clause_of_the_same_id_takes_the_others_place() -> None:
    bill = BASE.with_(AuthorityClause(body="chief"))
    assert bill.ids == BASE.ids
    assert bill.all_of(AuthorityClause)[0].body == "chief"
    assert BASE.all_of(AuthorityClause)[0].body == "state-board"


def test_two_of_a_kind_name_their_ids() -> None:
    plan = TermClause(id="plan-term", subject="plan", initial="up to 5 years")
    bill = BASE.with_(plan)
    assert bill.ids == ("short-title", "authority", "term", "plan-term")
    assert bill.clause("plan-term") == plan
    assert bill.clause("term") == TermClause()


def test_a_clause_can_be_put_after_or_before_another() -> None:
    bill = BASE.with_(RenewalClause(), DecisionClause(), before="authority")
    assert bill.ids == ("short-title", "renewal", "decision", "authority", "term")
    assert bill.with_(TermClause(), after="short-title").ids == (
        "short-title", "term", "renewal", "decision", "authority",
    )  # fmt: skip
    with pytest.raises(BillError) as caught:
        BASE.with_(RenewalClause(), after="terms")
    assert caught.value.findings[0].code == "unknown-clause"
    assert caught.value.findings[0].hint == 'did you mean "term"?'


def test_clauses_are_taken_out_by_id_or_kind() -> None:
    bill = BASE.with_(TermClause(id="plan-term"), RenewalClause())
    assert bill.without("plan-term").ids == ("short-title", "authority", "term", "renewal")
    assert bill.without("term", "authority").ids == ("short-title", "renewal")
    with pytest.raises(BillError) as caught:
        bill.without("terms", "sunset")
    assert [finding.code for finding in caught.value.findings] == ["unknown-clause"] * 2


def test_sections_lose_what_the_bill_loses() -> None:
    plans = (
        SectionPlan.model_validate({"clauses": ["authority", ["term", "renewal"]]}),
        SectionPlan.model_validate({"clauses": ["short-title"], "number": "37-179-1"}),
    )
    bill = BASE.with_(RenewalClause()).model_copy(update={"sections": plans})
    assert [plan.ids for plan in bill.without("renewal", "short-title").sections] == [
        ("authority", "term")
    ]
    assert bill.sections[0].groups == (("authority",), ("term", "renewal"))


def test_a_bill_is_called_by_its_title_its_short_title_or_its_matter() -> None:
    assert Bill(title="An Act").name == "An Act"
    assert str(BASE) == "Zones Act"
    assert Bill(subject="zones").name == "Zones"
    assert Bill().about == "innovation zones"
    assert Bill().name == "Innovation zones"
    assert repr(BASE) == "<Bill Zones Act: 3 clauses>"


def test_a_bill_knows_what_it_defines_and_which_steps_it_has() -> None:
    bill = BASE.with_(
        DefinitionsClause(items=["eligible-employees", {"term": "Lab School", "text": "x"}])
    )
    assert bill.defined >= {"eligible-employees", "lab-school"}
    assert bill.stages == {"approve"}
    more = bill.with_(ApplicationClause(), RenewalClause(), RevocationClause())
    assert more.stages == {"apply", "approve", "revise", "renew", "withdraw"}
    fixed = bill.with_(ApplicationClause(revisable=False), RevocationClause(withdrawal=False))
    assert fixed.stages == {"apply", "approve"}


def test_plain_data_of_a_bill_make_the_bill_again() -> None:
    bill = BASE.with_(RenewalClause(first="up to 1 year", later="up to 2 years"))
    plain = bill.plain()
    assert plain["clauses"][-1] == {
        "kind": "renewal", "each": "none", "first": "up to 1 year", "later": "up to 2 years",
    }  # fmt: skip
    assert Bill.model_validate(plain) == bill


def test_defaults_are_left_out_of_plain_data() -> None:
    assert TermClause().plain() == {"kind": "term"}
    assert clause_from_plain({"kind": "term"}) == TermClause()
    assert TermClause(id="second", initial="indefinite").plain() == {
        "kind": "term", "id": "second", "initial": "indefinite",
    }  # fmt: skip
    assert TermClause.from_plain({"kind": "term", "initial": "2 years"}) == TermClause(
        initial="2 years"
    )


@pytest.mark.parametrize("written", ["KY", "Kentucky", "us-kentucky", "us_ky"])
def test_jurisdictions_are_written_like_us_ky(written: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Bill(jurisdiction=written)
    assert "us-ky" in str(caught.value.errors()[0]["ctx"]["hint"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"kind": "renewal", "each": "5 years", "first": "1 year"}, "contradictory-lengths"),
        ({"kind": "renewal", "later": "1 year"}, "contradictory-lengths"),
        ({"kind": "renewal", "each": "none"}, "contradictory-lengths"),
        (
            {"kind": "renewal", "first": "1 year", "later": "1 year", "most": 1},
            "contradictory-lengths",
        ),
        (
            {"kind": "revocation", "remedy": False, "remedy-within": "30 days"},
            "contradictory-remedy",
        ),
        ({"kind": "waivable-scope", "items": []}, "nothing-waivable"),
        ({"kind": "authority", "caps": ["5 per year", "6 per year"]}, "contradictory-caps"),
        (
            {"kind": "eligibility", "voluntary": False, "compelled": ["turnaround"]},
            "contradictory-choice",
        ),
        ({"kind": "decision", "within": "none", "on-silence": "approved"}, "no-deadline"),
        ({"kind": "decision", "review-within": "30 days after receipt"}, "no-reviewer"),
        ({"kind": "application", "window": "dates"}, "contradictory-window"),
        ({"kind": "application", "opens": "July 1"}, "contradictory-window"),
        ({"kind": "advisory-panel", "members": [{"count": 2}]}, "no-appointer"),
        ({"kind": "advisory-panel", "size": 3}, "panel-size"),
        (
            {"kind": "reporting", "reports": [{"occasion": "denial", "every": "1 year"}]},
            "contradictory-report",
        ),
        ({"kind": "appropriation", "amount": "$5 per grant"}, "not-a-total"),
        ({"kind": "definitions", "items": ["zone", "zone"]}, "defined-twice"),
        ({"kind": "definitions", "items": [{"text": "x"}]}, "no-term"),
        ({"kind": "findings", "items": [{"refs": ["1.1"]}]}, "empty-item"),
        ({"kind": "findings", "items": [{"key": "student-differ"}]}, "unknown-item"),
    ],
)
def test_contradictions_within_a_clause_are_refused(data: dict[str, object], code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        clause_from_plain(data)
    assert caught.value.errors()[0]["type"] == code


def test_what_is_usual_gives_way_to_what_is_said() -> None:
    assert RenewalClause(first="1 year").each is None
    assert RevocationClause(remedy=False).remedy_within is None
    threshold = ApprovalThresholdClause(votes=[{"share": "[insert share]"}])
    assert str(threshold.votes[0].share) == "[insert share]"


def test_the_two_acts_can_be_told_in_parameters() -> None:
    north_dakota = clause_from_plain(
        {
            "kind": "waivable-scope",
            "body": "chief",
            "method": "only-listed",
            "items": ["accreditation-rules"],
            "units": ["chapter 15-20.1", "chapter 15.1-06"],
            "grounds": ["improves-delivery", "improves-administration"],
            "only-as-provided": True,
        }
    )
    assert clause_from_plain(north_dakota.plain()) == north_dakota
    kentucky = ApprovalThresholdClause(
        votes=[{"body": "eligible-employees", "share": "70 percent"}]
    )
    assert str(kentucky.votes[0].share) == "70 percent"
