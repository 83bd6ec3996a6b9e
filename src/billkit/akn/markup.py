"""Turns strings into safe XML."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from billkit.errors import Finding, OutputError

__all__ = ["attributes", "checked", "escaped", "from_href", "to_href"]

_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_ATTRIBUTE = {**_TEXT, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
_TEXT_TABLE = str.maketrans(_TEXT)
_ATTRIBUTE_TABLE = str.maketrans(_ATTRIBUTE)
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN = re.compile(
    r"(?:https?://[a-z0-9.-]+/|/)?(?:[\w.~()-][\w./@~()-]*)?(?:#[\w./@~()-]*)?", re.ASCII
)


def escaped(text: str) -> str:
    """Writes a text as the content of an element.

    Example:
        >>> escaped("A & B <c>")
        'A &amp; B &lt;c&gt;'
    """
    return text.translate(_TEXT_TABLE)


def attributes(**values: str | None) -> str:
    """Writes attributes, each with a blank before it; those without a value are left out.

    An underscore after a name's prefix stands for the colon: ``bk_kind`` is ``bk:kind``.

    Example:
        >>> attributes(name="a<b", bk_kind="x", eId=None)
        ' name="a&lt;b" bk:kind="x"'
    """
    return "".join(
        f' {name.replace("_", ":")}="{value.translate(_ATTRIBUTE_TABLE)}"'
        for name, value in values.items()
        if value is not None
    )


def checked(xml: str) -> bytes:
    """Encodes a finished document.

    Raises:
        OutputError: ``control-character`` where it holds a character that XML cannot.
    """
    if found := _FORBIDDEN.search(xml):
        start = max(found.start() - 20, 0)
        excerpt = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", xml[start : start + 60])
        raise OutputError(
            Finding(
                code="control-character",
                message=f"the text holds U+{ord(found.group()):04X}, which no XML file can.",
                excerpt=excerpt.replace("\n", " "),
                caret=(found.start() - start, 1),
                hint="remove it; law is letters, marks, blanks and line breaks.",
            )
        )
    return xml.encode()


def to_href(target: str) -> str:
    """Makes an address of a reference's target, whatever characters it has.

    Example:
        >>> to_href("us-ky/krs-160.107#sec-160.107/2"), to_href("KRS 160.107")
        ('us-ky/krs-160.107#sec-160.107/2', 'KRS%20160.107')
    """
    return target if _PLAIN.fullmatch(target) else quote(target, safe="")


def from_href(href: str) -> str:
    """Gives back the target that `to_href` wrote."""
    return unquote(href)
