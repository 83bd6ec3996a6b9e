from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from billkit.clauses.lasting import TermClause
from billkit.clauses.loading import load_bill
from billkit.clauses.names import Names
from billkit.errors import BillError, BillkitError, Finding, ReadError

PRESETS = {
    "base": '[names]\nzone = "zone"\n[names.own]\nlab = "Lab"\n'
    '[[clauses]]\nkind = "term"\n[[clauses]]\nkind = "effective-date"\n'
    '[[sections]]\nclauses = ["term", ["effective-date"]]\n',
    "broken": "[[clauses]]\nkind = 'term\n",
    "faulty": '[[clauses]]\nkind = "term"\ninitial = "0 years"\n',
    "plans": 'sections = [3, { heading = "x" }]\n[[clauses]]\nkind = "term"\n',
    "loop": 'extends = "pool"\n',
    "pool": 'extends = "loop"\n',
}


def findings(source: str | Path, **options: Any) -> list[Finding]:
    options.setdefault("presets", PRESETS)
    with pytest.raises(BillkitError) as caught:
        load_bill(source, **options)
    return list(caught.value.findings)


def codes(source: str | Path) -> list[str]:
    return [finding.code for finding in findings(source)]


def test_a_bill_is_loaded_from_a_file_a_preset_or_a_text(tmp_path: Path) -> None:
    path = tmp_path / "bill.toml"
    path.write_text(PRESETS["base"], encoding="utf-8")
    from_file = load_bill(path)
    assert from_file == load_bill(str(path)) == load_bill(PRESETS["base"])
    assert from_file == load_bill("base", presets=PRESETS)
    assert load_bill("bill", presets=tmp_path) == from_file


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "bill.toml"
    path.write_bytes(b"\xef\xbb\xbf" + PRESETS["faulty"].replace("\n", "\r\n").encode())
    (found,) = findings(path)
    assert (found.where.line, found.excerpt) == (3, 'initial = "0 years"')


def test_a_bill_starts_from_what_it_extends() -> None:
    text = 'extends = "base"\n[names]\nschool = "lab school"\n[names.own]\npanel-b = "B"\n'
    bill = load_bill(text + '[[clauses]]\nkind = "renewal"\n', presets=PRESETS)
    assert bill.ids == ("term", "renewal", "effective-date")
    assert bill.names == Names.model_validate(
        {"zone": "zone", "school": "lab school", "own": {"lab": "Lab", "panel-b": "B"}}
    )


def test_a_removed_clause_leaves_its_section() -> None:
    bill = load_bill('extends = "base"\nremove = ["effective-date"]\n', presets=PRESETS)
    assert [plan.ids for plan in bill.sections] == [("term",)]


def test_a_clause_replaces_the_one_of_its_id_where_that_stands() -> None:
    text = 'extends = "base"\n[[clauses]]\nkind = "effective-date"\nbefore = "term"\n'
    assert load_bill(text, presets=PRESETS).ids == ("effective-date", "term")
    text = 'extends = "base"\n[[clauses]]\nkind = "effective-date"\nafter = "term"\n'
    assert load_bill(text, presets=PRESETS).ids == ("term", "effective-date")
    text = 'extends = "base"\n[[clauses]]\nkind = "term"\ninitial = "1 year"\n'
    bill = load_bill(text, presets=PRESETS)
    assert bill.clauses[0] == TermClause(initial="1 year")


def test_files_extend_files_beside_them(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text(PRESETS["base"], encoding="utf-8")
    own = tmp_path / "own.toml"
    own.write_text('extends = "base.toml"\nremove = ["term"]\n', encoding="utf-8")
    assert load_bill(own).ids == ("effective-date",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('extends = "bass"\n', ["unknown-preset"]),
        ('extends = "broken"\n', ["toml-syntax"]),
        ('extends = "loop"\n', ["cyclic-extends"]),
        ("extends = 5\n", ["wrong-type"]),
        ('extends = "faulty"\nstage = "modl"\n', ["unknown-value", "out-of-range"]),
        ('extends = "base"\nremove = [3]\n', ["unknown-clause"]),
        ('clauses = [3, "term"]\n', ["wrong-type", "wrong-type"]),
        ("clauses = [{ kind = 5 }]\n", ["unknown-kind"]),
        ('names.stat-board = "x"\n[[clauses]]\nkind = "grants"\nbody = "x"\n', ["unknown-field"]),
        ("title = 2027-01-01\nsubject = { a = 1 }\nsponsors = 1.5\n", ["wrong-type"] * 3),
        ("where-allowed = 1.5\n", ["wrong-type"]),
        ('[[clauses]]\nkind = "sunset"\non = { count = true }\n', ["wrong-type"]),
        ('[[clauses]]\nkind = "sunset"\non = 2030\n', ["not-a-date"]),
        ('[[clauses]]\nkind = "term"\nconditions = { }\n', ["unknown-field"]),
        ('extends = "base"\nsections = 3\nremove = ["term"]\n', ["wrong-type"]),
        ('extends = "plans"\nremove = ["term"]\n', ["wrong-type", "missing-field"]),
        ('[[clauses]]\nkind = "trem"\n[[clauses]]\nkind = "term"\n', ["unknown-kind"]),
        ('extends = "base"\n[[clauses]]\nkind = "findngs"\n', ["unknown-kind"]),
        ('[[clauses]]\nkind = "term"\nafter = 5\n', ["unknown-clause"]),
        ('[[clauses]]\nkind = "term"\ninitial = "5 years"\nbegins = "soon"\n', ["unknown-value"]),
        ('home = "chapter 160"\nnumber = ""\n', ["empty-text"]),
        ("[[sections]]\nclauses = []\n", ["too-few"]),
        ("x = " + "[" * 5000 + "]" * 5000 + "\n", ["too-deep"]),
        ("= 5\n", ["toml-syntax"]),
        ('title = "x', ["toml-syntax"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_all_at_once(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_fault_of_a_preset_is_told_at_its_own_place() -> None:
    found = findings('extends = "faulty"\n')
    assert [str(finding.where) for finding in found] == ["faulty:3"]


def test_names_of_presets_and_files_are_told_apart(tmp_path: Path) -> None:
    (found,) = findings("bass")
    assert (found.code, found.hint) == ("unknown-preset", 'did you mean "base"?')
    assert codes(str(tmp_path / "absent.toml")) == ["missing-file"]
    assert codes(tmp_path) == ["is-a-folder"]
    assert codes("a" * 5000) == codes("\0") == ["unknown-preset"]
    assert codes('extends = "\\u0000.toml"\n') == ["unreadable-file"]
    assert codes('extends = "/"\n') == ["is-a-folder"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b" \n", "empty-file"),
        (b"# nothing\n", "empty-file"),
        ('title = "Zonés"\n'.encode("latin-1"), "wrong-encoding"),
        ("title = 'x'\n".encode("utf-16"), "wrong-encoding"),
        (b"PK\x03\x04", "wrong-encoding"),
        (b"#" * (2**20 + 1), "too-large"),
        (b"title = '\x00'\n", "toml-syntax"),
    ],
)
def test_files_that_are_no_bill_files(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "bill.toml"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        load_bill(path)
    assert [finding.code for finding in caught.value.findings] == [code]
    assert caught.value.findings[0].where.file == str(path)


def test_long_lines_are_cut_round_the_caret() -> None:
    filler = ", ".join(f'"words number {n}"' for n in range(40))
    (found,) = findings(
        f'[[clauses]]\nkind = "findings"\nitems = [{filler}, "students-difer", {filler}]\n'
    )
    assert found.code == "unknown-item"
    assert len(found.excerpt) < 110
    assert found.caret is not None
    start, length = found.caret
    assert found.excerpt[start : start + length] == '"students-difer"'


def test_warnings_do_not_stop_a_bill() -> None:
    assert load_bill('[[clauses]]\nkind = "application"\n').ids == ("application",)


def test_a_table_written_out_below_a_clause_has_its_place() -> None:
    text = '[[clauses]]\nkind = "reporting"\n\n[[clauses.reports]]\nby = "zone"\n'
    text += '[[clauses.reports]]\nby = "zones"\n'
    with pytest.raises(BillError) as caught:
        load_bill(text)
    (found,) = caught.value.findings
    assert (found.code, found.where.line, found.hint) == (
        "undefined-body",
        7,
        'did you mean "zone"?',
    )
