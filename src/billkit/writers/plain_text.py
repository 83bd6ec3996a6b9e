"""Writes a document as plain text: one provision a line, as `read_plain_text` reads it back."""

from __future__ import annotations

from dataclasses import dataclass, field

from billkit.text.lines import RECONSTRUCTED, continues
from billkit.tree import Document, Node, join

__all__ = ["write_plain_text"]

_HEADED = frozenset(
    {
        "article", "chapter", "division", "part", "section", "subchapter", "subdivision",
        "subpart", "subtitle", "title",
    }
)  # fmt: skip
"""The kinds whose heading stands on a line of its own, with the number, above the words."""


def write_plain_text(document: Document) -> str:
    r"""Writes a document as plain text, one provision a line, each line ended.

    A section's heading stands on the line of its number, its words on the next. Lines whose words
    are not confirmed begin with ``?? ``; words that are not held are ``[[MISSING: ...]]``. Where
    two provisions would read as one, an empty line keeps them apart.

    Example:
        >>> from billkit.tree import Document, Node, runs
        >>> rule = Node("subsection", "(2)", text=runs("The board"), status="reconstructed")
        >>> write_plain_text(Document(Node("document", children=(rule,))))
        '?? (2) The board\n'
    """
    page = _Page()
    stack: list[tuple[Node, bool]] = [(node, False) for node in reversed(document.root.children)]
    while stack:
        node, closing = stack.pop()
        if closing:
            page.put(join(node.tail), node)
            continue
        _own(page, node)
        if node.tail:
            stack.append((node, True))
        stack.extend((child, False) for child in reversed(node.children))
    return "".join(f"{line}\n" for line in page.lines)


@dataclass(slots=True)
class _Page:
    """The lines written so far, and the words at the end that another line could continue.

    ``num`` is the number of a bill's section that waits for the heading of the law in it.
    """

    lines: list[str] = field(default_factory=list)
    before: str = ""
    num: str = ""

    def put(self, words: str, node: Node, *, item: bool = False) -> None:
        """Writes the words of a provision."""
        mark = RECONSTRUCTED if node.status == "reconstructed" else ""
        if not mark and continues(self.before, words, item=item):
            self.lines.append("")
        self.lines.append(mark + words)
        self.before = words

    def apart(self, line: str) -> None:
        """Writes a line that nothing continues."""
        self.lines.append(line)
        self.before = ""


def _own(page: _Page, node: Node) -> None:
    """Writes a provision's own lines: its number, heading and words, or what is missing."""
    num, heading, text = node.num or page.num, join(node.heading), join(node.text)
    page.num = ""
    if _opens_headed(node):
        page.num = num
        return
    headed = node.kind in _HEADED and bool(heading)
    words = " ".join([part for part in (num, heading) if part]) if headed else node.words
    if words:
        page.put(words, node, item=bool(num) and num[0].islower())
        if words == num and node.kind in _HEADED:
            page.before = ""
    if headed and text:
        page.put(text, node)
    if node.status == "gap":
        label = " ".join(node.label.split())
        kind = "" if label.startswith("OMITTED") else "MISSING: "
        page.apart(f"[[{kind}{label}]]" if label else "[[MISSING]]")


def _opens_headed(node: Node) -> bool:
    """Says whether a bill's section holds nothing before a headed section without a number.

    Minnesota prints the two on one line: ``Sec. 2. DEFINITIONS.``
    """
    if node.kind != "section" or not node.num or node.words != node.num or not node.children:
        return False
    first = node.children[0]
    return first.kind == "section" and first.num is None and bool(first.heading)
