"""The same comparison gives the same bytes, whatever the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

WRITE = """
from billkit.writers.redline_html import write_redline_html
from billkit.writers.redline_json import write_redline_json
from billkit.writers.redline_markdown import write_redline_markdown
from billkit.writers.redline_terminal import write_redline_terminal
from billkit.writers.redline_unified import write_redline_unified
from tests.unit.writers.texts import EVERYTHING
import hashlib, sys
for write in (write_redline_json, write_redline_markdown, write_redline_terminal,
              write_redline_unified, lambda one: write_redline_html(one, fragment=True)):
    print(hashlib.sha256(write(EVERYTHING).encode()).hexdigest())
"""


def written(seed: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", WRITE],
        cwd=ROOT,
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_every_writer_is_deterministic() -> None:
    one = written("1")
    assert len(one) == 5
    assert written("2") == one
