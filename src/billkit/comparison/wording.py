"""What differs between the words of two provisions taken for counterparts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar, cast

from rapidfuzz.distance import Indel

from billkit.comparison.blocks import Block, Hunk, Span, referring_apart, restyled_apart
from billkit.comparison.cleaning import cleaned
from billkit.comparison.dividing import divided
from billkit.comparison.ends import common_ends
from billkit.comparison.operations import Piece
from billkit.comparison.pieces import add_blocks, add_piece
from billkit.text.enumerators import readings
from billkit.text.typography import word_key
from billkit.text.words import TOKEN

__all__ = ["MAX_CELLS", "Wording", "smallest"]

Key = TypeVar("Key", bound=Hashable)

MAX_CELLS = 1 << 28
"""The largest table of tokens times tokens that is worked out at once (32 MB of bits)."""


class _Numbers(dict[str, int]):
    """Numbers tokens as they are first seen; those that are only written otherwise, the same."""

    __slots__ = ("names", "of_name")

    def __init__(self) -> None:
        self.names: list[str] = []
        self.of_name: dict[str, int] = {}

    def __missing__(self, token: str) -> int:
        name = word_key(token)
        number = self.of_name.get(name)
        if number is None:
            number = self.of_name[name] = len(self.names)
            self.names.append(name)
        self[token] = number
        return number


class Wording:
    """Compares bodies word by word; remembers the number of every token it has seen."""

    __slots__ = ("_known", "_numbers", "readable")

    def __init__(self, *, readable: bool) -> None:
        """Takes whether few whole hunks are wanted rather than the fewest words."""
        self.readable = readable
        self._numbers = _Numbers()
        self._known: dict[str, list[str]] = {}

    def pieces(
        self, enacted: str, proposed: str, spans: Callable[[], Sequence[Span]] | None = None
    ) -> list[Piece]:
        """Gives the pieces that spell both texts, in order.

        White space belongs to the token before it. In readable marks a few stop-words between
        two changes are marked with them; otherwise as few tokens are marked as can be.

        Args:
            enacted: The enacted words.
            proposed: The proposed words.
            spans: Tells where references stand that point at counterparts; asked only where
                numbers stand for others.
        """
        if enacted == proposed:
            return [Piece("=", enacted, proposed)] if enacted else []
        if not enacted:
            return [Piece("+", "", proposed)]
        if not proposed:
            return [Piece("-", enacted, "")]
        start, end = common_ends(enacted, proposed)
        e_tokens = TOKEN.findall(enacted[start : len(enacted) - end])
        p_tokens = TOKEN.findall(proposed[start : len(proposed) - end])
        out = [Piece("=", enacted[:start], proposed[:start])] if start else []
        e_keys, p_keys = self.keys(e_tokens), self.keys(p_tokens)
        blocks = restyled_apart(self.hunks(e_keys, p_keys), e_tokens, p_tokens)
        if spans and any(_renumbers(block, e_tokens, p_tokens) for block in blocks):
            shifted = [(a - start, b - start, c - start, d - start) for a, b, c, d in spans()]
            if shifted:
                blocks = referring_apart(blocks, shifted, e_tokens, p_tokens)
        if self.readable:
            blocks = cleaned(blocks, e_keys, self._numbers.names)
        add_blocks(out, blocks, e_tokens, p_tokens)
        if end:
            tail = enacted[len(enacted) - end :]
            add_piece(out, "=", tail, tail)
        return out

    def tokens(self, text: str) -> list[str]:
        """Gives the tokens of a text that is looked at more than once."""
        if (known := self._known.get(text)) is None:
            known = self._known[text] = TOKEN.findall(text)
        return known

    def keys(self, tokens: Sequence[str]) -> list[int]:
        """Gives numbers by which tokens are equal but for their printing."""
        return list(map(self._numbers.__getitem__, tokens))

    def words_among(self, keys: Sequence[int]) -> list[bool]:
        """Says of each number whether it stands for a word and not for a mark."""
        names = self._numbers.names
        return [names[key][:1].isalnum() for key in keys]

    def hunks(self, e_keys: Sequence[int], p_keys: Sequence[int]) -> list[Hunk]:
        """Finds where two lists of keys differ, marking as few as can be."""
        if len(e_keys) * len(p_keys) <= MAX_CELLS:
            return smallest(e_keys, p_keys)
        return divided(e_keys, p_keys, smallest, MAX_CELLS)

    def blocks(self, e_tokens: Sequence[str], p_tokens: Sequence[str]) -> list[Block]:
        """Lays two lists of tokens out as equal, changed and restyled blocks."""
        e_keys, p_keys = self.keys(e_tokens), self.keys(p_tokens)
        blocks = restyled_apart(self.hunks(e_keys, p_keys), e_tokens, p_tokens)
        return cleaned(blocks, e_keys, self._numbers.names) if self.readable else blocks


def _renumbers(block: Block, e_tokens: Sequence[str], p_tokens: Sequence[str]) -> bool:
    """Says whether numbers of provisions may stand for others in a block."""
    sign, e_from, e_to, p_from, p_to = block
    return (
        sign == "!"
        and any(map(_is_number, e_tokens[e_from:e_to]))
        and any(map(_is_number, p_tokens[p_from:p_to]))
    )


def _is_number(token: str) -> bool:
    """Says whether a token has a figure in it, or can be a letter or a roman number of a list."""
    token = token.strip()
    return any(map(str.isdigit, token)) or bool(readings(token))


def smallest(e_keys: Sequence[Key], p_keys: Sequence[Key]) -> list[Hunk]:
    """Gives the hunks of a longest common subsequence."""
    hunks: list[Hunk] = []
    e_end = p_end = -1
    codes = cast("list[tuple[str, int, int, int, int]]", Indel.opcodes(e_keys, p_keys).as_list())
    for tag, e_from, e_to, p_from, p_to in codes:
        if tag == "equal":
            continue
        if e_end == e_from and p_end == p_from:
            before = hunks[-1]
            hunks[-1] = (before[0], e_to, before[2], p_to)
        else:
            hunks.append((e_from, e_to, p_from, p_to))
        e_end, p_end = e_to, p_to
    return hunks
