"""Turns the Markdown of a clause into passages: words, and what stands below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from billkit.errors import Finding, Where
from billkit.language.filling import Pointer, Tray, Words
from billkit.tree import Run

__all__ = ["Passage", "PassageReader", "trimmed"]

_ANCHOR = re.compile(r"<!--\s*([a-z0-9]+(?:-[a-z0-9]+)*)\s*-->")
_LISTS = ("bullet_list", "ordered_list")
_BLANKS = re.compile(r"\s{2,}|[^\S ]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A provision to be: its words without a number, and what stands below it.

    ``anchor`` is a name by which references in the same clause find it.
    """

    heading: Words = ()
    text: Words = ()
    children: tuple[Passage, ...] = ()
    tail: Words = ()
    anchor: str = ""


@dataclass(slots=True)
class PassageReader:
    """Reads one rendered clause; what is no law goes to the notes."""

    tray: Tray
    file: str
    line: int
    notes: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def read(self, markdown: str) -> tuple[Passage, ...]:
        """Reads Markdown.

        A list alone holds one provision a point. A paragraph is a provision, with the list that
        follows it below it, and a paragraph after such a list as its closing words. Block quotes
        are drafting notes. Anything else is a finding.
        """
        blocks = list(_blocks(_parser().parse(markdown)))
        return self._provisions([b for b in blocks if not self._note(b)], top=True)

    def _note(self, block: _Block) -> bool:
        """Takes a block quote out and keeps its words."""
        if block.kind != "blockquote":
            return False
        words = " ".join(
            "".join(w.text for w in self._inline(i)[1] if isinstance(w, Run))
            for i in block.inlines()
        )
        self.notes.append(words)
        return True

    def _provisions(self, blocks: Sequence[_Block], *, top: bool) -> tuple[Passage, ...]:
        """Reads paragraphs and lists that stand on one level."""
        out: list[Passage] = []
        for block in blocks:
            if block.kind in _LISTS:
                points = self._points(block)
                if not out:
                    out = list(points)
                    continue
                last = out[-1]
                if last.children or last.tail or not top:
                    self._say(block, "a list stands where none can.")
                out[-1] = replace(last, children=points)
            elif block.kind == "paragraph":
                heading, words, anchor = self._inline(block.inline)
                if out and out[-1].children and not out[-1].tail and not heading:
                    out[-1] = replace(out[-1], tail=words)
                else:
                    out.append(Passage(heading=heading, text=words, anchor=anchor))
            else:
                self._say(block, f"a clause may not hold {_NAMES.get(block.kind, block.kind)}.")
        return tuple(out)

    def _points(self, block: _Block) -> tuple[Passage, ...]:
        """Reads the points of a list."""
        return tuple(self._point(item) for item in block.children)

    def _point(self, item: _Block) -> Passage:
        """Reads one point: its words, the list below it, its closing words."""
        blocks = [b for b in item.children if not self._note(b)]
        if not blocks:
            self._say(item, "a point of a list is empty.")
            return Passage()
        if blocks[0].kind in _LISTS:
            children = self._points(blocks[0])
            rest = self._provisions(blocks[1:], top=True)
            tail = rest[0].text if rest else ()
            return Passage(children=children, tail=tail)
        read = self._provisions(blocks, top=True)
        if len(read) > 1:
            self._say(item, "a point of a list holds several paragraphs.")
        if not read[0].text and not read[0].heading and not read[0].children:
            self._say(item, "a point of a list is empty.")
        return read[0]

    def _inline(self, token: Token | None) -> tuple[Words, Words, str]:
        """Reads a paragraph: a heading in strong letters at its head, the rest, an anchor."""
        heading: list[Run | Pointer] = []
        words: list[Run | Pointer] = []
        anchor, strong = "", 0
        text: list[str] = []
        head: list[str] = []
        for part in token.children or () if token is not None else ():
            into = head if strong and not "".join(text).strip() else text
            match part.type:
                case "text" | "text_special":
                    into.append(part.content)
                case "softbreak" | "hardbreak":
                    into.append(" ")
                case "strong_open":
                    strong += 1
                case "strong_close":
                    strong -= 1
                case "em_open" | "em_close":
                    pass
                case "html_inline" if match := _ANCHOR.fullmatch(part.content):
                    anchor = match.group(1)
                case _:
                    self._say_at(token, f"a clause may not hold {part.type.replace('_', ' ')}.")
        heading = self.tray.words("".join(head))
        words = self.tray.words("".join(text))
        return trimmed(heading), trimmed(words), anchor

    def _say(self, block: _Block, message: str) -> None:
        """Keeps a finding on a block."""
        self._say_at(block.inline, message)

    def _say_at(self, token: Token | None, message: str) -> None:
        """Keeps a finding, with the words it is about."""
        excerpt = (
            ""
            if token is None
            else "".join(w.text for w in self.tray.words(token.content) if isinstance(w, Run))
        )
        where = Where(file=self.file, line=self.line)
        self.findings.append(
            Finding(code="bad-structure", message=message, where=where, excerpt=excerpt)
        )


@dataclass(slots=True)
class _Block:
    """A block of Markdown with what stands in it."""

    kind: str
    inline: Token | None = None
    children: list[_Block] = field(default_factory=list)

    def inlines(self) -> Iterator[Token]:
        """Yields the words of the block and all below it."""
        if self.inline is not None:
            yield self.inline
        for child in self.children:
            yield from child.inlines()


_NAMES = {
    "heading": "headings",
    "fence": "code",
    "code_block": "code (a line that stands four blanks in)",
    "hr": "rules",
    "html_block": "markup",
}


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """Makes the one parser: CommonMark without blocks of markup."""
    return MarkdownIt("commonmark").disable(["html_block", "reference", "lheading"])


def _blocks(tokens: Sequence[Token]) -> Iterator[_Block]:
    """Nests the flat tokens of the parser."""
    top = _Block("document")
    stack = [top]
    for token in tokens:
        if token.nesting == 1:
            block = _Block(token.type.removesuffix("_open"))
            stack[-1].children.append(block)
            stack.append(block)
        elif token.nesting == -1:
            stack.pop()
        elif token.type == "inline":
            stack[-1].inline = token
        else:
            stack[-1].children.append(_Block(token.type))
    yield from top.children


def trimmed(words: Sequence[Run | Pointer]) -> Words:
    """Takes blanks off both edges and makes inner ones single."""
    out: list[Run | Pointer] = []
    open_ = True
    for word in words:
        if not isinstance(word, Run):
            out.append(word)
            open_ = False
            continue
        text = _BLANKS.sub(" ", word.text)
        if open_ and text.startswith(" "):
            text = text[1:]
        if text:
            out.append(word if text == word.text else replace(word, text=text))
            open_ = text.endswith(" ")
    last = out[-1] if out else None
    if isinstance(last, Run) and last.text.endswith(" "):
        text = last.text.rstrip(" ")
        out[-1:] = [replace(last, text=text)] if text else []
    return tuple(out)
