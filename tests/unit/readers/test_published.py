from __future__ import annotations

import gzip
import io
import time
import zipfile
import zlib
from base64 import a85encode
from collections.abc import Callable

import pytest

from billkit.errors import ReadError
from billkit.readers.html import read_html
from billkit.readers.pages import Line, Page, cleaned, paragraphs, typed_page
from billkit.readers.pdf import MAX_PAGES, read_pdf
from billkit.readers.published import PublishedCopy, read_published
from tests.unit.readers import layouts

LAW = """\
(1) The council may designate a pilot library where the trustees of the library, after a hearing \
of which notice was given not fewer than fourteen (14) days before, have agreed to the plan by a \
vote of two-thirds of those present and have filed the plan with the office.
(2) A plan shall describe:
(a) The rules of the council from which the library asks to be released, and for each of them the \
benefit that is expected, the readers who are concerned, and the cost of the first year;
(b) The hours, the reference service, and the efficient use of staff and of the first floor; and
(c) How long-standing agreements with well-known publishers, and the certification of specialists \
under section 12-3-4.5(2), are kept.
(3) The office shall publish each plan, shall report to the council under subsection (2) of this \
section in every even-numbered year, and may end a pilot that has not met its aims, but only after \
the trustees were heard and were given ninety (90) days to mend what was found.
(4) This section does not release a library from the laws on civil rights, on the health and \
safety of its readers, on open records, or on the audit of its accounts.
""".splitlines()
KENTUCKY_NOTES = (
    "Effective: July 12, 2012 "
    "History: Created 2012 Ky. Acts ch. 40, sec. 1, effective July 12, 2012."
)


def _words(copy: PublishedCopy) -> list[str]:
    return [paragraph.replace("-\n", "") for paragraph in copy.unbroken()]


LAYOUTS: dict[str, tuple[Callable[[list[str]], bytes], list[str], list[str]]] = {
    "Kentucky, PDF": (
        lambda law: layouts.kentucky_pdf("171.500", "Pilot libraries.", law),
        ["171.500 Pilot libraries."],
        [KENTUCKY_NOTES],
    ),
    "North Dakota, PDF": (
        lambda law: layouts.north_dakota_pdf([("54-24-20", "Pilot libraries - Plan", law)]),
        ["CHAPTER 15.1-06 SCHOOLS", "54-24-20. Pilot libraries - Plan"],
        [],
    ),
    "Mississippi, bill in PDF": (lambda law: layouts.mississippi_bill_pdf("2191", law), [], []),
    "Mississippi, web page": (
        lambda law: layouts.mississippi_html("39-3-500", "Pilot libraries", law),
        ["§ 39-3-500. Pilot libraries"],
        ["HISTORY: Laws, 2015, ch. 425, § 1, eff from and after July 1, 2015."],
    ),
    "Minnesota, web page": (
        lambda law: layouts.minnesota_html(
            "134.99", "PILOT LIBRARIES.", [("Subdivision 1.", "Plan.", law)]
        ),
        ["134.99 PILOT LIBRARIES.", "Subdivision 1. Plan."],
        ["History:", "1Sp2017 c 5 art 2 s 52"],
    ),
    "Minnesota, bill as text": (layouts.minnesota_text, [], []),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_copy_gives_the_words_of_the_law_and_nothing_of_the_page(layout: str) -> None:
    make, before, after = LAYOUTS[layout]
    assert _words(read_published(make(LAW), file="copy")) == [*before, *LAW, *after]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_changed_word_shows_in_every_layout(layout: str) -> None:
    make, before, after = LAYOUTS[layout]
    changed = [paragraph.replace("ninety (90)", "sixty (60)") for paragraph in LAW]
    assert _words(read_published(make(changed))) == [*before, *changed, *after]


def test_long_texts_of_many_pages_lose_nothing() -> None:
    law = [paragraph.replace("(1)", f"({n})") for n in range(30) for paragraph in LAW]
    for make in (
        lambda law: layouts.mississippi_bill_pdf("2191", law),
        layouts.minnesota_text,
    ):
        assert _words(read_published(make(law))) == law


def test_a_plain_text_with_a_provision_on_each_line_stays_as_it_is() -> None:
    copy = read_published("\r\n".join(LAW).encode())
    assert (copy.format, list(copy.paragraphs)) == ("text", LAW)
    assert copy.text == "\n".join(LAW)


def test_a_broken_word_is_mended_only_where_it_is_known_how() -> None:
    copy = PublishedCopy(("a long-\nstanding appli-\ncation", "long-standing rules"), "text")
    assert copy.unbroken() == ("a long-standing appli-\ncation", "long-standing rules")
    assert copy.unbroken(["application"])[0] == "a long-standing application"
    both = PublishedCopy(("a re-\nform", "reform or re-form"), "text")
    assert both.unbroken()[0] == "a re-\nform"


def test_margin_numbers_go_and_numbers_of_the_law_stay() -> None:
    page = typed_page(
        "1  (1) The fee is\n2  45 dollars; and\n3  60 dollars\n4  for others.\n5  End."
    )
    assert [line.text for line in cleaned([page])[0].lines] == [
        "(1) The fee is", "45 dollars; and", "60 dollars", "for others.", "End.",
    ]  # fmt: skip
    listed = typed_page("1. One.\n2. Two.\n3. Three.\n4. Four.\n5. Five.")
    assert cleaned([listed]) == (listed,)
    counted = typed_page("10 chairs\n20 tables\n30 lamps\n40 books\n50 pens")
    assert cleaned([counted]) == (counted,)
    behind = typed_page(
        "(1) The fee   1\nis due on   2\nthe first   3\nof May.     4\n            5"
    )
    assert [line.text for line in cleaned([behind])[0].lines] == [
        "(1) The fee", "is due on", "the first", "of May.",
    ]  # fmt: skip


def test_a_short_last_page_has_margin_numbers_too() -> None:
    first = typed_page("\n".join(f"{n} line {n} of it" for n in range(1, 9)))
    last = typed_page("1 and the end\n2 of it.")
    assert [line.text for line in cleaned([first, last])[1].lines] == ["and the end", "of it."]
    lines = [line.text for line in cleaned([first, typed_page("3 fees\n9 dues")])[1].lines]
    assert lines == ["3 fees", "9 dues"]


def test_a_figure_at_a_lines_head_outside_the_count_stays() -> None:
    page = typed_page("1 (1) The\n2 fee is\n45 dollars\n4 for a\n5 year or\n6 part of\n7 one.")
    assert [line.text for line in cleaned([page])[0].lines][2] == "45 dollars"


def test_running_lines_are_known_by_coming_back() -> None:
    pages = [
        typed_page(f"TITLE 37\n(1) {word} law of page {n}\n{word} end.\n\nChapter {n}")
        for n, word in enumerate(("One", "Another", "A third", "A fourth"), start=1)
    ]
    assert [line.text for line in cleaned(pages)[2].lines] == [
        "(1) A third law of page 3", "A third end.",
    ]  # fmt: skip


def test_the_words_of_a_page_that_does_not_come_back_stay() -> None:
    pages = [typed_page("TITLE 37\n(1) A law."), typed_page("(2) Another law.")]
    assert [len(page.lines) for page in cleaned(pages)] == [2, 1]


def test_paragraphs_open_at_enumerators_gaps_and_after_short_lines() -> None:
    lines = (
        Line("(1) The board shall meet as often as it", 0, 100, 0),
        Line("needs to.", 0, 20, 10),
        Line("The chair presides over each of the long", 0, 100, 20),
        Line("(2) of this section applies to them, too.", 0, 100, 30),
        Line("(2) Members serve without any pay at all,", 0, 100, 40),
        Line("but have their costs repaid to them.", 0, 99, 50),
        Line("An open line of words under a wide gap is", 0, 100, 90),
    )
    assert [text.split("\n")[0][:12] for text in paragraphs([Page(lines)])] == [
        "(1) The boar", "The chair pr", "(2) Members ", "An open line",
    ]  # fmt: skip


def test_nothing_is_no_paragraph() -> None:
    assert paragraphs([]) == ()
    assert read_published(b"<html><body></body></html>").paragraphs == ()


def test_a_web_page_shows_its_words_alone() -> None:
    page = (
        "<!doctype html><body>one<br>two<!-- no --><p hidden>no</p><p aria-hidden='true'>no</p>"
        "<p>a<del>no</del>b &sect;&nbsp;5 <b>12-3.</b>Head</p>"
        "<p>new text beginnew words new text end"
        "deleted text beginno deleted text end.</p><table><tr><td>x</td><td>y</td></tr></table>"
    )
    assert read_html(page.encode()) == (
        "one", "two", "ab §\xa05 12-3. Head", "new words .", "x", "y",
    )  # fmt: skip


def test_law_inside_a_form_or_under_its_own_header_is_read() -> None:
    page = (
        "<html><body><form action='x'><header>Site</header><input value='no'><main><article>"
        "<header><h1>12-3. Zones</h1></header><p>(1) A zone.</p><footer>History: 2012.</footer>"
        "</article></main><select><option>no</option></select><footer>Terms</footer></form></body>"
    )
    assert read_html(page.encode()) == ("12-3. Zones", "(1) A zone.", "History: 2012.")


def test_lines_typed_into_a_web_page_make_paragraphs() -> None:
    typed = "\n".join(layouts.wrapped(" ".join(LAW[:1]), 300))
    page = f"<html><body><pre>{typed}\n\n{LAW[1]}</pre></body></html>"
    assert [" ".join(text.split()) for text in read_html(page.encode())] == LAW[:2]


def test_a_web_page_in_the_western_encoding_it_names_is_read() -> None:
    page = "<html><head><meta charset=windows-1252></head><p>“§ 5”</p>".encode("cp1252")
    assert read_html(page) == ("“§ 5”",)
    with pytest.raises(ReadError) as caught:
        read_html(b"<html><p>\xa7 5</p>", file="page.html")
    assert caught.value.findings[0].code == "wrong-encoding"
    with pytest.raises(ReadError):
        read_html(b"<html><meta charset=latin1><p>\x81\xff</p>")


def test_entities_and_files_named_by_a_web_page_are_not_fetched() -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY l "lol">]><html><body>'
        '<p>&x;&l;words</p><iframe src="file:///etc/passwd"></iframe></body></html>'
    )
    assert "root:" not in " ".join(read_html(page.encode()))


def _pdf_of(stream: bytes, filters: str = "/FlateDecode") -> bytes:
    """Writes a PDF file of one page by hand, drawn by that stream."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        f"<</Length {len(stream)}/Filter {filters}>>\nstream\n".encode() + stream + b"\nendstream",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + (
            f"xref\n0 5\n0000000000 65535 f \n{table}trailer<</Root 1 0 R/Size 5>>\n"
            f"startxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )


BOMB = zlib.compress(bytes(80 * 2**20), 9)
WHOLE = layouts.kentucky_pdf("1.010", "Words.", LAW)
ZIP = io.BytesIO()
with zipfile.ZipFile(ZIP, "w") as archive:
    archive.writestr("word/document.xml", "0" * 10_000_000, zipfile.ZIP_DEFLATED)

BAD = {
    "a locked PDF": (layouts.kentucky_pdf("1.010", "Words.", LAW, locked=True), "encrypted-pdf"),
    "a scanned PDF": (layouts.scanned_pdf(), "scanned-pdf"),
    "a PDF that breaks off": (WHOLE[: len(WHOLE) // 2], "broken-pdf"),
    "a PDF with its middle lost": (WHOLE[:200] + WHOLE[-300:], "broken-pdf"),
    "rubbish that calls itself PDF": (b"%PDF-1.4\n" + bytes(range(256)) * 900, "broken-pdf"),
    "rubbish with a PDF's end": (
        b"%PDF-1.4\n" + b"\x00\xff \n" * 200_000 + b"startxref\n99\n%%EOF", "broken-pdf"
    ),
    "a PDF of endless pieces": (
        b"%PDF-1.4\n" + b"\x00 stream\n" * 90_000 + b"startxref\n99\n%%EOF", "too-large"
    ),
    "a PDF that swells": (_pdf_of(BOMB), "too-large"),
    "a PDF that swells in another dress": (
        _pdf_of(a85encode(BOMB) + b"~>", "[/ASCII85Decode/FlateDecode]"), "too-large"
    ),
    "a PDF that swells twice": (
        _pdf_of(zlib.compress(BOMB), "[/FlateDecode/FlateDecode]"), "broken-pdf"
    ),
    "a page drawn without end": (_pdf_of(zlib.compress(b"0 0 m " * 900_000)), "too-large"),
    "a PDF of too many pages": (
        WHOLE + b"/Type/Page " * (MAX_PAGES + 1) + WHOLE[-40:], "too-many-pages"
    ),
    "a PDF of no page": (_pdf_of(b"").replace(b"/Page/", b"/Pace/"), "broken-pdf"),
    "a PDF with an empty page": (_pdf_of(zlib.compress(b" ")), "scanned-pdf"),
    "a Word file": (ZIP.getvalue(), "wrong-encoding"),
    "a packed file": (gzip.compress(bytes(50_000_000)), "wrong-encoding"),
    "bytes that are no text": (b"\xff\xfe\x00\x01" * 50, "wrong-encoding"),
    "a web page without a bottom": (b"<html>" + b"<div>" * 100_000, "too-deep"),
}  # fmt: skip


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_copy_is_refused_quickly_and_in_one_sentence(bad: str) -> None:
    data, code = BAD[bad]
    start = time.process_time()
    with pytest.raises(ReadError) as caught:
        read_published(data, file="copy.pdf")
    assert time.process_time() - start < 2
    (finding,) = caught.value.findings
    assert finding.code == code
    assert finding.where.file == "copy.pdf"


def test_a_pdf_above_the_limit_is_not_even_opened() -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(b"%PDF-1.4" + bytes(17 * 2**20))
    assert caught.value.findings[0].code == "too-large"
