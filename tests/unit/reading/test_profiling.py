from __future__ import annotations

from dataclasses import replace

import pytest

from billkit.library.loading import load_statute
from billkit.reading.kinds import KINDS
from billkit.reading.profiles import NotFound, NotHeld, Quoted
from billkit.reading.profiling import profile_document
from billkit.tree import Document, Node, Run, runs


@pytest.mark.parametrize(
    ("what", "citation"),
    [
        ("us-ky", "KRS 156.108, 160.107"),
        ("us-ms/miss-code-37-179-1", "Miss. Code Ann. §§ 37-179-1, 37-179-3"),
        ("us-nd/ndcc-15.1-06-08", "N.D.C.C. § 15.1-06-08"),
        ("us-ky/krs-156.161", "KRS 156.161"),
        ("us-mn", "Laws 2017, 1st Sp. Sess. ch. 5, art. 2, § 52"),
    ],
)
def test_a_law_of_the_library_has_its_curated_profile(what: str, citation: str) -> None:
    profile = profile_document(load_statute(what))
    assert profile.origin == "curated"
    assert profile.citation == citation


def test_a_law_whose_words_differ_is_read_by_its_words() -> None:
    law = load_statute("us-ky/krs-156.108")
    section = law.root.children[0]
    second = next(child for child in section.children if child.num == "(2)")
    changed = replace(
        second, text=runs("The initial approval of a district of innovation is for four years.")
    )
    children = tuple(changed if child is second else child for child in section.children)
    root = replace(law.root, children=(replace(section, children=children),))
    profile = profile_document(replace(law, root=root, lines=()))
    assert profile.origin == "read"
    term = profile.cell("term")
    assert isinstance(term, Quoted)
    assert str(term.values["initial"]) == "4 years"
    assert term.confidence < 1


def _text(*nodes: Node, **about: str) -> Document:
    return Document(Node("document", children=nodes), **about)  # type: ignore[arg-type]


def test_any_other_text_is_read_and_silence_is_not_found() -> None:
    profile = profile_document(
        _text(
            Node("paragraph", text=runs("The state board of education may approve a zone.")),
            citation="Draft of a friend",
        )
    )
    assert profile.origin == "read"
    assert profile.kinds == tuple(KINDS)
    cell = profile.cell("authority")
    assert isinstance(cell, Quoted)
    assert cell.quotations[0].citation == "Draft of a friend [p1]"
    silent = profile.cell("severability")
    assert isinstance(silent, NotFound)
    assert silent.searched == ("Draft of a friend",)
    assert "read the text" in silent.note


def test_silence_of_a_text_with_gaps_is_not_held() -> None:
    gaps = [Node("gap", status="gap", label=f"subsection ({number})") for number in range(5)]
    profile = profile_document(_text(Node("paragraph", text=runs("It may.")), *gaps))
    cell = profile.cell("term")
    assert isinstance(cell, NotHeld)
    assert cell.missing == "subsection (0); subsection (1); subsection (2); and 2 more gaps"


def test_a_text_with_clause_tags_is_read_as_a_draft() -> None:
    tagged = Node(
        "paragraph", text=(Run("It lasts "), Run("two years", origin=("term", "initial")))
    )
    profile = profile_document(_text(Node("section", num="1.", children=(tagged,))))
    assert profile.origin == "drafted"
    cell = profile.cell("term")
    assert isinstance(cell, Quoted)
    assert str(cell.values["initial"]) == "2 years"
