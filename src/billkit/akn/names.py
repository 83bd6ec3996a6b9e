"""How Akoma Ntoso names things: its namespaces, its hierarchy, and the ids of its elements."""

from __future__ import annotations

from billkit.tree import Document

__all__ = [
    "AKN",
    "BILLKIT",
    "HIERARCHY",
    "eids",
]

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""The namespace of the standard."""

BILLKIT = "urn:billkit:1"
"""The namespace of what billkit keeps beside the standard: text status, origins, sources."""

HIERARCHY = {
    "alinea": "al",
    "article": "art",
    "book": "book",
    "chapter": "chp",
    "clause": "cl",
    "division": "dvs",
    "indent": "indent",
    "level": "level",
    "list": "list",
    "paragraph": "para",
    "part": "part",
    "point": "point",
    "proviso": "proviso",
    "rule": "rule",
    "section": "sec",
    "subchapter": "subchp",
    "subclause": "subcl",
    "subdivision": "subdvs",
    "sublist": "sublist",
    "subparagraph": "subpara",
    "subpart": "subpart",
    "subrule": "subrule",
    "subsection": "subsec",
    "subtitle": "subtitle",
    "title": "title",
    "tome": "tome",
    "transitional": "transitional",
}
"""The hierarchy's elements, each with its short form in the naming convention.

A provision of any other kind (item, subitem, gap, ...) is an ``hcontainer`` of that name.
"""


def eids(document: Document) -> tuple[str, ...]:
    """Gives the eId of every provision, in the order of the text.

    They are made from the ids of the document by the naming convention of Akoma Ntoso, part 2:
    the parent's eId, two underscores, the element's short form, an underscore, the number. A
    repeated number keeps the ``~2`` of its id; so no eId occurs twice.

    Example:
        >>> from billkit.tree import Node, Document
        >>> section = Node("section", "§ 1.", children=(Node("subsection", "(2)"), Node("item")))
        >>> eids(Document(Node("document", children=(section,))))
        ('sec_1', 'sec_1__subsec_2', 'sec_1__hcontainer_p1')
    """
    out: dict[str, None] = {}
    by_id: dict[str, str] = {"": ""}
    for id_, node in zip(document.ids, document.provisions, strict=True):
        above, _, step = id_.rpartition("/")
        parent = by_id[above]
        short = HIERARCHY.get(node.kind, "hcontainer")
        own = f"{short}_{_value(step) if node.num else step}"
        eid = candidate = f"{parent}__{own}" if parent else own
        count = 1
        while candidate in out:
            count += 1
            candidate = f"{eid}~{count}"
        out[candidate] = None
        by_id[id_] = candidate
    return tuple(out)


def _value(step: str) -> str:
    """Takes the unit off a step of an id: ``sec-4`` is 4, ``subd-3`` is 3."""
    unit, dash, value = step.partition("-")
    return value if dash and unit in {"art", "ch", "part", "sec", "subd", "title"} else step
