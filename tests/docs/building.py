"""Builds the site once for all tests that look at it, however many workers run them."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def build(folder: Path, *, seed: int) -> Path:
    """Builds the site as ``make docs`` does, from nothing; gives the folder of its pages."""
    source, pages = folder / "source", folder / "pages"
    source.mkdir(parents=True)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-E", "-a"),
            *("-c", str(ROOT / "docs"), "-d", str(folder / "doctrees"), str(source), str(pages)),
        ],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return pages


def built_once(factory: pytest.TempPathFactory) -> Path:
    """Gives the pages of the site, built by whichever worker asks first."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    with (base / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = base / "site.done"
        if not done.exists():
            build(base / "site", seed=1)
            done.touch()
    return base / "site" / "pages"
