"""What is wrong with a bill at drafting is told with its place in the bill's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from billkit.clauses.bill import Bill
from billkit.clauses.checks import check_clauses
from billkit.clauses.lasting import TermClause
from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.errors import BillError, DraftError, Finding
from billkit.language.library import ModelLanguage

LANGUAGE = ModelLanguage()

SEVERAL = """\
where-allowed = false

[[clauses]]
kind = "severability"

[[clauses]]
kind = "term"

[[clauses]]
kind = "waivable-scope"
variant = "kentucky"
items = ["state-rules", "online-approval"]
"""


def _refused(bill: Bill, state: str) -> tuple[Finding, ...]:
    with pytest.raises(DraftError) as caught:
        draft_bill(bill, LANGUAGE.style(state), language=LANGUAGE)
    return caught.value.findings


def _file(folder: Path, text: str) -> Path:
    path = folder / "bill.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_that_stops_a_draft_has_file_line_and_excerpt(tmp_path: Path) -> None:
    path = _file(tmp_path, SEVERAL)
    found = _refused(load_bill(path), "us-ky")
    assert [(f.code, f.where.line, f.excerpt) for f in found] == [
        ("not-in-this-state", 4, 'kind = "severability"'),
        ("no-words", 12, 'items = ["state-rules", "online-approval"]'),
    ]
    assert {f.where.file for f in found} == {str(path)}
    assert found[1].caret == (24, len('"online-approval"'))
    assert all(f.hint for f in found)
    assert "kentucky.md" in found[1].hint


def test_a_clause_of_a_preset_is_found_in_the_preset() -> None:
    (found,) = _refused(
        load_bill(
            'extends = "after-kentucky"\n[[clauses]]\nkind = "emergency"\nreason = "it is late"\n'
        ),
        "us-ms",
    )
    assert (found.code, found.where.file, found.where.line) == ("not-in-this-state", None, 3)
    bill = load_bill("after-kentucky").with_(TermClause(variant="x"))
    found = _refused(bill, "us-ky")[0]
    assert (found.code, found.where.line) == ("unknown-variant", None)


def test_a_clause_that_was_changed_since_has_no_line() -> None:
    bill = load_bill('title = "A"\n[[clauses]]\nkind = "severability"\n')
    other = bill.with_(TermClause())
    assert _refused(other, "us-ky")[0].where.line == 3
    made = Bill(clauses=bill.clauses)
    assert _refused(made, "us-ky")[0].where.line is None
    assert made == Bill(clauses=bill.clauses)
    assert bill == load_bill('title = "A"\n\n[[clauses]]\nkind = "severability"\n')


def test_warnings_on_a_loaded_bill_have_their_lines() -> None:
    bill = load_bill('[[clauses]]\nkind = "definitions"\nitems = ["zone", "eligible-employees"]\n')
    (found,) = check_clauses(bill)
    assert (found.code, found.where.line) == ("defined-not-used", 3)
    assert found.excerpt.startswith("items")


def test_a_state_that_is_none_is_told_with_all_the_rest() -> None:
    text = (
        'jurisdiction = "us-zz"\n[[clauses]]\nkind = "term"\ninitial = "500 years"\n'
        '[[clauses]]\nkind = "renewal"\nvariant = "texan"\n'
    )
    with pytest.raises(BillError) as caught:
        load_bill(text)
    assert [(f.code, f.where.line) for f in caught.value.findings] == [
        ("unknown-jurisdiction", 1),
        ("longer-than-forever", 4),
        ("unknown-variant", 7),
    ]
    assert all(f.hint and f.excerpt and f.caret for f in caught.value.findings)


def test_texts_of_ones_own_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "term").mkdir()
    (tmp_path / "term" / "texan.md").write_text("", encoding="utf-8")
    bill = load_bill('[[clauses]]\nkind = "term"\nvariant = "texan"\n', texts=tmp_path)
    assert bill.clauses[0].variant == "texan"


def test_a_reference_to_a_clause_left_out_is_told_where_it_stands() -> None:
    text = (
        'where-allowed = true\n[[clauses]]\nkind = "definitions"\nalso = ["clause severability"]\n'
        '[[clauses]]\nkind = "severability"\n'
    )
    (found,) = _refused(load_bill(text), "us-ky")
    assert (found.code, found.where.line) == ("unknown-place", 4)
    assert found.excerpt == 'also = ["clause severability"]'


def test_a_plan_that_names_a_clause_twice_is_found_in_the_file() -> None:
    bill = load_bill('[[sections]]\nclauses = ["term"]\n[[clauses]]\nkind = "term"\n')
    plans = (*bill.sections, *bill.sections)
    (found,) = _refused(bill.model_copy(update={"sections": plans}), "us-ky")
    assert (found.code, str(found.where.path)) == ("clause-placed-twice", "sections > 2 > clauses")
    assert found.hint


def test_a_wording_that_is_none_is_told_beside_what_else_is_wrong_with_its_clause() -> None:
    with pytest.raises(BillError) as caught:
        load_bill('[[clauses]]\nkind = "term"\ninitial = "500 years"\nvariant = "texan"\n')
    assert [(f.code, f.where.line) for f in caught.value.findings] == [
        ("longer-than-forever", 3),
        ("unknown-variant", 4),
    ]
