"""Each folder of xml/ holds a file and what billkit makes of it: its outline, or the error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from billkit.errors import ReadError
from billkit.readers.xml import read_xml
from billkit.tree import Node

CASES = sorted((Path(__file__).parent / "xml").iterdir())


def outline(node: Node, depth: int = 0) -> Iterator[str]:
    indent = "  " * depth
    role = "*" if node.role == "frame" else ""
    yield f"{indent}{node.kind}{role} |{node.words}|"
    for child in node.children:
        yield from outline(child, depth + 1)
    if node.tail:
        yield f"{indent}/{node.kind}{role} |{node.tail_words}|"


def said(file: Path) -> str:
    try:
        document = read_xml(file.read_bytes(), file=file.name)
    except ReadError as error:
        return f"{error}\n"
    head = ", ".join(filter(None, [document.title, document.jurisdiction, document.standing]))
    return (
        "\n".join([head, *(line for node in document.root.children for line in outline(node))])
        + "\n"
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    assert said(case / "law.xml") == (case / "expected.txt").read_text(encoding="utf-8")
