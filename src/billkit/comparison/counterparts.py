"""The counterparts found so far: one place of the enacted text for one of the proposed."""

from __future__ import annotations

from billkit.comparison.operations import Evidence
from billkit.comparison.sides import Side
from billkit.comparison.similarity import Similarity

__all__ = ["NONE", "Counterparts"]

NONE = -1
"""Stands for the counterpart that a provision does not have."""


class Counterparts:
    """Holds the counterparts found so far: ``partner[e]`` and ``origin[p]`` are places or NONE."""

    __slots__ = ("enacted", "evidence", "origin", "partner", "proposed", "similarity")

    def __init__(self, enacted: Side, proposed: Side) -> None:
        """Starts with nothing matched."""
        self.enacted = enacted
        self.proposed = proposed
        self.partner = [NONE] * len(enacted)
        self.origin = [NONE] * len(proposed)
        self.evidence: dict[tuple[int, int], Evidence] = {}
        self.similarity = Similarity()

    def match(self, enacted: int, proposed: int, evidence: Evidence | None = None) -> None:
        """Takes two provisions for counterparts."""
        self.partner[enacted] = proposed
        self.origin[proposed] = enacted
        if evidence is not None:
            self.evidence[enacted, proposed] = evidence

    def same_parent(self, enacted: int, proposed: int) -> bool:
        """Says whether the parents of two provisions are counterparts."""
        above, over = self.enacted.parents[enacted], self.proposed.parents[proposed]
        if NONE in {above, over}:
            return above == over
        return self.partner[above] == over
