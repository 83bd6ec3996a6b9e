from __future__ import annotations

from billkit.reading.recovery.clauses import kinds_like, owner_of
from billkit.reading.recovery.streams import streams
from billkit.tree import Document, Node, Run, runs


def _document() -> Document:
    tagged = (Run("It is "), Run("five years", origin=("term", "initial")), Run("."))
    section = Node(
        "section",
        num="1.",
        children=(
            Node("catchline", text=runs("Term.")),
            Node("subsection", num="1.", text=tagged),
            Node("subsection", num="2.", text=runs("It may be longer.")),
        ),
    )
    other = Node("section", num="2.", text=runs("Nothing is filled in."))
    return Document(Node("document", children=(section, other)))


def test_an_id_or_the_fields_tell_the_kind() -> None:
    assert kinds_like("term", {"initial"}) == ("term",)
    assert kinds_like("second-term", {"initial"}) == ("term",)
    assert len(kinds_like("odd", {"body"})) > 1
    assert kinds_like("odd", {"moon"}) == ()


def test_a_provision_belongs_to_the_clause_that_filled_in_last() -> None:
    found = tuple(streams(_document()))
    assert owner_of(found, "sec-1/1") == "term"
    assert owner_of(found, "sec-1/2") == "term"
    assert owner_of(found, "sec-1") == "term"
    assert owner_of(found, "sec-2") is None
    assert owner_of(found, "sec-9") is None


def test_the_words_of_a_section_stand_in_a_row_without_numbers_and_catchlines() -> None:
    first, second = streams(_document())
    assert first.text == "It is five years. It may be longer."
    (tag,) = first.tags
    assert (tag.text, tag.before, first.text[tag.start : tag.end]) == (
        "five years",
        "It is ",
        "five years",
    )
    assert second.tags == ()
    assert first.part(first.lines[0], 6, 17).marked == "\x02term/initial\x03five years\x04."
