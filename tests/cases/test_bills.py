"""Every folder of ``bills/`` holds a bill file and what billkit says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from billkit.clauses.loading import load_bill
from billkit.errors import BillError, BillkitError

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


def test_every_finding_says_what_to_do() -> None:
    for slug in CASES:
        try:
            load_bill(FOLDER / slug / "bill.toml")
        except BillError as error:
            assert [str(finding) for finding in error.findings if not finding.hint] == []
            assert [str(finding) for finding in error.findings if not finding.where.line] == []


def test_nothing_is_expected_of_a_bill_that_is_not_there() -> None:
    assert [path for path in FOLDER.iterdir() if path.name not in CASES] == []
    assert len(CASES) > 10
