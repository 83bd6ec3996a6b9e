"""Every folder of ``bills/`` holds a bill file and what billkit says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from billkit.clauses.loading import load_bill
from billkit.errors import BillkitError, Finding

FOLDER = Path(__file__).parent / "bills"
CASES = sorted(path.parent.name for path in FOLDER.glob("*/bill.toml"))


def said(case: Path) -> str:
    try:
        bill = load_bill(case / "bill.toml")
    except BillkitError as error:
        return str(error).replace(f"{case}/", "") + "\n"
    return f"{bill!r}\n{' '.join(bill.ids)}\n"


@pytest.mark.parametrize("slug", CASES)
def test_bill(slug: str) -> None:
    case = FOLDER / slug
    assert said(case) == (case / "expected.txt").read_text(encoding="utf-8")


def findings(case: Path) -> tuple[Finding, ...]:
    try:
        load_bill(case / "bill.toml")
    except BillkitError as error:
        return error.findings
    return ()


@pytest.mark.parametrize("slug", CASES)
def test_every_finding_has_its_line_and_says_what_to_do(slug: str) -> None:
    found = findings(FOLDER / slug)
    assert [str(finding) for finding in found if not (finding.hint and finding.where.line)] == []


def test_nothing_is_expected_of_a_bill_that_is_not_there() -> None:
    assert [path for path in FOLDER.iterdir() if path.name not in CASES] == []
    assert len(CASES) > 10
