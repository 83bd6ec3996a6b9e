from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from tests.unit.cli.conftest import Billkit

BILL = 'extends = "model-act"\njurisdiction = "us-ky"\n'


def test_a_preset_is_drafted_for_a_state(billkit: Billkit) -> None:
    done = billkit("draft", "model-act", "--jurisdiction", "us-nd")
    assert done.status == 0
    assert done.out.startswith("A BILL for an Act ")
    assert "BE IT ENACTED BY THE LEGISLATIVE ASSEMBLY OF NORTH DAKOTA:\n" in done.out


def test_a_bill_has_its_own_state_unless_another_is_asked_for(
    billkit: Billkit, tmp_path: Path
) -> None:
    (tmp_path / "bill.toml").write_text(BILL)
    assert "Commonwealth of Kentucky" in billkit("draft", "bill.toml").out
    assert "MINNESOTA" in billkit("draft", "bill.toml", "-j", "us-mn").out


def test_a_bill_can_come_from_the_input(billkit: Billkit) -> None:
    assert "Commonwealth of Kentucky" in billkit("draft", "-", typed=BILL.encode()).out


def test_a_preset_wins_over_a_folder_of_its_name(billkit: Billkit, tmp_path: Path) -> None:
    (tmp_path / "model-act").mkdir()
    assert billkit("draft", "model-act").status == 0


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "akn", "json"])
def test_formats(billkit: Billkit, format_: str) -> None:
    done = billkit("draft", "model-act", "-j", "us-nd", "--format", format_)
    assert done.status == 0
    assert "superintendent of public instruction" in done.out
    match format_:
        case "json":
            assert json.loads(done.out)["jurisdiction"] == "us-nd"
        case "akn":
            assert "akomaNtoso" in str(etree.fromstring(done.out.encode()).tag)
        case "html":
            assert done.out.startswith("<!DOCTYPE html>")


def test_text_is_laid_out_at_a_width(billkit: Billkit, tmp_path: Path) -> None:
    done = billkit("draft", "model-act", "-j", "us-ky", "--width", "60")
    assert max(map(len, done.out.splitlines())) <= 60
    assert billkit("draft", "model-act", "-j", "us-ky", "--width", "60", "-o", "x").status == 0
    assert (tmp_path / "x").read_text() == done.out
    plain = billkit("draft", "model-act", "-j", "us-ky").out
    assert done.out.split() == plain.split()
    assert billkit("draft", "model-act", "--width", "10").status == 2


def test_a_screen_gets_a_page(billkit: Billkit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "70")
    done = billkit("draft", "model-act", "-j", "us-ky")
    assert max(map(len, done.out.splitlines())) <= 70


def test_plain_text_is_read_back(billkit: Billkit, tmp_path: Path) -> None:
    billkit("draft", "model-act", "-j", "us-ky", "-o", "act.txt")
    done = billkit("compare", "model-act", "act.txt", "-j", "us-ky", "--format", "json")
    assert done.status == 0
    summary = json.loads(done.out)["summary"]
    assert (summary["deleted_words"], summary["inserted_words"]) == (0, 0)
    assert (tmp_path / "act.txt").is_file()


def test_output_goes_to_a_file_once(billkit: Billkit, tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    assert billkit("draft", "model-act", "-o", path) == (0, "", "")
    written = path.read_text()
    refused = billkit("draft", "model-act", "-j", "us-nd", "-o", path)
    assert refused.status == 2
    assert "output-exists" in refused.err
    assert path.read_text() == written
    assert billkit("draft", "model-act", "-j", "us-nd", "-o", path, "--force").status == 0
    assert path.read_text() != written


def test_a_bill_is_never_overwritten_by_its_draft(billkit: Billkit, tmp_path: Path) -> None:
    (tmp_path / "bill.toml").write_text(BILL)
    done = billkit("draft", "bill.toml", "-o", "bill.toml", "--force")
    assert done.status == 2
    assert "output-is-input" in done.err
    assert (tmp_path / "bill.toml").read_text() == BILL


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["draft", "absent.toml"], "absent.toml: missing-file"),
        (["draft", "model-atc"], "model-atc: missing-file"),
        (["draft", "folder"], "folder: is-a-folder"),
        (["draft", "empty.toml"], "empty.toml: empty-file"),
        (["draft", "latin.toml"], "latin.toml:1: wrong-encoding"),
        (["draft", "broken.toml"], "broken.toml:2: toml-syntax"),
        (["draft", "huge.toml"], "huge.toml: too-large"),
        (["draft", "act.txt"], "act.txt: unknown-suffix"),
        (["draft", "model-act", "-j", "us-zz"], "unknown-jurisdiction"),
        (["draft", "model-act", "-o", "folder"], "folder: unwritable-output"),
        (["draft", "model-act", "-o", "none/act.txt"], "none/act.txt: unwritable-output"),
        (["draft", "model-act", "--format", "docx"], "billkit draft: wrong-call"),
        (["draft"], "billkit draft: wrong-call"),
    ],
)
def test_bad_input_is_one_clear_error(
    billkit: Billkit, tmp_path: Path, words: list[str], code: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.toml").touch()
    (tmp_path / "latin.toml").write_bytes('title = "Caf\xe9"\n'.encode("latin-1"))
    (tmp_path / "broken.toml").write_text('title = "Act"\nstage = model\n')
    (tmp_path / "act.txt").write_text("(1) One.")
    with (tmp_path / "huge.toml").open("wb") as stream:
        stream.truncate(100 * 2**20)
    before = sorted(tmp_path.rglob("*"))
    done = billkit(*words)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{code}: ")
    assert "Traceback" not in done.err
    assert sorted(tmp_path.rglob("*")) == before


def test_nothing_typed_is_an_empty_file(billkit: Billkit) -> None:
    assert billkit("draft", "-", typed=b"").err.startswith("<stdin>: empty-file: ")


def test_nine_mistakes_are_nine_findings(billkit: Billkit, tmp_path: Path) -> None:
    (tmp_path / "bill.toml").write_text(
        """\
titel = "Act"
jurisdiction = "kentucky"
stage = "finished"

[[clauses]]
kind = "trem"
initial = "5 years"

[[clauses]]
kind = "term"
initial = "five lightyears"
lenght = 3

[[clauses]]
kind = "approval-threshold"
votes = [{ body = "eligible-employees", share = "170 percent" }]

[[clauses]]
kind = "non-waivable"
items = ["health-safty"]

[[clauses]]
kind = "effective-date"
date = "2025-02-30"
"""
    )
    done = billkit("draft", "bill.toml")
    assert done.status == 2
    found = [line for line in done.err.splitlines() if line.startswith("bill.toml:")]
    assert len(found) == 9
    assert [int(line.split(":")[1]) for line in found] == [1, 2, 3, 6, 11, 12, 16, 20, 24]
    assert done.err.count("hint: ") >= 7
    assert 'did you mean "term"?' in done.err
    assert 'did you mean "title"?' in done.err


def test_warnings_on_a_bill_do_not_stop_it(billkit: Billkit, tmp_path: Path) -> None:
    (tmp_path / "bill.toml").write_text(
        '[[clauses]]\nkind = "definitions"\nitems = ["eligible-employees"]\n\n'
        '[[clauses]]\nkind = "term"\ninitial = "3 years"\n'
    )
    done = billkit("draft", "bill.toml")
    assert done.status == 0
    assert "defined-not-used" in done.err


def test_a_closed_input_is_an_empty_one(billkit: Billkit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    done = billkit("draft", "-")
    assert done.status == 2
    assert done.err.startswith("<stdin>: empty-file: ")
