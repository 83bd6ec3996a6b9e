from __future__ import annotations

import pytest

from billkit.clauses.base import Value
from billkit.clauses.bill import Bill
from billkit.clauses.catalogue import CLAUSES, KINDS, clause_from_plain
from billkit.clauses.checks import check_clauses
from billkit.clauses.clause import Clause
from billkit.clauses.samples import largest, smallest, variations
from billkit.clauses.walking import roles, texts, values

SHARED = set(Clause.model_fields)


@pytest.mark.parametrize("kind", KINDS)
def test_plain_data_say_all_of_every_sample(kind: str) -> None:
    for clause in variations(kind):
        assert clause.kind == kind
        assert clause_from_plain(clause.plain()) == clause


@pytest.mark.parametrize("kind", KINDS)
def test_the_largest_has_all_that_may_be_said_and_the_smallest_the_least(kind: str) -> None:
    least, most = smallest(kind), largest(kind)
    for name in set(CLAUSES[kind].model_fields) - SHARED:
        small, large = getattr(least, name), getattr(most, name)
        assert large not in ((), None, False) or (kind, name) == ("renewal", "each"), name
        if isinstance(small, tuple):
            assert len(small) <= 1
            assert len(large) > 1
        assert small is not True


@pytest.mark.parametrize("kind", KINDS)
def test_samples_name_only_bodies_that_every_bill_has(kind: str) -> None:
    names = Bill().names
    for clause in (smallest(kind), largest(kind)):
        assert {role for _, role in roles(clause) if names.body(role) is None} == set()


def test_every_word_of_a_field_is_tried() -> None:
    tried = {str(getattr(clause, "initial", "")) for clause in variations("term")}
    assert {
        "indefinite",
        "5 years",
        "up to 5 years",
        "June 30 of the second school year",
    } <= tried
    assert any("[" in words for words in tried)
    occasions = {
        report.occasion
        for clause in variations("reporting")
        for report in getattr(clause, "reports", ())
    }
    assert occasions == {"regular", "approval", "denial", "request", "end-of-term"}


def test_a_bill_of_all_smallest_clauses_is_sound() -> None:
    bill = Bill().with_(*(smallest(kind) for kind in KINDS))
    found = [f.code for f in check_clauses(bill) if f.severity == "error"]
    assert found == []


def test_values_are_walked_with_their_paths() -> None:
    found = dict(texts(largest("approval-threshold")))
    assert found["votes", 2, "meaning"] == "a matter of the bill's own"
    assert [path for path, _ in values(largest("term"), Value)] == [(), ("initial",)]
    assert ("votes", 0, "body") not in dict(roles(largest("approval-threshold")))
