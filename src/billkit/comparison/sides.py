"""A document as the comparison sees it: its provisions in order, with parents and bodies."""

from __future__ import annotations

from collections.abc import Iterator

from billkit.tree import Document, Node

__all__ = ["Side", "sole_section"]


class Side:
    """Holds one document's provisions as parallel lists, in the order of the text.

    ``parents`` are places in these lists (-1 for the root), ``ends`` the place after the last
    provision below; ``bodies`` are headings and texts without the number, ``nums`` the numbers
    ("" for none), ``keys`` what tells equal bodies: for a gap its label. Provisions of role
    ``frame`` are left out unless asked for: they are listed in ``frame``, and what stands below
    them belongs to the next provision above that is not frame.
    """

    __slots__ = (
        "bodies",
        "document",
        "ends",
        "frame",
        "ids",
        "keys",
        "nodes",
        "nums",
        "parents",
    )

    def __init__(self, document: Document, *, with_frame: bool, transparent: str = "") -> None:
        """Lays the document out flat.

        Args:
            document: The document.
            with_frame: Whether frame provisions take part.
            transparent: The id of a provision to be treated as frame in any case.
        """
        self.document = document
        self.frame: list[str] = []
        self.ids: list[str] = []
        self.nodes: list[Node] = []
        self.parents: list[int] = []
        self.bodies: list[str] = []
        self.nums: list[str] = []
        self.keys: list[str] = []
        ids, nodes, parents = self.ids, self.nodes, self.parents
        every = iter(document.ids)
        stack = [(node, -1) for node in reversed(document.root.children)]
        pop, extend = stack.pop, stack.extend
        for id_ in every:
            node, parent = pop()
            if (node.role == "frame" and not with_frame) or id_ == transparent:
                self.frame.append(id_)
                here = parent
            else:
                here = len(ids)
                ids.append(id_)
                nodes.append(node)
                parents.append(parent)
                num = node.num or ""
                self.nums.append(num)
                words = node.words
                body = words[len(num) + 1 :] if num else words
                self.bodies.append(body)
                self.keys.append(f"\0{node.label}" if node.is_gap else body)
            if node.children:
                extend([(child, here) for child in reversed(node.children)])
        self.ends = list(range(1, len(ids) + 1))
        ends = self.ends
        for place in range(len(ids) - 1, -1, -1):
            up = parents[place]
            if up >= 0 and ends[place] > ends[up]:
                ends[up] = ends[place]

    def level(self, place: int) -> int:
        """Counts the provisions above a provision."""
        level = 0
        while (place := self.parents[place]) >= 0:
            level += 1
        return level

    def children(self, place: int) -> Iterator[int]:
        """Yields the places of a provision's children."""
        child, end = place + 1, self.ends[place]
        while child < end:
            yield child
            child = self.ends[child]

    def __len__(self) -> int:
        """Counts the provisions that take part."""
        return len(self.ids)


def sole_section(document: Document) -> str:
    """Gives the id of the section that is the whole document; "" where there is none.

    Such a section is only a wrapper: it has no text of its own.
    """
    children = document.root.children
    if len(children) == 1 and children[0].kind == "section" and not children[0].text:
        return document.ids[0]
    return ""
