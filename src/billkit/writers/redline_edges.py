"""The edges of marks: they part no figure from its sign, and no bracket from its other half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from billkit.writers.redline_words import Stretch

__all__ = ["settled"]

_PAIRS = {")": "(", "]": "[", "}": "{"}
_OPENING = re.compile(r"[(\[{$€£]+\Z")
_CLOSING = re.compile(r"[)\]}%]+")
_FIGURE = re.compile(r"[$€£]\Z")
_FARTHEST = 60
"""How many characters a mark is shifted at most."""


class _Hunk(NamedTuple):
    """What was deleted and inserted in one place, and the equal words on both sides of it."""

    before: str
    enacted: str
    proposed: str
    after: str

    @property
    def is_whole(self) -> bool:
        """Says whether every bracket stands with its other half."""
        return _is_balanced(self.enacted) and _is_balanced(self.proposed)


def settled(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Gives stretches whose marks stand at better places; each side's words stay as they are.

    A mark that would stand between two halves of a pair of brackets is shifted along repeated
    characters, or takes the brackets in; a mark on a figure takes its sign in. No word is marked
    that was not.

    Args:
        stretches: The words of a row.

    Example:
        >>> words = [Stretch("=", "a fee of $", "a fee of $"), Stretch("-", "10 ", "")]
        >>> [(one.sign, one.enacted) for one in settled([*words, Stretch("+", "", "20 ")])]
        [('=', 'a fee of '), ('-', '$10 '), ('+', '')]
    """
    parts = [
        (marked, list(some))
        for marked, some in groupby(stretches, key=lambda one: one.sign in {"-", "+"})
    ]
    for place, (marked, some) in enumerate(parts):
        if not marked or len({one.doubt for one in some}) > 1:
            continue
        before = parts[place - 1][1] if place else []
        after = parts[place + 1][1] if place + 1 < len(parts) else []
        start, blanks = _equal_before(before[-1:], some[0])
        hunk = _Hunk(
            start,
            "".join(one.enacted for one in some),
            blanks + "".join(one.proposed for one in some),
            _equal(after[:1], some[0]),
        )
        found = _better(hunk)
        if found is None:
            continue
        some[:] = _marked(found, some[0])
        if hunk.before:
            before[-1] = Stretch("=", found.before, found.before, before[-1].doubt)
        if hunk.after:
            after[0] = replace(after[0], enacted=found.after, proposed=found.after)
    return tuple(one for _, some in parts for one in some if one.enacted or one.proposed)


def _equal(beside: Sequence[Stretch], hunk: Stretch) -> str:
    """Gives the words beside a hunk where they are equal and no more in doubt than it."""
    return "".join(one.enacted for one in beside if one.sign == "=" and one.doubt == hunk.doubt)


def _equal_before(beside: Sequence[Stretch], hunk: Stretch) -> tuple[str, str]:
    """Gives the equal words before a hunk, and blanks that only the proposed text has there."""
    for one in beside:
        if one.sign == "~" and one.doubt == hunk.doubt and one.proposed.rstrip() == one.enacted:
            return one.enacted, one.proposed[len(one.enacted) :]
    return _equal(beside, hunk), ""


def _marked(hunk: _Hunk, of: Stretch) -> Iterator[Stretch]:
    """Yields what of a hunk is deleted and what inserted."""
    if hunk.enacted:
        yield Stretch("-", hunk.enacted, "", of.doubt)
    if hunk.proposed:
        yield Stretch("+", "", hunk.proposed, of.doubt)


def _better(hunk: _Hunk) -> _Hunk | None:
    """Finds better edges, if they are wanted and there are any."""
    if not hunk.is_whole:
        found = next((one for one in (*_shifted(hunk), _embraced(hunk)) if one.is_whole), None)
        if found:
            return found
    return _with_sign(hunk)


def _shifted(hunk: _Hunk) -> Iterator[_Hunk]:
    """Yields the hunks of one side that say the same a few characters before or after."""
    if hunk.enacted and hunk.proposed:
        return
    before, words, after = hunk.before, hunk.enacted or hunk.proposed, hunk.after
    for _ in range(_FARTHEST):
        if not before or before[-1] != words[-1]:
            break
        before, words, after = before[:-1], before[-1] + words[:-1], words[-1] + after
        yield from _cut(hunk, before, words, after)
    before, words, after = hunk.before, hunk.enacted or hunk.proposed, hunk.after
    for _ in range(_FARTHEST):
        if not after or after[0] != words[0]:
            break
        before, words, after = before + words[0], words[1:] + after[0], after[1:]
        yield from _cut(hunk, before, words, after)


def _cut(hunk: _Hunk, before: str, words: str, after: str) -> Iterator[_Hunk]:
    """Yields a hunk of one side with other edges, unless they cut a word."""
    edges = ((before[-1:], words[:1]), (words[-1:], after[:1]))
    if not any(one.isalnum() and other.isalnum() for one, other in edges):
        yield _Hunk(before, words if hunk.enacted else "", words if hunk.proposed else "", after)


def _embraced(hunk: _Hunk) -> _Hunk:
    """Takes in the brackets and signs that join a hunk."""
    opening, closing = _OPENING.search(hunk.before), _CLOSING.match(hunk.after)
    sides = [side for side in (hunk.enacted, hunk.proposed) if side]
    first = opening[0] if opening else ""
    last = closing[0] if closing and not any(side[-1].isspace() for side in sides) else ""
    return _Hunk(
        hunk.before[: len(hunk.before) - len(first)],
        first + hunk.enacted + last,
        first + hunk.proposed + last,
        hunk.after[len(last) :],
    )


def _with_sign(hunk: _Hunk) -> _Hunk | None:
    """Takes in the sign of a figure that was put in place of another."""
    sign = _FIGURE.search(hunk.before)
    if not sign or not (hunk.enacted[:1].isdigit() or hunk.proposed[:1].isdigit()):
        return None
    for one in _shifted(hunk):
        if not _FIGURE.search(one.before):
            return one
    return _Hunk(hunk.before[:-1], sign[0] + hunk.enacted, sign[0] + hunk.proposed, hunk.after)


def _is_balanced(text: str) -> bool:
    """Says whether every bracket of a text is opened and closed in it."""
    open_: list[str] = []
    for character in text:
        if character in _PAIRS.values():
            open_.append(character)
        elif character in _PAIRS and (not open_ or open_.pop() != _PAIRS[character]):
            return False
    return not open_
