"""How a redline speaks: of changes to the law, or of what stands only in the one text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from billkit.comparison.operations import Change
from billkit.comparison.result import Comparison
from billkit.tree import Document
from billkit.writers.redline_words import TAIL

__all__ = ["Labels", "labels", "opening_words", "place_name"]

_OPENING = 5


@dataclass(frozen=True, slots=True)
class Labels:
    """Holds the words for the two sides and for what became of a provision."""

    enacted: str
    proposed: str
    changes: dict[Change, str]
    """What stands before a count: ``3 provisions reworded``."""
    deleted: str
    inserted: str
    was: str
    """What stands before the enacted form of a number that only follows."""


_LAW = Labels(
    enacted="enacted",
    proposed="proposed",
    changes={
        "reworded": "reworded",
        "inserted": "inserted",
        "deleted": "deleted",
        "moved": "moved",
        "split": "split",
        "merged": "merged",
        "renumbered": "renumbered",
        "re-referenced": "with references that follow",
        "restyled": "written otherwise",
        "uncompared": "not compared",
    },
    deleted="deleted",
    inserted="inserted",
    was="was",
)

_TEXT = Labels(
    enacted="A",
    proposed="B",
    changes={
        "reworded": "worded otherwise",
        "deleted": "only in A",
        "inserted": "only in B",
        "moved": "in another place",
        "split": "one in A, several in B",
        "merged": "several in A, one in B",
        "renumbered": "numbered otherwise",
        "re-referenced": "with references to match",
        "restyled": "written otherwise",
        "uncompared": "not compared",
    },
    deleted="only in A",
    inserted="only in B",
    was="A:",
)


def labels(comparison: Comparison) -> Labels:
    """Gives the words that fit: nothing is inserted into an act of other descent."""
    return _LAW if comparison.context == "law" else _TEXT


def place_name(document: Document, reference: str) -> str:
    """Names a provision within its document, shortly.

    Example:
        ``(2)(a)``, ``subd. 2(b)``, ``(2) paragraph 1``, ``the end of (4)``
    """
    id_ = reference.removesuffix(TAIL)
    if reference.endswith(TAIL):
        return f"the end of {place_name(document, id_)}"
    node = document.by_id[id_]
    parent, _, step = id_.rpartition("/")
    if not node.num or step == f"p{step[1:]}":
        above = place_name(document, parent) if parent else ""
        return f"{above} {node.kind} {step[1:]}".strip()
    # A section that is the whole document goes without saying, and so does the citation.
    top = document.root.children
    sole = bool(parent) and len(top) == 1 and top[0].kind == "section"
    above = document.path(document.ids[0]) if sole else document.citation
    # Nor does the section of a bill that only frames a section of the code.
    frame, *below = id_.split("/")
    if below and document.by_id[frame].role == "frame":
        law = document.by_id[f"{frame}/{below[0]}"]
        above = document.path(frame) if law.kind == "section" and law.num else above
    path = document.path(id_).removeprefix(above)
    for other in accumulate(below, "{}/{}".format, initial=frame):
        kind, step = document.by_id[other].kind, other.rpartition("/")[2]
        # A section that a bill prints without a number goes by the bill's own section.
        told = f" {kind} {step[1:]} " if kind != "section" else ""
        path = re.sub(rf" ?\[{re.escape(step)}\]", told, path, count=1)
    return " ".join(path.split()).replace(" ,", ",").strip(" ,") or node.num


def opening_words(words: str) -> str:
    """Quotes the first few words of a provision."""
    found = words.split()
    return f'"{" ".join(found[:_OPENING])}{" ..." if len(found) > _OPENING else ""}"'
