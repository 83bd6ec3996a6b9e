"""What billkit offers is what it says, and nothing of what it is built on comes through."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys
import typing
from pathlib import Path

import pytest

import billkit
from billkit.errors import BillkitError
from tests.architecture.sources import SRC

NAMES = [
    *("Bill", "BillError", "BillkitError", "Comparison", "Document", "DraftError", "Finding"),
    *("Node", "OutputError", "Profile", "ReadError", "StatuteError", "Where", "compare"),
    *("compare_folders", "contrast", "draft", "history", "list_statutes", "load_bill"),
    *("load_statute", "matrix", "merge", "profile", "read"),
]


def test_the_public_names() -> None:
    assert billkit.__all__ == NAMES == sorted(NAMES)
    assert dir(billkit) == NAMES
    for name in NAMES:
        assert inspect.getdoc(getattr(billkit, name))


def test_type_checkers_see_the_same_names() -> None:
    source = (SRC / "billkit" / "__init__.py").read_text("utf-8")
    names: dict[str, object] = {"TYPE_CHECKING": True}
    exec(source.replace("from typing import TYPE_CHECKING, Any", "Any = object"), names)  # noqa: S102
    for name in NAMES:
        assert names[name] is getattr(billkit, name)


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="weather"):
        _ = billkit.weather


def test_no_public_name_is_a_module() -> None:
    code = (
        "import billkit, importlib, pkgutil, types\n"
        "for found in pkgutil.walk_packages(billkit.__path__, 'billkit.'):\n"
        "    if not found.name.endswith('__main__'): importlib.import_module(found.name)\n"
        "bad = [n for n in billkit.__all__ if isinstance(getattr(billkit, n), types.ModuleType)]\n"
        "assert not bad, bad\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_import_is_light() -> None:
    code = "import billkit, sys; print(*[m for m in ('pydantic', 'lxml') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "\n"


@pytest.mark.parametrize("name", [name for name in NAMES if name[0].islower()])
def test_options_are_keyword_only(name: str) -> None:
    positional = [
        parameter
        for parameter in inspect.signature(getattr(billkit, name)).parameters.values()
        if parameter.kind is parameter.POSITIONAL_OR_KEYWORD
    ]
    assert len(positional) <= 1


def test_errors_are_of_one_family() -> None:
    for name in NAMES:
        if name.endswith("Error"):
            assert issubclass(getattr(billkit, name), BillkitError)


BAD: dict[str, list[str | Path]] = {
    "read": ["absent.txt", "<a", "<akomaNtoso/>", "\0", "x\0y z", Path()],
    "load_bill": ["absent.toml", "x = [", "a = 1\n", "[[clauses]]\nkind = 3\n", Path()],
    "load_statute": ["", "us-zz", "us-ky/", "us-ky/krs-156.108@x", "../us-ky", "\0"],
    "history": ["", "us-ky", "us-zz/x", "\0"],
}


@pytest.mark.parametrize(("name", "bad"), [(name, one) for name, bad in BAD.items() for one in bad])
def test_bad_input_raises_nothing_of_others(
    name: str, bad: str | Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BillkitError) as error:
        getattr(billkit, name)(bad)
    assert error.value.findings
    assert all(finding.code and finding.message for finding in error.value.findings)


def test_annotations_of_public_verbs_hold() -> None:
    for name in NAMES:
        if name[0].islower():
            verb = getattr(billkit, name)
            module = importlib.import_module(verb.__module__)
            hints = typing.get_type_hints(verb, vars(module))
            assert "return" in hints
