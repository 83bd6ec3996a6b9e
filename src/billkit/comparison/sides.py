"""A document as the comparison sees it: its provisions in order, with parents and bodies."""

from __future__ import annotations

from collections.abc import Iterator

from billkit.tree import Document, Laid

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
        laid = document.laid
        framed = not with_frame and "frame" in [node.role for node in laid.nodes]
        if framed or transparent:
            laid = self._without_frame(laid, transparent, framed=framed)
        self.ids, self.nodes, self.parents, self.ends = laid
        self.nums = [node.num or "" for node in self.nodes]
        self.bodies = [
            node.words[len(num) + 1 :] if num else node.words
            for node, num in zip(self.nodes, self.nums, strict=True)
        ]
        self.keys = [
            f"\0{node.label}" if node.status == "gap" else body
            for node, body in zip(self.nodes, self.bodies, strict=True)
        ]

    def _without_frame(self, laid: Laid, transparent: str, *, framed: bool) -> Laid:
        """Leaves the frame out; what stands below it comes under the next provision above."""
        kept = Laid([], [], [], [])
        places: list[int] = []
        for id_, node, parent in zip(laid.ids, laid.nodes, laid.parents, strict=True):
            above = places[parent] if parent >= 0 else -1
            if (framed and node.role == "frame") or id_ == transparent:
                self.frame.append(id_)
                places.append(above)
                continue
            places.append(len(kept.ids))
            kept.ids.append(id_)
            kept.nodes.append(node)
            kept.parents.append(above)
        kept.ends.extend(range(1, len(kept.ids) + 1))
        for place in range(len(kept.ids) - 1, -1, -1):
            above = kept.parents[place]
            if above >= 0:
                kept.ends[above] = max(kept.ends[above], kept.ends[place])
        return kept

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
        return document.laid.ids[0]
    return ""
