"""Spells both texts of one operation in pieces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from billkit.comparison.blocks import Span
from billkit.comparison.operations import Piece
from billkit.comparison.wording import Wording, append
from billkit.text.words import TOKEN

__all__ = ["Segment", "Spelled", "alone", "spelled_pair", "spelled_several"]


class Segment(NamedTuple):
    """Some words of a provision: its id, its number and body, or its tail (without a number)."""

    id: str
    num: str
    body: str


class Spelled(NamedTuple):
    """The pieces of an operation, and whether words changed or are only written otherwise."""

    pieces: list[Piece]
    reworded: bool
    restyled: bool


def alone(segment: Segment, sign: str) -> list[Piece]:
    """Spells a segment that stands on one side only, under ``-``, ``+`` or ``?``."""
    words = " ".join([part for part in (segment.num, segment.body) if part])
    if sign in "-e":
        opened = Piece("|", segment.id, "")
        rest = Piece("-" if sign == "-" else "?", words, "")
    else:
        opened = Piece("|", "", segment.id)
        rest = Piece("+" if sign == "+" else "?", "", words)
    return [opened, rest] if words else [opened]


def spelled_pair(
    enacted: Segment, proposed: Segment, wording: Wording, spans: Sequence[Span] = ()
) -> Spelled:
    """Spells a segment and its counterpart.

    Args:
        enacted: The enacted words.
        proposed: The proposed words.
        wording: Compares the bodies.
        spans: Where references stand in the bodies that point at counterparts.
    """
    out = [Piece("|", enacted.id, proposed.id)]
    if enacted.num == proposed.num and enacted.body == proposed.body:
        words = " ".join([part for part in (enacted.num, enacted.body) if part])
        if words:
            out.append(Piece("=", words, words))
        return Spelled(out, reworded=False, restyled=False)
    _numbers(out, enacted, proposed)
    reworded = styled = False
    for piece in wording.pieces(enacted.body, proposed.body, spans):
        append(out, piece)
        if piece.sign in "-+":
            reworded = True
        elif piece.sign == "~" and _tells(piece.enacted, piece.proposed):
            styled = True
    return Spelled(out, reworded, styled)


def spelled_several(
    enacted: Sequence[Segment], proposed: Sequence[Segment], wording: Wording
) -> Spelled:
    """Spells several segments against one, or one against several, in one stream of words."""
    e_tokens, e_starts = _stream(enacted)
    p_tokens, p_starts = _stream(proposed)
    speller = _Speller(enacted, proposed, e_starts, p_starts)
    for sign, e_from, e_to, p_from, p_to in wording.blocks(e_tokens, p_tokens):
        if sign == "=":
            for shift in range(e_to - e_from):
                speller.open(e_from + shift, p_from + shift)
                token, other = e_tokens[e_from + shift], p_tokens[p_from + shift]
                speller.same(token, other, e_from + shift, p_from + shift)
            continue
        if sign == "~":
            speller.open(e_to - 1, p_to - 1)
            speller.add("~", "".join(e_tokens[e_from:e_to]), "".join(p_tokens[p_from:p_to]))
            speller.restyled = True
            continue
        for place in range(e_from, e_to):
            speller.open(place, None)
            speller.add("-", e_tokens[place], "")
        for place in range(p_from, p_to):
            speller.open(None, place)
            speller.add("+", "", p_tokens[place])
    speller.open(len(e_tokens), len(p_tokens))
    return Spelled(speller.out, speller.reworded, speller.restyled)


class _Speller:
    """Writes a stream of tokens into pieces, opening each segment where it starts."""

    def __init__(
        self,
        enacted: Sequence[Segment],
        proposed: Sequence[Segment],
        e_starts: list[int],
        p_starts: list[int],
    ) -> None:
        self.out: list[Piece] = [Piece("|", enacted[0].id, proposed[0].id)]
        self.reworded = False
        self.restyled = False
        self._enacted = list(zip(e_starts, enacted, strict=True))[1:]
        self._proposed = list(zip(p_starts, proposed, strict=True))[1:]
        self._edges = (_edges(e_starts), _edges(p_starts))
        _numbers(self.out, enacted[0], proposed[0])

    def open(self, e_place: int | None, p_place: int | None) -> None:
        """Opens every segment that starts at these places or before."""
        while e_place is not None and self._enacted and self._enacted[0][0] <= e_place:
            _, segment = self._enacted.pop(0)
            self.out.append(Piece("|", segment.id, ""))
            if segment.num:
                self.out.append(Piece("-", segment.num + (" " if segment.body else ""), ""))
        while p_place is not None and self._proposed and self._proposed[0][0] <= p_place:
            _, segment = self._proposed.pop(0)
            self.out.append(Piece("|", "", segment.id))
            if segment.num:
                self.out.append(Piece("+", "", segment.num + (" " if segment.body else "")))

    def same(self, token: str, other: str, e_place: int, p_place: int) -> None:
        """Adds a token that both sides have."""
        self.add("=" if token == other else "~", token, other)
        at_edge = e_place in self._edges[0] or p_place in self._edges[1]
        if token != other and not at_edge and _tells(token, other):
            self.restyled = True

    def add(self, sign: str, enacted: str, proposed: str) -> None:
        """Adds a piece."""
        append(self.out, Piece(sign, enacted, proposed))  # type: ignore[arg-type]
        if sign in "-+" and any(c.isalnum() for c in enacted or proposed):
            self.reworded = True


def _edges(starts: list[int]) -> set[int]:
    """Names the first and last token of every segment but the very first."""
    return {place for start in starts[1:] for place in (start, start - 1)}


def _stream(segments: Sequence[Segment]) -> tuple[list[str], list[int]]:
    """Strings the tokens of segments together; gives the place where each segment starts."""
    tokens: list[str] = []
    starts = []
    for segment in segments:
        starts.append(len(tokens))
        tokens.extend(TOKEN.findall(segment.body))
    return tokens, starts


def _numbers(out: list[Piece], enacted: Segment, proposed: Segment) -> None:
    """Adds the numbers of a segment and its counterpart, and the blank behind them."""
    num, other = enacted.num, proposed.num
    gap, space = (" " if num and enacted.body else ""), (" " if other and proposed.body else "")
    if num == other:
        if num:
            out.append(Piece("=", num, num))
    elif num and other:
        out.append(Piece("#", num, other))
    elif num:
        out.append(Piece("-", num + gap, ""))
        gap = ""
    else:
        out.append(Piece("+", "", other + space))
        space = ""
    if gap and space:
        append(out, Piece("=", gap, space))
    elif gap:
        append(out, Piece("-", gap, ""))
    elif space:
        append(out, Piece("+", "", space))


def _tells(enacted: str, proposed: str) -> bool:
    """Says whether words written otherwise differ by more than a blank at their edge."""
    if enacted.strip() != proposed.strip():
        return True
    ends = enacted[len(enacted.rstrip()) :], proposed[len(proposed.rstrip()) :]
    return bool(ends[0] and ends[1] and ends[0] != ends[1])
