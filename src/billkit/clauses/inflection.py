"""English forms of a name: its plural, its possessive, and the article before it."""

from __future__ import annotations

import re

__all__ = ["indefinite_article", "plural", "possessive", "title_case"]

_PREPOSITION = re.compile(r" (?:of|for|in|on|with|to|from|at|under|by|and)\b")
_IRREGULAR = {
    "person": "persons",
    "child": "children",
    "man": "men",
    "woman": "women",
    "staff": "staff",
    "personnel": "personnel",
    "faculty": "faculty",
    "criterion": "criteria",
    "consortium": "consortia",
    "curriculum": "curricula",
}
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
"""Words that stay small in a heading set in title case."""
_AN = re.compile(r"(?:[aeio]|u(?!n[ai](?!n)|s[eu]|t[ie])|hour|honor|heir|[FHLMNRSX](?=[A-Z]|\b))")
_AN_NOT = re.compile(r"(?:one\b|once\b|eu|uni(?!n)|use|usu|uti)", re.IGNORECASE)


def _head(name: str) -> tuple[str, str]:
    """Splits a name after its head noun: ``district`` and ``of innovation``."""
    match = _PREPOSITION.search(name)
    return (name[: match.start()], name[match.start() :]) if match else (name, "")


def title_case(words: str, *, first: bool = True) -> str:
    """Sets each main word with a capital; the first is one whatever it is, unless words go before.

    Example:
        >>> title_case("term of an innovation zone"), title_case("the board's plan")
        ('Term of an Innovation Zone', "The Board's Plan")
    """

    def capital(match: re.Match[str]) -> str:
        word = match.group()
        small = word in _SMALL and not (first and match.start() == 0)
        return word if small else word[:1].upper() + word[1:]

    return re.sub(r"[^\W\d_][\w'’]*", capital, words)


def plural(name: str) -> str:
    """Makes the plural of a name on its head noun.

    Example:
        >>> plural("district of innovation"), plural("governing body"), plural("innovation school")
        ('districts of innovation', 'governing bodies', 'innovation schools')
        >>> plural("State Board of Education"), plural("School Business")
        ('State Boards of Education', 'School Businesses')
    """
    head, tail = _head(name)
    start, blank, noun = head.rpartition(" ")
    low = noun.casefold()
    if low in _IRREGULAR:
        made = _IRREGULAR[low]
        made = made.capitalize() if noun[:1].isupper() else made
    elif re.search(r"[^aeiou]y$", low):
        made = noun[:-1] + "ies"
    elif re.search(r"(?:s|x|z|ch|sh)$", low):
        made = noun + "es"
    else:
        made = noun + "s"
    return start + blank + made + tail


def possessive(name: str) -> str:
    """Makes the possessive of a name; after an s that ends it stands the apostrophe alone.

    Example:
        >>> possessive("state board of education"), possessive("schools")
        ("state board of education's", "schools'")
    """
    return name + ("'" if name.endswith(("s", "S")) else "'s")


def indefinite_article(name: str) -> str:
    """Gives the indefinite article before a name: "a" or "an", by its sound.

    Example:
        >>> [indefinite_article(n) for n in ("innovation zone", "district", "university", "hour")]
        ['an', 'a', 'a', 'an']
    """
    if _AN_NOT.match(name):
        return "a"
    return "an" if _AN.match(name) or name[:1] in set("AEIO") else "a"
