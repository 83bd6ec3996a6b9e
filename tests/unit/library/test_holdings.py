from __future__ import annotations

from pathlib import Path

import pytest

from billkit.akn import Event, Work
from billkit.errors import StatuteError
from billkit.library import Library, history, list_acts, list_statutes
from billkit.library.counting import Counts
from tests.unit.library.shelf import put, section


def test_every_version_is_listed_with_its_state_of_knowledge(tmp_path: Path, folder: Path) -> None:
    (folder / "us-zz").rename(tmp_path / "hidden")
    held = {holding.id: holding for holding in list_statutes("us-zz", library=folder)}
    assert list(held) == [
        "us-zz/hb1",
        "us-zz/zc-1-1@first",
        "us-zz/zc-1-1@2010",
        "us-zz/zc-1-1@2015",
        "us-zz/zc-1-2",
    ]
    last = held["us-zz/zc-1-1@2015"]
    assert (last.citation, last.title, last.type) == ("Z.C. 1-1", "Zones", "statute")
    assert last.stands == "repealed 2020"
    assert last.counts == Counts({"single-source": 4, "reconstructed": 9}, 1)
    assert str(last.counts) == "4 single-source, 9 reconstructed, 1 gap"
    assert held["us-zz/zc-1-1@2010"].complete
    assert str(held["us-zz/hb1"].counts) == "no text"
    assert held["us-zz/hb1"].stands == "bill"


def test_the_readers_own_copy_is_counted_anew(folder: Path) -> None:
    held = {holding.id: holding for holding in list_statutes("us-zz", library=folder)}
    assert held["us-zz/zc-1-1@2010"].counts == Counts({"official": 7})
    assert held["us-zz/zc-1-1@2010"].sources[0].source == "https://example.org/copy"


def test_a_file_without_an_index_describes_itself(tmp_path: Path) -> None:
    work = Work("us-yy/yc-1@b", (Event("enacted", "1999", "Act 1"), Event("repealed", "2003")))
    put(tmp_path, "us-yy/yc-1@a", section("1", text="Old words."), citation="Y.C. 1")
    put(
        tmp_path,
        "us-yy/yc-1@b",
        section("1", text="New words here."),
        citation="Y.C. 1",
        standing="repealed",
        work=work,
    )
    put(tmp_path, "us-yy/hb", section("1", text="A bill."), standing="bill")
    bill, first, last = list_statutes("us-yy", library=tmp_path)
    assert bill.type == "bill"
    assert (first.id, last.id) == ("us-yy/yc-1@a", "us-yy/yc-1@b")
    assert last.stands == "repealed 2003"
    assert last.in_force == "2001"
    assert last.complete
    assert last.counts == Counts({"official": 4})
    assert history("us-yy/yc-1", library=tmp_path).events == work.events


def test_acts_and_facts_are_listed(library: Library) -> None:
    zones, office = sorted(
        list_acts("us-zz", library=library), key=lambda act: act.id != "us-zz/zones"
    )
    assert zones.sections == ("us-zz/zc-1-1", "us-zz/zc-1-2")
    assert office.fact[0].statement == "The office has three rooms."
    assert office.fact[0].sources[0].address == "https://example.org/office"
    assert {act.id for act in list_acts(library=library)} > {zones.id, office.id}


def test_a_history_tells_versions_with_dates_and_says_where_there_is_none(
    library: Library,
) -> None:
    told = history("us-zz/zc-1-1@2010", library=library)
    assert [told.when(version) for version in told.versions] == [
        "earlier than us-zz/zc-1-1@2010; no date is known",
        "in force 2010-07-01 until 2015-07-01",
        "in force 2015-07-01",
    ]
    assert [(event.kind, event.date) for event in told.events] == [
        ("enacted", "2010-07-01"),
        ("amended", "2015"),
        ("repealed", "2020"),
    ]
    other = history("us-zz/zc-1-2", library=library)
    assert other.when(other.versions[0]) == "current 2016-05-05; since when is not known"
    bill = history("us-zz/hb1", library=library)
    assert bill.when(bill.versions[0]) == "no date is known"


@pytest.mark.parametrize("what", ["us-zz", "us-zz/zones", "us-zz/zc-1-4"])
def test_a_history_is_that_of_one_law(library: Library, what: str) -> None:
    with pytest.raises(StatuteError, match="unknown-statute"):
        history(what, library=library)
