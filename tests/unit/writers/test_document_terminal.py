from __future__ import annotations

from dataclasses import replace

import pytest

from billkit.tree import Document, Node, Run, runs
from billkit.writers.document_terminal import write_document_terminal

LAW = Document(
    Node(
        "document",
        children=(
            Node("section", "1.", text=runs("The board may waive:"), status="single-source"),
            Node(
                "section",
                "2.",
                heading=runs("Term."),
                children=(
                    Node("subsection", "(1)", text=runs("A rule of the board " * 6)),
                    Node("gap", status="gap", label="the words of (2)"),
                    Node("subsection", "(3)", text=runs("Five years."), status="reconstructed"),
                    Node(
                        "subsection",
                        "(4)",
                        text=(Run("For five "), Run("years", status="reconstructed"), Run(".")),
                        children=(Node("paragraph", "(a)", text=runs("Or less.")),),
                        tail=runs("No more."),
                    ),
                ),
            ),
        ),
    ),
    citation="KRS 1.234",
    standing="in force",
)


def test_lays_provisions_out_by_depth() -> None:
    assert write_document_terminal(LAW, width=60) == (
        """\
KRS 1.234
in force
text of the provisions: 1 one copy; 1 reconstructed, not
confirmed against any copy; 1 not held

1. The board may waive:

2. Term.

(1) A rule of the board A rule of the board A rule of the
  board A rule of the board A rule of the board A rule of
  the board

[[not held: the words of (2)]]

?? (3) Five years.

(4) For five {?? years ??}.
    (a) Or less.
No more.
"""
    )


def test_words_alone() -> None:
    assert write_document_terminal(LAW, head=False).startswith("1. The board")


def test_colour_is_only_added() -> None:
    shown = write_document_terminal(LAW, colour=True)
    assert "\x1b[1mKRS 1.234\x1b[0m" in shown
    assert "\x1b[1;33m[[not held" in shown


@pytest.mark.parametrize("width", [1, 24, 31, 80])
def test_no_line_is_wider_than_asked(width: int) -> None:
    lines = write_document_terminal(LAW, width=width).splitlines()
    assert max(map(len, lines)) <= max(width, 24)


def test_deep_provisions_find_room() -> None:
    node = Node("item", "(i)", text=runs("words that must stand somewhere"))
    for _ in range(30):
        node = Node("item", "(i)", text=runs("words"), children=(node,))
    deep = replace(LAW, root=Node("document", children=(node,)))
    assert max(map(len, write_document_terminal(deep, width=40).splitlines())) <= 40


def test_every_word_is_there() -> None:
    shown = write_document_terminal(LAW, width=24).split()
    for node in LAW.provisions:
        words = f"{node.words} {node.tail_words}".split()
        assert all(word in shown or f"{word}" in " ".join(shown) for word in words)


def test_paragraphs_without_a_number_stand_flush() -> None:
    plain = Document(
        Node("document", children=(Node("paragraph", text=runs("The board may act. " * 4)),))
    )
    lines = write_document_terminal(plain, width=40, head=False).splitlines()
    assert all(not line.startswith(" ") for line in lines)
