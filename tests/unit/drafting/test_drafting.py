from __future__ import annotations

import pytest

from billkit.clauses.bill import Bill
from billkit.clauses.loading import load_bill
from billkit.drafting.arranging import told_apart
from billkit.drafting.deeds import Place, participle
from billkit.drafting.drafting import commentary, draft_bill
from billkit.errors import DraftError
from billkit.language.filling import spoken
from billkit.language.library import ModelLanguage
from billkit.language.voice import Voice
from billkit.tree import Document, Node, join

LANGUAGE = ModelLanguage()
MODEL = load_bill("model-act")
STATES = LANGUAGE.styles()
FOUR = ("us-ky", "us-ms", "us-nd", "us-mn")


def _draft(bill: Bill, state: str) -> Document:
    return draft_bill(bill, LANGUAGE.style(state), language=LANGUAGE)


def _bill(*clauses: dict[str, object], **more: object) -> Bill:
    return Bill.model_validate({"clauses": clauses, **more})


def _lines(document: Document) -> list[str]:
    return [node.words for node in document.provisions]


def test_a_draft_opens_with_title_and_enacting_clause() -> None:
    for state in STATES:
        document = _draft(MODEL, state)
        title, clause, *rest = document.root.children
        assert (title.kind, title.role) == ("title", "frame")
        assert (clause.kind, clause.role) == ("enacting-clause", "frame")
        assert join(clause.text) == LANGUAGE.style(state).enacting_clause.value
        assert rest
        assert document.standing == "draft"
        assert document.jurisdiction == state


def test_sections_are_numbered_in_order_in_every_state() -> None:
    for state in STATES:
        heads = [n for n in _draft(MODEL, state).root.children if n.kind == "section"]
        numbers = [int("".join(c for c in str(n.num) if c.isdecimal())) for n in heads]
        assert numbers == list(range(1, len(heads) + 1)), state


def test_heads_are_frame_and_what_stands_below_is_law() -> None:
    for state in STATES:
        for head in _draft(MODEL, state).root.children:
            assert head.role == "frame"
    law = [n for n in _draft(MODEL, "us-ky").provisions if n.role == "law"]
    assert law
    assert not any("Short title" in n.words for n in law)


def test_no_hole_and_no_mark_is_left_in_any_state() -> None:
    for state in STATES:
        for node in _draft(MODEL, state).provisions:
            for words in (node.words, node.tail_words):
                assert "{" not in words
                assert "}" not in words
                assert not any("\ue000" <= c <= "\uf8ff" for c in words)


def test_numbers_follow_the_ladder() -> None:
    def nums(state: str) -> set[str]:
        return {n.num for n in _draft(MODEL, state).provisions if n.role == "law" and n.num}

    assert {"(1)", "(a)", "1."} <= nums("us-ky")
    assert {"(1)", "(a)", "(i)"} <= nums("us-ms")
    assert {"1.", "a.", "(1)"} <= nums("us-nd")
    assert {"Subdivision 1.", "Subd. 2.", "(a)", "(1)", "(i)"} <= nums("us-mn")
    assert {"I.", "(a)", "(1)"} <= nums("us-nh")


def test_kinds_are_the_states_own_names() -> None:
    document = _draft(MODEL, "us-nd")
    kinds = {(n.num, n.kind) for n in document.provisions if n.role == "law" and n.num}
    assert ("1.", "subsection") in kinds
    assert ("a.", "subdivision") in kinds
    assert ("(1)", "paragraph") in kinds


def test_filled_words_bear_clause_and_field() -> None:
    document = _draft(MODEL, "us-ky")
    origins = {r.origin: r.text for n in document.provisions for r in n.text if r.origin}
    assert origins[("term", "initial")] == "five (5) years"
    assert origins[("renewal", "each")] == "five (5) years"
    assert {("reporting", "reports"), ("authority", "caps")} <= set(origins)


def test_the_same_bill_gives_the_same_draft() -> None:
    for state in FOUR:
        assert _draft(MODEL, state) == _draft(MODEL, state)


def test_the_verbs_are_the_states() -> None:
    minnesota = " ".join(_lines(_draft(MODEL, "us-mn")))
    assert " shall " not in minnesota
    assert " must submit " in minnesota
    assert " must not approve " in minnesota
    dakota = " ".join(_lines(_draft(MODEL, "us-nd")))
    assert "superintendent shall" in dakota
    assert "plan must include" in dakota
    assert "may not approve" in dakota
    assert " shall not " not in dakota


def test_what_a_state_does_not_have_is_refused() -> None:
    bill = _bill(
        {"kind": "term"}, {"kind": "severability"}, {"kind": "emergency", "reason": "it is late"}
    )
    with pytest.raises(DraftError) as caught:
        _draft(bill, "us-ms")
    assert [f.code for f in caught.value.findings] == ["not-in-this-state"] * 2
    assert "1-3-77" in caught.value.findings[0].message
    assert str(caught.value.findings[1].where.path) == "clauses > emergency"


@pytest.mark.parametrize("whole", [True, False])
def test_what_a_state_does_not_have_is_left_out_where_allowed(whole: bool) -> None:  # noqa: FBT001 - pytest gives it by position
    severability: dict[str, object] = {"kind": "severability", "where-allowed": not whole}
    bill = _bill({"kind": "term"}, severability, **{"where-allowed": whole})
    document = _draft(bill, "us-ky")
    note = document.root.children[-1]
    assert (note.kind, note.role) == ("note", "frame")
    assert "severability" in join(note.text)
    assert "446.090" in join(note.text)
    assert not any("held invalid" in n.words for n in document.provisions[:-1])


def test_all_clauses_without_words_are_told_at_once() -> None:
    bill = _bill(
        {"kind": "term", "variant": "of-nowhere"},
        {"kind": "renewal", "variant": "of-nowhere"},
        {"kind": "authority", "body": "moon-board"},
    )
    with pytest.raises(DraftError) as caught:
        _draft(bill, "us-ky")
    codes = [finding.code for finding in caught.value.findings]
    assert codes[:2] == ["unknown-variant"] * 2
    assert "no-words" in codes


def test_uncodified_matter_stands_where_the_state_has_it() -> None:
    bill = _bill(
        {"kind": "short-title", "title": "Zones Act"},
        {"kind": "term"},
        {"kind": "repealer", "units": ["160.107"]},
        {"kind": "effective-date", "on": "July 1, 2027"},
    )
    kentucky = [n.words for n in _draft(bill, "us-ky").root.children[2:]]
    assert kentucky == [
        "SECTION 1. A NEW SECTION OF KRS CHAPTER 160 IS CREATED TO READ AS FOLLOWS:",
        "Section 2. The following KRS section is repealed: KRS 160.107.",
        "Section 3. This Act may be cited as the Zones Act.",
        "Section 4. This Act takes effect July 1, 2027.",
    ]
    mississippi = [n.words for n in _draft(bill, "us-ms").root.children[2:]]
    assert mississippi[0].startswith("SECTION 1. This act shall be known")
    assert mississippi[2] == (
        "SECTION 3. Section 2 of this act shall be codified as a new section in Title 37, "
        "Mississippi Code of 1972."
    )
    assert mississippi[-1].endswith("in force from and after July 1, 2027.")


def _referring(state: str, **more: object) -> Document:
    """Drafts a bill one of whose clauses refers to others of it."""
    clauses: tuple[dict[str, object], ...] = (
        {"kind": "purpose"},
        {"kind": "authority", "under": ["clause purpose"], "caps": ["5 per year"]},
        {"kind": "revocation", "under": ["clause authority", "clause revocation"]},
    )
    return _draft(_bill(*clauses, **more), state)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("us-ky", "under Section 2 of this Act and this section"),
        ("us-ms", "under Section 2 of this act and this section"),
        ("us-nd", "under section 2 of this Act and this section"),
        ("us-mn", "under section 2 and this section"),
        ("us-mt", "under [section 2] and this section"),
    ],
)
def test_references_between_sections_of_the_bill(state: str, words: str) -> None:
    document = _referring(state)
    (node,) = [n for n in document.provisions if words in n.words]
    refs = [run.ref for run in node.text if run.ref]
    assert len(refs) == 2
    assert refs[0] in document.by_id
    assert document.by_id[str(refs[0])].kind == "section"


@pytest.mark.parametrize(
    ("state", "words", "target"),
    [
        ("us-ky", "subsection (1) of this section", "(1)"),
        ("us-ms", "subsection (1) of this section", "(1)"),
        ("us-nd", "subsection 1", "1."),
        ("us-mn", "subdivision 1", "Subdivision 1."),
    ],
)
def test_references_within_one_section(state: str, words: str, target: str) -> None:
    document = _referring(
        state, sections=[{"clauses": ["purpose", "authority", "revocation"], "heading": "Zones"}]
    )
    found = [
        (run.text, document.by_id[run.ref].num)
        for node in document.provisions
        for run in node.text
        if run.ref
    ]
    assert (words, target) in found


def test_several_provisions_of_a_clause_are_named_from_first_to_last() -> None:
    document = _referring("us-ky", sections=[{"clauses": ["purpose", "authority", "revocation"]}])
    texts = [run.text for node in document.provisions for run in node.text if run.ref]
    assert "subsections (2) and (3) of this section" in texts
    assert "subsections (4) to (7) of this section" in texts


def test_a_section_with_a_known_number_bears_it_and_is_cited_by_it() -> None:
    sections = [
        {"clauses": ["purpose", "authority"], "number": "37-179-1"},
        {"clauses": ["revocation"], "number": "37-179-3"},
    ]
    lines = _lines(_referring("us-ms", sections=sections))
    assert (
        "SECTION 1. The following shall be codified as Section 37-179-1, Mississippi Code of 1972:"
        in lines
    )
    assert "37-179-1." in lines
    assert any(
        "under subsections (2) and (3) of Section 37-179-1 and this section" in x for x in lines
    )
    assert not any("shall be codified as a new" in line for line in lines)


def test_clauses_that_share_a_provision_are_written_in_a_row() -> None:
    bill = _bill(
        {"kind": "term"},
        {"kind": "renewal", "conditions": []},
        sections=[{"clauses": [["term", "renewal"]], "codified": False}],
    )
    document = _draft(bill, "us-ky")
    (law,) = [n for n in document.provisions if n.role == "law"]
    assert law.words == (
        "The initial approval of an innovation zone shall be for a period of five (5) years. "
        "The Kentucky Board of Education may grant renewals of an approval. "
        "Each renewal shall not exceed five (5) years."
    )
    assert document.root.children[2].num == "Section 1."


def test_a_clause_with_a_list_is_not_followed_in_one_provision() -> None:
    bill = _bill(
        {"kind": "purpose"}, {"kind": "term"}, sections=[{"clauses": [["purpose", "term"]]}]
    )
    law = [n for n in _draft(bill, "us-ky").provisions if n.role == "law"]
    assert [n.num for n in law if n.kind == "subsection"] == ["(1)", "(2)"]


def test_a_plan_of_sections_names_each_clause_once_and_none_that_is_not_there() -> None:
    plans = [{"clauses": ["term", "trem"]}, {"clauses": ["term"]}]
    with pytest.raises(DraftError) as caught:
        _draft(_bill({"kind": "term"}, sections=plans), "us-ky")
    assert [f.code for f in caught.value.findings] == ["unknown-clause", "clause-placed-twice"]


def test_a_plan_may_name_a_clause_that_was_taken_out() -> None:
    plans = [{"clauses": ["term", "renewal"]}, {"clauses": ["reporting"]}]
    document = _draft(_bill({"kind": "term"}, sections=plans), "us-ky")
    assert [n.num for n in document.root.children if n.kind == "section"] == ["SECTION 1."]


def test_a_reference_to_a_clause_that_is_not_drafted_is_told() -> None:
    bill = _bill({"kind": "authority", "under": ["clause purpose"]})
    with pytest.raises(DraftError) as caught:
        _draft(bill, "us-ky")
    assert caught.value.findings[0].code == "unknown-place"


def test_the_home_of_new_law_is_the_bills_or_the_states() -> None:
    bill = _bill({"kind": "term"}, home="chapter 156")
    assert "KRS CHAPTER 156 IS" in _lines(_draft(bill, "us-ky"))[2]
    assert "chapter 156 of the North Dakota" in _lines(_draft(bill, "us-nd"))[0]
    title = _bill({"kind": "term"}, home="chapter 5 of title 37")
    assert _lines(_draft(title, "us-ms"))[-1].endswith("in Title 37, Mississippi Code of 1972.")


def test_law_without_a_home_is_headed_as_uncodified() -> None:
    bill = _bill({"kind": "term"}, home="title 13")
    lines = _lines(_draft(bill, "us-ky"))
    assert lines[2] == "Section 1."
    assert _lines(_draft(bill, "us-nd"))[0] == "A BILL for an Act to provide for innovation zones."


TITLES = {
    "us-ky": "AN ACT relating to zones, making an appropriation therefor, and declaring an "
    "emergency.",
    "us-nd": "A BILL for an Act to create and enact a new section to chapter 15.1-06 of the North "
    "Dakota Century Code, relating to zones; to repeal section 1-2-3 of the North Dakota "
    "Century Code, relating to zones; to provide an appropriation; to provide an effective "
    "date; to provide an expiration date; and to declare an emergency.",
    "us-wa": "AN ACT Relating to zones; adding a new section to chapter 28A.255 RCW; repealing RCW "
    "1-2-3; making an appropriation; providing an effective date; providing an expiration "
    "date; and declaring an emergency.",
}


@pytest.mark.parametrize("state", TITLES)
def test_a_title_tells_what_the_bill_does(state: str) -> None:
    bill = _bill(
        {"kind": "term"},
        {"kind": "repealer", "units": ["1-2-3"]},
        {"kind": "appropriation", "amount": "$500,000"},
        {"kind": "sunset", "on": "June 30, 2035"},
        {"kind": "emergency", "reason": "schools open in August"},
        {"kind": "effective-date", "on": "July 1, 2027"},
        subject="zones",
    )
    assert _lines(_draft(bill, state))[0] == TITLES[state]


def test_a_title_names_new_sections_by_their_numbers_where_they_are_known() -> None:
    assert _lines(_draft(load_bill("after-north-dakota"), "us-nd"))[0] == (
        "A BILL for an Act to create and enact sections 15.1-06-08.1 and 15.1-06-08.2 of the North "
        "Dakota Century Code, relating to waiver of statutes and the innovative education program; "
        "and to provide for a report."
    )


def test_a_title_of_two_parts() -> None:
    bill = _bill({"kind": "term"}, {"kind": "appropriation", "amount": "$1"}, subject="zones")
    assert _lines(_draft(bill, "us-ky"))[0] == (
        "AN ACT relating to zones and making an appropriation therefor."
    )


def test_an_empty_bill_is_drafted_as_what_it_is() -> None:
    for state in STATES:
        document = _draft(Bill(subject="nothing"), state)
        assert [n.kind for n in document.root.children][:2] == ["title", "enacting-clause"]


@pytest.mark.parametrize(
    ("phrase", "made"),
    [("agree to it", "agreeing to it"), ("permit", "permitting"), ("provide x", "providing x")],
)
def test_participles(phrase: str, made: str) -> None:
    assert participle(phrase) == made


def test_a_place_fills_what_it_knows() -> None:
    place = Place({"title": "37"})
    assert place.fill("Title {title}, Chapter {chapter}") is None
    assert place.fill("Title {title}, Section {section}", section="1") == "Title 37, Section 1"


def test_commentary_stands_beside_the_draft() -> None:
    notes = commentary(MODEL, LANGUAGE.style("us-nd"), language=LANGUAGE)
    assert [note.clause for note in notes] == list(MODEL.ids)
    by_clause = {note.clause: note for note in notes}
    assert by_clause["term"].rationale
    assert any("waiver" in note or "ornament" in note for n in notes for note in n.notes)
    assert "N.D.C.C. § 15.1-06-08.1(3)" in by_clause["term"].sources
    words = " ".join(_lines(_draft(MODEL, "us-nd")))
    assert not any(note in words for n in notes for note in n.notes)


def _depth(node: Node) -> int:
    return 1 + max((_depth(child) for child in node.children), default=0)


def test_definitions_stand_each_in_a_subdivision_in_minnesota() -> None:
    document = _draft(MODEL, "us-mn")
    (section,) = [n for n in document.provisions if join(n.heading) == "DEFINITIONS."]
    heads = [join(child.heading) for child in section.children]
    assert heads[0] == "Scope."
    assert heads[1:] == sorted(heads[1:], key=lambda head: head.rstrip("."))
    assert _depth(section) == 2


def test_definitions_in_a_shared_section_are_its_paragraphs_in_minnesota() -> None:
    bill = _bill(
        {"kind": "definitions", "items": ["zone", "plan"], "scope": "section"},
        {"kind": "term"},
        sections=[{"clauses": ["definitions", "term"], "heading": "Zones"}],
    )
    document = _draft(bill, "us-mn")
    (section,) = [n for n in document.provisions if join(n.heading) == "ZONES."]
    first = section.children[0]
    assert (first.num, join(first.heading)) == ("Subdivision 1.", "Definitions.")
    assert [child.num for child in first.children] == ["(a)", "(b)", "(c)"]
    assert first.children[0].words.startswith("(a) For the purposes of this section,")


def test_a_bills_own_heading_is_printed_where_headings_are() -> None:
    bill = _bill({"kind": "term", "heading": "How long"})
    assert "HOW LONG." in " ".join(_lines(_draft(bill, "us-mn")))
    assert "How long." in " ".join(_lines(_draft(bill, "us-nd")))
    assert "How long" not in " ".join(_lines(_draft(bill, "us-ky")))


def test_a_place_in_a_clause_is_found_by_position_and_by_anchor() -> None:
    document = _draft(load_bill("after-mississippi"), "us-ms")
    words = {run.text: run.ref for node in document.provisions for run in node.text if run.ref}
    assert words["subsection (4) of this section"] == "sec-1/sec-37-179-1/4"
    assert words["subsection (3) of this section"] == "sec-1/sec-37-179-1/3"
    assert words["paragraph (a) of this subsection"] == "sec-2/sec-37-179-3/3/a"
    assert words["Section 37-179-1"] == "sec-1/sec-37-179-1"


POINTED = {
    "us-ky": (
        "Section 2 of this Act",
        "subsection (4) of this section",
        "paragraph (a) of this subsection",
    ),
    "us-nd": ("section 2 of this Act", "subsection 4", "subdivision a"),
    "us-ar": (
        "Section 2 of this act",
        "subsection (d) of this section",
        "subdivision (c)(1) of this section",
    ),
    "us-nh": ("section 2 of this act", "paragraph IV", "subparagraph III(a)"),
    "us-tx": ("Section 2 of this Act", "Subsection (d)", "Subdivision (1)"),
    "us-mn": ("section 2", "subdivision 3, paragraph (b)", "paragraph (a)"),
    "us-co": (
        "section 2 of this act",
        "subsection (4) of this section",
        "subsection (3)(a) of this section",
    ),
    "us-mt": ("[section 2]", "subsection (4)", "subsection (3)(a)"),
    "us-nj": (
        "section 2 of this act",
        "subsection d of this section",
        "paragraph (1) of subsection c of this section",
    ),
}


@pytest.mark.parametrize("state", POINTED)
def test_places_are_told_in_the_states_order(state: str) -> None:
    document = _draft(load_bill("after-mississippi"), state)
    told = [run.text for node in document.provisions for run in node.text if run.ref]
    assert set(POINTED[state]) <= set(told)
    assert all(run.ref in document.by_id for n in document.provisions for run in n.text if run.ref)


def test_a_sentence_is_not_broken_by_the_paragraphs_of_minnesota() -> None:
    document = _draft(load_bill("after-north-dakota"), "us-mn")
    said = [node.words for node in document.provisions]
    assert any(
        "may accept a proposal from any public or nonpublic school" in words for words in said
    )
    assert not any(words.endswith("may accept a proposal") for words in said)


def test_law_of_numbered_sections_is_told_by_its_numbers() -> None:
    clauses: tuple[dict[str, object], ...] = (
        {"kind": "definitions", "items": ["zone"]},
        {"kind": "term"},
    )
    sections = [
        {"clauses": ["definitions"], "number": "156.108"},
        {"clauses": ["term"], "number": "156.109"},
    ]
    lines = _lines(_draft(_bill(*clauses, sections=sections), "us-ky"))
    assert any("As used in KRS 156.108 and 156.109, unless" in line for line in lines)
    alone = _lines(_draft(_bill({"kind": "definitions", "items": ["zone"]}), "us-ky"))
    assert any("As used in this section, unless" in line for line in alone)


def test_definitions_may_hold_for_other_law_and_for_clauses_of_the_bill() -> None:
    also = {"kind": "definitions", "scope": "section", "also": ["158.030", "clause term"]}
    bill = _bill({**also, "items": ["zone"]}, {"kind": "term"})
    lines = _lines(_draft(bill, "us-ky"))
    assert any(
        "As used in this section, KRS 158.030, and Section 2 of this Act" in line for line in lines
    )


def test_a_bill_of_another_state_keeps_its_numbers_at_home() -> None:
    bill = load_bill("after-kentucky")
    assert "SECTION 2. A NEW SECTION OF KRS CHAPTER 160 IS" in " ".join(
        _lines(_draft(bill, "us-ky"))
    )
    dakota = " ".join(_lines(_draft(bill, "us-nd")))
    assert "156.108" not in dakota
    assert "chapter 15.1-06 of the North Dakota Century Code" in dakota


def test_law_outside_the_code_cites_the_code_by_name() -> None:
    words = " ".join(_lines(_draft(load_bill("after-minnesota"), "us-mn")))
    assert "under Minnesota Statutes, section 120B.11" in words
    assert "Minnesota Statutes, section 124D.095, subdivision 7," in words


def test_west_virginia_designates_its_sections_by_the_code() -> None:
    sections = [
        {"clauses": ["term"], "number": "18-5B-1"},
        {"clauses": ["renewal"], "number": "18-5B-2"},
    ]
    bill = _bill({"kind": "term"}, {"kind": "renewal"}, sections=sections, subject="zones")
    lines = _lines(_draft(bill, "us-wv"))
    assert lines[0].startswith(
        "A BILL to amend the Code of West Virginia, 1931, as amended, by adding thereto two new "
        "sections, designated §18-5B-1 and §18-5B-2, all relating to zones;"
    )
    assert any(line.startswith("That the Code of West Virginia, 1931,") for line in lines)
    assert "§18-5B-1." in lines
    assert lines[-1] == "NOTE: The purpose of this bill is to provide for zones."


@pytest.mark.parametrize("state", ["us-ky", "us-wa", "us-ar", "us-tx", "us-nd", "us-ca"])
def test_an_emergency_does_not_contradict_an_effective_date_of_the_bills_own(state: str) -> None:
    emergency: dict[str, object] = {"kind": "emergency", "reason": "schools open in August"}
    dated: dict[str, object] = {"kind": "effective-date", "on": "July 1, 2031"}
    both = " ".join(_lines(_draft(_bill({"kind": "term"}, emergency, dated), state)))
    assert "July 1, 2031" in both
    assert "upon its passage" not in both
    assert "immediately" not in both or state == "us-ar"
    assert "its approval by the Governor" not in both
    alone = " ".join(_lines(_draft(_bill({"kind": "term"}, emergency), state)))
    assert state == "us-nd" or "effect" in alone


def test_a_vote_names_what_is_voted_on_and_what_its_result_goes_with() -> None:
    stages = ("approve", "revise", "renew", "withdraw")
    votes = [{"body": "teachers", "stage": stage} for stage in stages]
    bill = _bill(
        {"kind": "authority"},
        {"kind": "application"},
        {"kind": "term"},
        {"kind": "renewal"},
        {"kind": "revocation", "withdrawal": True},
        {"kind": "approval-threshold", "votes": votes},
    )
    lines = _lines(_draft(bill, "us-co"))
    assert any("withdraws, the withdrawal must be approved by" in line for line in lines)
    assert any("takes effect, the plan must be approved by" in line for line in lines)
    assert any("is revised, the revision must be approved by" in line for line in lines)
    assert any("is requested, the request must be approved by" in line for line in lines)
    assert any("application, request, or notice for which the vote" in line for line in lines)
    usual = _bill(
        {"kind": "application"}, {"kind": "approval-threshold", "votes": [{"body": "teachers"}]}
    )
    lines = _lines(_draft(usual, "us-co"))
    assert any(line.endswith("submitted with the application.") for line in lines)


def test_an_officer_who_is_board_and_chief_at_once_is_defined_once() -> None:
    bill = _bill(
        {"kind": "definitions", "items": ["state-board", "chief", "department"]}, {"kind": "term"}
    )
    lines = _lines(_draft(bill, "us-nd"))
    assert sum("superintendent of public instruction." in line for line in lines) == 1
    assert sum(" means the " in line for line in lines) == 2
    assert sum(" means the " in line for line in _lines(_draft(bill, "us-ky"))) == 3


def test_a_clause_the_state_has_not_and_a_text_that_is_not_there_are_told_at_once() -> None:
    bill = _bill({"kind": "severability"}, {"kind": "term", "variant": "kentuky"})
    with pytest.raises(DraftError) as caught:
        _draft(bill, "us-ky")
    codes = [finding.code for finding in caught.value.findings]
    assert codes == ["not-in-this-state", "unknown-variant"]


# Names and titles, set once


@pytest.mark.parametrize("state", STATES)
def test_the_title_of_a_bill_flows_into_its_short_title(state: str) -> None:
    bill = load_bill('extends = "model-act"\ntitle = "Learning Laboratories Act"\n')
    document = _draft(bill, state)
    text = "\n".join(_lines(document))
    assert "Learning Laboratories Act" in text
    assert "Innovation Zones Act" not in text
    assert document.title == "Learning Laboratories Act"


@pytest.mark.parametrize("state", STATES)
def test_an_act_is_called_after_its_zones(state: str) -> None:
    bill = load_bill('extends = "model-act"\nnames.zone = "laboratory of learning"\n')
    document = _draft(bill, state)
    text = "\n".join(_lines(document))
    assert "Laboratories of Learning Act" in text
    assert "laboratories of learning" in document.root.children[0].words.casefold()
    assert "aboratory of learning program is established" in text
    assert "innovation zone" not in text.casefold()


def test_a_short_title_of_its_own_goes_before_the_title() -> None:
    bill = _bill({"kind": "short-title", "title": "Zones Act"}, title="A bill")
    assert "This Act may be cited as the Zones Act." in _lines(_draft(bill, "us-ky"))[-1]
    assert bill.act_name == "Zones Act"


def test_sections_of_two_titles_are_listed_and_make_no_range() -> None:
    clauses: tuple[dict[str, object], ...] = (
        {"kind": "definitions", "items": ["zone"]},
        {"kind": "term"},
        {"kind": "renewal"},
    )
    numbers = {"definitions": "156.108", "term": "158.100", "renewal": "160.107"}
    sections = [{"clauses": [kind], "number": number} for kind, number in numbers.items()]
    lines = _lines(_draft(_bill(*clauses, sections=sections), "us-ky"))
    assert any("As used in KRS 156.108, 158.100, and 160.107, unless" in line for line in lines)


@pytest.mark.parametrize("state", STATES)
def test_two_sections_of_a_bill_are_both_named(state: str) -> None:
    bill = _bill({"kind": "definitions", "items": ["zone"]}, {"kind": "term"})
    text = "\n".join(_lines(_draft(bill, state)))
    assert " 1 to 2 of" not in text
    assert " 1 through 2 of" not in text


# Headings that tell apart


@pytest.mark.parametrize("state", [*FOUR, "us-tx", "us-wa", "us-co"])
def test_two_clauses_of_a_kind_have_headings_that_differ(state: str) -> None:
    votes: list[dict[str, object]] = [
        {"kind": "approval-threshold", "id": id_, "votes": [{"stage": stage, "body": "teachers"}]}
        for id_, stage in (("first", "apply"), ("second", "renew"), ("third", "renew"))
    ]
    rest: list[dict[str, object]] = [
        {"kind": kind} for kind in ("application", "authority", "term", "renewal")
    ]
    bill = _bill(*rest, *votes)
    style = LANGUAGE.style(state)
    voice = Voice.of(style, bill.names, bill.ids)
    rendered = told_apart([LANGUAGE.render(clause, voice) for clause in bill.clauses])
    headings = [spoken(each.heading) for each in rendered if each.clause.kind == votes[0]["kind"]]
    assert headings == [
        "Votes required for application",
        "Votes required for renewal (second)",
        "Votes required for renewal (third)",
    ]
    printed = [n.words.casefold() for n in _draft(bill, state).provisions]
    if style.sections.new.heading.value != "none":
        assert any("votes required for application" in line for line in printed)


def test_a_heading_of_the_bills_own_stays_as_it_is() -> None:
    bill = _bill(
        {"kind": "term", "heading": "Time"}, {"kind": "term", "id": "other", "heading": "Time"}
    )
    printed = [n.words for n in _draft(bill, "us-wa").provisions]
    assert not any("other" in line for line in printed)
    alone = [n.words for n in _draft(MODEL, "us-tx").provisions]
    assert any("VOTES REQUIRED." in line for line in alone)
