"""HTML built from elements, with every text escaped on its way in."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from billkit.text.lines import unbroken
from billkit.text.unseen import visible

__all__ = ["Markup", "classes", "hidden", "page", "style", "tag"]

_VOID = frozenset({"br", "hr", "input", "meta"})


class Markup(str):
    """Holds text that is HTML already; any other text is escaped when it is put in."""

    __slots__ = ()


def tag(name: str, /, *content: str, **attributes: str | bool | None) -> Markup:
    """Makes an element.

    Args:
        name: The element's name.
        *content: Texts, which are escaped, and elements, which are not; characters that cannot be
            seen are written by number.
        **attributes: Values by attribute, escaped; `True` writes the bare attribute, `None`,
            `False` and "" write none. A trailing underscore is dropped (``class_``), others
            become hyphens.

    Example:
        >>> tag("p", "a < b ", tag("ins", "c"), class_="row")
        '<p class="row">a &lt; b <ins>c</ins></p>'
    """
    parts = [f"<{name}"]
    for key, value in attributes.items():
        if value is None or value is False or value == "":
            continue
        shown = key.rstrip("_").replace("_", "-")
        parts.append(f" {shown}" if value is True else f' {shown}="{escape(str(value))}"')
    parts.append(">")
    if name in _VOID:
        return Markup("".join(parts))
    parts.extend(
        [
            part if isinstance(part, Markup) else escape(visible(unbroken(part)), quote=False)
            for part in content
        ]
    )
    parts.append(f"</{name}>")
    return Markup("".join(parts))


def classes(*names: str) -> str:
    """Joins class names, leaving out the empty ones."""
    return " ".join([name for name in names if name])


def hidden(text: str) -> Markup:
    """Wraps a text that is not seen but read aloud, and copied with what stands round it."""
    return tag("span", text, class_="bk-hidden")


def style(*names: str) -> Markup:
    """Makes a style element of style sheets that ship with billkit.

    Args:
        *names: File names without the ending, such as ``redline``.
    """
    folder = files("billkit.writers")
    sheets = [folder.joinpath(f"{name}.css").read_text("utf-8") for name in names]
    return tag("style", Markup("\n" + "\n".join(sheets)))


def page(title: str, content: Markup, *sheets: str) -> str:
    """Makes a whole page of an element, with everything it needs inside."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        "\n",
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        "\n",
        tag("title", title),
        "\n",
        style("base", "page", *sheets),
    )
    body = tag("body", "\n", tag("main", content), "\n")
    return "<!DOCTYPE html>\n" + tag("html", "\n", head, "\n", body, "\n", lang="en") + "\n"
