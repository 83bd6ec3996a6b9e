"""The index of the library: which laws are held, in which versions, and where each part is from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from billkit.akn import Event, EventKind
from billkit.errors import Finding, StatuteError, Where
from billkit.tree import Source, Status

__all__ = [
    "ActEntry",
    "EventEntry",
    "FactEntry",
    "Index",
    "NamedSource",
    "SourceEntry",
    "StatuteEntry",
    "TextType",
    "VersionEntry",
    "read_index",
]

TextType: TypeAlias = Literal["statute", "session-law", "rule", "bill"]
"""What a text is; only the first two are law."""

Date: TypeAlias = Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$")]
"""An ISO date, or its year or month where no more is known; "" where nothing is."""

_Id: TypeAlias = Annotated[str, StringConstraints(pattern=r"^us-[a-z]{2}/[a-z0-9.-]+$")]
_Label: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]*$")]


class _Entry(BaseModel):
    """An entry of the file: nothing in it is unknown or changed later."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        validate_by_name=True,
        validate_by_alias=True,
    )


class SourceEntry(_Entry):
    """Where the words of a part come from."""

    of: str
    """The part, as ``(1) and the first sentence of (2)``."""
    source: str
    """The address or the title of the copy."""
    retrieved: Date = ""
    """The day on which it was taken, where it is known."""

    @classmethod
    def of_source(cls, source: Source) -> SourceEntry:
        """Makes an entry of what a document says of its sources."""
        return cls.model_construct(of=source.of, source=source.source, retrieved=source.retrieved)


class EventEntry(_Entry):
    """One event in the life of a law."""

    kind: EventKind
    date: Date = ""
    """The day on which it took effect, else that of the act, as far as known."""
    act: str = ""
    """The act that brought it about."""

    @classmethod
    def of_event(cls, event: Event) -> EventEntry:
        """Makes an entry of what a file says of its law's life."""
        return cls.model_construct(kind=event.kind, date=event.date, act=event.act)

    def event(self) -> Event:
        """Gives the event as files keep it."""
        return Event(self.kind, self.date, self.act)


class VersionEntry(_Entry):
    """A version that is held; its text stands in the file of that label."""

    label: _Label = ""
    """What stands after the ``@`` in its id; "" for a law held in one version."""
    in_force: Date = ""
    """Since when it is in force."""
    until: Date = ""
    """Until when it was in force."""
    current: Date = ""
    """The last day on which a copy says that it is current."""
    complete: bool = False
    """Whether all of its text is held."""
    note: str = ""
    words: dict[Status, int] = Field(default_factory=dict)
    """How many words are held, per text status."""
    gaps: int = Field(default=0, ge=0)
    """In how many places words are not held."""
    sources: tuple[SourceEntry, ...] = ()


class StatuteEntry(_Entry):
    """A section of a code, a section of an act, a rule or a bill."""

    id: _Id
    citation: str = Field(min_length=1)
    title: str = ""
    """The publisher's catchline; not law."""
    type: TextType
    address: str = ""
    """Where its state publishes it, as far as known."""
    moved_to: str = ""
    """The id under which its words stand today, where it was moved."""
    note: str = ""
    events: tuple[EventEntry, ...] = ()
    version: tuple[VersionEntry, ...] = Field(min_length=1)
    """Its versions, the earliest first."""


class NamedSource(_Entry):
    """A page or a paper, by name and address."""

    name: str = Field(min_length=1)
    address: str = ""


class FactEntry(_Entry):
    """A fact about a program, told in billkit's own words, with its source."""

    statement: str = Field(min_length=1)
    sources: tuple[NamedSource, ...] = Field(min_length=1)


class ActEntry(_Entry):
    """A program: an act of several sections, or one of which only facts are known."""

    id: _Id
    name: str = Field(min_length=1)
    citation: str = ""
    default: bool = False
    """Whether the bare name of the state means it."""
    sections: tuple[_Id, ...] = ()
    note: str = ""
    fact: tuple[FactEntry, ...] = ()


_T = TypeVar("_T", bound=_Entry)
_TABLE = re.compile(r"^\[\[(act|statute)\]\][ \t]*(?:#.*)?$", re.MULTILINE)
_ID = re.compile(r'^id = "([^"\\]+)"[ \t]*$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Piece:
    """The part of the file that one entry fills."""

    table: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Index:
    """An index file, of which each entry is read when it is asked for."""

    file: Path
    acts: dict[str, _Piece]
    statutes: dict[str, _Piece]

    def act(self, id_: str) -> ActEntry | None:
        """Gives the act of that id."""
        return self._load(self.acts.get(id_), ActEntry)

    def statute(self, id_: str) -> StatuteEntry | None:
        """Gives the statute of that id."""
        return self._load(self.statutes.get(id_), StatuteEntry)

    def _load(self, piece: _Piece | None, model: type[_T]) -> _T | None:
        """Checks one entry.

        Raises:
            StatuteError: ``bad-index`` with every mistake in it.
        """
        if piece is None:
            return None
        try:
            found = tomllib.loads(piece.text)[piece.table]
            return model.model_validate(found[0])
        except tomllib.TOMLDecodeError as error:
            raise self._error([(str(error), "")], piece) from None
        except ValidationError as error:
            problems = [
                (problem["msg"], ".".join(str(part) for part in problem["loc"]))
                for problem in error.errors()
            ]
            raise self._error(problems, piece) from None

    def _error(self, problems: Iterable[tuple[str, str]], piece: _Piece) -> StatuteError:
        """Says what is wrong with an entry."""
        where = Where(file=str(self.file), line=piece.line)
        return StatuteError(
            *[
                Finding(
                    code="bad-index",
                    message=f"the entry cannot be used: {message}.",
                    where=where,
                    excerpt=place,
                )
                for message, place in problems
            ]
        )


def read_index(file: Path) -> Index:
    """Reads an index file: finds its entries, and leaves each unread until it is asked for.

    Args:
        file: The file; each of its entries begins with a line ``[[act]]`` or ``[[statute]]`` and
            has a line ``id = "..."``.

    Raises:
        StatuteError: ``bad-index`` where it is not UTF-8, or an entry has no id or a second one's.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise _bad(file, None, "it is not UTF-8") from None
    index = Index(file, {}, {})
    starts = [match.start() for match in _TABLE.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:end]
        line = text.count("\n", 0, start) + 1
        table = _TABLE.match(piece)
        named = _ID.search(piece)
        if table is None or named is None:
            raise _bad(file, line, "the entry has no id")
        held = index.acts if table.group(1) == "act" else index.statutes
        if named.group(1) in held:
            raise _bad(file, line, f"{named.group(1)} stands in it twice")
        held[named.group(1)] = _Piece(table.group(1), line, piece)
    return index


def _bad(file: Path, line: int | None, what: str) -> StatuteError:
    """Says that an index cannot be used."""
    return StatuteError(
        Finding(
            code="bad-index",
            message=f"the index of the library cannot be used: {what}.",
            where=Where(file=str(file), line=line),
        )
    )
