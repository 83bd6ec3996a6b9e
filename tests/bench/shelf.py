"""The library of enacted law: how fast it is loaded and listed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from lxml import etree

from billkit.library import Library, list_statutes, load_statute
from billkit.shipped import shipped
from tests.bench.figures import Section, at_most, known
from tests.bench.scope import Scope
from tests.bench.timing import interleaved

__all__ = ["measure"]

_ONE = "us-ky/krs-156.108"


def measure(scope: Scope) -> Section:
    """Loads one law, all of them, and lists them from a cold start."""
    folder = Path(shipped("statutes"))
    files = sorted(folder.rglob("*.xml"))
    one = next(file for file in files if file.stem.partition("@")[0] == _ONE.partition("/")[2])
    ids = [held.id for held in list_statutes()]

    def load_all() -> None:
        shelves = Library.open()
        for id_ in ids:
            load_statute(id_, library=shelves)

    times = interleaved(
        scope.rounds,
        {
            "one": lambda: load_statute(_ONE),
            "one, lxml": lambda: etree.parse(one),
            "all": load_all,
            "all, lxml": lambda: [etree.parse(file) for file in files],
            "list": lambda: _run("-m", "billkit", "statutes", "list"),
            "bare": lambda: _run("-c", ""),
        },
        of=min,
    )
    size = sum(file.stat().st_size for file in files)
    return Section(
        "The library",
        f"{len(ids)} texts in {len(files)} files of {size:,} bytes, "
        "beside the time lxml needs to parse the same files. A cold start is a process of its own. "
        "Times are the best of several rounds.",
        (
            at_most("loading one law", times["one"] * 1000, 5, "ms"),
            known("lxml parsing its file", times["one, lxml"] * 1000, "ms"),
            at_most("loading the whole library", times["all"] * 1000, 300, "ms"),
            known("lxml parsing all files", times["all, lxml"] * 1000, "ms"),
            at_most("statutes list, cold start", times["list"] * 1000, 500, "ms"),
            known("Python's own cold start", times["bare"] * 1000, "ms"),
        ),
    )


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
