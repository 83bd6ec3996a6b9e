"""The legal path of a provision reads as its state cites it."""

from __future__ import annotations

import pytest

from billkit.library import load_statute
from billkit.text.codes import cited_levels
from billkit.tree import Document, Node

NUMBERED = (
    Node("a", "(2)", children=(Node("b", "(a)", children=(Node("c", "1.", label=""),)),)),
    Node("a", "VI.", children=(Node("b", "(a)"),)),
    Node("a", children=(Node("b", "3."),)),
)


def section(num: str, citation: str, jurisdiction: str = "") -> Document:
    law = Node("section", num, children=NUMBERED)
    return Document(Node("document", children=(law,)), citation=citation, jurisdiction=jurisdiction)


@pytest.mark.parametrize(
    ("num", "citation", "jurisdiction", "paths"),
    [
        (
            "156.108",
            "KRS 156.108",
            "us-ky",
            ["", "(2)", "(2)(a)", "(2)(a)1.", "(VI)", "(VI)(a)", " [p1]", " [p1](3)"],
        ),
        (
            "194-E:3",
            "N.H. RSA 194-E:3",
            "us-nh",
            ["", "(2)", "(2)(a)", "(2)(a)(1)", ", VI", ", VI(a)", " [p1]", " [p1](3)"],
        ),
        (
            "Sec. 52.",
            "Laws 2017, 1st Sp. Sess. ch. 5, art. 2, § 52",
            "us-mn",
            ["", "(2)", "(2)(a)", "(2)(a)(1)", "(VI)", "(VI)(a)", " [p1]", " [p1](3)"],
        ),
    ],
)
def test_the_section_is_named_once_and_what_is_below_as_the_code_does(
    num: str, citation: str, jurisdiction: str, paths: list[str]
) -> None:
    document = section(num, citation, jurisdiction)
    assert [document.path(id_) for id_ in document.ids] == [f"{citation}{path}" for path in paths]


@pytest.mark.parametrize(
    ("num", "citation"),
    [("52", "Laws 2017, ch. 152"), ("108", "KRS 156.108"), ("Sec. 3.", "RSA 194-E:3")],
)
def test_a_section_that_the_citation_only_ends_like_is_named(num: str, citation: str) -> None:
    document = section(num, citation)
    assert ", section " in document.path(document.ids[0])


def test_laws_of_the_library_are_cited_as_their_states_do() -> None:
    session = load_statute("us-mn/laws-2017-1sp-c5-art2-s52")
    assert session.path("sec-52/subd-1/a").endswith("art. 2, § 52, subd. 1(a)")
    code = load_statute("us-nh/rsa-194-e-3")
    assert code.path("sec-194-E:3/VI") == "N.H. RSA 194-E:3, VI"


@pytest.mark.parametrize(
    ("citation", "jurisdiction", "levels"),
    [
        ("Minn. Stat. § 124F.01", "us-mn", ("({})", "({})")),
        ("Minn. Stat. § 124F.01", "us-ky", ()),
        ("N.J.A.C. 6A:5-1.4", "us-nj", ("({})", "{}", "{}")),
        ("", "us-nj", ()),
    ],
)
def test_levels_of_codes(citation: str, jurisdiction: str, levels: tuple[str, ...]) -> None:
    assert cited_levels(citation, jurisdiction=jurisdiction) == levels
