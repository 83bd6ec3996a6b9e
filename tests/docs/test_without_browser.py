"""Where there is no browser, the tests that need one say so by name, and how to run them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.docs.fences import ROOT


def test_tests_of_the_site_are_reported_as_not_run(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/site/test_reading.py", "-p", "no:cacheprovider"],
        cwd=ROOT,
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    told = " ".join(done.stdout.split())
    assert "test_reading.py::test_a_redline_has_two_views was not run: no chromium" in told
    assert "apt-get install chromium" in told
    assert " passed" not in told


def test_continuous_integration_requires_the_browser() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert "set -euo pipefail" in lines
    assert lines.index("chromium --version") < lines.index("make test")
