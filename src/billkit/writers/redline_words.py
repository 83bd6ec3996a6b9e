"""The words of one provision in a redline, with what is known of how far they can be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from billkit.comparison.operations import Piece, Sign
from billkit.tree import Document
from billkit.writers.document_words import groups, own_runs, tail_runs

__all__ = [
    "TAIL", "Doubt", "Shown", "Stretch", "doubts", "shown", "sign_of", "stretched",
    "words_of",
]  # fmt: skip

TAIL = "~tail"
"""What follows an id where the words after a provision's children are meant."""

Doubt: TypeAlias = Literal["", "enacted", "proposed", "both"]
"""On which side words are reconstructed, not confirmed against any copy of the law."""


_MARKS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words that stand alike: with one sign, and all of them in doubt or none."""

    sign: Sign
    enacted: str
    proposed: str
    doubt: Doubt = ""


class Shown(NamedTuple):
    """Some words as one redline for both sides shows them.

    ``after`` are the blanks behind the words, which belong outside their marks; ``was`` is the
    enacted form of a number or reference that only follows.
    """

    sign: Sign
    text: str
    after: str = ""
    was: str = ""
    doubt: Doubt = ""


def shown(stretches: Sequence[Stretch]) -> Iterator[Shown]:
    """Yields a row's words as they are shown inline: what is only restyled as it is proposed.

    Words that stay, but stand in other white space, take that of the side that goes on, and are
    not shown as restyled.

    Args:
        stretches: The words of a row.

    Example:
        >>> words = [Stretch("~", "time", "time "), Stretch("-", ", ", "")]
        >>> [(one.sign, one.text, one.after) for one in shown(words)]
        [('=', 'time', ''), ('-', ',', ' ')]
    """
    for stretch, following in zip(stretches, [*stretches[1:], None], strict=False):
        goes_on = bool(following and following.enacted and not following.proposed)
        enacted, proposed = stretch.enacted, stretch.proposed
        match stretch.sign:
            case "~" | "#":
                text, blanks = _split(proposed)
                core, others = _split(enacted)
                sign = sign_of(stretch)
                was = core if sign == "#" else ""
                yield Shown(sign, text, others if goes_on else blanks, was, stretch.doubt)
            case "?":
                for side in (enacted, proposed):
                    if side:
                        yield Shown("?", *_split(side), "", stretch.doubt)
            case "-" if following and _closes(following):
                yield Shown("-", enacted.rstrip(), "", "", stretch.doubt)
            case _:
                yield Shown(stretch.sign, *_split(enacted or proposed), "", stretch.doubt)


def sign_of(stretch: Stretch) -> Sign:
    """Says how words in two forms are shown: a number that has only other marks is no other one."""
    if stretch.sign not in {"~", "#"}:
        return stretch.sign
    enacted, proposed = stretch.enacted.rstrip(), stretch.proposed.rstrip()
    if enacted == proposed:
        return "="
    letters = [_MARKS.sub("", words).casefold() for words in (enacted, proposed)]
    return "~" if stretch.sign == "#" and letters[0] == letters[1] != "" else stretch.sign


def _closes(following: Stretch) -> bool:
    """Says whether what is inserted in place of something joins the word before it."""
    return following.sign == "+" and following.proposed[:1] in set(".,;:)]!?")


def _split(text: str) -> tuple[str, str]:
    """Splits a text from the blanks behind it."""
    core = text.rstrip()
    return core, text[len(core) :]


def words_of(document: Document, reference: str) -> str:
    """Gives the words a reference opens: a provision's own, or those after its children."""
    node = document.by_id[reference.removesuffix(TAIL)]
    return node.tail_words if reference.endswith(TAIL) else node.words


def doubts(document: Document, reference: str) -> tuple[tuple[int, int], ...]:
    """Gives where reconstructed words stand in those a reference opens: starts and ends."""
    node = document.by_id[reference.removesuffix(TAIL)]
    words = tail_runs(node) if reference.endswith(TAIL) else own_runs(node)
    out: list[tuple[int, int]] = []
    place = 0
    for doubtful, found in groups(words):
        end = place + sum(len(run.text) for run in found)
        if doubtful:
            out.append((place, end))
        place = end
    return tuple(out)


class _Doubtful:
    """Knows, along one side's words, which of them are in doubt."""

    __slots__ = ("document", "place", "places", "reference", "spans")

    def __init__(self, document: Document) -> None:
        """Starts before any provision is opened."""
        self.document = document
        self.reference = ""
        self.places: dict[str, int] = {}
        self.place = 0
        self.spans: tuple[tuple[int, int], ...] = ()

    def open(self, reference: str) -> None:
        """Goes to a provision's words, or on in the one that is open."""
        if not reference:
            return
        self.places[self.reference] = self.place
        self.reference = reference
        self.place = self.places.get(reference, 0)
        self.spans = doubts(self.document, reference)

    def cuts(self, length: int) -> set[int]:
        """Gives where, within the next words, certainty and doubt meet."""
        here = self.place
        return {edge - here for span in self.spans for edge in span if here < edge < here + length}

    def take(self, length: int) -> bool:
        """Goes on by some characters and says whether any of them are in doubt."""
        start, end = self.place, self.place + length
        self.place = end
        return any(a < end and start < b for a, b in self.spans)


def stretched(
    words: tuple[Piece, ...], enacted: Document, proposed: Document
) -> Iterator[tuple[str, str, tuple[Stretch, ...]]]:
    """Yields each provision an operation opens: its two references and its stretches."""
    sides = (_Doubtful(enacted), _Doubtful(proposed))
    opened: tuple[str, str] | None = None
    out: list[Stretch] = []
    for piece in words:
        if piece.sign == "|":
            if opened is not None:
                yield *opened, tuple(out)
            opened, out = (piece.enacted, piece.proposed), []
            sides[0].open(piece.enacted)
            sides[1].open(piece.proposed)
        else:
            out.extend(_cut(piece, *sides))
    if opened is not None:
        yield *opened, tuple(out)


def _cut(piece: Piece, enacted: _Doubtful, proposed: _Doubtful) -> Iterator[Stretch]:
    """Cuts a piece where doubt begins or ends; one written two ways stays whole."""
    edges: set[int] = set()
    if piece.sign == "=" or not piece.proposed:
        edges |= enacted.cuts(len(piece.enacted))
    if piece.sign == "=" or not piece.enacted:
        edges |= proposed.cuts(len(piece.proposed))
    whole = max(len(piece.enacted), len(piece.proposed))
    starts = [0, *sorted(edges)]
    for start, end in zip(starts, [*starts[1:], whole], strict=True):
        here, there = piece.enacted[start:end], piece.proposed[start:end]
        yield Stretch(piece.sign, here, there, _side(enacted, here, proposed, there))


def _side(enacted: _Doubtful, here: str, proposed: _Doubtful, there: str) -> Doubt:
    """Says on which side words are in doubt."""
    match enacted.take(len(here)), proposed.take(len(there)):
        case True, True:
            return "both"
        case True, False:
            return "enacted"
        case False, True:
            return "proposed"
    return ""
