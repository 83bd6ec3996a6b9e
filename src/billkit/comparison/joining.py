"""Joins two rewordings of the same words, where they do not touch each other."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from billkit.comparison.operations import Piece
from billkit.comparison.wording import Wording

__all__ = ["joined_words"]


class _Edit(NamedTuple):
    """Puts words in place of those between two places of the text both started from."""

    start: int
    end: int
    words: str


def joined_words(base: str, one: str, other: str, wording: Wording) -> str | None:
    """Gives the words with both changes made; None where the changes meet.

    Args:
        base: The words both started from.
        one: The words as the one changed them.
        other: The words as the other changed them.
        wording: Compares words, as few as can be.

    Example:
        >>> wording = Wording(readable=False)
        >>> joined_words("It shall act.", "It must act.", "It shall act now.", wording)
        'It must act now.'
    """
    if other in {one, base}:
        return one
    if one == base:
        return other
    mine, theirs = _edits(base, one, wording), _edits(base, other, wording)
    both = sorted({*mine, *theirs})
    for before, after in pairwise(both):
        if after.start <= before.end:
            return None
    out: list[str] = []
    at = 0
    for edit in both:
        out += [base[at : edit.start], edit.words]
        at = edit.end
    return "".join([*out, base[at:]])


def _edits(base: str, changed: str, wording: Wording) -> list[_Edit]:
    """Lists what a version changes, by places in the base."""
    out: list[_Edit] = []
    at = 0
    for piece in wording.pieces(base, changed):
        if piece.sign != "=":
            kept = _same_word(piece)
            start, end = at + kept, at + len(piece.enacted)
            if out and out[-1].end == start:
                last = out.pop()
                out.append(_Edit(last.start, end, last.words + piece.proposed[kept:]))
            else:
                out.append(_Edit(start, end, piece.proposed[kept:]))
        at += len(piece.enacted)
    return out


def _same_word(piece: Piece) -> int:
    """Counts the letters of a word that stays as it is while the blanks after it change."""
    word = piece.enacted.rstrip()
    return len(word) if piece.sign == "~" and word == piece.proposed.rstrip() else 0
