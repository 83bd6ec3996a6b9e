"""Drafts read back: the examples whole, and drafts that somebody changed by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from billkit.akn import read_akn, write_akn
from billkit.clauses.durations import Duration
from billkit.clauses.lasting import TermClause
from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.drafting.recovering import recover
from billkit.language.library import ModelLanguage
from billkit.reading.recovery.streams import NAMES
from billkit.tree import Document, Node, Run
from tests.architecture.sources import ROOT
from tests.properties.recovering import check_recovered

LANGUAGE = ModelLanguage()
EXAMPLES = sorted((ROOT / "examples").glob("*/*.toml"))
STATES = ["us-ky", "us-ms", "us-nd", "us-mn", "us-tx", "us-nh", "generic"]
WORD = re.compile(r"[a-z]{4,}")


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 20


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.parent.name)
def test_examples_are_recovered(file: object) -> None:
    bill = load_bill(str(file))
    style = LANGUAGE.style(bill.jurisdiction or "generic")
    back = read_akn(write_akn(draft_bill(bill, style, language=LANGUAGE)))
    check_recovered(bill, style, back, LANGUAGE)


def _draft(preset: str, state: str) -> Document:
    return draft_bill(load_bill(preset), LANGUAGE.style(state), language=LANGUAGE)


def _edited(node: Node, edit: Callable[[Run], Run | None]) -> Iterator[Node]:
    """Yields a tree with one run changed, for every run that can be."""
    for place, run in enumerate(node.text):
        changed = edit(run)
        if changed is not None:
            yield replace(node, text=(*node.text[:place], changed, *node.text[place + 1 :]))
    for place, child in enumerate(node.children):
        for other in _edited(child, edit):
            children = (*node.children[:place], other, *node.children[place + 1 :])
            yield replace(node, children=children)


def _drafts(draft: Document, edit: Callable[[Run], Run | None], *, step: int) -> list[Document]:
    roots = list(_edited(draft.root, edit))
    return [read_akn(write_akn(replace(draft, root=root, lines=()))) for root in roots[::step]]


def _plain_word(run: Run) -> Run | None:
    if run.origin is not None or run.ref is not None or not WORD.search(run.text):
        return None
    return replace(run, text=WORD.sub("zebra", run.text, count=1))


def _filled_word(run: Run) -> Run | None:
    if run.origin is None or run.origin[0] == NAMES or not WORD.search(run.text):
        return None
    return replace(run, text=WORD.sub("zebra", run.text, count=1))


@pytest.mark.parametrize(("preset", "state"), [("model-act", "us-nd"), ("after-kentucky", "us-ky")])
def test_a_word_changed_by_hand_makes_its_clause_inexact(preset: str, state: str) -> None:
    draft = _draft(preset, state)
    whole = {each.clause.id: each.clause for each in recover(draft, language=LANGUAGE).clauses}
    seen = 0
    for edited in _drafts(draft, _plain_word, step=9):
        law = [node for node in edited.provisions if "zebra" in node.words and node.role == "law"]
        if not law:
            continue
        seen += 1
        found = recover(edited, language=LANGUAGE).clauses
        exact = {each.clause.id: each.clause for each in found if each.exact}
        assert len(exact) < len(whole)
        assert exact.items() <= whole.items()
        assert all(each.shown == frozenset() for each in found if not each.exact)
    assert seen > 2


@pytest.mark.parametrize(("preset", "state"), [("model-act", "us-nd"), ("after-kentucky", "us-ky")])
def test_a_filled_in_word_changed_by_hand_is_read_or_makes_its_clause_inexact(
    preset: str, state: str
) -> None:
    draft = _draft(preset, state)
    whole = {each.clause.id: each.clause for each in recover(draft, language=LANGUAGE).clauses}
    edits = _drafts(draft, _filled_word, step=9)
    assert len(edits) > 2
    for edited in edits:
        found = recover(edited, language=LANGUAGE)
        for each in found.clauses:
            if each.exact and each.clause != whole[each.clause.id]:
                assert "zebra" in repr((each.clause, found.names))


@pytest.mark.parametrize("state", STATES)
def test_a_value_changed_by_hand_is_the_new_value(state: str) -> None:
    def longer(run: Run) -> Run | None:
        words = run.text.replace("five (5)", "seven (7)").replace("five", "seven")
        words = re.sub(r"\b5\b", "7", words)
        told = run.origin == ("term", "initial") and words != run.text
        return replace(run, text=words) if told else None

    (edited,) = _drafts(_draft("model-act", state), longer, step=1)
    term = next(
        each for each in recover(edited, language=LANGUAGE).clauses if each.clause.id == "term"
    )
    assert term.exact
    assert isinstance(term.clause, TermClause)
    assert isinstance(term.clause.initial, Duration)
    assert term.clause.initial.count == 7
    assert "initial" in term.shown


def test_a_state_without_a_style_is_read_in_plain_forms() -> None:
    draft = replace(_draft("model-act", "generic"), jurisdiction="xx-yy")
    assert all(each.exact for each in recover(draft, language=LANGUAGE).clauses)


def test_a_document_without_sections_holds_no_clauses() -> None:
    assert recover(Document(Node("document")), language=LANGUAGE).clauses == ()
