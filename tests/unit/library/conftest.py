"""The library that the tests of this folder share."""

from __future__ import annotations

from pathlib import Path

import pytest

from billkit.library import Library
from billkit.tree import Node, runs
from tests.unit.library.shelf import INDEX, put, section


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.toml").write_text(INDEX, encoding="utf-8")
    put(tmp_path, "us-zz/zc-1-1@first", section("1-1", text="A zone is a plan."))
    put(tmp_path, "us-zz/zc-1-1@2010", section("1-1", text="A zone is a good plan."))
    made = Node("subsection", "(1)", text=runs("made up words"), status="reconstructed")
    put(
        tmp_path,
        "us-zz/zc-1-1@2015",
        section("1-1", made, text="A zone is an approved plan.", status="single-source"),
    )
    put(tmp_path, "us-zz/zc-1-2", section("1-2", text="The board approves."))
    put(tmp_path, "us-zz/hb1", section("1", text="A bill."), standing="draft")
    return tmp_path


@pytest.fixture
def library(folder: Path) -> Library:
    return Library.open(folder)
