from __future__ import annotations

from pathlib import Path

import pytest

from billkit.errors import ReadError, StatuteError
from billkit.reading.loading import jurisdictions, load_profile, load_profiles
from billkit.reading.profile_files import line_of
from billkit.reading.profiles import Fact, NotFound, NotHeld, Quoted

GOOD = """\
jurisdiction = "us-xx"

[[act]]
id = "old-act"
label = "Old"
name = "Old program"
standing = "repealed"
repealed = "2020"
statutes = [{ id = "us-xx/1", citation = "Code 1" }]

[act.names]
state-board = "Board of Learning"

[[act.cell]]
state = "quoted"
kind = "term"
values = { initial = "5 years" }

[[act.cell.quotations]]
statute = "us-xx/1"
provision = "sec-1/1"
citation = "Code 1(1)"
status = "official"
words = "five years"

[[act.cell]]
state = "fact"
kind = "authority"
statement = "The board approves."
sources = [{ name = "Record" }]
values = { body = "state-board" }

[[act.cell]]
state = "not-found"
kinds = ["renewal"]

[[act.cell]]
state = "not-held"
kinds = ["purpose", "findings"]
missing = "section 2"

[[act]]
id = "new-act"
default = true
label = "New"
name = "New program"
standing = "in force"
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "us-xx").mkdir()
    (tmp_path / "us-xx" / "profile.toml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def _break(library: Path, was: str, is_now: str) -> None:
    path = library / "us-xx" / "profile.toml"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, is_now), encoding="utf-8")


def test_the_default_act_comes_first_and_others_are_named(library: Path) -> None:
    assert jurisdictions(library=library) == ("us-xx",)
    assert [profile.id for profile in load_profiles("us-xx", library=library)] == [
        "new-act",
        "old-act",
    ]
    assert load_profile("us-xx", library=library).label == "New"
    profile = load_profile("us-xx", act="old-act", library=library)
    assert str(profile) == "Old program"
    assert repr(profile) == "<Profile Old program: 5 cells>"


def test_cells_are_built_of_their_states_in_the_catalogue_s_order(library: Path) -> None:
    profile = load_profile("us-xx", act="old-act", library=library)
    assert profile.kinds == ("authority", "term", "renewal", "findings", "purpose")
    fact, term, renewal, findings, _ = profile.cells
    assert isinstance(fact, Fact)
    assert str(fact.values["body"]) == "Board of Learning"
    assert isinstance(term, Quoted)
    assert str(term.values["initial"]) == "5 years"
    assert isinstance(renewal, NotFound)
    assert renewal.searched == ("us-xx/1",)
    assert isinstance(findings, NotHeld)
    assert findings.missing == "section 2"
    assert profile.cell("weather") is None


def test_an_unknown_state_or_act_names_the_nearest(library: Path) -> None:
    with pytest.raises(StatuteError, match="no-profile") as caught:
        load_profile("us-xy", library=library)
    assert "us-xx" in caught.value.findings[0].hint
    with pytest.raises(StatuteError, match="unknown-act") as caught:
        load_profile("us-xx", act="old-acts", library=library)
    assert caught.value.findings[0].hint == 'did you mean "old-act"?'
    with pytest.raises(StatuteError, match="known are"):
        load_profile("us-xx", act="zzz", library=library)


def test_every_wrong_entry_is_named_with_its_line(library: Path) -> None:
    _break(library, 'status = "official"', 'status = "reconstructed"')
    _break(library, 'state = "fact"', 'state = "rumor"')
    _break(library, 'kinds = ["renewal"]', "kinds = []")
    _break(library, 'label = "New"', "labels = 3")
    with pytest.raises(ReadError) as caught:
        load_profiles("us-xx", library=library)
    found = {finding.where.line: finding for finding in caught.value.findings}
    assert {14, 26, 33, 42} <= set(found)
    assert all(finding.code == "bad-profile" for finding in found.values())
    assert "old-act > term > quotations > sec-1/1 > status" in str(caught.value)


def test_values_that_no_clause_can_have_are_refused(library: Path) -> None:
    _break(library, 'initial = "5 years"', 'initial = "a while", lenght = 3')
    with pytest.raises(ReadError) as caught:
        load_profiles("us-xx", library=library)
    paths = [finding.where.path for finding in caught.value.findings]
    assert "old-act > term > initial" in paths
    assert "old-act > term > lenght" in paths


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"jurisdiction = ", "toml-syntax"),
        (b"\xff\xfe", "unreadable"),
        (b"", "bad-profile"),
        (b'jurisdiction = "us-xx"\nact = []\n', "bad-profile"),
        (b'jurisdiction = "us-xx"\nact = "none"\n', "bad-profile"),
    ],
)
def test_a_file_that_is_no_profile_is_refused(library: Path, content: bytes, code: str) -> None:
    (library / "us-xx" / "profile.toml").write_bytes(content)
    with pytest.raises(ReadError) as caught:
        load_profiles("us-xx", library=library)
    assert {finding.code for finding in caught.value.findings} == {code}


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "us-xx" / "profile.toml").mkdir(parents=True)
    with pytest.raises(ReadError, match="unreadable"):
        load_profiles("us-xx", library=tmp_path)


def test_the_line_of_what_is_nowhere_is_not_known() -> None:
    assert line_of("[[act]]\n", ("act", 3)) is None
    assert line_of("[[act]]\n", ("jurisdiction",)) is None
    assert line_of("a = 1\n[[act]]\n", ("act", 0, "label")) == 2
