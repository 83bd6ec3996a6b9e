from __future__ import annotations

import time
from pathlib import Path

import pytest

from billkit.errors import ReadError, StatuteError
from billkit.library import Library, list_statutes, load_statute
from billkit.library.verifying import Verification, verify
from billkit.tree import Node, runs
from tests.unit.library.copies import COPIES, law_of
from tests.unit.library.shelf import put
from tests.unit.readers import layouts


def _verified(tmp_path: Path, id_: str, data: bytes, name: str = "copy") -> Verification:
    file = tmp_path / name
    file.write_bytes(data)
    return verify(id_, against=file)


@pytest.mark.parametrize("state", COPIES)
def test_a_faithful_copy_agrees_in_every_provision(tmp_path: Path, state: str) -> None:
    id_, name, laid_out = COPIES[state]
    found = _verified(tmp_path, id_, laid_out(law_of(id_)), name)
    assert [(each.path, each.differences) for each in found.provisions if each.differences] == []
    assert found.agrees
    assert found.count("agrees") == len(load_statute(id_, include_reconstructed=True).provisions)
    assert not found.findings
    assert f"{found.count('agrees')} of {found.count('agrees')} provisions agree." in str(found)


@pytest.mark.parametrize("state", COPIES)
@pytest.mark.parametrize(
    ("ours", "theirs"), [(" must ", " may "), (" shall ", " may "), (" and ", " or ")]
)
def test_a_changed_word_is_found_and_no_other(
    tmp_path: Path, state: str, ours: str, theirs: str
) -> None:
    id_, name, laid_out = COPIES[state]
    law = law_of(id_)
    changed = next((n for n, line in enumerate(law) if ours in line), None)
    if changed is None:
        assert state in {"Minnesota", "Kentucky", "Mississippi", "North Dakota"}
        return
    law[changed] = law[changed].replace(ours, theirs, 1)
    found = _verified(tmp_path, id_, laid_out(law), name)
    (only,) = [each for each in found.provisions if each.outcome != "agrees"]
    assert [str(each) for each in only.differences] == [f"[-{ours.strip()}-]{{+{theirs.strip()}+}}"]
    (finding,) = found.findings
    assert (finding.code, finding.where.path) == ("verify-differs", only.path)
    assert f"1 differs.\n  {only.path}: {only.differences[0]}" in str(found)


def test_a_lost_provision_and_an_added_one_are_told_apart(tmp_path: Path) -> None:
    id_, _, laid_out = COPIES["Mississippi"]
    law = law_of(id_)
    lost = [line for line in law if not line.startswith("(f)")]
    found = _verified(tmp_path, id_, laid_out(lost))
    assert [(each.id, each.outcome) for each in found.provisions if each.outcome != "agrees"] == [
        ("sec-37-179-1/4/f", "not in the copy")
    ]
    assert [finding.code for finding in found.findings] == ["verify-missing"]
    added = [*law, "(l) Whatever else the board asks for."]
    found = _verified(tmp_path, id_, laid_out(added))
    (only,) = [each for each in found.provisions if each.outcome != "agrees"]
    assert [each.copied for each in only.differences] == ["(l) Whatever else the board asks for."]
    inner = [*law[:3], '(bb) "Idea" means a thought;', *law[3:]]
    found = _verified(tmp_path, id_, laid_out(inner))
    (only,) = [each for each in found.provisions if each.outcome != "agrees"]
    assert only.differences[0].copied == '(bb) "Idea" means a thought;'


def test_printing_does_not_count(tmp_path: Path) -> None:
    id_, _, laid_out = COPIES["Mississippi"]
    law = [
        line.replace('"', "”").replace("five-year", "five year").replace(" of ", "\xa0of ").upper()
        for line in law_of(id_)
    ]
    assert _verified(tmp_path, id_, laid_out(law)).agrees


def test_a_mark_of_the_law_counts(tmp_path: Path) -> None:
    id_, _, laid_out = COPIES["Mississippi"]
    law = [line.replace("review, approval", "review; approval") for line in law_of(id_)]
    law = [line.replace("plan review;", "plan review,") for line in law]
    law[-1] = law[-1].rstrip(".") + ";"
    found = _verified(tmp_path, id_, laid_out(law))
    assert found.provisions[-1].differences[0].held == "."


def test_what_the_copy_has_for_a_gap_is_told_and_is_no_difference(tmp_path: Path) -> None:
    id_ = "us-tn/tca-49-1-602"
    law = law_of(id_)
    copy = "\n".join(["49-1-602. Performance", *law, "(5) A further paragraph.", "(b) More."])
    found = _verified(tmp_path, id_, copy.encode())
    gap = found.provisions[-1]
    assert (gap.outcome, gap.copied) == ("gap", "(5) A further paragraph. (b) More.")
    assert found.agrees
    assert "1 not held, 1 of them in the copy" in str(found)


@pytest.mark.parametrize(
    ("id_", "other"),
    [
        ("us-ms/miss-code-37-179-1", "us-ms/miss-code-37-179-3"),
        ("us-ky/krs-156.108", "us-ms/miss-code-37-179-1"),
        ("us-nd/ndcc-15.1-06-08", "us-ky/krs-160.107"),
    ],
)
def test_a_copy_of_another_section_is_named_as_such(tmp_path: Path, id_: str, other: str) -> None:
    number = other.rpartition("-code-")[2].rpartition("krs-")[2]
    copy = layouts.mississippi_html(number, "Districts", law_of(other))
    with pytest.raises(StatuteError) as caught:
        _verified(tmp_path, id_, copy)
    (finding,) = caught.value.findings
    assert finding.code == "other-section"
    assert number in finding.message
    assert load_statute(id_).citation in finding.message


def test_words_of_something_else_altogether_are_refused(tmp_path: Path) -> None:
    for words in ("A poem about the sea.\nIt has no end.", "<html><body></body></html>"):
        with pytest.raises(StatuteError) as caught:
            _verified(tmp_path, "us-ky/krs-156.108", words.encode())
        assert caught.value.findings[0].code == "other-section"


def test_the_same_words_without_any_number_are_recognised(tmp_path: Path) -> None:
    id_ = "us-nd/ndcc-15.1-06-08.1"
    assert _verified(tmp_path, id_, "\n".join(law_of(id_)).encode()).agrees


def test_an_act_is_verified_section_by_section(tmp_path: Path) -> None:
    parts = ("us-ms/miss-code-37-179-1", "us-ms/miss-code-37-179-3")
    copy = "\n".join(
        line
        for id_ in parts
        for line in (f"{id_[len('us-ms/miss-code-') :]}. Districts", *law_of(id_))
    )
    found = _verified(tmp_path, "us-ms", copy.encode())
    assert found.agrees
    first = "\n".join(["37-179-1. Districts", *law_of(parts[0])])
    found = _verified(tmp_path, "us-ms", first.encode())
    lost = {each.id for each in found.provisions if each.outcome == "not in the copy"}
    assert all(id_.startswith("sec-37-179-3/") for id_ in lost)
    assert len(lost) > 30


def test_every_law_of_the_library_agrees_with_its_own_words(tmp_path: Path) -> None:
    for holding in list_statutes():
        law = law_of(holding.id)
        nodes = load_statute(holding.id).root.children
        sections = [node for node in nodes if node.kind == "section" and node.num]
        if len(sections) != 1:
            continue
        head = f"{(sections[0].num or '').strip('.')}."
        copy = "\n".join([head, *law, "History: L. 2012."])
        found = _verified(tmp_path, holding.id, copy.encode())
        assert found.agrees, str(found)


def test_bad_copies_are_refused_before_anything_is_compared(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        _verified(tmp_path, "us-ky/krs-156.108", b"")
    assert caught.value.findings[0].code == "empty-file"
    with pytest.raises(ReadError) as caught:
        verify("us-ky/krs-156.108", against=tmp_path / "nowhere.pdf")
    assert caught.value.findings[0].code == "missing-file"
    with pytest.raises(StatuteError) as unknown:
        verify("us-ky/krs-0.0", against=tmp_path / "nowhere.pdf")
    assert unknown.value.findings[0].code == "unknown-statute"


def test_a_file_of_a_hundred_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    file = tmp_path / "large.pdf"
    with file.open("wb") as stream:
        stream.truncate(100 * 2**20)
    start = time.process_time()
    with pytest.raises(ReadError) as caught:
        verify("us-ky/krs-156.108", against=file)
    assert time.process_time() - start < 2
    assert caught.value.findings[0].code == "too-large"


def test_a_library_of_the_readers_own_is_compared(
    folder: Path, library: Library, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text("1-1. Zones\nA zone is an approved plan.\n(1) made up words", encoding="utf-8")
    assert verify("us-zz/zc-1-1@2015", against=copy, library=folder).agrees
    assert not verify("us-zz/zc-1-1@2010", against=copy, library=library).agrees


@pytest.mark.parametrize(
    "note",
    [
        "History: Created 2012 Ky. Acts ch. 40.",
        "HISTORY: Laws, 2015, ch. 425, § 1, eff. 7/1/2015.",
        "Source: S.L. 1999, ch. 196, § 3.",
        "S.L. 1999, ch. 196, § 3; 2001, ch. 181, § 7.",
        "Acts 2009, ch. 555, § 20.",
        "[ 2024 c 66 s 1; 2019 c 252 s 201.]",
        "Added by Chapter 2, 2018 General Session",
        "Effective: July 12, 2012",
        "Effective 10/14/2025",
        "L. 2008: Entire article added, p. 1430.",
        "Legislative Research Commission Note (7/12/2012). This was moved.",
        "History",
        "© 2025 by the publisher",
    ],
)
def test_a_publishers_note_is_no_law_and_law_that_sounds_like_one_is(
    tmp_path: Path, note: str
) -> None:
    id_ = "us-nd/ndcc-15.1-06-08.1"
    law = law_of(id_)
    copy = "\n".join(["15.1-06-08.1. Waiver", *law, note, "4. A note on what was."])
    found = _verified(tmp_path, id_, copy.encode())
    assert found.agrees, str(found)
    before = "\n".join(["15.1-06-08.1. Waiver", law[0], note, *law[1:]])
    assert not _verified(tmp_path, id_, before.encode()).agrees


def test_law_that_begins_like_a_note_is_law(tmp_path: Path) -> None:
    node_words = ["(1) The board meets.", "(2) Effective July 1, 2024, the board may vote.",
                  "Laws 2017, chapter 5, is repealed.", "Sources of funds are named."]  # fmt: skip
    copy = tmp_path / "copy.txt"
    copy.write_text("\n".join(["9. Zones", *node_words]), encoding="utf-8")
    nodes = [Node("subsection", None, text=runs(words)) for words in node_words]
    put(tmp_path, "us-zz/zc-9", Node("section", "9", children=tuple(nodes)), citation="Z.C. 9")
    assert verify("us-zz/zc-9", against=copy, library=tmp_path).agrees
    shorter = Node("section", "9", children=tuple(nodes[:1]))
    put(tmp_path, "us-zz/zc-8", shorter, citation="Z.C. 9")
    assert not verify("us-zz/zc-8", against=copy, library=tmp_path).agrees
