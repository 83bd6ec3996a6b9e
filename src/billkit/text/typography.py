"""How words are printed: letter case, quotes, dashes, blanks, line breaks, ligatures."""

from __future__ import annotations

import re
from itertools import pairwise

__all__ = ["fold", "plain_letters", "restyled", "word_key"]

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_QUOTES = dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"') | dict.fromkeys(
    "\u2018\u2019\u201a\u201b`\u00b4", "'"
)
_HYPHENS = "-\u2010\u2011"
_SHORT_DASHES = "\u2012\u2013\u2212"
_LONG_DASHES = "\u2014\u2015"
_SOFT = "\u00ad"
_UNSEEN = "\u200b\u2060\ufeff"
_BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_BREAKS = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
_BETWEEN = _BLANKS + _UNSEEN + _SOFT + _HYPHENS + _SHORT_DASHES + _LONG_DASHES

_LIGATURE = re.compile("[\ufb00-\ufb06]")
_LETTERS = str.maketrans(_LIGATURES)
_LETTERS_AND_QUOTES = str.maketrans(_LIGATURES | _QUOTES)
_PLAIN = _LIGATURES | _QUOTES | dict.fromkeys(_BETWEEN, "")
_FOLDED = str.maketrans(dict.fromkeys(_BETWEEN) | {"`": "'"})
_UNUSUAL = re.compile(f"[{re.escape(''.join(mark for mark in _PLAIN if not mark.isascii()))}]")
_SEPARATOR = re.compile(f"[{re.escape(_BETWEEN)}]+")
_PAINTED = re.compile(f"[{_BLANKS}{_UNSEEN}]+")
_LINE_END = re.compile(f"[{_HYPHENS}{_SOFT}][{_BLANKS}]*\\Z")


def plain_letters(text: str) -> str:
    r"""Writes ligatures as the letters they stand for.

    Example:
        >>> plain_letters("o\ufb03ce")
        'office'
    """
    return text.translate(_LETTERS) if _LIGATURE.search(text) else text


def fold(text: str) -> str:
    r"""Makes the key under which texts of the same words meet, however they are printed.

    Case, the form of quotes, ligatures, white space and every hyphen and dash are taken away; so
    equal keys only make two texts candidates, and `restyled` decides.

    Example:
        >>> fold("The \u201cSchool-Year\u201d") == fold('the "school year"')
        True
    """
    if not text.isascii():
        text = _UNUSUAL.sub(_as_plain, text)
    return text.translate(_FOLDED).casefold().replace("''", '"')


def _as_plain(mark: re.Match[str]) -> str:
    return _PLAIN[mark.group()]


_KEYED = str.maketrans(
    _LIGATURES
    | _QUOTES
    | dict.fromkeys(_HYPHENS + _SHORT_DASHES, "-")
    | dict.fromkeys(_LONG_DASHES, "\u2014")
    | dict.fromkeys(_UNSEEN + _SOFT)
)


def word_key(token: str) -> str:
    r"""Makes the key under which a single token meets the same one printed otherwise.

    Example:
        >>> word_key("School\u2011Year "), word_key("\u201c")
        ('school-year', '"')
    """
    if token.isascii() and "`" not in token:
        return token.strip().lower()
    return token.strip().translate(_KEYED).casefold()


def restyled(enacted: str, proposed: str) -> bool:
    r"""Says whether two different texts are the same words written otherwise.

    Otherwise is only: letter case, the form of quotes and dashes (``--`` and a hyphen between
    blanks are dashes), a hyphen against a blank between the same letters, other white space, a
    hyphen at the end of a line, ligatures and soft hyphens. Two equal texts are not restyled.

    Args:
        enacted: The words as the one side prints them.
        proposed: The words as the other side prints them.

    Example:
        >>> restyled("school-year", "School Year"), restyled("schools\u2014not", "schools not")
        (True, False)
    """
    if enacted == proposed or fold(enacted) != fold(proposed):
        return False
    stream, ours = _spread(enacted)
    other, theirs = _spread(proposed)
    return stream == other and all(
        _agree(ours.get(place, ""), theirs.get(place, ""), stream, place)
        for place in ours.keys() | theirs.keys()
    )


def _spread(text: str) -> tuple[str, dict[int, str]]:
    """Separates the visible letters and marks from what stands between them.

    Gives the letters in one string and, under each place in it, the blanks and dashes before it.
    """
    text = text.translate(_LETTERS_AND_QUOTES).casefold().replace("''", '"')
    letters: list[str] = []
    between: dict[int, str] = {}
    place = start = 0
    ends = [(m.start(), m.end()) for m in _SEPARATOR.finditer(text)]
    for begin, end in [*ends, (len(text), len(text))]:
        letters.append(text[start:begin])
        place += begin - start
        if begin < end:
            between[place] = text[begin:end]
        start = end
    return "".join(letters), between


def _kind(separator: str) -> str:
    """Names what stands between two letters: nothing, a blank, a hyphen, a line's end, a dash."""
    marks = _PAINTED.sub("", separator)
    if _BREAKS.search(separator) and len(marks) == 1 and _LINE_END.search(separator):
        return "line-end"
    marks = marks.replace(_SOFT, "")
    if not marks:
        return "blank" if separator.strip(_UNSEEN + _SOFT) else ""
    if len(marks) == 1 and marks in _HYPHENS:
        spaced = separator[0] in _BLANKS and separator[-1] in _BLANKS
        return "long dash" if spaced else "hyphen"
    if len(marks) == 1 and marks in _SHORT_DASHES:
        return "short dash"
    return "long dash"


_SAME_BETWEEN_WORDS = frozenset(
    frozenset(pair)
    for pair in (
        ("hyphen", "line-end"),
        ("", "line-end"),
        ("hyphen", "short dash"),
        ("line-end", "short dash"),
        ("short dash", "long dash"),
    )
)
_SAME_BETWEEN_LETTERS = frozenset(
    frozenset(pair) for pair in (("hyphen", "blank"), ("line-end", "blank"))
)
_SAME_BESIDE_MARKS = frozenset(
    frozenset(pair)
    for pair in (
        ("", "blank"),
        *pairwise(("hyphen", "line-end", "short dash", "long dash", "hyphen")),
        ("hyphen", "short dash"),
        ("line-end", "long dash"),
    )
)


def _agree(ours: str, theirs: str, stream: str, place: int) -> bool:
    """Says whether what stands between the same two letters is the same, otherwise written."""
    if ours == theirs:
        return True
    kinds = frozenset((_kind(ours), _kind(theirs)))
    if len(kinds) == 1:
        return True
    if place in {0, len(stream)}:
        return kinds == {"", "blank"} or kinds in _SAME_BESIDE_MARKS
    before, after = stream[place - 1], stream[place]
    if not (before.isalnum() and after.isalnum()):
        return kinds in _SAME_BESIDE_MARKS
    if kinds in _SAME_BETWEEN_WORDS:
        return True
    return before.isalpha() and after.isalpha() and kinds in _SAME_BETWEEN_LETTERS
