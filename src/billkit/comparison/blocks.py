"""Stretches of tokens that are equal, changed, or the same words written otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from billkit.text.typography import fold, restyled

__all__ = ["Block", "Hunk", "Span", "referring_apart", "restyled_apart"]

Hunk: TypeAlias = tuple[int, int, int, int]
"""Where two token lists differ: from and to in the enacted, from and to in the proposed."""

Block: TypeAlias = tuple[str, int, int, int, int]
"""``=`` (the same keys), ``!`` (changed), ``~`` (restyled) or ``#`` (a reference that follows its
target), and the places as in a hunk."""

Span: TypeAlias = tuple[int, int, int, int]
"""Where references to counterparts stand: from and to in either text, in characters."""

_JOINT = re.compile("[-\u00ad\u2010-\u2015\u2212]")
_LONGEST = 5


def restyled_apart(
    hunks: Sequence[Hunk], e_tokens: Sequence[str], p_tokens: Sequence[str]
) -> list[Block]:
    """Lays hunks and what stands between them out as blocks, restyled words set apart.

    Words whose hyphens, dashes or line ends differ are not the same tokens; they are found here,
    within the hunks.
    """
    blocks: list[Block] = []
    e_at = p_at = 0
    for e_from, e_to, p_from, p_to in hunks:
        if e_at < e_from:
            blocks.append(("=", e_at, e_from, p_at, p_from))
        e_at, p_at = e_from, p_from
        for one in _restyled_in((e_from, e_to, p_from, p_to), e_tokens, p_tokens):
            if e_at < one[0] or p_at < one[2]:
                blocks.append(("!", e_at, one[0], p_at, one[2]))
            blocks.append(("~", *one))
            e_at, p_at = one[1], one[3]
        if e_at < e_to or p_at < p_to:
            blocks.append(("!", e_at, e_to, p_at, p_to))
        e_at, p_at = e_to, p_to
    if e_at < len(e_tokens):
        blocks.append(("=", e_at, len(e_tokens), p_at, len(p_tokens)))
    return blocks


def _restyled_in(hunk: Hunk, e_tokens: Sequence[str], p_tokens: Sequence[str]) -> Iterator[Hunk]:
    """Yields the stretches of a hunk that are the same words written otherwise, in order."""
    e_from, e_to, p_from, p_to = hunk
    if e_from == e_to or p_from == p_to:
        return
    words, others = "".join(e_tokens[e_from:e_to]), "".join(p_tokens[p_from:p_to])
    if not _JOINT.search(words) and not _JOINT.search(others):
        return
    if restyled(words, others):
        yield hunk
        return
    windows: dict[str, list[tuple[int, int]]] = {}
    for start, stop in _windows(p_from, p_to):
        windows.setdefault(fold("".join(p_tokens[start:stop])), []).append((start, stop))
    e_at, p_at = e_from, p_from
    for start, stop in _windows(e_from, e_to):
        if start < e_at:
            continue
        text = "".join(e_tokens[start:stop])
        for p_start, p_stop in windows.get(fold(text), ()):
            if p_start >= p_at and restyled(text, "".join(p_tokens[p_start:p_stop])):
                yield start, stop, p_start, p_stop
                e_at, p_at = stop, p_stop
                break


def _windows(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yields every short stretch between two places, from each start the longest first."""
    for start in range(first, last):
        for stop in range(min(start + _LONGEST, last), start, -1):
            yield start, stop


def referring_apart(
    blocks: Sequence[Block],
    spans: Sequence[Span],
    e_tokens: Sequence[str],
    p_tokens: Sequence[str],
) -> list[Block]:
    """Marks the changed blocks that lie within references to counterparts.

    Args:
        blocks: The blocks so far.
        spans: Where such references stand in the texts that the tokens spell.
        e_tokens: The enacted tokens.
        p_tokens: The proposed tokens.
    """
    e_starts, p_starts = _starts(e_tokens), _starts(p_tokens)
    out: list[Block] = []
    for sign, e_from, e_to, p_from, p_to in blocks:
        follows = False
        if sign == "!" and e_from < e_to and p_from < p_to:
            start, begin = e_starts[e_from], p_starts[p_from]
            stop = e_starts[e_to - 1] + len(e_tokens[e_to - 1].rstrip())
            end = p_starts[p_to - 1] + len(p_tokens[p_to - 1].rstrip())
            follows = any(
                a <= start and stop <= b and c <= begin and end <= d for a, b, c, d in spans
            )
        out.append(("#" if follows else sign, e_from, e_to, p_from, p_to))
    return _with_brackets(out, e_tokens)


def _with_brackets(blocks: list[Block], e_tokens: Sequence[str]) -> list[Block]:
    """Takes the brackets round a number into the reference: ``(3)``, not ``3``."""
    out: list[Block] = []
    for sign, e_from, e_to, p_from, p_to in blocks:
        before = out[-1] if out else None
        if before and before[0] == "#" and sign == "=" and e_tokens[e_from].strip() == ")":
            opened = out[-2] if len(out) > 1 else None
            if opened and opened[0] == "=" and e_tokens[opened[2] - 1] == "(":
                out[-2] = ("=", opened[1], opened[2] - 1, opened[3], opened[4] - 1)
                out[-1] = ("#", before[1] - 1, e_from + 1, before[3] - 1, p_from + 1)
                e_from, p_from = e_from + 1, p_from + 1  # noqa: PLW2901
        out.append((sign, e_from, e_to, p_from, p_to))
    return [block for block in out if block[1] < block[2] or block[3] < block[4]]


def _starts(tokens: Sequence[str]) -> list[int]:
    """Gives the place of each token in the text that all of them spell."""
    starts = []
    at = 0
    for token in tokens:
        starts.append(at)
        at += len(token)
    return starts
