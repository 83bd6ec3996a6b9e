"""What is put into Markdown comes out as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from billkit.writers.markdown_escaping import escaped, row


def read(text: str) -> str:
    rendered = (
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    )
    assert rendered.startswith("<p>") or not rendered
    return str(html.fragment_fromstring(rendered, create_parent=True).text_content()).rstrip("\n")


@pytest.mark.parametrize(
    "text",
    [
        "1. The board", "2) The board", "- a dash", "+ a plus", "* a star", "# a mark", "=====",
        "---", "***", "> quoted", "    set in", "~~~ fence", "```", "| a | b |", "<div>", "&amp;",
        "[a](b)", "![a](b)", "a_b_c", "$x$", "\\(", "https://a.b/c_d", "WWW.A.B", "#", "- - -",
        "1986. A year", "(a) item", ": so", "[x]: y", "a\\", "<!-- x -->", "__b__",
    ],
)  # fmt: skip
def test_law_stays_law(text: str) -> None:
    assert read(row(escaped(text), 0)) == text.strip()


def test_depth_is_blanks() -> None:
    assert read(row(escaped("1. The board"), 2)) == "\N{EM SPACE}\N{EM SPACE}1. The board"


def test_line_breaks_become_blanks_and_hard_blanks_stay() -> None:
    assert escaped("a\n  b\N{NO-BREAK SPACE}c") == "a b\N{NO-BREAK SPACE}c"


_WORDS = st.text(st.sampled_from("ab1.)(-+*_#>|~`[]<>!&\\$=:\"' \n"), max_size=30)


@given(_WORDS)
def test_any_text_comes_back(text: str) -> None:
    assert read(row(escaped(text), 0)).split() == text.split()
