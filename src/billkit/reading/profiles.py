"""What an act says, provision by provision: typed values, each with its quotation and place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from billkit.tree import Standing, Status

__all__ = [
    "Cell",
    "Fact",
    "NotFound",
    "NotHeld",
    "Profile",
    "ProfileKind",
    "Quotation",
    "Quoted",
    "Sourced",
    "StatuteRef",
]

ProfileKind: TypeAlias = Literal["curated", "drafted", "read"]
"""How a profile came about: kept by hand, from a bill's clauses, or read from a text's words."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Gives the words of a provision and where they stand.

    ``statute`` is the id in the statute library ("" for any other text), ``provision`` the id in
    that document, ``citation`` the legal path as people write it. ``status`` is the text status of
    these words, None where none is known; ``confidence`` runs from 0 to 1 and is 1 for whatever a
    person or a clause tag vouches for.
    """

    words: str
    provision: str
    citation: str
    statute: str = ""
    status: Status | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Sourced:
    """Names the record or page that a fact is taken from, and its address where it has one."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A provision the held text says in so many words."""

    kind: str
    id: str
    quotations: tuple[Quotation, ...]
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    note: str = ""

    @property
    def confidence(self) -> float:
        """The confidence of the least certain quotation."""
        return min((quotation.confidence for quotation in self.quotations), default=0.0)


@dataclass(frozen=True, slots=True)
class Fact:
    """A provision known from a record, in words of billkit's own; no law is quoted."""

    kind: str
    id: str
    statement: str
    sources: tuple[Sourced, ...]
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    note: str = ""


@dataclass(frozen=True, slots=True)
class NotFound:
    """A provision that the text, which is complete, does not have."""

    kind: str
    id: str
    searched: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class NotHeld:
    """A provision of which nothing can be said: the text where it would stand is not held."""

    kind: str
    id: str
    missing: str
    note: str = ""


Cell: TypeAlias = Quoted | Fact | NotFound | NotHeld
"""One provision of one act, in one of the four states of knowledge."""


@dataclass(frozen=True, slots=True)
class StatuteRef:
    """Names one section of an act: its id in the statute library and its citation."""

    id: str
    citation: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What one act says, as far as known.

    ``label`` is the short name that a line of a table can carry ("Kentucky"), ``name`` the
    program's, ``citation`` the act's. ``standing`` is the law's or the draft's; ``repealed`` the
    year or date of a repeal, "" where there is none; ``names`` is what the act calls the bodies of
    a bill, by role.
    """

    id: str
    jurisdiction: str
    label: str
    name: str
    citation: str
    cells: tuple[Cell, ...]
    origin: ProfileKind
    standing: Standing = "text"
    repealed: str = ""
    statutes: tuple[StatuteRef, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    note: str = ""

    def cells_of(self, kind: str) -> tuple[Cell, ...]:
        """Gives every cell of a kind, in order; an act can have two terms."""
        return tuple(cell for cell in self.cells if cell.kind == kind)

    def cell(self, kind: str) -> Cell | None:
        """Gives the first cell of a kind, or None where nothing is recorded."""
        return next(iter(self.cells_of(kind)), None)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of provision there is a cell for, each once."""
        return tuple(dict.fromkeys(cell.kind for cell in self.cells))

    def __str__(self) -> str:
        """Names the act for people."""
        return self.citation or self.name or "untitled text"

    def __repr__(self) -> str:
        """Names the act and its size, short."""
        return f"<Profile {self!s}: {len(self.cells)} cells>"
