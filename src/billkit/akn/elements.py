"""Small questions asked of every XML element."""

from __future__ import annotations

from typing import Any, cast

from lxml import etree

__all__ = ["line_of", "local", "words_of"]


def local(tag: object) -> str:
    """Gives an element's name without its namespace; "" for what is no element.

    Example:
        >>> local("{urn:billkit:1}provision"), local(None)
        ('provision', '')
    """
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def line_of(element: etree._Element) -> int:
    """Gives the line of the file that an element begins on, counted from 1."""
    return cast("Any", element).sourceline or 1


def words_of(element: etree._Element) -> str:
    """Gives all words in an element, as they stand."""
    return "".join([str(text) for text in element.itertext()])
