"""A document as JSON: everything that is known of it, nothing worked out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from billkit.text.unseen import written_in_json
from billkit.tree import Document, Node, Runs

__all__ = ["write_document_json"]


def write_document_json(document: Document) -> str:
    """Writes a document as JSON, without loss but for the file and lines it was read from.

    A provision has ``id`` and ``kind`` always, and ``num``, ``heading``, ``text``, ``children``,
    ``tail``, ``role`` (where it is ``frame``), ``status`` and ``label`` where there is something to
    say. Words are runs: ``{"text": ..., "origin": [clause, field], "ref": ..., "status": ...}``.

    Args:
        document: The document.

    Returns:
        Two blanks deep, in the order of the text, ending in a line break; the same document gives
        the same bytes.
    """
    ids = iter(document.ids)
    content = {
        "citation": document.citation,
        "title": document.title,
        "jurisdiction": document.jurisdiction,
        "standing": document.standing,
        "dates": dict(sorted(document.dates.items())),
        "provenance": [
            {"of": source.of, "source": source.source}
            | ({"retrieved": source.retrieved} if source.retrieved else {})
            for source in document.provenance
        ],
        "provisions": [_provision(child, ids) for child in document.root.children],
    }
    return written_in_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def _provision(node: Node, ids: Iterator[str]) -> dict[str, Any]:
    """Gives a provision and what stands below it; the ids come in the order of the text."""
    out: dict[str, Any] = {"id": next(ids), "kind": node.kind}
    if node.num is not None:
        out["num"] = node.num
    for key, words in (("heading", node.heading), ("text", node.text)):
        if words:
            out[key] = _runs(words)
    if node.children:
        out["children"] = [_provision(child, ids) for child in node.children]
    if node.tail:
        out["tail"] = _runs(node.tail)
    if node.role != "law":
        out["role"] = node.role
    if node.status:
        out["status"] = node.status
    if node.label:
        out["label"] = node.label
    return out


def _runs(words: Runs) -> list[dict[str, Any]]:
    """Gives runs, each with what is known of it."""
    out: list[dict[str, Any]] = []
    for run in words:
        known: dict[str, Any] = {"text": run.text}
        if run.origin:
            known["origin"] = list(run.origin)
        if run.ref:
            known["ref"] = run.ref
        if run.status:
            known["status"] = run.status
        out.append(known)
    return out
