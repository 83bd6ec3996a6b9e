"""No word of a file of the standard is lost, whatever its elements."""

from __future__ import annotations

from collections import Counter
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from billkit.akn import read_akn
from billkit.akn.names import AKN
from billkit.tree import Node

WORDS = st.text("ab <&\n“", max_size=8).map(lambda text: escape(f" {text} "))
INLINE = ["b", "i", "ref", "def", "span", "ins", "del", "mod", "remark", "mystery"]
BLOCKS = ["p", "block", "blockList", "ul", "li", "table", "tr", "td", "quotedStructure", "item",
          "content", "intro", "wrapUp", "listIntroduction", "listWrapUp", "authorialNote", "div",
          "num", "heading", "subheading", "crossHeading", "toc", "tocItem", "formula"]  # fmt: skip
HIERARCHY = ["section", "paragraph", "subparagraph", "chapter", "hcontainer", "list", "attachment"]


def elements(below: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    names = st.sampled_from(INLINE + BLOCKS + HIERARCHY)
    content = st.lists(st.one_of(below, WORDS), max_size=4).map("".join)
    return st.builds(lambda name, inner: f"<{name}>{inner}</{name}>", names, content)


BODIES = st.recursive(elements(WORDS), elements, max_leaves=15)


def words_of(node: Node) -> str:
    return " ".join(f"{below.words} {below.tail_words}" for below in node.walk())


@settings(max_examples=300)
@given(st.lists(BODIES, max_size=4).map("".join), st.lists(BODIES, max_size=2).map("".join))
def test_every_word_is_read_once(body: str, preface: str) -> None:
    source = (
        f'<akomaNtoso xmlns="{AKN}"><act name="a"><preface>{preface}</preface>'
        f"<body>{body}</body></act></akomaNtoso>"
    )
    printed = "".join(str(text) for text in etree.fromstring(source).itertext())
    assert Counter("".join(words_of(read_akn(source.encode()).root).split())) == Counter(
        "".join(printed.split())
    )
