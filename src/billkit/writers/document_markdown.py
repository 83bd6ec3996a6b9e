"""A document as Markdown, as it is read on a code host or in an editor."""

from __future__ import annotations

from collections.abc import Iterator

from billkit.tree import Document, Node, Runs
from billkit.writers.document_head import NOT_CONFIRMED, QUOTED, facts, name, not_held
from billkit.writers.document_words import groups, own_runs, tail_runs
from billkit.writers.markdown_escaping import escaped, row

__all__ = ["write_document_markdown"]


def write_document_markdown(document: Document) -> str:
    """Writes a document as Markdown: a paragraph for each provision, set in by its depth.

    Numbers stay as printed and are never turned into lists. Words that are not held stand as
    ``[[not held: ...]]``; reconstructed words stand after ``??``, or between ``{??`` and ``??}``
    where others stand beside them.

    Args:
        document: The document.
    """
    out = [f"# {escaped(name(document))}"]
    out.extend(f"*{escaped(fact)}*" for fact in facts(document))
    for child in document.root.children:
        out.extend(_provision(child, 0))
    return "\n\n".join(out) + "\n"


def _provision(node: Node, depth: int) -> Iterator[str]:
    """Yields a provision's paragraphs and those below it."""
    if node.status == "secondary":
        yield row(f"*({QUOTED})*", depth)
    if node.words:
        yield row(_words(own_runs(node), node.num), depth)
    if node.is_gap:
        yield row(escaped(not_held(node)), depth)
    below = depth if node.role == "frame" else depth + 1
    for child in node.children:
        yield from _provision(child, below)
    if node.tail:
        yield row(_words(tail_runs(node), None), depth)


def _words(words: Runs, num: str | None) -> str:
    """Writes words, the number in bold, and marks those in doubt."""
    found = groups(words)
    out: list[str] = []
    for place, (doubtful, some) in enumerate(found):
        text = "".join(run.text for run in some)
        shown = escaped(text)
        if num and place == 0:
            shown = f"**{escaped(num)}**{escaped(text[len(num) :])}"
        if doubtful and len(found) == 1:
            shown = f"{NOT_CONFIRMED} {shown}"
        elif doubtful:
            shown = f"{{{NOT_CONFIRMED} {shown.strip()} {NOT_CONFIRMED}}} "
        out.append(shown)
    return "".join(out)
