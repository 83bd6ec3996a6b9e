"""The catalogue: every kind of clause, in the order in which an act is read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, TypeAlias, get_args

from pydantic import Field, TypeAdapter

from billkit.clauses.accounting import EvaluationClause, ReportingClause
from billkit.clauses.applying import AdvisoryPanelClause, ApplicationClause, PartnershipClause
from billkit.clauses.capacity import (
    InnovationOfficeClause,
    LearningNetworkClause,
    ResearchTeamClause,
)
from billkit.clauses.clause import Clause
from billkit.clauses.closing import (
    EffectiveDateClause,
    EmergencyClause,
    RepealerClause,
    SeverabilityClause,
    SunsetClause,
)
from billkit.clauses.framing import (
    DefinitionsClause,
    FindingsClause,
    PurposeClause,
    ShortTitleClause,
)
from billkit.clauses.granting import (
    ApprovalThresholdClause,
    AuthorityClause,
    DecisionClause,
    EligibilityClause,
)
from billkit.clauses.lasting import RenewalClause, RevocationClause, TermClause
from billkit.clauses.learning import LocalAssessmentClause, OutsideCreditClause, SeatTimeClause
from billkit.clauses.scope import (
    NonWaivableClause,
    PermittedPracticesClause,
    WaivableScopeClause,
)
from billkit.clauses.supporting import (
    AppropriationClause,
    FundingClause,
    GrantsClause,
    NoNewAidClause,
    PersonnelClause,
    RulemakingClause,
)

__all__ = ["ANY_CLAUSE", "CLAUSES", "KINDS", "AnyClause", "clause_from_plain"]

_Union: TypeAlias = (
    ShortTitleClause
    | FindingsClause
    | PurposeClause
    | DefinitionsClause
    | AuthorityClause
    | EligibilityClause
    | PartnershipClause
    | WaivableScopeClause
    | NonWaivableClause
    | PermittedPracticesClause
    | ApplicationClause
    | ApprovalThresholdClause
    | DecisionClause
    | AdvisoryPanelClause
    | TermClause
    | RenewalClause
    | ReportingClause
    | EvaluationClause
    | RevocationClause
    | RulemakingClause
    | PersonnelClause
    | FundingClause
    | GrantsClause
    | NoNewAidClause
    | InnovationOfficeClause
    | LearningNetworkClause
    | ResearchTeamClause
    | SeatTimeClause
    | OutsideCreditClause
    | LocalAssessmentClause
    | AppropriationClause
    | RepealerClause
    | SeverabilityClause
    | EmergencyClause
    | SunsetClause
    | EffectiveDateClause
)

AnyClause: TypeAlias = Annotated[_Union, Field(discriminator="kind")]
"""A clause of any kind, told by its ``kind``."""

CLAUSES: Mapping[str, type[Clause]] = MappingProxyType(
    {cls.own_kind(): cls for cls in get_args(_Union)}
)
"""The class of each kind, in the order in which an act is read."""

KINDS: tuple[str, ...] = tuple(CLAUSES)
"""Every kind of clause, in the order in which an act is read."""

ANY_CLAUSE: TypeAdapter[Clause] = TypeAdapter(AnyClause)
"""Makes a clause of whatever kind its data say."""


def clause_from_plain(data: Mapping[str, object]) -> Clause:
    """Makes a clause again from the plain data that `Clause.plain` gave.

    Example:
        >>> clause_from_plain({"kind": "term", "initial": "3 years"}).kind
        'term'
    """
    return ANY_CLAUSE.validate_python(dict(data))
