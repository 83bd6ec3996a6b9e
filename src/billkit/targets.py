"""Finds what the references of a text point at: which provision of the same document, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from billkit.text.enumerators import slug
from billkit.text.references import Mention, Step, mentions
from billkit.tree import Document, Node

__all__ = ["Resolver", "targets"]

_PREFIXES = ("", "subd-", "part-", "art-", "ch-", "title-", "sec-")
_WHOLE = frozenset({"act", "code", "compact", "title", "chapter", "subchapter", "article", "part"})


def targets(document: Document) -> Mapping[str, tuple[tuple[Mention, str | None], ...]]:
    """Finds the references of every provision that prints one, each with what it points at.

    References are looked for in the provision's own words (`Node.words`) and then in those after
    its children (`Node.tail_words`), whose places are under ``id~tail``.
    """
    resolver = Resolver(document)
    out: dict[str, tuple[tuple[Mention, str | None], ...]] = {}
    for id_, node in document.by_id.items():
        for key, words in ((id_, node.words), (f"{id_}~tail", node.tail_words)):
            if found := resolver.mentions(id_, words):
                out[key] = found
    return out


class Resolver:
    """Resolves references within one document, keeping what it learns of its sections."""

    def __init__(self, document: Document) -> None:
        """Takes the document; nothing is worked out before it is asked for."""
        self.document = document

    def mentions(self, provision_id: str, words: str) -> tuple[tuple[Mention, str | None], ...]:
        """Finds the references in some words of a provision, each with what it points at."""
        found = mentions(words, jurisdiction=self.document.jurisdiction)
        return tuple((mention, self.resolve(provision_id, mention)) for mention in found)

    def resolve(self, provision_id: str, mention: Mention) -> str | None:
        """Gives the id of the provision that a reference points at, seen from where it stands.

        Args:
            provision_id: The id of the provision whose words hold the reference.
            mention: The reference.

        Returns:
            An id of the document; None where the reference points elsewhere or at nothing.
        """
        target = mention.target
        if target.scope == "that" or not self._ours(mention):
            return None
        start: str | None = ""
        steps = target.steps
        if target.above:
            start = self._unit(target.above)
        elif target.scope:
            start = self._scope(provision_id, mention)
        if start is None:
            return None
        if target.section:
            start = self._section(target.section, within=start, near=provision_id)
        elif steps and not target.scope and not target.above:
            return self._climb(provision_id, steps)
        if start is None:
            return None
        if not steps:
            return start or None
        return self._descend(start, steps)

    def _ours(self, mention: Mention) -> bool:
        """Says whether a reference that names a code can mean this document."""
        target = mention.target
        if not target.code:
            return True
        ours = self.document.jurisdiction
        return bool(target.jurisdiction) and ours in {"", target.jurisdiction}

    @cached_property
    def _sections(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of all sections under their numbers, in the order of the text."""
        out: dict[str, list[str]] = {}
        for id_, node in self.document.by_id.items():
            last = id_.rpartition("/")[2]
            if node.num and (node.kind == "section" or last.startswith("sec-")):
                number = slug(node.num, unit="sec").removeprefix("sec-").casefold()
                out.setdefault(number, []).append(id_)
        return {number: tuple(ids) for number, ids in out.items()}

    @cached_property
    def _children(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the children of each provision; "" stands for the root."""
        out: dict[str, list[str]] = {}
        for id_, parent in self.document.parents.items():
            out.setdefault(parent, []).append(id_)
        return {parent: tuple(ids) for parent, ids in out.items()}

    def _section(self, number: str, *, within: str, near: str) -> str | None:
        """Finds a section by its number, of several the one that stands nearest."""
        wanted = slug(number, unit="sec").removeprefix("sec-").casefold()
        found = [
            id_
            for id_ in self._sections.get(wanted, ())
            if not within or id_.startswith(f"{within}/") or id_ == within
        ]
        return max(found, key=lambda id_: _shared(id_, near)) if found else None

    def _unit(self, above: tuple[Step, ...]) -> str | None:
        """Finds a title, chapter, article or part of this document."""
        start = ""
        for step in above:
            wanted = slug(step.num, unit="").casefold()
            for id_, node in self.document.by_id.items():
                if start and not id_.startswith(f"{start}/"):
                    continue
                if node.num and node.kind == step.unit and _value(node) == wanted:
                    start = id_
                    break
            else:
                return None
        return start

    def _scope(self, provision_id: str, mention: Mention) -> str | None:
        """Finds the provision that "this section" or "this paragraph" names."""
        target = mention.target
        scope = target.scope
        if target.steps and target.steps[0].unit == scope:
            scope = "section"
        line = list(_upward(provision_id))
        for id_ in line:
            if self._is(id_, scope):
                return id_
        if scope in _WHOLE:
            return "" if target.steps or target.section else None
        if scope == "section":
            return ""
        if scope == "subsection":
            inside = [id_ for id_ in line if self.document.by_id[id_].kind != "section"]
            return inside[-1] if inside else None
        if target.steps:
            return next((i for i in line if self._child(i, target.steps[0]) is not None), None)
        return None

    def _is(self, id_: str, unit: str) -> bool:
        """Says whether a provision is of a unit."""
        if self.document.by_id[id_].kind == unit:
            return True
        return unit == "section" and id_.rpartition("/")[2].startswith("sec-")

    def _climb(self, provision_id: str, steps: tuple[Step, ...]) -> str | None:
        """Finds the nearest provision that the steps name, from within outward to the section."""
        line: list[str] = []
        for place in _upward(provision_id):
            line.append(place)
            if self._is(place, "section"):
                break
        else:
            line.append("")
        unit = steps[0].unit
        for holder in line:
            first = self._child(holder, steps[0])
            if first and self.document.by_id[first].kind == unit:
                return self._descend(holder, steps)
        wider = (self._descend(holder, steps) for holder in [*line[1:], line[0]])
        return next((found for found in wider if found is not None), None)

    def _descend(self, start: str, steps: tuple[Step, ...]) -> str | None:
        """Follows enumerators down from a provision."""
        place: str | None = start
        for step in steps:
            place = None if place is None else self._child(place, step)
        return place

    def _child(self, id_: str, step: Step) -> str | None:
        """Finds the child of that enumerator; below a provision without number too."""
        known = self.document.by_id
        prefix = f"{id_}/" if id_ else ""
        value = slug(step.num, unit="")
        for unit in _PREFIXES:
            if (found := f"{prefix}{unit}{value}") in known:
                return found
        wanted = value.casefold()
        for child in self._children.get(id_, ()):
            node = known[child]
            if node.num and _value(node) == wanted:
                return child
        below = (
            self._child(child, step)
            for child in self._children.get(id_, ())
            if known[child].num is None
        )
        return next((found for found in below if found is not None), None)


def _value(node: Node) -> str:
    """Gives a provision's enumerator without its unit and punctuation."""
    printed = slug(node.num or "", unit="")
    for unit in _PREFIXES[1:]:
        printed = printed.removeprefix(unit)
    return printed.casefold()


def _upward(id_: str) -> Iterator[str]:
    """Yields an id and the ids of what holds it, from within outward."""
    while id_:
        yield id_
        id_ = id_.rpartition("/")[0]


def _shared(one: str, other: str) -> int:
    """Counts the steps that two ids share."""
    count = 0
    for mine, yours in zip(one.split("/"), other.split("/"), strict=False):
        if mine != yours:
            break
        count += 1
    return count
