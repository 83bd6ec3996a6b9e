"""The sentences of a text of law: where each stands, under which words, how far it is trusted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from billkit.tree import Document, Node, Runs, Status

__all__ = ["Sentence", "sentences", "split"]

_ABBREVIATIONS = frozenset(
    re.findall(
        r"\S+",
        """
        al ann app art ch chs cl const dept div e.g etc fed gov i.e inc jr misc mr mrs ms no nos
        par para pt pub reg regs rev rul sec secs seq sess sp st stat stats subd subds subsec supp
        tit u.s u.s.c v vol vs c.r.s n.d.c.c c.f.r r.s k.s.a miss minn tex ark colo tenn mont gen
        """,
    )
)
_END = re.compile(r"[.?!][)\"'”’\]]*\s+(?=[(\"'“‘\[]*[A-Z0-9])")
_Items: TypeAlias = tuple[tuple[str, str, Status | None], ...]
_WEAKEST: tuple[Status, ...] = (
    "official",
    "corroborated",
    "single-source",
    "secondary",
    "reconstructed",
    "gap",
)


@dataclass(frozen=True)
class Sentence:
    """One sentence of a provision.

    ``provision`` is the provision's id; ``lead`` the words that it carries on, where it is an item
    of a list; ``context`` all that the provision itself says; ``items`` are the provisions right
    below, where it leads to them; ``status`` is the weakest status of its words, None where none
    is known.
    """

    provision: str
    words: str
    lead: str = ""
    heading: str = ""
    context: str = ""
    status: Status | None = None
    items: tuple[tuple[str, str, Status | None], ...] = ()

    @cached_property
    def whole(self) -> str:
        """The sentence as it reads: the lead, where there is one, and the item."""
        return f"{self.lead} {self.words}" if self.lead else self.words

    @cached_property
    def start(self) -> int:
        """Where the sentence's own words begin in the whole."""
        return len(self.lead) + 1 if self.lead else 0

    @cached_property
    def full(self) -> str:
        """The sentence with all the items it leads to."""
        return " ".join([self.whole, *(words for _, words, _ in self.items)])


def split(text: str) -> Iterator[tuple[int, int]]:
    """Finds the sentences of a text: where each begins and ends.

    Abbreviations and section numbers do not end a sentence.

    Example:
        >>> text = "See sec. 4 and C.R.S. 22-1-101. The board may. (It shall.)"
        >>> [text[a:b] for a, b in split(text)]
        ['See sec. 4 and C.R.S. 22-1-101.', 'The board may.', '(It shall.)']
    """
    start = 0
    for match in _END.finditer(text):
        word = re.search(r"\S*$", text[start : match.start()])
        last = word.group().lstrip("(\"'“‘[").casefold() if word else ""
        initial = len(last) == 1 and last.isalpha()
        if text[match.start()] == "." and (last in _ABBREVIATIONS or initial):
            continue
        end = match.start() + len(match.group().rstrip())
        yield start, end
        start = match.end()
    if start < len(text):
        yield start, len(text)


def sentences(document: Document) -> Iterator[Sentence]:
    """Yields every sentence of law in a document that is held, in the order of the text.

    Reconstructed words and gaps are passed over; so is the frame of a bill.
    """
    below: dict[str, list[str]] = {}
    for id_ in document.ids:
        below.setdefault(document.parents[id_], []).append(id_)
    for id_ in document.ids:
        node = document.by_id[id_]
        if node.role == "frame" and not node.children:
            continue
        lead, heading = _lead(document, id_)
        items = _items(document, below.get(id_, ()))
        yield from _own(node, id_, lead, heading, items)
        if node.tail:
            for start, end in split(node.tail_words):
                status = _status(node, node.tail, start, end)
                if _is_held(status):
                    yield Sentence(id_, node.tail_words[start:end], heading=heading, status=status)


def _own(node: Node, id_: str, lead: str, heading: str, items: _Items) -> Iterator[Sentence]:
    """Yields the sentences before the children; the last one leads to them."""
    text = "".join(run.text for run in node.text)
    spans = list(split(text))
    for place, (start, end) in enumerate(spans):
        status = _status(node, node.text, start, end)
        if not _is_held(status):
            continue
        words = text[start:end]
        yield Sentence(
            provision=id_,
            words=words,
            lead=lead if place == 0 else "",
            heading=heading,
            context=text,
            status=status,
            items=items if place == len(spans) - 1 and _leads(words) else (),
        )


def _leads(words: str) -> bool:
    """Whether a sentence leads to the items below: it ends open, or in a colon or dash."""
    return not words.rstrip("\"'”’)").endswith((".", ";", "?", "!"))


def _items(document: Document, below: Iterable[str]) -> _Items:
    """Gives what the provisions right below say: id, words, status."""
    out: list[tuple[str, str, Status | None]] = []
    for child in below:
        node = document.by_id[child]
        text = "".join(run.text for run in node.text)
        status = _status(node, node.text, 0, len(text))
        if text and _is_held(status):
            out.append((child, text, status))
    return tuple(out)


def _lead(document: Document, id_: str) -> tuple[str, str]:
    """Gives the words that an item carries on, and the heading or label it stands under."""
    lead: list[str] = []
    heading = ""
    here = document.parents[id_]
    open_ = True
    while here:
        node = document.by_id[here]
        if node.heading and not heading:
            heading = "".join(run.text for run in node.heading)
        text = "".join(run.text for run in node.text)
        spans = list(split(text))
        if open_ and spans:
            last = text[spans[-1][0] : spans[-1][1]]
            open_ = _leads(last) and _is_held(_status(node, node.text, *spans[-1]))
            if open_:
                lead.insert(0, last)
        here = document.parents[here]
    return " ".join(lead), heading


def _status(node: Node, words: Runs, start: int, end: int) -> Status | None:
    """Gives the weakest status of the runs that a stretch of words lies in."""
    found: list[Status] = []
    place = 0
    for run in words:
        status = run.status or node.status
        if status and place < end and place + len(run.text) > start:
            found.append(status)
        place += len(run.text)
    if node.status == "gap" and not found:
        return "gap"
    return max(found, key=_WEAKEST.index, default=None)


def _is_held(status: Status | None) -> bool:
    """Whether words of the status can be quoted."""
    return status not in {"reconstructed", "gap"}
