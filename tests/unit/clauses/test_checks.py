from __future__ import annotations

from typing import Any

import pytest

from billkit.clauses.bill import Bill
from billkit.clauses.checks import check_clauses
from billkit.clauses.composing import preset_names
from billkit.clauses.loading import load_bill, shipped_presets

AUTHORITY = {"kind": "authority"}
APPLICATION = {"kind": "application"}


def codes(*clauses: dict[str, Any], **head: Any) -> list[str]:
    return [f.code for f in check_clauses(Bill.model_validate({**head, "clauses": list(clauses)}))]


def waived(**fields: Any) -> dict[str, Any]:
    return {"kind": "waivable-scope", "items": [], **fields}


def kept(**fields: Any) -> dict[str, Any]:
    return {"kind": "non-waivable", "items": ["health-safety"], **fields}


@pytest.mark.parametrize("name", preset_names(shipped_presets()))
def test_every_preset_is_sound(name: str) -> None:
    bill = load_bill(name)
    assert [str(f) for f in check_clauses(bill) if f.severity == "error"] == []


def test_findings_name_the_clause() -> None:
    (found,) = check_clauses(Bill.model_validate({"clauses": [{"kind": "renewal"}]}))
    assert str(found) == (
        "renewal-without-term: a renewal is provided for, but no term that it could renew.\n"
        "  clauses > renewal\n"
        '  hint: add a clause of kind "term".'
    )


def test_a_section_kept_inside_a_waived_chapter_is_a_carve_out() -> None:
    assert codes(waived(units=["chapter 158"]), kept(units=["section 158.030"])) == []
    assert codes(waived(units=["chapter 158"], **{"carve-outs": ["section 158.030"]})) == []


@pytest.mark.parametrize(
    ("waivable", "not_waivable"),
    [
        ({"units": ["chapter 158"]}, {"units": ["chapter 158"]}),
        ({"units": ["section 158.030"]}, {"units": ["chapter 158"]}),
        ({"units": ["section 158.030(2)"]}, {"units": ["158.030"]}),
        (
            {"units": ["chapter 39 of title 37"]},
            {"items": [{"key": "purchasing", "refs": ["title 37"]}]},
        ),
        ({"items": ["bus routes"]}, {"items": ["Bus Routes"]}),
        ({"items": ["agreement-provisions"]}, {"items": ["bargaining"]}),
        ({"items": [{"key": "state-rules", "refs": ["chapter 7"]}]}, {"units": ["chapter 7"]}),
    ],
)
def test_nothing_is_both_waivable_and_kept(
    waivable: dict[str, Any], not_waivable: dict[str, Any]
) -> None:
    assert codes(waived(**waivable), kept(**not_waivable)) == ["waivable-and-not"]


def test_a_unit_cannot_be_carved_out_of_itself() -> None:
    both = {"units": ["chapter 158"], "carve-outs": ["chapter 158"]}
    assert codes(waived(**both)) == ["waivable-and-not"]


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ([{"kind": "term"}, {"kind": "renewal"}], []),
        (
            [{"kind": "term", "initial": "indefinite"}, {"kind": "renewal"}],
            ["renewal-of-endless-term"],
        ),
        ([{"kind": "term"}, {"kind": "renewal", "each": "indefinite"}], []),
        (
            [{"kind": "term"}, {"kind": "renewal", "first": "indefinite", "later": "1 year"}],
            ["longer-than-forever"],
        ),
        ([APPLICATION], ["nobody-decides"]),
        (
            [{"kind": "sunset", "on": "2 years"}, {"kind": "effective-date", "on": "July 1, 2027"}],
            [],
        ),
        (
            [
                {"kind": "sunset", "on": "July 1, 2030"},
                {"kind": "grants", "award-by": "July 2, 2030"},
            ],
            ["due-after-sunset"],
        ),
        (
            [
                {"kind": "effective-date", "on": "July 1, 2027"},
                {"kind": "reporting", "reports": [{"due": "June 1 from 2027"}]},
            ],
            ["due-before-effect"],
        ),
        (
            [
                {"kind": "effective-date", "on": "July 1, 2027"},
                {"kind": "reporting", "reports": [{"due": "February 29 from 2028"}]},
            ],
            [],
        ),
        ([{"kind": "evaluation", "data-from": "network"}], ["body-not-established"]),
        ([{"kind": "evaluation", "data-from": "network"}, {"kind": "learning-network"}], []),
        (
            [{"kind": "definitions", "items": ["eligible-employees", "partner"]}],
            ["defined-not-used"] * 2,
        ),
        (
            [
                AUTHORITY,
                APPLICATION,
                {"kind": "approval-threshold", "votes": [{"each": "partner"}]},
            ],
            ["undefined-voters"],
        ),
        (
            [
                AUTHORITY,
                APPLICATION,
                {
                    "kind": "approval-threshold",
                    "votes": [{"body": "lab-staff", "meaning": "those of the lab"}],
                },
            ],
            [],
        ),
        (
            [AUTHORITY, APPLICATION, {"kind": "personnel", "agreement-vote": {"body": "nobody"}}],
            ["undefined-voters"],
        ),
        (
            [
                {"kind": "effective-date", "alternative": "A"},
                {"kind": "effective-date", "alternative": "B", "id": "b"},
            ],
            [],
        ),
    ],
)
def test_clauses_fit_each_other(clauses: list[dict[str, Any]], expected: list[str]) -> None:
    assert codes(*clauses) == expected


def test_a_body_with_a_name_of_its_own_needs_no_clause() -> None:
    assert (
        codes({"kind": "evaluation", "data-from": "network"}, names={"network": "Lab Network"})
        == []
    )


def test_a_bill_ready_for_filing_may_hold_brackets_in_notes_alone() -> None:
    assert codes({"kind": "term", "note": "[think again]"}, stage="filing") == []
    assert codes({"kind": "term", "heading": "[Term]"}, stage="filing") == ["open-blank"]
    assert codes({"kind": "term", "initial": "[insert]"}, stage="model") == []


def test_sections_hold_clauses_of_the_bill_once() -> None:
    plans = [{"clauses": ["term", "trem"]}, {"clauses": [["term"]]}]
    assert codes({"kind": "term"}, sections=plans) == ["undefined-clause", "clause-twice"]
