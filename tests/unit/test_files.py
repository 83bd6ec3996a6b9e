from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from billkit.errors import BillkitError, OutputError, ReadError
from billkit.files import MAX_BYTES, decoded, file_bytes, write_whole


def code(error: pytest.ExceptionInfo[BillkitError]) -> str:
    return error.value.findings[0].code


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_takes_a_file_in_whole(tmp_path: Path) -> None:
    (tmp_path / "act.txt").write_bytes(b"(1) One.\n")
    assert file_bytes(tmp_path / "act.txt") == b"(1) One.\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("absent.txt", "missing-file"),
        ("folder", "is-a-folder"),
        ("empty.txt", "empty-file"),
        ("blank.txt", "empty-file"),
        ("mark.txt", "empty-file"),
        ("act.txt/part", "unreadable-file"),
        ("nul\0name", "unreadable-file"),
        ("n" * 300, "unreadable-file"),
    ],
)
def test_refuses_what_is_no_file_of_law(tmp_path: Path, name: str, expected: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_bytes(b" \n\n")
    (tmp_path / "mark.txt").write_bytes(b"\xef\xbb\xbf\n")
    (tmp_path / "act.txt").write_bytes(b"x")
    with pytest.raises(ReadError) as error:
        file_bytes(tmp_path / name)
    assert code(error) == expected
    assert error.value.findings[0].where.file == str(tmp_path / name)


def test_refuses_a_hundred_megabytes_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(100 * 2**20)
    with pytest.raises(ReadError) as error:
        file_bytes(path)
    assert code(error) == "too-large"
    assert f"{MAX_BYTES // 2**20} MB" in str(error.value)


def test_refuses_a_source_without_end() -> None:
    with pytest.raises(ReadError) as error:
        file_bytes(Path("/dev/zero"), limit=1000)
    assert code(error) == "too-large"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04rest", "a zip archive"),
        ("(1) One.".encode("utf-16"), "UTF-16"),
        ("(1) One.\n(2) The \u201cboard\u201d.".encode("cp1252"), "0x93"),
        (b"\xff", "0xff"),
        (b"\xef\xbb\xbfact \xe9", "0xe9"),
    ],
)
def test_refuses_what_is_not_utf8(data: bytes, words: str) -> None:
    with pytest.raises(ReadError) as error:
        decoded(data, file="act.txt")
    assert code(error) == "wrong-encoding"
    assert words in str(error.value)


def test_points_at_the_byte_that_is_not_utf8() -> None:
    with pytest.raises(ReadError) as error:
        decoded("(1) One.\n(2) The \u201cboard\u201d.\n(3)".encode("cp1252"), file="act.txt")
    found = error.value.findings[0]
    assert (found.where.line, found.caret) == (2, (8, 1))
    assert found.excerpt == "(2) The \ufffdboard\ufffd."


def test_writes_a_file_once(tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    write_whole(path, b"one")
    with pytest.raises(OutputError) as error:
        write_whole(path, b"two")
    assert code(error) == "output-exists"
    assert path.read_bytes() == b"one"
    write_whole(path, b"three", force=True)
    assert path.read_bytes() == b"three"
    assert names(tmp_path) == ["act.txt"]


def test_keeps_the_rights_of_what_it_replaces(tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    path.touch(mode=0o640)
    path.chmod(0o640)
    write_whole(path, b"one", force=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_writes_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "act.txt").write_bytes(b"one")
    (tmp_path / "link.txt").symlink_to(tmp_path / "act.txt")
    write_whole(tmp_path / "link.txt", b"two", force=True)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "act.txt").read_bytes() == b"two"


@pytest.mark.parametrize("name", ["none/act.txt", "act.txt/part", "folder", "nul\0", "n" * 300])
@pytest.mark.parametrize("force", [False, True])
def test_says_what_cannot_be_written(tmp_path: Path, name: str, *, force: bool) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "act.txt").write_bytes(b"one")
    with pytest.raises(OutputError) as error:
        write_whole(tmp_path / name, b"two", force=force)
    assert code(error) == "unwritable-output"
    assert names(tmp_path) == ["act.txt", "folder"]


def test_leaves_nothing_behind_when_the_disk_is_full() -> None:
    with pytest.raises(OutputError) as error:
        write_whole(Path("/dev/full"), b"two")
    assert "no space" in str(error.value)


def test_leaves_nothing_behind_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    (tmp_path / "act.txt").write_bytes(b"one")
    with pytest.raises(OutputError):
        write_whole(tmp_path / "act.txt", b"two", force=True)
    assert names(tmp_path) == ["act.txt"]
    assert (tmp_path / "act.txt").read_bytes() == b"one"


def test_does_not_replace_a_file_made_in_the_meantime(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "act.txt"
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(b"theirs"))
    with pytest.raises(OutputError) as error:
        write_whole(path, b"ours")
    assert code(error) == "output-exists"
    assert path.read_bytes() == b"theirs"


@pytest.mark.parametrize("taken", [False, True])
def test_manages_without_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, taken: bool
) -> None:
    path = tmp_path / "act.txt"

    def refuse(*_: object) -> None:
        if taken:
            path.write_bytes(b"theirs")
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    if taken:
        with pytest.raises(OutputError):
            write_whole(path, b"ours")
    else:
        write_whole(path, b"ours")
    assert path.read_bytes() == (b"theirs" if taken else b"ours")
    assert names(tmp_path) == ["act.txt"]


def test_writes_into_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write_whole(tmp_path / "pipe", b"one")
    reader.join(timeout=10)
    assert got == [b"one"]


def test_refusals_say_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "proposed.txt").write_text("(1) One.")
    for name, hint in (
        ("propsed.txt", 'did you mean "'),
        ("qqqqqq", "check the name, and the folder it is looked for in."),
        ("none/proposed.txt", "check the whole path."),
        (".", "name a file in it"),
    ):
        with pytest.raises(ReadError) as refused:
            file_bytes(tmp_path / name)
        assert hint in refused.value.findings[0].hint
    for name in ("none/x.txt", "."):
        with pytest.raises(OutputError) as unwritten:
            write_whole(tmp_path / name, b"x")
        assert unwritten.value.findings[0].hint


def test_a_name_that_is_none_is_refused_with_a_hint() -> None:
    with pytest.raises(ReadError) as refused:
        file_bytes(Path("a\0b/c"))
    assert refused.value.findings[0].hint
