from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from billkit.clauses.bill import Bill
from billkit.clauses.catalogue import CLAUSES, KINDS
from billkit.clauses.clause import plain_data
from billkit.clauses.loading import load_bill, shipped_presets
from billkit.clauses.samples import variations
from billkit.clauses.schema import bill_schema
from billkit.clauses.sources import parse_source

SCHEMA = bill_schema()
TYPES = {
    "string": str,
    "integer": int,
    "number": int | float,
    "boolean": bool,
    "array": list,
    "object": dict,
}


def fits(data: Any, schema: dict[str, Any]) -> bool:
    """Checks data against those words of JSON Schema that bill_schema uses."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        return fits(data, SCHEMA["$defs"][name])
    wanted = schema.get("type", [])
    kinds = [TYPES[word] for word in ([wanted] if isinstance(wanted, str) else wanted)]
    if kinds and not (
        any(isinstance(data, k) for k in kinds) and (bool in kinds or not isinstance(data, bool))
    ):
        return False
    tests = [
        data == schema["const"] if "const" in schema else True,
        data in schema["enum"] if "enum" in schema else True,
        any(fits(data, part) for part in schema["anyOf"]) if "anyOf" in schema else True,
        sum(fits(data, part) for part in schema["oneOf"]) == 1 if "oneOf" in schema else True,
    ]
    if isinstance(data, dict):
        known = schema.get("properties", {})
        more = schema.get("additionalProperties", True)
        for key, value in data.items():
            part = known.get(key, more)
            tests.append(part if isinstance(part, bool) else fits(value, part))
        tests.append(set(schema.get("required", [])) <= set(data))
    if isinstance(data, list):
        tests.append(len(data) >= schema.get("minItems", 0))
        tests += [fits(item, schema["items"]) for item in data if "items" in schema]
    return all(tests)


@pytest.mark.parametrize("kind", KINDS)
def test_every_clause_fits_the_schema(kind: str) -> None:
    for clause in variations(kind):
        data = {"clauses": [clause.plain()]}
        assert fits(data, SCHEMA), clause.plain()


@pytest.mark.parametrize(
    "path", sorted(shipped_presets().glob("*.toml")), ids=lambda path: path.stem
)
def test_every_preset_fits_the_schema(path: Any) -> None:
    source = parse_source(path.read_text(encoding="utf-8"))
    assert fits(dict(source.data), SCHEMA)
    assert load_bill(path)


@pytest.mark.parametrize(
    "data",
    [
        {"titel": "x"},
        {"clauses": [{"kind": "trem"}]},
        {"clauses": [{"initial": "5 years"}]},
        {"clauses": [{"kind": "term", "intial": "5 years"}]},
        {"clauses": [{"kind": "term", "initial": 5}]},
        {"clauses": [{"kind": "term", "begins": "soon"}]},
        {"clauses": [{"kind": "findings", "items": []}]},
        {"stage": "draft"},
    ],
)
def test_what_bill_files_may_not_say_does_not_fit(data: Any) -> None:
    assert not fits(data, SCHEMA)


def test_a_bill_may_extend_remove_and_place() -> None:
    clause = {"kind": "term", "after": "authority", "initial": "[insert number] years"}
    assert fits({"extends": "model-act", "remove": ["findings"], "clauses": [clause]}, SCHEMA)


def walk(part: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, dict):
        yield from part.get("properties", {}).items()
        for below in part.values():
            yield from walk(below)
    elif isinstance(part, list):
        for below in part:
            yield from walk(below)


def test_every_field_is_described() -> None:
    assert {name for name, field in walk(SCHEMA) if not field.get("description")} == set()
    for cls in CLAUSES.values():
        assert SCHEMA["$defs"][cls.__name__]["description"]


def test_nothing_is_left_that_only_json_knows() -> None:
    text = str(SCHEMA)
    assert "'null'" not in text
    assert "discriminator" not in text
    assert fits(plain_data(Bill(title="x")), SCHEMA)
