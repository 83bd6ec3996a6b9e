"""Writes documents as Akoma Ntoso 3.0, valid against the strict schema of OASIS."""

from __future__ import annotations

from collections.abc import Iterator

from billkit.akn.markup import attributes, checked, escaped, to_href
from billkit.akn.metadata import metadata
from billkit.akn.names import AKN, BILLKIT, HIERARCHY, eids
from billkit.akn.work import Work
from billkit.errors import Finding, OutputError
from billkit.tree import Document, Node, Run, Runs, Status

__all__ = ["write_akn"]

_TYPES = {
    "in force": ("act", "body"),
    "repealed": ("act", "body"),
    "bill": ("bill", "body"),
    "draft": ("bill", "body"),
    "text": ("doc", "mainBody"),
}
_MARKS: dict[Status | None, str] = {"reconstructed": "editorial", "gap": "unknown"}


def write_akn(document: Document, *, work: Work | None = None) -> bytes:
    """Writes a document as Akoma Ntoso.

    What the standard has no place for (the text status of each provision, the clause a word comes
    from, sources) stands in ``proprietary`` or in attributes of billkit's own namespace; reading
    the file gives an equal document.

    Args:
        document: The statute, bill or text to write.
        work: Its name in the library and its life; goes to the identification and the lifecycle.

    Raises:
        OutputError: ``words-at-root`` where the root bears words of its own,
            ``control-character`` where a number or a kind holds one.
    """
    root = document.root
    if root.words or root.tail:
        raise OutputError(
            Finding(
                code="words-at-root",
                message="the root of a document bears no words; its provisions do.",
                excerpt=(root.words or root.tail_words)[:60],
            )
        )
    ids = eids(document)
    names = iter(ids)
    front = _front(root)
    type_, body = _TYPES[document.standing]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<akomaNtoso xmlns="{AKN}" xmlns:bk="{BILLKIT}">',
        f'  <{type_} name="{document.standing.replace(" ", "-")}">',
        *metadata(document, ids, work or Work()),
    ]
    for container, nodes in front:
        lines.append(f"    <{container}>")
        lines.extend([_front_block(node, next(names)) for node in nodes])
        lines.append(f"    </{container}>")
    rest = root.children[sum(len(nodes) for _, nodes in front) :]
    lines.append(f"    <{body}>")
    for node in rest:
        lines.extend(_provision(node, names, "      "))
    if not rest:
        lines.append('      <hcontainer name="nothing" bk:nothing="true"/>')
    lines += [f"    </{body}>", f"  </{type_}>", "</akomaNtoso>", ""]
    return checked("\n".join(lines))


def _front(root: Node) -> list[tuple[str, tuple[Node, ...]]]:
    """Picks what stands before the body of a bill: its title, then its enacting clause.

    Only the plain frame provisions at the head of the document, of these two kinds and in this
    order, have a place in the standard; everything else stays in the body.
    """
    out: list[tuple[str, tuple[Node, ...]]] = []
    at = 0
    for container, ending in (("preface", "title"), ("preamble", "enacting-clause")):
        start = at
        while at < len(root.children) and _is_front(root.children[at], ending):
            at += 1
        if at > start:
            out.append((container, root.children[start:at]))
    return out


def _is_front(node: Node, ending: str) -> bool:
    """Says whether a provision is words of a bill's head alone, of a kind that ends so."""
    return (
        node.role == "frame"
        and node.kind.endswith(ending)
        and bool(node.text)
        and not (node.num is not None or node.heading or node.children or node.tail)
    )


def _front_block(node: Node, eid: str) -> str:
    """Writes a title or an enacting clause."""
    name = "longTitle" if node.kind.endswith("title") else "formula"
    words = _block(node.text, None)
    return (
        f"      <{name}{attributes(name=None if name == 'longTitle' else 'enactingClause')}"
        f"{attributes(eId=eid, bk_kind=node.kind, status=_MARKS.get(node.status))}>{words}</{name}>"
    )


def _provision(node: Node, names: Iterator[str], indent: str) -> Iterator[str]:
    """Yields the lines of a provision and of everything below it."""
    element = node.kind if node.kind in HIERARCHY else "hcontainer"
    mark = _MARKS.get(node.status)
    whole = mark and not any(below.status != node.status for below in node.walk())
    name = node.kind if element == "hcontainer" else None
    yield (
        f"{indent}<{element}"
        f"{attributes(name=name, eId=next(names), status=mark if whole else None)}>"
    )
    inner = indent + "  "
    if node.num is not None:
        yield f"{inner}<num>{escaped(node.num)}</num>"
    if node.heading:
        yield f"{inner}<heading>{_inline(node.heading)}</heading>"
    part = attributes(status=None if whole else mark)
    words = _block(node.text, node.label if node.status == "gap" else None)
    if not (node.children or node.tail):
        yield f"{inner}<content{part}>{words}</content>"
    else:
        if words:
            yield f"{inner}<intro{part}>{words}</intro>"
        for child in node.children:
            yield from _provision(child, names, inner)
        if node.tail:
            yield f"{inner}<wrapUp{part}>{_block(node.tail, None)}</wrapUp>"
    yield f"{indent}</{element}>"


def _block(words: Runs, missing: str | None) -> str:
    """Writes a paragraph of words, and a remark that other programs show where words are missing.

    The remark is not the law's; reading leaves it out.
    """
    remark = ""
    if missing is not None:
        says = f"not held: {missing}" if missing else "not held"
        remark = f'<remark status="editorial">[{escaped(says)}]</remark>'
    content = _inline(words) + remark
    return f"<p>{content}</p>" if content else ""


def _inline(words: Runs) -> str:
    """Writes runs of words."""
    return "".join([_run(run) for run in words])


def _run(run: Run) -> str:
    """Writes one run: bare, or in an element that bears its origin, reference and status."""
    text = escaped(run.text)
    if run.origin is None and run.ref is None and run.status is None:
        return text
    clause, field = run.origin or (None, None)
    element = "span" if run.ref is None else "ref"
    href = None if run.ref is None else to_href(run.ref)
    known = attributes(
        href=href,
        status=_MARKS.get(run.status),
        bk_clause=clause,
        bk_field=field,
        bk_status=run.status,
    )
    return f"<{element}{known}>{text}</{element}>"
