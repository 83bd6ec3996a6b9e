"""The patterns that printed references are made of: units, numbers, codes, and what joins them."""

from __future__ import annotations

import re

from billkit.text.codes import NAMES, PLACES, SECTION, TITLED

__all__ = [
    "ACT_AT",
    "AFTER_CODE",
    "ANCHOR",
    "BARE",
    "BARE_AFTER_WORD",
    "BARE_AT",
    "BOTH",
    "CLOSES",
    "CODE_AT",
    "COMMA",
    "ET_SEQ",
    "JOIN",
    "LOWER",
    "LOWER_AT",
    "MEASURE",
    "NUMBER_FOLLOWS",
    "OF",
    "PARAGRAPH_FOLLOWS",
    "PLACES_AT",
    "SECTION_AT",
    "STRUCTURED",
    "THAT",
    "THIS",
    "TITLED_AT",
    "UNIT_AT",
    "UPPER_AT",
    "rank",
    "unit_name",
]

_RANKS = {
    "title": 1,
    "subtitle": 2,
    "chapter": 3,
    "subchapter": 4,
    "article": 4,
    "division": 4,
    "part": 5,
    "subpart": 6,
    "section": 7,
}
LOWER = 8
"""The rank of every unit below a section."""

_SHORT = {
    "§": "section",
    "§§": "section",
    "sec": "section",
    "subsec": "subsection",
    "subd": "subdivision",
    "div": "division",
    "par": "paragraph",
    "para": "paragraph",
    "subpar": "subparagraph",
    "ch": "chapter",
    "c": "chapter",
    "subch": "subchapter",
    "art": "article",
    "cl": "clause",
    "subcl": "subclause",
    "pt": "part",
    "subp": "subpart",
    "subpt": "subpart",
}


def rank(unit: str) -> int:
    """Ranks a unit: the lower the number, the more it holds.

    Example:
        >>> rank("title") < rank("section") < rank("paragraph") == rank("clause")
        True
    """
    return _RANKS.get(unit, LOWER)


def unit_name(printed: str) -> tuple[str, bool]:
    """Gives the unit that a word or abbreviation names, and whether it is in the plural.

    Example:
        >>> unit_name("Subd."), unit_name("sections"), unit_name("§§")
        (('subdivision', False), ('section', True), ('section', True))
    """
    low = printed.casefold().rstrip(".")
    if low in _SHORT:
        return _SHORT[low], low == "§§"
    single = low.removesuffix("s")
    return _SHORT.get(single, single), single != low


_WORDS = r"(?:sub)?(?:section|chapter|title|division|paragraph|clause|part|item|article)"
_UNIT = (
    rf"(?:{_WORDS}s?|(?:sub)?(?:sec|par|para|ch|art|cl|pt|d|div|p)s?\.|subds?|secs?|§+"
    r"|c\.(?=\s?\d))"
)
_SELF = rf"(?:{_WORDS}|act|code|compact)"
_YEAR = r"(?:1[89]|20)\d\d"
_LAWS = (
    rf"(?:(?:Session\s+)?(?:Laws|LAWS|Acts|ACTS)(?:\s+(?:of|OF)\s+(?:[A-Z]\w+\s+)?|,?\s+){_YEAR}"
    rf"|{_YEAR}\s+(?:[A-Z][\w.]*\s+){{0,2}}(?:Acts|Laws)"
    rf"|P\.\s?L\.\s?{_YEAR}|S\.\s?L\.\s+{_YEAR})"
    r"(?:,?\s+(?:First|Second|Third|Fourth|Fifth|1st|2nd|3rd)\s+(?:Special|Extraordinary)"
    r"\s+Session)?"
)
_PUBLIC = r"(?:Pub(?:lic|\.)\s*L(?:aw|\.)|P\.\s?L\.)(?:\s+No\.)?\s+\d{1,3}-\d{1,4}(?!\d)"
_BY_TITLE = rf"(?P<title>\d+[A-Z]?(?:-[A-Z])?)\s+(?P<titled>{TITLED})(?=[\s§])"

ANCHOR = re.compile(
    rf"(?<![\w.\-/])(?:"
    rf"(?i:(?P<this>this)\s+(?P<own>{_SELF}))\b"
    rf"|(?i:(?P<unit>{_UNIT}))(?=[\s\d(§])"
    rf"|{_BY_TITLE}"
    rf"|(?P<public>{_PUBLIC})"
    rf"|(?P<laws>{_LAWS})"
    rf"|(?P<code>{NAMES}|{TITLED})(?=[\s,§])"
    rf"|(?P<beside>{PLACES}{{1,6}})(?=\s+(?:above|below)\b)"
    rf")"
)
"""What can open a reference; the last group that matched says what it is."""

THIS = re.compile(rf"this\s+(?P<own>{_SELF})\b", re.IGNORECASE)
THAT = re.compile(rf"(?:that|such|said|the\s+same|the)\s+{_SELF}\b", re.IGNORECASE)
UNIT_AT = re.compile(rf"(?P<unit>{_UNIT})(?=[\s\d(§])", re.IGNORECASE)
TITLED_AT = re.compile(_BY_TITLE)
CODE_AT = re.compile(rf"(?P<code>{NAMES}|{TITLED}|{_LAWS}|{_PUBLIC})(?!\w)")
ACT_AT = re.compile(
    r"(?P<act>(?:federal\s+|\d{4}\s+)?[A-Z][\w.'’\-]*"
    r"(?:,?\s+(?:(?:of|and|for|with|in|to|the|on)\s+){0,2}[A-Z][\w.'’\-]*){0,11}?"
    r"\s+(?:Act|Code|Law|Statutes|Regulations|Rules|Compact|[Cc]onstitution)(?!\w)"
    r"(?:\s+of\s+\d{4})?|(?:\d{4}\s+)?(?:[A-Z]\w+\s+){0,2}[Cc]onstitution\b)"
)

_ROMAN = r"(?=[IVXL])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)"
_BELOW = r"(?:\d{1,2}(?:[ivx]{1,4}(?![a-z]))?(?!\d|,\d)(?:\.(?:[a-z]\.(?!\w))*)?)?"
_PLACED = rf"{PLACES}{{1,9}}{_BELOW}{PLACES}{{0,3}}"
SECTION_AT = re.compile(rf"(?P<num>{SECTION})(?P<places>(?:\s?{_PLACED})?)")
PLACES_AT = re.compile(_PLACED)
UPPER_AT = re.compile(
    rf"{SECTION}|{_ROMAN}|[B-Z](?!\w)"
    r"|A(?=\W?\s*\Z|[.,;:)\]]|\s+(?:of|and|or|to|through|is|are|shall|must|may)\b)"
)
LOWER_AT = re.compile(
    rf"{_PLACED}"
    rf"|\d{{1,3}}(?:\.\d{{1,2}})?[a-z]?(?![\w%])(?![-:/]\d|\.\d){PLACES}{{0,9}}"
    rf"|{_ROMAN}(?:-[a-z](?!\w))?{PLACES}{{0,9}}"
    r"|(?:([b-zB-Z])\1?|aa|AA)(?![\w'’\-])"
    r"|[aA](?=\.?\s+(?:of|and|or|to|through)\b|[,;)\]]|\.(?:\s|\Z)|\Z)"
)

JOIN = re.compile(
    r"\.?,?\s+(?P<word>and/or|and|or|nor|to|through|thru)\s+|(?P<comma>,)\s+|\s?[-–—]\s?(?=\()",
    re.IGNORECASE,
)
BOTH = re.compile(r"(?:and|or)\s+", re.IGNORECASE)
ET_SEQ = re.compile(r",?\s+et\s*\.?\s+seq\b\.?", re.IGNORECASE)
OF = re.compile(r"\.?,?\s+of\s+(?=\S)", re.IGNORECASE)
COMMA = re.compile(r",?\s+(?=[A-Zcstap§\d])")
AFTER_CODE = re.compile(
    rf"(?:\s+(?:of\s+)?{_YEAR}(?:\s+Supplement)?(?=,))?,?\s*(?:Ann(?:otated|\.)?,?\s+)?"
)
NUMBER_FOLLOWS = re.compile(r",?\s+(?:§|\d+[\w\-]*[.:\-]\d)")
PARAGRAPH_FOLLOWS = re.compile(
    rf"(?:,\s+(?={_ROMAN})|\.\s+(?=[IVX]+(?:\([a-z]\))*\s+(?:and|or)\b))"
)
CLOSES = re.compile(
    r"\s*(?:[.,;:)\]]|\Z)|\s+(?:of|and|or|is|are|shall|must|may|does|do|if|in|to|applies|apply|has"
    r"|have|through|above|below)\b"
)
MEASURE = re.compile(
    r"\s+(?:days?|months?|years?|percent|hours?|weeks?|minutes?|students?|members?)\b"
)
STRUCTURED = re.compile(r"[-.:/A-Za-z(]")

_CODE_NUMBER = (
    r"\d{1,3}[A-Z]?(?:\.\d)?-\d{1,3}(?:\.\d)?-\d{2,4}(?:\.\d+)?(?![\w\-/])" + PLACES + "{0,9}"
)
_DATE = rf"(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])-(?:{_YEAR}|\d\d)(?!\d)"
BARE = re.compile(rf"(?<![\w.\-/$§])(?P<bare>{_CODE_NUMBER})")
BARE_AT = re.compile(_CODE_NUMBER)
BARE_AFTER_WORD = re.compile(
    rf"\b(?:under|in|of|to|by|with|from)\s+(?P<bare>(?!{_DATE}){_CODE_NUMBER})"
)
