from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Billkit

ENACTED = "(1) The board may waive any rule for five years.\n(2) A district may withdraw.\n"
PROPOSED = "(1) The board may waive a rule for three years.\n(2) A district may withdraw.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "enacted.txt").write_text(ENACTED)
    (tmp_path / "proposed.txt").write_text(PROPOSED)
    return tmp_path


@pytest.mark.usefixtures("texts")
def test_two_files(billkit: Billkit) -> None:
    done = billkit("compare", "enacted.txt", "proposed.txt")
    assert done.status == 0
    assert "[-any-] {+a+} rule for [-five-] {+three+} years" in done.out
    assert max(map(len, done.out.splitlines())) <= 80


@pytest.mark.usefixtures("texts")
def test_brief_shows_the_provisions_alone(billkit: Billkit) -> None:
    out = billkit("compare", "enacted.txt", "proposed.txt", "--brief").out
    assert out.splitlines()[0].startswith("* (1) The board may waive [-any-]")


@pytest.mark.parametrize(
    ("format_", "sign"),
    [
        ("text", "[-five-]"),
        ("markdown", "<del>five</del>"),
        ("html", "<del"),
        ("json", '["-", "five '),
        ("unified", "-(1) The board"),
    ],
)
@pytest.mark.parametrize("to_file", [False, True])
def test_formats(billkit: Billkit, texts: Path, format_: str, sign: str, *, to_file: bool) -> None:
    words = ["compare", "enacted.txt", "proposed.txt", "--format", format_]
    done = billkit(*words, *(["-o", "redline"] if to_file else []))
    text = (texts / "redline").read_text() if to_file else done.out
    assert done.status == 0
    assert sign in text
    if format_ == "json":
        assert json.loads(text)["context"] == "law"


@pytest.mark.usefixtures("texts")
def test_the_input_can_be_one_side(billkit: Billkit) -> None:
    assert "{+three+}" in billkit("compare", "enacted.txt", "-", typed=PROPOSED.encode()).out
    both = billkit("compare", "-", "-", typed=PROPOSED.encode())
    assert both.status == 2
    assert "input-read-before" in both.err


def test_a_law_wins_over_a_file_of_its_name(billkit: Billkit, texts: Path) -> None:
    (texts / "us-nd").write_text(ENACTED)
    assert "N.D.C.C." in billkit("compare", "us-nd", "enacted.txt").out
    refused = billkit("compare", "./us-nd", "enacted.txt")
    assert refused.status == 2
    assert "unknown-suffix" in refused.err


def test_a_bill_is_drafted_for_the_other_side(billkit: Billkit, texts: Path) -> None:
    (texts / "bill.toml").write_text('extends = "model-act"\n')
    for bill in ("bill.toml", "model-act"):
        done = billkit("compare", "us-nd/ndcc-15.1-06-08.1", bill)
        assert done.status == 0
        assert "superintendent of public instruction" in done.out
    done = billkit("compare", "bill.toml", "us-ky", "--enacted-jurisdiction", "us-mn")
    assert "commissioner" in done.out


@pytest.mark.parametrize(
    ("format_", "sign"),
    [
        ("text", "[-five-]"),
        ("markdown", "<del>five</del>"),
        ("html", "<del"),
        ("json", '"deleted_words": 2'),
        ("unified", "-(1) The board"),
    ],
)
def test_two_folders_are_compared_section_by_section(
    billkit: Billkit, texts: Path, format_: str, sign: str
) -> None:
    for side, text in (("a", ENACTED), ("b", PROPOSED)):
        (texts / side).mkdir()
        (texts / side / "1.txt").write_text(text)
        (texts / side / "2.txt").write_text(ENACTED)
    done = billkit("compare", "a", "b", "--format", format_)
    assert done.status == 0, done.err
    assert sign in done.out
    assert billkit("compare", "a", "b", "-o", "redline", "--format", format_).status == 0
    assert billkit("compare", "a", "enacted.txt").err.startswith("a: is-a-folder: ")
    for options in (("--on", "2020-01-01"), ("--include-reconstructed",)):
        refused = billkit("compare", "a", "b", *options)
        assert refused.status == 2
        assert refused.err.startswith("not-for-folders: ")
        assert options[0] in refused.err
    refused = billkit("compare", "a", "b", "-o", "a/1.txt", "--force")
    assert "output-is-input" in refused.err
    assert (texts / "a" / "1.txt").read_text() == ENACTED


def test_laws_of_two_states_are_two_texts(billkit: Billkit) -> None:
    out = billkit("compare", "us-ky", "us-ms", "--format", "json").out
    assert json.loads(out)["context"] == "text"
    out = billkit("compare", "us-ky", "us-ms", "--format", "json", "--context", "law").out
    assert json.loads(out)["context"] == "law"


def test_versions_of_a_law_are_one_law(billkit: Billkit) -> None:
    pair = ["us-ar/ark-code-6-15-2803@pre-amendment", "us-ar/ark-code-6-15-2803"]
    assert json.loads(billkit("compare", *pair, "--format", "json").out)["context"] == "law"


def test_reconstructed_words_are_marked_when_included(billkit: Billkit) -> None:
    pair = ["us-ky/krs-156.108", "us-ms/miss-code-37-179-1"]
    assert "??" not in billkit("compare", *pair).out
    included = billkit("compare", *pair, "--include-reconstructed").out
    assert "??" in included


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("absent.txt", "absent.txt: missing-file"),
        ("absent", "absent: missing-file"),
        ("us-ky/krs-156.801", "unknown-statute"),
        ("us-zz", "unknown-statute"),
        ("folder", "folder: is-a-folder"),
        ("folder.txt", "folder.txt: is-a-folder"),
        ("noending", "noending: unknown-suffix"),
        ("act.docx", "act.docx: unknown-suffix"),
        ("empty.txt", "empty.txt: empty-file"),
        ("empty.xml", "empty.xml: empty-file"),
        ("latin.txt", "latin.txt:2: wrong-encoding"),
        ("word.txt", "word.txt: wrong-encoding"),
        ("wide.txt", "wide.txt: wrong-encoding"),
        ("broken.xml", "broken.xml:1: malformed-xml"),
        ("other.xml", "other.xml:1: not-akoma-ntoso"),
        ("entity.xml", "entity.xml:1: document-type"),
        ("bomb.xml", "bomb.xml:1: document-type"),
        ("control.txt", "control.txt:1: control-character"),
        ("huge.txt", "huge.txt: too-large"),
        ("bill.toml", "bill.toml:1: unknown-field"),
        ("", "missing-file"),
        ("x" * 300, f"{'x' * 300}: missing-file"),
    ],
)
@pytest.mark.parametrize("side", [0, 1])
def test_bad_input_is_one_clear_error(
    billkit: Billkit, texts: Path, what: str, code: str, side: int
) -> None:
    (texts / "folder").mkdir()
    (texts / "folder.txt").mkdir()
    (texts / "noending").write_text(ENACTED)
    (texts / "act.docx").write_bytes(b"PK\x03\x04")
    (texts / "word.txt").write_bytes(b"PK\x03\x04")
    (texts / "empty.txt").touch()
    (texts / "empty.xml").touch()
    (texts / "latin.txt").write_bytes("(1) One.\n(2) \u201cTwo\u201d.".encode("cp1252"))
    (texts / "wide.txt").write_text(ENACTED, encoding="utf-16")
    (texts / "broken.xml").write_text("<akomaNtoso><act></akomaNtoso>")
    (texts / "other.xml").write_text("<html/>")
    (texts / "control.txt").write_text("(1) One\x00.\n")
    (texts / "entity.xml").write_text(
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    )
    (texts / "bomb.xml").write_text(
        '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'
    )
    (texts / "bill.toml").write_text('titel = "Act"\n')
    with (texts / "huge.txt").open("wb") as stream:
        stream.truncate(100 * 2**20)
    before = sorted(texts.rglob("*"))
    pair = [what, "enacted.txt"] if side == 0 else ["enacted.txt", what]
    done = billkit("compare", *pair, "-o", "redline.txt")
    assert (done.status, done.out) == (2, "")
    assert code in done.err
    assert "Traceback" not in done.err
    assert sorted(texts.rglob("*")) == before


@pytest.mark.parametrize(
    ("typed", "sign"),
    [
        (ENACTED.encode(), "unchanged"),
        (b"\xef\xbb\xbf" + ENACTED.encode(), "unchanged"),
        (b"<!DOCTYPE html><html><body><p>(1) The board may act.</p></body></html>", "may [-waive"),
        (b'extends = "model-act"\n', "innovation"),
    ],
)
@pytest.mark.usefixtures("texts")
def test_the_input_is_known_by_how_it_begins(billkit: Billkit, typed: bytes, sign: str) -> None:
    done = billkit("compare", "enacted.txt", "-", typed=typed)
    assert done.status == 0, done.err
    assert sign in done.out


@pytest.mark.usefixtures("texts")
def test_xml_from_the_input(billkit: Billkit) -> None:
    xml = billkit("statutes", "show", "us-nd/ndcc-15.1-06-08", "--format", "akn").out
    done = billkit("compare", "us-nd/ndcc-15.1-06-08", "-", "--format", "json", typed=xml.encode())
    assert done.status == 0
    assert all(not one["changes"] for one in json.loads(done.out)["operations"])


def test_rules_are_numbered_as_the_state_numbers_its_rules(billkit: Billkit, texts: Path) -> None:
    (texts / "rule.txt").write_text("Ed 1401.01 Purpose.\n(a) One rule.\n(1) A part of it.\n")
    kinds = {}
    for corpus in ("code", "rules"):
        words = ["merge", "rule.txt", "rule.txt", "rule.txt", "-j", "us-nh", "-f", "json"]
        found = json.loads(billkit(*words, "--corpus", corpus).out)
        first = found["provisions"][0]["children"][0]
        kinds[corpus] = [first["kind"], first["children"][0]["kind"]]
    assert kinds["rules"] == ["paragraph", "subparagraph"]
    assert kinds["code"] != kinds["rules"]
    typed = (texts / "rule.txt").read_bytes()
    done = billkit("compare", "rule.txt", "-", "-j", "us-nh", "--corpus", "rules", typed=typed)
    assert "No difference" in done.out
    # Where a state has one way alone, it is that of the code.
    done = billkit("compare", "rule.txt", "rule.txt", "-j", "us-nd", "--corpus", "rules")
    assert done.status == 0


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--on", "2024"), "bad-date"),
        (("--library", "nowhere"), "no-such-library"),
        (("--format", "pdf"), "wrong-call"),
        (("-o", "nowhere/redline.txt"), "unwritable-output"),
        (("-o", "."), "unwritable-output"),
        (("-o", "enacted.txt", "--force"), "output-is-input"),
        (("--library", "enacted.txt"), "no-such-library"),
    ],
)
def test_every_refusal_has_its_code_and_a_hint(
    billkit: Billkit, words: tuple[str, ...], code: str
) -> None:
    done = billkit("compare", "enacted.txt", "proposed.txt", *words)
    assert done.status == 2
    assert f"{code}: " in done.err
    assert "hint: " in done.err
    assert "Value error" not in done.err
    assert not done.out


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize("name", ["", " ", "https://example.com/law.html"])
def test_what_can_be_no_name_is_refused_as_such(billkit: Billkit, name: str) -> None:
    for words in (
        ("compare", name, name),
        ("compare", "enacted.txt", name),
        ("merge", "enacted.txt", name, "proposed.txt"),
        ("draft", name),
        ("profile", name),
    ):
        done = billkit(*words)
        assert done.status == 2, words
        assert "missing-file: " in done.err
        assert "hint: " in done.err
