"""Writes a matrix of provisions by acts as plain text: an overview, then cell by cell."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from billkit.reading.contrasts import CellState, Matrix, Party, Row, state_of
from billkit.text.unseen import visible
from billkit.writers.contrast_text import row_lines

__all__ = ["write_matrix_text"]

_NARROW = 60
_MARKS = {"quoted": "Q", "fact": "f", "not found": "-", "not held": "?"}
_STEP = 3


def write_matrix_text(matrix: Matrix, *, width: int = 80, cells: bool = True) -> str:
    """Writes a matrix for people, wrapped at a width.

    The overview has a line for each provision and a narrow column for each act, under the act's
    number: Q is quoted, f a fact from a record, - not found in a text held in full, ? not held.
    More acts than a line can carry are written in several overviews.

    Args:
        matrix: What is to be written.
        width: How many characters a line may have; less than 60 is taken for 60.
        cells: Whether every cell follows with what it says, where, and how well it is founded.
    """
    width = max(width, _NARROW)
    blocks = [list(_legend(matrix.parties, width))]
    size = max((len(row.title) for row in matrix.rows), default=0)
    many = max((width - size - 2) // _STEP, 1)
    blocks.extend(
        list(_overview(matrix, start, start + many, size))
        for start in range(0, len(matrix.parties), many)
    )
    if cells:
        said = [row for row in matrix.rows if row.is_said]
        blocks += [list(_cells(row, matrix.parties, width)) for row in said]
    return visible("\n\n".join("\n".join(lines) for lines in blocks)) + "\n"


def _legend(parties: Sequence[Party], width: int) -> Iterator[str]:
    """Names the acts by number and the marks."""
    yield "Provisions by act"
    size = max((len(party.label) for party in parties), default=0)
    for number, party in enumerate(parties, start=1):
        head = f"  {number:>2}  {party.label:<{size}}  "
        yield from textwrap.wrap(
            party.described, width, initial_indent=head, subsequent_indent=" " * len(head)
        )
    yield "  Q quoted   f fact from a record   - not found   ? not held"


def _overview(matrix: Matrix, start: int, stop: int, size: int) -> Iterator[str]:
    """Writes the grid for some of the acts."""
    numbers = range(start + 1, min(stop, len(matrix.parties)) + 1)
    yield f"{'':<{size}}{''.join(f'{number:>{_STEP}}' for number in numbers)}"
    for row in matrix.rows:
        yield f"{row.title:<{size}}{''.join(_marks(row)[start:stop])}"


def _cells(row: Row, parties: Sequence[Party], width: int) -> Iterator[str]:
    """Writes what the acts say, and which of them do not, or cannot be known to."""
    said: list[int] = []
    silent: dict[CellState, list[str]] = {"not found": [], "not held": []}
    for place, (party, cells) in enumerate(zip(parties, row.cells, strict=True)):
        state = state_of(cells[0])
        if state in silent:
            silent[state].append(party.label)
        else:
            said.append(place)
    some = Row(row.kind, tuple(row.cells[place] for place in said))
    yield from row_lines(some, [parties[place] for place in said], width=width)
    for silence, labels in silent.items():
        if labels:
            yield from textwrap.wrap(
                f"{silence}: {', '.join(labels)}",
                width,
                initial_indent="  ",
                subsequent_indent="    ",
            )


def _marks(row: Row) -> list[str]:
    """Gives the mark of each act, that of its first cell."""
    return [f"{_MARKS[state_of(cells[0])]:>{_STEP}}" for cells in row.cells]
