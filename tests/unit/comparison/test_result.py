"""A comparison as a value: applied in part, turned round, explained."""

from __future__ import annotations

from billkit.comparison.comparing import compare_documents
from tests.unit.comparison.texts import law

ENACTED = law(
    "(a) The plan must name each school.",
    "(b) The plan must list each waiver.",
    "(c) The plan must state the budget.",
    "(d) The plan must set a schedule.",
)
PROPOSED = law(
    "(a) The plan must name each school.",
    "(b) The plan must name a fiscal agent.",
    "(c) The plan must list every waiver.",
    "(d) The plan must state the budget.",
    "(e) The plan must set a schedule.",
)


def words(document: object) -> list[str]:
    return [node.words for node in document.provisions]  # type: ignore[attr-defined]


def test_an_insertion_alone_renumbers_the_rest_anew() -> None:
    compared = compare_documents(ENACTED, PROPOSED)
    (inserted,) = (n for n, op in enumerate(compared.operations) if "inserted" in op.changes)
    assert words(compared.apply([inserted])) == [
        "(a) The plan must name each school.",
        "(b) The plan must name a fiscal agent.",
        "(c) The plan must list each waiver.",
        "(d) The plan must state the budget.",
        "(e) The plan must set a schedule.",
    ]


def test_a_renumbering_without_its_cause_changes_no_number() -> None:
    compared = compare_documents(ENACTED, PROPOSED)
    renumbered = [n for n, op in enumerate(compared.operations) if "renumbered" in op.changes]
    result = compared.apply(renumbered)
    assert [node.num for node in result.provisions] == ["(a)", "(b)", "(c)", "(d)"]
    assert "(b) The plan must list every waiver." in words(result)


def test_only_some_changes_are_carried_out() -> None:
    compared = compare_documents(ENACTED, PROPOSED)
    assert words(compared.only("inserted"))[1] == "(b) The plan must name a fiscal agent."
    assert words(compared.only("moved")) == words(ENACTED)


def test_every_operation_says_its_evidence() -> None:
    compared = compare_documents(ENACTED, PROPOSED)
    for number, operation in enumerate(compared.operations):
        evidence = compared.explain(number)
        assert evidence.reason
        assert 0 <= evidence.score <= 1
        if operation.enacted and operation.proposed:
            assert evidence.score > 0.3
            assert evidence.words
        else:
            assert evidence.score == 0
        assert evidence.runner_up is not None
        assert evidence.runner_up_score <= 1


def test_the_runner_up_is_the_next_best() -> None:
    enacted = law("The pilot shall keep a log of the voyage.", "The clerk shall file the ledger.")
    proposed = law(
        "The pilot shall keep a log of each voyage.",
        "The pilot shall keep a lantern.",
        "The clerk shall file the ledger.",
    )
    compared = compare_documents(enacted, proposed)
    evidence = compared.explain(0)
    assert compared.operations[0].proposed == ("p1",)
    assert evidence.runner_up == "p2"
    assert evidence.runner_up_score < evidence.score


def test_what_stands_against_a_gap_is_explained_by_it() -> None:
    enacted = law("(1) One thing.", "[[MISSING: subsections (2) and (3)]]", "(4) Last thing here.")
    proposed = law("(1) One thing.", "(2) Something else entirely.", "(4) Last thing here.")
    compared = compare_documents(enacted, proposed)
    found = [n for n, op in enumerate(compared.operations) if "uncompared" in op.changes]
    assert len(found) == 2
    assert all("not held" in compared.explain(number).reason for number in found)
    assert compared.summary().deleted_words == compared.summary().inserted_words == 0


def test_turned_round_insertions_are_deletions() -> None:
    compared = compare_documents(ENACTED, PROPOSED)
    back = compared.invert()
    assert back.accept() == ENACTED
    assert back.reject() == PROPOSED
    assert back.summary().changes["deleted"] == compared.summary().changes["inserted"]


def test_a_cut_sentence_is_not_taken_for_a_deletion() -> None:
    enacted = law("(1) The board shall meet [[MISSING: the rest of (1)]]", "(2) It is a body.")
    proposed = law("(1) The board shall meet in the month of May.", "(2) It is a body.")
    compared = compare_documents(enacted, proposed)
    assert compared.summary().inserted_words == 0
    assert any(p.sign == "?" for op in compared.operations for p in op.words)
    assert compared.accept() == proposed
