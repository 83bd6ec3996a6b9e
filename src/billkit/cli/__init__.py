"""The command line: every verb of billkit as a command."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from billkit.cli.app import app
from billkit.cli.running import run

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line and gives its exit status.

    Args:
        argv: The words after ``billkit``; by default those the program was called with.
    """
    return run(app, sys.argv[1:] if argv is None else argv)
