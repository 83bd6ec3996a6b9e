"""The openings of drafted bills have the form of real ones, element by element.

Each element is a pattern in ``tests/cases/openings``; the draft must match it, and so must the real
opening it is taken from, where that is beside the checkout.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.language.library import ModelLanguage
from billkit.writers.bill_text import write_bill_text

CASES = sorted((Path(__file__).parents[1] / "cases" / "openings").glob("*/elements.toml"))
SAMPLES = Path(__file__).parents[3] / "shared" / "drafting" / "samples"
LANGUAGE = ModelLanguage()
ELEMENTS = [
    pytest.param(case.parent.name, element, id=f"{case.parent.name}-{element['name']}")
    for case in CASES
    for element in tomllib.loads(case.read_text(encoding="utf-8"))["elements"]
]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _sample(name: str) -> str:
    """Reads a real opening, without the margin numbers and marks of its capture."""
    body = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8").split("-" * 72)[-1]
    body = re.sub(r"new text (?:begin|end)|deleted text (?:begin|end)", " ", body)
    lines = [
        re.sub(r"^(?:Page \d+, Line \d+|\s*\d+\.\d+(?=\s)|\s{0,4}\d+(?=\s{1,3}\S))\s*", "", line)
        if not name.startswith(("nh", "mn-2005", "ms-2012", "ms-2017"))
        else line
        for line in body.splitlines()
        if not line.strip().isdecimal()
    ]
    if name.startswith(("co", "ky-2024", "ms-2006", "ar-2011")):
        lines = [re.sub(r"(?<=\D)\s?\d{1,3}\s*$", "", line) for line in lines]
    return _flat(" ".join(lines))


def test_twelve_states_are_looked_at() -> None:
    assert len(CASES) == 12


@pytest.mark.parametrize(("state", "element"), ELEMENTS)
def test_an_opening_has_the_form_of_a_real_one(state: str, element: dict[str, str]) -> None:
    style = LANGUAGE.style(state)
    document = draft_bill(load_bill(element["preset"]), style, language=LANGUAGE)
    draft = _flat(write_bill_text(document))
    assert re.search(element["pattern"], draft), draft[:600]
    if SAMPLES.is_dir():
        real = _sample(element["sample"])
        assert re.search(element["pattern"], real), real[:1500]
