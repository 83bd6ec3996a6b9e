"""Generated documents: trees of provisions with the numbers, gaps and marks that law has."""

from __future__ import annotations

from hypothesis import strategies as st

from billkit.tree import Document, Node, Run, Standing, runs

WORDS = st.sampled_from(
    [
        "the",
        "board",
        "shall",
        "approve",
        "a",
        "plan",
        "of",
        "innovation",
        "within",
        "sixty",
        "days",
        "and",
        "may",
        "not",
        "waive",
        "any",
        "rule",
        "(5)",
        "§",
        "12-3.4",
        "“zone”",
        "school-year",
        "school",
        "year",
        "—",
        "--",
        ";",
        ",",
        ".",
        "subsection",
        "(1)",
        "of",
        "this",
        "section",
        "(a)",
        "A",
        "THE",
        "Board\nshall",
        "résumé",
        "ﬁscal",
        "é",
        "אב",
        "\xa0",
        "x",
    ]
)
BLANKS = st.sampled_from([" ", " ", " ", " ", "  ", "\n", "\u00a0"])


@st.composite
def words(draw: st.DrawFn, *, least: int = 0, most: int = 12) -> str:
    """Draws some words with the white space between them."""
    parts = draw(st.lists(st.tuples(WORDS, BLANKS), min_size=least, max_size=most))
    return "".join(word + blank for word, blank in parts).strip()


NUMS = st.one_of(
    st.none(),
    st.integers(1, 6).map(lambda n: f"({n})"),
    st.sampled_from(["(a)", "(b)", "(i)", "a.", "1.", "Sec. 4.", "Subd. 2.", "(1.5)", "(aa)"]),
)


@st.composite
def nodes(draw: st.DrawFn, depth: int = 3) -> Node:
    """Draws a provision and what stands below it."""
    if draw(st.integers(0, 14)) == 0:
        return Node("gap", status="gap", label=draw(st.sampled_from(["(2)", "the rest"])))
    children: tuple[Node, ...] = ()
    if depth:
        children = tuple(draw(st.lists(nodes(depth - 1), max_size=3)))
    heading = draw(words(most=3)) if draw(st.integers(0, 5)) == 0 else ""
    text = draw(words())
    tail = draw(words(most=5)) if children and draw(st.integers(0, 4)) == 0 else ""
    origin = draw(st.sampled_from([None, ("term", "initial")]))
    return Node(
        kind=draw(st.sampled_from(["section", "subsection", "paragraph"])),
        num=draw(NUMS),
        heading=runs(heading),
        text=(Run(text, origin=origin),) if text else (),
        children=children,
        tail=runs(tail),
        role=draw(st.sampled_from(["law", "law", "law", "law", "frame"])),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draws a document."""
    children = tuple(draw(st.lists(nodes(), max_size=5)))
    standing: Standing = draw(st.sampled_from(["text", "bill"]))
    return Document(Node("document", children=children), standing=standing)


@st.composite
def mutated(draw: st.DrawFn, document: Document) -> Document:
    """Draws a version of a document: provisions dropped, doubled, moved, renumbered, reworded."""
    children = list(document.root.children)
    for _ in range(draw(st.integers(1, 3))):
        children = draw(_changed(children))
    return Document(Node("document", children=tuple(children)), standing=document.standing)


@st.composite
def _changed(draw: st.DrawFn, children: list[Node]) -> list[Node]:
    out = list(children)
    if not out:
        return [draw(nodes())]
    place = draw(st.integers(0, len(out) - 1))
    node = out[place]
    match draw(st.sampled_from(["drop", "double", "move", "number", "words", "below", "add"])):
        case "drop":
            del out[place]
        case "double":
            out.insert(draw(st.integers(0, len(out))), node)
        case "move":
            del out[place]
            out.insert(draw(st.integers(0, len(out))), node)
        case "number":
            out[place] = _with(node, num=draw(NUMS))
        case "words" if not node.is_gap:
            out[place] = _with(node, text=runs(draw(words())))
        case "below" if not node.is_gap:
            out[place] = _with(node, children=tuple(draw(_changed(list(node.children)))))
        case _:
            out.insert(place, draw(nodes()))
    return out


def _with(node: Node, **changes: object) -> Node:
    """Copies a node with changes, without a tail where no children are left."""
    fields = {
        name: getattr(node, name)
        for name in (
            "kind",
            "num",
            "heading",
            "text",
            "children",
            "tail",
            "role",
            "status",
            "label",
        )
    }
    fields.update(changes)
    if not fields["children"]:
        fields["tail"] = ()
    return Node(**fields)
