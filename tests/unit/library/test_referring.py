from __future__ import annotations

from pathlib import Path

import pytest

from billkit.library import list_statutes, load_statute
from billkit.library.doubting import doubt
from billkit.library.referring import References, find_references
from billkit.tree import Document, Node, Standing, runs
from tests.unit.library.shelf import put


def _node(kind: str, num: str | None, text: str = "", *children: Node) -> Node:
    return Node(kind, num, text=runs(text), children=children)


def _document(*nodes: Node, standing: Standing = "in force") -> Document:
    return Document(
        Node("document", children=nodes), citation="Z.C. 5", jurisdiction="us-zz", standing=standing
    )


def _leads(found: References) -> list[tuple[str, str, str]]:
    return [(each.mention.text, each.leads, each.target) for each in found.referrals]


def test_mississippis_slip_is_found_unasked() -> None:
    found = find_references("us-ms/miss-code-37-179-1")
    (finding,) = found.findings
    assert finding.code == "doubtful-reference"
    assert finding.severity == "warning"
    assert finding.where.path == "Miss. Code Ann. § 37-179-1(4)(a)"
    assert "Section 37-179-3(3) lists nothing" in finding.message
    assert "stands in Miss. Code Ann. § 37-179-3(4)" in finding.message
    assert '"approved" and "board"' in finding.message
    start, length = finding.caret or (0, 0)
    assert finding.excerpt[start : start + length] == "37-179-3(3)"
    (again,) = find_references("us-ms").findings
    assert again.where.path == finding.where.path


def test_no_other_law_of_the_library_is_doubted_and_none_leads_to_nothing() -> None:
    doubted = {
        holding.id: found.findings
        for holding in list_statutes()
        if (found := find_references(holding.id)).findings
    }
    assert set(doubted) == {"us-ms/miss-code-37-179-1"}


def test_references_are_followed_to_where_they_lead() -> None:
    found = find_references("us-nd/ndcc-15.1-06-08.2")
    assert ("15.1-06-08.1", "held", "sec-15.1-06-08.1") in _leads(found)
    assert [each.law for each in found.referrals if each.leads == "held"] == [
        "us-nd/ndcc-15.1-06-08.1"
    ]
    assert ("4", "here", "sec-15.1-06-08.2/4") in _leads(found)
    chapters = find_references("us-nd/ndcc-15.1-06-08.1")
    assert ("15-20.1", "elsewhere", "") in _leads(chapters)
    assert chapters.count("elsewhere") == len(
        [each for each in chapters.referrals if each.leads == "elsewhere"]
    )
    assert "references (" in str(chapters)
    assert '15-20.1 of "chapters 15-20.1, 15.1-06' in str(chapters)


def test_what_leads_into_a_part_that_is_not_held_is_said_so() -> None:
    inside = find_references("us-co/crs-22-32.5-104")
    assert ("(4)", "not held", "") in _leads(inside)
    outside = find_references("us-nh/nhadmin-ed-1500")
    assert any(
        each.leads == "not held" and each.law == "us-nh/rsa-194-e-2" for each in outside.referrals
    )
    assert not outside.findings


def test_a_provision_that_is_not_there_is_a_finding() -> None:
    law = _document(
        _node(
            "section", "5", "",
            _node("subsection", "(1)", "Under subsections (2) and (9) of this section."),
            _node("subsection", "(2)", "Under section 5(7) and this chapter."),
        )
    )  # fmt: skip
    found = find_references(law)
    assert _leads(found) == [
        ("(2)", "here", "sec-5/2"),
        ("(9)", "nothing", ""),
        ("5(7)", "nothing", ""),
        ("this chapter", "elsewhere", ""),
    ]
    assert [(f.code, f.where.path) for f in found.findings] == [
        ("dangling-reference", "Z.C. 5(1)"), ("dangling-reference", "Z.C. 5(2)"),
    ]  # fmt: skip
    assert found.findings[0].message.startswith('(9) of "subsections (2) and (9) of this section"')


def test_a_bill_knows_its_own_sections(tmp_path: Path) -> None:
    bill = _document(
        _node("section", "Sec. 1.", "As section 2 of this act and section 9 of this act say,"),
        _node("section", "Sec. 2.", "and section 12-3-4 and KRS 156.108(1)."),
        standing="bill",
    )
    assert _leads(find_references(bill)) == [
        ("2", "here", "sec-2"),
        ("9", "nothing", ""),
        ("12-3-4", "elsewhere", ""),
        ("156.108(1)", "held", "sec-156.108/1"),
    ]
    put(tmp_path, "us-ky/krs-9.99", _node("section", "9.99", "(1)"), citation="KRS 9.99")
    law = _document(_node("section", "5", "As KRS 9.99 and KRS 9.99(4) and KRS 9.98 say."))
    assert _leads(find_references(law, library=tmp_path)) == [
        ("9.99", "held", "sec-9.99"),
        ("9.99(4)", "nothing", ""),
        ("9.98", "elsewhere", ""),
    ]


def test_words_after_a_list_and_acts_by_name_are_followed(tmp_path: Path) -> None:
    law = _document(
        Node(
            "section",
            "5",
            text=runs("Lead:"),
            children=(_node("subsection", "(1)", "x"),),
            tail=runs("but not subsection (1), nor section 3 of the Example Act of 1999."),
        )
    )
    assert _leads(find_references(law, library=tmp_path)) == [
        ("(1)", "here", "sec-5/1"),
        ("3", "elsewhere", ""),
    ]


LAW = _document(
    _node(
        "section", "5", "",
        _node("subsection", "(1)", "In this section:",
              _node("paragraph", "(a)", '"Reader" means a person who holds a reader card;'),
              _node("paragraph", "(b)", '"Card" means a reader card.')),
        _node("subsection", "(2)", "The council may release a pilot library from rules on:",
              _node("paragraph", "(a)", "opening hours;"),
              _node("paragraph", "(b)", "the lending of maps.")),
        _node("subsection", "(3)", "A trustee serves for two years."),
        _node("subsection", "(4)", "A trustee who leaves is replaced."),
        _node("subsection", "(5)", "Plans shall be sent to the office with:",
              _node("paragraph", "(a)", "a budget; and"),
              _node("paragraph", "(b)", "a date.")),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "likely"),
    [
        ("A library may ask for a release from the rules listed in subsection (3).", "sec-5/2"),
        ("The plans contain the matters specified in subsection (4) for the office.", "sec-5/5"),
        ("A card of a reader, as defined in subsection (3), is free.", "sec-5/1"),
        ("A library may ask for a release from the rules listed in subsection (2).", None),
        ("A card of a reader, as defined in subsection (1), is free.", None),
        ("The term of a trustee described in subsection (3) is renewed.", None),
        ("The council releases a library from rules under subsection (3).", None),
        ("All birds and fishes listed in subsection (3) are free.", None),
    ],
)
def test_a_list_or_definition_that_is_not_there_is_missed(words: str, likely: str | None) -> None:
    start = words.index("subsection")
    target = f"sec-5/{words[start + 12]}"
    found = doubt(words, (start, start + 14), LAW, target, named=())
    assert (found.likely if found else None) == likely
    if found:
        assert doubt(words, (start, start + 14), LAW, target, named={found.likely}) is None


def test_a_law_held_only_in_an_older_version_is_not_doubted() -> None:
    found = find_references("us-wa/rcw-28a.300.750")
    assert load_statute("us-wa/rcw-28a.230.090").dates["in-force"] < "2024"
    assert any(each.law == "us-wa/rcw-28a.230.090" for each in found.referrals)
    assert not found.findings
