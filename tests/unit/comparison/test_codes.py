"""Whole codes: what is equal is never read, and what stands elsewhere is found."""

from __future__ import annotations

import gc

import pytest

from billkit.comparison.codes import compare_codes
from billkit.readers.plain_text import read_plain_text
from billkit.tree import Document

FERRIES = (
    "61-01-01 Ferries.\nA person may not operate a ferry without a license from the"
    " harbor board. The board shall issue a license to an applicant who owns a sound vessel and"
    " carries insurance."
)
LANDINGS = (
    "61-01-02 Landings.\nEach landing must be lit from dusk until the last crossing of the night,"
    " and the operator shall keep a life ring at every gate."
)
FEES = (
    "61-01-03 Fees.\nThe fee for a crossing may not exceed two dollars for a foot passenger"
    " in summer."
)


class Reader:
    """Reads sections and remembers which."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, name: str, text: str) -> Document:
        self.names.append(name)
        return read_plain_text(text)


def test_equal_sections_are_not_read() -> None:
    read = Reader()
    changed = FEES.replace("two dollars", "three dollars")
    found = compare_codes(
        {"61-01-01": FERRIES, "61-01-03": FEES},
        {"61-01-01": FERRIES, "61-01-03": changed},
        read=read,
    )
    assert found.equal == 1
    assert read.names == ["61-01-03", "61-01-03"]
    assert list(found.changed) == [("61-01-03", "61-01-03")]
    assert found.changed["61-01-03", "61-01-03"].summary().deleted_words == 1


def test_a_recodified_section_is_found_under_its_new_name() -> None:
    recodified = FERRIES.replace("61-01-01 ", "64-07-40 ").replace("sound vessel", "safe vessel")
    found = compare_codes(
        {"61-01-01": FERRIES, "61-01-02": LANDINGS},
        {"61-01-02": LANDINGS, "64-07-40": recodified},
        read=Reader(),
    )
    assert [(one.enacted, one.proposed) for one in found.relocated] == [("61-01-01", "64-07-40")]
    assert not found.deleted
    assert not found.inserted
    assert found.changed["61-01-01", "64-07-40"].summary().deleted_words == 1


def test_a_name_used_again_for_other_text_is_no_counterpart() -> None:
    found = compare_codes(
        {"61-01-01": FERRIES},
        {
            "61-01-01": LANDINGS.replace("61-01-02 ", "61-01-01 "),
            "69-09-09": FERRIES.replace("61-01-01 ", "69-09-09 "),
        },
        read=Reader(),
    )
    assert [(one.enacted, one.proposed) for one in found.relocated] == [("61-01-01", "69-09-09")]
    assert found.inserted == ("61-01-01",)
    assert not found.deleted


def test_two_equal_copies_are_not_guessed_between() -> None:
    found = compare_codes(
        {"61-01-01": FERRIES},
        {
            "62-01-01": FERRIES.replace("sound", "safe"),
            "62-01-02": FERRIES.replace("sound", "good"),
        },
        read=Reader(),
    )
    assert not found.relocated
    assert found.deleted == ("61-01-01",)
    assert found.inserted == ("62-01-01", "62-01-02")


def test_the_order_of_sections_does_not_matter() -> None:
    enacted = {"61-01-01": FERRIES, "61-01-02": LANDINGS, "61-01-03": FEES}
    proposed = {"65-01-01": FERRIES, "65-01-02": LANDINGS, "61-01-03": FEES.replace("two", "four")}
    one = compare_codes(enacted, proposed, read=Reader())
    other = compare_codes(
        dict(reversed(enacted.items())), dict(reversed(proposed.items())), read=Reader()
    )
    assert one == other


@pytest.mark.parametrize("enabled", [True, False])
def test_the_search_for_cycles_is_left_as_it_was(*, enabled: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        compare_codes(
            {"1": "1. The board shall act."}, {"1": "1. The board may act."}, read=Reader()
        )
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was else gc.disable)()
