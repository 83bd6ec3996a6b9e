"""Rows stand where a reader looks for them."""

from __future__ import annotations

from hypothesis import given, settings

from billkit.comparison.operations import Operation, Piece
from billkit.comparison.result import Comparison
from billkit.writers.redline_rows import Row, rows
from tests.unit.writers.texts import EVERYTHING, compared, comparisons, law


def shape(comparison: Comparison) -> list[tuple[str, str, int, str]]:
    return [(row.enacted, row.proposed, row.depth, row.form) for row in rows(comparison)]


def test_what_follows_the_children_stands_behind_them() -> None:
    found = shape(
        compared(
            "(1) Do:\n  (a) one way;\n  (b) other ways.\n  = Both end in May.\n(2) No more.",
            "(1) Do:\n  (a) one way;\n  (b) other ways.\n  = Both end in June.\n(2) No more.",
        )
    )
    assert found == [
        ("1", "1", 0, "words"),
        ("1/a", "1/a", 1, "words"),
        ("1/b", "1/b", 1, "words"),
        ("1~tail", "1~tail", 0, "words"),
        ("2", "2", 0, "words"),
    ]


def test_what_is_deleted_stands_where_it_stood() -> None:
    found = shape(
        compared(
            "(1) Rules:\n  (a) alpha beta gamma;\n  (b) delta epsilon zeta.\n(2) Last rule.",
            "(1) Rules:\n  (a) alpha beta gamma;\n  (c) eta theta iota.\n(2) Last rule.",
        )
    )
    assert found.index(("1/b", "", 1, "words")) == found.index(("1/a", "1/a", 1, "words")) + 1
    assert found[-1] == ("2", "2", 0, "words")


def test_what_moved_is_named_where_it_stood_and_shown_where_it_stands() -> None:
    found = shape(EVERYTHING)
    away = found.index(("sec-1/4", "sec-1/2", 1, "moved-away"))
    assert found[away - 1][:2] == ("sec-1/3", "sec-1/4")
    assert found[away + 1][:2] == ("sec-1/5", "sec-1/5")
    here = found.index(("sec-1/4", "sec-1/2", 1, "words"))
    assert found[here - 1][:2] == ("sec-1/1", "sec-1/1")


def test_what_is_deleted_below_something_moved_goes_along() -> None:
    below = "  (a) gains a bell and a book;\n  (b) loses a candle in the wind."
    mayor = "The mayor rings the bell of the town hall at noon on every day of the week but one."
    clerk = "The clerk writes down whether the bell was heard in each and every street of the town."
    found = shape(
        compared(
            f"(1) A school in a zone:\n{below}\n(2) {mayor}\n(3) {clerk}",
            f"(1) {mayor}\n(2) {clerk}\n(3) A school in a zone:\n  (a) gains a bell and a book;",
        )
    )
    assert found[-1][:2] == ("1/b", "")
    assert found[-2][:2] == ("1/a", "3/a")


def merged_from_afar() -> Comparison:
    first, second = "The clerk keeps the record. ", "He sends a copy to the mayor."
    enacted = law(f"{first.strip()}\nNobody enters by night.\n{second}")
    proposed = law(f"{first}{second}\nNobody enters by night.")
    words = (
        Piece("|", "p1", "p1"),
        Piece("~", first.strip(), first),
        Piece("|", "p3", ""),
        Piece("=", second, second),
    )
    kept = "Nobody enters by night."
    return Comparison(
        context="law",
        enacted=enacted,
        proposed=proposed,
        operations=(
            Operation(("p1", "p3"), ("p1",), frozenset({"merged"}), words),
            Operation(
                ("p2",), ("p2",), frozenset(), (Piece("|", "p2", "p2"), Piece("=", kept, kept))
            ),
        ),
        marks="readable",
    )


def test_what_merged_from_afar_leaves_a_line_behind() -> None:
    assert shape(merged_from_afar()) == [
        ("p1", "p1", 0, "words"),
        ("p3", "", 0, "words"),
        ("p2", "p2", 0, "words"),
        ("p3", "", 0, "merged-away"),
    ]
    assert merged_from_afar().accept() == merged_from_afar().proposed


def test_a_gap_that_opens_nothing_has_its_row() -> None:
    enacted = law("[[the first rule]]\n[[the second rule]]")
    words: tuple[Piece, ...] = ()
    found = Comparison(
        context="law",
        enacted=enacted,
        proposed=law("[[all of it]]"),
        operations=(Operation(("p1", "p2"), ("p1",), frozenset({"uncompared"}), words),),
        marks="readable",
    )
    assert shape(found) == [("p1", "p1", 0, "words"), ("p2", "", 0, "words")]


def test_neighbours_that_merge_leave_no_line_behind() -> None:
    first, second = (
        "The clerk keeps every record of the zone.",
        "The clerk sends a copy to the mayor.",
    )
    found = rows(compared(f"(1) {first}\n(2) {second}", f"(1) {first} {second}"))
    assert {row.form for row in found} == {"words"}
    assert all("merged" in row.changes for row in found)
    assert [row.enacted for row in found] == ["1", "2"]


def test_parts_of_a_split_stand_in_the_order_of_the_proposed_text() -> None:
    whole = (
        "The clerk keeps every record of the zone in a book; the mayor reads the book aloud "
        "in May; the council listens to every word of it"
    )
    parts = [part.strip() for part in whole.split(";")]
    proposed = "".join(f"({n}) {part}.\n" for n, part in enumerate(parts, 1))
    found = rows(compared(f"(1) {whole}.", proposed))
    assert [row.proposed for row in found if row.proposed] == ["1", "2", "3"]


def test_depth_begins_at_nothing() -> None:
    assert min(row.depth for row in rows(EVERYTHING)) == 0
    assert rows(compared("", "")) == ()


def test_a_law_without_sections_lines_up_with_one_that_has_them() -> None:
    found = rows(
        compared(
            "(1) The clerk keeps every record.\n(2) The mayor reads each one.\n(9) Gone for good.",
            "Sec. 4. Books.\n  (1) The clerk keeps every record.\n  (2) The mayor reads each one.",
        )
    )
    gone = next(row for row in found if row.enacted == "9")
    kept = next(row for row in found if row.enacted == "2")
    assert gone.depth == kept.depth


def spelled(found: tuple[Row, ...], side: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for row in found:
        reference = getattr(row, side)
        if reference and row.form == "words":
            out[reference] = "".join(getattr(part, side) for part in row.stretches)
    return out


@given(comparisons())
@settings(max_examples=30)
def test_rows_hold_every_word_once(comparison: Comparison) -> None:
    found = rows(comparison)
    for side in ("enacted", "proposed"):
        document = getattr(comparison, side)
        said = sorted("".join(getattr(part, side) for part in row.stretches) for row in found)
        held = [words for node in document.provisions for words in (node.words, node.tail_words)]
        assert sorted("".join(said)) == sorted("".join(held))
    assert len({(row.enacted, row.proposed, row.form) for row in found}) == len(found)


@given(comparisons())
@settings(max_examples=30)
def test_rows_follow_the_proposed_text(comparison: Comparison) -> None:
    ids = comparison.proposed.ids
    order = [row.proposed for row in rows(comparison) if row.form == "words" and row.proposed]
    places = [ids.index(id_) for id_ in order if not id_.endswith("~tail")]
    assert places == sorted(places)


def test_what_is_deleted_behind_what_was_split_stands_behind_all_of_it() -> None:
    found = shape(
        compared(
            "(b) The board may approve a plan for the zone in public.\n"
            "(c) The clerk keeps microscopes for every school in the county.\n"
            "(d) The mayor rings the bell at noon.",
            "(b) The board may:\n"
            "  (1) approve a plan for the zone in public; or\n"
            "  (2) build a laboratory on the moon.\n"
            "(d) The mayor rings the bell at noon.",
        )
    )
    assert [row[:2] for row in found] == [
        ("b", "b"),
        ("", "b/1"),
        ("", "b/2"),
        ("c", ""),
        ("d", "d"),
    ]


@settings(max_examples=150)
@given(comparisons())
def test_what_is_deleted_never_stands_amid_what_is_below_a_sibling(comparison: Comparison) -> None:
    found = rows(comparison)
    parents = comparison.enacted.parents
    settled = {
        operation.enacted[0]: operation.proposed[0]
        for operation in comparison.operations
        if len(operation.enacted) == len(operation.proposed) == 1
        and "moved" not in operation.changes
    }
    for place, row in enumerate(found):
        if row.proposed or row.is_tail or row.form != "words" or "deleted" not in row.changes:
            continue
        for id_, other in settled.items():
            if parents[id_] != parents[row.enacted]:
                continue
            below = [
                at
                for at, one in enumerate(found)
                if one.proposed == other or one.proposed.startswith((f"{other}/", f"{other}~tail"))
            ]
            assert not min(below, default=place) < place < max(below, default=place)
