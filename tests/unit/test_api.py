from __future__ import annotations

from pathlib import Path

import pytest

from billkit import _api
from billkit.akn import write_akn
from billkit.clauses.loading import load_bill
from billkit.errors import ReadError
from billkit.library import load_statute
from billkit.tree import Document
from billkit.writers.plain_text import write_plain_text

TEXT = "(1) The board may act.\n(a) It may wait.\n"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".TXT"])
def test_reads_a_file_by_its_ending(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"act{suffix}"
    path.write_text(TEXT)
    assert _api.read(path) == _api.read(str(path)) == _api.read(TEXT)


@pytest.mark.parametrize("suffix", [".html", ".htm"])
def test_reads_a_web_page(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"act{suffix}"
    path.write_text(
        "<html><body><p>(1) The board\n may act.</p><p>(a) It may wait.</p></body></html>"
    )
    assert _api.read(path).by_id["1"].words == "(1) The board may act."
    assert _api.read(path).ids == ("1", "1/a")


def test_reads_a_bill_file_by_drafting_it(tmp_path: Path) -> None:
    path = tmp_path / "bill.toml"
    path.write_text('extends = "model-act"\n')
    assert _api.read(path, jurisdiction="us-ms").jurisdiction == "us-ms"


def test_a_state_gives_a_text_its_ladder() -> None:
    document = _api.read("1. One:\na. Two.", jurisdiction="us-nd")
    assert [node.kind for node in document.provisions] == ["subsection", "subdivision"]
    assert document.jurisdiction == "us-nd"


@pytest.mark.parametrize("source", ["The board may act.", "(1) One.", "1. One.\n"])
def test_a_text_needs_no_file(source: str) -> None:
    assert write_plain_text(_api.read(source)).split() == source.split()


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("absent.txt", "missing-file"),
        ("an act.txt", "missing-file"),
        ("absent", "missing-file"),
        ("", "empty-file"),
        (" \n ", "empty-file"),
        ("(1) One \ud800.", "wrong-encoding"),
        ("(1) One\x00.", "control-character"),
    ],
)
def test_what_cannot_be_read(source: str, code: str) -> None:
    with pytest.raises(ReadError) as error:
        _api.read(source)
    assert error.value.findings[0].code == code


def test_files_of_unknown_endings_are_refused(tmp_path: Path) -> None:
    for name in ("act", "act.docx"):
        (tmp_path / name).write_text(TEXT)
        with pytest.raises(ReadError) as error:
            _api.read(tmp_path / name)
        assert error.value.findings[0].code == "unknown-suffix"


def test_xml_is_told_from_text() -> None:
    law = load_statute("us-nd/ndcc-15.1-06-08.1")
    assert _api.read(write_akn(law).decode()).root == law.root


def test_an_unknown_state_is_refused() -> None:
    with pytest.raises(ReadError) as error:
        _api.read(TEXT, jurisdiction="us-zz")
    assert error.value.findings[0].code == "unknown-jurisdiction"


def test_drafts_for_the_state_asked_for_the_bills_own_or_none() -> None:
    bill = load_bill("model-act")
    own = load_bill('extends = "model-act"\njurisdiction = "us-ky"\n')
    assert _api.draft(bill, jurisdiction="us-nd").jurisdiction == "us-nd"
    assert _api.draft(own).jurisdiction == "us-ky"
    assert _api.draft(own, jurisdiction="us-mn").jurisdiction == "us-mn"
    assert "us-" not in _api.draft(bill).jurisdiction


@pytest.mark.parametrize(
    ("enacted", "proposed", "context"),
    [
        ("us-ky", "us-ms", "text"),
        ("us-nd/ndcc-15.1-06-08", "us-nd/ndcc-15.1-06-08.1", "text"),
        ("us-ar/ark-code-6-15-2803@pre-amendment", "us-ar/ark-code-6-15-2803", "law"),
    ],
)
def test_context_is_worked_out(enacted: str, proposed: str, context: str) -> None:
    found = _api.compare(enacted=load_statute(enacted), proposed=load_statute(proposed))
    assert found.context == context


def test_a_draft_stands_against_the_law_of_its_state() -> None:
    law = load_statute("us-nd/ndcc-15.1-06-08.1")
    bill = load_bill("model-act")
    draft = _api.draft(bill, jurisdiction="us-nd")
    other = _api.draft(bill, jurisdiction="us-ky")
    assert _api.compare(enacted=law, proposed=draft).context == "law"
    assert _api.compare(enacted=law, proposed=other).context == "text"
    assert _api.compare(enacted=law, proposed=draft, context="text").context == "text"


def test_a_text_of_no_state_is_held_against_the_law() -> None:
    law: Document = load_statute("us-nd/ndcc-15.1-06-08.1")
    assert _api.compare(enacted=law, proposed=_api.read(TEXT)).context == "law"


def test_contrasts_bills_laws_texts_and_profiles() -> None:
    bill = load_bill("model-act")
    law = load_statute("us-ms")
    found = _api.contrast(bill, law, _api.profile(law), _api.read(TEXT), jurisdiction="us-nd")
    assert next(party.standing for party in found.parties) == "draft"
    assert len(found.parties) == 4
    assert any("eligible employees" in finding.message for finding in found.findings)
    assert _api.contrast(law, bill, kinds=["term"]).row("renewal") is None


def test_tabulates_the_same() -> None:
    bill = load_bill("model-act")
    law = load_statute("us-ms")
    found = _api.matrix(bill, law, _api.profile(law), kinds=["term"], jurisdiction="us-nd")
    assert [row.kind for row in found.rows] == ["term"]
    assert len(found.parties) == 3


def test_profiles_a_bill_by_its_clauses() -> None:
    profile = _api.profile(load_bill("model-act"), jurisdiction="us-ky")
    assert profile.origin == "drafted"
    assert "five (5) years" in str(profile.cell("term"))
