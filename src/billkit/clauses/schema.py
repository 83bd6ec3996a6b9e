"""The JSON schema of bill files, from which editors complete and check them as they are written."""

from __future__ import annotations

from typing import Any

from billkit.clauses.bill import Bill
from billkit.clauses.catalogue import CLAUSES

__all__ = ["bill_schema"]

_EXTENDS = {
    "type": "string",
    "title": "Extends",
    "description": "The preset or file this bill starts from: ``model-act``, ``base.toml``.",
}
_REMOVE = {
    "type": "array",
    "items": {"type": "string"},
    "title": "Remove",
    "description": "Ids or kinds of clauses of what is extended that this bill leaves out.",
}
_ANCHORS = {
    word: {
        "type": "string",
        "title": word.title(),
        "description": f"The id or kind of the clause {word} which this one goes.",
    }
    for word in ("after", "before")
}


def bill_schema() -> dict[str, Any]:
    """Gives the JSON schema (draft 2020-12) of a bill file, with a description of every field.

    Where a field may be left empty the schema has the word "none", which TOML files write.

    Example:
        >>> schema = bill_schema()
        >>> schema["properties"]["stage"]["enum"]
        ['model', 'filing']
    """
    schema = Bill.model_json_schema(by_alias=True)
    schema["properties"] = {"extends": _EXTENDS, "remove": _REMOVE, **schema["properties"]}
    for cls in CLAUSES.values():
        table = schema["$defs"][cls.__name__]
        table["properties"] = {**table["properties"], **_ANCHORS}
        table["properties"]["kind"] = {"const": cls.own_kind(), "description": table["description"]}
        table["required"] = ["kind", *table.get("required", [])]
    adapted: dict[str, Any] = _adapted(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **adapted}


def _adapted(part: Any) -> Any:
    """Says for TOML what pydantic says for JSON, at any depth."""
    if isinstance(part, list):
        return [_adapted(item) for item in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") == "null":
        return {"const": "none"}
    out = {key: _adapted(value) for key, value in part.items() if key != "discriminator"}
    if "default" in out and out["default"] is None:
        out.pop("default")
    if "oneOf" in out and "discriminator" not in part:
        out["anyOf"] = out.pop("oneOf")
    return out
