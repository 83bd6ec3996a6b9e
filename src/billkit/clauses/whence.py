"""Where a bill comes from: the places of its fields and clauses in the files it was loaded from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from billkit.clauses.clause import Clause
from billkit.clauses.sources import Source
from billkit.clauses.toml_lines import TomlPath

__all__ = ["Whence"]


@dataclass(frozen=True, slots=True)
class Whence:
    """Keeps the places of a bill, for findings that are made long after it was loaded.

    It is no part of what a bill says: any two are equal.
    """

    clauses: tuple[tuple[Clause, Source, TomlPath], ...] = field(default=(), compare=False)
    """Each clause as it was loaded, with its file and its path there."""
    head: Mapping[str, object] = field(default_factory=dict, compare=False)
    """The other fields as they were loaded, by their names."""
    sources: tuple[Source, ...] = field(default=(), compare=False)
    """The files, the bill's own first."""

    def of_clause(self, clause: Clause) -> tuple[Source, TomlPath] | None:
        """Finds where a clause stands; None for one that is not as it was loaded."""
        held = (entry[1:] for entry in self.clauses if entry[0] == clause)
        return next(held, None)

    def of_field(self, path: TomlPath, value: object) -> Source | None:
        """Finds the file in which a field of the bill stands, if it still is what that says."""
        if not self.sources or self.head.get(str(path[0]).replace("-", "_")) != value:
            return None
        best = max(self.sources, key=lambda source: source.holds(path))
        return best if best.holds(path) else None
