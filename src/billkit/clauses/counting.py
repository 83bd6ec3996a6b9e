"""Counts and ordinals as bill files write them: in figures or in words."""

from __future__ import annotations

import re

__all__ = ["ORDINALS", "parse_count", "parse_ordinal"]

_UNITS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_COUNTS = (
    {word: value for value, word in enumerate(_UNITS)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {"a": 1, "an": 1, "hundred": 100, "a hundred": 100, "one hundred": 100}
)

ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
"""The ordinals in words, from first to twelfth."""


def parse_count(word: str) -> int | None:
    """Reads a whole number in figures or words; None where the text is none.

    Example:
        >>> parse_count("70"), parse_count("twenty-five"), parse_count("one hundred")
        (70, 25, 100)
        >>> parse_count("five (5)"), parse_count("some")
        (5, None)
    """
    low = word.casefold().strip()
    if match := re.fullmatch(r"(\S.*?)\s*\((\d+)\)", low):
        inner = parse_count(match.group(1))
        return inner if inner == int(match.group(2)) else None
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12}", low):
        return int(low.replace(",", ""))
    if low in _COUNTS:
        return _COUNTS[low]
    tens, _, units = low.replace(" ", "-").partition("-")
    if tens in _TENS and 0 < _COUNTS.get(units, 0) < _COUNTS["ten"]:
        return _COUNTS[tens] + _COUNTS[units]
    return None


def parse_ordinal(word: str) -> int | None:
    """Reads an ordinal in figures or words; None where the text is none.

    Example:
        >>> parse_ordinal("third"), parse_ordinal("21st"), parse_ordinal("three")
        (3, 21, None)
    """
    low = word.casefold().strip()
    if low in ORDINALS:
        return ORDINALS.index(low) + 1
    if match := re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", low):
        return int(match.group(1))
    return None
