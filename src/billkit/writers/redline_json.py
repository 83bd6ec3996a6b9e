"""A comparison as JSON: the runs of both texts, exactly as they were compared."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from billkit.comparison.operations import Operation, Piece
from billkit.comparison.result import Comparison
from billkit.text.unseen import written_in_json
from billkit.tree import Document
from billkit.writers.document_head import standing

__all__ = ["comparison_schema", "write_redline_json"]


def write_redline_json(comparison: Comparison, *, evidence: bool = False) -> str:
    """Writes a comparison as JSON, one operation a line; `comparison_schema` describes it.

    Args:
        comparison: The comparison.
        evidence: Whether each operation says why its provisions were taken for counterparts.

    Returns:
        The same comparison gives the same bytes.
    """
    fields = {
        "context": comparison.context,
        "enacted": _side(comparison.enacted),
        "proposed": _side(comparison.proposed),
        "operations": [
            _operation(operation, evidence=evidence) for operation in comparison.operations
        ],
        "frame": {
            "enacted": list(comparison.enacted_frame),
            "proposed": list(comparison.proposed_frame),
        },
        "summary": _summary(comparison),
    }
    lines = []
    for key, value in fields.items():
        if key == "operations":
            inner = ",\n".join(f"    {_compact(one)}" for one in value)
            lines.append(f'  "operations": [\n{inner}\n  ]' if inner else '  "operations": []')
        else:
            lines.append(f"  {_compact(key)}: {_compact(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def comparison_schema() -> str:
    """Gives the JSON schema of a comparison, as it ships with billkit."""
    return files("billkit.writers").joinpath("comparison.schema.json").read_text("utf-8")


def _compact(value: Any) -> str:
    """Writes a value on one line."""
    return written_in_json(json.dumps(value, ensure_ascii=False))


def _side(document: Document) -> dict[str, Any]:
    """Describes one side: what it is, and the text status of its provisions."""
    return {
        "citation": document.citation or document.title,
        "standing": standing(document) or document.standing,
        "statuses": {
            id_: node.status
            for id_, node in zip(document.ids, document.provisions, strict=True)
            if node.status
        },
    }


def _operation(operation: Operation, *, evidence: bool) -> dict[str, Any]:
    """Describes one operation."""
    out: dict[str, Any] = {
        "enacted": list(operation.enacted),
        "proposed": list(operation.proposed),
        "changes": sorted(operation.changes),
        "because": list(operation.because),
        "words": [_piece(piece) for piece in operation.words],
    }
    if evidence and operation.evidence:
        out["evidence"] = asdict(operation.evidence)
    return out


def _piece(piece: Piece) -> list[str | None]:
    """Gives a piece without what its sign already says."""
    match piece.sign:
        case "~" | "#":
            return [piece.sign, piece.enacted, piece.proposed]
        case "|":
            return [piece.sign, piece.enacted or None, piece.proposed or None]
        case "+":
            return [piece.sign, piece.proposed]
        case "?":
            return [piece.sign, piece.enacted or piece.proposed]
    return [piece.sign, piece.enacted]


def _summary(comparison: Comparison) -> dict[str, Any]:
    """Gives the figures."""
    summary = comparison.summary()
    return {
        "changes": dict(sorted(summary.changes.items())),
        "equal": summary.equal,
        "deleted_words": summary.deleted_words,
        "inserted_words": summary.inserted_words,
    }
