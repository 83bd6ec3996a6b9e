"""Clauses on credit and assessment: seat time, learning outside school, local assessment."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from billkit.clauses.amounts import Share
from billkit.clauses.base import Count, OrBlank
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause, points
from billkit.clauses.durations import Deadline, Duration
from billkit.clauses.granting import Applicant
from billkit.clauses.items import Item
from billkit.clauses.names import Role

__all__ = [
    "CreditConditionItem",
    "IndicatorItem",
    "LocalAssessmentClause",
    "OutsideCreditClause",
    "ProviderItem",
    "SeatTimeClause",
    "SeatTimeItem",
]

SeatTimeKey: TypeAlias = Literal[
    "credit-by-competency",
    "hours-waived",
    "advance-on-mastery",
    "assessments",
    "transcript",
    "transfer",
    "class-time-elsewhere",
    "funding-kept",
]


class SeatTimeItem(Item):
    """A rule on credit by competency."""

    key: SeatTimeKey | None = None
    """The rule that is meant."""


class SeatTimeClause(Clause):
    """How credit goes by what a student can do, not by hours in a seat."""

    kind: Literal["seat-time"] = "seat-time"
    body: Role = "governing-board"
    """Who grants the credit."""
    power: Literal["may", "shall"] = "may"
    """Whether it may or must."""
    items: tuple[SeatTimeItem, ...] = Field(
        default=points(SeatTimeItem, "credit-by-competency", "hours-waived", "assessments"),
        min_length=1,
    )
    """The rules."""
    in_place_of: tuple[Reference, ...] = ()
    """The provisions on hours that do not apply."""
    standards_by: Role = "state-board"
    """Whose standards competency is measured by."""
    policy: bool = True
    """Whether the body must adopt a policy first."""


ProviderKey: TypeAlias = Literal[
    "postsecondary",
    "employer",
    "nonprofit",
    "for-profit",
    "library-or-museum",
    "online",
    "public-agency",
    "apprenticeship",
    "military",
]


class ProviderItem(Item):
    """Somebody outside school with whom a student may learn for credit."""

    key: ProviderKey | None = None
    """Who is meant."""


CreditConditionKey: TypeAlias = Literal[
    "meets-competencies",
    "qualified-instructors",
    "records-check-policy",
    "parents-told",
    "nondiscrimination",
    "no-cost",
    "plan-for-student",
    "special-education",
]


class CreditConditionItem(Item):
    """A condition of credit for learning outside school."""

    key: CreditConditionKey | None = None
    """The condition that is meant."""


class OutsideCreditClause(Clause):
    """How learning outside school counts for credit."""

    kind: Literal["outside-credit"] = "outside-credit"
    body: Role = "state-board"
    """Who approves programs."""
    providers: tuple[ProviderItem, ...] = Field(
        default=points(ProviderItem, "postsecondary", "employer", "nonprofit", "public-agency"),
        min_length=1,
    )
    """Who may offer them."""
    conditions: tuple[CreditConditionItem, ...] = points(
        CreditConditionItem, "meets-competencies", "qualified-instructors", "records-check-policy"
    )
    """On what conditions."""
    accepted: Literal["shall", "may"] = "shall"
    """Whether schools must or may accept the credit."""
    most_share: OrBlank[Share] | None = None
    """The most of the credits for graduation that may come from it."""
    most_credits: Count | None = None
    """The most credits that may come from it."""
    certificate: Deadline | None = Deadline.parse("30 days after completion")
    """By when the student receives a certificate."""
    approved_for: Duration | None = None
    """How long an approval of a program lasts."""


IndicatorKey: TypeAlias = Literal[
    "performance-assessments",
    "portfolios",
    "exhibitions",
    "graduation-exams",
    "end-of-course-exams",
    "national-measures",
    "engagement",
    "attitudes",
    "college-credit",
    "further-education",
    "climate",
    "system-support",
]


class IndicatorItem(Item):
    """A local measure of success."""

    key: IndicatorKey | None = None
    """The measure that is meant."""


class LocalAssessmentClause(Clause):
    """How districts assess and account for themselves beside the state."""

    kind: Literal["local-assessment"] = "local-assessment"
    relation: Literal["supplement", "in-place", "pilot"] = "supplement"
    """Whether it stands beside the state's assessment, in its place, or is tried out."""
    applicants: tuple[Applicant, ...] = Field(
        default=("district", "group-of-districts", "charter-school"), min_length=1
    )
    """Who may set one up."""
    items: tuple[IndicatorItem, ...] = Field(
        default=points(IndicatorItem, "performance-assessments", "portfolios", "engagement"),
        min_length=1,
    )
    """What it may measure."""
    approved_by: Role | None = "department"
    """Whose approval it needs."""
    state_assessment_kept: bool = True
    """Whether students still take the state's assessments."""
    ratings_unchanged: bool = True
    """Whether the state's ratings stay as they are."""
    reports_published: bool = True
    """Whether its reports are published beside the state's."""
    partners: bool = True
    """Whether others may help to set it up."""
    under: tuple[Reference, ...] = ()
    """The provisions on the state's assessment."""
