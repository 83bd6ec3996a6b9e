"""What every clause has: its kind, its id, its variant, and how it stands in the bill."""

from __future__ import annotations

from typing import Any, Self, TypeVar

from pydantic import Field, model_validator

from billkit.clauses.base import Slug, Text, Value
from billkit.clauses.items import Item

__all__ = ["Clause", "points", "worded"]


class Clause(Value):
    """A provision of a bill: what it says, in typed fields."""

    kind: str
    """What it says; the same word names the model language and the documentation page."""
    id: Slug = Field(default="", json_schema_extra={"default": "the kind"})
    """The name by which the bill addresses it: its kind, unless two are of a kind."""
    variant: Slug = "model"
    """Which wording of the model language it takes."""
    heading: Text | None = None
    """A heading of the bill's own, where the state's sections bear headings."""
    alternative: Text | None = Field(default=None, max_length=2)
    """The letter of an alternative in a model act: ``A`` drafts as [Alternative A]."""
    where_allowed: bool = False
    """Whether the clause is left out, not refused, in a state that does not have its kind."""
    note: Text | None = None
    """A drafting note on it; it goes to the commentary, never into the bill."""

    @model_validator(mode="before")
    @classmethod
    def _default_id(cls, data: object) -> object:
        """Names the clause by its kind where no other name is given."""
        if isinstance(data, dict) and "id" not in data:
            return {**data, "id": cls.own_kind()}
        return data

    @classmethod
    def own_kind(cls) -> str:
        """Gives the kind of the class: ``term`` of `TermClause`."""
        return str(cls.model_fields["kind"].default)

    def plain(self) -> dict[str, Any]:
        """Gives the least plain data that says the same: kind first, defaults left out.

        Example:
            >>> from billkit.clauses.lasting import TermClause
            >>> TermClause(initial="3 years").plain()
            {'kind': 'term', 'initial': {'count': 3}}
        """
        data = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        data.pop("kind", None)
        name = data.pop("id", self.kind)
        own = {} if name == self.kind else {"id": name}
        return {"kind": self.kind, **own, **worded(data)}

    @classmethod
    def from_plain(cls, data: dict[str, Any]) -> Self:
        """Makes the clause again from its plain data."""
        return cls.model_validate(data)


def worded(data: dict[str, Any]) -> dict[str, Any]:
    """Says "none" where data say nothing, as TOML must."""
    return {key: _worded(value) for key, value in data.items()}


def _worded(value: Any) -> Any:
    """Says "none" for nothing, at any depth."""
    if isinstance(value, dict):
        return worded(value)
    if isinstance(value, list):
        return [_worded(part) for part in value]
    return "none" if value is None else value


AnyItem = TypeVar("AnyItem", bound=Item)


def points(cls: type[AnyItem], *keys: str) -> tuple[AnyItem, ...]:
    """Makes the items of some known points."""
    return tuple(cls.model_validate(key) for key in keys)
