from __future__ import annotations

import json

import pytest

from billkit.clauses.catalogue import CLAUSES, KINDS
from billkit.language.library import ModelLanguage
from tests.unit.cli.conftest import Billkit


def test_styles_are_listed_with_their_evidence(billkit: Billkit) -> None:
    done = billkit("styles", "list")
    assert done.status == 0
    assert "confirmed" in done.out.splitlines()[0]
    for state in ModelLanguage().styles():
        assert state in done.out


@pytest.mark.parametrize("state", ModelLanguage().styles())
def test_a_style_is_shown_with_every_fact_and_its_mark(billkit: Billkit, state: str) -> None:
    done = billkit("styles", "show", state)
    assert done.status == 0
    for key, fact in ModelLanguage().style(state).facts():
        assert f"\n{key}  {fact.mark}\n" in done.out


def test_an_unknown_style(billkit: Billkit) -> None:
    done = billkit("styles", "show", "us-zz")
    assert (done.status, done.out) == (2, "")


@pytest.mark.parametrize("what", ["bill", "comparison"])
def test_schemas(billkit: Billkit, what: str) -> None:
    done = billkit("schema", what)
    assert done.status == 0
    assert "properties" in json.loads(done.out)


def test_an_unknown_schema(billkit: Billkit) -> None:
    done = billkit("schema", "act")
    assert done.status == 2
    assert "'bill', 'comparison'" in done.err


def test_clauses_are_listed_with_their_texts(billkit: Billkit) -> None:
    done = billkit("clauses", "list")
    assert done.status == 0
    assert [line.split()[0] for line in done.out.splitlines() if line[0] != " "] == ["kind", *KINDS]


@pytest.mark.parametrize("kind", KINDS)
def test_a_clause_is_shown_with_fields_text_precedents_and_reason(
    billkit: Billkit, kind: str
) -> None:
    done = billkit("clauses", "show", kind)
    assert done.status == 0
    shown = " ".join(done.out.split())
    for name in CLAUSES[kind].model_fields:
        assert name == "kind" or f" {name.replace('_', '-')} " in shown
    template = ModelLanguage().template(kind)
    for words in (template.title, template.rationale, *template.sources):
        assert " ".join(words.split()) in shown
    assert "object at 0x" not in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_one_text_of_a_clause(billkit: Billkit) -> None:
    done = billkit("clauses", "show", "term/model")
    assert done.out.count("\nText ") == 1


@pytest.mark.parametrize(
    ("kind", "code"), [("trem", "unknown-kind"), ("term/x", "unknown-variant")]
)
def test_an_unknown_clause(billkit: Billkit, kind: str, code: str) -> None:
    done = billkit("clauses", "show", kind)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{code}: ")
