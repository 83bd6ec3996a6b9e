"""Plain text of real law: the sources of the library, and sections of two codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from billkit.akn import read_akn
from billkit.language.library import ModelLanguage
from billkit.readers.plain_text import read_plain_text
from billkit.shipped import shipped
from billkit.text.ladders import Ladder
from billkit.tree import Document, Node
from billkit.writers.plain_text import write_plain_text
from tests.corpus.held_words import SOURCES

STATUTES = sorted(shipped("statutes").glob("*/*.xml"))
PAIRS = SOURCES.parent / "bench" / "section-pairs.jsonl"
STATED = [file for file in STATUTES if (SOURCES / file.parent.name / f"{file.stem}.txt").exists()]
_HISTORY = re.compile(r"(?m)^\[ .*\]$")


def statute(file: Path) -> Document:
    return read_akn(file.read_bytes(), file=file.name)


def outline(document: Document) -> list[tuple[int, str | None, str, bool]]:
    """Lists the provisions: depth, number, words, and whether they are gaps."""
    out: list[tuple[int, str | None, str, bool]] = []
    stack: list[tuple[Node, int]] = [(node, 0) for node in reversed(document.root.children)]
    while stack:
        node, depth = stack.pop()
        out.append((depth, node.num, node.words, node.is_gap))
        stack.extend((child, depth + 1) for child in reversed(node.children))
    return out


@pytest.mark.parametrize("file", STATUTES, ids=lambda file: file.stem)
def test_each_statute_survives_plain_text(file: Path) -> None:
    document = statute(file)
    written = write_plain_text(document)
    again = read_plain_text(written)
    assert write_plain_text(again) == written
    assert outline(again) == outline(document)


@pytest.mark.parametrize("file", STATED, ids=lambda file: file.stem)
def test_each_source_reads_to_the_tree_the_library_holds(file: Path) -> None:
    held = statute(file)
    source = (SOURCES / file.parent.name / f"{file.stem}.txt").read_text(encoding="utf-8")
    body = _HISTORY.sub("", source.partition("\n---\n")[2])
    number = next((node.num for node in held.root.children if node.kind == "section"), None)
    printed = "1. This act" in body
    document = read_plain_text(body, editorial=True, section=None if printed else number)
    for (depth, num, words, gap), (at, read_num, read, missing) in zip(
        outline(held), outline(document), strict=True
    ):
        assert (at, read_num, missing) == (depth, num, gap)
        assert read == words or _but_for(read, words, num or ""), num


def _but_for(read: str, words: str, num: str) -> bool:
    """Says whether words differ only by what the library leaves out on purpose.

    That is a publisher's catchline after a section's number, a code's own remark in brackets, and
    half a word before a gap.
    """
    own = words.removeprefix(num).strip()
    catchline = len(num) > len("(iii)") and read.startswith(num) and read.endswith(own)
    return catchline or read in {f"{words} [Repealed.]", f"{words} re"}


@pytest.mark.skipif(
    not PAIRS.exists(), reason="the sections lie beside the checkout of the maintainers"
)
@pytest.mark.parametrize("state", [None, "us-ky", "us-nd"])
def test_sections_of_two_codes(state: str | None) -> None:
    sections = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    assert len(sections) == 200
    ladder = None
    if state:
        ladder = Ladder.parse(ModelLanguage().style(state).ladders.code.value)
    for section in sections:
        if state not in (None, section["state"]):
            continue
        for side in ("enacted", "proposed"):
            text = section[side]
            document = read_plain_text(text, ladder=ladder)
            written = write_plain_text(document)
            assert written.split() == text.split(), section["section"]
            assert read_plain_text(written, ladder=ladder) == document, section["section"]
            _check_outline(document, section["section"])


def _check_outline(document: Document, number: str) -> None:
    """A section stands alone with its heading, and no number repeats among siblings."""
    head = document.root.children[0]
    if number in _ILL_PRINTED:
        return
    assert len(document.root.children) == 1
    assert (head.kind, bool(head.heading)) == ("section", True)
    assert number in str(head.num)
    assert not [id_ for id_ in document.ids if "~" in id_], number


_ILL_PRINTED = {
    "61-32-03.2",  # its number is printed twice on its line
    "15.1-21-02.4",  # two versions of the section run into each other
}
