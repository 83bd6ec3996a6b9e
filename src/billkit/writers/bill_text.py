"""Writes a drafted bill as text laid out for reading."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

from billkit.language.styles import Style
from billkit.text.unseen import visible
from billkit.tree import Document, Node, join

__all__ = ["write_bill_text"]

_WIDTH = 80
_INDENT, _AFTER = 4, 1
_NARROWEST = 30
_HANGING = len("(viii)")


def write_bill_text(document: Document, *, style: Style | None = None, width: int = _WIDTH) -> str:
    """Writes a bill as a page of text.

    Each provision is a paragraph, set in by its depth and wrapped with its number hanging. A
    number without words of its own shares the line of the first provision below it, as in
    ``(1) (a)``; so does the head of a section that says nothing but its number.

    Args:
        document: A draft.
        style: The state's style, whose page form sets the indent; a plain one where none is given.
        width: The longest line, in characters.

    Raises:
        ValueError: The width is less than 30 characters.

    Example:
        >>> from billkit.tree import Node, runs
        >>> law = Node("subsection", "(1)", text=runs("The board may approve zones."))
        >>> head = Node("section", "SECTION 1.", children=(law,), role="frame")
        >>> print(write_bill_text(Document(Node("document", children=(head,)))), end="")
        SECTION 1. (1) The board may approve zones.
    """
    if width < _NARROWEST:
        raise ValueError(f"a bill cannot be laid out {width} characters wide.")  # noqa: TRY003, EM102 - a call gone wrong, not input
    indent = style.page.indent.value if style is not None else _INDENT
    after = style.page.after_number.value if style is not None else _AFTER
    page = _Page(width=width, indent=indent, after=" " * after)
    for node in document.root.children:
        page.space()
        page.provision(node, depth=0)
    return visible("\n".join([*page.lines, ""])) if page.lines else ""


@dataclass(slots=True)
class _Page:
    """The lines so far, and how they are set."""

    width: int
    indent: int
    after: str
    lines: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)

    def space(self) -> None:
        """Leaves a line empty between two parts of a bill."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def provision(self, node: Node, *, depth: int) -> None:
        """Writes a provision and what stands below it."""
        if node.num:
            self.waiting.append(node.num)
        words = " ".join(part for part in (join(node.heading), join(node.text)) if part)
        below = depth + 1 if _steps_in(node) else depth
        if node.role == "frame" and node.heading and not node.text and _runs_on(node):
            self.waiting.append(words)
        elif words or not node.children:
            self.paragraph(words, depth=depth, hangs=node.role == "law")
        for place, child in enumerate(node.children):
            if place and node.role == "frame" and child.kind == "section":
                self.space()
            self.provision(child, depth=depth if self.waiting else below)
        if tail := join(node.tail):
            self.paragraph(tail, depth=depth)

    def paragraph(self, words: str, *, depth: int, hangs: bool = False) -> None:
        """Writes one paragraph, with the numbers that wait for it hanging before it."""
        number = self.after.join(self.waiting)
        self.waiting.clear()
        room = max(self.width - _NARROWEST, 0)
        lead = " " * min(self.indent * depth, room)
        hanging = f"{number}{self.after}" if hangs and 0 < len(number) <= _HANGING else ""
        if number and not hanging:
            words = f"{number}{self.after}{words}"
        for line in words.split("\n"):
            first, hanging = lead + hanging, " " * len(hanging)
            self.lines += textwrap.wrap(
                line,
                self.width,
                initial_indent=first,
                subsequent_indent=lead + hanging,
                break_on_hyphens=False,
                break_long_words=False,
            ) or [first.rstrip()]


def _steps_in(node: Node) -> bool:
    """Says whether what stands below a provision is set further in than the provision itself.

    The law below the head of a section starts at the margin; a list stands further in than the
    words it belongs to.
    """
    return node.role == "law" and bool(node.text or (node.num and node.kind != "section"))


def _runs_on(node: Node) -> bool:
    """Says whether the words below a heading go on from it: they have no number of their own."""
    return bool(node.children) and node.children[0].num is None and node.children[0].role == "law"
