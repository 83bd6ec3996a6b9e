"""Writes a contrast or a matrix as Markdown: a table for each provision, the words below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from billkit.reading.contrasts import Contrast, Matrix, Party, Row
from billkit.reading.profiles import Cell, Fact, Quoted
from billkit.writers.contrast_cells import basis, contrast_title, places, summary
from billkit.writers.contrast_text import difference
from billkit.writers.markdown_escaping import escaped

__all__ = ["write_contrast_markdown", "write_matrix_markdown"]


def write_contrast_markdown(contrast: Contrast) -> str:
    """Writes a contrast as Markdown with tables as GitHub and CommonMark extensions read them.

    Every text is escaped, so that nothing in the law becomes markup.
    """
    lines = [f"# {contrast_title(contrast)}", "", *_parties(contrast.parties)]
    for row in contrast.rows:
        lines += ["", *_row(row, contrast.parties)]
    if contrast.findings:
        lines += ["", "## What to look at", ""]
        for finding in contrast.findings:
            place = f"{finding.where.path}: " if finding.where.path else ""
            lines.append(f"- {escaped(place + finding.message)}")
    return "\n".join(lines) + "\n"


def write_matrix_markdown(matrix: Matrix) -> str:
    """Writes a matrix as Markdown: one table of provisions by acts, then a table for each one."""
    heads = [escaped(party.label) for party in matrix.parties]
    lines = ["# Provisions by act", "", *_parties(matrix.parties), ""]
    lines += [_table_row(["Provision", *heads]), _rule(len(heads) + 1)]
    for row in matrix.rows:
        cells = ["<br>".join(escaped(summary(cell)) for cell in cells) for cells in row.cells]
        lines.append(_table_row([escaped(row.title), *cells]))
    for row in matrix.rows:
        if row.is_said:
            lines += ["", *_row(row, matrix.parties)]
    return "\n".join(lines) + "\n"


def _parties(parties: Sequence[Party]) -> Iterator[str]:
    """Names the parties."""
    for party in parties:
        yield f"- **{escaped(party.label)}**: {escaped(party.described)}"


def _row(row: Row, parties: Sequence[Party]) -> Iterator[str]:
    """Writes a provision: its name, the differences, the table, the words."""
    yield f"## {escaped(row.title)}"
    if row.question:
        yield from ("", f"*{escaped(row.question)}*")
    if row.differences:
        yield ""
        for parameter in row.differences:
            yield f"- {escaped(difference(parameter, parties))}"
    yield from ("", _table_row(["Act", "What it says", "Where", "Basis"]), _rule(4))
    for party, cells in zip(parties, row.cells, strict=True):
        for place, cell in enumerate(cells):
            yield _table_row(
                [
                    escaped(party.label) if place == 0 else "",
                    escaped(summary(cell)),
                    "<br>".join(escaped(place) for place in places(cell)),
                    escaped(basis(cell, party)),
                ]
            )
    for party, cells in zip(parties, row.cells, strict=True):
        for cell in cells:
            yield from _words(cell, party)


def _words(cell: Cell, party: Party) -> Iterator[str]:
    """Writes the words behind a cell as quotations, a fact as a paragraph."""
    match cell:
        case Quoted():
            for quotation in cell.quotations:
                cited = escaped(f"{party.label}, {quotation.citation}")
                yield from ("", f"> {escaped(quotation.words)}  ", f"> {cited}")
        case Fact():
            for source in cell.sources:
                said = f"{party.label}: {cell.statement} ({source.name})"
                yield from ("", escaped(said))
        case _:
            return
    if cell.note:
        yield from ("", f"Note: {escaped(cell.note)}")


def _table_row(cells: Sequence[str]) -> str:
    """Writes a row of a table."""
    return f"| {' | '.join(cells)} |"


def _rule(columns: int) -> str:
    """Writes the rule below a table's head."""
    return f"|{'---|' * columns}"
