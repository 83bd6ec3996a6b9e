from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from billkit.akn import write_akn
from billkit.library import list_statutes
from billkit.tree import Document, Node, runs
from tests.unit.cli.conftest import Billkit


def test_list_names_every_version_with_its_standing_and_text_status(billkit: Billkit) -> None:
    done = billkit("statutes", "list")
    assert done.status == 0
    shown = " ".join(done.out.split())
    for one in list_statutes():
        assert f"{one.id} {one.citation}, {one.stands} {one.counts.total:,} words: " in shown
    assert max(map(len, done.out.splitlines())) <= 80


def test_list_of_one_state(billkit: Billkit) -> None:
    out = billkit("statutes", "list", "us-nd").out
    assert set(re.findall(r"us-\w\w", out)) == {"us-nd"}


def test_list_of_programs_with_facts_alone(billkit: Billkit) -> None:
    assert "(no text held, facts alone)" in billkit("statutes", "list", "us-ny").out


def test_list_of_a_state_that_is_not_held(billkit: Billkit) -> None:
    done = billkit("statutes", "list", "us-zz")
    assert done.status == 2
    assert "unknown-state" in done.err


def test_show_gives_text_status_and_sources(billkit: Billkit) -> None:
    done = billkit("statutes", "show", "us-nd/ndcc-15.1-06-08.1")
    assert done.status == 0
    assert done.out.startswith("N.D.C.C. § 15.1-06-08.1\n")
    assert "two independent copies agree" in done.out
    assert "\nSources:\n" in done.out
    assert max(len(line) for line in done.out.split("\nSources:\n")[0].splitlines()) <= 80


def test_reconstructed_text_is_left_out_unless_asked_for(billkit: Billkit) -> None:
    without = billkit("statutes", "show", "us-ky").out
    included = billkit("statutes", "show", "us-ky", "--include-reconstructed").out
    assert "[[not held: " in without
    assert "?? " not in without
    assert "?? " in included
    assert len(included) > len(without)


@pytest.mark.parametrize("format_", ["markdown", "html", "akn", "json"])
def test_show_in_other_formats(billkit: Billkit, format_: str) -> None:
    done = billkit("statutes", "show", "us-ms/miss-code-37-179-1", "--format", format_)
    assert done.status == 0
    assert "District of innovation" in done.out
    if format_ == "json":
        assert json.loads(done.out)["jurisdiction"] == "us-ms"


def test_show_to_a_file_is_plain_text(billkit: Billkit, tmp_path: Path) -> None:
    assert billkit("statutes", "show", "us-nd/ndcc-15.1-06-08.1", "-o", "law.txt").status == 0
    assert (tmp_path / "law.txt").read_text().startswith("15.1-06-08.1.")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["show", "us-ky/krs-156.801"], "unknown-statute"),
        (["show", "us-ky/krs-156.108@1999"], "unknown-version"),
        (["show", "us-ny"], "no-text-held"),
        (["show", "us-nd", "--on", "yesterday"], "bad-date"),
        (["show", "us-nd", "--library", "absent"], "absent: no-such-library"),
        (["history", "us-nd/absent"], "unknown-statute"),
        (["refs", "us-nd/absent"], "unknown-statute"),
    ],
)
def test_what_is_not_held(billkit: Billkit, words: list[str], code: str) -> None:
    done = billkit("statutes", *words)
    assert done.status == 2
    assert done.out == ""
    assert done.err.startswith(f"{code}: ")


def test_history_has_acts_versions_and_the_command_for_their_redline(billkit: Billkit) -> None:
    done = billkit("statutes", "history", "us-ar/ark-code-6-15-2803")
    assert done.status == 0
    assert "enacted: " in done.out
    shown = " ".join(done.out.split())
    assert "earlier than us-ar/ark-code-6-15-2803@2024; no date is known" in shown
    command = done.out.strip().splitlines()[-1].split()
    assert command[0] == "billkit"
    assert "{+application+}" in billkit(*command[1:]).out


def test_history_says_where_a_law_went(billkit: Billkit) -> None:
    out = billkit("statutes", "history", "us-mn/laws-2017-1sp-c5-art2-s52").out
    assert "Its words stand today in us-mn/minnstat-124f.01." in out


def test_refs_finds_what_the_law_points_at(billkit: Billkit) -> None:
    done = billkit("statutes", "refs", "us-ms/miss-code-37-179-1")
    assert done.status == 0
    shown = " ".join(done.out.split())
    assert '"Section 37-179-3(3)" -> Miss. Code Ann. § 37-179-3(3) (us-ms/' in shown
    assert '"this chapter" -> the chapter this stands in' in shown
    assert "-> law that is not held" in shown
    assert "-> Miss. Code Ann. § 37-179-1(4)" in shown


def own_law(folder: Path, *children: Node) -> None:
    law = Document(
        Node("document", children=(Node("section", "1-2-3", children=children),)),
        citation="N.D.C.C. § 1-2-3",
        jurisdiction="us-nd",
        standing="in force",
    )
    (folder / "us-nd").mkdir()
    (folder / "us-nd" / "ndcc-1-2-3.xml").write_bytes(write_akn(law))


def test_refs_tells_a_gap_from_an_error(billkit: Billkit, tmp_path: Path) -> None:
    words = "as provided in subsection 9 of this section or section 15.1-06-08.1(7)"
    first = Node("subsection", "1.", text=runs(words))
    own_law(tmp_path, first)
    out = billkit("statutes", "refs", "us-nd/ndcc-1-2-3", "--library", tmp_path).out
    assert "-> nothing in N.D.C.C. § 1-2-3\n" in out
    assert "-> nothing in N.D.C.C. § 15.1-06-08.1 (us-nd/ndcc-15.1-06-08.1@2017)" in out
    (tmp_path / "us-nd" / "ndcc-1-2-3.xml").unlink()
    (tmp_path / "us-nd").rmdir()
    own_law(tmp_path, first, Node("gap", status="gap", label="the rest"))
    out = billkit("statutes", "refs", "us-nd/ndcc-1-2-3", "--library", tmp_path).out
    assert "-> nothing that is held of N.D.C.C. § 1-2-3\n" in out


def test_refs_of_words_after_a_list(billkit: Billkit, tmp_path: Path) -> None:
    item = Node("subdivision", "a.", text=runs("One."))
    own_law(
        tmp_path,
        Node("subsection", "1.", children=(item,), tail=runs("See subdivision a of this section.")),
    )
    out = billkit("statutes", "refs", "us-nd/ndcc-1-2-3", "--library", tmp_path).out
    assert '"subdivision a of this section"' in out
