"""Plain text out: a provision a line, with the marks that reading takes back."""

from __future__ import annotations

from billkit.readers.plain_text import read_plain_text
from billkit.tree import Document, Node, Run, runs
from billkit.writers.plain_text import write_plain_text


def written(*nodes: Node) -> str:
    return write_plain_text(Document(Node("document", children=nodes)))


def test_a_provision_a_line() -> None:
    node = Node(
        "section",
        "Sec. 4.",
        heading=runs("Plans."),
        text=runs("A plan is made."),
        children=(
            Node("subsection", "(1)", text=runs("A person who:"),
                 children=(Node("paragraph", "(a)", text=runs("enters;")),),
                 tail=runs("is guilty.")),
        ),
    )  # fmt: skip
    text = "Sec. 4. Plans.\nA plan is made.\n(1) A person who:\n(a) enters;\nis guilty.\n"
    assert written(node) == text
    assert read_plain_text(text).root == Node("document", children=(node,))


def test_a_heading_within_a_list_stays_on_its_line() -> None:
    node = Node("subsection", "(1)", heading=runs("Terms."), text=runs("A term is short."))
    assert written(node) == "(1) Terms. A term is short.\n"


def test_what_is_not_confirmed_bears_its_mark_on_every_line() -> None:
    node = Node(
        "section",
        "Sec. 4.",
        heading=runs("Plans."),
        text=runs("One:"),
        children=(Node("subsection", "(1)", text=runs("two"), status="reconstructed"),),
        tail=runs("three."),
        status="reconstructed",
    )
    assert written(node) == "?? Sec. 4. Plans.\n?? One:\n?? (1) two\n?? three.\n"


def test_what_is_not_held_says_so() -> None:
    gap = Node("gap", status="gap", label="the rest of\n (3)")
    numbered = Node("subsection", "(4)", status="gap", label="OMITTED BY COLLECTOR: (4)")
    silent = Node("gap", status="gap")
    assert written(gap, numbered, silent) == (
        "[[MISSING: the rest of (3)]]\n(4)\n[[OMITTED BY COLLECTOR: (4)]]\n[[MISSING]]\n"
    )


def test_provisions_that_would_read_as_one_are_kept_apart() -> None:
    nodes = (Node("paragraph", text=runs("the board")), Node("paragraph", text=runs("shall meet")))
    text = written(*nodes)
    assert text == "the board\n\nshall meet\n"
    assert read_plain_text(text).root.children == nodes


def test_lines_that_stand_apart_by_themselves_need_no_empty_line() -> None:
    lead = Node(
        "subsection",
        "2.",
        text=runs("A school may apply if the waiver"),
        children=(Node("paragraph", "a.", text=runs("Improves delivery.")),),
    )
    assert written(lead) == "2. A school may apply if the waiver\na. Improves delivery.\n"
    bare = Node("section", "156.108", children=(Node("paragraph", text=runs("districts")),))
    assert written(bare) == "156.108\ndistricts\n"


def test_runs_are_joined_whatever_is_known_of_them() -> None:
    node = Node("subsection", "(2)", text=(Run("Five ", ref="x"), Run("years.", origin=("a", "b"))))
    assert written(node) == "(2) Five years.\n"


def test_headed_law_stands_on_the_line_of_the_bill_s_section() -> None:
    law = Node("section", heading=runs("DEFINITIONS."), text=runs("The terms are these."))
    section = Node("section", "Sec. 2.", role="frame", children=(law,))
    assert written(section) == "Sec. 2. DEFINITIONS.\nThe terms are these.\n"


def test_nothing_is_written_of_nothing() -> None:
    assert written() == ""
    assert written(Node("paragraph")) == ""


def test_many_provisions_deep_and_wide() -> None:
    node = Node("item", "(64)", text=runs("end."))
    for depth in range(63, 0, -1):
        node = Node("item", f"({depth})", text=runs("in:"), children=(node,))
    assert written(node).count("\n") == 64
