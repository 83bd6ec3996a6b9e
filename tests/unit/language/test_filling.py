from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from billkit.language.filling import Pointer, Ready, Tray, escape_markdown, spoken
from billkit.tree import Run

SAFE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Co")), min_size=1)


def test_words_are_known_by_clause_and_field() -> None:
    tray = Tray("term")
    marked = f"for {tray.fill('five years', ('term', 'initial'))}."
    assert tray.words(marked) == [Run("for "), Run("five years"), Run(".")]
    assert [w.origin for w in tray.words(marked) if isinstance(w, Run)] == [
        None,
        ("term", "initial"),
        None,
    ]


def test_a_pointer_bears_the_field_it_came_from() -> None:
    tray = Tray("term")
    marked = tray.enclose(tray.point("renewal/2"), ("term", "under"))
    assert tray.words(marked) == [Pointer("renewal/2", ("term", "under"))]
    assert spoken((Run("see "), Pointer("renewal"))) == "see <renewal>"


def test_words_without_origin_and_no_words_bear_no_mark() -> None:
    tray = Tray("term")
    assert tray.fill("shall", None) == "shall"
    assert tray.fill("", ("term", "initial")) == ""
    assert tray.enclose(Ready("shall"), None) == "shall"


@given(SAFE)
def test_filled_words_are_never_read_as_markdown(text: str) -> None:
    plain = " ".join(text.split())
    inline = MarkdownIt("commonmark").parseInline(escape_markdown(f"x{plain}x"))[0].children or []
    assert {token.type for token in inline} <= {"text", "text_special"}
    assert "".join(token.content for token in inline) == f"x{plain}x"


@given(st.text(st.characters(min_codepoint=0xE000, max_codepoint=0xF8FF), min_size=1))
def test_a_private_character_of_the_text_is_no_mark(text: str) -> None:
    tray = Tray("term")
    words = tray.words(tray.fill(f"a{text}", ("term", "initial")))
    assert len(words) == 1
    assert isinstance(words[0], Run)
    assert words[0].text == "a" + "\N{REPLACEMENT CHARACTER}" * len(text)
