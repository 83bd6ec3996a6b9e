"""Every code in the source has a meaning and a remedy, and every meaning a code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from docs._ext.error_codes import collect, parameters_called_code
from docs._ext.error_pages import ErrorGroup, Meaning, load_meanings, unmatched
from tests.docs.fences import ROOT

MEANINGS = load_meanings(ROOT / "docs" / "_data" / "errors.toml")
SAID = collect(ROOT / "src" / "billkit")


def test_every_code_has_a_meaning() -> None:
    assert list(unmatched(MEANINGS, SAID)) == []


@pytest.mark.parametrize("meaning", [one for group in MEANINGS for one in group.meanings])
def test_meanings_are_sentences(meaning: Meaning) -> None:
    for said in (meaning.means, meaning.remedy):
        assert said.endswith(".")
        assert said[0].isupper() or said[0] == "`"


@pytest.mark.parametrize(
    "code",
    [
        "missing-field",
        "malformed-xml",
        "unknown-filter",
        "unknown-test",
        "date-unclear",
        "too-deep",
    ],
)
def test_codes_are_found_however_they_are_given(code: str) -> None:
    assert code in SAID


def module(folder: Path, source: str) -> Path:
    package = folder / "billkit"
    package.mkdir()
    (package / "it.py").write_text(source, encoding="utf-8")
    return package


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ('def f():\n    raise X(Finding(code="no-such-thing"))', ["no-such-thing"]),
        (
            'class Finding:\n    code: str\n    message: str\ndef f():\n    Finding("a-b", "c")',
            ["a-b"],
        ),
        ('def f(x):\n    Finding(code="a-b" if x else "c-d")', ["a-b", "c-d"]),
        ('def f():\n    code, said = "a-b", "words"\n    Finding(code=code)', ["a-b"]),
        (
            'def g(what):\n    Finding(code=f"no-{what}")\ndef f():\n    g("a")\n    g("b")',
            ["no-a", "no-b"],
        ),
        ('def f():\n    Finding(code="Not A Code")', []),
        ('def f():\n    other(x="a-b")', []),
    ],
)
def test_codes_are_collected(source: str, codes: list[str], tmp_path: Path) -> None:
    assert list(collect(module(tmp_path, source))) == codes


def test_the_place_of_a_code_is_kept(tmp_path: Path) -> None:
    (saying,) = collect(module(tmp_path, '\n\ndef f():\n    Finding(code="a-b")'))["a-b"]
    assert (saying.module, saying.line) == ("billkit/it.py", 4)


def test_a_method_is_called_without_itself() -> None:
    tree = ast.parse("class A:\n    def say(self, code): ...\n")
    assert parameters_called_code(tree) == {"say": 0}


def test_what_does_not_match_is_told(tmp_path: Path) -> None:
    said = collect(module(tmp_path, 'def f():\n    Finding(code="a-b")'))
    group = ErrorGroup("g", "G", "S", (Meaning("c-d", "M.", "R."), Meaning("c-d", "M.", "R.")))
    assert list(unmatched((group,), said)) == [
        "billkit/it.py:2: a-b has no meaning in errors.toml",
        "errors.toml: c-d is said nowhere",
        "errors.toml: c-d stands in it twice",
    ]
