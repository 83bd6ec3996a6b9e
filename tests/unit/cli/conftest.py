from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from billkit.cli import main


class Called(NamedTuple):
    status: int
    out: str
    err: str


Billkit = Callable[..., Called]


@pytest.fixture
def billkit(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Billkit:
    """Runs a command line in an empty folder, with what is typed at its input."""
    monkeypatch.chdir(tmp_path)

    def call(*words: str | Path, typed: bytes | None = None) -> Called:
        if typed is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
        capsys.readouterr()
        argv: Sequence[str] = [str(word) for word in words]
        status = main(argv)
        return Called(status, *capsys.readouterr())

    return call
