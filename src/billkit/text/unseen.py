"""Characters that cannot be seen, but change what is: they are shown where people read."""

from __future__ import annotations

import re

__all__ = ["visible", "written_in_json"]

_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters but for those of white space
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # the direction of writing
    "\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # blanks of no width, annotations
    "\U000e0000-\U000e007f"  # tags
    "\ud800-\udfff"  # halves of characters, as names of files may hold
    "]"
)


def visible(text: str) -> str:
    r"""Writes each character that cannot be seen, or turns the order of others round, by number.

    Such are the marks of the direction of writing (``U+202E`` lets what follows read from right
    to left), blanks without width, and control characters. White space stays as it is, and so do
    letters that are written from right to left.

    Args:
        text: Any text.

    Example:
        >>> visible("may not\u202e exceed")
        'may not⟨U+202E⟩ exceed'
    """
    if text.isprintable():
        return text
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def written_in_json(text: str) -> str:
    r"""Writes such characters in finished JSON as its escapes, which say the same.

    Args:
        text: JSON.

    Example:
        >>> written_in_json('["\u202e"]')
        '["\\u202e"]'
    """
    return _UNSEEN.sub(lambda found: _escape(found[0]), text)


def _escape(character: str) -> str:
    """Writes a character as one escape, or two beyond the first plane."""
    units = character.encode("utf-16-be", errors="surrogatepass")
    return "".join(
        f"\\u{high:02x}{low:02x}" for high, low in zip(units[::2], units[1::2], strict=True)
    )
