"""Writes a contrast or a matrix as one HTML page: tables that print, words that open below."""

from __future__ import annotations

from collections.abc import Sequence

from billkit.reading.contrasts import Contrast, Matrix, Party, Row, state_of
from billkit.reading.profiles import Cell, Fact, Quoted
from billkit.writers.contrast_cells import basis, contrast_title, places, summary
from billkit.writers.contrast_text import difference
from billkit.writers.markup import Markup, page, tag

__all__ = ["write_contrast_html", "write_matrix_html"]


def write_contrast_html(contrast: Contrast) -> str:
    """Writes a contrast as a page of its own, which needs no script and no other file."""
    parts = [tag("h1", contrast_title(contrast)), _parties(contrast.parties)]
    parts += [_row(row, contrast.parties) for row in contrast.rows]
    if contrast.findings:
        items = [
            tag("li", f"{f.where.path}: {f.message}" if f.where.path else f.message)
            for f in contrast.findings
        ]
        parts.append(tag("section", tag("h2", "What to look at"), tag("ul", *items)))
    return page(contrast_title(contrast), Markup("\n".join(parts)), "contrast")


def write_matrix_html(matrix: Matrix) -> str:
    """Writes a matrix as a page: one table of provisions by acts, each cell linked to its words."""
    head = [tag("th", "Provision", scope="col")]
    head += [tag("th", party.label, scope="col", title=party.described) for party in matrix.parties]
    rows = [tag("tr", *head)]
    for row in matrix.rows:
        name = tag("a", row.title, href=f"#{row.kind}") if row.is_said else row.title
        cells = [
            tag("td", *_stacked([summary(c) for c in cells]), class_=_state_class(cells[0]))
            for cells in row.cells
        ]
        rows.append(tag("tr", tag("th", name, scope="row"), *cells))
    grid = tag("div", tag("table", *rows), class_="bk-wide")
    parts = [tag("h1", "Provisions by act"), _parties(matrix.parties), grid]
    parts += [_row(row, matrix.parties) for row in matrix.rows if row.is_said]
    return page("Provisions by act", Markup("\n".join(parts)), "contrast")


def _parties(parties: Sequence[Party]) -> Markup:
    """Names the parties."""
    return tag(
        "dl",
        *(
            part
            for party in parties
            for part in (tag("dt", party.label), tag("dd", party.described))
        ),
    )


def _row(row: Row, parties: Sequence[Party]) -> Markup:
    """Writes a provision: its name, the differences, the table with the words in it."""
    parts = [tag("h2", row.title)]
    if row.question:
        parts.append(tag("p", row.question, class_="bk-question"))
    if row.differences:
        items = [tag("li", difference(parameter, parties)) for parameter in row.differences]
        parts.append(tag("ul", *items, class_="bk-differences"))
    head = [tag("th", name, scope="col") for name in ("Act", "What it says", "Where", "Basis")]
    lines = [tag("tr", *head)]
    for party, cells in zip(parties, row.cells, strict=True):
        for place, cell in enumerate(cells):
            label = party.label if place == 0 else ""
            first = tag("th", label, scope="row") if label else tag("td")
            lines.append(
                tag(
                    "tr",
                    first,
                    tag("td", summary(cell), _words(cell)),
                    tag("td", *_stacked(places(cell))),
                    tag("td", basis(cell, party)),
                    class_=_state_class(cell),
                )
            )
    parts.append(tag("table", *lines))
    return tag("section", *parts, id=row.kind)


def _words(cell: Cell) -> Markup:
    """Gives the words behind a cell, folded away until they are asked for."""
    parts: list[Markup] = []
    match cell:
        case Quoted():
            for quotation in cell.quotations:
                said = tag("blockquote", tag("p", quotation.words), tag("cite", quotation.citation))
                parts.append(said)
        case Fact():
            parts.append(tag("p", cell.statement))
            for source in cell.sources:
                linked = source.address.startswith(("https://", "http://"))
                name = tag("a", source.name, href=source.address) if linked else source.name
                parts.append(tag("p", name))
        case _:
            pass
    if cell.note:
        parts.append(tag("p", cell.note, class_="bk-note"))
    return tag("details", tag("summary", "words"), *parts) if parts else Markup("")


def _stacked(texts: Sequence[str]) -> list[str]:
    """Puts texts one below the other."""
    out: list[str] = []
    for text in texts:
        out += [tag("br"), text] if out else [text]
    return out


def _state_class(cell: Cell) -> str:
    """Gives the class of a cell's state of knowledge."""
    return f"bk-{state_of(cell).replace(' ', '-')}"
