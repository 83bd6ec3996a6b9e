"""A comparison as JSON spells both texts and keeps to its schema."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings

from billkit.comparison.operations import CHANGES, Evidence
from billkit.comparison.result import Comparison
from billkit.writers.redline_json import comparison_schema, write_redline_json
from tests.unit.writers.texts import EVERYTHING, compared, comparisons

SCHEMA = json.loads(comparison_schema())
KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def faults(value: Any, schema: Any, at: str = "") -> list[str]:
    """Checks a value against as much of JSON schema as the comparison's uses."""
    if schema is False:
        return [f"{at}: nothing may stand here"]
    if "$ref" in schema:
        return faults(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], at)
    if "oneOf" in schema:
        fitting = [one for one in schema["oneOf"] if not faults(value, one, at)]
        return [] if len(fitting) == 1 else [f"{at}: {value!r} fits {len(fitting)} of oneOf"]
    kinds = schema.get("type", list(KINDS))
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if not any(isinstance(value, KINDS[kind]) for kind in kinds):
        return [f"{at}: {value!r} is no {kinds}"]
    listed = value in schema.get("enum", [value]) and value == schema.get("const", value)
    out = [] if listed else [f"{at}: {value!r} is not listed"]
    match value:
        case str() if not re.search(schema.get("pattern", ""), value):
            out.append(f"{at}: {value!r} does not match")
        case int() | float() if not in_range(value, schema):
            out.append(f"{at}: {value} is out of range")
        case dict():
            out += object_faults(value, schema, at)
        case list():
            out += array_faults(value, schema, at)
    return out


def in_range(value: float, schema: Any) -> bool:
    return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))


def object_faults(value: dict[str, Any], schema: Any, at: str) -> list[str]:
    out = [f"{at}: lacks {key}" for key in schema.get("required", []) if key not in value]
    for key, inner in value.items():
        rest = schema.get("additionalProperties", {})
        out += faults(inner, schema.get("properties", {}).get(key, rest), f"{at}/{key}")
        out += faults(key, schema.get("propertyNames", {}), f"{at}/{key}")
    return out


def array_faults(value: list[Any], schema: Any, at: str) -> list[str]:
    first = schema.get("prefixItems", [])
    out = [] if len(value) >= schema.get("minItems", 0) else [f"{at}: too few"]
    if schema.get("uniqueItems") and len(value) != len({json.dumps(one) for one in value}):
        out.append(f"{at}: not unique")
    for place, inner in enumerate(value):
        mine = first[place] if place < len(first) else schema.get("items", {})
        out += faults(inner, mine, f"{at}/{place}")
    return out


def test_pieces_are_trimmed_to_what_their_sign_needs() -> None:
    data = json.loads(write_redline_json(EVERYTHING))
    words = {tuple(piece) for one in data["operations"] for piece in one["words"]}
    assert ("|", "sec-1/1", "sec-1/1") in words
    assert ("|", None, "sec-1/6") in words
    assert ("#", "(2)", "(3)") in words
    assert {len(piece) for piece in words if piece[0] in "=-+?"} == {2}
    assert data["context"] == "law"
    assert data["frame"] == {"enacted": [], "proposed": []}
    assert data["enacted"]["statuses"] == {"sec-1/5": "reconstructed"}
    assert data["summary"]["changes"]["moved"] == 1
    assert data["summary"]["deleted_words"] == 3


def test_causes_are_places_of_operations() -> None:
    data = json.loads(write_redline_json(EVERYTHING))
    caused = [one for one in data["operations"] if one["because"]]
    assert caused
    for one in caused:
        assert set(one["changes"]) & {"renumbered", "re-referenced"}
        for place in one["because"]:
            assert data["operations"][place]["changes"]


def test_evidence_is_given_when_asked_for() -> None:
    data = json.loads(write_redline_json(EVERYTHING, evidence=True))
    given_ = [one["evidence"] for one in data["operations"] if "evidence" in one]
    assert given_
    assert set(given_[0]) == set(Evidence.__slots__)
    assert faults(data, SCHEMA) == []
    assert "evidence" not in write_redline_json(EVERYTHING)


def test_an_operation_stands_on_one_line() -> None:
    lines = write_redline_json(EVERYTHING).splitlines()
    assert sum(line.startswith('    {"enacted"') for line in lines) == len(EVERYTHING.operations)
    assert '"operations": []' in write_redline_json(compared("", ""))


def test_the_schema_names_every_change() -> None:
    assert tuple(SCHEMA["$defs"]["change"]["enum"]) == CHANGES


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("context", "laws"),
        ("operations", [{}]),
        ("operations", [["|"]]),
        ("frame", {"enacted": []}),
        ("summary", {"changes": {"changed": 1}}),
        ("enacted", {"citation": "", "standing": "gone", "statuses": {"1": "good"}}),
    ],
)
def test_the_schema_refuses_what_is_no_comparison(key: str, wrong: object) -> None:
    data = json.loads(write_redline_json(EVERYTHING))
    assert faults(data, SCHEMA) == []
    assert faults(data | {key: wrong}, SCHEMA)
    del data[key]
    assert faults(data, SCHEMA)


def sides(piece: list[str], *, enacted: bool) -> tuple[str, str]:
    """What a piece says on each side; an uncompared one on the side its operation has."""
    match piece:
        case ["=", words]:
            return words, words
        case ["-", words]:
            return words, ""
        case ["+", words]:
            return "", words
        case ["?", words]:
            return (words, "") if enacted else ("", words)
        case [_, one, other]:
            return one, other
    raise AssertionError(piece)


def spelled(operations: list[Any]) -> tuple[dict[str, str], dict[str, str]]:
    """Spells both texts from the runs alone, by reference."""
    out: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for one in operations:
        here = ["", ""]
        for piece in one["words"]:
            if piece[0] == "|":
                here = [opened or was for opened, was in zip(piece[1:], here, strict=True)]
                continue
            for side, id_, part in zip(
                out, here, sides(piece, enacted=bool(one["enacted"])), strict=True
            ):
                side[id_] = side.get(id_, "") + part
    return out


@given(comparisons())
@settings(max_examples=30)
def test_both_texts_are_spelled_by_the_json_alone(found: Comparison) -> None:
    text = write_redline_json(found)
    assert text == write_redline_json(found)
    data = json.loads(text)
    assert faults(data, SCHEMA) == []
    # Where words of a pair are uncompared, the runs leave open which side breaks off.
    cut = {
        id_
        for one in found.operations
        if one.enacted and one.proposed and "uncompared" in one.changes
        for id_ in (*one.enacted, *one.proposed)
    }
    both = zip(spelled(data["operations"]), (found.enacted, found.proposed), strict=True)
    for side, document in both:
        for id_, node in document.by_id.items():
            if id_ not in cut:
                assert side.get(id_, "") == node.words
                assert side.get(f"{id_}~tail", "") == node.tail_words
