"""Enumerators as printed before a provision: ``(2)``, ``a.``, ``Subd. 3.``, ``SECTION 1.``."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["letter_ordinal", "ordinals", "roman_ordinal", "slug"]

_UNITS = {
    "article": "art",
    "art": "art",
    "chapter": "ch",
    "ch": "ch",
    "part": "part",
    "section": "sec",
    "sec": "sec",
    "§": "sec",
    "subdivision": "subd",
    "subd": "subd",
    "title": "title",
}
_UNIT = re.compile(r"^(§+|[^\W\d_]+\.?)\s+(?=\S)", re.IGNORECASE)
_ROMAN = re.compile(r"^(?=.)m{0,4}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_LETTERS = 26


def _split(num: str) -> tuple[str, str]:
    """Splits an enumerator into its unit's short name ("" where none is printed) and its value."""
    unit = ""
    rest = num.strip()
    if match := _UNIT.match(rest):
        unit = _UNITS.get(match.group(1).rstrip(".").casefold(), "")
        if unit:
            rest = rest[match.end() :]
    value = re.sub(r"^[\W_]+|[\W_]+$", "", rest)
    return unit, value


@lru_cache(maxsize=4096)
def slug(num: str, *, unit: str = "") -> str:
    """Makes the part of an id that an enumerator gives: its value without punctuation.

    Args:
        num: The enumerator as printed.
        unit: The unit's short name to put before the value where the enumerator prints none.

    Example:
        >>> slug("(2)"), slug("Sec. 4."), slug("15.1-06-08.1.", unit="sec"), slug("Subd. 3.")
        ('2', 'sec-4', 'sec-15.1-06-08.1', 'subd-3')
    """
    printed, value = _split(num)
    unit = printed or unit
    value = re.sub(r"[\s/~]+", "-", value)
    if not value:
        return unit
    return f"{unit}-{value}" if unit else value


def roman_ordinal(value: str) -> int | None:
    """Reads a roman numeral in either case; None where the text is none.

    Example:
        >>> roman_ordinal("xiv"), roman_ordinal("b")
        (14, None)
    """
    if not _ROMAN.match(value):
        return None
    values = [_ROMAN_VALUES[letter] for letter in value.casefold()]
    return sum(
        -here if here < after else here
        for here, after in zip(values, [*values[1:], 0], strict=True)
    )


def letter_ordinal(value: str) -> int | None:
    """Reads a letter of a lettered list: a is 1, z is 26, aa is 27, bb is 28; None for others.

    Example:
        >>> letter_ordinal("c"), letter_ordinal("bb"), letter_ordinal("ab")
        (3, 28, None)
    """
    low = value.casefold()
    if not low or not low.isascii() or not low.isalpha() or len(set(low)) != 1:
        return None
    return ord(low[0]) - ord("a") + 1 + _LETTERS * (len(low) - 1)


@lru_cache(maxsize=4096)
def ordinals(num: str) -> frozenset[int | str]:
    """Gives every place in a sequence that an enumerator can stand for.

    ``(i)`` is the ninth letter or the first roman number; ``1.5`` or ``1a`` stands for itself.
    Two enumerators are of the same number where these sets meet.

    Example:
        >>> sorted(ordinals("(i)")), ordinals("2.") == ordinals("(2)")
        ([1, 9], True)
    """
    _, value = _split(num)
    if value.isdecimal():
        return frozenset({int(value)})
    found = {roman_ordinal(value), letter_ordinal(value)} - {None}
    return frozenset(n for n in found if n is not None) or frozenset({value.casefold()})
