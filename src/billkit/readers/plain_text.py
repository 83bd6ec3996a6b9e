"""Reads plain text into a document: a line is a provision, its place found from its number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from billkit.errors import Finding, ReadError, Where
from billkit.readers.heads import is_heading
from billkit.readers.levels import Place
from billkit.readers.pieces import ENACTING, Piece, parse_pieces
from billkit.readers.places import find_places
from billkit.text.ladders import GENERAL, Ladder
from billkit.text.lines import even_lines
from billkit.tree import Document, Node, Role, Standing, runs

__all__ = ["read_plain_text"]

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MOST_FINDINGS = 20
_TITLE = re.compile(r"(?:An? (?:act|bill)|Concerning|Relating to)\b", re.IGNORECASE)


def read_plain_text(  # noqa: PLR0913 - what a plain text does not say, the caller does
    text: str,
    *,
    ladder: Ladder | None = None,
    citation: str = "",
    title: str = "",
    jurisdiction: str = "",
    standing: Standing | None = None,
    section: str | None = None,
    editorial: bool = False,
    file: str | None = None,
) -> Document:
    r"""Reads a plain text; every word of it stands in the document, in its order.

    A line is a provision. A line that starts in lower case continues one that ends in mid-sentence.
    Enumerators at the head of a line open as many levels; which levels these are is found from the
    ladder and from what comes before and after. ``?? `` before a line marks words that are not
    confirmed, ``[[MISSING: ...]]`` words that are not held.

    Args:
        text: The text, with line ends of any kind.
        ladder: How the jurisdiction names and numbers its provisions; without it the names go by
            depth and the numbers by what they follow.
        citation: What the document is cited as.
        title: What it is called.
        jurisdiction: Where it is law, ``us-ky``.
        standing: How it stands; a text with an enacting clause is a bill unless told otherwise.
        section: The number of the one section that the text is, where it prints none itself.
        editorial: Whether brackets hold an editor's words, which are left out, and inferred
            numbers, which are kept; otherwise brackets are the law's own.
        file: Where it was read, for errors and places.

    Raises:
        ReadError: ``control-character`` for each line that holds one, ``too-deep``.

    Example:
        >>> document = read_plain_text("Sec. 4. Waivers.\n(1) A district may:\n(a) apply.")
        >>> document.ids
        ('sec-4', 'sec-4/1', 'sec-4/1/a')
    """
    _check(text, file)
    pieces = parse_pieces(
        text,
        ladder=ladder,
        section=section,
        editorial=editorial,
        bill=standing in {"bill", "draft"},
    )
    places = find_places(pieces, ladder=ladder, file=file)
    enacting = next(
        (
            n
            for n, piece in enumerate(pieces)
            if piece.kind == "words" and ENACTING.match(piece.text)
        ),
        None,
    )
    if standing is None:
        standing = "text" if enacting is None else "bill"
    kinds = _kinds(pieces, places, ladder)
    roles: list[Role] = ["law"] * len(pieces)
    if standing in {"bill", "draft"}:
        _frame(pieces, places, kinds, roles, enacting)
    children, lines = _built(pieces, places, kinds, roles)
    return Document(
        root=Node("document", children=children),
        citation=citation,
        title=title,
        jurisdiction=jurisdiction,
        standing=standing,
        file=file,
        lines=lines,
    )


def _check(text: str, file: str | None) -> None:
    """Refuses control characters, each line that holds one with its place."""
    if text.replace("\n", " ").isprintable() or not _CONTROL.search(text):
        return
    findings: list[Finding] = []
    for number, line in enumerate(even_lines(text), start=1):
        found = _CONTROL.search(line)
        if found and len(findings) < _MOST_FINDINGS:
            start = max(found.start() - 30, 0)
            excerpt = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", line[start : start + 60])
            findings.append(
                Finding(
                    code="control-character",
                    message=f"the line holds the control character U+{ord(found.group()):04X}.",
                    where=Where(file=file, line=number),
                    excerpt=excerpt,
                    caret=(found.start() - start, 1),
                    hint="law is letters, marks, blanks and line ends; is the file plain text?",
                )
            )
    raise ReadError(*findings)


def _kinds(pieces: Sequence[Piece], places: Sequence[Place], ladder: Ladder | None) -> list[str]:
    """Names each piece's kind, in the ladder's terms where it has the level, else by depth."""
    out: list[str] = []
    for piece, place in zip(pieces, places, strict=True):
        match piece.kind:
            case "head":
                out.append(piece.head.kind if piece.head else "section")
            case "gap":
                out.append("gap")
            case "words":
                out.append("paragraph")
            case "item":
                if ladder is not None and place.step >= 0:
                    out.append(ladder.levels[place.step].kind)
                else:
                    names = GENERAL.levels
                    out.append(names[min(place.depth, len(names)) - 1].kind)
    return out


def _frame(
    pieces: Sequence[Piece],
    places: Sequence[Place],
    kinds: list[str],
    roles: list[Role],
    enacting: int | None,
) -> None:
    """Marks what makes a bill of the law in it: title, enacting clause, heads of its sections."""
    for number, piece in enumerate(pieces):
        if piece.kind == "head" and piece.head and not piece.head.coded:
            if piece.head.kind != "subdivision":
                roles[number] = "frame"
        elif enacting is not None and number <= enacting and places[number].parent < 0:
            if piece.kind != "gap":
                roles[number] = "frame"
            if number == enacting:
                kinds[number] = "enacting-clause"
            elif piece.kind == "words" and _TITLE.match(piece.text):
                kinds[number] = "title"
        elif piece.kind == "words" and _is_catchline(pieces, number, places[number].parent):
            kinds[number] = "catchline"
            roles[number] = "frame"


def _is_catchline(pieces: Sequence[Piece], number: int, parent: int) -> bool:
    """Says whether words right after the lead-in of a bill's section are the heading of the law."""
    above = pieces[parent]
    return (
        parent == number - 1
        and parent >= 0
        and above.head is not None
        and not above.head.coded
        and above.text.endswith(":")
        and is_heading(pieces[number].text)
    )


def _built(
    pieces: Sequence[Piece], places: Sequence[Place], kinds: Sequence[str], roles: Sequence[Role]
) -> tuple[tuple[Node, ...], tuple[int, ...]]:
    """Makes the nodes, inmost first, and lists the lines they stand on."""
    below: list[list[int]] = [[] for _ in pieces]
    top: list[int] = []
    for number, place in enumerate(places):
        (below[place.parent] if place.parent >= 0 else top).append(number)
    nodes: dict[int, Node] = {}
    tails: set[int] = set()
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        inner = below[number]
        tail = ""
        if _closes(pieces, below, inner, piece) and roles[inner[-1]] == roles[number]:
            tails.add(inner[-1])
            tail = pieces[inner.pop()].text
        nodes[number] = Node(
            kind=kinds[number],
            num=piece.num,
            heading=runs(piece.heading),
            text=runs(piece.text),
            children=tuple([nodes[at] for at in inner]),
            tail=runs(tail),
            role=roles[number],
            status=piece.status,
            label=piece.label,
        )
    lines = tuple([piece.line for at, piece in enumerate(pieces) if at not in tails])
    return tuple([nodes[at] for at in top]), lines


def _closes(
    pieces: Sequence[Piece], below: Sequence[list[int]], inner: Sequence[int], piece: Piece
) -> bool:
    """Says whether the last words under a provision are its tail: one line alone after a list."""
    if len(inner) < 2:  # noqa: PLR2004 - an item and the words after it
        return False
    last, before = pieces[inner[-1]], pieces[inner[-2]]
    return (
        last.kind == "words"
        and before.kind != "words"
        and last.status == piece.status
        and not below[inner[-1]]
    )
