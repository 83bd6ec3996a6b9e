"""Clauses that frame an act: its short title, findings, purpose and definitions."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field, model_validator

from billkit.clauses.base import Named, Slug, Text, refuse
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause, points
from billkit.clauses.items import Item

__all__ = [
    "Definition",
    "DefinitionsClause",
    "FindingItem",
    "FindingsClause",
    "PurposeClause",
    "PurposeItem",
    "ShortTitleClause",
]


class ShortTitleClause(Clause):
    """What the act may be called."""

    kind: Literal["short-title"] = "short-title"
    title: Text | None = None
    """The name of the act, without quotation marks; none is the bill's own title."""
    cites: Literal["act", "chapter", "article", "part", "section"] = "act"
    """What bears the name: the whole act, or the part of the code it makes."""


FindingKey: TypeAlias = Literal[
    "students-differ",
    "uniform-rules-hinder",
    "educators-know",
    "freedom-with-results",
    "practice-spreads",
    "state-learns",
]


class FindingItem(Item):
    """A finding of the legislature."""

    key: FindingKey | None = None
    """The finding that is meant."""


class FindingsClause(Clause):
    """What the legislature has found."""

    kind: Literal["findings"] = "findings"
    items: tuple[FindingItem, ...] = Field(
        default=points(
            FindingItem,
            "students-differ",
            "uniform-rules-hinder",
            "educators-know",
            "freedom-with-results",
        ),
        min_length=1,
    )
    """The findings, in order."""
    declares: bool = True
    """Whether the legislature finds and declares, or only finds."""
    under: tuple[Reference, ...] = ()
    """The provisions of the constitution or the code the findings rest on."""


PurposeKey: TypeAlias = Literal[
    "improve-performance",
    "improve-outcomes",
    "flexibility",
    "new-practice",
    "personalized-learning",
    "competency-based-learning",
    "close-gaps",
    "college-career",
    "local-decision",
    "remove-barriers",
    "learn-and-share",
    "research",
]


class PurposeItem(Item):
    """A purpose of the act."""

    key: PurposeKey | None = None
    """The purpose that is meant."""


class PurposeClause(Clause):
    """What the act is for."""

    kind: Literal["purpose"] = "purpose"
    items: tuple[PurposeItem, ...] = Field(
        default=points(
            PurposeItem, "improve-performance", "flexibility", "new-practice", "learn-and-share"
        ),
        min_length=1,
    )
    """The purposes, in order."""
    establishes: bool = True
    """Whether the clause also establishes the program."""
    consistent_with: tuple[Reference, ...] = ()
    """Provisions the program must be consistent with."""
    requirements: Named | None = None
    """What these provisions are called: ``world's best workforce requirements``."""


DefinitionKey: TypeAlias = Literal[
    "zone",
    "zone-school",
    "innovation",
    "plan",
    "waiver",
    "partnership",
    "partner",
    "state-board",
    "department",
    "chief",
    "district",
    "school",
    "charter-school",
    "governing-board",
    "eligible-employees",
    "competency",
    "personalized-learning",
    "low-performing-school",
]


class Definition(Item):
    """A definition: the term by its key, or a term of the bill's own with its meaning in ``text``.

    A key that is also a role of the bill (``zone``, ``state-board``) takes its term from the
    bill's names.
    """

    key: DefinitionKey | None = None
    """The defined term that is meant."""
    term: Text | None = None
    """The term, where it is the bill's own or differs from the name."""
    short: Text | None = None
    """A second name for it: ``learning zone (LZ)`` is written without the brackets."""
    includes: tuple[Text, ...] = ()
    """What the term includes."""
    excludes: tuple[Text, ...] = ()
    """What the term does not include."""

    @model_validator(mode="after")
    def _own_term(self) -> Definition:
        """Wants a term for a meaning in the bill's own words."""
        if self.key is None and self.term is None:
            refuse(
                "no-term",
                "a definition in the bill's own words needs a `term`.",
                'write term = "learning zone".',
            )
        return self

    @property
    def slug(self) -> Slug:
        """The name by which other clauses mean the term: ``eligible-employees``."""
        words = (self.term or str(self.key)).casefold().replace("'", "")
        return "-".join("".join(c if c.isalnum() else " " for c in words).split())


class DefinitionsClause(Clause):
    """What the act's terms mean."""

    kind: Literal["definitions"] = "definitions"
    items: tuple[Definition, ...] = Field(
        default=points(Definition, "zone", "zone-school", "innovation", "plan"), min_length=1
    )
    """The definitions; the state's style may put them in alphabetical order."""
    scope: Literal["act", "chapter", "article", "part", "section"] = "act"
    """For what the definitions hold."""
    also: tuple[Reference, ...] = ()
    """Further provisions for which they hold."""
    unless_context: bool = True
    """Whether the context may require another meaning."""

    @model_validator(mode="after")
    def _no_repeats(self) -> DefinitionsClause:
        """Refuses a term that is defined twice."""
        seen: set[str] = set()
        for item in self.items:
            for name in {item.slug, item.key or item.slug}:
                if name in seen:
                    refuse("defined-twice", f'"{name}" is defined twice.', "keep one of them.")
            seen |= {item.slug, item.key or item.slug}
        return self

    @property
    def defined(self) -> frozenset[Slug]:
        """The names by which other clauses mean the terms."""
        return frozenset(name for item in self.items for name in (item.slug, item.key) if name)
