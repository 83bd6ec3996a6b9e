"""Makes pieces of blocks of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import eq

from billkit.comparison.blocks import Block
from billkit.comparison.operations import Piece, Sign

__all__ = ["add_blocks", "add_piece"]


def add_blocks(
    out: list[Piece], blocks: Sequence[Block], e_tokens: Sequence[str], p_tokens: Sequence[str]
) -> None:
    """Adds the words of blocks of tokens.

    Args:
        out: The pieces so far, to which the words are added.
        blocks: The blocks, in order.
        e_tokens: The enacted tokens.
        p_tokens: The proposed tokens.
    """
    for sign, e_from, e_to, p_from, p_to in blocks:
        if sign == "=":
            _add_equal(out, e_tokens[e_from:e_to], p_tokens[p_from:p_to])
        elif sign in "~#":
            words = "".join(e_tokens[e_from:e_to]), "".join(p_tokens[p_from:p_to])
            add_piece(out, "~" if sign == "~" else "#", *words)
        else:
            if e_from < e_to:
                add_piece(out, "-", "".join(e_tokens[e_from:e_to]), "")
            if p_from < p_to:
                add_piece(out, "+", "", "".join(p_tokens[p_from:p_to]))


def _add_equal(out: list[Piece], e_tokens: Sequence[str], p_tokens: Sequence[str]) -> None:
    """Adds words with the same keys, telling the same from those written otherwise."""
    words, others = "".join(e_tokens), "".join(p_tokens)
    if words == others:
        if words:
            add_piece(out, "=", words, others)
        return
    start = 0
    for same, run in groupby(map(eq, e_tokens, p_tokens)):
        stop = start + sum(1 for _ in run)
        mine, theirs = "".join(e_tokens[start:stop]), "".join(p_tokens[start:stop])
        add_piece(out, "=" if same else "~", mine, theirs)
        start = stop


def add_piece(out: list[Piece], sign: Sign, enacted: str, proposed: str) -> None:
    """Adds a piece, joined to the one before where both stand alike."""
    if out:
        last, words, others = out[-1]
        if last == sign and sign not in "|#":
            out[-1] = Piece(sign, words + enacted, others + proposed)
            return
    out.append(Piece(sign, enacted, proposed))
