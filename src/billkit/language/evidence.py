"""Facts about a state's drafting practice, each with its evidence beside it."""

from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

__all__ = ["Fact", "Mark", "StyleModel", "kebab"]

Mark: TypeAlias = Literal["confirmed", "measured", "secondary", "memory", "generic"]
"""How a fact is known.

``confirmed``: read in the quoted source; ``measured``: counted over the text of the code;
``secondary``: told by another; ``memory``: not verified; ``generic``: no fact about the state at
all but billkit's own plain form, which stands in where nothing is known.
"""

T = TypeVar("T")


def kebab(name: str) -> str:
    """Writes a field's name as it stands in a style file: ``enacting-clause``."""
    return name.replace("_", "-")


class StyleModel(BaseModel):
    """Holds what every part of a style file shares: frozen, closed, keys in kebab-case."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=kebab,
        validate_by_name=True,
        use_attribute_docstrings=True,
    )


class Fact(StyleModel, Generic[T]):
    """States one thing about a state's practice, and how it is known."""

    value: T
    """What is so."""
    mark: Mark
    """How it is known."""
    source: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)] = Field()
    """Where it was read, counted or told."""
