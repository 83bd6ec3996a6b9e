from __future__ import annotations

import json
from dataclasses import replace

import pytest

from billkit.contrasting.pairing import contrast_profiles, matrix
from billkit.reading.contrasts import CELL_STATES, Row, state_of, statuses_of
from billkit.reading.kinds import KINDS, MAIN_KINDS
from billkit.reading.loading import load_profile
from billkit.reading.profiles import Fact, NotHeld, Profile, Quotation, Quoted, Sourced
from billkit.reading.typed import typed_values


def _profile(label: str, **raw: dict[str, object]) -> Profile:
    cells = []
    for name, values in raw.items():
        kind = name.replace("_", "-")
        typed, faults = typed_values(kind, values)
        assert not faults
        cells.append(Quoted(kind, kind, (Quotation("words", "sec-1", f"{label} 1"),), typed))
    return Profile(
        id=label,
        jurisdiction="us-xx",
        label=label,
        name=label,
        citation=f"{label} Code",
        cells=tuple(cells),
        origin="curated",
        standing="in force",
    )


def _values(row: Row | None, name: str) -> tuple[str | None, ...]:
    assert row is not None
    return next(parameter.values for parameter in row.parameters if parameter.name == name)


def test_provisions_are_paired_by_what_they_do() -> None:
    one = _profile("A", term={"initial": "5 years"}, authority={"body": "chief"})
    other = _profile("B", term={"initial": "1 year"})
    contrast = contrast_profiles(one, other)
    assert [row.kind for row in contrast.rows] == ["authority", "term"]
    term = contrast.row("term")
    assert _values(term, "initial term") == ("5 years", "1 year")
    assert [(row.kind, p.name) for row, p in contrast.differences] == [("term", "initial term")]
    authority = contrast.row("authority")
    assert authority is not None
    assert [state_of(cells[0]) for cells in authority.cells] == ["quoted", "not held"]
    assert contrast.row("sunset") is None


def test_equal_values_in_another_order_are_no_difference() -> None:
    one = _profile("A", waivable_scope={"items": ["state-rules", "local-policies"]})
    other = _profile("B", waivable_scope={"items": ["local-policies", "state-rules"]})
    row = contrast_profiles(one, other).row("waivable-scope")
    assert row is not None
    assert row.differences == ()
    assert len(set(_values(row, "items"))) == 1


def test_bodies_of_one_role_do_not_differ_but_keep_their_names() -> None:
    contrast = contrast_profiles(load_profile("us-ky"), load_profile("us-ms"))
    row = contrast.row("authority")
    assert row is not None
    assert not row.differences
    assert _values(row, "body") == ("Kentucky Board of Education", "State Board of Education")


def test_a_second_cell_of_a_kind_bears_its_name() -> None:
    contrast = contrast_profiles(load_profile("us-nd"), load_profile("us-ky"), kinds=["term"])
    (row,) = contrast.rows
    assert _values(row, "plan term: initial") == ("up to 5 years", None)


def test_the_four_states_of_knowledge_are_told_apart() -> None:
    laws = [load_profile(state) for state in ("us-ky", "us-ms", "us-nd", "us-mn")]
    row = contrast_profiles(*laws, kinds=["approval-threshold"]).rows[0]
    assert [state_of(cells[0]) for cells in row.cells] == [
        "fact",
        "not found",
        "quoted",
        "not held",
    ]
    assert set(CELL_STATES) == {"quoted", "fact", "not found", "not held"}


def test_kinds_asked_for_are_shown_in_order_though_nobody_says_them() -> None:
    contrast = contrast_profiles(_profile("A"), _profile("B"), kinds=["sunset", "authority"])
    assert [row.kind for row in contrast.rows] == ["authority", "sunset"]
    assert not any(row.is_said for row in contrast.rows)
    assert contrast_profiles(_profile("A"), _profile("B")).rows == ()


def test_labels_are_never_alike() -> None:
    nameless = replace(_profile("A"), label="", citation="", name="", standing="text")
    draft = replace(nameless, standing="draft", origin="drafted")
    contrast = contrast_profiles(draft, draft, _profile("A"), _profile("A"), nameless)
    labels = [party.label for party in contrast.parties]
    assert labels == ["draft", "draft 2", "A", "A 2", "text"]
    assert contrast.parties[0].described == "untitled text (draft)"


@pytest.mark.parametrize(
    ("standing", "repealed", "said"),
    [("repealed", "2025", "A Code (repealed 2025)"), ("repealed", "", "A Code (repealed)")],
)
def test_a_repeal_is_always_said(standing: str, repealed: str, said: str) -> None:
    profile = replace(_profile("A"), standing=standing, repealed=repealed)  # type: ignore[arg-type]
    assert contrast_profiles(profile).parties[0].described == said


def test_a_matrix_has_a_row_for_every_kind_and_a_column_for_every_act() -> None:
    acts = [load_profile(state) for state in ("us-ky", "us-ny")]
    table = matrix(*acts)
    assert tuple(row.kind for row in table.rows) == tuple(KINDS)
    assert [party.label for party in table.parties] == ["Kentucky", "New York City"]
    assert repr(table) == "<Matrix of 36 provisions by 2 texts>"
    assert table.row("term") is not None
    assert table.row("weather") is None
    few = matrix(*acts, kinds=MAIN_KINDS)
    assert [row.kind for row in few.rows] == list(MAIN_KINDS)


def test_contrasts_and_matrices_print_well() -> None:
    contrast = contrast_profiles(load_profile("us-ky"), load_profile("us-ms"))
    assert repr(contrast).startswith("<Contrast of 2 texts:")
    assert "Kentucky" in str(contrast)
    assert contrast._repr_html_().startswith("<!DOCTYPE html>")
    assert json.loads(contrast.to_json())["parties"][0]["label"] == "Kentucky"
    table = matrix(load_profile("us-ky"))
    assert "Provisions by act" in str(table)
    assert table._repr_html_().startswith("<!DOCTYPE html>")
    assert json.loads(table.to_json())["provisions"]


def test_statuses_are_named_once() -> None:
    quotations = (
        Quotation("a", "1", "X", status="official"),
        Quotation("b", "2", "X", status="official"),
        Quotation("c", "3", "X"),
    )
    assert statuses_of(Quoted("term", "term", quotations)) == ("official",)
    assert state_of(Fact("term", "term", "said", (Sourced("record"),))) == "fact"
    assert state_of(NotHeld("term", "term", "all")) == "not held"
