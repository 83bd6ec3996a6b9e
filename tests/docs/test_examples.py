"""Every example runs as its folder says, and says why."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docs._ext.examples import Example, examples_by_kind, load_gallery, play
from tests.docs.fences import ROOT

FOLDER = ROOT / "examples"
GALLERY = load_gallery(FOLDER)
ANSWERING = {"check", "merge", "statutes verify"}
"""The commands whose exit status 1 is an answer."""

EXAMPLES = [one for group in GALLERY for one in group.examples]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.slug)
def test_example_runs(example: Example, tmp_path: Path) -> None:
    for place, done in enumerate(play(example, tmp_path / "it")):
        command = example.steps[place].command if example.steps else None
        answers = {0, 1} if command and command.name in ANSWERING else {0}
        assert done.status in answers, done.printed
        assert done.printed.strip() or (command and command.output)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.slug)
def test_example_says_why(example: Example) -> None:
    assert len(example.why.split()) > 20
    assert example.title


def test_script_files_are_shell_scripts_too() -> None:
    for example in EXAMPLES:
        for line in example.source.splitlines() if example.script == "run.sh" else ():
            assert line.startswith(("billkit ", "#", " ")) or not line, example.slug


def test_clauses_know_their_examples() -> None:
    used = examples_by_kind(GALLERY)
    assert {one.slug for one in used["innovation-office"]} >= {"office-of-innovation"}


def gallery(folder: Path, listed: str) -> Path:
    shutil.copytree(FOLDER / "first-bill", folder / "first-bill")
    (folder / "gallery.toml").write_text(
        f'[[group]]\nid = "a"\ntitle = "A"\nsays = "B."\nexamples = {listed}\n', encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize("listed", ["[]", '["first-bill", "second-bill"]', '["first-bill"] * 2'])
def test_gallery_and_folders_agree(listed: str, tmp_path: Path) -> None:
    shown = listed.replace('["first-bill"] * 2', '["first-bill", "first-bill"]')
    with pytest.raises(ValueError, match="differ"):
        load_gallery(gallery(tmp_path, shown))


def test_groups_without_examples_are_not_shown(tmp_path: Path) -> None:
    gallery(tmp_path, '["first-bill"]')
    with (tmp_path / "gallery.toml").open("a", encoding="utf-8") as file:
        file.write('[[group]]\nid = "b"\ntitle = "B"\nsays = "C."\nexamples = []\n')
    assert [group.id for group in load_gallery(tmp_path)] == ["a"]


def test_an_example_has_one_script(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no script"):
        _ = Example(tmp_path).script
    (tmp_path / "run.py").touch()
    (tmp_path / "run.sh").touch()
    with pytest.raises(ValueError, match=r"run\.sh and run\.py"):
        _ = Example(tmp_path).script


def test_comments_belong_to_the_command_after_them(tmp_path: Path) -> None:
    (tmp_path / "run.sh").write_text(
        "#!/bin/sh\n# First\n# this:\nbillkit styles list\n\nbillkit \\\n  clauses list\n"
    )
    said = [(step.says, str(step.command)) for step in Example(tmp_path).steps]
    assert said == [("First this:", "billkit styles list"), ("", "billkit clauses list")]
