"""What is no sound Akoma Ntoso is refused with one clear error."""

from __future__ import annotations

import pytest

from billkit.akn import read_akn, write_akn
from billkit.akn.names import AKN, BILLKIT
from billkit.errors import Finding, ReadError
from billkit.tree import MAX_DEPTH, Document, Node, runs

GOOD = write_akn(
    Document(Node("document", children=(Node("section", "1.", text=runs("Vier Wörter — hier.")),)))
)


def refused(source: bytes) -> Finding:
    with pytest.raises(ReadError) as caught:
        read_akn(source, file="law.xml")
    (finding,) = caught.value.findings
    assert finding.where.file == "law.xml"
    assert finding.message.endswith(".")
    return finding


@pytest.mark.parametrize("source", [b"", b"  \n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(source: bytes) -> None:
    assert refused(source).code == "empty-file"


def test_malformed_xml_shows_the_place() -> None:
    finding = refused(b"<akomaNtoso>\n  <act>\n    <p>A & B</p>\n  </act>\n</akomaNtoso>")
    assert finding.code == "malformed-xml"
    assert finding.where.line == 3
    assert finding.excerpt == "    <p>A & B</p>"
    assert finding.caret is not None
    assert finding.hint


@pytest.mark.parametrize(
    "source",
    [
        b"no xml at all",
        b"<a><b></a>",
        b"<a",
        GOOD[:-20],
        b"<a>&nbsp;</a>",
        b"<a/><b/>",
        b"\x00\x01",
    ],
)
def test_malformed_xml(source: bytes) -> None:
    assert refused(source).code in {"malformed-xml", "empty-file"}


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
        b"<!doctype html>",
    ],
)
def test_a_document_type_is_refused_before_it_is_read(doctype: bytes) -> None:
    head, _, rest = GOOD.partition(b"\n")
    source = head + b"\n<!-- a - b --><?style x?>\n" + doctype + b"\n" + rest
    finding = refused(source.replace(b"hier", b"&x;"))
    assert finding.code == "document-type"
    assert finding.where.line == 3


def test_an_undeclared_entity_is_refused() -> None:
    assert refused(GOOD.replace(b"hier", b"&x;")).code == "malformed-xml"


def test_wrong_encodings() -> None:
    text = GOOD.decode()
    assert refused(text.encode("latin-1", "replace")).code == "wrong-encoding"
    declared = text.replace('encoding="UTF-8"', 'encoding="no-such"')
    assert refused(declared.encode()).code == "wrong-encoding"
    assert refused(b"\xff\xfe" + text.encode("utf-16-le")[:-1]).code == "wrong-encoding"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_unicode_is_read(encoding: str) -> None:
    text = GOOD.decode().replace('encoding="UTF-8"', f'encoding="{encoding}"')
    if encoding == "utf-8-sig":
        text = GOOD.decode()
    assert read_akn(text.encode(encoding)) == read_akn(GOOD)


def test_a_declared_encoding_is_used() -> None:
    text = GOOD.decode().replace("UTF-8", "windows-1252")
    assert read_akn(text.encode("windows-1252")) == read_akn(GOOD)


@pytest.mark.parametrize(
    "source",
    [
        b"<html><body>law</body></html>",
        b'<lawDoc xmlns="http://schemas.gpo.gov/xml/uslm"/>',
        b'<akomaNtoso xmlns="urn:other"/>',
        b"<akomaNtoso/>",
    ],
)
def test_other_xml_is_named(source: bytes) -> None:
    finding = refused(source)
    assert finding.code == "not-akoma-ntoso"
    assert finding.hint


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 150, 5000])
def test_too_deep(depth: int) -> None:
    deep = b"<paragraph>" * depth + b"<num>1</num>" + b"</paragraph>" * depth
    source = f'<akomaNtoso xmlns="{AKN}"><act name="a"><body>'.encode() + deep
    assert refused(source + b"</body></act></akomaNtoso>").code == "too-deep"


def test_deep_markup_amid_words_is_read_or_refused() -> None:
    for depth in (200, 5000):
        deep = b"<i>" * depth + b"x" + b"</i>" * depth
        source = (
            f'<akomaNtoso xmlns="{AKN}"><act name="a"><body><section><content><p>'.encode()
            + deep
            + b"</p></content></section></body></act></akomaNtoso>"
        )
        if depth == 200:
            assert read_akn(source).root.children[0].words == "x"
        else:
            assert refused(source).code == "too-deep"


def test_a_text_status_that_is_none_of_ours() -> None:
    law = Document(Node("document", children=(Node("section", "1.", status="official"),)))
    finding = refused(write_akn(law).replace(b'"official"', b'"oficial"'))
    assert finding.code == "unknown-status"
    assert finding.where.line is not None
    assert "official" in finding.hint


def test_control_characters_are_refused() -> None:
    finding = refused(GOOD.replace(b"hier", b"&#x85;&#x9c;"))
    assert finding.code == "control-character"


def test_a_huge_text_is_refused_at_once() -> None:
    for source in (
        GOOD.replace(b"hier", b"x" * 11_000_000),
        b"<!--" + b"a-" * 5_500_000 + b"-->" + GOOD,
    ):
        assert refused(source).code in {"too-large", "malformed-xml"}


def test_comments_and_instructions_are_no_words() -> None:
    source = GOOD.replace(b"hier", b"hi<!-- not law --><?nor this?>er")
    assert read_akn(source) == read_akn(GOOD)


def test_the_namespace_of_our_own_is_part_of_the_format() -> None:
    assert f'xmlns:bk="{BILLKIT}"'.encode() in GOOD
