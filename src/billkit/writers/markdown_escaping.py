"""Text put into Markdown so that it stays text."""

from __future__ import annotations

import re

from billkit.text.lines import unbroken
from billkit.text.unseen import visible

__all__ = ["EM", "escaped", "row"]

EM = "&emsp;"
"""A wide blank: what Markdown keeps of an indentation."""

_SPECIAL = re.compile(r"[\\`*_\[\]<>~|$&]")
_BREAK = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_HEAD = re.compile(r"^(#{1,6}(?=\s|$)|[-+=:](?=\s|$|[-=:]))")
_ORDINAL = re.compile(r"^(\d{1,9})([.)])")
_AUTOLINK = re.compile(r"\b(https?|ftp|www)([:.])", re.IGNORECASE)
"""What code hosts turn into links, reading escapes as part of the address."""


def escaped(text: str) -> str:
    r"""Escapes a text for the middle of a line; line breaks and rows of blanks become one.

    Example:
        >>> escaped("the [board] * 2\n& more")
        'the \\[board\\] \\* 2 &amp; more'
    """
    text = _SPECIAL.sub(
        lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), visible(unbroken(text))
    )
    text = _AUTOLINK.sub(lambda found: f"{found[1]}&#{ord(found[2])};", text)
    return _BREAK.sub(" ", text)


_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def row(content: str, depth: int) -> str:
    r"""Makes a paragraph of escaped content, set in by its depth, which opens no list or heading.

    Example:
        >>> row("1. The board", 0)
        '1\\. The board'
        >>> row("(a) The board", 1)
        '&emsp;(a) The board'
    """
    content = content.strip()
    if depth:
        return EM * depth + content
    content = _ORDINAL.sub(r"\1\\\2", content)
    return _HEAD.sub(r"\\\1", content)
