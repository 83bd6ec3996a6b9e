from __future__ import annotations

import pytest

from billkit.akn.parts import provisions_of
from billkit.tree import Document, Node, Status


def node(num: str, *children: Node, kind: str = "subsection", status: Status = "official") -> Node:
    return Node(kind, num, children=children, status=status)


CODE = Document(
    Node(
        "document",
        children=(
            node(
                "156.108",
                node("(1)", node("(a)"), node("(b)", node("1."), node("2.")), node("(c)")),
                node("(2)"),
                node("(3)", status="reconstructed"),
                kind="section",
            ),
        ),
    )
)
RULES = Document(
    Node(
        "document",
        children=(
            node("Ed 1501.01", node("(a)"), kind="section"),
            node("Ed 1501.02", kind="section"),
            node("Sec. 52.", node("Subdivision 1.", node("(a)")), node("Subd. 2."), kind="section"),
        ),
    )
)


@pytest.mark.parametrize(
    ("part", "ids"),
    [
        ("(2)", "2"),
        ("(1)(b)", "1/b 1/b/1 1/b/2"),
        ("(1)(a)-(b)", "1/a 1/b 1/b/1 1/b/2"),
        ("(1)-(1)(a)", "1 1/a"),
        ("(1)(c)-(2)", "1/c 2"),
        ("(1)(a), (c); (2)", "1/a 1/c 2"),
        ("(1)(a) and (2)", "1/a 2"),
        ("reconstructed", "3"),
        ("(9)", ""),
        ("(1)-(9)", ""),
        ("the beginning", ""),
        ("", ""),
    ],
)
def test_pinpoints_of_a_section(part: str, ids: str) -> None:
    assert provisions_of(part, CODE) == tuple(f"sec-156.108/{id_}" for id_ in ids.split())


def test_all_is_every_provision() -> None:
    assert provisions_of("all", CODE) == CODE.ids


@pytest.mark.parametrize(
    ("part", "ids"),
    [
        ("Ed 1501.01", "sec-Ed-1501.01 sec-Ed-1501.01/a"),
        ("Ed 1501.01-Ed 1501.02", "sec-Ed-1501.01 sec-Ed-1501.01/a sec-Ed-1501.02"),
        ("Sec. 52-subd. 1(a)", "sec-52 sec-52/subd-1 sec-52/subd-1/a"),
        ("subd. 2", "sec-52/subd-2"),
    ],
)
def test_pinpoints_with_units(part: str, ids: str) -> None:
    assert provisions_of(part, RULES) == tuple(ids.split())
