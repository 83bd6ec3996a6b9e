"""Plain text, read and written: nothing is lost, and what is written reads back the same."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from billkit.readers.plain_text import read_plain_text
from billkit.text.ladders import Ladder
from billkit.tree import Document
from billkit.writers.plain_text import write_plain_text

NUMS = st.sampled_from(
    re.findall(
        r"\S+",
        "(1) (2) (3) (10) (1.5) (2a) (a) (b) (c) (d) (h) (i) (j) (ii) (iii) (v) (x) (aa) (A) (B)"
        " (I) (II) (Aa) 1. 2. 3. 10. a. b. c. i. ii. I. II. V. A. B. [1] [2] 1) a)",
    )
)
HEADS = st.sampled_from(
    [
        "SECTION 1.", "SECTION 2.", "Sec. 4.", "Section 1. [124D.99] INNOVATION ZONES.",
        "NEW SECTION. Sec. 2.", "22-11-703. Local grants - repeal.", "15.1-06-08.1.", "156.108",
        "Subdivision 1. Plans; terms.", "Subd. 2. Exemptions. The board", "Subd. 3. Panel. (a) The",
        "ARTICLE 1", "ARTICLE II", "PART 2", "194-E:1 Definitions. - In this section:",
        "Be it enacted by the Legislature:", "A BILL for an act", "Sec. 6. Effective dates.",
        "SECTION 1. Section 4 is amended to read as follows:", "Ed 1402.01 Definitions",
    ]
)  # fmt: skip
WORDS = st.sampled_from(
    [
        "The board shall adopt rules", "the plan", "waivers", "and", "or", "A. B. Smith", "I think",
        "shall publish", "(Temporary)", "1994-95", "this article and", "the administra-",
        "of this section", "section", "subsection", "(2) of this", "EFFECTIVE DATE. This",
        "Effective dates.", "Definitions.", "[2466 meters]", "\u00a0x", "“Board” means", "v. Wade",
        "et seq", "§", "$500", "Zones", "15.1-06-08", "THE BOARD",
    ]
)  # fmt: skip
GAPS = st.sampled_from(
    [
        "[[MISSING]]", "[[MISSING: rest of (2)(b)]]", "[[MISSING: subsections (3) to (5)]]",
        "[[MISSING: anything after subsection (2)]]", "[[OMITTED BY COLLECTOR: (1)(a)-(c)]]",
        "[[MISSING: section 3]]", "[[x", "[[MISSING: x",
    ]
)  # fmt: skip
ENDS = st.sampled_from(
    ["", "", ".", ".", ";", ":", ",", "; and", ", or", " and", "-", "—", " --", "?", ")", ".”"]
)
LADDERS = st.sampled_from(
    [
        None,
        Ladder.parse(["subsection (1)", "paragraph (a)", "subparagraph 1.", "clause a."]),
        Ladder.parse(["subsection 1.", "subdivision a.", "paragraph (1)", "subparagraph (a)"]),
        Ladder.parse(["subdivision Subdivision 1. | Subd. 2.", "paragraph (a)", "clause (1)"]),
        Ladder.parse(["subsection (a)", "item (1)", "item (A)", "item (i)", "item (a)"]),
        Ladder.parse(["paragraph I.", "subparagraph (a)", "item (1)"]),
    ]
)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """Draws a line with everything a line of law can begin and end with."""
    parts = draw(st.lists(HEADS, max_size=1 if draw(st.integers(0, 4)) == 0 else 0))
    parts += draw(st.lists(NUMS, max_size=3))
    parts += draw(st.lists(WORDS, max_size=3))
    if draw(st.integers(0, 9)) == 0:
        parts.insert(draw(st.integers(0, len(parts))), draw(GAPS))
    blanks = draw(st.lists(st.sampled_from([" ", " ", "  ", "\t"]), min_size=12, max_size=12))
    line = "".join(part + blank for part, blank in zip(parts, blanks, strict=False)).strip(" \t")
    mark = "?? " if draw(st.integers(0, 9)) == 0 else ""
    return mark + line + draw(ENDS) if line else draw(st.sampled_from(["", "", "—", "and"]))


TEXTS = st.lists(lines(), max_size=12).map("\n".join)

# White space says nothing of the words; a mark holds for each line that is made of one; and an
# empty remark is written in one way.
_MARK = re.compile(r"(?m)(^|\]\])\s*\?\?\s")
_EMPTY = re.compile(r"\[\[MISSING:?\s*\]\]")


def letters(text: str) -> str:
    """Gives all but the white space and the marks of a text."""
    return re.sub(r"\s", "", _EMPTY.sub("[[MISSING]]", _MARK.sub(r"\1", text)))


def in_order(document: Document) -> bool:
    """Says whether the provisions stand in the order of their lines."""
    return list(document.lines) == sorted(document.lines)


@settings(max_examples=400)
@given(TEXTS, LADDERS)
@example("the board\n\nshall meet", None)
@example("(1) One [[MISSING: x]] two\n(2) three", None)
@example("(5)\nThe text.\n(6)\n(a) One.", None)
@example("(a)\n?? v.\nwade", None)
def test_no_letter_is_lost_and_none_is_moved(text: str, ladder: Ladder | None) -> None:
    document = read_plain_text(text, ladder=ladder)
    assert letters(write_plain_text(document)) == letters(text)
    assert len(document.lines) == len(document.provisions)
    assert in_order(document)


@settings(max_examples=400)
@given(TEXTS, LADDERS)
def test_what_is_written_reads_back_the_same(text: str, ladder: Ladder | None) -> None:
    document = read_plain_text(text, ladder=ladder)
    written = write_plain_text(document)
    again = read_plain_text(written, ladder=ladder)
    assert again == document
    assert write_plain_text(again) == written


@settings(max_examples=200)
@given(st.text(alphabet=st.sampled_from("(a)1.i \n;:,-[]?§A“”“x\u00a0\r\t"), max_size=80))
def test_any_text_reads(text: str) -> None:
    document = read_plain_text(text)
    assert read_plain_text(write_plain_text(document)) == document


@settings(max_examples=100)
@given(TEXTS, LADDERS)
def test_line_ends_make_no_difference(text: str, ladder: Ladder | None) -> None:
    document = read_plain_text(text, ladder=ladder)
    assert read_plain_text(text.replace("\n", "\r\n"), ladder=ladder) == document
    assert read_plain_text("\ufeff" + text.replace("\n", "\r") + "\r", ladder=ladder) == document
