from __future__ import annotations

import json

import pytest

import billkit
from billkit.printed import Comparison
from billkit.writers.redline_html import write_redline_html
from billkit.writers.redline_text import write_redline_text


@pytest.fixture(scope="module")
def found() -> Comparison:
    enacted = billkit.read("(1) The board may waive any rule.", jurisdiction="us-ky")
    proposed = billkit.read("(1) The board may waive a rule.", jurisdiction="us-ky")
    return billkit.compare(enacted=enacted, proposed=proposed)


def test_prints_as_a_redline(found: Comparison) -> None:
    assert str(found) == write_redline_text(found)
    assert "may waive [-any-] {+a+} rule" in str(found)


def test_is_short_where_programmers_look(found: Comparison) -> None:
    assert repr(found) == "<Comparison of untitled text with untitled text: 1 changes>"


def test_is_json_and_a_page(found: Comparison) -> None:
    assert json.loads(found.to_json())["context"] == "law"
    assert found.to_html() == write_redline_html(found)
    assert found._repr_html_() == write_redline_html(found, fragment=True)


def test_is_a_comparison_all_the_same(found: Comparison) -> None:
    assert found.accept() == found.proposed
    assert found.reject() == found.enacted
    assert found == Comparison.of(found)
