"""Heads: the numbers of sections and larger units, and the headings after them."""

from __future__ import annotations

import pytest

from billkit.readers.heads import is_heading, parse_head, split_heading


@pytest.mark.parametrize(
    ("line", "kind", "num", "heading"),
    [
        ("SECTION 1. (1) For purposes", "section", "SECTION 1.", None),
        ("NEW SECTION.  Sec. 2.  The board", "section", "NEW SECTION.  Sec. 2.", None),
        ("Sec. 52. PILOT PROGRAM.", "section", "Sec. 52.", "PILOT PROGRAM."),
        ("Section 1. [124D.99] ZONES.", "section", "Section 1.", "[124D.99] ZONES."),
        ("Sec. 301. (uncodified)", "section", "Sec. 301.", "(uncodified)"),
        ("124F.01 INNOVATION ZONES.", "section", "124F.01", "INNOVATION ZONES."),
        ("15.1-06-08.1. Statutes — Waiver.", "section", "15.1-06-08.1.", "Statutes — Waiver."),
        ("22-11-704. Plans - reports.", "section", "22-11-704.", "Plans - reports."),
        ("Ed 1402.01 Definitions", "section", "Ed 1402.01", "Definitions"),
        ("0520-01-02-.12 WAIVERS", "section", "0520-01-02-.12", "WAIVERS"),
        ("194-E:3 State Approval. -", "section", "194-E:3", "State Approval. -"),
        ("28A.230.090 Requirements.", "section", "28A.230.090", "Requirements."),
        ("20-7-1605. (Temporary) Grants.", "section", "20-7-1605.", "(Temporary) Grants."),
        ("403.340. Modification of decree.", "section", "403.340.", "Modification of decree."),
        ("§ 22-32.5-104. Plans", "section", "§ 22-32.5-104.", "Plans"),
        ('"76-1-102. Purpose.', "section", '"76-1-102.', "Purpose."),
        ("6A:5-1.4 Equivalency process", "section", "6A:5-1.4", "Equivalency process"),
        ("1001.42 Powers and duties.—", "section", "1001.42", "Powers and duties.—"),
        ("47600. (a) This part", "section", "47600.", None),
        ("Section 1703-A.  Definitions.", "section", "Section 1703-A.", "Definitions."),
        ("§ 115C-238.29. Definitions.", "section", "§ 115C-238.29.", "Definitions."),
        ("§3973. Definitions", "section", "§3973.", "Definitions"),
        ("Sec. 27A-5. Charter school.", "section", "Sec. 27A-5.", "Charter school."),
        ("IC 20-24-1-1 Applicability", "section", "IC 20-24-1-1", "Applicability"),
        ("Sec. 29.901. PLACEMENT.", "section", "Sec. 29.901.", "PLACEMENT."),
        ("15-181. Charter schools; scope", "section", "15-181.", "Charter schools; scope"),
        ("Subdivision 1.Scope.", "subdivision", "Subdivision 1.", "Scope."),
        ("Subd. 3a. Panel.", "subdivision", "Subd. 3a.", "Panel."),
        ("ARTICLE 1", "article", "ARTICLE 1", ""),
        ("Article IV. General Provisions", "article", "Article IV.", "General Provisions"),
        ("PART 2 - DUTIES", "part", "PART 2", "- DUTIES"),
        ("CHAPTER 204E", "chapter", "CHAPTER 204E", ""),
        ("156.108", "section", "156.108", ""),
        ("49-1-602.", "section", "49-1-602.", ""),
    ],
)
def test_heads(line: str, kind: str, num: str, heading: str | None) -> None:
    head = parse_head(line)
    assert head is not None
    assert (head.kind, head.num) == (kind, num)
    if heading is not None:
        rest = line[head.end :].strip()
        assert rest == heading
        assert not heading or is_heading(rest, followed=True)


@pytest.mark.parametrize(
    "line",
    [
        "1994-95 School year",
        "2019-2020 The year",
        "12.5 Percent of the fund",
        "1.5. Commissioner",
        "10-12 Members",
        "30-day Notice",
        "22-32.5-104, and the board",
        "22-11-703 applies to",
        "Section 5 applies.",
        "Section 27-7-5, Mississippi Code of 1972, is amended",
        "KRS 156.108 is amended to read",
        "Title 37, Mississippi Code of 1972",
        "23.0171.01000",
        "25.9023.02000 SENATE BILL NO. 2001",
        "Part 2 of article 3 applies.",
        "PART 2 of the act",
        "ARTICLE 1-",
        "(1) One",
        "the board",
        "",
    ],
)
def test_lines_that_only_begin_like_heads(line: str) -> None:
    assert parse_head(line) is None


@pytest.mark.parametrize(
    ("text", "followed", "parts"),
    [
        ("Short title. This Act may be cited.", False, ("Short title.", "This Act may be cited.")),
        ("AMENDMENT. Section 5 is amended:", False, ("AMENDMENT.", "Section 5 is amended:")),
        ("The board shall meet. It may act.", True, ("", "The board shall meet. It may act.")),
        ("This act takes effect July 1.", True, ("", "This act takes effect July 1.")),
        ("Persons who may vote.", True, ("Persons who may vote.", "")),
        ("Persons who may vote.", False, ("", "Persons who may vote.")),
        ("Child must be placed — Removal.", True, ("Child must be placed — Removal.", "")),
        ("Fees. (Effective until July 1) One.", False, ("Fees. (Effective until July 1)", "One.")),
        ("Definitions. - In this section:", False, ("Definitions. -", "In this section:")),
        ("Duties of No. 5. The fine is due.", False, ("Duties of No. 5.", "The fine is due.")),
        ("Duties.—The board shall act.", True, ("Duties.—", "The board shall act.")),
        ("Terms.--The following apply.", True, ("Terms.--", "The following apply.")),
        ("Title. – This chapter is short.", True, ("Title. –", "This chapter is short.")),
        ("Duties. and powers", False, ("", "Duties. and powers")),
        ("The following is section 3:", False, ("", "The following is section 3:")),
        ("Whereas, the secretary", False, ("", "Whereas, the secretary")),
        ("10. 11.", True, ("", "10. 11.")),
        ("AN ACT TO AMEND", True, ("", "AN ACT TO AMEND")),
        ("x" * 500, True, ("", "x" * 500)),
        ("", True, ("", "")),
    ],
)  # fmt: skip
def test_headings_are_told_from_the_words_after_them(
    text: str,
    followed: bool,  # noqa: FBT001 - a parameter of the test
    parts: tuple[str, str],
) -> None:
    assert split_heading(text, followed=followed) == parts
