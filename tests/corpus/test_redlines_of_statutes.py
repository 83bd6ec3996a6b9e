"""Every redline of the library holds every word of both sides, and says what is in doubt."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
from lxml import html
from rich.cells import cell_len

from billkit.comparison.comparing import compare_documents
from billkit.comparison.result import Comparison
from billkit.library.holdings import list_statutes
from billkit.library.loading import load_statute
from billkit.writers.document_html import write_document_html
from billkit.writers.document_markdown import write_document_markdown
from billkit.writers.redline_html import write_redline_html
from billkit.writers.redline_markdown import write_redline_markdown
from billkit.writers.redline_text import write_redline_text
from billkit.writers.redline_unified import write_redline_unified

IDS = tuple(sorted({held.id for held in list_statutes()}))
PAIRS = tuple(zip(IDS, [*IDS[1:], IDS[0]], strict=True))


@cache
def pair(one: str, other: str) -> Comparison:
    """Compares two statutes, their reconstructed text brought in."""
    enacted, proposed = (load_statute(id_, include_reconstructed=True) for id_ in (one, other))
    return compare_documents(enacted, proposed, context="text")


def letters(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_html_has_both_sides_to_the_letter(one: str, other: str) -> None:
    found = pair(one, other)
    tree: Any = html.document_fromstring(write_redline_html(found))
    for side in ("enacted", "proposed"):
        cells = tree.xpath(f'//p[contains(@class, "bk-{side}")][not(contains(@class, "bk-none"))]')
        outside = 'not(ancestor::*[contains(@class, "bk-hidden") or @class="bk-doubt-sign"])'
        shown = "".join(text for cell in cells for text in cell.xpath(f".//text()[{outside}]"))
        frame = set(getattr(found, f"{side}_frame"))
        held = [
            node.words + node.tail_words
            for id_, node in getattr(found, side).by_id.items()
            if id_ not in frame
        ]
        assert letters(shown) == letters("".join(held))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_text_fits_eighty_columns_and_says_only_in(one: str, other: str) -> None:
    text = write_redline_text(pair(one, other), show_all=True)
    assert max(map(cell_len, text.splitlines())) <= 80
    marks = re.search(r"^Marks: (.*?)^(?:Margin|---)", text, re.DOTALL | re.MULTILINE)
    assert not re.search("insert|delet", marks[1] if marks else "")


@pytest.mark.parametrize("id_", [id_ for id_ in IDS if load_statute(id_).by_id])
def test_reconstructed_words_are_marked_in_every_form(id_: str) -> None:
    document = load_statute(id_, include_reconstructed=True)
    doubtful = [node for node in document.provisions if node.status == "reconstructed"]
    itself = compare_documents(document, document)
    forms = {
        "text": write_redline_text(itself, show_all=True),
        "html": write_redline_html(itself),
        "markdown": write_redline_markdown(itself, show_all=True),
        "unified": write_redline_unified(itself, context=None),
        "document html": write_document_html(document),
        "document markdown": write_document_markdown(document),
    }
    for name, form in forms.items():
        signs = form.partition("</style>")[2] or form
        assert ("??" in signs) == bool(doubtful), name
        assert len(re.findall(r"\?\?", signs)) >= len(doubtful), name


def test_some_of_the_library_is_reconstructed() -> None:
    documents = [load_statute(id_, include_reconstructed=True) for id_ in IDS]
    statuses = {node.status for document in documents for node in document.provisions}
    assert {"reconstructed", "gap"} <= statuses
