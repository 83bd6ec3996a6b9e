"""The openings of drafted bills have the form of real ones, element by element.

Each folder of ``tests/cases/openings`` holds a short bill and the elements of its state's opening.
An element names a sample and quotes it; the quotation must stand in the sample, where the samples
are beside the checkout, and what stands at the element's place in the draft must have its form. An
element that no sample shows is named with the reason.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.language.library import ModelLanguage
from billkit.tree import Document, Node

CASES = Path(__file__).parents[1] / "cases" / "openings"
SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "drafting" / "samples"
LANGUAGE = ModelLanguage()
STATES = ("ar", "co", "ky", "mn", "ms", "mt", "nd", "nh", "tx", "ut", "wa", "wv")
WANTED = (
    "heading",
    "title",
    "enacting-clause",
    "first-section",
    "second-section",
    "new-law",
    "numbering",
)
_MARGIN = re.compile(r"^(?:Page \d+, Line \d+|\s*\d+\.\d+(?=\s)|\s{0,4}\d+(?=\s{1,3}\S))\s*")
_UNNUMBERED = ("nh", "mn-2005", "ms-2012", "ms-2017")
_NUMBERED_AT_THE_END = ("co", "ky-2024", "ms-2006", "ar-2011")


@cache
def _case(state: str) -> dict[str, Any]:
    return tomllib.loads((CASES / f"us-{state}" / "elements.toml").read_text(encoding="utf-8"))


ELEMENTS = [
    pytest.param(state, element, id=f"us-{state}-{element['name']}")
    for state in STATES
    for element in _case(state)["elements"]
]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _all(node: Node) -> str:
    below = " ".join(_all(child) for child in node.children)
    return _flat(f"{node.words} {below} {node.tail_words}")


@cache
def _draft(state: str) -> Document:
    bill = load_bill(CASES / f"us-{state}" / "bill.toml")
    return draft_bill(bill, LANGUAGE.style(f"us-{state}"), language=LANGUAGE)


@cache
def _parts(state: str) -> dict[str, str]:
    """Takes a draft apart into the places that an element can name."""
    tops = _draft(state).root.children
    parts = {"title": _flat(tops[0].words), "enacting-clause": _flat(tops[1].words)}
    for node in tops[2:]:
        if node.kind in {"lead-in", "note"}:
            parts["closing" if node.kind == "note" else "lead-in"] = _flat(node.words)
    sections = [node for node in tops if node.kind == "section"]
    for number, node in enumerate(sections, 1):
        parts[f"section-{number}"] = _all(node)
        parts[f"head-{number}"] = _flat(node.words)
        parts[f"law-{number}"] = _all(Node("law", children=node.children))
        parts["last-section"] = parts[f"section-{number}"]
    return parts


@cache
def _sample(name: str) -> str:
    """Reads a real opening, without the margin numbers and marks of its capture."""
    body = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8").split("-" * 72)[-1]
    body = re.sub(r"new text (?:begin|end)|deleted text (?:begin|end)", " ", body)
    lines = [line for line in body.splitlines() if not line.strip().isdecimal()]
    if not name.startswith(_UNNUMBERED):
        lines = [_MARGIN.sub("", line) for line in lines]
    if name.startswith(_NUMBERED_AT_THE_END):
        lines = [re.sub(r"(?<=\D)\s?\d{1,3}\s*$", "", line) for line in lines]
    return _flat(" ".join(lines))


@pytest.mark.parametrize("state", STATES)
def test_every_element_is_looked_at_or_not_shown_by_any_sample(state: str) -> None:
    case = _case(state)
    seen = {element["name"] for element in case["elements"]}
    unseen = case.get("unseen", {})
    assert set(WANTED) <= seen | set(unseen)
    assert not seen & set(unseen)
    assert all(len(reason.split()) > 4 for reason in unseen.values())


@pytest.mark.parametrize(("state", "element"), ELEMENTS)
def test_an_element_has_the_form_of_a_real_one(state: str, element: dict[str, str]) -> None:
    drafted = _parts(state)[element["at"]]
    assert re.fullmatch(element["pattern"], element["real"]), "the pattern misses the sample"
    assert re.fullmatch(element["pattern"], drafted), drafted[:600]


@pytest.mark.parametrize(("state", "element"), ELEMENTS)
def test_a_quotation_stands_in_its_sample(state: str, element: dict[str, str]) -> None:
    assert element["sample"].startswith(state)
    if SAMPLES.is_dir():
        assert element["real"] in _sample(element["sample"])


def test_the_enacting_clause_is_the_whole_of_its_line() -> None:
    for state in STATES:
        assert _parts(state)["enacting-clause"] == _flat(
            LANGUAGE.style(f"us-{state}").enacting_clause.value
        )
