"""Acts side by side: one row for each provision, one cell for each act, parameters first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, assert_never

from billkit.errors import Finding
from billkit.reading.kinds import question, title
from billkit.reading.profiles import Cell, Fact, NotFound, NotHeld, ProfileKind, Quoted
from billkit.tree import Standing

__all__ = [
    "CELL_STATES",
    "CellState",
    "Contrast",
    "Matrix",
    "Parameter",
    "Party",
    "Row",
    "state_of",
    "statuses_of",
]

CellState: TypeAlias = Literal["quoted", "fact", "not found", "not held"]
"""The four states of knowledge, as people read them."""

CELL_STATES: tuple[CellState, ...] = ("quoted", "fact", "not found", "not held")


def state_of(cell: Cell) -> CellState:
    """Names the state of knowledge of a cell."""
    match cell:
        case Quoted():
            return "quoted"
        case Fact():
            return "fact"
        case NotFound():
            return "not found"
        case NotHeld():
            return "not held"
    assert_never(cell)


def statuses_of(cell: Quoted) -> tuple[str, ...]:
    """Names the text statuses of a cell's quotations, each once, in order."""
    return tuple(dict.fromkeys(q.status for q in cell.quotations if q.status is not None))


@dataclass(frozen=True, slots=True)
class Party:
    """One of the acts set side by side.

    ``label`` is short and unlike the others'; ``citation`` names the act; ``origin`` says how its
    provisions are known: kept by hand, from a bill's clauses, or read from the words.
    """

    label: str
    name: str
    citation: str
    standing: Standing
    repealed: str
    origin: ProfileKind

    @property
    def described(self) -> str:
        """The act with its standing: ``KRS 156.108, 160.107 (repealed 2025)``."""
        said = self.citation or self.name or "untitled text"
        if self.standing == "repealed":
            return f"{said} (repealed {self.repealed})" if self.repealed else f"{said} (repealed)"
        return said if self.standing in {"in force", "text"} else f"{said} ({self.standing})"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value of a provision across the acts.

    ``values`` has a text for each party, None where the party's provision gives none;
    ``differs`` is true where two parties give unlike values.
    """

    name: str
    values: tuple[str | None, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One provision across the acts: the cells of each party, and the parameters they share."""

    kind: str
    cells: tuple[tuple[Cell, ...], ...]
    parameters: tuple[Parameter, ...] = ()

    @property
    def title(self) -> str:
        """The provision's name as a heading."""
        return title(self.kind)

    @property
    def question(self) -> str:
        """What the provision answers."""
        return question(self.kind)

    @property
    def is_said(self) -> bool:
        """Whether any party says it, in its words or by a record."""
        return any(isinstance(cell, Quoted | Fact) for cells in self.cells for cell in cells)

    @property
    def differences(self) -> tuple[Parameter, ...]:
        """The parameters in which the parties differ."""
        return tuple(parameter for parameter in self.parameters if parameter.differs)


@dataclass(frozen=True)
class Contrast:
    """Sets a draft and the law, or several laws, side by side, provision by provision.

    ``findings`` are things to look at that follow from the texts, such as a term that is defined
    and never used.
    """

    parties: tuple[Party, ...]
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()

    def row(self, kind: str) -> Row | None:
        """Gives the row of a kind of provision, or None."""
        return next((row for row in self.rows if row.kind == kind), None)

    @property
    def differences(self) -> tuple[tuple[Row, Parameter], ...]:
        """Every parameter in which the parties differ, with its row, in order."""
        return tuple((row, parameter) for row in self.rows for parameter in row.differences)

    def __repr__(self) -> str:
        """Says how much there is, short."""
        return f"<Contrast of {len(self.parties)} texts: {len(self.rows)} provisions>"


@dataclass(frozen=True)
class Matrix:
    """Provision by act: what each act says, with the words and the citation behind each cell."""

    parties: tuple[Party, ...]
    rows: tuple[Row, ...]

    def row(self, kind: str) -> Row | None:
        """Gives the row of a kind of provision, or None."""
        return next((row for row in self.rows if row.kind == kind), None)

    def __repr__(self) -> str:
        """Says how much there is, short."""
        return f"<Matrix of {len(self.rows)} provisions by {len(self.parties)} texts>"
