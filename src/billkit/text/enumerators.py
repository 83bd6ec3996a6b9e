"""Enumerators as printed before a provision: ``(2)``, ``a.``, ``Subd. 3.``, ``SECTION 1.``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, TypeAlias

__all__ = [
    "Style",
    "format_ordinal",
    "format_roman",
    "letter_ordinal",
    "ordinals",
    "readings",
    "roman_ordinal",
    "slug",
]

Style: TypeAlias = Literal["1", "a", "A", "i", "I", "aa", "AA", "Aa"]
"""How a level counts, named by its first enumerator: ``i`` is small roman, ``Aa`` is Aa, Bb, Cc."""

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
_NEW = re.compile(r"^NEW SECTION\.?\s+(?=\S)", re.IGNORECASE)
_UNIT = re.compile(r"^(§+|[^\W\d_]+\.?)\s+(?=\S)", re.IGNORECASE)
_ROMAN = re.compile(r"^(?=.)m{0,4}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_STEPS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HIGHEST_ROMAN = 199
_LETTERS = 26
_DIGITS = re.compile(
    r"^(?P<whole>\d{1,3})(?:\.(?P<part>\d{1,2})|-?(?P<letter>[a-z]{1,2}|[A-Z]{1,2}))?$"
)
_LETTERED = re.compile(r"^(?P<letter>[a-z]|[A-Z])(?:\.(?P<part>\d{1,2})|-?(?P<digit>\d))$")


def _split(num: str) -> tuple[str, str]:
    """Splits an enumerator into its unit's short name ("" where none is printed) and its value."""
    unit = ""
    rest = _NEW.sub("", num.strip())
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


def format_roman(number: int) -> str:
    """Writes a number as a small roman numeral.

    Example:
        >>> format_roman(14)
        'xiv'
    """
    out: list[str] = []
    for value, letters in _ROMAN_STEPS:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)


def format_ordinal(style: Style, number: int) -> str:
    """Writes the value of an enumerator; after z come aa, bb, cc.

    Example:
        >>> format_ordinal("a", 28), format_ordinal("I", 4), format_ordinal("Aa", 2)
        ('bb', 'IV', 'Bb')
    """
    match style:
        case "1":
            return str(number)
        case "i":
            return format_roman(number)
        case "I":
            return format_roman(number).upper()
    rounds, place = divmod(number - 1, _LETTERS)
    letter = chr(ord("a") + place)
    if style in {"a", "A"}:
        value = letter * (rounds + 1)
        return value if style == "a" else value.upper()
    value = letter * (rounds + 2)
    return {"aa": value, "AA": value.upper(), "Aa": value.capitalize()}[style]


@lru_cache(maxsize=4096)
def readings(value: str) -> tuple[tuple[Style, float], ...]:
    """Gives every style that an enumerator's value can be of, each with its place in the count.

    What was put in later stands between its neighbours: 1.5 and 1a come after 1 and before 2.
    Nothing is given for what is no enumerator.

    Example:
        >>> readings("i"), readings("1.5"), readings("bb"), readings("to")
        ((('a', 9.0), ('i', 1.0)), (('1', 1.5),), (('a', 28.0), ('aa', 2.0)), ())
    """
    if value.isascii():
        if match := _DIGITS.match(value):
            return (("1", int(match["whole"]) + _between(match["part"], match["letter"])),)
        if match := _LETTERED.match(value):
            small = match["letter"].islower()
            place = (letter_ordinal(match["letter"]) or 0) + _between(
                match["part"] or match["digit"], None
            )
            return (("a" if small else "A", place),)
    return tuple(_lettered_readings(value))


def _between(part: str | None, letter: str | None) -> float:
    """Gives the place between two numbers of what was put in later; 0 where nothing was."""
    if part:
        return float(f"0.{part}")
    if letter:
        return (letter_ordinal(letter) or _LETTERS) / 100
    return 0


def _lettered_readings(value: str) -> list[tuple[Style, float]]:
    """Gives the styles that letters can be of: a letter, doubled letters, a roman numeral."""
    out: list[tuple[Style, float]] = []
    if value.casefold() == value:
        styles: tuple[Style, Style, Style] = ("a", "aa", "i")
    elif value.upper() == value:
        styles = ("A", "AA", "I")
    elif len(value) == len("Aa") and value[0].lower() == value[1]:
        return [("Aa", float(letter_ordinal(value[0]) or 0))]
    else:
        return out
    if place := letter_ordinal(value):
        out.append((styles[0], float(place)))
        if len(value) == len("aa"):
            out.append((styles[1], float(place - _LETTERS)))
    roman = roman_ordinal(value)
    if roman and roman <= _HIGHEST_ROMAN:
        out.append((styles[2], float(roman)))
    return out
