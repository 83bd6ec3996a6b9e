"""Finds the bodies that act in the words of law, and the role each has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from billkit.reading.sentences import Sentence

__all__ = ["BODY", "Found", "aliases", "bodies", "role_of", "role_of_name"]

_CHIEF = r"""
    (?: (?:state|deputy) \s+ )? superintendent \s+ of \s+ (?:public \s+ instruction|free \s+
      schools|education|schools)
  | state \s+ superintendent
  | (?: state \s+ )? commissioner (?: \s+ of (?:\s+ elementary \s+ and \s+ secondary)? \s+
    education )?
  | secretary \s+ of \s+ (?:public \s+)? education
  | chief \s+ state \s+ school \s+ officer
"""
_STATE_BOARD = r"""
    (?-i: (?: (?!The\b|Local\b|County\b) [A-Z]\w+ \s+ ){1,2} Board ) \s+ of \s+ (?:Public \s+
      | Elementary \s+ and \s+ Secondary \s+)? Education
  | state \s+ board (?: \s+ of \s+ (?:public \s+
    | elementary \s+ and \s+ secondary \s+)? education )?
  | board \s+ of \s+ (?:public|elementary \s+ and \s+ secondary) \s+ education
"""
_DEPARTMENT = r"""
    (?: (?-i:(?!The\b)[A-Z])\w+ \s+ | state \s+ )? department \s+ of \s+
        (?: (?:public|elementary \s+ and \s+ secondary) \s+ )? (?: education
          | instruction ) (?:\s+ and \s+ workforce)?
  | (?: office | division ) \s+ of \s+ (?: the \s+ superintendent \s+ of \s+ public \s+ instruction
        | elementary \s+ and \s+ secondary \s+ education )
  | (?<=\bthe\s) department \b
"""
_GOVERNING = r"""
    local \s+ (?: school \s+ )? board (?:s)? (?: \s+ of \s+ education )?
  | (?: school | district | county | governing ) (?: \s+ district )? \s+ (?: board | committee
    | body ) (?: \s+ of \s+ (?: education | trustees | directors ) )?
  | board (?:s)? \s+ of \s+ (?: trustees | directors )
  | board (?:s)? \s+ of \s+ education \s+ of \s+ (?: a | an | any | the | each
    | such ) \s+ (?: local \s+ )? school \s+ district
"""
BODY = rf"""
    (?: (?P<governing> {_GOVERNING} )
      | (?P<office> office \s+ of \s+ the \s+ superintendent \s+ of \s+ public \s+ instruction )
      | (?P<chief> {_CHIEF} )
      | (?P<board> {_STATE_BOARD} )
      | (?P<department> {_DEPARTMENT} )
      | (?P<plain> (?<=\bthe\s) (?: board | superintendent | secretary ) \b (?! \s+ of ) )
    )
"""
"""A body that can approve, waive or make rules; to be compiled in verbose mode."""

_BODY = re.compile(rf"\b{BODY}", re.VERBOSE | re.IGNORECASE)
_ROLES = {
    "governing": "governing-board",
    "office": "chief",
    "chief": "chief",
    "board": "state-board",
    "department": "department",
}
_MEANS = re.compile(
    rf"""
    ["“] (?P<term> [\w\s]{{3,40}} ) ["”] ,? \s+ (?: means? | is | , ) \s* (?: the \s+ )? {BODY}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LOCAL = re.compile(r"\b(?:local|county|district|district's|school)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A body in a sentence: its role, its name as printed, and where it stands."""

    role: str
    name: str
    start: int
    end: int


def role_of(match: re.Match[str], known: Mapping[str, str]) -> str:
    """Gives the role of a body that was matched; "" for a plain word that nothing defines."""
    if match["plain"]:
        return known.get(match["plain"].casefold(), "")
    group = next(group for group in _ROLES if match[group])
    if group == "board" and _LOCAL.search(match.string[max(match.start() - 12, 0) : match.start()]):
        return "governing-board"
    return _ROLES[group]


def role_of_name(name: str) -> str:
    """Gives the role of a body that a whole name names; "" where it names none.

    Example:
        >>> role_of_name("superintendent of public instruction"), role_of_name("innovation zone")
        ('chief', '')
    """
    match = _BODY.fullmatch(name)
    return role_of(match, {}) if match else ""


def bodies(words: str, known: Mapping[str, str]) -> Iterator[Found]:
    """Finds the bodies of a sentence.

    Args:
        words: The sentence.
        known: The roles of plain words such as ``board``, as `aliases` finds them.

    Example:
        >>> [b.role for b in bodies("The State Board of Education or the local school board", {})]
        ['state-board', 'governing-board']
    """
    for match in _BODY.finditer(words):
        if role := role_of(match, known):
            yield Found(role, " ".join(match.group().split()), match.start(), match.end())


def aliases(found: list[Sentence]) -> dict[str, str]:
    """Finds what plain words such as "board" mean in a text, from its definitions.

    A definition settles it; where there is none, a word means the one body of that sort that the
    text names, and nothing where it names several.
    """
    out: dict[str, str] = {}
    for sentence in found:
        for match in _MEANS.finditer(sentence.words):
            if role := role_of(match, out):
                out.setdefault(match["term"].strip().casefold(), role)
    named = {body.role for sentence in found for body in bodies(sentence.words, {})}
    if "board" not in out:
        boards = named & {"state-board", "governing-board"}
        if len(boards) == 1:
            out["board"] = boards.pop()
    for word in ("superintendent", "secretary"):
        if word not in out and "chief" in named:
            out[word] = "chief"
    return out
