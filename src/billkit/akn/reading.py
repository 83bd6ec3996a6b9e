"""Reads Akoma Ntoso, billkit's own and that of others, without losing a word."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from billkit.akn.about import about
from billkit.akn.elements import local
from billkit.akn.names import BILLKIT
from billkit.akn.parsing import parse_xml
from billkit.akn.provisions import TreeReader
from billkit.akn.work import EVENTS, Event, Work
from billkit.errors import ReadError
from billkit.tree import Document

__all__ = ["read_akn", "read_work"]


def read_akn(source: bytes, *, file: str | None = None) -> Document:
    """Reads a document from Akoma Ntoso.

    A file that billkit wrote gives the document it was written from. Any other file of the
    standard is read as well: its hierarchy becomes the tree, blocks amid words become provisions
    of their own, and what stands before and after the body is of the role ``frame``.

    Args:
        source: The bytes of the file.
        file: Its name, for the places of the provisions and for error messages.

    Raises:
        ReadError: ``empty-file``, ``wrong-encoding``, ``document-type``, ``malformed-xml``,
            ``not-akoma-ntoso``, ``too-deep``, ``too-large``, ``unknown-status``,
            ``control-character``.
    """
    top = parse_xml(source, file=file)
    try:
        known = about(top)
        reader = TreeReader(known)
        root = reader.document(top)
    except ReadError as error:
        raise _placed(error, file) from None
    document = Document(
        root=root,
        citation=known.citation,
        title=known.title,
        jurisdiction=known.jurisdiction,
        standing=known.standing,
        dates=known.dates,
        provenance=known.provenance,
        file=file,
        lines=reader.lines(root),
    )
    citations = reader.citations(document)
    return replace(document, citations=citations) if citations else document


def read_work(source: bytes, *, file: str | None = None) -> Work:
    """Reads the name in the library and the life of the work that a file is a version of.

    Args:
        source: The bytes of a file that billkit wrote; for any other the work is empty.
        file: Its name, for error messages.

    Raises:
        ReadError: as `read_akn`.
    """
    top = parse_xml(source, file=file)
    id_ = ""
    events: list[Event] = []
    for element in top.iter(f"{{{BILLKIT}}}work", f"{{{BILLKIT}}}event"):
        if local(element.tag) == "work":
            id_ = element.get("id", "")
        else:
            events.extend(_event(element))
    return Work(id_, tuple(events))


def _event(element: etree._Element) -> list[Event]:
    """Reads an event; none where its kind is not known."""
    return [
        Event(kind, element.get("date", ""), element.get("act", ""))
        for kind in EVENTS
        if kind == element.get("kind")
    ]


def _placed(error: ReadError, file: str | None) -> ReadError:
    """Adds the file's name to an error that does not know it."""
    return ReadError(
        *[replace(found, where=replace(found.where, file=file)) for found in error.findings]
    )
