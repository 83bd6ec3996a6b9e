"""Clauses on how long a zone lasts: term, renewal, revocation."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field, model_validator

from billkit.clauses.base import Count, refuse
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause, points
from billkit.clauses.durations import Deadline, Duration, Term
from billkit.clauses.items import Item
from billkit.clauses.names import Role

__all__ = [
    "RenewalClause",
    "RenewalItem",
    "RevocationClause",
    "RevocationItem",
    "TermClause",
]


class TermClause(Clause):
    """How long the first approval lasts."""

    kind: Literal["term"] = "term"
    subject: Role = "zone"
    """What lasts: the ``zone``, the ``waiver``, the ``plan``."""
    initial: Term = Duration.parse("5 years")
    """How long."""
    begins: Literal["approval", "next-school-year", "approved-date"] = "approval"
    """From when: the approval, the next school year, a date the approval names."""
    specified: bool = False
    """Whether each approval must name its time."""


RenewalKey: TypeAlias = Literal[
    "rules",
    "application",
    "progress",
    "compliance",
    "evaluation",
    "revised-plan",
    "votes-again",
    "before-expiration",
]


class RenewalItem(Item):
    """A condition of renewal."""

    key: RenewalKey | None = None
    """The condition that is meant."""


class RenewalClause(Clause):
    """How long each renewal lasts, how often there may be one, and on what conditions."""

    kind: Literal["renewal"] = "renewal"
    body: Role = "state-board"
    """Who renews."""
    called: Literal["renewal", "extension"] = "renewal"
    """What the law calls it."""
    each: Term | None = Duration.parse("up to 5 years")
    """How long each renewal lasts, where all are alike; none where first and later differ."""
    first: Term | None = None
    """How long the first lasts, where the later ones differ."""
    later: Term | None = None
    """How long each later one lasts."""
    most: Count | None = None
    """How many renewals there may be; none sets no limit."""
    conditions: tuple[RenewalItem, ...] = points(RenewalItem, "progress", "compliance")
    """What a renewal depends on."""
    apply_by: Deadline | None = None
    """By when a renewal must be asked for."""

    @model_validator(mode="before")
    @classmethod
    def _unlike(cls, data: object) -> object:
        """Takes the usual length back where the first and the later ones are given."""
        if isinstance(data, dict) and {"first", "later"} & set(data) and "each" not in data:
            return {**data, "each": None}
        return data

    @model_validator(mode="after")
    def _check(self) -> RenewalClause:
        """Wants one length for all, or a first and a later one."""
        if (self.each is None) == (self.first is None):
            hint = "give `each` alone, or `first` and `later`."
            refuse("contradictory-lengths", "renewals are alike, or first and later differ.", hint)
        if self.later is not None and self.first is None:
            hint = "give `first`, or `each` where all are alike."
            refuse("contradictory-lengths", "a later renewal needs a first.", hint)
        if self.later is not None and self.most == 1:
            hint = "leave `later` out, or allow more."
            refuse("contradictory-lengths", "there is one renewal, so no later one.", hint)
        return self


RevocationKey: TypeAlias = Literal[
    "fails-terms",
    "fails-requirements",
    "fails-timeline",
    "no-progress",
    "no-improvement",
    "health-safety",
    "violates-law",
    "false-statements",
    "mismanages-funds",
    "fails-to-report",
    "request",
]


class RevocationItem(Item):
    """A ground for taking an approval back."""

    key: RevocationKey | None = None
    """The ground that is meant."""


class RevocationClause(Clause):
    """Who may take an approval back, on which grounds, and after what."""

    kind: Literal["revocation"] = "revocation"
    body: Role = "state-board"
    """Who revokes."""
    subject: Role = "zone"
    """What is taken back: approval of the ``zone``, a ``waiver``, a ``plan``."""
    power: Literal["may", "shall"] = "may"
    """Whether it may or must."""
    action: Literal["revoke", "suspend-or-revoke", "suspend-or-terminate"] = "revoke"
    """What it does."""
    recommended_by: Role | None = None
    """On whose recommendation."""
    grounds: tuple[RevocationItem, ...] = Field(
        default=points(RevocationItem, "fails-terms", "no-progress", "violates-law"), min_length=1
    )
    """On which grounds; one of them is enough."""
    under: tuple[Reference, ...] = ()
    """Under which provisions the approval or waiver was granted."""
    notice: Duration | None = Duration.parse("30 days")
    """How long before it the zone is told."""
    remedy: bool = True
    """Whether the zone may first put things right."""
    remedy_within: Duration | None = Duration.parse("90 days")
    """How long it has for that; none leaves it open."""
    hearing: bool = True
    """Whether the zone is heard."""
    effective: Literal["at-once", "end-of-school-year"] = "end-of-school-year"
    """When the revocation takes effect."""
    withdrawal: bool = True
    """Whether a zone may withdraw of its own will."""

    @model_validator(mode="before")
    @classmethod
    def _no_remedy(cls, data: object) -> object:
        """Takes the usual time for a remedy back where there is none."""
        if isinstance(data, dict) and data.get("remedy") is False:
            return {"remedy-within": None, **data} if "remedy_within" not in data else data
        return data

    @model_validator(mode="after")
    def _check(self) -> RevocationClause:
        """Refuses a time for a remedy that is not given."""
        if not self.remedy and self.remedy_within is not None:
            refuse(
                "contradictory-remedy",
                "there is a time for a remedy, but no remedy.",
                "set `remedy = true`, or leave the time out.",
            )
        return self
