"""Folders of sections, from Python and from the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import billkit
from billkit._api import SECTIONS
from billkit.cli.compare import collated
from billkit.comparison.codes import CodeComparison
from billkit.errors import ReadError
from billkit.folders import section_texts

FEES = "61-01-01. Fees.\n1. The fee for a crossing is two dollars.\n2. The clerk keeps a <ledger>."
GATES = (
    "61-01-02. Gates.\nEach landing must have a gate that closes by its own weight, and the"
    " operator shall keep a life ring at every gate of the landing."
)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Makes two folders: one section changed, one relocated, one gone, one new, one the same."""
    enacted, proposed = tmp_path / "enacted", tmp_path / "proposed"
    same = "61-01-09. Pilots.\nA pilot must hold a license from the board."
    texts = {
        enacted: {"fees": FEES, "gates": GATES, "bells": "A bell must ring.", "pilots": same},
        proposed: {
            "fees": FEES.replace("two", "three"),
            "title/gates": GATES.replace("61-01-02", "64-09-01"),
            "flags": "No flag may fly.",
            "pilots": same,
        },
    }
    for folder, sections in texts.items():
        for name, text in sections.items():
            path = folder / f"{name}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        (folder / "notes.log").write_text("not a section", "utf-8")
    return enacted, proposed


def compared(folders: tuple[Path, Path]) -> CodeComparison:
    enacted, proposed = folders
    return billkit.compare_folders(enacted=enacted, proposed=proposed, jurisdiction="us-nd")


def test_folders_are_compared_section_by_section(folders: tuple[Path, Path]) -> None:
    found = compared(folders)
    assert found.equal == 1
    assert [(one.enacted, one.proposed) for one in found.relocated] == [("gates", "title/gates")]
    assert found.deleted == ("bells",)
    assert found.inserted == ("flags",)
    assert sorted(found.changed) == [("fees", "fees"), ("gates", "title/gates")]
    assert found.changed["fees", "fees"].summary().inserted_words == 1


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json", "unified"])
def test_every_format_shows_what_changed(folders: tuple[Path, Path], format_: str) -> None:
    found = compared(folders)
    shown = collated(found, format_, width=80, show_all=False, brief=False)  # type: ignore[arg-type]
    assert "three" in shown
    if format_ != "unified":
        assert "title/gates" in shown
        assert "flags" in shown
    if format_ == "json":
        data = json.loads(shown)
        assert data["equal"] == 1
        assert data["changed"][0]["comparison"]["operations"]
    if format_ == "html":
        assert "<ledger>" not in shown
        ids = re.findall(r' id="([^"]+)"', shown)
        assert len(ids) == len(set(ids))
    if format_ == "text":
        assert max(map(len, shown.splitlines())) <= 80
        assert shown.startswith("1 section is the same, 1 changed, 1 under another name,")


def test_a_folder_without_sections_is_refused(tmp_path: Path) -> None:
    for make, code in (
        (lambda path: path.mkdir(), "no-sections"),
        (lambda path: path.write_text("x"), "not-a-folder"),
        (lambda _: None, "missing-file"),
    ):
        path = tmp_path / code
        make(path)
        with pytest.raises(ReadError) as caught:
            section_texts(path, suffixes=SECTIONS)
        assert [finding.code for finding in caught.value.findings] == [code]


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "a.md").write_text("Two.")
    with pytest.raises(ReadError, match="same-name"):
        section_texts(tmp_path, suffixes=SECTIONS)


def test_two_versions_are_merged() -> None:
    base = billkit.read("(1) The board shall act.\n(2) The clerk shall file the ledger.")
    one = billkit.read("(1) The board must act.\n(2) The clerk shall file the ledger.")
    other = billkit.read("(1) The board shall act.\n(2) The clerk shall file each ledger.")
    merged = billkit.merge(base, one=one, other=other)
    assert not merged.findings
    assert [node.words for node in merged.document.provisions] == [
        "(1) The board must act.",
        "(2) The clerk shall file each ledger.",
    ]
