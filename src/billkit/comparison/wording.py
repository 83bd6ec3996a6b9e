"""What differs between the words of two provisions taken for counterparts."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from billkit.comparison.blocks import Block, Hunk, Span, referring_apart, restyled_apart
from billkit.comparison.cleaning import cleaned
from billkit.comparison.dividing import divided
from billkit.comparison.ends import common_ends
from billkit.comparison.operations import Piece
from billkit.text.typography import word_key
from billkit.text.words import TOKEN

__all__ = ["MAX_CELLS", "Wording", "append", "assembled", "smallest"]

MAX_CELLS = 1 << 28
"""The largest table of tokens times tokens that is worked out at once (32 MB of bits)."""


class Wording:
    """Compares bodies word by word; remembers the key of every token it has seen."""

    __slots__ = ("_keys", "readable")

    def __init__(self, *, readable: bool) -> None:
        """Takes whether few whole hunks are wanted rather than the fewest words."""
        self.readable = readable
        self._keys: dict[str, str] = {}

    def pieces(self, enacted: str, proposed: str, spans: Sequence[Span] = ()) -> list[Piece]:
        """Gives the pieces that spell both texts, in order.

        White space belongs to the token before it. In readable marks a few stop-words between
        two changes are marked with them; otherwise as few tokens are marked as can be.

        Args:
            enacted: The enacted words.
            proposed: The proposed words.
            spans: Where references stand that point at counterparts.
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
        shifted = [(a - start, b - start, c - start, d - start) for a, b, c, d in spans]
        blocks = self.blocks(e_tokens, p_tokens, shifted)
        for piece in assembled(blocks, e_tokens, p_tokens):
            append(out, piece)
        if end:
            tail = enacted[len(enacted) - end :]
            append(out, Piece("=", tail, tail))
        return out

    def keys(self, tokens: Sequence[str]) -> list[str]:
        """Gives the keys under which tokens are equal but for their printing."""
        known = self._keys
        out = []
        for token in tokens:
            if (key := known.get(token)) is None:
                key = known[token] = word_key(token)
            out.append(key)
        return out

    def hunks(self, e_keys: Sequence[str], p_keys: Sequence[str]) -> list[Hunk]:
        """Finds where two lists of keys differ, marking as few as can be."""
        if len(e_keys) * len(p_keys) <= MAX_CELLS:
            return smallest(e_keys, p_keys)
        return divided(e_keys, p_keys, smallest, MAX_CELLS)

    def blocks(
        self, e_tokens: Sequence[str], p_tokens: Sequence[str], spans: Sequence[Span] = ()
    ) -> list[Block]:
        """Lays two lists of tokens out as equal, changed, restyled and consequential blocks."""
        e_keys, p_keys = self.keys(e_tokens), self.keys(p_tokens)
        blocks = restyled_apart(self.hunks(e_keys, p_keys), e_tokens, p_tokens)
        if spans:
            blocks = referring_apart(blocks, spans, e_tokens, p_tokens)
        return cleaned(blocks, e_keys) if self.readable else blocks


def smallest(e_keys: Sequence[str], p_keys: Sequence[str]) -> list[Hunk]:
    """Gives the hunks of a longest common subsequence."""
    codes: dict[str, int] = {}
    number = codes.setdefault
    mine = [number(key, len(codes)) for key in e_keys]
    theirs = [number(key, len(codes)) for key in p_keys]
    hunks: list[Hunk] = []
    for code in Indel.opcodes(mine, theirs):
        if code.tag == "equal":
            continue
        e_from, e_to = code.src_start, code.src_end
        p_from, p_to = code.dest_start, code.dest_end
        if hunks and hunks[-1][1] == e_from and hunks[-1][3] == p_from:
            hunks[-1] = (hunks[-1][0], e_to, hunks[-1][2], p_to)
        else:
            hunks.append((e_from, e_to, p_from, p_to))
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
