"""What a sponsor should look at in a draft: warnings with their places."""

from __future__ import annotations

import pytest

from billkit.clauses.bill import Bill
from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.drafting.noticing import notices
from billkit.errors import DraftError, Finding
from billkit.language.library import ModelLanguage

LANGUAGE = ModelLanguage()
PRESETS = (
    "model-act",
    "after-kentucky",
    "after-mississippi",
    "after-minnesota",
    "after-north-dakota",
)


def _noticed(bill: Bill, state: str) -> tuple[Finding, ...]:
    return notices(bill, LANGUAGE.style(state), language=LANGUAGE)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_in_its_own_state_has_nothing_to_notice(name: str) -> None:
    bill = load_bill(name)
    assert _noticed(bill, bill.jurisdiction or "generic") == ()


def test_a_replaced_clause_that_uses_a_term_the_bill_does_not_define() -> None:
    text = 'extends = "after-kentucky"\n[[clauses]]\nkind = "renewal"\neach = "3 years"\n'
    (found,) = _noticed(load_bill(text), "us-ky")
    assert (found.code, found.severity, found.where.line) == ("undefined-term", "warning", 3)
    assert '"plan" for the plan of innovation' in found.message
    defined = text + '[[clauses]]\nkind = "definitions"\nitems = ["zone", "plan"]\n'
    assert _noticed(load_bill(defined), "us-ky") == ()
    kept = text + 'variant = "kentucky"\nconditions = []\n'
    assert _noticed(load_bill(kept), "us-ky") == ()


def test_a_term_is_explained_by_its_full_name_in_the_clause() -> None:
    text = 'extends = "after-kentucky"\n[[clauses]]\nkind = "application"\n'
    assert _noticed(load_bill(text), "us-ky") == ()


def test_a_field_for_which_a_wording_has_no_words() -> None:
    text = (
        'extends = "after-north-dakota"\n[[clauses]]\nkind = "renewal"\nvariant = "north-dakota"\n'
        'first = "1 year"\nlater = "2 years"\nmost = 3\nconditions = ["progress"]\n'
    )
    found = _noticed(load_bill(text), "us-nd")
    assert [(f.code, f.where.line) for f in found] == [("not-said", 7), ("not-said", 8)]
    assert found[0].excerpt == "most = 3"
    assert all('variant = "model"' in f.hint and f.severity == "warning" for f in found)


def test_a_bill_made_in_python_is_noticed_without_lines() -> None:
    bill = Bill.model_validate(
        {"clauses": [{"kind": "term", "variant": "kentucky"}, {"kind": "renewal"}]}
    )
    assert _noticed(bill, "us-ky") == ()
    text = '[[clauses]]\nkind = "sunset"\non = "5 years"\nends = "repealed"\n'
    assert _noticed(load_bill(text), "us-ky") == ()


def test_places_in_another_states_code_are_told_one_by_one() -> None:
    bill = load_bill("after-mississippi")
    found = [f for f in _noticed(bill, "us-nd") if f.code == "foreign-reference"]
    assert len(found) > 15
    assert all(f.severity == "warning" and f.where.line and f.hint for f in found)
    assert any("section 37-13-91" in f.message and "North Dakota" in f.message for f in found)
    assert _noticed(bill, "us-ms") == ()
    draft = draft_bill(bill, LANGUAGE.style("us-nd"), language=LANGUAGE)
    note = draft.root.children[-1]
    assert (note.kind, note.role) == ("note", "frame")
    assert '"non-waivable"' in note.words
    at_home = draft_bill(bill, LANGUAGE.style("us-ms"), language=LANGUAGE)
    assert "note" not in [node.kind for node in at_home.root.children]


def test_what_names_its_code_or_is_no_place_in_a_code_is_not_foreign() -> None:
    text = (
        'jurisdiction = "us-ky"\n[[clauses]]\nkind = "authority"\nunder = [\n"clause term",\n'
        '"act Education Act", "[insert section]", "20 U.S.C. 6311", "section [insert]"]\n'
        '[[clauses]]\nkind = "term"\n'
    )
    text = text.replace('"[insert section]", ', "")
    assert _noticed(load_bill(text), "us-nd") == ()


def test_a_state_cannot_repeal_another_states_law() -> None:
    text = (
        'jurisdiction = "us-ky"\n[[clauses]]\nkind = "term"\n'
        '[[clauses]]\nkind = "repealer"\nunits = ["160.107", "156.108"]\n'
    )
    bill = load_bill(text)
    with pytest.raises(DraftError) as caught:
        draft_bill(bill, LANGUAGE.style("us-nd"), language=LANGUAGE)
    found = caught.value.findings
    assert [(f.code, f.severity, f.where.line) for f in found] == [
        ("foreign-reference", "error", 6)
    ] * 2
    draft_bill(bill, LANGUAGE.style("us-ky"), language=LANGUAGE)
