"""Writes a contrast as plain text: for each provision one line an act, differences before words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from billkit.reading.contrasts import Contrast, Parameter, Party, Row
from billkit.reading.profiles import Cell, Fact, Quoted
from billkit.text.unseen import visible
from billkit.writers.contrast_cells import basis, places, summary

__all__ = ["difference", "row_lines", "write_contrast_text"]

_NARROW = 60
_LABEL = 16
_PAIR = 2


def write_contrast_text(contrast: Contrast, *, width: int = 80, words: bool = True) -> str:
    """Writes a contrast for people, wrapped at a width.

    For each provision: its name and question, the values that differ, a line an act with what it
    says, where, and how far the text can be trusted; then the words.

    Args:
        contrast: What is to be written.
        width: How many characters a line may have; less than 60 is taken for 60.
        words: Whether the parties are named at the head and the words of each provision follow
            its lines; without them only the table is written.
    """
    width = max(width, _NARROW)
    blocks = [_head(contrast, width)] if words else []
    for row in contrast.rows:
        blocks.append(list(row_lines(row, contrast.parties, width=width)))
        if words and row.is_said:
            blocks.append(list(_words(row, contrast.parties, width)))
    if contrast.findings and words:
        blocks.append(_findings(contrast, width))
    return visible("\n\n".join("\n".join(lines) for lines in blocks)) + "\n"


def _wrapped(text: str, width: int, first: str, later: str) -> list[str]:
    """Wraps a text; a word longer than the line stands by itself."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _head(contrast: Contrast, width: int) -> list[str]:
    """Names the parties."""
    size = _label_width(contrast.parties)
    lines = ["Provisions side by side"]
    for party in contrast.parties:
        lines += _wrapped(party.described, width, f"  {party.label:<{size}}  ", " " * (size + 4))
    return lines


def _label_width(parties: Sequence[Party]) -> int:
    """Chooses the width of the column of labels."""
    return min(max((len(party.label) for party in parties), default=0), _LABEL)


def row_lines(row: Row, parties: Sequence[Party], *, width: int) -> Iterator[str]:
    """Writes a provision's name, the values that differ, and a line an act."""
    asked = f": {row.question}" if row.question else ""
    yield from _wrapped(f"{row.title}{asked}", width, "", "  ")
    for parameter in row.differences:
        yield from _wrapped(f"* {difference(parameter, parties)}", width, "  ", "    ")
    size = _label_width(parties)
    rest = width - size - 6
    middle = rest * 9 // 20
    for party, cells in zip(parties, row.cells, strict=True):
        for place, cell in enumerate(cells):
            columns = (
                _column(party.label, size) if place == 0 else [],
                _column(summary(cell), middle),
                _column(_where(cell, party), rest - middle),
            )
            for number in range(max(len(column) for column in columns)):
                label, value, where = (
                    column[number] if number < len(column) else "" for column in columns
                )
                yield f"  {label:<{size}}  {value:<{middle}}  {where}".rstrip()


def _column(text: str, width: int) -> list[str]:
    """Wraps a text to a column; what has no blank to break at is cut."""
    return textwrap.wrap(text, width, break_on_hyphens=False)


def _where(cell: Cell, party: Party) -> str:
    """Gives the first place of a cell, how many more there are, and how well it is founded."""
    found = places(cell)
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    place = f"{found[0]}{more}" if found else ""
    return "; ".join(part for part in (place, basis(cell, party)) if part)


def difference(parameter: Parameter, parties: Sequence[Party]) -> str:
    """Writes a difference: two values with a stroke between them, more with who says which."""
    if len(parties) == _PAIR:
        one, other = (value or "not said" for value in parameter.values)
        return f"{parameter.name}: {one} / {other}"
    groups: dict[str, list[str]] = {}
    for party, value in zip(parties, parameter.values, strict=True):
        if value is not None:
            groups.setdefault(value, []).append(party.label)
    return f"{parameter.name}: " + "; ".join(
        f"{value} ({', '.join(labels)})" for value, labels in groups.items()
    )


def _words(row: Row, parties: Sequence[Party], width: int) -> Iterator[str]:
    """Writes the words behind each cell, with their places."""
    for party, cells in zip(parties, row.cells, strict=True):
        for cell in cells:
            match cell:
                case Quoted():
                    for quotation in cell.quotations:
                        yield from _wrapped(
                            f"{party.label}, {quotation.citation}:", width, "  ", "    "
                        )
                        yield from _wrapped(f'"{quotation.words}"', width, "    ", "    ")
                case Fact():
                    yield from _wrapped(f"{party.label}, {places(cell)[0]}:", width, "  ", "    ")
                    yield from _wrapped(cell.statement, width, "    ", "    ")
                case _:
                    continue
            if cell.note:
                yield from _wrapped(f"note: {cell.note}", width, "    ", "    ")


def _findings(contrast: Contrast, width: int) -> list[str]:
    """Writes what there is to look at."""
    lines = ["What to look at"]
    for finding in contrast.findings:
        place = f"{finding.where.path}: " if finding.where.path else ""
        lines += _wrapped(f"{place}{finding.message}", width, "  ", "    ")
    return lines
