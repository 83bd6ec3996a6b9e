from __future__ import annotations

from pathlib import Path

import pytest

from billkit.errors import Finding, StatuteError
from billkit.library.index import read_index
from tests.unit.library.shelf import INDEX


def read_all(file: Path) -> None:
    index = read_index(file)
    for id_ in index.acts:
        index.act(id_)
    for id_ in index.statutes:
        index.statute(id_)


def refused(tmp_path: Path, text: str) -> tuple[Finding, ...]:
    file = tmp_path / "index.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(StatuteError) as caught:
        read_all(file)
    assert all(found.code == "bad-index" for found in caught.value.findings)
    assert all(found.where.file == str(file) for found in caught.value.findings)
    return caught.value.findings


def test_entries_are_read_when_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "index.toml"
    file.write_text(INDEX + '\n[[statute]]\nid = "us-zz/bad"\nx = [', encoding="utf-8")
    index = read_index(file)
    assert list(index.acts) == ["us-zz/zones", "us-zz/office"]
    entry = index.statute("us-zz/zc-1-1")
    assert entry is not None
    assert [version.label for version in entry.version] == ["first", "2010", "2015"]
    assert index.statute("us-zz/none") is None
    assert index.act("us-zz/none") is None
    with pytest.raises(StatuteError, match="bad-index"):
        index.statute("us-zz/bad")


def test_every_mistake_of_an_entry_is_told(tmp_path: Path) -> None:
    text = INDEX.replace('type = "statute"', 'type = "law"', 1).replace(
        'date = "2010-07-01"', 'date = "July 2010"'
    )
    found = refused(tmp_path, text)
    assert [finding.excerpt for finding in found] == ["type", "events.0.date"]
    assert found[0].where.line == text[: text.index('id = "us-zz/zc-1-1"\n')].count("\n")


@pytest.mark.parametrize(
    "text",
    [
        '[[act]]\nname = "x"\n',
        '[[statute]]\nid = "us-zz/a"\n' * 2,
        '[[statute]]\nid = "us-zz/a"\ntype = \n',
        '[[act]]\nid = "us-zz/a"\nname = "x"\nsections = ["../../etc/passwd"]\n',
    ],
)
def test_bad_files(tmp_path: Path, text: str) -> None:
    refused(tmp_path, text)


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "index.toml"
    file.write_bytes(b'[[act]]\nid = "\xff"')
    with pytest.raises(StatuteError, match="not UTF-8"):
        read_index(file)
