"""Lines of plain text: line ends of every kind, and which line continues the one before it."""

from __future__ import annotations

import re

__all__ = [
    "GAP", "RECONSTRUCTED", "continues", "even_lines", "is_marked", "open_ended", "unbroken",
]  # fmt: skip

RECONSTRUCTED = "?? "
"""The mark before a line whose words are not confirmed against any copy."""

GAP = re.compile(r"\[\[(?P<kind>MISSING|OMITTED)\b(?P<label>(?:[^\[\]]|\[(?!\[)|\](?!\]))*\]?)\]\]")
"""A remark on words that are not held: ``[[MISSING: subsection (3)]]``."""

_BREAKS = ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")
_MARKED = re.compile(r"\?\?\s|\[\[(?:MISSING|OMITTED)\b")
_CLOSED = (".", ";", ":", ",", "–", "—", "―", "--")
_HYPHENS = ("-", "\N{SOFT HYPHEN}", "\N{HYPHEN}")
_BROKEN = re.compile(r"(?<=\w)(?:([-\N{HYPHEN}])|\N{SOFT HYPHEN})\n(?=\w)")
_CONJUNCTION = re.compile(r"[,;]\s+(?:and|or)$")
_NAMING = re.compile(
    r"""
    (?: (?<!\w) (?: (?:sub)?(?:sections?|paragraphs?|divisions?|clauses?|items?|parts?)
                  | chapters? | titles? | articles? | rules? | subds?\. | secs?\.
                  | KRS | RCW | MCA | RSA | C\.R\.S\. | N\.D\.C\.C\. | Stat\. )
      | §
    ) $
    | (?: \(\w{1,5}\) | \d[\w.:-]* ) \s+ (?: and | or | to | through ) $
    """,
    re.VERBOSE,
)
_SECTIONED = re.compile(r"(?:\bsections?|§)$")
_CODED = re.compile(r"\d+[A-Za-z]{0,2}(?:[-.:]\w+){2,}")
_NAMED = re.compile(r"(?:(?:\(\w{1,5}(?:\.\d+)?\)\s?)+|\d[\w.:()-]*|[a-z]\.)(?:[,;]|\s+[a-z])")


def even_lines(text: str) -> list[str]:
    r"""Splits a text at line ends of any system, page breaks among them; drops a byte order mark.

    Example:
        >>> even_lines("\ufeffa\r\nb\rc\x0cd")
        ['a', 'b', 'c', 'd']
    """
    text = text.removeprefix("\ufeff")
    for end in _BREAKS:
        text = text.replace(end, "\n")
    return text.split("\n")


def unbroken(text: str) -> str:
    r"""Puts words together that the end of a line parts at a hyphen, to be filled into others.

    The hyphen stays, as nobody can know whether the word has one; a soft hyphen goes.

    Example:
        >>> unbroken("a self-\nsupporting\nschool")
        'a self-supporting\nschool'
    """
    return _BROKEN.sub(lambda found: found[1] or "", text) if "\n" in text else text


def is_marked(text: str) -> bool:
    """Says whether a text begins with the mark of words that are not confirmed.

    Example:
        >>> is_marked("?? (2) The board"), is_marked("??")
        (True, False)
    """
    return text.startswith(RECONSTRUCTED.rstrip()) and text[2:3].isspace()


def open_ended(line: str) -> bool:
    """Says whether a line ends in mid-sentence, so that a lower-case line can continue it.

    It does after a hyphen that breaks a word, and after anything but a full stop, semicolon,
    colon, comma or dash; not after an ``and`` or ``or`` that a comma or semicolon stands before,
    since these close an item of a list.

    Example:
        >>> open_ended("for the administra-"), open_ended("this article and")
        (True, True)
        >>> open_ended("the plan; and"), open_ended("as follows:")
        (False, False)
    """
    if line.endswith(_HYPHENS):
        return len(line) > 1 and line[-2].isalnum()
    return not line.endswith(_CLOSED) and not _CONJUNCTION.search(line[-12:])


def continues(before: str, line: str, *, item: bool = False) -> bool:
    """Says whether a line continues the provision of the line right before it.

    It does where it starts in lower case after an open end, and where it starts with the number
    that the line before leads to (``under subsection``, ``(2) of this section``).

    Args:
        before: The line before, without blanks at its edges; "" for none.
        line: The line, without blanks at its edges.
        item: Whether the line's first letter is that of an enumerator (``a. Improves ...``).

    Example:
        >>> continues("of this article and", "shall publish the rules.")
        True
        >>> continues("under subsection", "(2) of this section"), continues("plan; and", "(b) the")
        (True, False)
    """
    if not before or not line or _MARKED.match(line):
        return False
    if line[0].islower():
        return not item and open_ended(before)
    if (line[0].isdigit() or line[0] == "(") and before[-1] not in ";:,":
        end = before[-40:]
        return bool(
            (_NAMED.match(line) and _NAMING.search(end))
            or (_CODED.match(line) and _SECTIONED.search(end))
        )
    return False
