"""Rules for what frames an act, for staff and money, and for credit and local measures."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from billkit.clauses.dates import MONTHS
from billkit.reading.hits import Hit, Reader, pattern
from billkit.reading.sentences import Sentence

__all__ = ["FRAME", "definitions"]

_DATE = rf"(?: {'|'.join(MONTHS)} ) \s+ \d{{1,2}} , \s+ \d{{4}}"
_DEFINED = pattern(
    r"""
    ["“] (?P<term> [^"”]{2,80}? ) ,? ["”] ,? \s+ (?: means? | has \s+ the \s+ same \s+ meaning
      | includes? | , \s+ (?: a | an | the ) \s )
    """
)
_DEFINING = pattern(
    r"""
    \b as \s+ used \s+ in \s+ this \b | \b following \s+ (?: terms | definitions | words ) \b
    | \b terms \s+ shall \s+ (?: mean | have )
    """
)
_NAMED_TITLE = pattern(
    r"""
    \b (?: (?: shall
      | may ) \s+ be \s+ (?: known \s+ (?: and \s+ (?: may \s+ be \s+ )? cited \s+ )?
      | cited \s+ ) as | known \s+ as ) \s+ (?: the \s+ )? ["“] (?P<title> [^"”]{4,90} ) ["”]
    """
)


def definitions(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds what terms mean."""
    del known
    words = sentence.words
    if _DEFINED.search(words):
        yield Hit("definitions", sentence, 0.95)
    elif sentence.items and _DEFINING.search(words):
        yield Hit("definitions", sentence, 0.9)


def _short_title(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds what the act is called."""
    del known
    match = _NAMED_TITLE.search(sentence.words)
    if match and re.search(r"\bact\b", match["title"], re.IGNORECASE):
        yield Hit("short-title", sentence, 0.95, {"title": match["title"].rstrip(".,")})


@lru_cache(maxsize=1)
def _signs() -> tuple[tuple[str, float, re.Pattern[str], re.Pattern[str] | None], ...]:
    """Loads the signs that suffice for a kind, each with what speaks against it."""
    text = files("billkit.reading").joinpath("signs.toml").read_text("utf-8")
    return tuple(
        (
            kind,
            table["confidence"],
            pattern(table["sign"].replace("{date}", _DATE)),
            pattern(table["unless"].replace("{date}", _DATE)) if "unless" in table else None,
        )
        for kind, table in tomllib.loads(text).items()
    )


def _signed(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds provisions that one sign suffices for."""
    del known
    for kind, confidence, sign, against in _signs():
        if sign.search(sentence.words) and not (against and against.search(sentence.whole)):
            yield Hit(kind, sentence, confidence, listed=bool(sentence.items))


FRAME: tuple[Reader, ...] = (definitions, _short_title, _signed)
"""The rules of this module."""
