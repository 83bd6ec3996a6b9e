"""Clauses on rules, people and money: rulemaking, personnel, funding, grants, appropriation."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field, model_validator

from billkit.clauses.amounts import Cap, Money, Share
from billkit.clauses.base import Count, Named, OrBlank, Phrase, refuse
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause, points
from billkit.clauses.dates import Year
from billkit.clauses.durations import DueDate
from billkit.clauses.granting import Applicant, PriorityItem
from billkit.clauses.items import Item
from billkit.clauses.names import Role
from billkit.clauses.voting import Vote

__all__ = [
    "AidItem",
    "AppropriationClause",
    "FundingClause",
    "FundingItem",
    "GrantItem",
    "GrantsClause",
    "NoNewAidClause",
    "PersonnelClause",
    "PersonnelItem",
    "RuleItem",
    "RulemakingClause",
]

RuleKey: TypeAlias = Literal[
    "conditions",
    "exempted-areas",
    "application-process",
    "timelines",
    "support-documents",
    "shared-leadership",
    "revocation-process",
    "reporting-oversight",
    "financial-detail",
    "emphasis-areas",
    "professional-development",
    "other-components",
    "submission-and-evaluation",
    "criteria",
    "monitoring",
    "request-form",
    "grant-awards",
    "outcome-measures",
    "credit",
]


class RuleItem(Item):
    """Something the rules must lay down."""

    key: RuleKey | None = None
    """What is meant."""


class RulemakingClause(Clause):
    """Which body makes rules, by when, and on what."""

    kind: Literal["rulemaking"] = "rulemaking"
    body: Role = "state-board"
    """Who makes the rules."""
    power: Literal["shall", "may"] = "shall"
    """Whether it must or may."""
    items: tuple[RuleItem, ...] = points(
        RuleItem, "application-process", "timelines", "revocation-process", "reporting-oversight"
    )
    """What the rules lay down."""
    conditions: bool = False
    """Whether they also prescribe the conditions and procedures of approval, said first."""
    by: DueDate | None = None
    """By when."""
    published: bool = False
    """Whether they are also published by then."""
    under: tuple[Reference, ...] = ()
    """The law by which rules are made."""


PersonnelKey: TypeAlias = Literal[
    "employees-stay",
    "agreements-hold",
    "rights-kept",
    "retirement",
    "tenure",
    "transfer",
    "assignment",
    "certified-or-qualified",
    "no-retaliation",
    "pay-for-added-time",
]


class PersonnelItem(Item):
    """A rule for the staff of a zone."""

    key: PersonnelKey | None = None
    """The rule that is meant."""


class PersonnelClause(Clause):
    """What holds for the people who work in a zone."""

    kind: Literal["personnel"] = "personnel"
    items: tuple[PersonnelItem, ...] = Field(
        default=points(PersonnelItem, "employees-stay", "agreements-hold", "retirement"),
        min_length=1,
    )
    """The rules, with the provisions they cite."""
    agreement_vote: Vote | None = None
    """Who must agree before a provision of a collective agreement is waived."""


FundingKey: TypeAlias = Literal[
    "same-funding",
    "no-reduction",
    "categorical-kept",
    "lump-sum",
    "carry-over",
    "gifts-and-grants",
    "state-fund",
    "facilities",
    "start-up",
    "local-control",
]


class FundingItem(Item):
    """A rule on the money of a zone."""

    key: FundingKey | None = None
    """The rule that is meant."""


class FundingClause(Clause):
    """Where the money of a zone comes from."""

    kind: Literal["funding"] = "funding"
    items: tuple[FundingItem, ...] = Field(
        default=points(FundingItem, "same-funding", "gifts-and-grants"), min_length=1
    )
    """The rules, with the provisions they cite."""
    recipient: Role = "zone"
    """Whose money it is."""
    fund: Named | None = None
    """The name of a fund that is set up, where one is: ``innovation zone fund``."""
    held_by: Role = "department"
    """Who holds the fund."""


GrantKey: TypeAlias = Literal[
    "planning",
    "implementation",
    "expansion",
    "professional-learning",
    "evaluation",
    "collaborative",
    "technology",
    "local-accountability",
]


class GrantItem(Item):
    """A use of grants."""

    key: GrantKey | None = None
    """The use that is meant."""


class GrantsClause(Clause):
    """What grants there are: who gives them, to whom, how many and how much."""

    kind: Literal["grants"] = "grants"
    body: Role = "department"
    """Who gives them."""
    name: Named | None = None
    """The name of the grant program, where it has one."""
    items: tuple[GrantItem, ...] = Field(
        default=points(GrantItem, "planning", "implementation"), min_length=1
    )
    """What they are for."""
    recipients: tuple[Applicant, ...] = Field(default=("district", "charter-school"), min_length=1)
    """Who may receive them."""
    amount: OrBlank[Money] | None = None
    """The most that one grant may be."""
    share: Share | None = None
    """The part of what is appropriated that must go into grants."""
    caps: tuple[Cap, ...] = ()
    """How many grants at most."""
    reviewed_by: Role | None = None
    """Who reviews the applications."""
    award_by: DueDate | None = None
    """By when they are given."""
    years: Count | None = None
    """For how many years one runs."""
    priorities: tuple[PriorityItem, ...] = ()
    """Who is preferred."""
    contingent: bool = True
    """Whether grants depend on an appropriation."""
    reported: bool = True
    """Whether those who receive one report on it."""


AidKey: TypeAlias = Literal["state-aid", "levies", "formula", "enrollment-count"]


class AidItem(Item):
    """Something that a plan must not make larger."""

    key: AidKey | None = None
    """What is meant."""


class NoNewAidClause(Clause):
    """What must not cost more because of a plan."""

    kind: Literal["no-new-aid"] = "no-new-aid"
    items: tuple[AidItem, ...] = Field(default=points(AidItem, "state-aid", "levies"), min_length=1)
    """What must not rise."""
    subject: Role = "plan"
    """What must not make it rise."""
    bearer: Role = "zone"
    """Whose aid or levies are meant."""


class AppropriationClause(Clause):
    """Money given from the treasury."""

    kind: Literal["appropriation"] = "appropriation"
    amount: OrBlank[Money]
    """How much."""
    to: Role = "department"
    """To whom."""
    fund: Named = "general fund"
    """From which fund."""
    purpose: Phrase | None = None
    """What for; none is to carry out the act."""
    first_year: OrBlank[Year] | None = None
    """The year in which the fiscal year or biennium begins."""
    period: Literal["fiscal-year", "biennium", "unsaid"] = "fiscal-year"
    """For which time."""
    carries_over: bool = False
    """Whether what is not spent stays available."""

    @model_validator(mode="after")
    def _check(self) -> AppropriationClause:
        """Refuses a sum by the grant: an appropriation is a whole."""
        if isinstance(self.amount, Money) and self.amount.per not in {"total", "year", "biennium"}:
            refuse(
                "not-a-total",
                "an appropriation is a sum in total, by the year or biennium.",
                'write "$500,000".',
            )
        return self
