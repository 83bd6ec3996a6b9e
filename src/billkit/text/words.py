"""Words and tokens, as every figure of billkit counts them."""

from __future__ import annotations

import re

__all__ = ["TOKEN", "WORD", "count_words"]

WORD = re.compile(r"\w++(?:[-.,'’–]\w++)*+")
"""A word: letters and digits, with inner hyphens, points, commas and apostrophes."""

TOKEN = re.compile(
    r"""
      \w++ (?:[-.,'’–]\w++)*+ \s*+
    | [^\w\s] \s*+
    | \s++ (?: \w++ (?:[-.,'’–]\w++)*+ | [^\w\s] ) \s*+
    """,
    re.VERBOSE,
)
"""A word or a single mark, with the white space that belongs to it.

White space belongs to the token before it; only white space at the head of a text, where no
token stands before it, goes with the first.
"""


def count_words(text: str) -> int:
    """Counts the words of a text.

    Example:
        >>> count_words("five (5) school-years, at most.")
        5
    """
    return sum(1 for _ in WORD.finditer(text))
