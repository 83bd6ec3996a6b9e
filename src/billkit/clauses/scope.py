"""Clauses on what may be waived, what may never be, and what may be done in its place."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field, model_validator

from billkit.clauses.amounts import Share
from billkit.clauses.base import Text, refuse
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause, points
from billkit.clauses.durations import DueDate
from billkit.clauses.items import Item
from billkit.clauses.names import Role

__all__ = [
    "GroundItem",
    "NonWaivableClause",
    "NonWaivableItem",
    "PermittedPracticesClause",
    "PracticeItem",
    "WaivableItem",
    "WaivableScopeClause",
]

WaivableKey: TypeAlias = Literal[
    "education-statutes",
    "state-rules",
    "local-policies",
    "accreditation-rules",
    "enforced-statutes",
    "charter-exemptions",
    "site-governed-exemptions",
    "exemptions-given-before",
    "online-approval",
    "extended-time",
    "instruction-hours",
    "agreement-provisions",
]


class WaivableItem(Item):
    """A body of law that may be waived."""

    key: WaivableKey | None = None
    """The body of law that is meant."""


GroundKey: TypeAlias = Literal[
    "improves-delivery",
    "improves-administration",
    "increases-opportunities",
    "improves-success",
    "encourages-innovation",
    "may-improve-opportunities",
    "identified-in-plan",
    "hinders-plan",
    "protects-students",
]


class GroundItem(Item):
    """A ground on which a waiver is granted."""

    key: GroundKey | None = None
    """The ground that is meant."""


class WaivableScopeClause(Clause):
    """What may be waived, on which grounds, and what is kept out of it."""

    kind: Literal["waivable-scope"] = "waivable-scope"
    body: Role = "state-board"
    """Who waives."""
    subject: Role = "zone"
    """For whom."""
    method: Literal["all-but-listed", "only-listed"] = "all-but-listed"
    """Whether everything may be waived that no other clause keeps, or only what is listed here."""
    power: Literal["may", "shall", "exempt"] = "may"
    """Whether a body may waive, must waive, or the law itself exempts."""
    items: tuple[WaivableItem, ...] = points(
        WaivableItem, "education-statutes", "state-rules", "local-policies"
    )
    """The bodies of law that may be waived, each with the places it cites."""
    units: tuple[Reference, ...] = ()
    """Chapters, titles and sections that may be waived."""
    rules_too: bool = True
    """Whether the rules made under these units may be waived with them."""
    carve_outs: tuple[Reference, ...] = ()
    """Sections kept although they stand in a unit that may be waived."""
    grounds: tuple[GroundItem, ...] = ()
    """On which grounds."""
    grounds_needed: Literal["any", "all"] = "any"
    """Whether one ground is enough."""
    in_plan: bool = True
    """Whether what is waived must be named in the plan."""
    in_part: bool = True
    """Whether a law may be waived in part."""
    staff: tuple[Literal["administrators", "teachers", "staff"], ...] = ()
    """For whose work the flexibility is, where the law says so."""
    only_as_provided: bool = False
    """Whether the clause also says that nothing is waived in any other way."""
    notwithstanding: bool = False
    """Whether it holds notwithstanding any other law."""
    intent: bool = False
    """Whether the zone must say how it complies with the intent of what is waived."""
    published_by: DueDate | None = None
    """By when the waivers granted are published; none asks for no list."""
    updated: bool = True
    """Whether the published list is brought up to date every year."""

    @model_validator(mode="after")
    def _check(self) -> WaivableScopeClause:
        """Wants something that may be waived."""
        if not self.items and not self.units:
            refuse("nothing-waivable", "nothing is named that may be waived.", "give `units`.")
        return self


NonWaivableKey: TypeAlias = Literal[
    "health-safety",
    "civil-rights",
    "disability-rights",
    "health-safety-rights",
    "nondiscrimination",
    "attendance",
    "graduation",
    "standards",
    "assessment",
    "accountability",
    "audits",
    "background-checks",
    "open-records",
    "open-meetings",
    "open-government",
    "purchasing",
    "instructional-time",
    "certification",
    "data",
    "special-education",
    "english-learners",
    "gifted",
    "federal-law",
    "funding-formula",
    "retirement",
    "bargaining",
    "discipline",
    "parental-rights",
    "admissions",
    "tuition",
    "religion",
    "governance",
    "elections",
    "transport",
]


class NonWaivableItem(Item):
    """A requirement that stays.

    ``health-safety-rights`` says health, safety, civil and disability rights in one point,
    ``open-government`` open records and open meetings in one.
    """

    key: NonWaivableKey | None = None
    """The requirement that is meant."""


InstructionMode: TypeAlias = Literal["on-site", "distance", "virtual", "online", "work-based"]


class NonWaivableClause(Clause):
    """What is never waived."""

    kind: Literal["non-waivable"] = "non-waivable"
    form: Literal["shall-comply", "shall-not-waive"] = "shall-not-waive"
    """Whether it tells the zone what to comply with or the body what not to waive."""
    body: Role = "state-board"
    """Who may not waive."""
    bound: tuple[Role, ...] = ("zone", "zone-school")
    """Who stays bound."""
    items: tuple[NonWaivableItem, ...] = Field(
        default=points(
            NonWaivableItem,
            "health-safety",
            "civil-rights",
            "disability-rights",
            "attendance",
            "assessment",
            "audits",
            "background-checks",
            "open-records",
            "open-meetings",
            "purchasing",
            "instructional-time",
            "federal-law",
        ),
        min_length=1,
    )
    """What stays, each with the places it cites."""
    units: tuple[Reference, ...] = ()
    """Further chapters and sections that stay as a whole."""
    instruction_modes: tuple[InstructionMode, ...] = ()
    """How instructional time may be given; none leaves it open."""
    uncertified_share: Share | None = None
    """The part of a school's teachers who may teach without a certificate all the same."""
    data_to: Role = "department"
    """Who is given the data that must be provided."""


PracticeKey: TypeAlias = Literal[
    "capital-outlay",
    "classified-staff",
    "extended-contracts",
    "school-day",
    "alternative-programs",
    "virtual-school",
    "online-classes",
    "flexible-calendar",
    "convert-schools",
    "attendance-formula",
    "personalized-learning",
    "competency-outcomes",
    "multidisciplinary-models",
    "gap-models",
    "postsecondary-partnerships",
    "collaborative-leadership",
    "family-involvement",
    "professional-development",
    "whole-child-models",
    "curriculum",
    "accountability-measures",
    "services",
    "teacher-preparation",
    "employment",
    "evaluation-of-staff",
    "compensation",
    "governance",
    "budgeting",
    "class-size",
    "school-organization",
    "mastery-credit",
    "work-based-learning",
]


class PracticeItem(Item):
    """A practice that a zone may follow."""

    key: PracticeKey | None = None
    """The practice that is meant."""


class PermittedPracticesClause(Clause):
    """What a zone may do although other law says otherwise, or is invited to consider."""

    kind: Literal["permitted-practices"] = "permitted-practices"
    body: Role = "state-board"
    """Who approves the practices."""
    requester: Role = "zone"
    """Who asks for them."""
    force: Literal["approve", "suggest", "examples"] = "approve"
    """Whether they may be approved, should be considered, or are examples."""
    notwithstanding: bool = True
    """Whether they may be approved notwithstanding law to the contrary."""
    items: tuple[PracticeItem, ...] = Field(
        default=points(
            PracticeItem,
            "flexible-calendar",
            "school-day",
            "competency-outcomes",
            "extended-contracts",
            "alternative-programs",
            "online-classes",
            "convert-schools",
        ),
        min_length=1,
    )
    """The practices."""
    hypotheses: bool = False
    """Whether programs must rest on proposed hypotheses, and emerging practice is allowed."""
    accreditors: tuple[Text, ...] = ()
    """Who accredits the institutions whose degrees count."""
    within_formula: bool = True
    """Whether a changed formula may give no more money than the usual one."""
