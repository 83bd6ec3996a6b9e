from __future__ import annotations

from pathlib import Path

import pytest

from billkit.akn import read_akn
from billkit.errors import OutputError, ReadError, StatuteError
from billkit.library import load_statute
from billkit.library.importing import NewLaw, import_statute
from billkit.library.recording import Origin
from billkit.library.verifying import verify
from billkit.text.ladders import Ladder
from tests.unit.library.copies import COPIES, law_of
from tests.unit.readers import layouts

ORIGIN = Origin("https://example.org/copy", "2024-07-01", official=True)
LADDERS = {
    "us-ky": ["subsection (1)", "paragraph (a)", "subparagraph 1.", "clause a."],
    "us-ms": ["subsection (1)", "paragraph (a)", "subparagraph (i)"],
    "us-nd": ["subsection 1.", "subdivision a.", "paragraph (1)"],
    "us-mn": ["subdivision Subdivision 1. | Subd. 2.", "paragraph (a)", "clause (1)", "item (i)"],
}


def _law(id_: str, **known: object) -> NewLaw:
    return NewLaw(id_, ladder=Ladder.parse(LADDERS[id_[:5]]), **known)  # type: ignore[arg-type]


@pytest.mark.parametrize("state", ["Kentucky", "Mississippi", "North Dakota"])
def test_a_copy_becomes_the_law_that_was_laid_out(tmp_path: Path, state: str) -> None:
    id_, name, laid_out = COPIES[state]
    (tmp_path / name).write_bytes(laid_out(law_of(id_)))
    file, law = import_statute(tmp_path / name, law=_law(id_), origin=ORIGIN, into=tmp_path / "own")
    held = load_statute(id_, include_reconstructed=True)
    assert file == tmp_path / "own" / f"{id_}.xml"
    assert read_akn(file.read_bytes()) == law
    assert [(node.kind, node.num, node.words) for node in law.provisions][1:] == [
        (node.kind, node.num, node.words) for node in held.provisions
    ][1:]
    assert law.citation == held.citation
    assert {node.status for node in law.provisions} == {"official"}
    assert law.provenance[0].source == ORIGIN.source
    assert verify(id_, against=tmp_path / name, library=tmp_path / "own").agrees


def test_enacted_headings_stay_and_a_publishers_become_the_title(tmp_path: Path) -> None:
    copy = tmp_path / "124F.01.html"
    units = [("Subdivision 1.", "Plans.", ["(a) A plan is public.", "(b) A plan is short."])]
    copy.write_bytes(layouts.minnesota_html("124F.01", "RESEARCH ZONES.", units))
    for enacted, heading in ((True, "RESEARCH ZONES."), (False, "")):
        _, law = import_statute(
            copy,
            law=_law("us-mn/minnstat-124f.01", enacted_headings=enacted, in_force="2025-07-01"),
            origin=ORIGIN,
            into=tmp_path / "own",
            force=True,
        )
        (section,) = law.root.children
        assert "".join(run.text for run in section.heading) == heading
        assert (law.citation, law.title) == ("Minn. Stat. § 124F.01", "RESEARCH ZONES")
        assert law.dates == {"in-force": "2025-07-01"}
        assert [node.num for node in law.provisions] == [
            "124F.01", "Subdivision 1.", "(a)", "(b)",
        ]  # fmt: skip
        assert [source.source for source in law.provenance if source.of == "history"] == [
            "History:", "1Sp2017 c 5 art 2 s 52",
        ]  # fmt: skip


def test_a_text_without_a_head_takes_its_number_from_the_id(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text("(1) A zone is a plan.\n(2) It is public.", encoding="utf-8")
    _, law = import_statute(copy, law=_law("us-ky/krs-156.1"), origin=ORIGIN, into=tmp_path)
    assert law.ids == ("sec-156.1", "sec-156.1/1", "sec-156.1/2")
    assert (law.citation, law.title) == ("KRS 156.1", "")
    own = NewLaw("us-zz/zones@2024", citation="Z.C. 1", title="Zones")
    file, law = import_statute(copy, law=own, origin=Origin("a paper"), into=tmp_path)
    assert file.name == "zones@2024.xml"
    assert (law.citation, law.title) == ("Z.C. 1", "Zones")
    assert {node.status for node in law.provisions} == {"single-source"}


def test_a_word_broken_at_a_lines_end_is_mended_by_other_laws_of_the_state(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text("156.2 Rules.\n(1) The regula-\ntions of a frobni-\ncation.", "utf-8")
    _, law = import_statute(copy, law=_law("us-ky/krs-156.2"), origin=ORIGIN, into=tmp_path)
    assert law.provisions[1].words == "(1) The regulations of a frobni-\ncation."


@pytest.mark.parametrize(
    ("id_", "words", "code"),
    [
        ("krs-156.108", "(1) A zone.", "bad-id"),
        ("us-ky/KRS 156", "(1) A zone.", "bad-id"),
        ("us-ky/../../etc", "(1) A zone.", "bad-id"),
        ("us-ky/krs-156.108", "160.107 Districts.\n(1) A zone.", "other-section"),
        ("us-ky/krs-156.108", "<html><body><nav>x</nav></body></html>", "no-law-found"),
        ("us-ky/krs-156.108", "[[MISSING: all of it]]", "no-law-found"),
    ],
)
def test_what_cannot_be_that_law_is_refused_and_nothing_written(
    tmp_path: Path, id_: str, words: str, code: str
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(words, encoding="utf-8")
    with pytest.raises(StatuteError) as caught:
        import_statute(copy, law=NewLaw(id_), origin=ORIGIN, into=tmp_path / "own")
    assert caught.value.findings[0].code == code
    assert not (tmp_path / "own").exists()


def test_bad_files_and_days_are_refused_and_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(layouts.scanned_pdf())
    with pytest.raises(ReadError):
        import_statute(
            tmp_path / "scan.pdf", law=_law("us-ky/krs-1.1"), origin=ORIGIN, into=tmp_path / "own"
        )
    with pytest.raises(StatuteError):
        import_statute(
            tmp_path / "scan.pdf",
            law=_law("us-ky/krs-1.1", in_force="soon"),
            origin=ORIGIN,
            into=tmp_path / "own",
        )
    assert not (tmp_path / "own").exists()
    copy = tmp_path / "copy.txt"
    copy.write_text("1.1 Zones.\n(1) A zone is a plan.", encoding="utf-8")
    file, _ = import_statute(copy, law=_law("us-ky/krs-1.1"), origin=ORIGIN, into=tmp_path)
    before = file.read_bytes()
    copy.write_text("1.1 Zones.\n(1) A zone is no plan.", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        import_statute(copy, law=_law("us-ky/krs-1.1"), origin=ORIGIN, into=tmp_path)
    assert caught.value.findings[0].code == "output-exists"
    assert file.read_bytes() == before


def test_numbers_in_a_column_of_their_own_go_to_their_words(tmp_path: Path) -> None:
    rows = [("(1)", "A zone is a plan for:"), ("(a)", "one year; or"), ("(b)", "two years.")]
    cells = "".join(f"<tr><td>{number}</td><td>{words}</td></tr>" for number, words in rows)
    copy = tmp_path / "copy.html"
    copy.write_text(f"<html><h1>156.3 Zones.</h1><table>{cells}</table></html>", encoding="utf-8")
    _, law = import_statute(copy, law=_law("us-ky/krs-156.3"), origin=ORIGIN, into=tmp_path)
    assert [(node.num, node.words) for node in law.provisions[1:]] == [
        (number, f"{number} {words}") for number, words in rows
    ]
