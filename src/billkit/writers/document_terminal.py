"""A document laid out for reading: set in by depth, filled to a width, in colour or without."""

from __future__ import annotations

from collections.abc import Iterator

from rich.color import ColorSystem
from rich.style import Style

from billkit.tree import Document, Node, Runs
from billkit.writers.document_head import NOT_CONFIRMED, facts, name, not_held
from billkit.writers.document_words import groups, own_runs, tail_runs
from billkit.writers.filling import LEAST_WIDTH, Ink, Line, Span, filled, marked

__all__ = ["write_document_terminal"]

_STEP = 4
_HANG = 2
_STYLES: dict[Ink, Style] = {
    "strong": Style(bold=True),
    "faint": Style(dim=True),
    "gap": Style(color="yellow", bold=True),
}


def write_document_terminal(
    document: Document, *, width: int = 80, colour: bool = False, head: bool = True
) -> str:
    """Writes a document for people who read it on a screen.

    Each provision stands on lines of its own, set in by its depth. Words that are not held stand
    as ``[[not held: ...]]``; reconstructed words stand after ``??``, or between ``{??`` and
    ``??}`` where others stand beside them.

    Args:
        document: The document.
        width: How many cells a line holds; 24 are the fewest.
        colour: Whether the screen shows colour.
        head: Whether name, standing and text status stand above the words.

    Example:
        >>> from billkit.tree import Node, runs
        >>> part = Node("paragraph", "(a)", text=runs("to learn."))
        >>> law = Node("subsection", "(1)", text=runs("The board may act:"), children=(part,))
        >>> print(write_document_terminal(Document(Node("document", children=(law,))), head=False))
        (1) The board may act:
            (a) to learn.
        <BLANKLINE>
    """
    width = max(width, LEAST_WIDTH)
    lines = list(_head(document, width)) if head else []
    apart = _are_apart(document.root)
    for place, child in enumerate(document.root.children):
        if lines and (apart or place == 0):
            lines.append([])
        lines.extend(_provision(child, 0, width))

    def paint(ink: Ink, text: str) -> str:
        style = _STYLES.get(ink) if colour else None
        if style is None or not text.strip():
            return text
        return style.render(text, color_system=ColorSystem.STANDARD)

    return "".join(f"{marked(line, {}, paint=paint).rstrip()}\n" for line in lines)


def _is_frame(node: Node) -> bool:
    """Says whether a provision belongs to what makes a bill of the law."""
    return node.role == "frame"


def _are_apart(node: Node) -> bool:
    """Says whether empty lines part what stands below: not the items of a simple list."""
    return _is_frame(node) or any(child.children or _is_frame(child) for child in node.children)


def _head(document: Document, width: int) -> Iterator[Line]:
    """Yields the name of the document and what must be known of it."""
    yield from filled([Span(name(document), "strong")], width=width, marks={})
    for fact in facts(document):
        yield from filled([Span(fact, "faint")], width=width, marks={})


def _provision(node: Node, depth: int, width: int) -> Iterator[Line]:
    """Yields a provision and what stands below it."""
    if node.words:
        hang = _HANG if node.num else 0
        yield from _set_in(_spans(own_runs(node), node.num), depth, width, hang=hang)
    if node.is_gap:
        yield from _set_in([Span(not_held(node), "gap")], depth, width)
    sections = node.kind == "section" or _is_frame(node)
    below = depth if sections else depth + 1
    apart = sections and _are_apart(node)
    for child in node.children:
        if apart:
            yield []
        yield from _provision(child, below, width)
    if node.tail:
        yield from _set_in(_spans(tail_runs(node), None), depth, width)


def _set_in(spans: list[Span], depth: int, width: int, *, hang: int = 0) -> Iterator[Line]:
    """Yields lines set in by a depth; those after a number's a little further."""
    indent = min(depth * _STEP, max(width - LEAST_WIDTH - _HANG, 0))
    for number, line in enumerate(filled(spans, width=width - indent - _HANG, marks={})):
        yield [Span(" " * (indent + (hang if number else 0))), *line]


def _spans(words: Runs, num: str | None) -> list[Span]:
    """Gives words as spans, the number strong, those in doubt marked."""
    found = groups(words)
    whole = len(found) == 1 and found[0][0]
    out = [Span(f"{NOT_CONFIRMED} ", "gap")] if whole else []
    for place, (doubtful, some) in enumerate(found):
        text = "".join(run.text for run in some)
        if num and place == 0:
            out.append(Span(num, "strong", doubtful and not whole))
            text = text[len(num) :]
        out.append(Span(text, "", doubtful and not whole))
    return out
