"""Votes: who must say yes, by what share, of whom, and by what ballot."""

from __future__ import annotations

from typing import Literal, TypeAlias

from billkit.clauses.amounts import Share
from billkit.clauses.base import Named, OrBlank, Slug, Value

__all__ = ["EVERYDAY_VOTERS", "Ballot", "Stage", "Vote", "VoteBase", "VoterScope"]

EVERYDAY_VOTERS = (
    "teachers",
    "administrators",
    "licensed-staff",
    "classified-staff",
    "employees",
    "parents",
    "students",
    "members",
    "school-accountability-committee",
)
"""Voters whose name says who they are; all others are a body of the bill, defined, or described."""

VoteBase: TypeAlias = Literal["eligible", "voting", "present"]
"""Of whom a share is counted: all who may vote, those who do, those present."""

Ballot: TypeAlias = Literal["any", "secret", "open", "recorded"]
"""How votes are cast; ``any`` leaves it open."""

VoterScope: TypeAlias = Literal["school", "district", "partner", "zone", "whole"]
"""Where the vote is counted: in each school, district, partner or zone, or in the whole."""

Stage: TypeAlias = Literal["apply", "approve", "revise", "renew", "withdraw"]
"""A step in the life of a zone at which somebody may have to agree."""


class Vote(Value):
    """A vote or consent that is required."""

    body: Slug = "governing-board"
    """Who votes: a body of the bill (``governing-board``), a defined term
    (``eligible-employees``), an everyday group (``teachers``), or a group described in
    ``meaning``."""
    stage: Stage = "apply"
    """At which step it is needed."""
    share: OrBlank[Share] = Share.parse("majority")
    """By what share."""
    base: VoteBase = "eligible"
    """Of whom the share is counted."""
    ballot: Ballot = "any"
    """By what ballot."""
    each: VoterScope = "school"
    """Where the vote is counted."""
    meaning: Named | None = None
    """Who the voters are, in the bill's own words, where no definition says so."""
    act: Literal["vote", "consent", "approval"] = "vote"
    """What is asked of them: a vote, a consent, or a board's approval."""
