from __future__ import annotations

import pytest

from billkit.akn import write_akn
from billkit.readers.xml import looks_like_xml, read_xml
from billkit.tree import Document, Node, runs

LAW = Document(Node("document", children=(Node("section", "1", text=runs("A zone.")),)))


@pytest.mark.parametrize(
    "data",
    [
        write_akn(LAW),
        write_akn(LAW).split(b"\n", 1)[1],
        b"\xef\xbb\xbf" + write_akn(LAW),
        write_akn(LAW).decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        b"<!-- a --><akn:akomaNtoso xmlns:akn='x'/>",
        b'<lawDoc xmlns="http://xml.house.gov/schemas/uslm/1.0"/>',
        b"<!DOCTYPE act [<!ENTITY a 'b'>]><act/>",
        b"<?xml version='1.0'?>",
    ],
)
def test_xml_is_told_by_how_it_begins(data: bytes) -> None:
    assert looks_like_xml(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"(1) A zone < 5 miles wide.",
        b"<!DOCTYPE html><p>(1) A zone.",
        b"<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>",
        b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN'><html/>",
        b"<p>(1) A zone.</p>",
        b"<insert board>",
        b"<",
    ],
)
def test_other_texts_are_not(data: bytes) -> None:
    assert not looks_like_xml(data)


def test_a_document_is_read() -> None:
    assert read_xml(write_akn(LAW), file="law.xml") == LAW
