"""The sections of a bill, where the bill itself lays them out."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeAlias

from pydantic import Field

from billkit.clauses.base import Slug, Text, Value
from billkit.clauses.citing import Reference

__all__ = ["Group", "SectionPlan"]

Group: TypeAlias = Slug | tuple[Slug, ...]
"""A clause by its id; or several that share one provision, their sentences one after the other."""


class SectionPlan(Value):
    """A section of the bill: which clauses it holds, and how it is headed and numbered.

    A clause that no plan names is a section of its own, where the state's style has its kind.
    """

    clauses: tuple[Group, ...] = Field(min_length=1)
    """The clauses by their ids, in order; ids in brackets of their own share one provision."""
    heading: Text | None = None
    """The heading, where the state's sections bear one; the first clause's where none is given."""
    number: Text | None = None
    """The section's number in the code, where it is known: ``37-179-1``."""
    home: Reference | None = None
    """Where in the code it stands, where that is another place than the bill's home."""
    codified: bool = True
    """Whether the section enters the code; a pilot program may stand in the session laws alone."""

    @property
    def groups(self) -> tuple[tuple[Slug, ...], ...]:
        """The clauses of each provision."""
        return tuple((group,) if isinstance(group, str) else group for group in self.clauses)

    @property
    def ids(self) -> tuple[Slug, ...]:
        """Every clause the section names."""
        return tuple(id_ for group in self.groups for id_ in group)

    def of(self, ids: Collection[Slug]) -> SectionPlan | None:
        """Gives the plan with some clauses alone; None where it holds none of them."""
        groups: list[Group] = []
        for group in self.clauses:
            if isinstance(group, str):
                groups += [group] if group in ids else []
            elif kept := tuple(id_ for id_ in group if id_ in ids):
                groups.append(kept)
        return self.model_copy(update={"clauses": tuple(groups)}) if groups else None
