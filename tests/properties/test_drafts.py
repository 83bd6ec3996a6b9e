"""Every preset in every state's form: whole, numbered throughout, and its parameters read back."""

from __future__ import annotations

import re

import pytest

from billkit.akn import read_akn, write_akn
from billkit.clauses.bill import Bill
from billkit.clauses.durations import Duration
from billkit.clauses.lasting import RenewalClause, TermClause
from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.language.library import ModelLanguage
from billkit.shipped import shipped
from billkit.text.enumerators import ordinals
from billkit.tree import Document
from tests.properties.recovering import check_recovered

LANGUAGE = ModelLanguage()
PRESETS = {
    file.stem: load_bill(file.stem)
    for file in sorted((shipped("model_language") / "presets").glob("*.toml"))
}


def _tagged(document: Document) -> dict[tuple[str, str], list[str]]:
    out: dict[tuple[str, str], list[str]] = {}
    for node in document.provisions:
        for run in (*node.heading, *node.text, *node.tail):
            if run.origin is not None:
                out.setdefault(run.origin, []).append(run.text)
    return out


def _lengths(bill: Bill) -> dict[tuple[str, str], tuple[int, str]]:
    """Every length of time that a term or a renewal of a bill gives."""
    given = [
        ((clause.id, field), value)
        for clause in bill.clauses
        if isinstance(clause, (TermClause, RenewalClause))
        for field in ("initial", "each", "first", "later")
        if isinstance(value := getattr(clause, field, None), Duration)
    ]
    return {key: (value.count, value.unit) for key, value in given}


def _check_numbers(document: Document) -> None:
    for node in (document.root, *document.provisions):
        nums = [child.num for child in node.children if child.num and child.role == "law"]
        if all(re.search(r"^\W*\w{1,5}\W*$", num) for num in nums):
            for place, num in enumerate(nums, 1):
                assert place in ordinals(num), (document.jurisdiction, nums)


@pytest.mark.parametrize("state", LANGUAGE.styles())
def test_presets_in_every_form(state: str) -> None:
    style = LANGUAGE.style(state)
    for name, bill in PRESETS.items():
        draft = draft_bill(bill, style, language=LANGUAGE)
        assert draft.root.children[1].words == style.enacting_clause.value
        _check_numbers(draft)
        back = read_akn(write_akn(draft))
        assert back == draft
        check_recovered(bill, style, back, LANGUAGE)
        tagged = _tagged(back)
        assert tagged == _tagged(draft)
        assert {origin[0] for origin in tagged} <= {*bill.ids, "names"}
        for key, length in _lengths(bill).items():
            found = [Duration.parse(text) for text in tagged[key]]
            assert (found[0].count, found[0].unit) == length, (name, state, key)
        for node in draft.provisions:
            assert "{" not in node.words + node.tail_words
