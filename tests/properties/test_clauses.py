from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from billkit.clauses.bill import Bill
from billkit.clauses.catalogue import KINDS, clause_from_plain
from billkit.clauses.checks import check_clauses
from billkit.clauses.clause import Clause
from billkit.clauses.loading import load_bill, shipped_presets
from billkit.clauses.toml_lines import toml_places
from billkit.errors import BillError, BillkitError
from tests.strategies.clauses import bills, clauses, toml_bill, toml_value

SLOW = settings(suppress_health_check=list(HealthCheck), max_examples=12)


@pytest.mark.parametrize("kind", KINDS)
@SLOW
@given(data=st.data())
def test_plain_data_say_all_of_a_clause(kind: str, data: st.DataObject) -> None:
    clause: Clause = data.draw(clauses(kind))
    assert clause_from_plain(clause.plain()) == clause


@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(bill=bills())
def test_a_bill_file_says_all_of_a_bill(bill: Bill) -> None:
    text = toml_bill(bill)
    wrong = sorted(f.code for f in check_clauses(bill) if f.severity == "error")
    if not wrong:
        assert load_bill(text, presets={}) == bill
        return
    with pytest.raises(BillError) as caught:
        load_bill(text, presets={})
    assert sorted(finding.code for finding in caught.value.findings) == wrong
    assert all(finding.where.line for finding in caught.value.findings)


ENCODED = st.characters(codec="utf-8")
PLAIN = st.recursive(
    st.text(ENCODED, max_size=12) | st.integers(-999, 999) | st.booleans() | st.floats(0, 1),
    lambda below: (
        st.lists(below, max_size=4)
        | st.dictionaries(st.text(ENCODED, max_size=6), below, max_size=4)
    ),
    max_leaves=12,
)


@given(
    data=st.dictionaries(st.text(ENCODED, max_size=6), PLAIN, max_size=5),
    gap=st.sampled_from(["", "\n", "# x\n"]),
)
def test_every_key_and_item_is_found_where_it_stands(data: dict[str, Any], gap: str) -> None:
    text = gap.join(f"{toml_value(key)} = {toml_value(value)}\n" for key, value in data.items())
    places = toml_places(text).of
    for path in _paths(data):
        span = places[path].value
        assert tomllib.loads(f"x = {text[span.start : span.end]}")["x"] == _at(data, path)
    assert len(places) == len(_paths(data))


def _paths(data: Any) -> list[tuple[str | int, ...]]:
    steps = (
        list(data.items())
        if isinstance(data, dict)
        else list(enumerate(data))
        if isinstance(data, list)
        else []
    )
    return [
        p for step, part in steps for p in [(step,), *((step, *below) for below in _paths(part))]
    ]


def _at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


SHIPPED = (shipped_presets() / "model-act.toml").read_text(encoding="utf-8").splitlines()
STRANGE = [
    "5",
    '"x"',
    "[]",
    "{}",
    "true",
    "2027-01-01",
    '"none"',
    "nan",
    '"[x]"',
    "[{}]",
    '["a", 1]',
]
LINES = [
    "[[clauses]]",
    "[names.own]",
    "x = 1",
    'id = "term"',
    "after = 3",
    "[[clauses.votes]]",
    "]",
]


@settings(suppress_health_check=list(HealthCheck), max_examples=60)
@given(data=st.data())
def test_a_damaged_bill_file_is_refused_with_findings_or_loaded(data: st.DataObject) -> None:
    lines = list(SHIPPED)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines) - 1))
        key, sign, _value = lines[place].partition("=")
        if sign and data.draw(st.booleans()):
            lines[place] = f"{key}= {data.draw(st.sampled_from(STRANGE))}"
        else:
            lines.insert(place, data.draw(st.sampled_from(LINES)))
    try:
        assert load_bill("\n".join(lines)).clauses
    except BillkitError as error:
        told = [(finding.code, finding.message, finding.where.line) for finding in error.findings]
    else:
        told = [("", "", 1)]
    assert all(line for _, _, line in told)
