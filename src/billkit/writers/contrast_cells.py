"""What a cell of a contrast or a matrix says, in few words: its value, its places, its standing."""

from __future__ import annotations

import textwrap
from typing import assert_never

from billkit.reading.contrasts import Party, statuses_of
from billkit.reading.parameters import parameter_name, parameters_of
from billkit.reading.profiles import Cell, Fact, NotFound, NotHeld, Quoted

__all__ = ["CARE", "basis", "by_hand", "places", "shortened", "summary"]

_LONG = 96
_SURE = 1.0

CARE = {
    "official": "official copy",
    "corroborated": "corroborated",
    "single-source": "single source",
    "secondary": "secondary source",
    "reconstructed": "reconstructed",
    "gap": "not held",
}
"""How the text status of quoted words is told in a table."""


def shortened(words: str, length: int = _LONG) -> str:
    """Cuts words at a blank and says so by dots.

    Example:
        >>> shortened("one two three", 9)
        'one ...'
    """
    return textwrap.shorten(words, length, placeholder=" ...")


def summary(cell: Cell) -> str:
    """Says what a cell holds: its values, else its words, else that there are none."""
    match cell:
        case Quoted():
            return _values(cell) or f'"{shortened(cell.quotations[0].words)}"'
        case Fact():
            return _values(cell) or shortened(cell.statement)
        case NotFound():
            return "not found"
        case NotHeld():
            return "not held"
    assert_never(cell)


def _values(cell: Quoted | Fact) -> str:
    """Writes the values of a cell: one alone by itself, several each with its name."""
    shown = parameters_of(cell)
    if len(shown) == 1:
        return next(iter(shown.values())).text
    return "; ".join(f"{parameter_name(cell.kind, name)}: {s.text}" for name, s in shown.items())


def places(cell: Cell) -> tuple[str, ...]:
    """Gives where a cell's words stand, or what it rests on, each place once."""
    match cell:
        case Quoted():
            return tuple(dict.fromkeys(quotation.citation for quotation in cell.quotations))
        case Fact():
            return tuple(source.name for source in cell.sources)
        case NotFound() | NotHeld():
            return ()
    assert_never(cell)


def basis(cell: Cell, party: Party) -> str:
    """Says how well a cell is founded: the text status, a fact, or what was searched or is missing.

    Example:
        ``secondary source, repealed 2025``
    """
    match cell:
        case Quoted():
            said = ", ".join(CARE[status] for status in statuses_of(cell))
            if cell.confidence < _SURE:
                said = ", ".join(
                    filter(None, (said, f"read with confidence {cell.confidence:.2f}"))
                )
            if not said and party.standing in {"draft", "bill"}:
                said = str(party.standing)
            if party.standing == "repealed":
                said = ", ".join(filter(None, (said, f"repealed {party.repealed}".strip())))
            return said
        case Fact():
            return "fact"
        case NotFound():
            return "the text is held in full and does not say" if by_hand(party) else cell.note
        case NotHeld():
            return f"missing: {cell.missing}"
    assert_never(cell)


def by_hand(party: Party) -> bool:
    """Whether a person vouches for what is said of the party, and not a reader of patterns."""
    return party.origin == "curated"
