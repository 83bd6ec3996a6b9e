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
from billkit.text.typography import word_key
from billkit.text.words import TOKEN

__all__ = ["MAX_CELLS", "Wording", "append", "assembled", "smallest"]

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

    __slots__ = ("_numbers", "readable")

    def __init__(self, *, readable: bool) -> None:
        """Takes whether few whole hunks are wanted rather than the fewest words."""
        self.readable = readable
        self._numbers = _Numbers()

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
                words stand for others.
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
        if spans is not None and any(map(_replaces, blocks)):
            shifted = [(a - start, b - start, c - start, d - start) for a, b, c, d in spans()]
            if shifted:
                blocks = referring_apart(blocks, shifted, e_tokens, p_tokens)
        if self.readable:
            blocks = cleaned(blocks, e_keys, self._numbers.names)
        for piece in assembled(blocks, e_tokens, p_tokens):
            append(out, piece)
        if end:
            tail = enacted[len(enacted) - end :]
            append(out, Piece("=", tail, tail))
        return out

    def keys(self, tokens: Sequence[str]) -> list[int]:
        """Gives numbers by which tokens are equal but for their printing."""
        return list(map(self._numbers.__getitem__, tokens))

    def is_word(self, key: int) -> bool:
        """Says whether a number stands for a word and not for a mark."""
        return self._numbers.names[key][:1].isalnum()

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


def _replaces(block: Block) -> bool:
    """Says whether words stand for others in a block."""
    return block[0] == "!" and block[1] < block[2] and block[3] < block[4]


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


def assembled(
    blocks: Sequence[Block], e_tokens: Sequence[str], p_tokens: Sequence[str]
) -> list[Piece]:
    """Makes pieces of blocks of tokens."""
    out: list[Piece] = []
    for sign, e_from, e_to, p_from, p_to in blocks:
        mine, theirs = e_tokens[e_from:e_to], p_tokens[p_from:p_to]
        match sign:
            case "=":
                _equal(out, mine, theirs)
            case "~":
                append(out, Piece("~", "".join(mine), "".join(theirs)))
            case "#":
                append(out, Piece("#", "".join(mine), "".join(theirs)))
            case _:
                _changed(out, mine, theirs)
    return out


def _changed(out: list[Piece], e_tokens: Sequence[str], p_tokens: Sequence[str]) -> None:
    """Adds deleted and inserted words."""
    if e_tokens:
        append(out, Piece("-", "".join(e_tokens), ""))
    if p_tokens:
        append(out, Piece("+", "", "".join(p_tokens)))


def _equal(out: list[Piece], e_tokens: Sequence[str], p_tokens: Sequence[str]) -> None:
    """Adds words with the same keys, telling the same from those written otherwise."""
    words, others = "".join(e_tokens), "".join(p_tokens)
    if words == others:
        if words:
            append(out, Piece("=", words, others))
        return
    for token, other in zip(e_tokens, p_tokens, strict=True):
        if token == other:
            append(out, Piece("=", token, other))
        else:
            append(out, Piece("~", token, other))


def append(out: list[Piece], piece: Piece) -> None:
    """Adds a piece, joined to the one before where both stand alike."""
    if out and out[-1].sign == piece.sign and piece.sign not in "|#":
        last = out[-1]
        out[-1] = Piece(piece.sign, last.enacted + piece.enacted, last.proposed + piece.proposed)
    else:
        out.append(piece)
