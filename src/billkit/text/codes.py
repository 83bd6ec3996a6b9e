"""The codes of the states by name, and how their sections and smaller provisions are numbered."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = [
    "CODES",
    "NAMES",
    "PLACES",
    "SECTION",
    "TITLED",
    "Code",
    "cited_levels",
    "code_named",
    "split_places",
]


@dataclass(frozen=True, slots=True)
class Code:
    """Describes a code: its short name, how a section of it is cited, how it steps down.

    ``levels`` are the forms of the enumerators below a section, outermost first; the last repeats.
    ``shared`` are names that other states use too, which are this code's only in its own state;
    ``evidence`` says how well the form is known: confirmed, measured, secondary or memory.
    """

    jurisdiction: str
    name: str
    cite: str
    levels: tuple[str, ...]
    names: tuple[str, ...]
    shared: tuple[str, ...]
    evidence: str

    @property
    def by_title(self) -> bool:
        """Says whether the code counts its sections within titles: ``20 U.S.C. § 6311``."""
        return self.cite.startswith("{title}")


def _load() -> tuple[Code, ...]:
    """Reads the table of codes that lies beside this module."""
    text = files("billkit.text").joinpath("codes.csv").read_text(encoding="utf-8")
    return tuple(
        Code(
            jurisdiction=row["jurisdiction"],
            name=row["code"],
            cite=row["cite"],
            levels=tuple(row["levels"].split("|")),
            names=tuple(name for name in row["names"].split("|") if not name.endswith("*")),
            shared=tuple(name[:-1] for name in row["names"].split("|") if name.endswith("*")),
            evidence=row["evidence"],
        )
        for row in csv.DictReader(text.splitlines())
    )


CODES: tuple[Code, ...] = _load()
"""Every code known by name, those of the United States first."""


def _key(name: str, jurisdiction: str = "") -> tuple[str, str]:
    """Makes the key under which a code's name is known, whatever the points and blanks."""
    return re.sub(r"[\s.]+", "", name).casefold(), jurisdiction


_BY_NAME = {
    **{_key(name, code.jurisdiction): code for code in reversed(CODES) for name in code.shared},
    **{_key(name): code for code in reversed(CODES) for name in (*code.names, code.name)},
}


def code_named(name: str, *, jurisdiction: str = "") -> Code | None:
    """Finds a code by any of its names, whatever the points and blanks.

    Args:
        name: The name as printed.
        jurisdiction: Whose text prints it: "Education Code" is another in every state.

    Example:
        >>> code_named("N.D. Cent. Code").name
        'N.D.C.C.'
        >>> code_named("Revised Code", jurisdiction="us-oh").name
        'R.C.'
    """
    return _BY_NAME.get(_key(name, jurisdiction)) or _BY_NAME.get(_key(name))


@lru_cache(maxsize=256)
def cited_levels(citation: str, *, jurisdiction: str) -> tuple[str, ...]:
    """Gives how the enumerators below a section are cited; none where the code is not known.

    A form that names its level, such as ``, subd. {}``, is left to those who know that it is one.

    Args:
        citation: A citation that names its code.
        jurisdiction: Whose it is.

    Example:
        >>> cited_levels("N.H. RSA 194-E:3", jurisdiction="us-nh")
        (', {}', '({})')
    """
    for code in CODES:
        if code.jurisdiction == jurisdiction and any(
            re.search(rf"(?<!\w){re.escape(name)}(?!\w)", citation) for name in code.names
        ):
            return tuple("({})" if re.search(r"[a-z]", form) else form for form in code.levels)
    return ()


def _pattern(name: str) -> str:
    """Makes the pattern of a code's name: points may be left out, blanks are loose."""
    return re.escape(name).replace(r"\ ", r"\s+").replace(r"\.", r"\.?\s?")


def _alternation(*, by_title: bool) -> str:
    """Joins the names of codes to one pattern, longest first."""
    found = {
        name for code in CODES if code.by_title == by_title for name in (*code.names, *code.shared)
    }
    found |= {name.upper() for name in found if re.search(r"[a-z]{4}", name)}
    return "|".join(_pattern(name) for name in sorted(found, key=lambda name: (-len(name), name)))


NAMES = _alternation(by_title=False)
"""Pattern of the names of codes that number their sections throughout."""

TITLED = _alternation(by_title=True)
"""Pattern of the names of codes whose sections are counted within a title."""

SECTION = (
    r"\d+(?!st\b|nd\b|rd\b|th\b)[A-Za-z]{0,3}(?![A-Za-z])"
    r"(?:-?[-.:/\u2010\u2011]\d+(?:[A-Za-z]{1,2}(?![A-Za-z]))?|[-:][A-Za-z]{1,2}(?![A-Za-z\-]|\w))*"
)
"""Pattern of a section's number: 156.108, 15.1-06-08.1, 123B.045, 194-E:2, 6A:5-1.4."""

_LETTER = (
    r"(?:[A-Za-z]|[ivxl]{2,6}|[IVXL]{2,6}|"
    + "|".join(
        letter * times
        for times in (3, 2)
        for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    )
    + ")"
)
PLACES = rf"(?:\((?:\d{{1,3}}(?:\.\d{{1,2}})?[A-Za-z]?|{_LETTER}(?:\.\d)?)\))"
"""Pattern of one enumerator in round brackets."""

_PLACE = re.compile(r"[^\s().,]+(?:\.\d+)?")
_BARE = re.compile(r"(\d+)([ivx]+)\Z")


def split_places(text: str) -> tuple[str, ...]:
    """Separates the enumerators of a place in a section.

    Example:
        >>> split_places("(1)(a)2.b."), split_places("(4.5)(a)3ii")
        (('1', 'a', '2', 'b'), ('4.5', 'a', '3', 'ii'))
    """
    out: list[str] = []
    for value in _PLACE.findall(text):
        match = _BARE.match(value)
        out.extend(match.groups() if match else (value,))
    return tuple(out)
