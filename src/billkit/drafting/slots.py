"""Provisions on their way to being numbered: what a draft is made of before it is a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from billkit.language.filling import Words
from billkit.tree import Role

__all__ = ["Slot"]


@dataclass(slots=True, eq=False)
class Slot:
    """A provision whose number is known and whose references are not yet words."""

    kind: str
    num: str | None = None
    heading: Words = ()
    text: Words = ()
    children: list[Slot] = field(default_factory=list)
    tail: Words = ()
    role: Role = "law"
    label: str = ""
    parent: Slot | None = field(default=None, repr=False)

    def add(self, child: Slot) -> Slot:
        """Puts a provision below this one."""
        child.parent = self
        self.children.append(child)
        return child

    def above(self) -> Iterator[Slot]:
        """Yields the provision and all it stands in, from the inside out."""
        at: Slot | None = self
        while at is not None:
            yield at
            at = at.parent
