"""What every clause has: its kind, its id, its variant, and how it stands in the bill."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Self, TypeAlias, TypeVar

from pydantic import BeforeValidator, Field, ValidationError, model_validator

from billkit.clauses.base import Slug, Text, Value, Written, refuse
from billkit.clauses.items import Item

__all__ = ["Clause", "Letter", "plain_data", "points"]


def _letter(value: object) -> object:
    """Refuses what is not one capital letter."""
    if isinstance(value, str) and not re.fullmatch(r"[A-Z]", value):
        refuse("not-a-letter", f'"{value}" is not a capital letter.', "write A, B or C.")
    return value


Letter: TypeAlias = Annotated[str, BeforeValidator(_letter)]
"""The letter of an alternative: ``A``."""


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
    alternative: Letter | None = None
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
            {'kind': 'term', 'initial': '3 years'}
        """
        data = plain_data(self)
        fields = data if isinstance(data, dict) else {}
        name = fields.pop("id", self.kind)
        own = {} if name == self.kind else {"id": name}
        return {"kind": self.kind, **own, **fields}

    @classmethod
    def from_plain(cls, data: dict[str, Any]) -> Self:
        """Makes the clause again from its plain data."""
        return cls.model_validate(data)


def plain_data(value: object) -> Any:
    """Turns a value into plain data, as short as a bill file would write it.

    What can be said in a line is a line; a table has no field that says what is usual anyway;
    nothing is the word "none".

    Example:
        >>> from billkit.clauses.voting import Vote
        >>> plain_data(Vote(body="teachers", share="60 percent"))
        {'body': 'teachers', 'share': '60 percent'}
    """
    if isinstance(value, Written) and (line := _line(value)):
        return line
    if isinstance(value, Value):
        fields = type(value).model_fields
        told = {n: getattr(value, n) for n in fields}
        return {
            fields[name].alias or name: plain_data(part)
            for name, part in told.items()
            if part != fields[name].get_default(call_default_factory=True)
        }
    if isinstance(value, tuple):
        return [plain_data(part) for part in value]
    if isinstance(value, dict):
        return {key: plain_data(part) for key, part in value.items()}
    if isinstance(value, dt.date):
        return value.isoformat()
    return "none" if value is None else value


def _line(value: Written) -> str | None:
    """Says a value in a line, where the line says all of it."""
    try:
        return str(value) if type(value).parse(str(value)) == value else None
    except ValidationError:
        return None


AnyItem = TypeVar("AnyItem", bound=Item)


def points(cls: type[AnyItem], *keys: str) -> tuple[AnyItem, ...]:
    """Makes the items of some known points."""
    return tuple(cls.model_validate(key) for key in keys)
