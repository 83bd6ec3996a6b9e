"""Words know on which side they are in doubt, wherever pieces begin and end."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given, settings

from billkit.comparison.comparing import compare_documents
from billkit.comparison.operations import Piece, Sign
from billkit.comparison.result import Comparison
from billkit.tree import Document, Node, Run
from billkit.writers.redline_html import write_redline_html
from billkit.writers.redline_json import write_redline_json
from billkit.writers.redline_markdown import write_redline_markdown
from billkit.writers.redline_rows import rows
from billkit.writers.redline_text import write_redline_text
from billkit.writers.redline_unified import write_redline_unified
from billkit.writers.redline_words import Stretch, doubts, shown, stretched, words_of
from tests.unit.writers.texts import compared, comparisons

CONTEXTS: tuple[Literal["law"], Literal["text"]] = ("law", "text")

MIXED = Document(
    Node(
        "document",
        children=(
            Node(
                "paragraph",
                num="(1)",
                heading=(Run("Head.", status="official"),),
                text=(Run("Sure. ", status="official"), Run("Not sure.", status="reconstructed")),
                children=(Node("paragraph", num="(a)", text=(Run("Below."),)),),
                tail=(Run("In the end."),),
                status="reconstructed",
            ),
        ),
    )
)


def test_doubts_are_places_in_the_words() -> None:
    (span,) = doubts(MIXED, "1")
    assert words_of(MIXED, "1")[slice(*span)] == "Not sure."
    assert doubts(MIXED, "1~tail") == ((0, len("In the end.")),)
    assert doubts(MIXED, "1/a") == ()


def test_pieces_are_cut_where_doubt_begins() -> None:
    words = (
        Piece("|", "1", "1/a"),
        Piece("=", "(1) Head. Sure. Not", "(1) Head. Sure. Not"),
        Piece("~", " sure.", " Sure."),
    )
    (only,) = stretched(words, MIXED, MIXED)
    assert only == (
        "1",
        "1/a",
        (
            Stretch("=", "(1) Head. Sure. ", "(1) Head. Sure. "),
            Stretch("=", "Not", "Not", "enacted"),
            Stretch("~", " sure.", " Sure.", "enacted"),
        ),
    )


def test_a_provision_that_goes_on_keeps_its_place() -> None:
    words = (
        Piece("|", "1", "1"),
        Piece("=", "(1) Head. Sure. ", "(1) Head. Sure. "),
        Piece("|", "", "1/a"),
        Piece("-", "Not ", ""),
        Piece("|", "1~tail", "1"),
        Piece("=", "In", "No"),
    )
    found = list(stretched(words, MIXED, MIXED))
    assert [stretch.doubt for _, _, some in found for stretch in some] == ["", "enacted", "both"]
    assert list(stretched((), MIXED, MIXED)) == []


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([("-", "one ", ""), ("+", "", "two ")], "[one] {two} "),
        ([("-", "zone, ", ""), ("+", "", "; ")], "[zone,]{;} "),
        ([("~", "time ", "time"), ("+", "", ", ")], "time{,} "),
        ([("~", "time", "time "), ("-", ", ", "")], "time[,] "),
        ([("#", "(2) ", "(3) ")], "(3)<(2)> "),
        ([("?", "its words", "")], "?its words"),
    ],
)
def test_blanks_stand_outside_marks(found: list[tuple[Sign, str, str]], said: str) -> None:
    stretches = [Stretch(*one) for one in found]
    out = ""
    for some in shown(stretches):
        text = {"-": f"[{some.text}]", "+": f"{{{some.text}}}", "?": f"?{some.text}"}
        out += text.get(some.sign, some.text) + (f"<{some.was}>" if some.was else "") + some.after
    assert out == said


DOUBT = """
(1) The mayor rings the bell of the town hall at noon on every day of the week.
(2) The clerk writes down whether the bell was heard in every street of the town.
"""


def test_partly_doubtful_words_are_marked_in_every_form() -> None:
    sure = compared(DOUBT, DOUBT).enacted
    moved = Node(
        "paragraph",
        num="(3)",
        text=(
            Run("Nobody pays for the bell. ", status="official"),
            Run("The rope is free.", status="reconstructed"),
        ),
        status="reconstructed",
    )
    found = compare_documents(
        Document(Node("document", children=(*sure.root.children, moved))),
        Document(Node("document", children=(moved, *sure.root.children))),
    )
    unified = write_redline_unified(found)
    assert "<(3) Nobody pays for the bell. {?? The rope is free. ??}" in unified
    assert ">(3) Nobody pays for the bell. {?? The rope is free. ??}" in unified
    assert "bell. {?? The rope is free. ??}" in write_redline_markdown(found)
    assert '"reconstructed"' in write_redline_json(found)


def test_words_after_a_break_are_not_compared_and_say_so() -> None:
    begun = "(1) The clerk keeps the record of the zone in"
    whole = f"{begun} a book that lies open in the town hall."
    named = {"law": ("the enacted text", "the proposed text"), "text": ("A", "B")}
    for context in CONTEXTS:
        sides = named[context]
        for lacking, found in (
            (sides[0], compared(f"{begun}\n  [[the rest]]", whole, context)),
            (sides[1], compared(whole, f"{begun}\n  [[the rest]]", context)),
        ):
            text = write_redline_text(found, width=200)
            assert "record of the zone in {not compared: a book that lies" in text
            assert f"[[not held in {lacking}: the rest]]" in text
            note = f">> not compared: {lacking} is not held here"
            assert (note if context == "law" else f"not held here in {lacking}") in text
            assert "{+" not in text
            assert "[-" not in text
            assert "zone in {not compared: a book" in write_redline_markdown(found)
            assert '<span class="bk-open">' in write_redline_html(found)


def test_a_sentence_made_a_list_names_its_parts_in_either_context() -> None:
    whole = "The plan names a keeper of the record, a place for the bell, and a day for the feast."
    parts = (
        "The plan names:\n(1) a keeper of the record;\n(2) a place for the bell; and\n"
        "(3) a day for the feast."
    )
    said = {
        "law": (">> split into", ">> merged from"),
        "text": (">> one in A; in B", ">> one in B; in A"),
    }
    for context in CONTEXTS:
        split, merged = said[context]
        assert split in write_redline_text(compared(whole, parts, context))
        assert merged in write_redline_text(compared(parts, whole, context))


@given(comparisons())
@settings(max_examples=30)
def test_what_is_shown_keeps_every_letter_of_the_proposed_text(found: Comparison) -> None:
    for row in rows(found):
        proposed = "".join(part.proposed for part in row.stretches if part.sign != "?")
        said = "".join(some.text for some in shown(row.stretches) if some.sign not in "-?")
        assert "".join(said.split()) == "".join(proposed.split())
