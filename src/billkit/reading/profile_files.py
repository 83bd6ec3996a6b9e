"""The form of a ``profile.toml``, in which a state's acts are kept provision by provision."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from billkit.errors import Finding, ReadError, Where
from billkit.tree import Standing

__all__ = [
    "ActEntry",
    "CellEntry",
    "FactEntry",
    "NotFoundEntry",
    "NotHeldEntry",
    "ProfileFile",
    "QuotationEntry",
    "QuotedEntry",
    "SourceEntry",
    "StatuteEntry",
    "line_of",
    "read_profile_file",
]

Kept = Literal["official", "corroborated", "single-source", "secondary"]
"""The text status of words that may fill a cell: never reconstructed, never a gap."""


class _Entry(BaseModel):
    """Forbids whatever the form does not name."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class QuotationEntry(_Entry):
    """Words of the law and their place."""

    statute: str
    """The id in the statute library, with its version."""
    provision: str
    """The provision's id in that statute."""
    citation: str
    """The place as people cite it."""
    status: Kept
    """How far the words can be trusted."""
    words: str = Field(min_length=1)
    """The words, exactly as they stand there."""


class SourceEntry(_Entry):
    """The record or page that states a fact."""

    name: str = Field(min_length=1)
    """What it is."""
    address: str = ""
    """Where it is."""


class QuotedEntry(_Entry):
    """A provision that the held text says."""

    state: Literal["quoted"]
    kind: str
    id: str = ""
    quotations: tuple[QuotationEntry, ...] = Field(min_length=1)
    values: dict[str, object] = Field(default_factory=dict)
    note: str = ""


class FactEntry(_Entry):
    """A provision known from an official record or page, of which no words are held."""

    state: Literal["fact"]
    kind: str
    id: str = ""
    statement: str = Field(min_length=1)
    sources: tuple[SourceEntry, ...] = Field(min_length=1)
    values: dict[str, object] = Field(default_factory=dict)
    note: str = ""


class NotFoundEntry(_Entry):
    """Provisions that a complete text does not have."""

    state: Literal["not-found"]
    kinds: tuple[str, ...] = Field(min_length=1)
    searched: tuple[str, ...] = ()
    """The ids of the statutes searched; all of the act where none is named."""
    note: str = ""


class NotHeldEntry(_Entry):
    """Provisions of which the text, where it would say so, is not held."""

    state: Literal["not-held"]
    kinds: tuple[str, ...] = Field(min_length=1)
    missing: str = Field(min_length=1)
    note: str = ""


CellEntry = Annotated[
    QuotedEntry | FactEntry | NotFoundEntry | NotHeldEntry, Field(discriminator="state")
]


class StatuteEntry(_Entry):
    """A section of the act."""

    id: str
    citation: str


class ActEntry(_Entry):
    """An act, or a program without one, and its cells."""

    id: str
    """A slug that is unique in the state."""
    default: bool = False
    """Whether the state's bare name means this act."""
    label: str
    """What a line of a table calls it."""
    name: str
    """The program's name."""
    citation: str = ""
    standing: Standing
    repealed: str = ""
    """The year or date of the repeal."""
    statutes: tuple[StatuteEntry, ...] = ()
    """Its sections, in order; none for a program without a statute held."""
    names: dict[str, str] = Field(default_factory=dict)
    """What the act calls the bodies and things of a bill, by their role, without an article."""
    note: str = ""
    cell: tuple[CellEntry, ...] = ()


class ProfileFile(_Entry):
    """A whole ``profile.toml``."""

    jurisdiction: str
    act: tuple[ActEntry, ...] = Field(min_length=1)


def read_profile_file(path: Path) -> ProfileFile:
    """Reads and checks a profile file.

    Raises:
        ReadError: ``unreadable`` where the file cannot be read or is not UTF-8; ``toml-syntax``
            where it is not TOML; ``bad-profile`` for each entry that is not as it should be.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(
            Finding("unreadable", f"the profile cannot be read: {error}.", Where(str(path)))
        ) from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ReadError(
            Finding("toml-syntax", f"the profile is not TOML: {error}.", Where(str(path)))
        ) from error
    try:
        return ProfileFile.model_validate(data)
    except ValidationError as error:
        raise ReadError(
            *(
                Finding(
                    "bad-profile",
                    f"{fault['msg'][:1].lower()}{fault['msg'][1:]}.",
                    Where(str(path), line_of(text, fault["loc"]), _path(data, fault["loc"])),
                )
                for fault in error.errors()
            )
        ) from error


def line_of(text: str, loc: Sequence[str | int]) -> int | None:
    """Finds the line of the ``[[act]]`` or ``[[act.cell]]`` that an error's location lies in."""
    match tuple(loc):
        case ("act", int(act), "cell", int(cell), *_):
            wanted = (act, cell)
        case ("act", int(act), *_):
            wanted = (act, -1)
        case _:
            return None
    here = (-1, -1)
    for number, line in enumerate(text.splitlines(), start=1):
        if found := re.match(r"\s*\[\[\s*(act(?:\.cell)?)\s*\]\]", line):
            here = (here[0] + 1, -1) if found[1] == "act" else (here[0], here[1] + 1)
            if here == wanted:
                return number
    return None


def _path(data: dict[str, object], loc: Sequence[str | int]) -> str:
    """Names the act, the cell and the key of an error's location, as far as they have names."""
    steps: list[str] = []
    here: object = data
    for step in loc:
        if isinstance(here, dict) and isinstance(step, str) and step in here:
            here = here[step]
            if step not in {"act", "cell"}:
                steps.append(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
            steps.append(_name(here, step))
        elif not (isinstance(step, str) and step in {"quoted", "fact", "not-found", "not-held"}):
            steps.append(str(step))
    return " > ".join(steps)


def _name(entry: object, place: int) -> str:
    """Names an entry of a list by its id or kind, else by its place, counted from 1."""
    if isinstance(entry, dict):
        for key in ("id", "kind", "provision"):
            if isinstance(entry.get(key), str):
                return str(entry[key])
    return str(place + 1)
