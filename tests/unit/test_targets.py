from __future__ import annotations

import pytest

from billkit.targets import Resolver, targets
from billkit.text.references import mentions
from billkit.tree import Document, Node, runs


def _section(num: str, text: str = "", *children: Node) -> Node:
    return Node("section", num=num, text=runs(text), children=children)


def _node(kind: str, num: str | None, text: str = "", *children: Node) -> Node:
    return Node(kind, num=num, text=runs(text), children=children)


def _document(*children: Node, jurisdiction: str = "", citation: str = "") -> Document:
    return Document(
        Node("document", children=children), jurisdiction=jurisdiction, citation=citation
    )


MISSISSIPPI = _document(
    _section(
        "37-179-1",
        "",
        _node("subsection", "(1)", "As used in this section:", _node("paragraph", "(a)", "Board")),
        _node("subsection", "(2)", "Renewal under subsection (4) of this section."),
        _node(
            "subsection",
            "(3)",
            "The board shall act.",
            _node("paragraph", "(a)", "first", _node("subparagraph", "(i)", "deep")),
            _node("paragraph", "(b)", "under paragraph (a) of this subsection"),
        ),
    ),
    _section("37-179-3", "", _node("subsection", "(2)", "Limits.")),
    jurisdiction="us-ms",
    citation="Miss. Code",
)


def _found(document: Document, place: str, words: str) -> list[str | None]:
    return [
        Resolver(document).resolve(place, mention)
        for mention in mentions(words)
        if not mention.container
    ]


@pytest.mark.parametrize(
    ("place", "words", "expected"),
    [
        ("sec-37-179-1/2", "subsection (3) of this section", ["sec-37-179-1/3"]),
        ("sec-37-179-1/2", "subsection (3)(a)(i) of this section", ["sec-37-179-1/3/a/i"]),
        ("sec-37-179-1/3/b", "paragraph (a) of this subsection", ["sec-37-179-1/3/a"]),
        ("sec-37-179-1/3/b", "paragraph (a)", ["sec-37-179-1/3/a"]),
        ("sec-37-179-1/3/b", "paragraph (a) of subsection (1)", ["sec-37-179-1/1/a"]),
        ("sec-37-179-1/3/a/i", "this subsection", ["sec-37-179-1/3"]),
        ("sec-37-179-1/3/a/i", "this section", ["sec-37-179-1"]),
        ("sec-37-179-1/3/a/i", "this paragraph", ["sec-37-179-1/3/a"]),
        ("sec-37-179-1/1", "this subsection (3)(a)", ["sec-37-179-1/3/a"]),
        ("sec-37-179-1/1", "Section 37-179-3(2)", ["sec-37-179-3/2"]),
        ("sec-37-179-1/1", "Section 37-179-3(3)", [None]),
        ("sec-37-179-1/1", "Miss. Code Ann. § 37-179-3(2)", ["sec-37-179-3/2"]),
        ("sec-37-179-1/1", "KRS 37-179-3", [None]),
        ("sec-37-179-1/1", "34 CFR 37-179.3", [None]),
        (
            "sec-37-179-1/1",
            "subsections (1), (2), and (9)",
            ["sec-37-179-1/1", "sec-37-179-1/2", None],
        ),
        ("sec-37-179-1/1", "subsection (2) of that section", [None]),
        ("sec-37-179-1/1", "this act", [None]),
        ("sec-37-179-1/1", "Section 37-179-3 of this act", ["sec-37-179-3"]),
        ("sec-37-179-1/1", "section 37-179-3 of the Example Act", [None]),
        ("sec-37-179-1/1", "clause (a)", ["sec-37-179-1/1/a"]),
        ("sec-37-179-1/3/a", "(b) above", ["sec-37-179-1/3/b"]),
        ("sec-37-179-1/1", "subsection (3)(z)(i)", [None]),
        ("sec-37-179-1/1", "this clause", [None]),
        ("sec-37-179-1/3/a/i", "item (b) of this clause", ["sec-37-179-1/3/b"]),
        ("sec-37-179-1/1", "Chapter 37", [None]),
    ],
)
def test_a_reference_is_seen_from_where_it_stands(
    place: str, words: str, expected: list[str | None]
) -> None:
    assert _found(MISSISSIPPI, place, words) == expected


@pytest.mark.parametrize("shift", [0, 1])
def test_a_section_of_a_bill_is_found_on_both_sides_of_a_renumbering(shift: int) -> None:
    bill = _document(
        _section(
            f"Sec. {4 + shift}.",
            "Waivers.",
            _node("paragraph", None, f"A waiver takes effect as provided in section {6 + shift}."),
        ),
        _section(f"Sec. {6 + shift}.", "Effective dates."),
    )
    found = targets(bill)[f"sec-{4 + shift}/p1"]
    assert [(mention.text, id_) for mention, id_ in found] == [(str(6 + shift), f"sec-{6 + shift}")]


def test_loose_lines_under_section_heads_resolve_too() -> None:
    bill = _document(
        _node("paragraph", "Sec. 4.", "Waivers."),
        _node("paragraph", None, "as provided in section 6"),
        _node("paragraph", "Sec. 6.", "Effective dates."),
    )
    assert _found(bill, "p1", "as provided in section 6") == ["sec-6"]


def test_units_of_minnesota_are_followed_down() -> None:
    law = _document(
        _section(
            "124F.01",
            "",
            _node("subdivision", "Subdivision 1.", "Plans.", _node("paragraph", "(a)", "x")),
            _node("subdivision", "Subd. 4.", "Panel.", _node("paragraph", "(b)", "y")),
        ),
        jurisdiction="us-mn",
    )
    place = "sec-124F.01/subd-1/a"
    assert _found(law, place, "subdivision 4, paragraph (b)") == ["sec-124F.01/subd-4/b"]
    assert _found(law, place, "Minnesota Statutes, section 124F.01, subdivision 4") == [
        "sec-124F.01/subd-4"
    ]
    assert _found(law, place, "this subdivision") == ["sec-124F.01/subd-1"]


def test_articles_of_a_bill_hold_sections_of_the_same_number() -> None:
    bill = _document(
        _node("article", "ARTICLE 1", "", _section("Section 1.", "One.")),
        _node("article", "ARTICLE 2", "", _section("Section 1.", "Two."), _section("Sec. 2.", "x")),
    )
    assert _found(bill, "art-2/sec-2", "section 1") == ["art-2/sec-1"]
    assert _found(bill, "art-2/sec-2", "article 1, section 1") == ["art-1/sec-1"]
    assert _found(bill, "art-2/sec-2", "section 1 of this article") == ["art-2/sec-1"]
    assert _found(bill, "art-2/sec-2", "article 3, section 1") == [None]
    assert _found(bill, "art-2/sec-2", "article 1") == ["art-1"]


def test_a_list_below_an_unnumbered_line_is_found() -> None:
    law = _document(
        _section("5", "", _node("paragraph", None, "Lead:", _node("paragraph", "(A)", "x"))),
    )
    assert _found(law, "sec-5/p1", "paragraph (a) of this section") == ["sec-5/p1/A"]
    assert _found(law, "sec-5/p1", "paragraph (q) of this section") == [None]


def test_kinds_of_a_general_ladder_do_not_stand_in_the_way() -> None:
    text = _document(
        _node("level1", "(1)", "one", _node("level2", "(a)", "x"), _node("level2", "(b)", "y"))
    )
    assert _found(text, "1/b", "paragraph (a) of this subsection") == ["1/a"]
    assert _found(text, "1/b", "this subsection") == ["1"]
    assert _found(text, "1/b", "subparagraph (a) of this paragraph") == ["1/a"]
    assert _found(text, "1/b", "subsection (1) of this section") == ["1"]


def test_words_after_the_children_are_read_too() -> None:
    law = _document(
        Node(
            "section",
            num="5",
            text=runs("Lead under subsection 1"),
            children=(_node("subsection", "1.", "x"),),
            tail=runs("but not subsection 1"),
        )
    )
    found = targets(law)
    assert {key: [id_ for _, id_ in pairs] for key, pairs in found.items()} == {
        "sec-5": ["sec-5/1"],
        "sec-5~tail": ["sec-5/1"],
    }


def test_a_resolver_takes_some_words_alone() -> None:
    resolver = Resolver(MISSISSIPPI)
    (pair,) = resolver.mentions("sec-37-179-1/1", "see Section 37-179-3")
    assert pair[0].text == "37-179-3"
    assert pair[1] == "sec-37-179-3"
