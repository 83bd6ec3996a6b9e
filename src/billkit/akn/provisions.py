"""Builds the tree of provisions from the elements of Akoma Ntoso."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from billkit.akn.about import About, Known
from billkit.akn.elements import line_of, local, words_of
from billkit.akn.inline import Part, WordReader
from billkit.akn.names import BILLKIT
from billkit.errors import Finding, ReadError, Where
from billkit.tree import MAX_DEPTH, Document, Node, Role, Run, Runs, merged

__all__ = ["TreeReader"]

_FRONT = frozenset({"conclusions", "coverPage", "preamble", "preface"})
_SKIPPED = frozenset({"componentRef", "documentRef", "meta"})
_HOLDS_WORDS = frozenset(
    {
        "block",
        "caption",
        "crossHeading",
        "from",
        "listIntroduction",
        "listWrapUp",
        "narrative",
        "p",
        "scene",
        "summary",
        "tocItem",
    }
)
_DISSOLVES = frozenset(
    {
        "act",
        "amendment",
        "amendmentBody",
        "amendmentList",
        "attachments",
        "bill",
        "body",
        "collectionBody",
        "component",
        "components",
        "content",
        "debate",
        "debateBody",
        "debateReport",
        "div",
        "doc",
        "documentCollection",
        "intro",
        "judgment",
        "judgmentBody",
        "mainBody",
        "officialGazette",
        "ol",
        "portion",
        "portionBody",
        "statement",
        "ul",
        "wrapUp",
    }
)
_AFTER = frozenset({"listWrapUp", "wrapUp"})
_KINDS = {"li": "item", "td": "cell", "th": "cell", "tr": "row"}
_KIND = f"{{{BILLKIT}}}kind"
_NOTHING = f"{{{BILLKIT}}}nothing"
_UNKNOWN = Known()


class _Piece(NamedTuple):
    """Words or a provision, the line they begin on, and whether they close what goes before."""

    part: Part
    line: int
    closing: bool


class TreeReader:
    """Reads one file's provisions and remembers the line of each."""

    def __init__(self, about: About) -> None:
        """Takes what the file's head says."""
        self._about = about
        self._words = WordReader(verbatim=about.own, block=self._amid)
        self._lines: dict[int, int] = {}
        self._citations: dict[int, str] = {}
        self._role: Role = "law"
        self._level = 0

    def document(self, top: etree._Element) -> Node:
        """Reads everything below the ``akomaNtoso`` element."""
        known = self._about.root
        pieces = list(self._inside(top, closing=False))
        return Node(
            kind=self._about.root_kind,
            num=self._about.root_num,
            children=tuple([self._standing_alone(piece) for piece in pieces]),
            role=known.role or "law",
            status=known.status,
            label=known.label,
        )

    def lines(self, root: Node) -> tuple[int, ...]:
        """Gives the line of each provision, in the order of the text."""
        return tuple([self._lines.get(id(node), 1) for node in root.walk()][1:])

    def citations(self, document: Document) -> dict[str, str]:
        """Gives the citation of each section that has one of its own, under its id."""
        if not self._citations:
            return {}
        return {
            id_: self._citations[id(node)]
            for id_, node in document.by_id.items()
            if id(node) in self._citations
        }

    def _flow(self, element: etree._Element, *, closing: bool) -> Iterator[_Piece]:
        """Yields what an element falls into: words and provisions."""
        name = local(element.tag)
        line = line_of(element)
        if name in _HOLDS_WORDS:
            for part in self._words.parts(element):
                yield _Piece(part, line, closing or name in _AFTER)
        elif name in _DISSOLVES or (name == "blockList" and not _introduced(element)):
            yield from self._inside(element, closing=closing or name in _AFTER)
        elif name in _FRONT:
            yield from self._front(element, line)
        elif not (name in _SKIPPED or element.get(_NOTHING)):
            yield _Piece(self._provision(element), line, closing=False)

    def _inside(self, element: etree._Element, *, closing: bool) -> Iterator[_Piece]:
        """Yields what the children of an element fall into, and any words between them."""
        yield from self._stray(element.text, element)
        for child in element:
            yield from self._flow(child, closing=closing)
            yield from self._stray(child.tail, child)

    def _stray(self, text: str | None, at: etree._Element) -> Iterator[_Piece]:
        """Yields words that stand where the standard allows none."""
        if text and not text.isspace():
            yield _Piece((Run(text.strip()),), line_of(at), closing=False)

    def _amid(self, element: etree._Element) -> Iterator[Part]:
        """Yields what a block amid words falls into."""
        for piece in self._flow(element, closing=False):
            yield piece.part

    def _front(self, element: etree._Element, line: int) -> list[_Piece]:
        """Reads what stands before or after the body; it is no law."""
        outer, self._role = self._role, "frame"
        if self._about.own:
            pieces = list(self._inside(element, closing=False))
        else:
            pieces = [_Piece(self._provision(element), line, closing=False)]
        self._role = outer
        return pieces

    def _provision(self, element: etree._Element) -> Node:
        """Reads a provision and everything below it."""
        self._level += 1
        if self._level > MAX_DEPTH:
            raise _too_deep(element)
        num: str | None = None
        heading: list[Run] = []
        pieces: list[_Piece] = []
        name = local(element.tag)
        line = line_of(element)
        if name == "li":
            pieces = [_Piece(part, line, closing=False) for part in self._words.parts(element)]
        else:
            pieces.extend(self._stray(element.text, element))
            for child in element:
                below = local(child.tag)
                if below == "num":
                    num = _joined(num, self._num(child))
                elif below == "heading":
                    pieces.extend(self._heading(child, heading))
                else:
                    pieces.extend(self._flow(child, closing=False))
                pieces.extend(self._stray(child.tail, child))
        known = self._about.provisions.get(element.get("eId", ""), _UNKNOWN)
        node = self._node(element, known, num, merged(heading), pieces)
        self._lines[id(node)] = line
        if known.citation:
            self._citations[id(node)] = known.citation
        self._level -= 1
        return node

    def _num(self, element: etree._Element) -> str | None:
        """Reads an enumerator: as it stands in billkit's own files, tidied in others."""
        num = words_of(element)
        return num if self._about.own else " ".join(num.split()) or None

    def _heading(self, element: etree._Element, heading: list[Run]) -> Iterator[_Piece]:
        """Adds to a heading, and yields the blocks that stand amid it."""
        for part in self._words.parts(element):
            if isinstance(part, Node):
                yield _Piece(part, line_of(element), closing=False)
            else:
                heading.extend([Run(" "), *part] if heading else part)

    def _node(
        self,
        element: etree._Element,
        known: Known,
        num: str | None,
        heading: Runs,
        pieces: list[_Piece],
    ) -> Node:
        """Puts a provision together.

        The first words are its text, words at its end its tail; words between are provisions of
        their own.
        """
        name = local(element.tag)
        kind = element.get(_KIND)
        if kind is None:
            kind = element.get("name") if name == "hcontainer" else _KINDS.get(name)
        text = _quote(element, "startQuote") or _first_words(pieces)
        tail = _quote(element, "endQuote") or _last_words(pieces)
        children = tuple([self._standing_alone(piece) for piece in pieces])
        if len(children) == 1 and children[0].kind == "blockList" and not (text or tail):
            text, tail, children = children[0].text, children[0].tail, children[0].children
        return Node(
            kind=name if kind is None else kind,
            num=num,
            heading=heading,
            text=text,
            children=children,
            tail=tail,
            role=known.role or self._role,
            status=known.status,
            label=known.label,
        )

    def _standing_alone(self, piece: _Piece) -> Node:
        """Makes a provision of a piece: words become a paragraph without a number."""
        if isinstance(piece.part, Node):
            return piece.part
        node = Node("paragraph", text=piece.part, role=self._role)
        self._lines[id(node)] = piece.line
        return node


def _first_words(pieces: list[_Piece]) -> Runs:
    """Takes off the words that open a provision."""
    if pieces and not pieces[0].closing and not isinstance(words := pieces[0].part, Node):
        del pieces[0]
        return words
    return ()


def _last_words(pieces: list[_Piece]) -> Runs:
    """Takes off the words that close a provision, after others or at the end of a list."""
    if not pieces or isinstance(words := pieces[-1].part, Node):
        return ()
    if pieces[-1].closing or any(isinstance(piece.part, Node) for piece in pieces):
        del pieces[-1]
        return words
    return ()


def _introduced(element: etree._Element) -> bool:
    """Says whether a list has words of its own before its items."""
    return len(element) > 0 and local(element[0].tag) == "listIntroduction"


def _quote(element: etree._Element, name: str) -> Runs:
    """Gives the quotation mark that opens or closes a quoted provision."""
    mark = element.get(name)
    return (Run(mark),) if mark and mark.strip() else ()


def _joined(before: str | None, num: str | None) -> str | None:
    """Puts two enumerators of one provision together."""
    return num if before is None else f"{before} {num or ''}".rstrip()


def _too_deep(element: etree._Element) -> ReadError:
    """Says where provisions are nested too deep."""
    return ReadError(
        Finding(
            code="too-deep",
            message=f"provisions are nested deeper than {MAX_DEPTH} levels.",
            where=Where(line=line_of(element)),
            excerpt=f"<{local(element.tag)}>",
            hint="no law is; look for a list that was never closed.",
        )
    )
