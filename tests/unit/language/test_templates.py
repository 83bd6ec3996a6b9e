from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from billkit.clauses.catalogue import CLAUSES, KINDS
from billkit.clauses.lasting import RenewalClause, TermClause
from billkit.clauses.loading import load_bill
from billkit.clauses.names import Names
from billkit.clauses.samples import variations
from billkit.clauses.scope import NonWaivableClause
from billkit.errors import BillkitError, DraftError, ReadError
from billkit.language.filling import spoken
from billkit.language.library import ModelLanguage
from billkit.language.passages import Passage
from billkit.language.templates import Rendered, load_template, make_environment
from billkit.language.voice import Voice
from billkit.shipped import shipped
from billkit.tree import Run

LANGUAGE = ModelLanguage()
TEXTS = [(kind, variant) for kind in KINDS for variant in LANGUAGE.variants(kind)]
PRESET_CLAUSES = [
    clause
    for preset in sorted((shipped("model_language") / "presets").glob("*.toml"))
    for clause in load_bill(preset.stem).clauses
]
VOICES = tuple(
    Voice.of(LANGUAGE.style(state), Names(), KINDS)
    for state in ("generic", "us-ky", "us-ms", "us-nd", "us-mn", "us-mt")
)
HALVES = (("authority", "north-dakota"), ("eligibility", "north-dakota"))
"""Texts that are a sentence only together, in one provision."""
HEAD = "---\ntitle: A test\nkind: {kind}\nvariant: model\nrationale: a test\n---\n"
UGLY = re.compile(
    r"  |\s[.,;:]|[;:,]{2}|\.\.|\bNone\b|\bTrue\b|[{}\ue000-\uf8ff]|\b(and|the|a) \1\b"
)


def _all(passages: tuple[Passage, ...]) -> list[Passage]:
    return [p for passage in passages for p in (passage, *_all(passage.children))]


def test_every_kind_has_a_model_text() -> None:
    assert LANGUAGE.kinds() == KINDS
    assert all(LANGUAGE.variants(kind)[0] == "model" for kind in KINDS)


@pytest.mark.parametrize(("kind", "variant"), TEXTS)
def test_every_text_says_where_it_is_from_and_why(kind: str, variant: str) -> None:
    template = LANGUAGE.template(kind, variant)
    assert (template.kind, template.variant) == (kind, variant)
    assert template.title
    assert template.rationale
    assert variant == "model" or template.sources


def _rendered(kind: str, variant: str, voice: Voice) -> Iterator[Rendered]:
    """Renders every sample of a kind; a state's text may lack words for points its law lacks."""
    own = [c for c in PRESET_CLAUSES if (c.kind, c.variant) == (kind, variant)]
    if (kind, variant) == ("non-waivable", "arkansas"):
        own.append(NonWaivableClause.model_validate({"items": ["health-safety-rights", "gifted"]}))
    for sample in (*variations(kind), *own):
        clause = sample.model_copy(update={"variant": variant})
        try:
            yield LANGUAGE.render(clause, voice)
        except DraftError as error:
            if variant == "model" or not all("for the point" in f.message for f in error.findings):
                raise


@pytest.mark.parametrize(("kind", "variant"), TEXTS)
def test_every_text_is_words_for_every_clause(kind: str, variant: str) -> None:
    for voice in VOICES:
        drafts = list(_rendered(kind, variant, voice))
        assert drafts
        for rendered in drafts:
            passages = _all(rendered.passages)
            assert passages
            for words in (w for p in passages for w in (p.heading, p.text, p.tail) if w):
                text = spoken(words)
                assert not UGLY.search(text), (kind, variant, voice.style.jurisdiction, text)
                assert all(
                    word.origin is None
                    or word.origin[0] == "names"
                    or (
                        word.origin[0] == rendered.clause.id
                        and word.origin[1].replace("-", "_") in type(rendered.clause).model_fields
                    )
                    for word in words
                    if isinstance(word, Run)
                )


@pytest.mark.parametrize(("kind", "variant"), [text for text in TEXTS if text not in HALVES])
def test_every_provision_ends_as_a_sentence_or_leads_on(kind: str, variant: str) -> None:
    for rendered in _rendered(kind, variant, VOICES[1]):
        for passage in _all(rendered.passages):
            words = spoken(passage.tail or passage.text)
            if passage.text and not passage.children:
                assert words.endswith((".", ";", "; and", "; or", '."')), words


@pytest.mark.parametrize(("kind", "variant"), HALVES)
def test_two_texts_make_one_sentence_together(kind: str, variant: str) -> None:
    assert "sentence" in LANGUAGE.template(kind, variant).rationale


def test_a_field_is_known_by_its_clause_and_name() -> None:
    clause = TermClause(id="first-term", initial="3 years")
    (passage,) = LANGUAGE.render(clause, VOICES[1]).passages
    filled = {w.origin: w.text for w in passage.text if isinstance(w, Run) and w.origin}
    assert filled[("first-term", "initial")] == "three (3) years"


def test_the_states_own_sentence_is_used_for_the_model_text_alone() -> None:
    clause = CLAUSES["short-title"].model_validate({"title": "Zones Act"})
    told = spoken(LANGUAGE.render(clause, VOICES[2]).passages[0].text)
    assert told == 'This act shall be known and may be cited as the "Zones Act."'


def test_notes_go_beside_the_text() -> None:
    clause = NonWaivableClause(note="Asked for by the sponsor.")
    rendered = LANGUAGE.render(clause, VOICES[0])
    assert rendered.notes[-1] == "Asked for by the sponsor."
    assert len(rendered.notes) == 2
    assert "sponsor" not in "".join(spoken(p.text) for p in _all(rendered.passages))


def test_an_unknown_variant_is_told_with_the_nearest() -> None:
    with pytest.raises(DraftError) as caught:
        LANGUAGE.template("term", "modle")
    (finding,) = caught.value.findings
    assert finding.code == "unknown-variant"
    assert '"model"' in finding.hint


def _load(tmp_path: Path, body: str, *, kind: str = "term", head: str = HEAD) -> None:
    folder = tmp_path / kind
    folder.mkdir()
    file = folder / "model.md"
    file.write_text(head.format(kind=kind) + body, encoding="utf-8")
    load_template(file, clause=CLAUSES[kind], environment=make_environment())


BAD = [
    ("{{ clause.intial }}", "unknown-field", 7),
    ("One.\n\n{{ clase.initial }}", "undefined-name", 9),
    ("{{ clause.initial | durration }}", "unknown-filter", 7),
    ("{{ clause.initial | filled }}", "unknown-filter", 7),
    ("{% if clause.initial is durable %}x{% endif %}", "unknown-test", 7),
    ('{% if clause.begins == "aproval" %}x{% endif %}', "unknown-value", 7),
    ("{{ clause.__class__ }}", "unknown-field", 7),
    ("{{ clause.model_dump() }}", "forbidden-in-template", 7),
    ("{{ ''.__class__.__mro__ }}", "unknown-field", 7),
    ("{{ clause.id + 'x' }}", "forbidden-in-template", 7),
    ("{{ clause.id ~ 'x' }}", "forbidden-in-template", 7),
    ("{{ clause['id'] }}", "forbidden-in-template", 7),
    ("{{ 1 + 1 }}", "forbidden-in-template", 7),
    ("{% set x = 1 %}", "forbidden-in-template", 7),
    ("{% include 'x' %}", "forbidden-in-template", 7),
    ("{% macro m() %}x{% endmacro %}", "forbidden-in-template", 7),
    ("{% import 'os' as os %}", "forbidden-in-template", 7),
    ("{% for a, b in clause.initial %}x{% endfor %}", "forbidden-in-template", 7),
    ("{{ shall.upper }}", "unknown-field", 7),
    ("{{ loop.first }}", "undefined-name", 7),
    ("{{ range(3) }}", "forbidden-in-template", 7),
    ("{{ clause.initial ", "template-syntax", 7),
    ("\n{% if clause.specified %}x", "template-syntax", 8),
    ("{% endfor %}", "template-syntax", 7),
]


@pytest.mark.parametrize(("body", "code", "line"), BAD)
def test_what_a_template_may_not_do_is_told_with_its_line(
    tmp_path: Path, body: str, code: str, line: int
) -> None:
    with pytest.raises(ReadError) as caught:
        _load(tmp_path, body)
    found = {(finding.code, finding.where.line) for finding in caught.value.findings}
    assert (code, line) in found
    assert all(str(tmp_path) in str(finding.where.file) for finding in caught.value.findings)


def test_all_faults_of_a_template_are_told_at_once(tmp_path: Path) -> None:
    body = "{{ clause.one }}\n{{ clause.two }}\n{{ three | nothing }}\n"
    with pytest.raises(ReadError) as caught:
        _load(tmp_path, body)
    assert [finding.code for finding in caught.value.findings] == [
        "unknown-field",
        "unknown-field",
        "unknown-filter",
        "undefined-name",
    ]


def test_the_nearest_field_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        _load(tmp_path, "{{ clause.intial }}")
    assert caught.value.findings[0].hint == 'did you mean "initial"?'


def test_a_loop_reaches_the_fields_of_its_elements(tmp_path: Path) -> None:
    body = "{% for item in clause.items %}{{ item.txt }}{{ loop.index }}{% endfor %}"
    with pytest.raises(ReadError) as caught:
        _load(tmp_path, body, kind="non-waivable")
    assert [finding.code for finding in caught.value.findings] == ["unknown-field"] * 2


def test_a_chain_over_keys_must_word_every_key(tmp_path: Path) -> None:
    chain = (
        "{% for i in clause.conditions %}{% if i.text %}x{% elif i.key == 'rules' %}y"
        "{% elif i.key in ['progress', 'compliance'] %}z{% endif %}{% endfor %}"
    )
    with pytest.raises(ReadError) as caught:
        _load(tmp_path, chain, kind="renewal")
    (finding,) = caught.value.findings
    assert finding.code == "unworded-key"
    assert "votes-again" in finding.message


def test_a_chain_with_an_else_words_every_key(tmp_path: Path) -> None:
    _load(
        tmp_path,
        "{% for i in clause.conditions %}{% if i.key == 'rules' %}y{% elif i.key == 'progress' %}"
        "z{% else %}{{ i.text }}{% endif %}{% endfor %}",
        kind="renewal",
    )


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (HEAD.replace("kind: {kind}", "kind: trem"), "stands in the place of"),
        (HEAD.replace("rationale: a test\n", ""), '"rationale" is missing'),
        (HEAD.replace("title", "mood: x\ntitle"), '"mood" is not a key'),
    ],
)
def test_a_head_that_does_not_fit_is_told(tmp_path: Path, head: str, words: str) -> None:
    with pytest.raises(ReadError) as caught:
        _load(tmp_path, "x", head=head)
    assert any(
        finding.code == "bad-front-matter" and words in finding.message
        for finding in caught.value.findings
    )


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "model.md"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(ReadError) as caught:
        load_template(file, clause=TermClause, environment=make_environment())
    assert caught.value.findings[0].code == "unreadable-template"


def _language(tmp_path: Path, kind: str, body: str) -> ModelLanguage:
    folder = tmp_path / "clauses" / kind
    folder.mkdir(parents=True)
    (folder / "model.md").write_text(HEAD.format(kind=kind) + body, encoding="utf-8")
    return ModelLanguage(tmp_path)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("One.\n\n{{ clause.later | term }}", 9),
        ("{{ clause.conditions }}", 7),
        ("{{ clause.where_allowed }}", 7),
        ("{{ clause.id | the }}", 7),
        ("{{ clause.conditions | reference }}", 7),
    ],
)
def test_a_hole_without_words_is_told_when_it_is_filled(
    tmp_path: Path, body: str, line: int
) -> None:
    language = _language(tmp_path, "renewal", body)
    with pytest.raises(BillkitError) as caught:
        language.render(RenewalClause(conditions=()), VOICES[0])
    (finding,) = caught.value.findings
    assert finding.code == "no-words"
    assert finding.where.line == line


def test_markdown_in_a_value_is_only_words(tmp_path: Path) -> None:
    language = _language(tmp_path, "short-title", "{{ clause.title }}")
    title = "1. *Not* a list <b>at all</b> - `or` [this](x) \\ {{ 7 }} # x"
    clause = CLAUSES["short-title"].model_validate({"title": title})
    (passage,) = language.render(clause, VOICES[0]).passages
    assert spoken(passage.text) == title
    assert not passage.children


def test_what_is_no_clause_is_told_when_it_is_rendered(tmp_path: Path) -> None:
    language = _language(tmp_path, "short-title", "# A heading\n")
    with pytest.raises(DraftError) as caught:
        language.render(CLAUSES["short-title"](), VOICES[0])
    assert caught.value.findings[0].code == "bad-structure"


@pytest.mark.parametrize(("kind", "variant"), TEXTS)
def test_a_text_can_be_checked(kind: str, variant: str) -> None:
    found = LANGUAGE.check(kind, variant)
    assert all(finding.severity == "warning" for finding in found)
    assert variant != "model" or not found


def test_a_fault_found_by_checking_is_an_error(tmp_path: Path) -> None:
    body = "{{ clause.later | term }}{{ clause.called }}"
    language = _language(tmp_path, "renewal", body)
    (tmp_path / "styles").mkdir()
    plain = shipped("model_language") / "styles" / "generic.toml"
    (tmp_path / "styles" / "generic.toml").write_bytes(plain.read_bytes())
    (finding,) = language.check("renewal")
    assert (finding.code, finding.severity) == ("no-words", "error")


def test_an_alternative_is_marked_in_brackets() -> None:
    clause = TermClause(alternative="B")
    (passage,) = LANGUAGE.render(clause, VOICES[3]).passages
    assert spoken(passage.text).startswith("[Alternative B] The initial approval")
    assert isinstance(passage.text[0], Run)
    assert passage.text[0].origin == ("term", "alternative")
