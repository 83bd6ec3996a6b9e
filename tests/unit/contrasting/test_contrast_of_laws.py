from __future__ import annotations

import billkit
from billkit.clauses.loading import load_bill
from billkit.contrasting.lookout import look_at
from billkit.drafting.drafting import draft_bill
from billkit.language.library import ModelLanguage
from billkit.language.styles import load_style
from billkit.library.loading import load_statute
from billkit.reading.kinds import MAIN_KINDS
from billkit.reading.loading import load_profile
from billkit.shipped import shipped
from billkit.tree import Document, Node, runs


def _model_act() -> Document:
    style = load_style("us-nd", folder=shipped("model_language"))
    return draft_bill(load_bill("model-act"), style, language=ModelLanguage())


def test_a_draft_is_set_beside_the_law_of_four_states() -> None:
    laws = [load_statute(state) for state in ("us-ky", "us-ms", "us-nd", "us-mn")]
    contrast = billkit.contrast(_model_act(), *laws, kinds=MAIN_KINDS)
    assert [party.label for party in contrast.parties] == [
        "draft",
        "Kentucky",
        "Mississippi",
        "North Dakota",
        "Minnesota",
    ]
    term = contrast.row("term")
    assert term is not None
    initial = next(p for p in term.parameters if p.name == "initial term")
    assert initial.values == ("5 years", "5 years", "5 years", "up to 1 year", None)


def test_mississippi_s_unused_term_is_found_unasked() -> None:
    contrast = billkit.contrast(load_statute("us-ky"), load_statute("us-ms"))
    (finding,) = contrast.findings
    assert finding.code == "defined-never-used"
    assert finding.where.path == "Miss. Code Ann. § 37-179-3(3)(b)"
    assert "eligible employees" in finding.message
    assert "eligible employees" in str(contrast)


def test_a_matrix_takes_documents_and_profiles() -> None:
    table = billkit.matrix(load_statute("us-nd"), load_profile("us-ny"), kinds=["term"])
    assert [party.label for party in table.parties] == ["North Dakota", "New York City"]


def _text(*lines: str, standing: str = "text", kind: str = "section") -> Document:
    children = tuple(
        Node("subsection", num=f"({place})", text=runs(line))
        for place, line in enumerate(lines, start=1)
    )
    section = Node(kind, num="1", children=children)
    return Document(Node("document", children=(section,)), standing=standing)  # type: ignore[arg-type]


def test_a_term_that_is_used_in_any_form_is_no_finding() -> None:
    law = _text(
        'As used in this section, "pilot agency" means an agency in the pilot.',
        "Pilot agencies shall report.",
    )
    assert look_at(law) == ()


def test_a_term_never_used_is_a_finding_with_its_place() -> None:
    law = _text('As used in this section, "pilot agency" means an agency.', "It shall report.")
    (finding,) = look_at(law)
    assert finding.severity == "warning"
    assert finding.caret == (26, 12)
    assert finding.excerpt[26:38] == "pilot agency"


def test_a_section_that_defines_for_its_act_is_left_alone_but_a_draft_is_not() -> None:
    wide = ('As used in this chapter, "pilot" means a trial.', "It shall report.")
    assert look_at(_text(*wide)) == ()
    assert [finding.code for finding in look_at(_text(*wide, standing="draft"))] == [
        "defined-never-used"
    ]


def test_a_text_with_gaps_gives_no_finding() -> None:
    law = _text('As used in this section, "pilot" means a trial.')
    gap = Node("gap", status="gap", label="the rest")
    holed = Document(Node("document", children=(*law.root.children, gap)))
    assert look_at(law)
    assert look_at(holed) == ()
