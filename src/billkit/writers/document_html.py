"""A document as HTML: a page of its own, or a fragment to put into one."""

from __future__ import annotations

from collections.abc import Iterator

from billkit.tree import Document, Node, Run, Runs
from billkit.writers.document_head import NOT_CONFIRMED, QUOTED, facts, name, not_held
from billkit.writers.document_words import groups, own_runs, tail_runs
from billkit.writers.markup import Markup, classes, page, style, tag

__all__ = ["write_document_html"]


def write_document_html(
    document: Document, *, fragment: bool = False, anchors: str = "", styled: bool = True
) -> str:
    """Writes a document as HTML that needs nothing else: no script, no font, no network.

    Each provision can be linked to by its id. Words that are not held stand as
    ``[[not held: ...]]``; reconstructed words stand after ``??``, or between ``{??`` and ``??}``
    where others stand beside them, so that the mark is copied along.

    Args:
        document: The document.
        fragment: Whether an element to put into a page is wanted, not a page.
        anchors: What ids begin with where several documents share a page.
        styled: Whether a fragment brings its style sheet along.
    """
    shown = [tag("li", fact) for fact in facts(document)]
    content = tag(
        "article",
        "\n",
        tag("p" if fragment else "h1", name(document), class_="bk-title"),
        "\n",
        tag("ul", *shown, class_="bk-facts") if shown else "",
        *_below(document.root, iter(document.ids), document, anchors),
        "\n",
        class_="bk bk-document",
    )
    if not fragment:
        return page(name(document), content, "document")
    return (style("base", "document") + "\n" if styled else "") + content + "\n"


def _below(
    node: Node, ids: Iterator[str], document: Document, anchors: str
) -> Iterator[Markup | str]:
    """Yields the provisions below a node; the ids come in the order of the text."""
    for child in node.children:
        yield "\n"
        yield _provision(child, ids, document, anchors)


def _provision(node: Node, ids: Iterator[str], document: Document, anchors: str) -> Markup:
    """Makes a provision and what stands below it."""
    id_ = next(ids)
    parts: list[str] = []
    if node.status == "secondary":
        parts.append(tag("p", f"({QUOTED})", class_="bk-quoted"))
    if node.words:
        parts.append(_paragraph(own_runs(node), node, document, anchors))
    if node.is_gap:
        parts.append(tag("p", not_held(node), class_="bk-gap"))
    parts.extend(_below(node, ids, document, anchors))
    if node.tail:
        parts.extend(["\n", _paragraph(tail_runs(node), None, document, anchors)])
    kind = f"bk-kind-{node.kind}" if node.kind.replace("-", "").isalnum() else ""
    return tag(
        "div",
        *parts,
        class_=classes("bk-provision", kind, "bk-frame" if node.role == "frame" else ""),
        id=f"{anchors}{id_}",
        data_status=node.status,
    )


def _paragraph(words: Runs, node: Node | None, document: Document, anchors: str) -> Markup:
    """Makes a paragraph of words; where a node is given they begin with its number and heading."""
    found = groups(words)
    parts: list[str] = []
    place = 0
    headed = _head_length(node) if node else 0
    for doubtful, some in found:
        inner: list[str] = []
        for run in some:
            if node and node.num and place == 0:
                inner.append(tag("span", run.text, class_="bk-num"))
            else:
                shown = _run(run, document, anchors)
                heads = place < headed and not run.text.isspace()
                inner.append(tag("span", shown, class_="bk-heading") if heads else shown)
            place += len(run.text)
        if doubtful:
            whole = len(found) == 1
            opening = f"{NOT_CONFIRMED} " if whole else f"{{{NOT_CONFIRMED} "
            sign = tag("span", opening, class_="bk-doubt-sign")
            closing = "" if whole else tag("span", f" {NOT_CONFIRMED}}}", class_="bk-doubt-sign")
            parts.append(
                tag("span", sign, *inner, closing, class_="bk-doubt", title="reconstructed")
            )
        else:
            parts.extend(inner)
    return tag("p", *parts)


def _head_length(node: Node) -> int:
    """Counts the characters of number and heading; 0 where there is no heading."""
    if not node.heading:
        return 0
    own = sum(len(run.text) for run in node.heading)
    return own + (len(node.num) + 1 if node.num else 0)


def _run(run: Run, document: Document, anchors: str) -> str:
    """Makes a run: a reference links where its target stands, a filled-in word says its clause."""
    origin = f"{run.origin[0]}.{run.origin[1]}" if run.origin else None
    if run.ref:
        here = run.ref in document.by_id
        return tag(
            "a" if here else "span",
            run.text,
            class_="bk-reference",
            href=f"#{anchors}{run.ref}" if here else None,
            data_ref=run.ref,
            data_origin=origin,
        )
    if origin:
        return tag("span", run.text, class_="bk-filled", data_origin=origin)
    return run.text
