"""Reads the words of Akoma Ntoso: runs, and the blocks that interrupt them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias, cast, get_args

from lxml import etree

from billkit.akn.elements import line_of, local
from billkit.akn.markup import from_href
from billkit.akn.names import BILLKIT
from billkit.errors import Finding, ReadError, Where
from billkit.tree import Node, Run, Runs, Status, merged

__all__ = ["BLOCKS_IN_TEXT", "Part", "WordReader", "known_status"]

BLOCKS_IN_TEXT = frozenset(
    {
        "authorialNote",
        "blockContainer",
        "blockList",
        "embeddedStructure",
        "ol",
        "p",
        "quotedStructure",
        "subFlow",
        "table",
        "ul",
    }
)
"""Elements that may stand amid words and are provisions of their own."""

_BREAKS = frozenset({"br", "eol", "eop"})
_WRAPPED = re.compile(r"[ \t\r]*\n[ \t\r\n]*")
_CLAUSE = f"{{{BILLKIT}}}clause"
_FIELD = f"{{{BILLKIT}}}field"
_STATUS = f"{{{BILLKIT}}}status"
_STATUSES = frozenset(get_args(Status))

Part: TypeAlias = Runs | Node
"""What a paragraph falls into: words, or a provision that stands amid them."""


def known_status(value: str | None, line: int | None = None) -> Status | None:
    """Checks a text status.

    Raises:
        ReadError: ``unknown-status`` where it is none of billkit's.
    """
    if value is None or value in _STATUSES:
        return cast("Status | None", value)
    raise ReadError(
        Finding(
            code="unknown-status",
            message=f'"{value}" is no text status.',
            where=Where(line=line),
            hint=f"known are {', '.join(get_args(Status))}.",
        )
    )


class WordReader:
    """Reads what stands inside elements that hold words."""

    def __init__(
        self, *, verbatim: bool, block: Callable[[etree._Element], Iterator[Part]]
    ) -> None:
        """Sets how white space is read and who reads provisions amid words.

        Args:
            verbatim: Set for files that billkit wrote: their white space is the law's. In others
                a line break is how the XML was laid out, and reads as one blank.
            block: Reads a provision that stands amid the words.
        """
        self._verbatim = verbatim
        self._block = block

    def parts(self, element: etree._Element) -> list[Part]:
        """Gives the parts of an element in the order of the text."""
        if not len(element):
            words = self._plain(element.text or "")
            return [words] if words else []
        parts: list[Part] = []
        pending: list[Run] = []
        self._inside(element, Run(""), parts, pending)
        _close(parts, pending)
        return parts

    def _plain(self, text: str) -> Runs:
        """Makes runs of an element's only text."""
        text = (text if self._verbatim else _WRAPPED.sub(" ", text)).strip()
        return (Run(text),) if text else ()

    def _inside(
        self, element: etree._Element, like: Run, parts: list[Part], pending: list[Run]
    ) -> None:
        """Takes up an element's words, all of the origin, reference and status of ``like``."""
        self._add(element.text, like, pending)
        for child in element:
            name = local(child.tag)
            if name in BLOCKS_IN_TEXT:
                _close(parts, pending)
                parts.extend(self._block(child))
            elif name in _BREAKS:
                pending.append(Run("\n", like.origin, like.ref, like.status))
            elif not (name == "remark" and self._verbatim):
                inner = self._known(child, like)
                self._add(child.get("startQuote"), inner, pending)
                self._inside(child, inner, parts, pending)
                self._add(child.get("endQuote"), inner, pending)
            self._add(child.tail, like, pending)

    def _known(self, element: etree._Element, outer: Run) -> Run:
        """Says what is known of the words in an element."""
        href = element.get("href")
        if href is not None and self._verbatim:
            href = from_href(href)
        clause, name = element.get(_CLAUSE), element.get(_FIELD)
        return Run(
            "",
            outer.origin if clause is None or name is None else (clause, name),
            outer.ref if href is None else href,
            known_status(element.get(_STATUS), line_of(element)) or outer.status,
        )

    def _add(self, text: str | None, like: Run, pending: list[Run]) -> None:
        """Takes up some words."""
        if text:
            text = text if self._verbatim else _WRAPPED.sub(" ", text)
            pending.append(Run(text, like.origin, like.ref, like.status))


def _close(parts: list[Part], pending: list[Run]) -> None:
    """Ends a stretch of words."""
    if words := merged(pending):
        parts.append(words)
    pending.clear()
