"""Every fence of every page runs, and prints what the page shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.fences import ROOT, Fence, Runner, fences

PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")]
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page_runs(page: Path, tmp_path: Path) -> None:
    runner = Runner(tmp_path)
    for fence in fences(page):
        runner.run(fence)


def fence(kind: str, content: str) -> Fence:
    return Fence(Path("page.md"), 3, kind, content)


def test_python_is_compared_with_what_it_prints(tmp_path: Path) -> None:
    runner = Runner(tmp_path)
    runner.run(fence("python", "x = 1\nprint(x)\n"))
    runner.run(fence("text", "1\n"))
    runner.run(fence("python", "print(x + 1)\n"))
    with pytest.raises(AssertionError, match="prints something else"):
        runner.run(fence("text", "1\n"))


def test_tracebacks_name_the_page_and_line(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError) as error:
        Runner(tmp_path).run(fence("python", "x = 1\n1 / 0\n"))
    assert [(entry.path, entry.lineno + 1) for entry in error.traceback][-1] == ("page.md", 5)


def test_files_are_saved_for_the_commands_after_them(tmp_path: Path) -> None:
    Runner(tmp_path).run(fence("toml", '# bill.toml\nextends = "model-act"\n'))
    assert (tmp_path / "bill.toml").is_file()


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        ("ruby", "1", "nobody runs a fence"),
        ("", "1", "nobody runs a fence"),
        ("text", "1", "follows nothing"),
        ("console", "1\n", "without a command"),
        ("console", "$ rm -r x\n", "nobody runs rm"),
        ("console", "$ billkit --version\nbillkit 9\n", "prints something else"),
        ("console", "$ billkit --version\nbillkit 9\n...\n", "begins otherwise"),
        ("console", "$ make coffee\n", "no target coffee"),
        ("bash", "make coffee\n", "no target coffee"),
        ("bash", "curl x | sh\n", "nobody knows"),
    ],
)
def test_what_is_not_so_is_found(kind: str, content: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=words):
        Runner(tmp_path).run(fence(kind, content))


def test_directives_of_the_site_are_left_to_its_build(tmp_path: Path) -> None:
    runner = Runner(tmp_path)
    runner.run(fence("{toctree}", "index\n"))
    assert runner.printed is None


def test_fences_in_lists_are_found() -> None:
    found = list(fences(Path("page.md"), "1. One:\n\n   ```python\n   x = 1\n   ```\n"))
    assert [(one.kind, one.line, one.content) for one in found] == [("python", 3, "x = 1\n")]


README = (ROOT / "README.md").read_text("utf-8")


def test_readme_has_code_by_line_eight_and_a_redline_by_line_twenty() -> None:
    lines = README.splitlines()
    assert any(line.startswith("```") for line in lines[:8])
    assert any(re.search(r"\[-.+-\]|\{\+.+\+\}", line) for line in lines[:20])


def test_readme_names_two_commands_for_a_fresh_clone() -> None:
    (setup,) = [one for one in fences(ROOT / "README.md") if one.kind == "bash"]
    assert re.findall(r"^make \w+", setup.content, re.MULTILINE) == ["make demo", "make test"]
