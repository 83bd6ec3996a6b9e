"""Clauses on the application: what a plan holds, and who joins in it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field, model_validator

from billkit.clauses.amounts import Share
from billkit.clauses.base import Count, OrBlank, Text, Value, refuse
from billkit.clauses.clause import Clause, points
from billkit.clauses.durations import DueDate, Duration
from billkit.clauses.items import Item
from billkit.clauses.names import Role
from billkit.clauses.scope import GroundItem

__all__ = [
    "AdvisoryPanelClause",
    "ApplicationClause",
    "Appointment",
    "ContentItem",
    "GoalItem",
    "ImplementationPlan",
    "KeptItem",
    "LaterMembers",
    "MemberItem",
    "PanelTaskItem",
    "PartnershipClause",
]

ContentKey: TypeAlias = Literal[
    "goals",
    "changes-needed",
    "practices",
    "plan-of-practices",
    "schools",
    "waivers",
    "waiver-rationale",
    "support",
    "votes",
    "resources",
    "budget",
    "staffing",
    "professional-learning",
    "evaluation",
    "timeline",
    "equity",
    "mission",
    "partner-roles",
    "methodology",
    "exemptions",
    "staff-inclusion",
    "expected-outcomes",
    "consistent-outcomes",
    "dissemination",
    "assessment",
    "accountability",
    "agreement-waivers",
    "engagement",
    "capacity",
    "progress",
    "other-materials",
]


class ContentItem(Item):
    """Something an application must hold."""

    key: ContentKey | None = None
    """What is meant."""


GoalKey: TypeAlias = Literal[
    "reduce-gaps",
    "rigorous-standards",
    "participation",
    "college-career-ready",
    "motivate-choice",
    "transform-culture",
    "engagement",
    "credit-by-mastery",
]


class GoalItem(Item):
    """A goal that a plan may set."""

    key: GoalKey | None = None
    """The goal that is meant."""


class ImplementationPlan(Value):
    """A fuller plan that is worked out after approval."""

    during: Literal["first-year", "first-term"] = "first-year"
    """When it is worked out."""
    by: Role = "school"
    """Who works it out."""
    helped_by: Role = "chief"
    """Who works on it with them."""
    modified: bool = True
    """Whether both work out changes where circumstances change."""


class ApplicationClause(Clause):
    """What a plan or application must hold, by when, and to whom it goes."""

    kind: Literal["application"] = "application"
    applicant: Role = "district"
    """Who applies."""
    body: Role = "state-board"
    """To whom."""
    paper: Role = "plan"
    """What is submitted: a ``plan``, an ``application``."""
    through: Role | None = None
    """Whose approval it passes on the way."""
    form_by: Role | None = "department"
    """Who sets its form and manner."""
    window: Literal["any-time", "dates", "by-rule"] = "any-time"
    """When it may be submitted."""
    opens: DueDate | None = None
    """From when, where there are dates."""
    closes: DueDate | None = None
    """Until when, where there are dates."""
    contents: tuple[ContentItem, ...] = Field(
        default=points(
            ContentItem,
            "goals",
            "practices",
            "schools",
            "waiver-rationale",
            "support",
            "resources",
            "evaluation",
            "timeline",
        ),
        min_length=1,
    )
    """What it must hold."""
    goals: tuple[GoalItem, ...] = ()
    """Goals it may set, named below the point on goals."""
    grounds: tuple[GroundItem, ...] = ()
    """In what manner the plan must improve things, where it must say so."""
    developed_with: Text | None = None
    """With whom it is worked out, in words: ``the school's instructional staff``."""
    public_hearing: bool = False
    """Whether there is a public hearing before it is submitted."""
    implementation_plan: ImplementationPlan | None = None
    """Whether a fuller plan follows approval."""
    revisable: bool = True
    """Whether an approved plan may be revised."""

    @model_validator(mode="after")
    def _check(self) -> ApplicationClause:
        """Wants dates where there are to be dates, and only there."""
        dated = self.opens is not None or self.closes is not None
        if dated != (self.window == "dates"):
            message = "`opens` and `closes` go with a window of dates, and one of them is needed."
            refuse("contradictory-window", message, 'set `window = "dates"`.')
        return self


MemberKey: TypeAlias = Literal[
    "district",
    "charter-school",
    "nonpublic-school",
    "postsecondary",
    "local-government",
    "nonprofit",
    "for-profit",
    "employer",
    "library-or-museum",
    "tribal-government",
]


class MemberItem(Item):
    """A member of a partnership."""

    key: MemberKey | None = None
    """The member that is meant."""


KeptKey: TypeAlias = Literal[
    "revenue", "taxation", "governance", "employment-agreements", "employees", "accreditation"
]


class KeptItem(Item):
    """What a member keeps."""

    key: KeptKey | None = None
    """What is meant."""


class LaterMembers(Value):
    """How others join a partnership later."""

    share: OrBlank[Share] = Share.parse("unanimous")
    """By what share of the first partners."""
    approved_by: Role | None = "chief"
    """Whose approval is needed too."""
    effective: Duration | None = Duration.parse("30 days")
    """How long after notice the membership begins."""
    unless_disapproved: bool = True
    """Whether it begins unless it is disapproved."""


class PartnershipClause(Clause):
    """Who may join together, how others join later, and what the members keep."""

    kind: Literal["partnership"] = "partnership"
    least: Count = 1
    """How many districts or schools at least."""
    core: tuple[MemberItem, ...] = Field(
        default=points(MemberItem, "district", "charter-school"), min_length=1
    )
    """Who forms it."""
    others: tuple[MemberItem, ...] = points(
        MemberItem, "postsecondary", "local-government", "nonprofit", "for-profit"
    )
    """Who else may belong to it."""
    developed_with: Text | None = None
    """With whom its plan is worked out, in words."""
    later: LaterMembers | None = LaterMembers()
    """How others join later; none closes it."""
    keeps: tuple[KeptItem, ...] = points(
        KeptItem, "revenue", "taxation", "governance", "employment-agreements", "employees"
    )
    """What the members keep, with the provisions that give it."""


PanelTaskKey: TypeAlias = Literal[
    "review-plans",
    "recommend",
    "advise-on-rules",
    "review-progress",
    "recommend-revocation",
    "identify-barriers",
    "share-practice",
]


class PanelTaskItem(Item):
    """A task of a panel."""

    key: PanelTaskKey | None = None
    """The task that is meant."""


class Appointment(Value):
    """Some members of a panel and who appoints them."""

    count: Count = 1
    """How many members."""
    by: Role | None = None
    """Which body of the bill appoints them."""
    organization: Text | None = None
    """Which organization appoints them, where it is no body of the bill."""
    who: Text | None = None
    """Who they must be: ``expertise in evaluation and research``."""

    @model_validator(mode="after")
    def _check(self) -> Appointment:
        """Wants one that appoints."""
        if (self.by is None) == (self.organization is None):
            refuse(
                "no-appointer",
                "members are appointed by a body or by an organization.",
                "give `by` or `organization`.",
            )
        return self


class AdvisoryPanelClause(Clause):
    """A panel that advises: its size, who appoints its members, and its tasks."""

    kind: Literal["advisory-panel"] = "advisory-panel"
    body: Role = "panel"
    """The panel."""
    convened_by: Role = "chief"
    """Who establishes and convenes it."""
    size: Count | None = None
    """How many members; none is as many as are appointed."""
    members: tuple[Appointment, ...] = Field(
        default=(
            Appointment(count=3, by="chief"),
            Appointment(count=2, by="state-board"),
            Appointment(count=2, by="governor"),
        ),
        min_length=1,
    )
    """Who appoints how many of whom."""
    tasks: tuple[PanelTaskItem, ...] = points(PanelTaskItem, "review-plans", "recommend")
    """What it does."""
    terms: Duration | None = None
    """How long members serve."""
    pay: Literal["unsaid", "none", "expenses"] = "unsaid"
    """What members are paid."""
    expires: DueDate | None = None
    """When the panel ends."""

    @model_validator(mode="after")
    def _check(self) -> AdvisoryPanelClause:
        """Refuses a size that the appointments do not make up."""
        if self.size is not None and self.size != self.appointed:
            message = f"the panel has {self.size} members, but {self.appointed} are appointed."
            refuse("panel-size", message, f"set `size = {self.appointed}` or leave it out.")
        return self

    @property
    def appointed(self) -> int:
        """How many members are appointed."""
        return sum(member.count for member in self.members)
