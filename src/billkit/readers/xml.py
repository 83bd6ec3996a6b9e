"""Reads XML: Akoma Ntoso, billkit's own and that of others."""

from __future__ import annotations

from billkit.akn import read_akn
from billkit.tree import Document

__all__ = ["looks_like_xml", "read_xml"]

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def looks_like_xml(data: bytes) -> bool:
    """Says whether bytes are XML by their first words.

    Example:
        >>> looks_like_xml(b"<?xml version='1.0'?><a/>"), looks_like_xml(b"(1) A zone")
        (True, False)
    """
    head = data[:200]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    head = head.replace(b"\x00", b"").lstrip()
    return head.startswith((b"<?xml", b"<akomaNtoso", b"<akn:akomaNtoso"))


def read_xml(data: bytes, *, file: str | None = None) -> Document:
    """Reads a document from XML.

    Args:
        data: The bytes of the file.
        file: Its name, for the places of the provisions and for error messages.

    Raises:
        ReadError: ``empty-file``, ``wrong-encoding``, ``document-type``, ``malformed-xml``,
            ``not-akoma-ntoso``, ``too-deep``, ``unknown-status``, ``control-character``.
    """
    return read_akn(data, file=file)
