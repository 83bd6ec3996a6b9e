"""Short documents for the tests of comparison."""

from __future__ import annotations

from billkit.readers.plain_text import read_plain_text
from billkit.tree import Document

__all__ = ["law"]


def law(*lines: str) -> Document:
    """Reads lines of law."""
    return read_plain_text("\n".join(lines))
