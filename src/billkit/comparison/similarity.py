"""How alike two provisions are, by the words that tell something."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from rapidfuzz.distance import Indel

from billkit.text.typography import fold, plain_letters
from billkit.text.words import WORD

__all__ = ["STOP_WORDS", "Similarity", "defined_term"]

# fmt: off
STOP_WORDS = frozenset({
    "a", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "each", "every", "for",
    "from", "has", "have", "if", "in", "include", "includes", "including", "into", "is", "it",
    "its", "may", "must", "no", "not", "of", "on", "or", "other", "shall", "such", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "under",
    "upon", "was", "were", "which", "who", "will", "with", "within",
})
# fmt: on
"""Words so common in law that sharing them proves nothing."""

_TERM = re.compile(
    r"""^["“”'‘’]+(?P<term>[^"“”]{1,80}?)[,.]?["“”'’]+\s*(?:\([^)]{1,60}\)\s*)?,?\s*"""
    r"(?:means|has the meaning|have the meaning|includes|shall mean|refers to|is defined)",
    re.IGNORECASE,
)
_STOP_SHARE = 15
_RARE = 1 << 20
_MANY = 64


def _rare(used: int) -> int:
    """Gives the weight of a word that so many provisions use."""
    return round(_RARE / math.sqrt(max(used, 2)))


_RARE_BY_USE = tuple([_rare(used) for used in range(_MANY)])


def defined_term(body: str) -> str:
    """Gives the term that a provision defines, folded; "" where it defines none.

    Example:
        >>> defined_term('"Zone" means a group of schools.')
        'zone'
    """
    match = _TERM.match(body)
    return fold(match["term"]) if match else ""


class _Weights(dict[str, int]):
    """Weighs a word when it is first asked for; whole numbers, so that no sum hangs on an order."""

    __slots__ = ("frequency",)

    def __init__(self) -> None:
        self.frequency: Counter[str] = Counter()

    def __missing__(self, word: str) -> int:
        used = self.frequency.get(word, 0)
        weight = _RARE_BY_USE[used] if used < _MANY else _rare(used)
        known = self[word] = weight * _STOP_SHARE // 100 if word in STOP_WORDS else weight
        return known


class Similarity:
    """Weighs words by how few provisions use them, and provisions by the words they share."""

    __slots__ = ("_masses", "_weights", "_words")

    def __init__(self) -> None:
        """Starts with no provision known."""
        self._words: dict[str, frozenset[str]] = {}
        self._weights = _Weights()
        self._masses: dict[str, int] = {}

    def words(self, body: str) -> frozenset[str]:
        """Gives the folded words of a body, each once."""
        if (known := self._words.get(body)) is None:
            known = frozenset(WORD.findall(plain_letters(body).casefold()))
            self._words[body] = known
        return known

    def learn(self, bodies: Iterable[str]) -> None:
        """Takes note of how many provisions use each word."""
        self._weights.frequency.update(chain.from_iterable(map(self.words, bodies)))
        self._weights.clear()
        self._masses.clear()

    def weight(self, word: str) -> int:
        """Gives a word's weight: much for a rare one, little for a common one."""
        return self._weights[word]

    def mass(self, body: str) -> int:
        """Adds up the weights of a body's words."""
        if (known := self._masses.get(body)) is None:
            known = self._masses[body] = self.weigh(self.words(body))
        return known

    def shared(self, enacted: str, proposed: str) -> int:
        """Adds up the weights of the words that both bodies have."""
        return self.weigh(self.words(enacted) & self.words(proposed))

    def held(self, words: str, body: str) -> float:
        """Says how much of some words stands in a body, by weight, from 0 to 1."""
        mass = self.mass(words)
        return self.shared(words, body) / mass if mass else 0.0

    def score(self, enacted: str, proposed: str) -> float:
        """Says how alike two bodies are, from 0 (no word in common) to 1 (the same words)."""
        total = self.mass(enacted) + self.mass(proposed)
        return 2 * self.shared(enacted, proposed) / total if total else 0.0

    def weigh(self, words: Iterable[str]) -> int:
        """Adds up the weights of words."""
        return sum(map(self._weights.__getitem__, words))

    def in_order(self, enacted: str, proposed: str) -> float:
        """Says what share of the words of two bodies stands on both sides in the same order."""
        mine, theirs = (WORD.findall(plain_letters(b).casefold()) for b in (enacted, proposed))
        return Indel.normalized_similarity(mine, theirs)

    def deciding(self, enacted: str, proposed: str, *, most: int = 5) -> tuple[str, ...]:
        """Names the words that speak loudest for two bodies being counterparts."""
        both = self.words(enacted) & self.words(proposed)
        ranked = sorted(both, key=lambda word: (-self.weight(word), word))
        return tuple([word for word in ranked if word not in STOP_WORDS][:most])
