from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from billkit import compare, contrast, draft, load_bill, load_statute
from billkit.reading.kinds import MAIN_KINDS, title
from tests.unit.cli.conftest import Billkit, Called


@pytest.fixture
def demo(billkit: Billkit) -> Called:
    return billkit("demo")


def test_fits_a_narrow_screen(demo: Called) -> None:
    assert demo.status == 0
    assert demo.err == ""
    assert max(map(len, demo.out.splitlines())) <= 80


def test_shows_the_opening_of_a_draft_for_north_dakota(demo: Called) -> None:
    shown = " ".join(demo.out.split())
    drafted = draft(load_bill("model-act"), jurisdiction="us-nd")
    for node in drafted.root.children[:4]:
        assert " ".join(node.words.split()) in shown
    sections = sum(node.kind == "section" for node in drafted.root.children)
    assert f"and {sections - 4} more sections" in shown


def test_shows_the_five_provisions_beside_four_states(demo: Called) -> None:
    laws = [load_statute(state) for state in ("us-ky", "us-ms", "us-nd", "us-mn")]
    found = contrast(load_bill("model-act"), *laws, kinds=MAIN_KINDS, jurisdiction="us-nd")
    for party in found.parties:
        assert demo.out.count(f"\n  {party.label}  ") >= len(MAIN_KINDS)
    for kind in MAIN_KINDS:
        assert f"\n{title(kind)}" in demo.out
    for status in ("single source", "secondary source", "corroborated", "official copy", "fact"):
        assert status in demo.out
    assert "not found" in demo.out
    assert "not held" in demo.out


@pytest.mark.parametrize(
    ("enacted", "proposed"),
    [
        ("us-nd/ndcc-15.1-06-08", "us-nd/ndcc-15.1-06-08.1"),
        ("us-ky/krs-156.108", "us-ms/miss-code-37-179-1"),
    ],
)
def test_shows_every_word_of_two_redlines(demo: Called, enacted: str, proposed: str) -> None:
    found = compare(enacted=load_statute(enacted), proposed=load_statute(proposed))
    redline = str(found).partition("-" * 80)[2].strip("\n")
    assert redline in demo.out


def test_says_what_is_not_held_in_so_many_words(demo: Called) -> None:
    shown = " ".join(demo.out.split())
    assert "Not held of KRS 156.108: the reconstructed text of (3) to (4)" in shown
    assert "provisions could not be compared for it" in shown
    assert "Not held of N.D.C.C." not in shown


def test_names_the_commands_that_show_more(demo: Called, billkit: Billkit) -> None:
    commands = [line[2:].split() for line in demo.out.splitlines() if line.startswith("$ ")]
    assert len(commands) == 4
    for words in commands:
        assert words[0] == "billkit"
        assert billkit(*words[1:]).status == 0


def test_is_there_in_five_seconds(tmp_path: Path) -> None:
    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    before = spent()
    subprocess.run(
        [sys.executable, "-m", "billkit", "demo"],
        check=True,
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
    )
    assert spent() - before < 5
