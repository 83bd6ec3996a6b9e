"""Clauses on the state's own capacity: an office, a learning network, a research team."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from billkit.clauses.amounts import Money
from billkit.clauses.base import Count, OrBlank, Text, Value
from billkit.clauses.clause import Clause, points
from billkit.clauses.durations import DueDate, Duration
from billkit.clauses.items import Item
from billkit.clauses.names import Role

__all__ = [
    "Council",
    "InnovationOfficeClause",
    "LearningNetworkClause",
    "NetworkItem",
    "NetworkTaskItem",
    "OfficeItem",
    "ResearchItem",
    "ResearchTeamClause",
]

OfficeKey: TypeAlias = Literal[
    "point-of-contact",
    "assist-applicants",
    "review-barriers",
    "integrate-work",
    "coordinate-agencies",
    "administer-waivers",
    "administer-grants",
    "share-practice",
    "policy-advice",
    "raise-funds",
]


class OfficeItem(Item):
    """A duty of the office."""

    key: OfficeKey | None = None
    """The duty that is meant."""


class Council(Value):
    """A council that advises the office."""

    body: Role = "council"
    """The council."""
    size: Count = 10
    """How many members."""
    appointed_by: Role = "chief"
    """Who appoints them."""
    drawn_from: tuple[Text, ...] = ()
    """From whom they are drawn, in words; none leaves it open."""
    meets: Count = 4
    """How often it meets in a year, at least."""


class InnovationOfficeClause(Clause):
    """The office of the state that answers for innovation."""

    kind: Literal["innovation-office"] = "innovation-office"
    body: Role = "office"
    """The office."""
    within: Role = "department"
    """Where it stands."""
    director: Text | None = "director"
    """The title of who leads it; none leaves it open."""
    appointed_by: Role = "chief"
    """Who appoints the leader."""
    items: tuple[OfficeItem, ...] = Field(
        default=points(
            OfficeItem, "point-of-contact", "assist-applicants", "review-barriers", "integrate-work"
        ),
        min_length=1,
    )
    """What it does."""
    council: Council | None = Council()
    """The council that advises it."""
    educators: Count | None = None
    """How large a network of educators it keeps, about."""
    nonprofit: bool = True
    """Whether it may work with a nonprofit organization."""
    by: DueDate | None = None
    """By when it is set up."""


NetworkKey: TypeAlias = Literal[
    "zones",
    "applicants",
    "other-districts",
    "educators",
    "higher-education",
    "nonprofit",
    "employers",
]


class NetworkItem(Item):
    """A member of the network."""

    key: NetworkKey | None = None
    """The member that is meant."""


NetworkTaskKey: TypeAlias = Literal[
    "share-practice",
    "convene",
    "publish-materials",
    "coach",
    "visit",
    "identify-barriers",
    "scale",
    "demonstration-sites",
]


class NetworkTaskItem(Item):
    """A task of the network."""

    key: NetworkTaskKey | None = None
    """The task that is meant."""


class LearningNetworkClause(Clause):
    """A network in which zones learn from each other and others from them."""

    kind: Literal["learning-network"] = "learning-network"
    body: Role = "network"
    """The network."""
    convened_by: Role = "department"
    """Who establishes and convenes it."""
    members: tuple[NetworkItem, ...] = Field(
        default=points(NetworkItem, "zones", "other-districts"), min_length=1
    )
    """Who belongs to it."""
    tasks: tuple[NetworkTaskItem, ...] = Field(
        default=points(NetworkTaskItem, "share-practice", "convene", "publish-materials"),
        min_length=1,
    )
    """What it does."""
    meets: Count = 2
    """How often it meets in a year, at least."""
    meeting_by: DueDate | None = None
    """By when it meets each year, where a day is set."""
    size: Count | None = None
    """How many members, about."""
    nonprofit: bool = True
    """Whether a nonprofit organization may run it."""
    required: bool = True
    """Whether every zone must take part."""


ResearchKey: TypeAlias = Literal[
    "study-outcomes",
    "study-waivers",
    "compare",
    "agenda",
    "share-data",
    "recommend",
    "publish",
    "protect-privacy",
]


class ResearchItem(Item):
    """A task of the research team."""

    key: ResearchKey | None = None
    """The task that is meant."""


class ResearchTeamClause(Clause):
    """A team across agencies that studies what zones do and what comes of it."""

    kind: Literal["research-team"] = "research-team"
    body: Role = "research-team"
    """The team."""
    led_by: Role = "department"
    """Who leads it."""
    agencies: tuple[Role, ...] = ("department", "higher-education")
    """Which bodies send members."""
    items: tuple[ResearchItem, ...] = Field(
        default=points(ResearchItem, "study-outcomes", "study-waivers", "recommend", "publish"),
        min_length=1,
    )
    """What it does."""
    partners: bool = True
    """Whether it may work with universities and research organizations."""
    reports_to: tuple[Role, ...] = ("legislature",)
    """To whom it reports."""
    every: Duration = Duration.parse("2 years")
    """How often it reports."""
    budget: OrBlank[Money] | None = None
    """What it may spend."""
