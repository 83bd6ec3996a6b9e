"""Reads references to the law as the states print them, for a bill to hold again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import ValidationError

from billkit.clauses.citing import Reference

__all__ = ["references_in"]

_UNITS = {
    "section": r"sections?|secs?\.|§§?",
    "chapter": r"chapters?",
    "title": r"titles?",
    "article": r"articles?",
    "part": r"parts?",
    "subchapter": r"subchapters?",
    "rule": r"rules?",
}
_UNIT = "|".join(f"(?P<{name}>{form})" for name, form in _UNITS.items())
_ONE = r"(?=[\w.:-]*\d|[IVXLC]+\b|[A-Z]\b)[\w:-]+(?:\.[\w:-]+)*"
_NUMBER = rf"{_ONE}(?:\s(?:through|to)\s{_ONE})?"
_REFERENCE = re.compile(
    rf"""
    (?: (?:{_UNIT}) \s* )?
    (?P<num> {_NUMBER} )
    (?P<pinpoint> (?: \s? \( [0-9A-Za-z.-]+ \) )* )
    (?P<levels> (?: , \s (?: subsection|subdivision|paragraph|clause|item|subparagraph )
        \s \(? \w+ \)? )* )
    (?P<more> \s et \s seq\. )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CODE = re.compile(
    r"\b(?:K\.?R\.?S\.?|R\.?C\.?W\.?|R\.?S\.?A\.?|M\.?C\.?A\.?|C\.?R\.?S\.?|"
    r"(?:\w+ )?(?:Code|Statutes|Laws)(?: (?:Ann\.|Annotated|of \d{4}))?),?\s*",
    re.IGNORECASE,
)
_WITHIN = frozenset({"title", "chapter", "article", "part"})


def references_in(text: str) -> tuple[tuple[Reference, ...], ...]:
    """Reads some words as references, in every way they can be meant.

    Which way is right shows when they are written again in the state's form.

    Example:
        >>> [[str(r) for r in way] for way in references_in("KRS 158.030 and 158.100")]
        [['section 158.030', 'section 158.100']]
        >>> [str(r) for r in references_in("chapters 15-20.1, 15.1-06, and 15.1-18")[0]]
        ['chapter 15-20.1', 'chapter 15.1-06', 'chapter 15.1-18']
        >>> [str(r) for r in references_in("chapter 16 of title 37")[0]]
        ['chapter 16 of title 37']
    """
    if re.match(r"the [A-Z]", text):
        return ((Reference(unit="act", name=text.removeprefix("the ")),),)
    read = list(_read(_CODE.sub(_code_left_out, text)))
    ways = dict.fromkeys((tuple(_joined(read)), tuple(reference for reference, _ in read)))
    return tuple(way for way in ways if way)


def _code_left_out(match: re.Match[str]) -> str:
    """Takes the name of a code away; a bare number after it is a section's."""
    return "section " if match.string[match.end() : match.end() + 1].isdigit() else ""


def _read(text: str) -> Iterator[tuple[Reference, bool]]:
    """Reads references one after the other, and whether each holds the one before it.

    One without a unit has that of the one before.
    """
    unit, end = "section", 0
    for match in _REFERENCE.finditer(text):
        named = next((name for name in _UNITS if match[name]), None)
        if named is None and not re.search(r"\d", match["num"]):
            continue
        unit = named or unit
        levels = re.findall(r"\(?(\w+)\)?(?=,|$)", match["levels"])
        pinpoint = match["pinpoint"].replace(" ", "") + "".join(f"({level})" for level in levels)
        given = {"unit": unit, "num": match["num"], "pinpoint": pinpoint or None}
        holds = re.fullmatch(r" of |,? ", text[end : match.start()]) is not None
        end = match.end()
        try:
            yield Reference.model_validate({**given, "et_seq": bool(match["more"])}), holds
        except ValidationError:
            continue


def _joined(read: list[tuple[Reference, bool]]) -> list[Reference]:
    """Puts a smaller unit into the larger one that follows it: chapter 16 of title 37."""
    out: list[Reference] = []
    for reference, holds in read:
        before = out[-1] if out else None
        if (
            before is not None
            and holds
            and reference.unit in _WITHIN
            and before.unit != reference.unit
            and before.within is None
        ):
            out[-1] = before.model_copy(update={"within": reference})
        else:
            out.append(reference)
    return out
