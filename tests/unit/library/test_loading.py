from __future__ import annotations

from pathlib import Path

import pytest

from billkit.errors import Finding, StatuteError
from billkit.library import Library, holds, load_statute
from tests.unit.library.shelf import put, section


def refused(what: str, library: Library, *, on: str | None = None) -> Finding:
    with pytest.raises(StatuteError) as caught:
        load_statute(what, on=on, library=library)
    return caught.value.findings[0]


def words(what: str, library: Library, *, on: str | None = None) -> list[str]:
    document = load_statute(what, on=on, library=library)
    return [node.words for node in document.provisions]


def test_a_law_is_loaded_in_its_latest_version(library: Library) -> None:
    document = load_statute("us-zz/zc-1-1", library=library, include_reconstructed=True)
    assert [node.words for node in document.provisions] == [
        "1-1 A zone is an approved plan.",
        "(1) made up words",
    ]
    assert document.citation == "Z.C. 1-1"
    assert document.title == "Zones"
    assert document.jurisdiction == "us-zz"
    assert document.standing == "repealed"
    assert dict(document.dates) == {
        "in-force": "2015-07-01",
        "enacted": "2010-07-01",
        "repealed": "2020",
    }


def test_reconstructed_text_is_left_out_by_default(library: Library) -> None:
    document = load_statute("us-zz/zc-1-1", library=library)
    assert [(node.kind, node.words) for node in document.provisions] == [
        ("section", "1-1 A zone is an approved plan."),
        ("gap", ""),
    ]


def test_a_label_picks_a_version(library: Library) -> None:
    assert words("us-zz/zc-1-1@first", library) == ["1-1 A zone is a plan."]
    finding = refused("us-zz/zc-1-1@2011", library)
    assert finding.code == "unknown-version"
    assert "us-zz/zc-1-1@first, us-zz/zc-1-1@2010, us-zz/zc-1-1@2015" in finding.hint


def test_a_date_picks_the_version_in_force(library: Library) -> None:
    assert words("us-zz/zc-1-1", library, on="2014-01-31") == ["1-1 A zone is a good plan."]
    assert words("us-zz/zc-1-1", library, on="2015-06-30") == ["1-1 A zone is a good plan."]
    assert words("us-zz/zc-1-1", library, on="2015-07-01")[0] == "1-1 A zone is an approved plan."
    document = load_statute("us-zz/zc-1-1", on="2019-12-31", library=library)
    assert document.standing == "in force"
    assert "repealed" not in document.dates


@pytest.mark.parametrize(
    ("on", "code"),
    [
        ("2009-06-30", "not-in-force"),
        ("2021-01-01", "not-in-force"),
        ("2020-03-01", "date-unclear"),
        ("yesterday", "bad-date"),
        ("2015-02-30", "bad-date"),
        ("2015", "bad-date"),
    ],
)
def test_a_date_without_a_version_says_why(library: Library, on: str, code: str) -> None:
    finding = refused("us-zz/zc-1-1", library, on=on)
    assert finding.code == code
    assert finding.hint


def test_a_date_of_which_only_the_year_is_known_is_not_guessed(folder: Path) -> None:
    index = folder / "index.toml"
    text = index.read_text(encoding="utf-8").replace('in-force = "2015-07-01"', 'in-force = "2015"')
    index.write_text(text.replace(', date = "2020"', "", 1), encoding="utf-8")
    library = Library.open(folder)
    assert refused("us-zz/zc-1-1", library, on="2015-06-01").code == "date-unclear"
    finding = refused("us-zz/zc-1-2", library, on="2020-06-01")
    assert finding.code == "date-unclear"
    assert "in 2020" in finding.message
    never = refused("us-zz/zc-1-1", library, on="2019-06-01")
    assert never.code == "date-unclear"
    assert "not known" in never.message


def test_a_version_of_which_only_the_year_is_known_is_not_guessed(folder: Path) -> None:
    index = folder / "index.toml"
    text = index.read_text(encoding="utf-8").replace('in-force = "2015-07-01"', 'in-force = "2015"')
    index.write_text(text, encoding="utf-8")
    finding = refused("us-zz/zc-1-1", Library.open(folder), on="2015-06-01")
    assert finding.code == "date-unclear"
    assert "us-zz/zc-1-1@2015" in finding.hint


def test_a_copy_of_a_later_day_shows_that_a_law_was_not_yet_repealed(folder: Path) -> None:
    index = folder / "index.toml"
    text = index.read_text(encoding="utf-8").replace(', date = "2020"', "")
    index.write_text(
        text.replace('current = "2016-05-05"', 'in-force = "2012-01-01"\ncurrent = "2016-05-05"'),
        encoding="utf-8",
    )
    library = Library.open(folder)
    assert words("us-zz/zc-1-2", library, on="2013-01-01") == ["1-2 The board approves."]
    assert refused("us-zz/zc-1-2", library, on="2017-01-01").code == "date-unclear"


def test_a_version_that_has_ended_is_not_taken(folder: Path) -> None:
    index = folder / "index.toml"
    text = index.read_text(encoding="utf-8")
    index.write_text(
        text.replace('in-force = "2015-07-01"', 'in-force = "2018-01-01"'), encoding="utf-8"
    )
    finding = refused("us-zz/zc-1-1", Library.open(folder), on="2016-01-01")
    assert finding.code == "version-not-held"
    assert "in force 2010-07-01 until 2015-07-01" in finding.hint


def test_a_law_tells_its_files_about_its_life(library: Library) -> None:
    statute = library.statute("us-zz/zc-1-1")
    assert statute is not None
    work = statute.work(statute.versions[1])
    assert work.id == "us-zz/zc-1-1@2010"
    assert [(event.kind, event.date) for event in work.events] == [
        ("enacted", "2010-07-01"),
        ("amended", "2015"),
        ("repealed", "2020"),
    ]


def test_a_version_is_known_to_be_in_force_since_a_copy_says_so(library: Library) -> None:
    assert words("us-zz/zc-1-2", library, on="2016-05-05") == ["1-2 The board approves."]
    finding = refused("us-zz/zc-1-2", library, on="2016-05-04")
    assert finding.code == "version-not-held"
    assert "current 2016-05-05" in finding.hint


def test_an_act_is_one_document_of_its_sections(library: Library) -> None:
    for name in ("us-zz", "us-zz/zones"):
        document = load_statute(name, library=library)
        assert [node.num for node in document.root.children] == ["1-1", "1-2"]
        assert document.citation == "Z.C. 1-1, 1-2"
        assert document.title == "Zones"
        assert document.standing == "repealed"
        assert document.dates == {"repealed": "2020"}
        assert document.path("sec-1-2") == "Z.C. 1-2"
        assert [source.of for source in document.provenance] == ["Z.C. 1-1: all", "Z.C. 1-2: all"]


def test_an_act_on_a_day_shows_what_is_not_held(library: Library) -> None:
    document = load_statute("us-zz", on="2013-01-01", library=library)
    assert [(node.kind, node.label) for node in document.root.children] == [
        ("section", ""),
        ("gap", "Z.C. 1-2, as in force on that day"),
    ]
    assert document.standing == "in force"
    before = load_statute("us-zz", on="2011-01-01", library=library)
    assert [node.num for node in before.root.children] == ["1-1"]
    assert refused("us-zz", library, on="2022-01-01").code == "not-in-force"


def test_a_bill_is_a_bill(library: Library) -> None:
    assert load_statute("us-zz/hb1", library=library).standing == "bill"


def test_facts_are_no_text(library: Library) -> None:
    finding = refused("us-zz/office", library)
    assert finding.code == "no-text-held"
    assert finding.hint == "An agency's program."
    assert refused("us-ny", library).code == "no-text-held"


@pytest.mark.parametrize(
    ("what", "meant"),
    [
        ("us-zz/zc-1-3", "us-zz/zc-1-"),
        ("zc-1-2", "us-zz/zc-1-2"),
        ("US-ZZ/ZC-1-1", "us-zz/zc-1-1"),
        ("us-zz/zone", "us-zz/zones"),
        ("us-zzz", "us-zz"),
        ("us-zz@2010", "us-zz"),
    ],
)
def test_an_unknown_name_gets_the_nearest(library: Library, what: str, meant: str) -> None:
    finding = refused(what, library)
    assert finding.code == "unknown-statute"
    assert meant in finding.hint


def test_a_name_like_none_gets_the_list(library: Library) -> None:
    assert "statutes list" in refused("quux/42", library).hint


def test_what_is_a_name_of_the_library(library: Library) -> None:
    assert holds("us-zz", library=library)
    assert holds("us-zz/zones", library=library)
    assert holds("us-zz/zc-1-1@2010", library=library)
    assert not holds("us-zz/other", library=library)
    assert not holds("bill", library=library)
    assert holds("us-nd")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StatuteError, match="no-such-library"):
        load_statute("us-zz", library=tmp_path / "none")


def test_an_act_that_names_a_law_not_held(folder: Path) -> None:
    index = folder / "index.toml"
    text = index.read_text(encoding="utf-8").replace('"us-zz/zc-1-2"]', '"us-zz/zc-9-9"]')
    index.write_text(text, encoding="utf-8")
    assert refused("us-zz", Library.open(folder)).code == "unknown-statute"


def test_files_of_the_readers_own_come_first(folder: Path) -> None:
    put(folder, "us-nd/ndcc-15.1-06-08.1@2017", section("15.1-06-08.1", text="Another copy."))
    put(folder, "us-nd/ndcc-15.1-06-08.1@2031", section("15.1-06-08.1", text="A later law."))
    library = Library.open(folder)
    assert words("us-nd/ndcc-15.1-06-08.1@2017", library) == ["15.1-06-08.1 Another copy."]
    assert words("us-nd/ndcc-15.1-06-08.1", library) == ["15.1-06-08.1 A later law."]


def test_a_file_without_an_index_is_held(tmp_path: Path) -> None:
    put(tmp_path, "us-yy/yc-1@2001", section("1", text="Words."), citation="Y.C. 1")
    document = load_statute("us-yy/yc-1", library=tmp_path)
    assert document.citation == "Y.C. 1"
    assert document.provisions[0].words == "1 Words."
    assert load_statute("us-yy/yc-1", on="2002-01-01", library=tmp_path) == document
