"""The words behind a cell of a profile, as Markdown."""

from __future__ import annotations

from typing import assert_never

from billkit.reading.profiles import Cell, Fact, NotFound, NotHeld, Quoted, Sourced
from docs._ext.pages import escaped, link

__all__ = ["cell_words", "source_links"]


def source_links(sources: tuple[Sourced, ...]) -> str:
    """Names sources, linked where they have an address."""
    return "; ".join(
        link(one.name, one.address) if one.address else escaped(one.name) for one in sources
    )


def cell_words(cell: Cell) -> str:
    """Gives the words of a cell with their places; of a fact the statement and its sources."""
    note = f" *{escaped(cell.note)}*" if cell.note else ""
    match cell:
        case Quoted():
            words = "<br>".join(
                f"“{escaped(one.words)}” {escaped(one.citation)}" for one in cell.quotations
            )
            return words + note
        case Fact():
            return f"{escaped(cell.statement)} ({source_links(cell.sources)}){note}"
        case NotFound():
            return f"not found{note}"
        case NotHeld():
            return f"not held: {escaped(cell.missing)}{note}"
    assert_never(cell)
