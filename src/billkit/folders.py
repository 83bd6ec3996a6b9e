"""Reads a folder of sections, a file each, for the comparison of whole codes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from billkit.errors import Finding, ReadError, Where
from billkit.files import decoded, file_bytes

__all__ = ["section_texts"]


def section_texts(folder: Path, *, suffixes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Gives the text and the ending of every file of a folder and below it, under its name.

    Args:
        folder: The folder; a file's name is its path in it without the ending.
        suffixes: The endings of files that are sections; others are left alone.

    Raises:
        ReadError: ``missing-file``, ``not-a-folder``, ``no-sections``, ``same-name`` where two
            files differ in their endings alone, and those of reading a file.
    """
    wanted = frozenset(suffixes)
    where = Where(file=str(folder))
    if not folder.is_dir():
        code = "not-a-folder" if folder.exists() else "missing-file"
        said = "this is no folder." if folder.exists() else "there is no such folder."
        hint = "two folders are compared with each other, or two texts."
        raise ReadError(Finding(code=code, message=said, where=where, hint=hint))
    found: dict[str, tuple[str, str]] = {}
    for path in sorted(folder.rglob("*")):
        suffix = path.suffix.lower()
        if suffix not in wanted or not path.is_file():
            continue
        name = path.relative_to(folder).with_suffix("").as_posix()
        if name in found:
            message = f'two files are named "{name}".'
            hint = "a section is one file."
            raise ReadError(Finding("same-name", message, Where(file=str(path)), hint=hint))
        found[name] = (decoded(file_bytes(path), file=str(path)), suffix)
    if not found:
        message = "the folder holds no file of a section."
        hint = f"known are files ending in {', '.join(sorted(wanted))}."
        raise ReadError(Finding("no-sections", message, where, hint=hint))
    return found
