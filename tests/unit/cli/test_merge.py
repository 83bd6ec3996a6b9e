"""Two drafts of one act on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Billkit

BASE = (
    "(1) The board may approve a plan for five years.\n"
    "(2) A district may apply to the board.\n"
    "(3) A district may withdraw.\n"
)
FIRST = BASE.replace("five years", "three years")
SECOND = BASE.replace("may withdraw", "may withdraw at any time")
THIRD = BASE.replace("five years", "seven years")
LAW = "us-nd/ndcc-15.1-06-08.1"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for name, text in (("base", BASE), ("first", FIRST), ("second", SECOND), ("third", THIRD)):
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path


@pytest.mark.usefixtures("texts")
def test_both_drafts_changes_are_made(billkit: Billkit) -> None:
    done = billkit("merge", "base.txt", "first.txt", "second.txt")
    assert done.status == 0, done.err
    assert done.out == FIRST.replace("may withdraw", "may withdraw at any time")
    assert not done.err


@pytest.mark.parametrize(
    ("format_", "sign"),
    [
        ("text", "(1) The board may approve a plan for five years."),
        ("markdown", "five years"),
        ("html", "<p"),
        ("akn", "<akomaNtoso"),
        ("json", '"provisions"'),
    ],
)
def test_a_conflict_is_answered_with_no(
    billkit: Billkit, texts: Path, format_: str, sign: str
) -> None:
    words = ["merge", "base.txt", "first.txt", "third.txt", "--format", format_]
    done = billkit(*words)
    assert done.status == 1
    assert sign in done.out
    assert done.err.startswith("base.txt:1: conflict: ")
    assert "three years" in done.err
    assert "seven years" in done.err
    written = billkit(*words, "-o", "together")
    assert written.status == 1
    assert (texts / "together").read_text() == done.out
    assert "output-exists" in billkit(*words, "-o", "together").err
    refused = billkit(*words, "-o", "third.txt", "--force")
    assert refused.status == 2
    assert "output-is-input" in refused.err
    assert (texts / "third.txt").read_text() == THIRD


def test_findings_stand_in_the_order_of_the_text(billkit: Billkit, texts: Path) -> None:
    (texts / "a.txt").write_text(FIRST.replace("(3) A district may withdraw.\n", ""))
    (texts / "b.txt").write_text(THIRD.replace("may withdraw", "may withdraw at any time"))
    done = billkit("merge", "base.txt", "a.txt", "b.txt")
    heads = [line for line in done.err.splitlines() if "conflict:" in line]
    assert [head.split(": ")[0] for head in heads] == ["base.txt:1", "base.txt:3"]


@pytest.mark.usefixtures("texts")
def test_what_both_insert_in_one_place_is_shown_and_no_conflict(
    billkit: Billkit, texts: Path
) -> None:
    (texts / "a.txt").write_text(f"{BASE}(4) The clerk keeps a register of samples.\n")
    (texts / "b.txt").write_text(f"{BASE}(4) Each vote is taken by secret ballot.\n")
    done = billkit("merge", "base.txt", "a.txt", "b.txt")
    assert done.status == 0
    assert "same-place" in done.err
    assert done.out.splitlines()[3:] == [
        "(4) The clerk keeps a register of samples.",
        "(5) Each vote is taken by secret ballot.",
    ]


def test_what_comes_of_a_law_is_a_draft(billkit: Billkit, texts: Path) -> None:
    assert billkit("statutes", "show", LAW, "-o", "law.txt").status == 0
    text = (texts / "law.txt").read_text()
    (texts / "draft.txt").write_text(text.replace("may not exceed one year", "is one year"))
    done = billkit("merge", LAW, "draft.txt", "law.txt", "-j", "us-nd", "--format", "json")
    assert done.status == 0, done.err
    made = json.loads(done.out)
    assert made["standing"] == "draft"
    assert made["provenance"] == []
    assert "corroborated" not in done.out
    assert "is one year" in done.out


def test_a_bill_is_drafted_for_the_state_of_the_text(billkit: Billkit, texts: Path) -> None:
    (texts / "bill.toml").write_text('extends = "model-act"\n')
    assert billkit("draft", "bill.toml", "-j", "us-nd", "-o", "bill.xml", "-f", "akn").status == 0
    done = billkit("merge", "bill.xml", "bill.toml", "bill.xml", "-f", "json")
    assert done.status == 0, done.err
    assert done.out == billkit("merge", "bill.xml", "bill.xml", "bill.xml", "-f", "json").out


@pytest.mark.usefixtures("texts")
def test_bad_calls_are_refused(billkit: Billkit) -> None:
    for words, code in (
        (["base.txt", "first.txt"], "wrong-call"),
        (["base.txt", "first.txt", "none.txt"], "missing-file"),
        (["-", "-", "first.txt"], "input-read-before"),
        (["base.txt", ".", "first.txt"], "is-a-folder"),
    ):
        done = billkit("merge", *words, typed=BASE.encode())
        assert done.status == 2, words
        assert code in done.err
        assert not done.out


@pytest.mark.usefixtures("texts")
def test_what_comes_of_a_merge_does_not_go_by_the_file_of_the_base(billkit: Billkit) -> None:
    done = billkit("merge", "base.txt", "first.txt", "second.txt", "-f", "html")
    assert "<title>untitled text</title>" in done.out
