from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billkit.text.references import Mention, mentions


def _spelled(mention: Mention) -> str:
    """Writes a target on one line: this-scope, code, units above, section, steps."""
    target = mention.target
    parts = [
        f"this {target.scope}" if target.scope not in {"", "that"} else target.scope,
        target.code,
        *(f"{unit} {num}" for unit, num in target.above),
        f"s {target.section}" if target.section else "",
        *(f"{unit or '-'} {num}" for unit, num in target.steps),
    ]
    return " > ".join(part for part in parts if part) + (
        f" [{mention.reach}]" if mention.reach else ""
    )


CASES = {
    "subsection (1) of this section": {"(1)": "this section > subsection 1"},
    "paragraph (a) of this subsection": {"(a)": "this subsection > paragraph a"},
    "subsections (3) and (4)": {"(3)": "subsection 3", "(4)": "subsection 4"},
    "subsection (2), (3), or (4) of this section": {
        "(2)": "this section > subsection 2",
        "(3)": "this section > subsection 3",
        "(4)": "this section > subsection 4",
    },
    "subsections (2)(a) and (b) of this section": {
        "(2)(a)": "this section > subsection 2 > - a",
        "(b)": "this section > subsection 2 > - b",
    },
    "section 6": {"6": "s 6"},
    "Sec. 4": {"4": "s 4"},
    "§ 6-15-2803": {"6-15-2803": "s 6-15-2803"},
    "Section 37-179-3(2)": {"37-179-3(2)": "s 37-179-3 > - 2"},
    "section 22-32.5-103 (2)(a)": {"22-32.5-103 (2)(a)": "s 22-32.5-103 > - 2 > - a"},
    "Sections 37-13-91 and 37-13-92": {"37-13-91": "s 37-13-91", "37-13-92": "s 37-13-92"},
    "Sections 25-41-1 et seq. and 25-61-1 et seq.": {
        "25-41-1": "s 25-41-1 [et seq.]",
        "25-61-1": "s 25-61-1 [et seq.]",
    },
    "Section 53F-5-502(1) or (2)": {
        "53F-5-502(1)": "s 53F-5-502 > - 1",
        "(2)": "s 53F-5-502 > - 2",
    },
    "KRS 156.108": {"156.108": "KRS > s 156.108"},
    "KRS 160.380 and 161.148": {"160.380": "KRS > s 160.380", "161.148": "KRS > s 161.148"},
    "KRS 158.100 to 158.120": {
        "158.100": "KRS > s 158.100",
        "158.120": "KRS > s 158.120 [through]",
    },
    "KRS 9.9(9)(a), 9.95(9)(a), and (b)": {
        "9.9(9)(a)": "KRS > s 9.9 > - 9 > - a",
        "9.95(9)(a)": "KRS > s 9.95 > - 9 > - a",
        "(b)": "KRS > s 9.95 > - 9 > - b",
    },
    "KRS Chapter 61": {"61": "KRS > chapter 61"},
    "KRS Chapters 39A to 39F": {"39A": "KRS > chapter 39A", "39F": "KRS > chapter 39F [through]"},
    "Kentucky Revised Statutes 156.108": {"156.108": "KRS > s 156.108"},
    "chapters 15-20.1, 15.1-06, and 15.1-38": {
        "15-20.1": "chapter 15-20.1",
        "15.1-06": "chapter 15.1-06",
        "15.1-38": "chapter 15.1-38",
    },
    "subsection 4": {"4": "subsection 4"},
    "subsection 3 or 4 of section 5": {
        "3": "s 5 > subsection 3",
        "4": "s 5 > subsection 4",
    },
    "section 15.1-06-08.1": {"15.1-06-08.1": "s 15.1-06-08.1"},
    "subdivision g of subsection 9 of section 12-34-05": {
        "g": "s 12-34-05 > subsection 9 > subdivision g"
    },
    "subdivisions a and b of subsection 2": {
        "a": "subsection 2 > subdivision a",
        "b": "subsection 2 > subdivision b",
    },
    "paragraph 3 of subdivision b of this subsection": {
        "3": "this subsection > subdivision b > paragraph 3"
    },
    "subsection 3 of 39-08-01": {"3": "s 39-08-01 > subsection 3"},
    "Minnesota Statutes, section 123B.045": {"123B.045": "Minn. Stat. > s 123B.045"},
    "Minnesota Statutes 2024, section 126C.10, subdivision 2a": {
        "2a": "Minn. Stat. > s 126C.10 > subdivision 2a"
    },
    "Minnesota Statutes, chapters 122A and 179A": {
        "122A": "Minn. Stat. > chapter 122A",
        "179A": "Minn. Stat. > chapter 179A",
    },
    "sections 120A.20, subdivision 1, and 120A.24": {
        "1": "s 120A.20 > subdivision 1",
        "120A.24": "s 120A.24",
    },
    "section 120B.11, subdivisions 1 and 2": {
        "1": "s 120B.11 > subdivision 1",
        "2": "s 120B.11 > subdivision 2",
    },
    "subdivision 4, paragraph (b), clause (1)": {"(1)": "subdivision 4 > paragraph b > clause 1"},
    "Minn. Stat. § 124F.01, subd. 1(c)": {"1(c)": "Minn. Stat. > s 124F.01 > subdivision 1 > - c"},
    "Laws 2017, First Special Session chapter 5, article 2, section 52": {
        "52": "Laws 2017, First Special Session > chapter 5 > article 2 > s 52"
    },
    "subdivision (c)(1) of this section": {"(c)(1)": "this section > subdivision c > - 1"},
    "subdivisions (c)(1)(A)-(C) of this section": {
        "(c)(1)(A)": "this section > subdivision c > - 1 > - A",
        "(C)": "this section > subdivision c > - 1 > - C [through]",
    },
    "paragraph (a)2.f. of this subsection": {
        "(a)2.f.": "this subsection > paragraph a > - 2 > - f"
    },
    "subparagraph 2. of this paragraph": {"2": "this paragraph > subparagraph 2"},
    "RSA 194-E:2": {"194-E:2": "RSA > s 194-E:2"},
    "RSA 541-A": {"541-A": "RSA > chapter 541-A"},
    "RSA 194-E:2, III(a) and IV": {
        "III(a)": "RSA > s 194-E:2 > paragraph III > - a",
        "IV": "RSA > s 194-E:2 > paragraph IV",
    },
    "paragraph III": {"III": "paragraph III"},
    "Ed 306.27(v)": {"306.27(v)": "N.H. Admin. R. Ed > s 306.27 > - v"},
    "RCW 28A.150.200 through 28A.150.220": {
        "28A.150.200": "RCW > s 28A.150.200",
        "28A.150.220": "RCW > s 28A.150.220 [through]",
    },
    "RCW 28A.150.222, 28A.150.290, and 28A.230.097": {
        "28A.150.222": "RCW > s 28A.150.222",
        "28A.150.290": "RCW > s 28A.150.290",
        "28A.230.097": "RCW > s 28A.230.097",
    },
    "section 502(2), chapter 334, Laws of 2021": {
        "502(2)": "Laws of 2021 > chapter 334 > s 502 > - 2"
    },
    "T.C.A. § 49-1-201(d)": {"49-1-201(d)": "T.C.A. > s 49-1-201 > - d"},
    "this subsection (2)(f)": {"(2)(f)": "this subsection > subsection 2 > - f"},
    "paragraph (a) of this subsection (1)": {"(a)": "this subsection > subsection 1 > paragraph a"},
    "this section": {"this section": "this section"},
    "this chapter": {"this chapter": "this chapter"},
    "Title 37, Mississippi Code of 1972": {"37": "Miss. Code Ann. > title 37"},
    "Chapter 151, Title 37, Mississippi Code of 1972": {
        "151": "Miss. Code Ann. > title 37 > chapter 151"
    },
    "SECTIONS 37-1-9 AND 9-9-9, MISSISSIPPI CODE OF 1972": {
        "37-1-9": "Miss. Code Ann. > s 37-1-9",
        "9-9-9": "Miss. Code Ann. > s 9-9-9",
    },
    "Title 63G, Chapter 3": {"3": "title 63G > chapter 3"},
    "34 CFR 300.22": {"300.22": "C.F.R. > title 34 > s 300.22"},
    "17 CFR 227": {"227": "C.F.R. > title 17 > s 227"},
    "29 C.F.R. Part 1630": {"1630": "C.F.R. > title 29 > part 1630"},
    "42 U.S.C. sec. 1396nn": {"1396nn": "U.S.C. > title 42 > s 1396nn"},
    "42 U.S.C. 1320a-7b(a)": {"1320a-7b(a)": "U.S.C. > title 42 > s 1320a-7b > - a"},
    "United States Code, title 29, section 213(a)(1)": {
        "213(a)(1)": "U.S.C. > title 29 > s 213 > - a > - 1"
    },
    "section 401(a)(9) of the Internal Revenue Code": {"401(a)(9)": "I.R.C. > s 401 > - a > - 9"},
    "sections 4(a)(6) and 18(b)(4)(C) of the Securities Act of 1933": {
        "4(a)(6)": "Securities Act of 1933 > s 4 > - a > - 6",
        "18(b)(4)(C)": "Securities Act of 1933 > s 18 > - b > - 4 > - C",
    },
    "Public Law 94-142": {"94-142": "Pub. L. > public law 94-142"},
    "P.L. 107-110": {"107-110": "Pub. L. > public law 107-110"},
    "Article X, section 1, of the 1972 Montana constitution": {
        "1": "1972 Montana constitution > article X > s 1"
    },
    "N.J.A.C. 6A:5-1.3(a)3": {"6A:5-1.3(a)3": "N.J.A.C. > s 6A:5-1.3 > - a > - 3"},
    "paragraph (1) of subsection a. of section 2 of P.L.2012, c.26": {
        "(1)": "P.L.2012 > chapter 26 > s 2 > subsection a > paragraph 1"
    },
    "702 KAR 7:125": {"7:125": "KAR > title 702 > s 7:125"},
    "sections 1 through 11 of this act": {
        "1": "this act > s 1",
        "11": "this act > s 11 [through]",
    },
    "Section 2 of this Act": {"2": "this act > s 2"},
    "subsection (2) of that section": {"(2)": "that > subsection 2"},
    "subsection (2) of the section": {"(2)": "that > subsection 2"},
    "section 12.01, Education Code": {"12.01": "Education Code > s 12.01"},
    "section 161.210, RSMo": {"161.210": "RSMo > s 161.210"},
    "Division (A)(1) of section 3302.06 of the Revised Code": {
        "(A)(1)": "Revised Code > s 3302.06 > division A > - 1"
    },
}


@pytest.mark.parametrize("phrase", CASES)
@pytest.mark.parametrize("frame", ["{}", "as provided in {}, the board", "(except {})."])
def test_a_printed_reference_is_read_in_its_states_form(phrase: str, frame: str) -> None:
    text = frame.format(phrase)
    found = [m for m in mentions(text) if not m.container]
    assert {m.text: _spelled(m) for m in found} == CASES[phrase]
    for mention in mentions(text):
        assert text[mention.start : mention.end] == mention.text
        start, end = mention.whole
        assert start <= mention.start < mention.end <= end
        assert text[start:end].startswith(phrase[:3])


@pytest.mark.parametrize(
    "text",
    [
        "each political subdivision a copy of the plan",
        "the section on budgets",
        "in part, through 2 online courses",
        "a majority of 60 percent",
        "The title of the bill is as follows",
        "AS FOLLOWS: 12 members",
        "IC units of 5 students",
        "the items listed",
        "on 2-22-23 or 12-31-2024",
        "SECTION OF LAW",
        "in title A BILL",
        "",
    ],
)
def test_words_that_only_resemble_references_are_left_alone(text: str) -> None:
    assert mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("under subsection 3 and 60 days after", ["3"]),
        ("section 5, 2019 and later", ["5"]),
        ("sections 4 and 5 and 30 days later", ["4", "5"]),
        ("KRS 158.100 and 30 days", ["158.100"]),
        ("under subsection 4. And then", ["4"]),
        ("under subdivision a. A plan", ["a"]),
    ],
)
def test_a_list_ends_where_other_numbers_begin(text: str, expected: list[str]) -> None:
    assert [m.text for m in mentions(text)] == expected


def test_every_number_that_only_places_another_is_a_container() -> None:
    found = mentions("paragraph (a) of subsection (2) of section 12-34-05")
    assert [(m.text, m.container) for m in found] == [
        ("(a)", False),
        ("(2)", True),
        ("12-34-05", True),
    ]
    assert [_spelled(m) for m in found] == [
        "s 12-34-05 > subsection 2 > paragraph a",
        "s 12-34-05 > subsection 2",
        "s 12-34-05",
    ]


def test_a_bare_code_number_is_a_reference_in_montana_and_after_a_preposition() -> None:
    text = "the terms defined 20-7-1601(2)(a)"
    assert mentions(text) == ()
    (found,) = mentions(text, jurisdiction="us-mt")
    assert _spelled(found) == "s 20-7-1601 > - 2 > - a"
    assert [m.text for m in mentions("a violation under 39-08-01")] == ["39-08-01"]


def test_places_named_above_or_below_are_references() -> None:
    (found,) = mentions("submitted pursuant to (d) above")
    assert (_spelled(found), found.is_internal) == ("- d", True)


@pytest.mark.parametrize(
    ("text", "internal", "unit"),
    [
        ("subsection (1) of this section", True, "subsection"),
        ("section 6", True, "section"),
        ("this section", True, "section"),
        ("chapter 12", False, "chapter"),
        ("KRS 156.108", False, "section"),
        ("KRS Chapter 61", False, "chapter"),
        ("subsection (1) of that section", False, "subsection"),
    ],
)
def test_words_tell_what_can_lie_inside_and_which_unit_is_meant(
    text: str,
    internal: bool,  # noqa: FBT001  # a column of the table
    unit: str,
) -> None:
    found = mentions(text)[0]
    assert found.is_internal is internal
    assert found.target.unit == unit


def test_endless_chains_and_lists_are_read_in_bounded_depth_and_linear_time() -> None:
    for piece in ("subsection 1 of ", "section 1, subdivision 2, ", "KRS 1.1, ", "§ ", "(1)(a)"):
        seconds = []
        for times in (500, 4_000):
            text = piece * times
            start = time.process_time()
            mentions(text)
            seconds.append(time.process_time() - start)
        assert seconds[1] < 30 * max(seconds[0], 0.01)


@given(
    st.lists(
        st.sampled_from(
            ["section ", "subsections ", "(1)", "(a)", " and ", ", ", " of ", "this ", "12-3-4",
             "KRS ", "1.", " to ", "RSA 1-A:2", "II", " et seq.", "34 CFR ", "title ", "a", "\n",
             "Laws of 2021"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_spans_are_in_order_and_never_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for mention in mentions(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


def test_real_sections_hold_hardly_a_number_after_section_that_is_not_read() -> None:
    pairs = Path(__file__).parents[4] / "shared" / "bench" / "section-pairs.jsonl"
    if not pairs.is_file():
        pytest.skip(f"needs the real section pairs beside the checkout: {pairs.name}")
    named = re.compile(r"\b(?:sub)?(?:section|chapter)s? \(?\d|\bKRS \d+\.\d|\d+ U\.S\.C\. ?\d")
    total = missed = 0
    for line in pairs.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["enacted"]
        spans = [m.whole for m in mentions(text)]
        for match in named.finditer(text):
            total += 1
            missed += not any(start <= match.start() < end for start, end in spans)
    assert total > 600
    assert missed <= total // 200
