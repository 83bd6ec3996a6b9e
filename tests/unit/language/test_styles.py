from __future__ import annotations

import csv
from pathlib import Path

import pytest

from billkit.clauses.catalogue import CLAUSES, KINDS
from billkit.errors import ReadError
from billkit.language.library import ModelLanguage
from billkit.language.styles import GENERIC, load_style, style_names
from billkit.shipped import shipped
from billkit.text.ladders import Ladder

FOLDER = shipped("model_language")
LANGUAGE = ModelLanguage()
STATES = style_names(FOLDER)
COMPLETE = ("us-ky", "us-ms", "us-nd", "us-mn")
TOLD = Path(__file__).parents[4] / "shared" / "drafting" / "enacting-clauses.csv"


def test_every_state_has_a_style() -> None:
    assert len(STATES) == 50
    assert LANGUAGE.styles() == STATES


@pytest.mark.parametrize("state", [*STATES, GENERIC])
def test_every_fact_says_how_it_is_known_and_from_where(state: str) -> None:
    style = LANGUAGE.style(state)
    facts = dict(style.facts())
    assert facts["enacting-clause"].value
    assert all(fact.source for fact in facts.values())
    assert sum(style.evidence.values()) == len(facts)
    assert (style.evidence.get("generic", 0) == len(facts)) == (state == GENERIC)


@pytest.mark.parametrize("state", STATES)
def test_the_enacting_clause_is_the_states_own(state: str) -> None:
    assert LANGUAGE.style(state).enacting_clause.mark != "generic"


@pytest.mark.parametrize("state", [*STATES, GENERIC])
def test_ladders_can_be_read_and_orders_name_known_kinds(state: str) -> None:
    style = LANGUAGE.style(state)
    assert len(Ladder.parse(style.ladders.code.value).levels) >= 3
    if style.ladders.rules is not None:
        assert Ladder.parse(style.ladders.rules.value).levels
    assert set(style.order.value) == set(KINDS)
    named = {*style.uncodified.value, *style.unavailable, *style.sentences, *style.captions}
    assert named <= set(KINDS)


@pytest.mark.parametrize("state", [*STATES, GENERIC])
def test_the_states_own_sentences_fit_their_clauses(state: str) -> None:
    style = LANGUAGE.style(state)
    for kind in style.sentences:
        assert CLAUSES[kind].own_kind() == kind


@pytest.mark.parametrize("state", COMPLETE)
def test_the_four_are_known_in_all_that_makes_a_bill(state: str) -> None:
    facts = dict(LANGUAGE.style(state).facts())
    wanted = (
        "enacting-clause",
        "words.duty-actor",
        "words.duty-thing",
        "words.prohibition",
        "words.power",
        "words.range-word",
        "numbers.counts",
        "numbers.money",
        "numbers.percent",
        "ladders.code",
        "references.order",
        "references.section-of-bill",
        "definitions.lead-in",
        "title.opening",
        "title.order",
        "sections.new.number",
        "sections.amended.lead-in-numbered",
        "sections.uncodified.number",
        "sentences.effective-date",
        "sentences.sunset",
        "sentences.repealer",
        "unavailable.severability",
        "order",
        "uncodified",
        "marks.added",
        "marks.deleted",
        "page.line-numbers",
        "page.lines",
    )
    assert [name for name in wanted if name not in facts or facts[name].mark == "generic"] == []


def test_north_dakota_tells_the_duty_of_a_thing_from_that_of_an_actor() -> None:
    words = LANGUAGE.style("us-nd").words
    assert words.duty_actor.value == "shall"
    assert words.duty_thing.value == "must"
    assert words.prohibition.value == "may not"
    assert words.duty_thing.mark == "measured"


def test_what_a_state_does_not_say_is_the_plain_form() -> None:
    ohio = LANGUAGE.style("us-oh")
    assert ohio.words == LANGUAGE.style(GENERIC).words
    assert str(ohio) == "Ohio"


def test_an_unknown_state_is_told_with_the_nearest() -> None:
    with pytest.raises(ReadError) as caught:
        load_style("us-kyy", folder=FOLDER)
    (finding,) = caught.value.findings
    assert finding.code == "unknown-jurisdiction"
    assert "us-ky" in finding.hint


def _folder(tmp_path: Path, text: str) -> Path:
    styles = tmp_path / "styles"
    styles.mkdir()
    plain = FOLDER / "styles" / f"{GENERIC}.toml"
    (styles / f"{GENERIC}.toml").write_bytes(plain.read_bytes())
    (styles / "us-zz.toml").write_text(text, encoding="utf-8")
    return tmp_path


HEAD = (
    'jurisdiction = "us-zz"\nname = "Nowhere"\n'
    'enacting-clause = { value = "Be it so:", mark = "memory", source = "a test" }\n'
)


def test_a_fact_without_its_source_is_refused(tmp_path: Path) -> None:
    text = HEAD + '[words]\npower = { value = "may", mark = "rumour" }\nmood = 1\n'
    with pytest.raises(ReadError) as caught:
        load_style("us-zz", folder=_folder(tmp_path, text))
    codes = {finding.code for finding in caught.value.findings}
    assert codes == {"bad-style"}
    paths = {finding.where.path for finding in caught.value.findings}
    assert {"words.power.mark", "words.power.source", "words.mood"} <= paths


@pytest.mark.parametrize("text", ["jurisdiction = ", b"\xff\xfe"])
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, text: str | bytes) -> None:
    folder = _folder(tmp_path, HEAD)
    file = folder / "styles" / "us-zz.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ReadError) as caught:
        load_style("us-zz", folder=folder)
    assert caught.value.findings[0].code == "bad-toml"
    assert caught.value.findings[0].where.file == str(file)


def test_a_fact_of_the_state_takes_the_place_of_the_plain_one(tmp_path: Path) -> None:
    text = HEAD + '[words]\npower = { value = "can", mark = "memory", source = "a test" }\n'
    style = load_style("us-zz", folder=_folder(tmp_path, text))
    assert style.words.power.value == "can"
    assert style.words.duty_actor.mark == "generic"


@pytest.mark.skipif(not TOLD.is_file(), reason="the evidence is not beside the checkout")
def test_enacting_clauses_are_those_of_the_evidence() -> None:
    with TOLD.open(encoding="utf-8", newline="") as file:
        rows = {row["state"]: row for row in csv.DictReader(file)}
    marks = {"yes": "confirmed", "weak": "secondary", "yes (secondary)": "secondary"}
    for state in STATES:
        style = LANGUAGE.style(state)
        row = rows[style.name]
        fact = style.enacting_clause
        assert fact.value.casefold() == row["clause"].casefold()
        assert fact.mark == marks.get(row["confirmed"], "memory")
