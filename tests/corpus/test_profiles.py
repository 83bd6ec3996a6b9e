"""Every curated cell must be true: words at their place, silence only where the text is whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from billkit.reading.kinds import KINDS
from billkit.reading.loading import jurisdictions, load_profiles
from billkit.reading.profiles import Cell, Fact, NotFound, NotHeld, Profile, Quotation, Quoted

SOURCES = Path(__file__).resolve().parents[3] / "shared" / "statutes"

PROFILES = [profile for state in jurisdictions() for profile in load_profiles(state)]


def _name(profile: Profile) -> str:
    return f"{profile.jurisdiction}/{profile.id}"


def _quotations(profile: Profile) -> Iterator[tuple[Cell, Quotation]]:
    for cell in profile.cells:
        if isinstance(cell, Quoted):
            for quotation in cell.quotations:
                yield cell, quotation


def _held_lines(statute: str) -> list[str]:
    text = (SOURCES / f"{statute}.txt").read_text(encoding="utf-8").split("\n---\n", 1)[1]
    lines = [line for line in text.splitlines() if not line.startswith("??")]
    return [re.sub(r"\[\[.*?\]\]", "\x00", line) for line in lines]


def _is_whole(statute: str) -> bool:
    text = (SOURCES / f"{statute}.txt").read_text(encoding="utf-8").split("\n---\n", 1)[1]
    return "[[" not in text and not re.search(r"^\?\?", text, re.MULTILINE)


@pytest.mark.parametrize("profile", PROFILES, ids=_name)
def test_every_kind_has_a_cell(profile: Profile) -> None:
    assert profile.kinds == tuple(KINDS)


@pytest.mark.parametrize("profile", PROFILES, ids=_name)
def test_cells_of_a_kind_are_of_one_state_of_knowledge_and_named_apart(profile: Profile) -> None:
    for kind in profile.kinds:
        cells = profile.cells_of(kind)
        assert len({cell.id for cell in cells}) == len(cells), kind
        if any(isinstance(cell, NotFound | NotHeld) for cell in cells):
            assert len(cells) == 1, kind


@pytest.mark.parametrize("profile", PROFILES, ids=_name)
def test_quotations_name_a_statute_of_the_act(profile: Profile) -> None:
    known = {statute.id: statute.citation for statute in profile.statutes}
    for cell, quotation in _quotations(profile):
        assert quotation.statute in known, cell
        cited = known[quotation.statute]
        head = cited.rpartition(" ")[0] if "Admin. Rules" in cited else cited
        assert quotation.citation.startswith(head), cell
    for cell in profile.cells:
        if isinstance(cell, NotFound):
            assert cell.searched, cell
            assert set(cell.searched) <= set(known), cell


@pytest.mark.parametrize("profile", PROFILES, ids=_name)
def test_facts_name_their_sources(profile: Profile) -> None:
    facts = [cell for cell in profile.cells if isinstance(cell, Fact)]
    for fact in facts:
        assert all(source.name for source in fact.sources), fact
    if not profile.statutes:
        assert facts
        assert not any(isinstance(cell, Quoted | NotFound) for cell in profile.cells)


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source texts lie beside the checkout only")
@pytest.mark.parametrize("profile", PROFILES, ids=_name)
def test_quotations_stand_word_for_word_in_the_source_texts(profile: Profile) -> None:
    for cell, quotation in _quotations(profile):
        lines = _held_lines(quotation.statute)
        assert any(quotation.words in line for line in lines), (cell.kind, quotation.words)


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source texts lie beside the checkout only")
@pytest.mark.parametrize("profile", PROFILES, ids=_name)
def test_not_found_is_said_only_of_whole_texts(profile: Profile) -> None:
    for cell in profile.cells:
        if isinstance(cell, NotFound):
            assert all(_is_whole(statute) for statute in cell.searched), cell


def test_each_state_has_one_default_act() -> None:
    for state in jurisdictions():
        ids = [profile.id for profile in load_profiles(state)]
        assert len(set(ids)) == len(ids), state
