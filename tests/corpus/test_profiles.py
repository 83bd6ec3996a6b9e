"""Every curated cell must be true: words at their place, silence only where the text is whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from billkit.clauses.catalogue import KINDS as CLAUSE_KINDS
from billkit.library.loading import load_statute
from billkit.library.shelves import Library
from billkit.reading.kinds import KINDS
from billkit.reading.loading import jurisdictions, load_profile, load_profiles
from billkit.reading.parameters import parameters_of
from billkit.reading.profiles import (
    Cell,
    Fact,
    NotFound,
    NotHeld,
    Profile,
    Quotation,
    Quoted,
)
from billkit.tree import Document, Node, Runs, Status

SOURCES = Path(__file__).resolve().parents[3] / "shared" / "statutes"
PROFILES = [profile for state in jurisdictions() for profile in load_profiles(state)]
WEAKEST: tuple[Status, ...] = (
    "official",
    "corroborated",
    "single-source",
    "secondary",
    "reconstructed",
    "gap",
)


def _name(profile: Profile) -> str:
    return f"{profile.jurisdiction}/{profile.id}"


def _quotations(profile: Profile) -> Iterator[tuple[Cell, Quotation]]:
    for cell in profile.cells:
        if isinstance(cell, Quoted):
            for quotation in cell.quotations:
                yield cell, quotation


@lru_cache(maxsize=1)
def _library() -> Library:
    return Library.open(None)


@lru_cache(maxsize=128)
def _law(statute: str) -> Document:
    return load_statute(statute, library=_library())


def _status(node: Node, words: Runs, start: int, length: int) -> Status | None:
    found: list[Status] = []
    place = 0
    for run in words:
        status = run.status or node.status
        if status and place < start + length and place + len(run.text) > start:
            found.append(status)
        place += len(run.text)
    return max(found, key=WEAKEST.index, default=None)


@pytest.mark.parametrize("profile", PROFILES, ids=_name)
def test_every_kind_has_a_cell(profile: Profile) -> None:
    assert profile.kinds == tuple(KINDS)


def test_the_kinds_are_those_of_the_catalogue() -> None:
    assert set(KINDS) == set(CLAUSE_KINDS)


@pytest.mark.parametrize("profile", PROFILES, ids=_name)
def test_cells_of_a_kind_are_named_apart_and_never_both_said_and_silent(profile: Profile) -> None:
    for kind in profile.kinds:
        cells = profile.cells_of(kind)
        assert len({cell.id for cell in cells}) == len(cells), kind
        if any(isinstance(cell, NotFound | NotHeld) for cell in cells):
            assert len(cells) == 1, kind


@pytest.mark.parametrize("profile", PROFILES, ids=_name)
def test_every_quotation_stands_word_for_word_at_its_place(profile: Profile) -> None:
    for cell, quotation in _quotations(profile):
        node = _law(quotation.statute).by_id[quotation.provision]
        own = "".join(run.text for run in node.text)
        where = node.text if quotation.words in own else node.tail
        text = "".join(run.text for run in where)
        assert quotation.words in text, (cell.kind, quotation)
        start = text.index(quotation.words)
        status = _status(node, where, start, len(quotation.words))
        assert status == quotation.status, (cell.kind, quotation)
        assert status not in {"reconstructed", "gap"}, (cell.kind, quotation)


@pytest.mark.parametrize("profile", PROFILES, ids=_name)
def test_every_citation_names_the_provision_it_quotes(profile: Profile) -> None:
    known = {statute.id: statute.citation for statute in profile.statutes}
    for cell, quotation in _quotations(profile):
        cited = known[quotation.statute]
        head = cited.rpartition(" ")[0] if "Admin. Rules" in cited else cited
        assert quotation.citation.startswith(head), cell
        steps = [re.sub(r"^subd-|~\d+$", "", step) for step in quotation.provision.split("/")[1:]]
        printed = re.findall(r"[\w.]+", quotation.citation)
        assert printed[len(printed) - len(steps) :] == steps, quotation


@pytest.mark.parametrize("profile", PROFILES, ids=_name)
def test_not_found_is_said_only_of_texts_that_are_whole(profile: Profile) -> None:
    known = {statute.id for statute in profile.statutes}
    for cell in profile.cells:
        if isinstance(cell, NotFound):
            assert cell.searched, cell
            assert set(cell.searched) <= known, cell
            for statute in cell.searched:
                gaps = [node for node in _law(statute).provisions if node.is_gap]
                assert not gaps, (cell, statute)


@pytest.mark.parametrize("profile", PROFILES, ids=_name)
def test_facts_name_their_sources_and_programs_without_a_law_quote_none(profile: Profile) -> None:
    facts = [cell for cell in profile.cells if isinstance(cell, Fact)]
    for fact in facts:
        assert all(source.name for source in fact.sources), fact
    if not profile.statutes:
        assert facts
        assert not any(isinstance(cell, Quoted | NotFound) for cell in profile.cells)


def test_every_act_of_the_index_has_a_profile_and_the_same_default() -> None:
    library = _library()
    kept = {f"{profile.jurisdiction}/{profile.id}" for profile in PROFILES}
    wanted = set(library.act_ids())
    assert wanted - kept == {"us-nh/innovation-school-rules"}
    for state in jurisdictions():
        act = library.default_act(state)
        assert act is None or act.id == f"{state}/{load_profile(state).id}"


def test_kentucky_s_seventy_percent_is_a_fact_of_the_bill_s_record() -> None:
    cell = load_profile("us-ky").cell("approval-threshold")
    assert isinstance(cell, Fact)
    assert "hb37" in cell.sources[0].address
    assert parameters_of(cell)["vote share"].text == "70 percent"


def test_mississippi_s_vote_is_not_found_and_minnesota_s_is_not_held() -> None:
    assert isinstance(load_profile("us-ms").cell("approval-threshold"), NotFound)
    assert isinstance(load_profile("us-mn").cell("approval-threshold"), NotHeld)


def _held_lines(statute: str) -> list[str]:
    text = (SOURCES / f"{statute}.txt").read_text(encoding="utf-8").split("\n---\n", 1)[1]
    lines = [line for line in text.splitlines() if not line.startswith("??")]
    return [re.sub(r"\[\[.*?\]\]", "\x00", line) for line in lines]


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source texts lie beside the checkout only")
@pytest.mark.parametrize("profile", PROFILES, ids=_name)
def test_every_quotation_stands_in_the_source_text_too(profile: Profile) -> None:
    for cell, quotation in _quotations(profile):
        lines = _held_lines(quotation.statute)
        assert any(quotation.words in line for line in lines), (cell.kind, quotation.words)
