"""Plain text: what is refused, what is read, and where it was found."""

from __future__ import annotations

import time

import pytest

from billkit.errors import ReadError
from billkit.readers.plain_text import read_plain_text
from billkit.text.ladders import Ladder
from billkit.tree import MAX_DEPTH, Document, Node, join
from billkit.writers.plain_text import write_plain_text


def words_of(node: Node) -> str:
    return join(node.text)


def test_nothing_reads_as_nothing() -> None:
    for text in ("", "\n", " \t\r\n\x0c\n", "\ufeff"):
        document = read_plain_text(text)
        assert document.provisions == ()
        assert document.lines == ()
        assert write_plain_text(document) == ""


def test_what_the_caller_knows_stands_in_the_document() -> None:
    document = read_plain_text(
        "(1) One.",
        citation="KRS 160.107",
        title="Districts",
        jurisdiction="us-ky",
        standing="repealed",
        section="160.107",
        file="krs.txt",
    )
    assert (document.citation, document.title, document.jurisdiction, document.standing) == (
        "KRS 160.107", "Districts", "us-ky", "repealed",
    )  # fmt: skip
    assert document.ids == ("sec-160.107", "sec-160.107/1")
    assert str(document.where("sec-160.107/1")) == "krs.txt:1"


def test_a_section_that_prints_its_number_is_not_put_in_another() -> None:
    document = read_plain_text("15.1-06-08. Waiver.\n1. One.", section="15.1-06-08")
    assert document.ids == ("sec-15.1-06-08", "sec-15.1-06-08/1")


def test_words_before_the_first_subsection_are_the_section_s() -> None:
    document = read_plain_text("As used in this part:\n(1) One.", section="6-15-2801")
    assert words_of(document.by_id["sec-6-15-2801"]) == "As used in this part:"


def test_lines_are_those_of_the_file() -> None:
    text = "Sec. 4. Plans.\n\n(1)(a) One\ngoes on;\n(b) two; [[MISSING: (c)]] and\n(2) Three."
    document = read_plain_text(text, file="plan.txt")
    assert document.lines == (1, 3, 3, 5, 5, 6)
    assert document.lines[document.ids.index("sec-4/2")] == 6


def test_the_lines_of_words_after_a_list_are_no_provision_s() -> None:
    document = read_plain_text("(1) A person who:\n(a) enters;\nis guilty.\n(2) Two.")
    assert document.by_id["1"].tail_words == "is guilty."
    assert document.lines == (1, 2, 4)


def test_each_line_with_a_control_character_is_told() -> None:
    with pytest.raises(ReadError) as raised:
        read_plain_text("(1) One.\n(2) T\x00wo.\nfine\n\x1bthree", file="law.txt")
    found = raised.value.findings
    assert [finding.code for finding in found] == ["control-character"] * 2
    assert [str(finding.where) for finding in found] == ["law.txt:2", "law.txt:4"]
    assert found[0].caret == (5, 1)
    assert "\x00" not in found[0].excerpt
    assert "U+0000" in found[0].message


def test_a_file_that_is_no_text_is_told_briefly() -> None:
    with pytest.raises(ReadError) as raised:
        read_plain_text("\x00\n" * 5000)
    assert len(raised.value.findings) == 20


@pytest.mark.parametrize("between", ["", "\n", " "])
def test_a_thousand_levels_are_too_deep(between: str) -> None:
    text = between.join(["(1)", "(a)", "(i)", "(A)"] * 250)
    with pytest.raises(ReadError) as raised:
        read_plain_text(text, file="deep.txt")
    finding = raised.value.findings[0]
    assert finding.code == "too-deep"
    assert finding.where.file == "deep.txt"
    assert finding.where.line == (MAX_DEPTH + 1 if between == "\n" else 1)


def test_many_levels_but_not_too_many_are_read() -> None:
    text = "\n".join(["(1) One:", "(a) two:", "(i) three:", "(A) four:"] * 15)
    assert read_plain_text(text).root.depth <= MAX_DEPTH + 1


def test_tabs_hard_blanks_and_page_breaks() -> None:
    text = "\t(1)\u00a0The\tboard \x0c(2) Two  words\u00a0here. \n"
    document = read_plain_text(text)
    assert [node.num for node in document.provisions] == ["(1)", "(2)"]
    assert [words_of(node) for node in document.provisions] == [
        "The\tboard",
        "Two  words\u00a0here.",
    ]


def test_an_empty_line_parts_provisions() -> None:
    document = read_plain_text("the board\n\nshall meet")
    assert [words_of(node) for node in document.provisions] == ["the board", "shall meet"]
    assert write_plain_text(document) == "the board\n\nshall meet\n"


def test_ten_edits_line_wrap() -> None:
    one = read_plain_text(
        "The state board shall adopt rules for the administra-\n"
        "tion of this article and shall publish the rules."
    )
    two = read_plain_text(
        "The state board shall adopt rules for the administration of this article and\n"
        "shall publish the rules."
    )
    assert len(one.provisions) == len(two.provisions) == 1
    assert "administra-\ntion" in one.provisions[0].words


SOURCE = """\
(1) Upon designation, the board shall waive any statute, but not:
[(a)] section 22-2-117;
[(b)] [any] article; or
(c) [Repealed.]
[(5)](a) If the board [of education] revises a plan, it may ask.
[(b)] The board answers.
(10) [The Kentucky Board of Education] shall promulgate rules.
Section 1. [124D.99] INNOVATION ZONES.
"""


def test_an_editor_s_brackets_are_taken_off_on_request() -> None:
    document = read_plain_text(SOURCE, editorial=True)
    assert document.ids == (
        "1", "1/a", "1/b", "1/c", "5", "5/a", "5/b", "10", "sec-1",
    )  # fmt: skip
    assert [node.num for node in document.provisions[1:3]] == ["(a)", "(b)"]
    assert words_of(document.by_id["1/b"]) == "article; or"
    assert words_of(document.by_id["1/c"]) == "[Repealed.]"
    assert words_of(document.by_id["5/a"]) == "If the board revises a plan, it may ask."
    assert words_of(document.by_id["10"]) == "shall promulgate rules."
    assert join(document.by_id["sec-1"].heading) == "[124D.99] INNOVATION ZONES."


def test_otherwise_brackets_are_the_law_s() -> None:
    document = read_plain_text(SOURCE)
    assert words_of(document.by_id["10"]).startswith("[The Kentucky Board")
    assert "[(a)] section 22-2-117;" in write_plain_text(document)


def test_an_editor_s_remark_alone_leaves_no_provision() -> None:
    document = read_plain_text("(1) One.\n[Note of the collector]\n(2) Two.", editorial=True)
    assert document.ids == ("1", "2")


def test_a_bill_is_told_by_its_enacting_clause() -> None:
    text = "AN ACT relating to zones.\nBe it enacted by the Legislature:\nSection 1. (1) One."
    assert read_plain_text(text).standing == "bill"
    assert read_plain_text(text, standing="text").provisions[0].role == "law"
    assert read_plain_text("Section 1. (1) One.").provisions[0].role == "law"
    assert read_plain_text("Section 1. (1) One.", standing="bill").provisions[0].role == "frame"


MINNESOTA = Ladder.parse(
    ["subdivision Subdivision 1. | Subd. 2.", "paragraph (a)", "clause (1)", "item (i)"]
)


def test_the_headed_law_of_a_minnesota_bill_stands_in_its_section() -> None:
    text = (
        "BE IT ENACTED BY THE LEGISLATURE OF THE STATE OF MINNESOTA:\n"
        "Section 1. [124D.99] INNOVATION ZONES.\n"
        "Subdivision 1. Establishment.\nThe program is established.\n"
        "Sec. 2. EFFECTIVE DATE.\nThis act is effective July 1.\n"
    )
    document = read_plain_text(text, ladder=MINNESOTA)
    assert [(node.kind, node.role) for node in document.provisions[1:]] == [
        ("section", "frame"),
        ("section", "law"),
        ("subdivision", "law"),
        ("section", "frame"),
    ]
    assert write_plain_text(document) == text


def test_the_ladder_names_what_it_has_and_depth_the_rest() -> None:
    ladder = Ladder.parse(["subsection 1.", "subdivision a."])
    document = read_plain_text("1. One:\na. two:\n(1) three:\n(a) four.", ladder=ladder)
    assert [node.kind for node in document.provisions] == [
        "subsection", "subdivision", "subparagraph", "clause",
    ]  # fmt: skip


def test_a_ladder_vouches_for_a_lone_enumerator() -> None:
    ladder = Ladder.parse(["paragraph A.", "subparagraph 1."])
    assert read_plain_text("C. the board").provisions[0].num is None
    assert read_plain_text("C. the board", ladder=ladder).provisions[0].num == "C."


@pytest.mark.parametrize(
    "text",
    [
        "(1) " + "word and more, " * 300_000,
        "\n".join(f"({n}) text of the provision;" for n in range(1, 20_000)),
        "\n".join(f"Paragraph {n} of the text." for n in range(20_000)),
        "[[MISSING: " * 20_000,
        "A. " * 50_000,
        "(a" * 100_000,
        "22-1-1. " + "X y. " * 50_000,
    ],
    ids=["one-line", "items", "words", "open-gaps", "letters", "parentheses", "sentences"],
)
def test_long_texts_take_no_time(text: str) -> None:
    start = time.process_time()
    document = read_plain_text(text)
    assert time.process_time() - start < 30
    assert write_plain_text(document).split() == text.split()


def test_a_megabyte_of_law_reads_in_a_second() -> None:
    section = (
        "22-11-{n}. Grants - reports.\n(1) A board may apply for a grant, if it:\n"
        "(a) {words}; and\n(b) has:\n(I) {words}; or\n(II) {words}.\n(2) {words}.\n"
    )
    words = "evidence of the progress made in the programs that the grant pays for, " * 2
    text = "".join(section.format(n=n, words=words.strip(" ,")) for n in range(1500))
    assert len(text) > 1_000_000
    start = time.process_time()
    document = read_plain_text(text)
    assert time.process_time() - start < 30
    assert len(document.provisions) == 7 * 1500


def test_equal_texts_read_to_equal_documents() -> None:
    text = "Sec. 4. Plans.\n(1) One:\n(a) two."
    assert read_plain_text(text) == read_plain_text(text, file="other.txt")
    assert isinstance(read_plain_text(text), Document)
