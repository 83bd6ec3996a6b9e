"""The JSON schemas that billkit publishes, as files and as tables."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from docs._ext.field_words import said
from docs._ext.pages import Site, code, downloads, escaped, fenced, folded, table
from docs._ext.running import click_command, run

__all__ = ["add_schemas", "schema_names"]

_LONG = 400
_MANY = 8


def schema_names() -> tuple[str, ...]:
    """Names the schemas that ``billkit schema`` can print."""
    (argument,) = [one for one in click_command(("schema",)).params if one.opts == ["what"]]
    return get_args(argument.type_descriptor.annotation)


def add_schemas(site: Site) -> None:
    """Adds the page of schemas.

    Args:
        site: The site.

    Raises:
        ValueError: a schema cannot be printed.
    """
    page = "reference/schemas"
    parts = [
        "# JSON schemas",
        (
            "Editors complete bill files from the one schema; programs check what billkit writes "
            "by the others."
        ),
    ]
    for name in schema_names():
        with tempfile.TemporaryDirectory() as folder:
            done = run(["schema", name], Path(folder))
        if done.status:
            raise ValueError(done.err)
        address = site.file(page, f"downloads/schemas/{name}.schema.json", done.out.encode())
        schema = json.loads(done.out)
        parts += [
            f"## {name}",
            said(schema.get("description")),
            fenced(f"$ billkit schema {name} --output {name}.schema.json", "console"),
            downloads([(f"{name}.schema.json", address)]),
            _properties(schema),
            *_definitions(schema),
        ]
        if done.out.count("\n") <= _LONG:
            parts.append(folded("The schema", fenced(done.out, "json")))
    site.page(page, *parts)


def _properties(schema: Mapping[str, Any]) -> str:
    """Makes the table of what an object of the schema holds."""
    needed = schema.get("required", ())
    rows = [
        (
            code(name) + (" (must be there)" if name in needed else ""),
            escaped(_type(held)),
            said(held.get("description")).replace("|", "\\|"),
        )
        for name, held in schema.get("properties", {}).items()
    ]
    return table(("key", "holds", "what it is"), rows)


def _definitions(schema: Mapping[str, Any]) -> Iterator[str]:
    """Shows what the schema names and uses again."""
    named = {name: one for name, one in schema.get("$defs", {}).items() if one.get("properties")}
    for name, one in named.items():
        shown = "\n\n".join(filter(None, (said(one.get("description")), _properties(one))))
        yield folded(escaped(name), shown)


def _type(held: Mapping[str, Any]) -> str:
    """Says in a few words what a key holds."""
    several = next((held[key] for key in ("anyOf", "oneOf", "allOf") if key in held), ())
    match held:
        case {"$ref": str() as name}:
            words = name.rpartition("/")[2]
        case {"enum": list() as known}:
            words = " or ".join(json.dumps(one) for one in known)
        case {"const": known}:
            words = json.dumps(known)
        case _ if len(several) > _MANY:
            words = f"one of {len(several)}, told below"
        case _ if several:
            words = ", or ".join(dict.fromkeys(_type(one) for one in several))
        case {"type": "array"}:
            words = f"list of {_type(held.get('items') or {})}"
        case {"type": list() as known}:
            words = " or ".join(known)
        case _:
            words = str(held.get("type", "anything"))
    return words
