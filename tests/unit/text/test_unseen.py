"""Characters that cannot be seen are shown where people read, and kept where programs do."""

from __future__ import annotations

import json

import pytest

from billkit.comparison.comparing import compare_documents
from billkit.text.unseen import visible, written_in_json
from billkit.tree import Document, Node, runs
from billkit.writers.document_html import write_document_html
from billkit.writers.document_json import write_document_json
from billkit.writers.document_markdown import write_document_markdown
from billkit.writers.document_terminal import write_document_terminal
from billkit.writers.plain_text import write_plain_text
from billkit.writers.redline_html import write_redline_html
from billkit.writers.redline_json import write_redline_json
from billkit.writers.redline_markdown import write_redline_markdown
from billkit.writers.redline_terminal import write_redline_terminal
from billkit.writers.redline_text import write_redline_text
from billkit.writers.redline_unified import write_redline_unified

TURNED = "(1) The board may not\u202e exceed\u202c five years."


def law(words: str) -> Document:
    return Document(Node("document", children=(Node("subsection", text=runs(words)),)))


@pytest.mark.parametrize(
    "character", "\u061c\u200b\u200e\u202a\u202e\u2066\u2069\ufeff\x1b\x85\x07"
)
def test_what_cannot_be_seen_is_written_by_number(character: str) -> None:
    shown = visible(f"a{character}b")
    assert shown == ("a\x85b" if character == "\x85" else f"a⟨U+{ord(character):04X}⟩b")


@pytest.mark.parametrize("text", ["a\tb\n c\x85", "שלום", "e\u0301", "\u00ad-\u200d", "naïve ﬁ"])
def test_what_can_be_seen_stays(text: str) -> None:
    assert visible(text) == text
    assert written_in_json(json.dumps(text, ensure_ascii=False)) == json.dumps(
        text, ensure_ascii=False
    )


@pytest.mark.parametrize("text", ["a\u202eb", "\U000e0041", "\ufeff\u2069"])
def test_json_says_the_same_in_escapes(text: str) -> None:
    shown = written_in_json(json.dumps(text, ensure_ascii=False))
    assert shown.isascii()
    assert json.loads(shown) == text


def test_redlines_for_people_show_them_and_json_keeps_them() -> None:
    found = compare_documents(law("(1) The board may not exceed five years."), law(TURNED))
    for write in (
        write_redline_text,
        write_redline_terminal,
        write_redline_markdown,
        write_redline_html,
        write_redline_unified,
    ):
        shown = write(found)
        assert "⟨U+202E⟩" in shown
        assert "\u202e" not in shown
    written = write_redline_json(found)
    assert "\u202e" not in written
    words = [piece for one in json.loads(written)["operations"] for piece in one["words"]]
    assert any("\u202e" in str(part) for piece in words for part in piece)


def test_documents_for_people_show_them_and_those_read_back_keep_them() -> None:
    document = law(TURNED)
    for write in (write_document_terminal, write_document_markdown, write_document_html):
        assert "⟨U+202E⟩" in write(document)
        assert "\u202e" not in write(document)
    assert write_plain_text(document) == f"{TURNED}\n"
    assert json.loads(write_document_json(document))["provisions"][0]["text"][0]["text"] == TURNED
