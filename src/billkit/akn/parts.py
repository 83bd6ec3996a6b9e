"""Finds the provisions that a source served for, from its pinpoints: ``(1)-(2)(a), (4)``."""

from __future__ import annotations

import re

from billkit.text.enumerators import slug
from billkit.tree import Document

__all__ = ["provisions_of"]

_ITEMS = re.compile(r"\s*(?:[,;]|\band\b)\s*")
_PIN = r"""
    (?: subd\.\ \d+[a-z]? | Sec\.\ \d+[A-Z]? | (?:[A-Z][a-z]*\ )? \d+[A-Z]?(?:[.:]\d+)+
      | [IVX]+ | \d{1,3} )?
    (?: \( [0-9A-Za-z.]{1,6} \) )*
"""
_ITEM = re.compile(rf"(?P<first>{_PIN})(?:-(?P<last>{_PIN}))?", re.VERBOSE)
_STEPS = re.compile(r"\([^)]*\)")


def provisions_of(part: str, document: Document) -> tuple[str, ...]:
    """Gives the ids of the provisions that a source served for, in order.

    ``all`` means every provision, ``reconstructed`` those that are. Else a part is pinpoints with
    commas between them; each means everything below it too, and a range everything from its first
    to its last provision. A pinpoint may leave out what it shares with the one before. What cannot
    be made out means nothing.

    Example:
        >>> from billkit.tree import Node
        >>> below = (Node("paragraph", "(a)"), Node("paragraph", "(b)"))
        >>> section = Node("section", "1", children=(Node("subsection", "(1)", children=below),))
        >>> document = Document(Node("document", children=(section,)))
        >>> provisions_of("(1)(b)", document), provisions_of("(1)-(1)(a)", document)
        (('sec-1/1/b',), ('sec-1/1', 'sec-1/1/a'))
    """
    if part == "all":
        return document.ids
    if part == "reconstructed":
        return tuple(id_ for id_, node in document.by_id.items() if node.status == "reconstructed")
    found: set[str] = set()
    before: tuple[str, ...] = ()
    for item in _ITEMS.split(part):
        match = _ITEM.fullmatch(item)
        first = _resolved(match["first"], before, document) if match else None
        if not item or match is None or first is None:
            continue
        last = _resolved(match["last"], first, document) if match["last"] else first
        if last is None:
            continue
        before = last
        places = [n for n, id_ in enumerate(document.ids) if _is_below(id_, "/".join(last))]
        found.update(document.ids[document.ids.index("/".join(first)) : places[-1] + 1])
    return tuple(id_ for id_ in document.ids if id_ in found)


def _resolved(pinpoint: str, before: tuple[str, ...], document: Document) -> tuple[str, ...] | None:
    """Finds a pinpoint: beside or above what was named before, below a section, or at the root."""
    head = _STEPS.sub("", pinpoint).strip()
    steps = tuple(step.strip("()") for step in _STEPS.findall(pinpoint))
    heads = [slug(head), slug(head, unit="sec")] if head else [""]
    tops = [(id_,) for id_ in document.ids if "/" not in id_]
    contexts = [before[:depth] for depth in range(len(before) - 1, 0, -1)]
    for context in (*contexts, (), *tops):
        for own in heads:
            path = (*context, *([own] if own else []), *steps)
            if "/".join(path) in document.by_id:
                return path
    return None


def _is_below(id_: str, above: str) -> bool:
    """Says whether a provision is another or stands below it."""
    return id_ == above or id_.startswith(f"{above}/")
