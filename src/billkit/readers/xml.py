"""Reads XML: Akoma Ntoso, billkit's own and that of others."""

from __future__ import annotations

import re

from billkit.akn import read_akn
from billkit.tree import Document

__all__ = ["looks_like_xml", "read_xml"]

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HEAD = 2000
_ROOT = re.compile(
    rb"""
    (?: \s | <\?[^>]*> | <!--.*?--> )*
    (?P<doctype> <!DOCTYPE \s+ (?P<type>[\w.:-]+) )?
    (?: [^<]* < (?:[\w.-]+:)? (?P<name>[A-Za-z_][\w.-]*) (?P<attributes>[^>]*) )?
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def looks_like_xml(data: bytes) -> bool:
    """Says whether bytes are XML, and no web page, by how they begin.

    Example:
        >>> looks_like_xml(b"<?xml version='1.0'?><act/>"), looks_like_xml(b"(1) A zone")
        (True, False)
        >>> looks_like_xml(b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>")
        False
    """
    head = data[:_HEAD]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    head = head.replace(b"\x00", b"").lstrip()
    root = _ROOT.match(head)
    if not head.startswith(b"<") or root is None:
        return False
    name = (root["type"] or root["name"] or b"").lower()
    if name == b"html":
        return False
    declared = head.startswith(b"<?xml") or bool(root["doctype"])
    return declared or name == b"akomantoso" or b"xmlns" in (root["attributes"] or b"")


def read_xml(data: bytes, *, file: str | None = None) -> Document:
    """Reads a document from XML.

    Args:
        data: The bytes of the file.
        file: Its name, for the places of the provisions and for error messages.

    Raises:
        ReadError: ``empty-file``, ``wrong-encoding``, ``document-type``, ``malformed-xml``,
            ``not-akoma-ntoso``, ``too-deep``, ``too-large``, ``unknown-status``,
            ``control-character``.
    """
    return read_akn(data, file=file)
