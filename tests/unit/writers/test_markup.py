"""HTML is escaped on its way in, whatever comes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from billkit.writers.markup import Markup, classes, hidden, page, style, tag


def test_texts_and_values_are_escaped_and_elements_are_not() -> None:
    made = tag("p", "a < b & c", tag("b", "d"), title='say "so"')
    assert made == '<p title="say &quot;so&quot;">a &lt; b &amp; c<b>d</b></p>'
    assert isinstance(made, Markup)


def test_attributes_that_are_nothing_are_left_out() -> None:
    made = tag("input", type="radio", checked=True, disabled=False, id=None, class_="")
    assert made == '<input type="radio" checked>'
    assert tag("i", aria_label="x", class_="y") == '<i aria-label="x" class="y"></i>'


def test_class_names_are_joined() -> None:
    assert classes("a", "", "b") == "a b"
    assert hidden("x") == '<span class="bk-hidden">x</span>'


def test_a_page_is_whole() -> None:
    made = page("A & B", tag("p", "x"))
    assert made.startswith("<!DOCTYPE html>")
    assert "<title>A &amp; B</title>" in made
    assert made.endswith("</html>\n")


def test_style_sheets_ship_with_billkit() -> None:
    for sheet in ("base", "page", "document", "redline"):
        made = style(sheet)
        assert len(made) > 300
        assert "</style" not in made.removesuffix("</style>")
        assert made.count("{") == made.count("}")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])), st.text("<>&\"' x"))
def test_any_text_comes_back(text: str, value: str) -> None:
    read = html.fragment_fromstring(tag("p", text, title=value))
    assert read.text_content() == text
    assert read.get("title", "") == value
