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


def test_show_dates_a_source_where_its_day_is_known(billkit: Billkit, tmp_path: Path) -> None:
    billkit("statutes", "show", "us-nd/ndcc-15.1-06-08.1", "-o", "copy.txt")
    words = ["import", "copy.txt", "--id", "us-nd/ndcc-15.1-06-08.1@2030", "--source", "a book"]
    billkit("statutes", *words, "--library", tmp_path, "--retrieved", "2030-01-02")
    shown = billkit("statutes", "show", "us-nd/ndcc-15.1-06-08.1@2030", "--library", tmp_path)
    assert "a book (2030-01-02)" in shown.out


def test_show_without_sources(billkit: Billkit, tmp_path: Path) -> None:
    own_law(tmp_path, Node("subsection", "1.", text=runs("The board may act.")))
    shown = billkit("statutes", "show", "us-nd/ndcc-1-2-3", "--library", tmp_path)
    assert "Sources:" not in shown.out


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


def test_refs_finds_what_the_law_points_at_and_what_it_meant(billkit: Billkit) -> None:
    done = billkit("statutes", "refs", "us-ms/miss-code-37-179-1")
    assert done.status == 0
    shown = " ".join(done.out.split())
    assert '"Section 37-179-3(3)" -> Miss. Code Ann. § 37-179-3(3)' in shown
    assert '"this chapter" -> to a whole chapter, title or other work' in shown
    assert "references: 5 within this text, 4 to law that is held" in shown
    assert "doubtful-reference: Section 37-179-3(3) lists nothing" in shown
    assert "what is meant stands in Miss. Code Ann. § 37-179-3(4)" in shown


def own_law(folder: Path, *children: Node) -> None:
    law = Document(
        Node("document", children=(Node("section", "1-2-3", children=children),)),
        citation="N.D.C.C. § 1-2-3",
        jurisdiction="us-nd",
        standing="in force",
    )
    (folder / "us-nd").mkdir()
    (folder / "us-nd" / "ndcc-1-2-3.xml").write_bytes(write_akn(law))


def test_refs_that_lead_to_nothing(billkit: Billkit, tmp_path: Path) -> None:
    own_law(tmp_path, Node("subsection", "1.", text=runs("See subsection 9 of this section.")))
    done = billkit("statutes", "refs", "us-nd/ndcc-1-2-3", "--library", tmp_path)
    assert done.status == 0
    assert '"subsection 9 of this section"\n    -> to nothing\n' in done.out
    assert "dangling-reference" in done.out


LAW = "us-nd/ndcc-15.1-06-08.1"


@pytest.fixture
def copy(billkit: Billkit, tmp_path: Path) -> Path:
    billkit("statutes", "show", LAW, "-o", "copy.txt")
    return tmp_path / "copy.txt"


def test_verify_agrees(billkit: Billkit, copy: Path) -> None:
    done = billkit("statutes", "verify", LAW, "--against", copy)
    assert done.status == 0
    assert "10 of 10 provisions agree" in done.out


def test_verify_differs_in_a_word(billkit: Billkit, copy: Path) -> None:
    copy.write_text(copy.read_text().replace("extensions", "prolongations"))
    done = billkit("statutes", "verify", LAW, "--against", copy)
    assert done.status == 1
    assert "(3): [-extensions-]{+prolongations+}" in done.out


def test_verify_of_another_section_says_so(billkit: Billkit, copy: Path) -> None:
    done = billkit("statutes", "verify", "us-nd/ndcc-15.1-06-08.2", "--against", copy)
    assert done.status == 2
    assert "other-section" in done.err
    assert done.err.count("\n") < 10


def test_verify_writes_to_a_library_of_ones_own(
    billkit: Billkit, copy: Path, tmp_path: Path
) -> None:
    words = ["verify", LAW, "--against", copy, "--write", "--source", "the code, printed"]
    done = billkit("statutes", *words, "--official", "--library", "own")
    assert done.status == 0
    assert "written: own/us-nd/ndcc-15.1-06-08.1@2017.xml" in done.out
    assert "277 official" in billkit("statutes", "list", "us-nd", "--library", "own").out
    again = billkit("statutes", *words, "--official", "--library", "own")
    assert again.status == 0
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["us-nd"]


@pytest.mark.parametrize("missing", ["--library", "--source"])
def test_verify_writes_only_with_a_place_and_a_source(
    billkit: Billkit, copy: Path, tmp_path: Path, missing: str
) -> None:
    given = {"--library": "own", "--source": "the code, printed"}
    given.pop(missing)
    words = [word for pair in given.items() for word in pair]
    done = billkit("statutes", "verify", LAW, "--against", copy, "--write", *words)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"missing-option: --write needs {missing}")
    assert not (tmp_path / "own").exists()


def test_import_makes_a_law_of_a_copy(billkit: Billkit, copy: Path) -> None:
    words = ["import", copy, "--id", "ndcc-15.1-06-08.1@2030", "-j", "us-nd"]
    where = ["--library", "own", "--source", "the code, printed", "--in-force", "2030-01-01"]
    done = billkit("statutes", *words, *where)
    assert done.status == 0, done.err
    assert "written: own/us-nd/ndcc-15.1-06-08.1@2030.xml" in done.out
    shown = billkit("statutes", "show", f"{LAW}@2030", "--library", "own", "--format", "text")
    assert "May not exceed" not in shown.out
    assert "The superintendent of public instruction may not waive any statute" in " ".join(
        shown.out.split()
    )
    again = billkit("statutes", *words, *where)
    assert again.status == 2
    assert "output-exists" in again.err
    assert billkit("statutes", *words, *where, "--force").status == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["copy.txt", "--id", "us-zz/x"], "unknown-jurisdiction"),
        (["copy.txt", "--id", "us-nd/NOT AN ID"], "bad-id"),
        (["copy.txt", "--id", "us-nd/ndcc-1-2-3"], "copy.txt: other-section"),
        (["absent.txt", "--id", "us-nd/ndcc-15.1-06-08.1"], "absent.txt: missing-file"),
        (["empty.txt", "--id", "us-nd/ndcc-15.1-06-08.1"], "empty.txt: empty-file"),
        (["broken.pdf", "--id", "us-nd/ndcc-15.1-06-08.1"], "broken.pdf: broken-pdf"),
    ],
)
@pytest.mark.usefixtures("copy")
def test_import_of_what_is_no_such_law(
    billkit: Billkit, tmp_path: Path, words: list[str], code: str
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    done = billkit("statutes", "import", *words, "--library", "own", "--source", "x")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{code}: ")
    assert not (tmp_path / "own").exists()
