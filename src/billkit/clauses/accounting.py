"""Clauses on giving account: reporting and evaluation."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field, model_validator

from billkit.clauses.base import Text, Value, refuse
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause, points
from billkit.clauses.durations import DueDate, Duration
from billkit.clauses.items import Item
from billkit.clauses.names import Role

__all__ = [
    "EvaluationClause",
    "MeasureItem",
    "Report",
    "ReportItem",
    "ReportingClause",
]

ReportKey: TypeAlias = Literal[
    "plan-status",
    "waived-law",
    "evaluation-results",
    "number-and-students",
    "practices",
    "performance",
    "performance-compared",
    "progress-to-goals",
    "costs",
    "barriers",
    "legislative-changes",
    "reasons",
    "waiver-period",
    "rule-waived",
    "spending",
    "further-information",
]


class ReportItem(Item):
    """Something a report must hold."""

    key: ReportKey | None = None
    """What is meant."""


class Report(Value):
    """A report: by whom, to whom, how often, by when, on what."""

    by: Role = "state-board"
    """Who reports."""
    to: tuple[Role, ...] = Field(default=("legislature", "governor"), min_length=1)
    """To whom."""
    occasion: Literal["regular", "approval", "denial", "request", "end-of-term"] = "regular"
    """What it follows: the calendar, an approval, a denial, a request, the end of a term."""
    every: Duration | None = Duration.parse("1 year")
    """How often, where it is regular; none is once."""
    due: DueDate | None = None
    """By when."""
    items: tuple[ReportItem, ...] = ()
    """What it must hold."""
    manner: Literal["unsaid", "as-requested", "as-in-plan"] = "unsaid"
    """In what form and when data are given."""
    appears: bool = False
    """Whether the one who reports must also appear and answer questions."""
    publish: bool = False
    """Whether the report is published."""
    joined_with: Text | None = None
    """The report it is part of, where it is no report of its own."""
    under: tuple[Reference, ...] = ()
    """Provisions with which it must accord."""

    @model_validator(mode="before")
    @classmethod
    def _once(cls, data: object) -> object:
        """Takes the usual interval back where a report follows an event."""
        if isinstance(data, dict) and data.get("occasion", "regular") != "regular":
            return {"every": None, **data}
        return data

    @model_validator(mode="after")
    def _check(self) -> Report:
        """Refuses an interval where a report follows an event."""
        if self.occasion != "regular" and self.every is not None:
            hint = 'leave `every` out, or set `occasion = "regular"`.'
            refuse("contradictory-report", "a report follows the calendar or an event.", hint)
        return self


class ReportingClause(Clause):
    """Who reports what to whom."""

    kind: Literal["reporting"] = "reporting"
    reports: tuple[Report, ...] = Field(
        default=(
            Report(
                by="zone",
                to=("state-board",),
                items=points(ReportItem, "progress-to-goals", "waived-law"),
            ),
            Report(
                items=points(
                    ReportItem, "plan-status", "waived-law", "performance", "legislative-changes"
                )
            ),
        ),
        min_length=1,
    )
    """The reports, in order."""


MeasureKey: TypeAlias = Literal[
    "objectives",
    "academic-performance",
    "gaps",
    "graduation",
    "engagement",
    "readiness",
    "costs",
    "staff",
    "families",
    "waivers-used",
    "fidelity",
]


class MeasureItem(Item):
    """Something that is looked at in an evaluation."""

    key: MeasureKey | None = None
    """What is meant."""


class EvaluationClause(Clause):
    """How a zone's progress is evaluated."""

    kind: Literal["evaluation"] = "evaluation"
    body: Role = "department"
    """Who evaluates."""
    subject: Role = "zone"
    """What is evaluated."""
    every: Duration = Duration.parse("2 years")
    """How often."""
    at_least: bool = True
    """Whether it may also be done more often."""
    first: Duration | None = None
    """How long after approval the first one is."""
    measures: tuple[MeasureItem, ...] = Field(
        default=points(MeasureItem, "objectives", "academic-performance"), min_length=1
    )
    """What is looked at."""
    data_from: Role | None = "zone"
    """Who gives the data."""
    independent: bool = False
    """Whether somebody independent does it."""
    results_to: tuple[Role, ...] = ("legislature",)
    """Who is given the results."""
    results_within: Duration | None = None
    """How soon after it."""
    existing_resources: bool = False
    """Whether it is done as far as practicable and with what means there are."""
    summarized: bool = False
    """Whether plans are summarized and put in classes for others to learn from."""
