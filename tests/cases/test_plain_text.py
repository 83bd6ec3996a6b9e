"""Plain texts and the provisions they are read into: one folder for each question of place.

``text.txt`` is the text, ``outline.txt`` the provisions, indented under each other; ``ladder.txt``
is the ladder of the jurisdiction, where one is given.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from billkit.readers.plain_text import read_plain_text
from billkit.text.ladders import Ladder
from billkit.tree import Document, Node, join
from billkit.writers.plain_text import write_plain_text

CASES = sorted((Path(__file__).parent / "plain-text").iterdir())


def outline(document: Document) -> str:
    """Writes one line for each provision: its kind, its number, its heading, its words."""
    return "".join(line for node in document.root.children for line in _lines(node, ""))


def _lines(node: Node, indent: str) -> list[str]:
    role = "frame " if node.role == "frame" else ""
    unsure = "? " if node.status == "reconstructed" else ""
    parts = [node.num or "-", f"<{join(node.heading)}>" if node.heading else "", join(node.text)]
    words = " ".join(part for part in parts if part).replace("\n", "\\n")
    own = [f"{indent}{role}{node.kind}: {unsure}{node.label if node.is_gap else words}\n"]
    below = [line for child in node.children for line in _lines(child, f"{indent}  ")]
    tail = [f"{indent}  tail: {node.tail_words}\n"] if node.tail else []
    return own + below + tail


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_each_line_finds_its_place(folder: Path) -> None:
    text = (folder / "text.txt").read_text(encoding="utf-8")
    levels = folder / "ladder.txt"
    ladder = None
    if levels.exists():
        ladder = Ladder.parse(levels.read_text(encoding="utf-8").strip().split(" > "))
    document = read_plain_text(text, ladder=ladder)
    assert outline(document) == (folder / "outline.txt").read_text(encoding="utf-8")
    assert read_plain_text(write_plain_text(document), ladder=ladder) == document
