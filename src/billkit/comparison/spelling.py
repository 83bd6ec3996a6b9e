"""Spells both texts of one operation in pieces."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from billkit.comparison.blocks import Block, Span
from billkit.comparison.counterparts import NONE
from billkit.comparison.operations import Piece
from billkit.comparison.pieces import add_blocks, add_piece
from billkit.comparison.wording import Wording

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
    enacted: Segment,
    proposed: Segment,
    wording: Wording,
    spans: Callable[[], Sequence[Span]] | None = None,
) -> Spelled:
    """Spells a segment and its counterpart.

    Args:
        enacted: The enacted words.
        proposed: The proposed words.
        wording: Compares the bodies.
        spans: Tells where references stand in the bodies that point at counterparts.
    """
    out = [Piece("|", enacted.id, proposed.id)]
    if enacted.num == proposed.num and enacted.body == proposed.body:
        words = " ".join([part for part in (enacted.num, enacted.body) if part])
        if words:
            out.append(Piece("=", words, words))
        return Spelled(out, reworded=False, restyled=False)
    _numbers(out, enacted, proposed)
    reworded = styled = False
    pieces = wording.pieces(enacted.body, proposed.body, spans)
    for sign, words, others in pieces:
        if sign in "-+":
            reworded = True
        elif sign == "~" and _tells(words, others):
            styled = True
    if pieces:
        add_piece(out, *pieces[0])
        out.extend(pieces[1:])
    return Spelled(out, reworded, styled)


def spelled_several(
    enacted: Sequence[Segment], proposed: Sequence[Segment], wording: Wording
) -> Spelled:
    """Spells several segments against one, or one against several, in one stream of words."""
    e_tokens, e_starts = _stream(enacted, wording)
    p_tokens, p_starts = _stream(proposed, wording)
    speller = _Speller(
        list(zip(e_starts, enacted, strict=True)), list(zip(p_starts, proposed, strict=True))
    )
    for block in wording.blocks(e_tokens, p_tokens):
        for sign, e_from, e_to, p_from, p_to in _cut(block, e_starts, p_starts):
            speller.open(e_from if e_from < e_to else NONE, p_from if p_from < p_to else NONE)
            speller.add(sign, e_tokens[e_from:e_to], p_tokens[p_from:p_to])
    speller.open(len(e_tokens), len(p_tokens))
    return Spelled(speller.out, speller.reworded, speller.restyled)


def _cut(block: Block, e_starts: Sequence[int], p_starts: Sequence[int]) -> Iterator[Block]:
    """Cuts a block where segments start; a changed one into what is deleted and inserted."""
    sign, e_from, e_to, p_from, p_to = block
    e_cuts = [start for start in e_starts if e_from < start < e_to]
    p_cuts = [start for start in p_starts if p_from < start < p_to]
    if sign == "=":
        shift = p_from - e_from
        cuts = sorted({*e_cuts, *(start - shift for start in p_cuts)})
        for start, stop in pairwise([e_from, *cuts, e_to]):
            yield "=", start, stop, start + shift, stop + shift
    elif sign == "~":
        yield block
    else:
        for start, stop in pairwise([e_from, *e_cuts, e_to]):
            if start < stop:
                yield "-", start, stop, p_from, p_from
        for start, stop in pairwise([p_from, *p_cuts, p_to]):
            if start < stop:
                yield "+", e_to, e_to, start, stop


class _Speller:
    """Writes a stream of tokens into pieces, opening each segment where it starts."""

    def __init__(
        self, enacted: list[tuple[int, Segment]], proposed: list[tuple[int, Segment]]
    ) -> None:
        first, other = enacted[0][1], proposed[0][1]
        self.out: list[Piece] = [Piece("|", first.id, other.id)]
        self.reworded = False
        self.restyled = False
        self._enacted = deque(enacted[1:])
        self._proposed = deque(proposed[1:])
        _numbers(self.out, first, other)

    def open(self, e_place: int, p_place: int) -> None:
        """Opens every segment that starts at these places or before."""
        while self._enacted and self._enacted[0][0] <= e_place:
            _, segment = self._enacted.popleft()
            self.out.append(Piece("|", segment.id, ""))
            if segment.num:
                self.out.append(Piece("-", segment.num + (" " if segment.body else ""), ""))
        while self._proposed and self._proposed[0][0] <= p_place:
            _, segment = self._proposed.popleft()
            self.out.append(Piece("|", "", segment.id))
            if segment.num:
                self.out.append(Piece("+", "", segment.num + (" " if segment.body else "")))

    def add(self, sign: str, e_tokens: Sequence[str], p_tokens: Sequence[str]) -> None:
        """Adds the words of a block that lies within one segment of either side."""
        add_blocks(self.out, [(sign, 0, len(e_tokens), 0, len(p_tokens))], e_tokens, p_tokens)
        if sign in "-+":
            self.reworded = self.reworded or any(
                token[:1].isalnum() for token in (*e_tokens, *p_tokens)
            )
        elif sign == "~":
            self.restyled = True
        elif not self.restyled and e_tokens != p_tokens:
            inner = zip(e_tokens[1:-1], p_tokens[1:-1], strict=True)
            self.restyled = any(_tells(one, other) for one, other in inner if one != other)


def _stream(segments: Sequence[Segment], wording: Wording) -> tuple[list[str], list[int]]:
    """Strings the tokens of segments together; gives the place where each segment starts."""
    tokens: list[str] = []
    starts = []
    for segment in segments:
        starts.append(len(tokens))
        tokens.extend(wording.tokens(segment.body))
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
        add_piece(out, "=", gap, space)
    elif gap:
        add_piece(out, "-", gap, "")
    elif space:
        add_piece(out, "+", "", space)


def _tells(enacted: str, proposed: str) -> bool:
    """Says whether words written otherwise differ by more than a blank at their edge."""
    if enacted.strip() != proposed.strip():
        return True
    ends = enacted[len(enacted.rstrip()) :], proposed[len(proposed.rstrip()) :]
    return bool(ends[0] and ends[1] and ends[0] != ends[1])
