"""Lays laws of the library out as their states publish them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from billkit.library import load_statute
from billkit.tree import Node
from tests.unit.readers import layouts

__all__ = ["COPIES", "law_of"]


def law_of(id_: str) -> list[str]:
    """Gives the words of a law, a provision to a line, without its section's number."""
    document = load_statute(id_, include_reconstructed=True)
    return [line for node in document.root.children for line in _lines(node)]


def _lines(node: Node) -> Iterator[str]:
    own = node.words
    if node.kind == "section":
        own = own.removeprefix(node.num or "").strip()
    if own:
        yield own
    for child in node.children:
        yield from _lines(child)
    if node.tail_words:
        yield node.tail_words


def _north_dakota(law: list[str]) -> bytes:
    """Prints a chapter with the section amid its neighbours."""
    return layouts.north_dakota_pdf([
        ("15.1-06-08", "Statutes - Waiver", law_of("us-nd/ndcc-15.1-06-08")),
        ("15.1-06-08.1", "Statutes - Waiver", law),
        ("15.1-06-08.2", "Innovative education program", law_of("us-nd/ndcc-15.1-06-08.2")),
    ])  # fmt: skip


COPIES: dict[str, tuple[str, str, Callable[[list[str]], bytes]]] = {
    "Kentucky": (
        "us-ky/krs-156.108",
        "krs.pdf",
        lambda law: layouts.kentucky_pdf("156.108", "Districts of innovation -- Rules.", law),
    ),
    "Mississippi": (
        "us-ms/miss-code-37-179-1",
        "section.html",
        lambda law: layouts.mississippi_html("37-179-1", "Creation of districts; purpose", law),
    ),
    "North Dakota": ("us-nd/ndcc-15.1-06-08.1", "t15-1c06.pdf", _north_dakota),
    "Minnesota": (
        "us-mn/laws-2017-1sp-c5-art2-s52",
        "laws.txt",
        lambda law: layouts.minnesota_text([f"Sec. 52. {law[0]}", *law[1:]]),
    ),
}  # fmt: skip
"""For each state: the id of a law, the name of a copy, and how to lay a copy out."""
