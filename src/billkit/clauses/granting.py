"""Clauses on who grants and who may ask: authority, eligibility, thresholds, decision."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field, model_validator

from billkit.clauses.amounts import Cap, Share
from billkit.clauses.base import Value, refuse
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause, points
from billkit.clauses.durations import Deadline, Duration
from billkit.clauses.framing import PurposeItem
from billkit.clauses.items import Item
from billkit.clauses.names import Role
from billkit.clauses.voting import Stage, Vote

__all__ = [
    "Appeal",
    "Applicant",
    "ApprovalThresholdClause",
    "AuthorityClause",
    "CompelledItem",
    "DecisionClause",
    "EligibilityClause",
    "EligibilityItem",
    "PriorityItem",
    "StandardItem",
]


class AuthorityClause(Clause):
    """Which body may approve or designate what, on whose recommendation, up to which cap."""

    kind: Literal["authority"] = "authority"
    body: Role = "state-board"
    """Who may approve."""
    object: Role = "zone"
    """What may be approved: a ``zone``, a ``plan``, a ``waiver``, a ``program``."""
    action: Literal["approve", "designate", "accept", "grant", "establish"] = "approve"
    """What the body does."""
    power: Literal["may", "shall"] = "may"
    """Whether it may or, where the conditions are met, must."""
    recommended_by: Role | None = None
    """On whose recommendation."""
    purposes: tuple[PurposeItem, ...] = points(PurposeItem, "improve-performance")
    """To what end, where the clause says so."""
    caps: tuple[Cap, ...] = ()
    """How many there may be."""
    under: tuple[Reference, ...] = ()
    """Under which provisions."""
    delegates_to: Role | None = None
    """Who may act for the body."""

    @model_validator(mode="after")
    def _check(self) -> AuthorityClause:
        """Refuses two caps counted alike."""
        counted = [(cap.per, cap.region) for cap in self.caps]
        if len(set(counted)) != len(counted):
            refuse(
                "contradictory-caps", "two caps are counted in the same way.", "keep one of them."
            )
        return self


Applicant: TypeAlias = Literal[
    "district",
    "school",
    "group-of-schools",
    "group-of-districts",
    "charter-school",
    "nonpublic-school",
    "tribal-school",
    "state-school",
    "regional-agency",
    "partnership",
]
"""Who may apply."""

CompelledKey: TypeAlias = Literal["low-achieving", "turnaround", "conversion"]


class CompelledItem(Item):
    """A school that may be made to take part although it did not choose to."""

    key: CompelledKey | None = None
    """The school that is meant."""


EligibilityKey: TypeAlias = Literal[
    "accredited",
    "good-standing",
    "sound-finances",
    "serves-public",
    "support-shown",
    "approved-by-board",
    "not-revoked-before",
]


class EligibilityItem(Item):
    """A condition of eligibility."""

    key: EligibilityKey | None = None
    """The condition that is meant."""


PriorityKey: TypeAlias = Literal[
    "low-performing", "rural", "high-poverty", "geographic-spread", "variety", "small"
]


class PriorityItem(Item):
    """An applicant preferred where not all can be approved."""

    key: PriorityKey | None = None
    """The applicant that is meant."""


class EligibilityClause(Clause):
    """Who may apply."""

    kind: Literal["eligibility"] = "eligibility"
    applicants: tuple[Applicant, ...] = Field(
        default=("district", "school", "group-of-schools"), min_length=1
    )
    """Who may apply."""
    object: Role = "zone"
    """For the approval of what: a ``zone``, a ``waiver``, a ``program``."""
    approved_by: tuple[Role, ...] = ()
    """Whose approval an applicant needs first, where no threshold says it."""
    conditions: tuple[EligibilityItem, ...] = ()
    """What an applicant must be."""
    voluntary: bool = True
    """Whether only schools that choose to take part are included."""
    compelled: tuple[CompelledItem, ...] = ()
    """Schools that may be made to take part all the same, with the provisions that name them."""
    compelled_by: Role = "governing-board"
    """Who may make them."""
    priorities: tuple[PriorityItem, ...] = ()
    """Who is preferred."""

    @model_validator(mode="after")
    def _check(self) -> EligibilityClause:
        """Refuses an exception where there is no rule."""
        if self.compelled and not self.voluntary:
            message = "schools can be made to take part only where others choose to."
            refuse("contradictory-choice", message, "set `voluntary = true`.")
        return self


class ApprovalThresholdClause(Clause):
    """Who must vote for it, by what share, of whom, by what ballot, at which stage."""

    kind: Literal["approval-threshold"] = "approval-threshold"
    votes: tuple[Vote, ...] = Field(
        default=(Vote(body="employees", share=Share.parse("two-thirds")),), min_length=1
    )
    """The votes."""
    needed: Literal["all", "any"] = "all"
    """Whether all of them are needed or one is enough."""
    documented: bool = True
    """Whether the result goes with the application."""
    again_after: Duration | None = None
    """How long after a failed vote another may be held."""

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages at which votes are held, each once."""
        return tuple(dict.fromkeys(vote.stage for vote in self.votes))


StandardKey: TypeAlias = Literal[
    "meets-requirements",
    "likely-to-improve",
    "fiscally-feasible",
    "support-shown",
    "capacity",
    "evidence-based",
    "protects-equity",
    "measurable-goals",
    "sound-evaluation",
]


class StandardItem(Item):
    """A standard that a plan must meet."""

    key: StandardKey | None = None
    """The standard that is meant."""


class Appeal(Value):
    """A way to another body against a denial."""

    to: Role = "chief"
    """To whom."""
    within: Deadline = Deadline.parse("30 days after denial")
    """By when it must be brought."""
    decided: Deadline | None = None
    """By when it is decided; ``60 days after appeal``."""
    final: bool = True
    """Whether the decision on it is final."""


class DecisionClause(Clause):
    """How and by when it is decided, and what follows a denial."""

    kind: Literal["decision"] = "decision"
    body: Role = "state-board"
    """Who decides."""
    subject: Role = "plan"
    """What is decided on."""
    actions: tuple[Literal["approve", "reject", "modify", "conditions", "return"], ...] = Field(
        default=("approve", "reject"), min_length=1
    )
    """What the body may do with it."""
    power: Literal["may", "shall"] = "shall"
    """Whether it may decide, or must."""
    within: Deadline | None = Deadline.parse("60 days after receipt")
    """By when."""
    standard: tuple[StandardItem, ...] = points(
        StandardItem, "meets-requirements", "likely-to-improve", "fiscally-feasible"
    )
    """What a plan must meet to be approved."""
    must_approve: bool = False
    """Whether a plan that meets the standard must be approved."""
    reviewed_by: Role | None = None
    """Whose recommendation or comment is heard first."""
    review_within: Deadline | None = None
    """By when the review is given."""
    public_hearing: bool = False
    """Whether there is a public hearing first."""
    reasons: bool = True
    """Whether a denial is given with its reasons, in writing."""
    resubmission: bool = True
    """Whether a rejected plan may be changed and submitted again."""
    objections_met: bool = False
    """Whether the changed plan must meet each objection."""
    appeal: Appeal | None = None
    """Whether one may appeal."""
    on_silence: Literal["nothing", "approved", "denied"] = "nothing"
    """What holds where nothing is decided in time."""

    @model_validator(mode="after")
    def _check(self) -> DecisionClause:
        """Refuses a consequence of a deadline that is not set."""
        if self.on_silence != "nothing" and self.within is None:
            message = "silence has a consequence only where there is a deadline."
            refuse("no-deadline", message, "give `within`.")
        if self.review_within is not None and self.reviewed_by is None:
            refuse(
                "no-reviewer",
                "a review has a deadline but no one to give it.",
                "give `reviewed-by`.",
            )
        return self
