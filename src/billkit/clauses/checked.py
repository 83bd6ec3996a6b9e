"""A bill as its checks see it: as far as its clauses could be made, with their places."""

from __future__ import annotations

from dataclasses import dataclass

from billkit.clauses.bill import Bill
from billkit.clauses.toml_lines import TomlPath

__all__ = ["Checked"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A bill as far as its clauses could be made, for checks that look at them together.

    ``broken`` holds the kinds and ids of clauses that could not be made: they are there, but
    nothing is known of what they say. ``places`` gives the place of each clause in the file.
    """

    bill: Bill
    broken: frozenset[str] = frozenset()
    places: tuple[int, ...] = ()

    def has(self, *kinds: str) -> bool:
        """Says whether the bill has a clause of one of some kinds, readable or not."""
        return bool((self.bill.kinds | self.broken) & set(kinds))

    def is_broken(self, *kinds: str) -> bool:
        """Says whether a clause of one of some kinds could not be made."""
        return bool(self.broken & set(kinds))

    def path(self, index: int, *below: str | int) -> TomlPath:
        """Gives the path of a clause in the file, and of what stands below it."""
        return ("clauses", self.places[index] if self.places else index, *below)
