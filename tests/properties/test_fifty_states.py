"""Every preset in every state's form: whole, numbered by its ladder, and in the state's words."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from billkit.akn import read_akn, write_akn
from billkit.clauses.base import Blank
from billkit.clauses.bill import Bill
from billkit.clauses.catalogue import CLAUSES
from billkit.clauses.clause import Clause
from billkit.clauses.loading import load_bill
from billkit.clauses.samples import smallest
from billkit.clauses.walking import values
from billkit.drafting.drafting import draft_bill
from billkit.errors import DraftError
from billkit.language.library import ModelLanguage
from billkit.language.styles import Style
from billkit.shipped import shipped
from billkit.text.ladders import Ladder
from billkit.tree import Document, Node, Run

LANGUAGE = ModelLanguage()
STATES = LANGUAGE.styles()
PRESETS = {
    file.stem: load_bill(file.stem)
    for file in sorted((shipped("model_language") / "presets").glob("*.toml"))
}
CLAUSE_LINES = Path(__file__).resolve().parents[3] / "shared" / "drafting" / "enacting-clauses.csv"
_SENTINEL = re.compile(
    r"[{}<>|\\]|[\ue000-\uf8ff\ufffd]|\b(?:None|True|False|TODO|undefined)\b|\[\]|\(\)"
)
_SLIPPED = re.compile(r"  | [,;.:](?:\s|$)|[,;:]{2}|;;|\.\.$|; and;|, and and|\ba an\b")
_BLANK = re.compile(r"\[[^\[\]]+\]")
_SECTIONS = re.compile(r"\[(?i:sections?) \d")


@cache
def _drafts(state: str) -> dict[str, Document]:
    style = LANGUAGE.style(state)
    return {name: draft_bill(bill, style, language=LANGUAGE) for name, bill in PRESETS.items()}


def _sections(document: Document) -> list[Node]:
    return [node for node in document.root.children if node.kind == "section"]


def _law(document: Document) -> Iterator[Node]:
    return (node for node in document.provisions if node.role == "law")


def _runs(document: Document) -> list[tuple[str, tuple[str, str] | None, str | None]]:
    return [
        (run.text, run.origin, run.ref)
        for node in document.provisions
        for run in (*node.heading, *node.text, *node.tail)
    ]


def test_there_is_a_style_for_every_state() -> None:
    assert len(STATES) == 50
    assert len(PRESETS) == 5


# The frame


@pytest.mark.parametrize("state", STATES)
def test_the_enacting_clause_is_the_states_own(state: str) -> None:
    clause = LANGUAGE.style(state).enacting_clause.value
    for draft in _drafts(state).values():
        assert [n.words for n in draft.provisions if n.kind == "enacting-clause"] == [clause]


@pytest.mark.skipif(not CLAUSE_LINES.is_file(), reason="the table of clauses is not beside us")
def test_the_enacting_clauses_are_those_collected() -> None:
    with CLAUSE_LINES.open(encoding="utf-8", newline="") as lines:
        collected = {row["state"]: row["clause"] for row in csv.DictReader(lines)}
    styles = [LANGUAGE.style(state) for state in STATES]
    assert len(collected) == len(styles)
    for style in styles:
        ours, theirs = style.enacting_clause.value, collected[style.name]
        assert ours.casefold().rstrip(":, ") == theirs.casefold().rstrip(":, "), style.name


@pytest.mark.parametrize("state", STATES)
def test_the_sections_of_a_bill_are_counted_through(state: str) -> None:
    style = LANGUAGE.style(state)
    for draft in _drafts(state).values():
        sections = _sections(draft)
        assert sections
        for number, section in enumerate(sections, 1):
            printed = re.findall(r"\d+", (section.num or "").partition("[")[0])
            coded = "{number}" not in style.sections.new.number.value and "§" in str(section.num)
            assert coded or str(number) in printed, (section.num, number)


# Numbers


def _depth(ladder: Ladder, nodes: list[Node]) -> int | None:
    """Finds the level of the ladder of which some siblings are the first, second, third ..."""
    for depth, level in enumerate(ladder.levels):
        if all(
            (node.num, node.kind) == (level.format(number), level.kind)
            for number, node in enumerate(nodes, 1)
        ):
            return depth
    return None


def _check(node: Node, ladder: Ladder, above: int | None, *, headed: bool) -> None:
    """Checks the numbers below a node; the one provision of a section may be without a number."""
    numbered = [child for child in node.children if child.num and child.kind != "section"]
    others = [child for child in node.children if child not in numbered]
    depth = above
    if numbered:
        depth = _depth(ladder, numbered)
        start = -1 if above is None else above
        lone = any(run.text.rstrip().endswith(":") for run in node.text)
        assert depth is not None, [child.num for child in numbered]
        least = 1 if headed and above is None else 0
        assert start < depth <= start + 1 + lone + least, (node.num, numbered[0].num)
    for child in numbered:
        _check(child, ladder, depth, headed=headed)
    for child in others:
        _check(child, ladder, above, headed=headed)


@pytest.mark.parametrize("state", STATES)
def test_numbers_run_in_the_states_ladder(state: str) -> None:
    style = LANGUAGE.style(state)
    ladder = Ladder.parse(style.ladders.code.value)
    for draft in _drafts(state).values():
        for section in _sections(draft):
            _check(section, ladder, None, headed=style.sections.provision_headings.value)


# Words


def _blanks(bill: Bill) -> set[str]:
    return {
        found
        for clause in bill.clauses
        for _, blank in values(clause, Blank)
        for found in _BLANK.findall(str(blank))
    }


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_left_that_is_no_law(state: str) -> None:
    for name, draft in _drafts(state).items():
        law = [n for s in _sections(draft) for n in (s, *s.walk()) if n.text or n.tail]
        blanks = _blanks(PRESETS[name])
        act = LANGUAGE.style(state).words.this_act.value
        brackets = {act, act[:1] + act[1:].capitalize()}
        for node in law:
            words = " ".join((*(run.text for run in node.text), node.tail_words))
            said = f"{''.join(run.text for run in node.text)} {node.tail_words}".strip()
            assert not _SENTINEL.search(said), said
            assert not _SLIPPED.search(said), said
            left = {found for found in _BLANK.findall(words) if not _SECTIONS.match(found)}
            assert left <= blanks | brackets, said
            assert said.rstrip('"')[-1] in ".;:," or said.endswith((" and", " or")), said


def _forms(style: Style) -> tuple[set[str], set[str]]:
    words = style.words
    duties = {words.duty_actor.value, words.duty_thing.value}
    return duties, {words.prohibition.value, words.prohibition_thing.value}


@pytest.mark.parametrize("state", STATES)
def test_duty_prohibition_and_power_are_said_in_the_states_words(state: str) -> None:
    style = LANGUAGE.style(state)
    duties, prohibitions = _forms(style)
    draft = _drafts(state)["model-act"]
    said = " ".join(f"{node.words} {node.tail_words}" for node in _law(draft))
    assert style.words.duty_actor.value in said
    assert style.words.duty_thing.value in said
    assert style.words.power.value in said
    assert {style.words.prohibition.value, style.words.prohibition_thing.value} <= {
        form for form in ("shall not", "may not", "must not") if f" {form} " in said
    }
    for form in ("shall not", "may not", "must not"):
        if form not in prohibitions:
            assert f" {form} " not in said
    for form in ("shall", "must"):
        if form not in duties:
            assert not re.search(rf"\b{form}\b(?! not)", said)


@pytest.mark.parametrize("state", STATES)
def test_a_duty_of_an_actor_and_of_a_thing_are_told_apart(state: str) -> None:
    words = LANGUAGE.style(state).words
    draft = _drafts(state)["model-act"]
    said = [f"{node.words} {node.tail_words}" for node in _law(draft)]
    submits = [s for s in said if "submit a report to" in s]
    assert submits
    assert all(f" {words.duty_actor.value} submit a report to" in s for s in submits)
    includes = [s for s in said if "The report " in s]
    assert all(f"The report {words.duty_thing.value} " in s for s in includes)


# What a state has not


def _missing() -> list[tuple[str, str]]:
    return [(state, kind) for state in STATES for kind in LANGUAGE.style(state).unavailable]


def _sample(kind: str) -> Clause:
    return smallest(kind)


@pytest.mark.parametrize(("state", "kind"), _missing())
def test_what_a_state_has_not_is_refused_or_left_out(state: str, kind: str) -> None:
    style = LANGUAGE.style(state)
    bill = PRESETS["model-act"].with_(_sample(kind))
    with pytest.raises(DraftError) as refused:
        draft_bill(bill, style, language=LANGUAGE)
    (finding,) = refused.value.findings
    assert finding.code == "not-in-this-state"
    assert style.unavailable[kind].value in finding.message
    allowed = (
        bill.model_copy(update={"where_allowed": True}),
        bill.with_(_sample(kind).model_copy(update={"where_allowed": True})),
    )
    plain = draft_bill(PRESETS["model-act"], style, language=LANGUAGE)
    for each in allowed:
        draft = draft_bill(each, style, language=LANGUAGE)
        said = [node.words for node in draft.provisions if kind in node.words]
        assert any(style.unavailable[kind].value in words for words in said)
        assert [n.words for n in _law(draft)] == [n.words for n in _law(plain)]


@pytest.mark.parametrize("state", STATES)
def test_every_kind_that_a_state_has_can_be_drafted(state: str) -> None:
    style = LANGUAGE.style(state)
    kinds = [kind for kind in CLAUSES if kind not in style.unavailable]
    clauses = tuple(_sample(kind) for kind in kinds)
    draft = draft_bill(Bill(subject="all", clauses=clauses), style, language=LANGUAGE)
    clause_ids = {run.origin[0] for n in draft.provisions for run in n.text if run.origin}
    assert clause_ids <= {*kinds, "names"}
    assert len(_sections(draft)) >= len(kinds)


# Out and in again


@pytest.mark.parametrize("state", STATES)
def test_a_draft_is_written_and_read_back_with_the_origin_of_its_words(state: str) -> None:
    for name, draft in _drafts(state).items():
        back = read_akn(write_akn(draft))
        assert back == draft
        assert _runs(back) == _runs(draft)
        tagged = {run.origin[0] for n in back.provisions for run in n.text if run.origin}
        assert tagged <= {*PRESETS[name].ids, "names"}


def test_an_origin_is_a_clause_and_one_of_its_fields() -> None:
    for name, draft in _drafts("us-ky").items():
        for node in draft.provisions:
            for run in node.text:
                _check_origin(PRESETS[name], run)


def _check_origin(bill: Bill, run: Run) -> None:
    if run.origin is None:
        return
    owner, field = run.origin
    if owner == "names":
        assert field in bill.names.roles()
        return
    clause = bill.clause(owner)
    assert clause is not None
    assert field.replace("-", "_") in type(clause).model_fields
