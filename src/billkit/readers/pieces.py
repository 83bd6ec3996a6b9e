"""Takes a plain text apart: which of its lines are heads, items of lists, words alone, and gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from billkit.readers.heads import Head, is_heading, parse_head
from billkit.readers.items import Item, Sequences, parse_items
from billkit.readers.stretches import Stretch, parse_stretch, parse_stretches, part_heading
from billkit.text.ladders import Ladder
from billkit.text.lines import is_marked
from billkit.tree import Status

__all__ = ["ENACTING", "Piece", "PieceKind", "parse_pieces"]

PieceKind: TypeAlias = Literal["head", "item", "words", "gap"]
"""What a piece of text is: a section's or unit's head, an item, words alone, words not held."""

_LEAD_IN = re.compile(
    r"\b(?:amend\w*|reenacted|enacted|created?|added|adding|codified|read|follows)\b[^.]*:$",
    re.IGNORECASE,
)
_LONGEST_LEAD_IN = 400
_OF_THE_ACT = re.compile(
    r"(?:This act|Sections? \d|If any|An? emergency|The following|Whereas|Effective date|Repealer"
    r"|Revisor)\b",
    re.IGNORECASE,
)
_ONWARD = 40

ENACTING = re.compile(r"be it (?:hereby )?(?:enacted|resolved|ordained)\b", re.IGNORECASE)
"""How an enacting clause begins in any state that has one by itself."""


@dataclass(slots=True)
class Piece:
    """A provision as its line shows it, before its place among the others is known.

    ``label`` is what a gap says; ``head`` and ``item`` are there for pieces of that kind.
    """

    kind: PieceKind
    line: int
    num: str | None = None
    heading: str = ""
    text: str = ""
    label: str = ""
    status: Status | None = None
    head: Head | None = None
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """What is known of the whole text while its lines are taken apart.

    ``headed_law`` says that the heading of a bill's section is that of the law in it.
    """

    sequences: Sequences
    bill: bool
    headed_law: bool


def parse_pieces(
    text: str,
    *,
    ladder: Ladder | None = None,
    section: str | None = None,
    editorial: bool = False,
    bill: bool = False,
) -> list[Piece]:
    """Takes a text apart into pieces, in their order; nothing of it is lost.

    Args:
        text: The text, with line ends of any kind.
        ladder: How the jurisdiction numbers; an enumerator on it needs no neighbour.
        section: The number of the section the text is, where it prints none.
        editorial: Whether brackets hold an editor's words and inferred numbers.
        bill: Whether the text is a bill's; an enacting clause says so too.
    """
    sequences = Sequences(ladder)
    stretches = parse_stretches(text, sequences, editorial=editorial)
    bill = bill or any(ENACTING.match(stretch.text) for stretch in stretches)
    outmost = ladder.levels[0] if ladder and ladder.levels else None
    subdivided = outmost is not None and outmost.kind == "subdivision" and outmost.before[:1] == "S"
    state = _State(sequences, bill=bill, headed_law=bill and subdivided)
    if section is not None and not any(
        stretch.head and stretch.head.kind == "section" for stretch in stretches
    ):
        stretches.insert(0, Stretch(1, head=Head("section", section, 0, coded=True)))
    pieces: list[Piece] = []
    for place in range(len(stretches) - 1, -1, -1):
        stretch = stretches[place]
        if stretch.loose and not _supported(stretch, pieces, sequences):
            stretches[place - 1].more.append(stretch)
        else:
            stretch.join()
            pieces.extend(reversed(list(_pieces(stretch, pieces, state))))
    pieces.reverse()
    return pieces


def _pieces(stretch: Stretch, later: list[Piece], state: _State) -> Iterator[Piece]:
    """Makes the pieces of a stretch; ``later`` are those after it, the last first."""
    if stretch.gap is not None:
        yield Piece("gap", stretch.line, label=stretch.gap, status="gap")
        return
    items = _supported(stretch, later, state.sequences)
    yield from _headed(stretch, later, state, listed=bool(items))
    text = stretch.text
    at = 0 if stretch.head is None else len(text)
    for place, item in enumerate(items, start=1):
        at = items[place].start if place < len(items) else len(text)
        words = text[item.end : at].strip()
        if not words and place == len(items):
            words = _next_words(later, stretch.status)
        yield Piece(
            "item", stretch.line, num=item.num, text=words, status=stretch.status, item=item
        )
    if at < len(text):
        yield Piece("words", stretch.line, text=text, status=stretch.status)


def _supported(stretch: Stretch, later: list[Piece], sequences: Sequences) -> list[Item]:
    """Gives the items of a line that are such, up to the first that is none."""
    following = later[-1] if later else None
    after: Item | None = None
    opening = ""
    if following is not None and following.kind in {"item", "words"}:
        after = following.item
        opening = (following.num or "") + following.text[:1]
    good: list[Item] = []
    for item in reversed(stretch.items):
        rest = stretch.text[item.end : item.end + _ONWARD].lstrip() or opening
        directly = after if good or rest is opening else None
        if sequences.supports(item, rest, directly):
            good.append(item)
            after = item
        else:
            good.clear()
            after = None
    good.reverse()
    return good


def _next_words(later: list[Piece], status: Status | None) -> str:
    """Takes the words alone on the next line, for a number or heading that stands alone.

    Words that begin like an item stay on their own line, to be read there again.
    """
    if not later or later[-1].kind != "words" or later[-1].status != status:
        return ""
    return "" if parse_items(later[-1].text) else later.pop().text


def _headed(
    stretch: Stretch, later: list[Piece], state: _State, *, listed: bool
) -> Iterator[Piece]:
    """Makes the piece of a head, with its heading and its words, and the items on its line."""
    head = stretch.head
    if head is None:
        return
    piece = Piece("head", stretch.line, num=head.num, status=stretch.status, head=head)
    rest = "" if listed else stretch.text[head.end :].strip()
    if not rest and not listed:
        rest = _taken(head, stretch.status, later)
    heading, words = _heading(head, rest, later)
    piece.heading = heading
    inner: list[Piece] = []
    if words and heading:
        inner = list(_pieces(parse_stretch(words, stretch.line, stretch.status), later, state))
    elif words or (heading and (words := _next_words(later, stretch.status))):
        inner = [Piece("words", stretch.line, text=words, status=stretch.status)]
    inside = state.headed_law and head.kind == "section" and not head.coded and bool(heading)
    inside = inside and not _OF_THE_ACT.match(heading)
    whole = inside or not state.bill
    if inner and inner[0].kind == "words" and _belongs(head, inner[0].text, whole=whole):
        piece.text = inner.pop(0).text
    if inside:
        yield Piece("head", stretch.line, num=head.num, status=stretch.status, head=head)
        piece.num, piece.head = None, Head("section", "", 0, coded=True)
    yield piece
    yield from inner


def _taken(head: Head, status: Status | None, later: list[Piece]) -> str:
    """Takes the words on the next line for a head that stands alone, where they can join it."""
    if not later:
        return ""
    again = parse_head(f"{head.num} {later[-1].text}")
    if again is None or (again.num, again.kind) != (head.num, head.kind):
        return ""
    return _next_words(later, status)


def _heading(head: Head, rest: str, later: list[Piece]) -> tuple[str, str]:
    """Parts the words after a number into the heading and the words of the section."""
    if head.kind not in {"section", "subdivision"}:
        return (rest, "") if is_heading(rest) else ("", rest)
    follows = later[-1] if later else None
    followed = False
    if follows is not None and follows.kind == "head" and follows.head is not None:
        followed = head.kind == "section" and follows.head.kind == "subdivision"
    elif follows is not None and follows.kind != "gap":
        followed = head.coded
    return part_heading(rest, followed=followed)


def _belongs(head: Head, words: str, *, whole: bool) -> bool:
    """Says whether words after a head are the section's own.

    In a bill they are where they lead to law, or speak of the bill itself; else they are law in it.

    Args:
        head: The head.
        words: The words.
        whole: Whether the section is law as it stands.
    """
    if head.kind not in {"section", "subdivision"}:
        return False
    whole = whole or head.coded or head.kind == "subdivision"
    if whole or is_marked(words) or _OF_THE_ACT.match(words):
        return True
    return words.endswith(":") and bool(_LEAD_IN.search(words[-_LONGEST_LEAD_IN:]))
