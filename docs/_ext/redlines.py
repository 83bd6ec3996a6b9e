"""Redlines of two short texts, for pages that explain how to read them."""

from __future__ import annotations

from typing import Literal

from lxml import html

from billkit import _api
from billkit.writers.redline_html import write_redline_html

__all__ = ["small_redline"]

_LEFT_OUT = ("bk-title", "bk-sentence", "bk-tables", "bk-controls")


def small_redline(
    enacted: str, proposed: str, *, prefix: str, context: Literal["law", "text"] = "law"
) -> str:
    """Compares two texts and gives the redline with its legend, without head and buttons.

    Args:
        enacted: The text as it stands, a provision on each line.
        proposed: The text as proposed.
        prefix: What ids begin with.
        context: Whether the second text would change the first, or stands on its own.
    """
    comparison = _api.compare(
        enacted=_api.read(f"{enacted.strip()}\n"),
        proposed=_api.read(f"{proposed.strip()}\n"),
        context=context,
    )
    fragment = write_redline_html(
        comparison, fragment=True, anchors=prefix, styled=False, show_all=True
    )
    section = html.fragment_fromstring(fragment)
    for name in _LEFT_OUT:
        for element in section.find_class(name):
            element.getparent().remove(element)
    section.set("class", "bk bk-redline site-small")
    text: str = html.tostring(section, encoding="unicode")
    return f"{text}\n"
