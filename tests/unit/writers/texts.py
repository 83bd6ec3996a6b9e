"""Small laws written out in lines, and generated ones, for the tests of writers."""

from __future__ import annotations

import re
from typing import Any, Literal

from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from billkit.comparison.comparing import compare_documents
from billkit.comparison.result import Comparison
from billkit.tree import Document, Node, Run, Status, runs

_NUM = re.compile(r"(Sec\. \d+\.|\(\w+\)|\w{1,3}\.)(?: |$)")


class _Open:
    """A provision that is being read."""

    def __init__(self, line: str) -> None:
        self.status: Status | None = "reconstructed" if line.startswith("?? ") else None
        line = line.removeprefix("?? ")
        self.gap = line.removeprefix("[[").removesuffix("]]") if line.startswith("[[") else None
        found = None if self.gap is not None else _NUM.match(line)
        self.num = found[1] if found else None
        self.words = line[found.end() :] if found else line
        self.tail = ""
        self.below: list[_Open] = []

    def node(self) -> Node:
        if self.gap is not None:
            return Node("gap", status="gap", label=self.gap)
        return Node(
            "section" if self.num and self.num.startswith("Sec.") else "paragraph",
            num=self.num,
            text=runs(self.words),
            children=tuple(child.node() for child in self.below),
            tail=runs(self.tail),
            status=self.status,
        )


def law(lines: str, **about: Any) -> Document:
    """Reads one provision a line: two blanks a level, ``=`` a tail, ``??`` doubt, ``[[`` a gap."""
    top: list[_Open] = []
    path: list[_Open] = []
    for line in lines.strip("\n").splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        del path[depth:]
        if line.lstrip().startswith("= "):
            path[-1].tail = line.lstrip()[2:]
            continue
        provision = _Open(line.strip())
        (path[-1].below if path else top).append(provision)
        path.append(provision)
    return Document(Node("document", children=tuple(one.node() for one in top)), **about)


def compared(
    enacted: str, proposed: str, context: Literal["law", "text"] = "law", **about: Any
) -> Comparison:
    """Compares two laws written out in lines."""
    return compare_documents(law(enacted, **about), law(proposed, **about), context=context)


def parsed(text: str) -> Any:
    """Reads HTML."""
    return html.document_fromstring(text)


def rendered(text: str) -> Any:
    """Reads Markdown as code hosts do: with tables, strike-through and the tags it may hold."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return parsed(reader.render(text) or "<p></p>")


EVERYTHING = compared(
    """
Sec. 1. Zones of trial.
  (1) A council may open a trial zone for one school when families in it have asked for that.
  (2) Each zone must publish its plan by the first day of June and keep a copy in the town hall.
    (a) The plan lists the rules set aside;
    (b) the plan names a keeper of the record; and
    (c) the plan states its cost under subsection (3).
    = A plan without these parts is void & of no effect.
  (3) The auditor looks at the accounts of every zone once in two years and tells the mayor.
  (4) Nobody may be charged a fee for entering a zone, nor for leaving one before its end.
  ?? (5) The council meets "in the open" <always>, as section 9 wants it.
""",
    """
Sec. 1. Zones of trial.
  (1) A council may open a trial zone for two schools when families in it have asked for that.
  (2) Nobody may be charged a fee for entering a zone, nor for leaving it before its end.
  (3) Each zone must publish its plan by the first day of June and keep a copy in the town hall.
    (a) The plan lists the rules set aside;
    (b) the plan shows a map of every street within the limits of the zone;
    (c) the plan names a keeper of the record; and
    (d) the plan states its cost under subsection (4).
    = A plan without these parts is void & of no effect.
  (4) The auditor looks at the accounts of every zone once in two years and tells the mayor.
  ?? (5) The council meets “in the open” <always>, as section 9 wants it.
  (6) A *new* duty_of [care] | applies ~here~ from `now` on.
""",
)
"""A comparison with nearly every kind of change in it."""

SAME = "Sec. 1. Same.\n" + "".join(
    f"  ({n}) Rule {n} stays as it was made.\n" for n in range(1, 10)
)


_PLAIN = ["the", "a", "zone", "plan", "may", "must", "board", "act", "five", "ten", "year"]
_HOSTILE = [
    "<b>", "&amp;", '"so"', "it's", "5", "(5)", "a_b", "*c*", "~~d~~", "`e`", "|", "1.", "$5", "#",
    "www.x.org", "https://x.org/a_b", "é", "法律", "[x](y)", "--", "{+", "-]", "\\", "-" * 60 + "x",
]  # fmt: skip


def _texts(word: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(word, min_size=1, max_size=12).map(" ".join)


def _nodes(word: st.SearchStrategy[str]) -> st.SearchStrategy[Node]:
    status: st.SearchStrategy[Status | None] = st.sampled_from([None, "official", "secondary"])
    text = _texts(word)

    def node(children: st.SearchStrategy[list[Node]]) -> st.SearchStrategy[Node]:
        return st.builds(
            lambda num, text, below, tail, status: Node(
                "paragraph",
                num=num,
                text=runs(text),
                children=tuple(below),
                tail=runs(tail) if below else (),
                status=status,
            ),
            st.sampled_from([None, "(1)", "(2)", "(a)", "3.", "II."]),
            text,
            children,
            st.one_of(st.just(""), text),
            status,
        )

    gap = st.builds(lambda text: Node("gap", status="gap", label=text), text)
    leaf = st.one_of(node(st.just([])), node(st.just([])), node(st.just([])), gap)
    return st.recursive(leaf, lambda below: node(st.lists(below, max_size=4)), max_leaves=6)


def documents(*, hostile: bool = True) -> st.SearchStrategy[Document]:
    """Generates documents, with words that formats might take for their own where hostile."""
    words = [*_PLAIN, *_HOSTILE] if hostile else _PLAIN
    nodes = st.lists(_nodes(st.sampled_from(words)), max_size=4)
    return nodes.map(lambda found: Document(Node("document", children=tuple(found))))


@st.composite
def comparisons(draw: st.DrawFn, *, hostile: bool = True) -> Comparison:
    """Generates comparisons of documents that share provisions, some of them in doubt."""
    enacted = draw(documents(hostile=hostile))
    other = draw(documents(hostile=hostile))
    pool = [*enacted.root.children, *other.root.children]
    children = draw(st.permutations(pool)) if pool else []
    proposed = Document(Node("document", children=tuple(children[: len(pool) // 2 + 1])))
    if hostile and draw(st.booleans()):
        doubt = Node(
            "paragraph",
            text=(Run("sure "), Run("perhaps so", status="reconstructed"), Run(" sure")),
            status="reconstructed",
        )
        enacted = Document(Node("document", children=(doubt, *enacted.root.children)))
    context: Literal["law", "text"] = draw(st.sampled_from(["law", "text"]))
    return compare_documents(enacted, proposed, context=context)
