from __future__ import annotations

from pathlib import Path

import pytest

from billkit.errors import OutputError, StatuteError
from billkit.library import Library, count_statuses, load_statute
from billkit.library.recording import Origin, record
from billkit.library.verifying import verify
from billkit.tree import Document, Node, Run, Source, Status
from tests.unit.library.copies import COPIES, law_of
from tests.unit.library.shelf import put

OFFICIAL = Origin("https://example.org/official", "2024-07-01", official=True)
COPY = Origin("https://example.org/copy-of-another", "2024-07-01")


def _statuses(document: Document) -> set[Status | None]:
    return {
        run.status or node.status
        for node in document.provisions
        for run in (*node.heading, *node.text, *node.tail)
    }


@pytest.mark.parametrize("state", COPIES)
def test_an_official_copy_makes_what_agrees_official(tmp_path: Path, state: str) -> None:
    id_, name, laid_out = COPIES[state]
    (tmp_path / name).write_bytes(laid_out(law_of(id_)))
    found = verify(id_, against=tmp_path / name)
    file = record(found, into=tmp_path / "own", origin=OFFICIAL)
    assert file.is_relative_to(tmp_path / "own")
    law = load_statute(id_, library=tmp_path / "own")
    assert _statuses(law) == {"official"}
    assert set(count_statuses(law).words) == {"official"}
    assert law == load_statute(id_, library=tmp_path / "own", include_reconstructed=True)
    assert law.provenance[-1] == Source(
        "all that is held", "https://example.org/official", "2024-07-01"
    )
    again = verify(id_, against=tmp_path / name, library=tmp_path / "own")
    assert again.agrees


def test_the_words_stay_and_only_their_status_rises(tmp_path: Path) -> None:
    id_, name, laid_out = COPIES["Kentucky"]
    (tmp_path / name).write_bytes(laid_out(law_of(id_)))
    record(verify(id_, against=tmp_path / name), into=tmp_path, origin=COPY)
    before = load_statute(id_, include_reconstructed=True)
    after = load_statute(id_, include_reconstructed=True, library=tmp_path)
    assert [node.words for node in after.provisions] == [node.words for node in before.provisions]
    assert _statuses(before) == {"single-source", "secondary", "reconstructed"}
    assert _statuses(after) == {"corroborated", "single-source"}


def test_what_differs_keeps_its_status_and_the_source_names_the_rest(tmp_path: Path) -> None:
    id_, name, laid_out = COPIES["Mississippi"]
    law = [line.replace("Acceptable areas", "Agreed areas") for line in law_of(id_)]
    (tmp_path / name).write_bytes(laid_out(law))
    record(verify(id_, against=tmp_path / name), into=tmp_path, origin=OFFICIAL)
    after = load_statute(id_, library=tmp_path)
    changed = [n.num for n in after.provisions if n.status != "official" and n.text]
    assert changed == ["(i)"]
    source = after.provenance[-1].of
    assert source.startswith("(1), (2), (3), the opening words of (4), (4)(a), ")
    assert "(4)(i)" not in source


def test_a_copy_from_a_known_source_confirms_nothing_anew(tmp_path: Path) -> None:
    id_ = "us-zz/zc-9"
    node = Node("section", "9", text=(Run("A zone is a plan."),), status="single-source")
    put(tmp_path, id_, node, citation="Z.C. 9")
    (tmp_path / "copy.txt").write_text("9. Zones\nA zone is a plan.", encoding="utf-8")
    library = Library.open(tmp_path)
    found = verify(id_, against=tmp_path / "copy.txt", library=library)
    known = Origin("https://example.org/copy")
    record(found, into=tmp_path / "own", origin=known, library=library)
    assert _statuses(load_statute(id_, library=tmp_path / "own")) == {"single-source"}
    record(found, into=tmp_path / "own", origin=COPY, library=library)
    assert _statuses(load_statute(id_, library=tmp_path / "own")) == {"corroborated"}


def test_sentences_rise_each_from_where_they_stood(tmp_path: Path) -> None:
    words = (Run("One."), Run(" Two.", status="reconstructed"), Run(" Three.", status="secondary"))
    node = Node("section", "9-1", text=words, status="single-source")
    put(tmp_path, "us-zz/zc-9-1", node, citation="Z.C. 9-1")
    (tmp_path / "copy.txt").write_text("One. Two. Three.", encoding="utf-8")
    found = verify("us-zz/zc-9-1", against=tmp_path / "copy.txt", library=tmp_path)
    record(found, into=tmp_path / "own", origin=COPY, library=tmp_path)
    law = load_statute("us-zz/zc-9-1", library=tmp_path / "own").root.children[0]
    assert [(run.text, run.status) for run in law.text] == [
        ("One.", "corroborated"), (" Two. Three.", None),
    ]  # fmt: skip
    assert law.status == "single-source"


def test_an_act_or_a_copy_without_agreement_records_nothing(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text("\n".join(["37-179-1. D", *law_of("us-ms/miss-code-37-179-1")]), "utf-8")
    with pytest.raises(StatuteError) as caught:
        record(verify("us-ms", against=copy), into=tmp_path / "own", origin=COPY)
    assert caught.value.findings[0].code == "not-one-law"
    node = Node("section", "9", text=(Run("A zone is a plan of three schools or more."),))
    put(tmp_path, "us-zz/zc-9", node, citation="Z.C. 9")
    copy.write_text("9. Zones\nA zone is a plan of three schools or fewer.", encoding="utf-8")
    found = verify("us-zz/zc-9", against=copy, library=tmp_path)
    with pytest.raises(StatuteError) as caught:
        record(found, into=tmp_path / "own", origin=COPY, library=tmp_path)
    assert caught.value.findings[0].code == "nothing-agrees"
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize(
    ("source", "retrieved", "code"),
    [
        (" ", "", "no-source"),
        ("a copy", "yesterday", "bad-date"),
        ("a copy", "2024-02-30", "bad-date"),
    ],
)
def test_a_source_has_a_name_and_a_day_of_the_calendar(
    source: str, retrieved: str, code: str
) -> None:
    with pytest.raises(StatuteError) as caught:
        Origin(source, retrieved)
    assert caught.value.findings[0].code == code


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    id_, name, laid_out = COPIES["Mississippi"]
    (tmp_path / name).write_bytes(laid_out(law_of(id_)))
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        record(verify(id_, against=tmp_path / name), into=tmp_path / "file" / "own", origin=COPY)
    assert caught.value.findings[0].code == "unwritable-output"
