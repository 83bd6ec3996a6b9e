from __future__ import annotations

import json

import pytest

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
