from __future__ import annotations

import json
from pathlib import Path

import pytest

from billkit.reading.kinds import KINDS
from billkit.reading.loading import jurisdictions
from tests.unit.cli.conftest import Billkit

STATES = ["us-ky", "us-ms", "us-nd", "us-mn"]


def test_a_draft_beside_the_law_of_four_states(billkit: Billkit) -> None:
    done = billkit("contrast", "model-act", *STATES, "-k", "term", "-k", "approval-threshold")
    assert done.status == 0
    assert "5 years (draft, Kentucky, Mississippi)" in " ".join(done.out.split())
    assert "70 percent" in done.out
    assert "not held" in done.out
    assert "not found" in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_a_bill_is_drafted_for_the_first_law_unless_told_otherwise(billkit: Billkit) -> None:
    own = billkit("contrast", "model-act", "us-mn", "-k", "term", "--format", "json").out
    other = billkit(
        "contrast", "model-act", "us-mn", "-k", "term", "-j", "us-ky", "--format", "json"
    ).out
    assert "five (5) years" not in own
    assert "five (5) years" in other


def test_what_there_is_to_look_at(billkit: Billkit) -> None:
    out = " ".join(billkit("contrast", "model-act", "us-ms").out.split())
    assert '"eligible employees" is defined but never used' in out


@pytest.mark.parametrize("command", ["contrast", "matrix", "profile"])
@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json"])
@pytest.mark.parametrize("to_file", [False, True])
def test_formats(
    billkit: Billkit, tmp_path: Path, command: str, format_: str, *, to_file: bool
) -> None:
    names = ["us-nd"] if command == "profile" else ["model-act", "us-nd"]
    words = [command, *names, "-k", "renewal", "--format", format_]
    done = billkit(*words, *(["-o", "out"] if to_file else []))
    text = (tmp_path / "out").read_text() if to_file else done.out
    assert done.status == 0
    assert "15.1-06-08.1" in text
    if format_ == "json":
        assert json.loads(text)["provisions"]


def test_matrix_of_every_state(billkit: Billkit) -> None:
    done = billkit("matrix", "--overview")
    assert done.status == 0
    assert "Q quoted" in done.out
    assert len(json.loads(billkit("matrix", "--format", "json").out)["parties"]) == len(
        jurisdictions()
    )


def test_matrix_of_acts_bills_and_files(billkit: Billkit, tmp_path: Path) -> None:
    (tmp_path / "act.txt").write_text("(1) The state board may approve a zone for five years.\n")
    (tmp_path / "bill.toml").write_text('extends = "model-act"\njurisdiction = "us-ms"\n')
    names = ["us-nd/accreditation-waivers", "bill.toml", "act.txt", "us-ny"]
    done = billkit("matrix", *names, "-k", "term", "--format", "json")
    parties = json.loads(done.out)["parties"]
    assert done.status == 0
    assert [party["standing"] for party in parties][1] == "draft"
    assert len(parties) == 4


def test_profile_of_a_single_law_and_of_a_day(billkit: Billkit) -> None:
    assert billkit("profile", "us-ky/krs-156.108", "-k", "term").status == 0
    assert billkit("profile", "us-nd", "-k", "term", "--on", "2022-01-01").status == 0


def test_profile_of_a_text_says_how_sure_it_is(billkit: Billkit) -> None:
    done = billkit("profile", "-", typed=b"(1) The board may approve a zone for five years.")
    assert done.status == 0
    assert "confidence" in done.out


def test_profile_of_an_act_of_which_no_text_is_held(billkit: Billkit) -> None:
    done = billkit("profile", "us-ny", "-k", "innovation-office")
    assert done.status == 0
    assert "fact" in done.out


@pytest.mark.parametrize("command", ["contrast", "matrix", "profile"])
def test_unknown_kinds_are_refused_together(billkit: Billkit, command: str) -> None:
    names = ["us-nd"] if command == "profile" else ["model-act", "us-nd"]
    done = billkit(command, *names, "-k", "trem", "-k", "weather")
    assert (done.status, done.out) == (2, "")
    assert done.err.count("unknown-kind: ") == 2
    assert 'did you mean "term"?' in done.err
    assert KINDS["term"] not in done.err


@pytest.mark.parametrize("command", ["contrast", "matrix", "profile"])
@pytest.mark.parametrize("what", ["absent.txt", "us-zz", "us-ky/absent"])
def test_what_is_not_there(billkit: Billkit, command: str, what: str) -> None:
    names = [what] if command == "profile" else ["model-act", what]
    done = billkit(command, *names)
    assert (done.status, done.out) == (2, "")
    assert "Traceback" not in done.err
