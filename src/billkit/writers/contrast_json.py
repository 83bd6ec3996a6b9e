"""Writes a contrast or a matrix as JSON: parties, provisions, parameters, cells and words."""

from __future__ import annotations

import json
from typing import Any, assert_never

from billkit.errors import Finding
from billkit.reading.contrasts import Contrast, Matrix, Party, Row, state_of
from billkit.reading.parameters import parameters_of
from billkit.reading.profiles import Cell, Fact, NotFound, NotHeld, Quotation, Quoted
from billkit.text.unseen import written_in_json

__all__ = ["write_contrast_json", "write_matrix_json"]


def write_contrast_json(contrast: Contrast) -> str:
    """Writes a contrast as JSON.

    ``parties`` are in the order shown, and so are the ``values`` of each parameter (null where a
    party gives none) and the ``cells`` of each provision, a list for each party. A cell has its
    ``state`` ("quoted", "fact", "not found", "not held") and what belongs to that state.

    Returns:
        Two blanks deep, ending in a line break; the same contrast gives the same bytes.
    """
    return _dump(
        {
            "parties": [_party(party) for party in contrast.parties],
            "provisions": [_row(row) for row in contrast.rows],
            "findings": [_finding(finding) for finding in contrast.findings],
        }
    )


def write_matrix_json(matrix: Matrix) -> str:
    """Writes a matrix as JSON, in the form of `write_contrast_json` without findings."""
    return _dump(
        {
            "parties": [_party(party) for party in matrix.parties],
            "provisions": [_row(row) for row in matrix.rows],
        }
    )


def _dump(content: dict[str, Any]) -> str:
    """Writes the content."""
    return written_in_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def _party(party: Party) -> dict[str, Any]:
    """Gives a party."""
    return {
        "label": party.label,
        "name": party.name,
        "citation": party.citation,
        "standing": party.standing,
        "repealed": party.repealed,
        "origin": party.origin,
    }


def _row(row: Row) -> dict[str, Any]:
    """Gives a provision."""
    return {
        "kind": row.kind,
        "question": row.question,
        "parameters": [
            {
                "name": parameter.name,
                "values": list(parameter.values),
                "differs": parameter.differs,
            }
            for parameter in row.parameters
        ],
        "cells": [[_cell(cell) for cell in cells] for cells in row.cells],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    """Gives a cell with what belongs to its state."""
    out: dict[str, Any] = {"state": state_of(cell), "id": cell.id}
    match cell:
        case Quoted():
            out["values"] = {name: s.text for name, s in parameters_of(cell).items()}
            out["quotations"] = [_quotation(quotation) for quotation in cell.quotations]
        case Fact():
            out["values"] = {name: s.text for name, s in parameters_of(cell).items()}
            out["statement"] = cell.statement
            out["sources"] = [{"name": s.name, "address": s.address} for s in cell.sources]
        case NotFound():
            out["searched"] = list(cell.searched)
        case NotHeld():
            out["missing"] = cell.missing
        case _:
            assert_never(cell)
    if cell.note:
        out["note"] = cell.note
    return out


def _quotation(quotation: Quotation) -> dict[str, Any]:
    """Gives words and where they stand."""
    return {
        "words": quotation.words,
        "citation": quotation.citation,
        "statute": quotation.statute,
        "provision": quotation.provision,
        "status": quotation.status,
        "confidence": quotation.confidence,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    """Gives a finding."""
    return {
        "code": finding.code,
        "message": finding.message,
        "path": finding.where.path or "",
        "excerpt": finding.excerpt,
        "severity": finding.severity,
    }
