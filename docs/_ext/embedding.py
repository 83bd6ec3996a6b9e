"""Puts a page that billkit wrote into a page of the site."""

from __future__ import annotations

import re
from hashlib import blake2s

from lxml import etree, html

__all__ = ["embedded", "fold_rest", "main_of"]

_NAMING = ("id", "name", "for", "aria-labelledby", "aria-describedby", "aria-controls")
_HEADING = re.compile(r"h([1-6])")
_DEEPEST = 6
_LONG, _SHOWN = 700, 250
"""How many words a bill has before its end is folded away, and how many stay open at least."""


def embedded(page: str, *, prefix: str = "", below: int = 2, classes: str = "") -> str:
    """Gives the content of an HTML page as an element that can stand in another page.

    Ids and what points at them get a prefix, so that several can share a page; the page's own
    title becomes a line of text, and every other heading goes down below the site's.

    Args:
        page: The page, as one of billkit's writers makes it.
        prefix: What ids begin with; by default a short digest of the page.
        below: The level of the heading under which it stands.
        classes: Classes of the element.

    Raises:
        ValueError: it has no ``main`` element.
    """
    main = main_of(page)
    start = prefix or f"e{blake2s(page.encode(), digest_size=4).hexdigest()}-"
    for element in main.iter(etree.Element):
        _prefix(element, start)
        _demote(element, below)
    for wide in main.find_class("bk-wide"):
        _head_cells(wide)
    for article in main.find_class("bk-document"):
        fold_rest(article)
    main.tag = "div"
    main.set("class", f"site-embedded {classes}".strip())
    text: str = html.tostring(main, encoding="unicode")
    return f"{text.rstrip()}\n"


def fold_rest(article: html.HtmlElement) -> None:
    """Folds away the later sections of a long bill or law, where it has several.

    Args:
        article: The element that holds it.
    """
    counts = [len(str(child.text_content()).split()) for child in article]
    sections = [place for place, child in enumerate(article) if "bk-kind-section" in child.classes]
    if sum(counts) < _LONG:
        return
    place = next((one for one in sections[1:] if sum(counts[:one]) >= _SHOWN), None)
    if place is None:
        return
    later = list(article[place:])
    rest = html.fragment_fromstring('<details class="site-rest"><summary></summary></details>')
    number = sum("bk-kind-section" in child.classes for child in later)
    noun = "section" if number == 1 else "sections"
    rest[0].text = f"The rest: {number} {noun}, {sum(counts[place:]):,} words"
    rest.extend(later)
    article.append(rest)


def main_of(page: str) -> html.HtmlElement:
    """Gives the element of a page that holds its content.

    Raises:
        ValueError: it has none.
    """
    found = html.document_fromstring(page).find(".//main")
    if found is None:
        message = "the page has no main element"
        raise ValueError(message)
    found.tail = None
    return found


def _prefix(element: html.HtmlElement, start: str) -> None:
    """Makes an element's id, and what it points at, the embedded page's own."""
    for key in _NAMING:
        if value := element.get(key):
            element.set(key, " ".join(start + word for word in value.split()))
    if (href := element.get("href", "")).startswith("#"):
        element.set("href", f"#{start}{href[1:]}")


def _head_cells(wide: html.HtmlElement) -> None:
    """Tells the cells of a wide table the heads of their columns, which paper shows beside them."""
    for table in wide.iter("table"):
        heads = [str(one.text_content()) for one in table.find(".//tr").iter("th")]
        for row in table.iter("tr"):
            for head, cell in zip(heads, row, strict=False):
                if cell.tag == "td":
                    cell.set("data-head", head)


def _demote(element: html.HtmlElement, below: int) -> None:
    """Makes a title a line, and any other heading one below the site's."""
    found = _HEADING.fullmatch(element.tag)
    if found is None:
        return
    level = int(found[1])
    if level == 1:
        element.tag = "p"
        element.set("class", f"{element.get('class', '')} site-embedded-title".strip())
    else:
        element.tag = f"h{min(level + below - 1, _DEEPEST)}"
