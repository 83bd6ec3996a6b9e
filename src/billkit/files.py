"""Takes in files with care, and puts them out whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import NoReturn

from billkit.errors import Finding, OutputError, ReadError, Where

__all__ = ["MAX_BYTES", "decoded", "file_bytes", "limited", "write_whole"]

MAX_BYTES = 32 * 2**20
"""The most bytes an input may hold; the longest state codes' titles are far below it."""

_BINARY = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a zip archive, as Word documents are",
    b"\xd0\xcf\x11\xe0": "an older Word document",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "a rich text document",
}
_AROUND = 30
_MOST_NAMES = 2000
"""How many names of a folder are looked at for one that may be meant."""


def _why(error: OSError) -> str:
    """Gives the system's reason in its own words, without a number."""
    return (error.strerror or "it cannot be used").lower()


def file_bytes(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """Takes in a file whole, after a look at what it is and how large.

    Args:
        path: The file.
        limit: The most bytes taken.

    Raises:
        ReadError: ``missing-file``, ``is-a-folder``, ``unreadable-file``, ``too-large``,
            ``empty-file``.
    """
    where = Where(file=str(path))

    def refuse(code: str, message: str, hint: str = "") -> NoReturn:
        raise ReadError(Finding(code=code, message=message, where=where, hint=hint))

    try:
        if path.is_dir():
            refuse(
                "is-a-folder",
                "this is a folder; a file is asked for.",
                "name a file in it; compare takes two folders, with a file for each section.",
            )
        with path.open("rb") as stream:
            if os.fstat(stream.fileno()).st_size > limit:
                return limited(b"", over=True, file=str(path), limit=limit)
            data = stream.read(limit + 1)
    except FileNotFoundError:
        refuse("missing-file", "there is no such file.", _near(path))
    except (OSError, ValueError) as error:
        why = _why(error) if isinstance(error, OSError) else str(error)
        refuse(
            "unreadable-file", f"the file cannot be read: {why}.", "see whether you may read it."
        )
    return limited(data, over=len(data) > limit, file=str(path), limit=limit)


def _near(path: Path) -> str:
    """Makes a hint of the file beside it that may be meant, or of its folder."""
    try:
        if not path.parent.is_dir():
            return f'there is no folder "{path.parent}" either; check the whole path.'
        names = [one.name for one in islice(path.parent.iterdir(), _MOST_NAMES)]
    except (OSError, ValueError):
        names = []
    near = get_close_matches(path.name, sorted(names), n=1)
    if near:
        return f'did you mean "{path.with_name(near[0])}"?'
    return "check the name, and the folder it is looked for in."


def limited(data: bytes, *, over: bool, file: str | None = None, limit: int = MAX_BYTES) -> bytes:
    """Hands on what was taken in, unless it is nothing or too much.

    Args:
        data: What was taken in.
        over: Whether there is more than the limit.
        file: The name to give in an error.
        limit: The limit in bytes, for the error.

    Raises:
        ReadError: ``too-large`` or ``empty-file``.
    """
    if over:
        raise ReadError(
            Finding(
                code="too-large",
                message=f"the text holds more than {limit // 2**20} MB; no act does.",
                where=Where(file=file),
                hint="give the act or section alone.",
            )
        )
    if not data.removeprefix(BOM_UTF8).strip():
        hint = "write something in it, or name another file."
        raise ReadError(Finding("empty-file", "the text is empty.", Where(file=file), hint=hint))
    return data


def decoded(data: bytes, *, file: str | None = None) -> str:
    r"""Turns bytes into text: UTF-8, with or without a byte order mark.

    Args:
        data: The bytes.
        file: The name to give in an error.

    Raises:
        ReadError: ``wrong-encoding`` with the line of the first byte that is no UTF-8.

    Example:
        >>> decoded("\ufeff§ 1".encode())
        '§ 1'
    """
    for start, what in _BINARY.items():
        if data.startswith(start):
            _refuse_bytes(f"this is {what}, not text.", Where(file=file))
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        _refuse_bytes("the text is in UTF-16, not in UTF-8.", Where(file=file))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        data, at = error.object, error.start
        before = data[data.rfind(b"\n", 0, at) + 1 : at].decode()[-_AROUND:]
        after = b"".join(data[at + 1 : at + _AROUND].splitlines()[:1])
        _refuse_bytes(
            f"the byte 0x{data[at]:02x} is not UTF-8.",
            Where(file=file, line=data.count(b"\n", 0, at) + 1),
            excerpt=f"{before}\N{REPLACEMENT CHARACTER}{after.decode(errors='replace')}",
            caret=(len(before), 1),
        )


def _refuse_bytes(
    message: str, where: Where, *, excerpt: str = "", caret: tuple[int, int] | None = None
) -> NoReturn:
    """Says that bytes are no text in UTF-8."""
    raise ReadError(
        Finding(
            code="wrong-encoding",
            message=message,
            where=where,
            excerpt=excerpt,
            caret=caret,
            hint="save it as plain text in UTF-8; nothing is guessed about the words of a law.",
        )
    )


def write_whole(path: Path, data: bytes, *, force: bool = False) -> None:
    """Writes a file whole or not at all: no reader ever sees half of it.

    The bytes go to a file beside it first, which then takes its name. A name that is neither a
    file nor a folder (a terminal, a pipe) is written to as it is.

    Args:
        path: The file to write.
        data: All of its bytes.
        force: Whether a file of that name may be replaced.

    Raises:
        OutputError: ``output-exists``, ``unwritable-output``.
    """
    try:
        mode = _mode(path)
        if mode is not None and not stat.S_ISREG(mode):
            if stat.S_ISDIR(mode):
                _refuse(
                    path,
                    "unwritable-output",
                    "this is a folder; a file is asked for.",
                    hint="add the name of a file.",
                )
            with path.open("wb") as stream:
                stream.write(data)
            return
        if mode is not None and not force:
            _refuse_existing(path)
        _replace(path.resolve(), data, mode=mode, force=force)
    except (OSError, ValueError) as error:
        why = _why(error) if isinstance(error, OSError) else str(error)
        _refuse(
            path,
            "unwritable-output",
            f"the file cannot be written: {why}.",
            hint="name a file in a folder that is there, and in which you may write.",
        )


def _mode(path: Path) -> int | None:
    """Gives what a name stands for and who may do what with it; None where nothing is there."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _replace(target: Path, data: bytes, *, mode: int | None, force: bool) -> None:
    """Writes beside the target and moves it into place, leaving nothing behind."""
    beside = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(beside, flags, 0o666 if mode is None else stat.S_IMODE(mode))
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if force:
            beside.replace(target)
        else:
            _link(beside, target)
    finally:
        beside.unlink(missing_ok=True)


def _link(beside: Path, target: Path) -> None:
    """Gives the finished file its name, unless somebody took the name in the meantime."""
    try:
        os.link(beside, target)
    except FileExistsError:
        _refuse_existing(target)
    except OSError:
        # A file system without hard links: a look, then the move.
        if target.exists():
            _refuse_existing(target)
        beside.replace(target)


def _refuse_existing(path: Path) -> NoReturn:
    """Says that a file of that name is there."""
    _refuse(
        path,
        "output-exists",
        "a file of this name is there; it was left as it is.",
        hint="give --force to replace it, or another name.",
    )


def _refuse(path: Path, code: str, message: str, *, hint: str = "") -> NoReturn:
    """Raises the finding on an output."""
    raise OutputError(Finding(code=code, message=message, where=Where(file=str(path)), hint=hint))
