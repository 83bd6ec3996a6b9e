"""Every program has an example that says in parameters what it does, and nothing of its law."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from billkit.akn import read_akn, write_akn
from billkit.clauses.loading import load_bill
from billkit.clauses.walking import texts
from billkit.cli import main
from billkit.drafting.drafting import draft_bill
from billkit.language.library import ModelLanguage
from billkit.library import load_statute
from billkit.library.index import read_index
from billkit.shipped import shipped

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LANGUAGE = ModelLanguage()
INDEX = read_index(shipped("statutes") / "index.toml")
PROGRAMS = {
    "arkansas-charter-waivers": ("us-ar/waivers", "§ 6-15-103"),
    "arkansas-schools-of-innovation": ("us-ar/schools-of-innovation", "§ 6-15-2804"),
    "colorado-innovation-schools": ("us-co/innovation-schools-act", "22-32.5-107"),
    "colorado-local-accountability": ("us-co/local-accountability-systems", "22-11-703"),
    "kentucky-districts-of-innovation": ("us-ky/districts-of-innovation", "KRS 156.108"),
    "kentucky-local-laboratories": ("us-ky/local-laboratories-of-learning", "Department"),
    "kentucky-waivers": ("us-ky/waivers", "KRS 156.161"),
    "minnesota-innovation-research-zones": ("us-mn/innovation-research-zones", "ch. 5"),
    "mississippi-districts-of-innovation": ("us-ms/districts-of-innovation", "§ 37-179-1"),
    "montana-transformational-learning": ("us-mt/transformational-learning", "20-7-1605"),
    "new-hampshire-innovation-schools": ("us-nh/innovation-schools", "RSA 194-E:3"),
    "new-hampshire-learn-everywhere": ("us-nh/learn-everywhere", "RSA 193-E:2-a"),
    "new-jersey-equivalency-and-office": ("us-nj/equivalency-and-waiver", "6A:5-1.4"),
    "new-york-city-izone": ("us-ny/izone", "About the iZone"),
    "north-dakota-innovative-education": ("us-nd/innovative-education-program", "15.1-06-08.2"),
    "tennessee-waivers-and-office": ("us-tn/rule-and-statute-waivers", "0520-01-02-.12"),
    "utah-competency-grants": (
        "us-ut/personalized-competency-based-learning",
        "§ 53F-5-506",
    ),
    "washington-mastery-based-learning": ("us-wa/mastery-based-learning", "28A.255.020"),
    "state-innovation-capacity": (None, "Innovative Educator Network"),
}
"""The act or record of each program, and a citation that its page has to name."""


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", text.casefold())


@pytest.mark.parametrize("slug", PROGRAMS)
def test_a_program_is_said_in_parameters_and_drafted_in_its_state(slug: str) -> None:
    act, citation = PROGRAMS[slug]
    bill = load_bill(EXAMPLES / slug / "bill.toml")
    if act is not None:
        assert act in INDEX.acts
        assert bill.jurisdiction == act.partition("/")[0]
        assert bill.stage == "filing"
    draft = draft_bill(bill, LANGUAGE.style(bill.jurisdiction or "generic"), language=LANGUAGE)
    assert read_akn(write_akn(draft)) == draft
    assert "enacting-clause" in {node.kind for node in draft.root.children}
    readme = " ".join((EXAMPLES / slug / "README.md").read_text(encoding="utf-8").split())
    assert "Start here" in readme
    assert "| provision |" in readme
    assert citation in readme
    assert "model" in readme or "All of it is held" in readme


@pytest.mark.parametrize("slug", PROGRAMS)
def test_a_bill_file_holds_no_sentence_of_the_law(slug: str) -> None:
    act, _ = PROGRAMS[slug]
    own = load_bill(EXAMPLES / slug / "bill.toml").clauses
    bill = " | ".join(" ".join(_words(text)) for clause in own for _, text in texts(clause))
    entry = INDEX.act(act) if act is not None else None
    if act is None or entry is None or not entry.sections:
        return
    law = _words(" ".join(node.words for node in load_statute(act).provisions))
    runs = {" ".join(law[n : n + 9]) for n in range(len(law) - 8)}
    assert not [run for run in runs if f" {run} " in f" {bill} "]


@pytest.mark.parametrize("slug", PROGRAMS)
def test_the_commands_of_a_program_run(slug: str) -> None:
    folder = EXAMPLES / slug
    lines = (folder / "run.sh").read_text(encoding="utf-8").splitlines()
    commands = [shlex.split(line)[1:] for line in lines if line.startswith("billkit ")]
    assert commands[0][:2] == ["draft", "bill.toml"]
    here = Path.cwd()
    os.chdir(folder)
    try:
        for command in commands:
            out, err = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                assert main(list(command)) == 0, err.getvalue()
            assert out.getvalue().strip()
            assert err.getvalue() == ""
    finally:
        os.chdir(here)


def test_one_applies_for_what_the_program_gives() -> None:
    bill = load_bill(EXAMPLES / "kentucky-waivers" / "bill.toml")
    draft = draft_bill(bill, LANGUAGE.style("us-ky"), language=LANGUAGE)
    said = [node.words for node in draft.provisions if "may be submitted by" in node.words]
    assert said[0].startswith("(1) An application for approval of a waiver")


def test_presets_are_extended_and_not_copied() -> None:
    for slug in PROGRAMS:
        data = tomllib.loads((EXAMPLES / slug / "bill.toml").read_text(encoding="utf-8"))
        if str(data.get("extends", "")).startswith("after-"):
            assert "clauses" not in data
