"""Edits planted in copies of every law of the library are required back from verification."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from billkit.library import list_statutes, load_statute
from billkit.library.verifying import verify
from tests.unit.library.copies import law_of
from tests.unit.readers import layouts

LAWS = [holding.id for holding in list_statutes()]


def _word_changed(words: list[str], at: int) -> None:
    words[at] = "zebra"


def _word_lost(words: list[str], at: int) -> None:
    del words[at]


def _word_added(words: list[str], at: int) -> None:
    words.insert(at, "zebra")


def _mark_added(words: list[str], at: int) -> None:
    words[at] += ";"


EDITS: dict[str, Callable[[list[str], int], None]] = {
    "a word changed": _word_changed,
    "a word lost": _word_lost,
    "a word added": _word_added,
    "a mark added": _mark_added,
}


def _as_text(num: str, law: list[str]) -> bytes:
    return "\n".join([f"{num}. Catchline", *law, "History: L. 2012."]).encode()


def _as_page(num: str, law: list[str]) -> bytes:
    return layouts.mississippi_html(num, "Catchline", law)


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("laid_out", [_as_text, _as_page], ids=["text", "web page"])
def test_one_planted_edit_is_found_in_its_provision_and_nowhere_else(
    tmp_path: Path, edit: str, laid_out: Callable[[str, list[str]], bytes]
) -> None:
    chance = random.Random(f"{edit}")  # noqa: S311  # a choice of places, always the same
    copy = tmp_path / "copy"
    tried = found = 0
    for id_ in LAWS:
        sections = [node for node in load_statute(id_).root.children if node.kind == "section"]
        if len(sections) != 1:
            continue
        law = law_of(id_)
        line = chance.randrange(len(law))
        words = law[line].split(" ")
        places = [at for at, word in enumerate(words[:-1]) if word.isalpha() and len(word) > 2]
        if not places:
            continue
        EDITS[edit](words, chance.choice(places))
        law[line] = " ".join(words)
        copy.write_bytes(laid_out((sections[0].num or "").strip("."), law))
        report = verify(id_, against=copy)
        wrong = [each for each in report.provisions if each.outcome not in {"agrees", "gap"}]
        tried += 1
        found += len(wrong) == 1 and len(wrong[0].differences) == 1
        assert wrong, f"{id_}: {edit} in {law[line][:60]!r} was not seen"
    assert tried > 50
    assert found >= tried - 1
