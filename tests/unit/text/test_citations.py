from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billkit.errors import ReadError
from billkit.text.citations import Citation, format_citation, parse_citation
from billkit.text.codes import CODES, Code, code_named, split_places

IN_FORM = {
    "KRS 156.108(2)": ("us-ky", "156.108", ("2",)),
    "KRS 156.108(1)(a)1.a.": ("us-ky", "156.108", ("1", "a", "1", "a")),
    "KRS 160.107(2)(a)": ("us-ky", "160.107", ("2", "a")),
    "Miss. Code Ann. § 37-179-1(4)(a)": ("us-ms", "37-179-1", ("4", "a")),
    "Miss. Code Ann. § 37-179-3(1)(a)(i)": ("us-ms", "37-179-3", ("1", "a", "i")),
    "N.D.C.C. § 15.1-06-08.1(3)": ("us-nd", "15.1-06-08.1", ("3",)),
    "Minn. Stat. § 124F.01, subd. 1(c)": ("us-mn", "124F.01", ("1", "c")),
    "Minn. Stat. § 124F.01, subd. 1(c)(1)": ("us-mn", "124F.01", ("1", "c", "1")),
    "C.R.S. 22-32.5-107": ("us-co", "22-32.5-107", ()),
    "C.R.S. 22-32.5-107(3)(a)(I)(A)": ("us-co", "22-32.5-107", ("3", "a", "I", "A")),
    "Ark. Code Ann. § 6-15-2804": ("us-ar", "6-15-2804", ()),
    "RCW 28A.255.010": ("us-wa", "28A.255.010", ()),
    "RSA 194-E:3": ("us-nh", "194-E:3", ()),
    "RSA 193-E:2-a, V(b)": ("us-nh", "193-E:2-a", ("V", "b")),
    "T.C.A. § 49-13-134": ("us-tn", "49-13-134", ()),
    "20-7-1601(1)(a), MCA": ("us-mt", "20-7-1601", ("1", "a")),
    "Utah Code § 53F-5-501": ("us-ut", "53F-5-501", ()),
    "N.J.A.C. 6A:5-1.4(a)1": ("us-nj", "6A:5-1.4", ("a", "1")),
    "Tenn. Comp. R. & Regs. 0520-01-02-.12": ("us-tn", "0520-01-02-.12", ()),
    "W. Va. Code § 18-5B-1": ("us-wv", "18-5B-1", ()),
}


@pytest.mark.parametrize("text", IN_FORM)
def test_a_citation_in_its_states_form_comes_back_as_it_was(text: str) -> None:
    citation = parse_citation(text)
    assert (citation.jurisdiction, citation.section, citation.steps) == IN_FORM[text]
    assert format_citation(citation) == str(citation) == text


@pytest.mark.parametrize(
    ("text", "formatted"),
    [
        ("Miss. Code 37-179-1", "Miss. Code Ann. § 37-179-1"),
        ("Section 37-179-1, Mississippi Code of 1972", "Miss. Code Ann. § 37-179-1"),
        ("N.D. Cent. Code 15.1-06-08", "N.D.C.C. § 15.1-06-08"),
        ("NDCC 15.1-06-08.1(3)", "N.D.C.C. § 15.1-06-08.1(3)"),
        ("North Dakota Century Code section 15.1-06-08", "N.D.C.C. § 15.1-06-08"),
        ("  krs 156.108 ".upper(), "KRS 156.108"),
        ("Minn. Stat. 124F.01 subd. 1(c)", "Minn. Stat. § 124F.01, subd. 1(c)"),
        (
            "Minnesota Statutes 2024, section 124F.01, subdivision 2a, paragraph (b)",
            "Minn. Stat. § 124F.01, subd. 2a(b)",
        ),
        ("Arkansas Code § 6-15-2804(a)(1).", "Ark. Code Ann. § 6-15-2804(a)(1)"),
        ("Ark. Code Ann. § 6-15-2803 (version current in 2024)", "Ark. Code Ann. § 6-15-2803"),
        ("MCA 20-7-1605", "20-7-1605, MCA"),
        ("Colo. Rev. Stat. § 22-32.5-107", "C.R.S. 22-32.5-107"),
        ("Tenn. Code Ann. 49-13-134", "T.C.A. § 49-13-134"),
        ("34 CFR 300.22", "34 C.F.R. § 300.22"),
        ("20 USC 6311(b)", "20 U.S.C. § 6311(b)"),
        ("Mass. Gen. Laws ch. 71, § 92", "M.G.L. c. 71, § 92"),
    ],
)
def test_a_loose_citation_is_understood(text: str, formatted: str) -> None:
    assert str(parse_citation(text)) == formatted


def test_a_number_alone_is_one_of_the_jurisdictions_statutes() -> None:
    assert str(parse_citation("15.1-06-08", jurisdiction="us-nd")) == "N.D.C.C. § 15.1-06-08"
    assert str(parse_citation("§ 124F.01, subd. 2", jurisdiction="us-mn")) == (
        "Minn. Stat. § 124F.01, subd. 2"
    )
    found = parse_citation("Revised Code 3302.06(A)", jurisdiction="us-oh")
    assert str(found) == "R.C. 3302.06(A)"


@pytest.mark.parametrize(
    "text",
    ["", "foo", "15.1-06-08", "KRS", "KRS Chapter 61", "KRS 1.1 and 1.2", "KRS 61.870 to 61.884",
     "subsection (1) of this section", "section 5 of the Example Act", "see KRS 156.108 and on",
     "Sections 25-41-1 et seq., Mississippi Code of 1972", "U.S.C. 5-5"],
)  # fmt: skip
def test_what_names_no_one_section_is_refused(text: str) -> None:
    with pytest.raises(ReadError) as caught:
        parse_citation(text)
    (finding,) = caught.value.findings
    assert finding.code == "unknown-citation"
    assert "KRS 156.108(2)" in finding.hint


def test_a_citation_of_no_known_code_cannot_be_written() -> None:
    with pytest.raises(ReadError) as caught:
        format_citation(Citation("us-zz", "Z.Z.", "1"))
    assert caught.value.findings[0].code == "unknown-code"


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_every_code_of_the_table_is_cited_and_read_again(code: Code) -> None:
    title = "20" if "{title}" in code.cite else ""
    number = "194-E:2" if code.name == "RSA" else "37-179.5"
    citation = Citation(code.jurisdiction, code.name, number, (), title)
    assert parse_citation(str(citation), jurisdiction=code.jurisdiction) == citation
    for name in code.names:
        assert code_named(name) is not None
    for name in code.shared:
        assert code_named(name, jurisdiction=code.jurisdiction) == code


def test_the_table_knows_every_state_and_says_how_well() -> None:
    assert len({code.jurisdiction for code in CODES}) == 51
    assert {code.evidence for code in CODES} <= {"confirmed", "measured", "secondary", "memory"}


PLACES = st.lists(
    st.one_of(st.integers(1, 99).map(str), st.sampled_from("abcdefghABCDII")), max_size=4
)


@given(PLACES, st.sampled_from(["us-ky", "us-ms", "us-nd", "us-mn", "us-co", "us-wa", "us-tn"]))
def test_places_of_any_depth_come_back(places: list[str], jurisdiction: str) -> None:
    code = next(code for code in CODES if code.jurisdiction == jurisdiction)
    citation = Citation(jurisdiction, code.name, "12-34-5.6", tuple(places))
    text = str(citation)
    if jurisdiction in {"us-ky", "us-ms"} and len(places) > 2:
        return  # lower levels are printed as "1.a.", which takes figures and letters in turn
    if jurisdiction == "us-mn" and places and not places[0].isdecimal():
        return  # subdivisions are counted
    assert parse_citation(text) == citation


def test_places_are_separated_however_they_are_printed() -> None:
    assert split_places("(1)(a)2.b.") == ("1", "a", "2", "b")
    assert split_places("(4.5) (a)3ii") == ("4.5", "a", "3", "ii")
    assert split_places("") == ()
