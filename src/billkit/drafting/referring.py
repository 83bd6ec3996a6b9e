"""Writes references between provisions of a draft as the state does, once numbers are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from billkit.drafting.slots import Slot
from billkit.errors import DraftError, Finding, Where
from billkit.language.filling import LAW, WHOLE_SECTION
from billkit.language.styles import Style

__all__ = ["Referring", "SectionNumber"]


@dataclass(frozen=True, slots=True)
class SectionNumber:
    """The number of a section: in the bill, and in the code where it is known there.

    ``law`` says whether the section is new law or only makes the bill one.
    """

    in_bill: str
    in_code: str | None = None
    law: bool = True


@dataclass(frozen=True, slots=True)
class Referring:
    """Writes references: what each target is, and which section each slot of a section is."""

    style: Style
    places: Mapping[str, tuple[Slot, ...]]
    sections: Mapping[Slot, SectionNumber]

    def words(self, target: str, source: Slot) -> tuple[str, Slot]:
        """Writes the reference to a target from where it stands; gives the words and the slot.

        Raises:
            DraftError: ``unknown-place``.
        """
        if target == LAW:
            return self._all_law(), source
        whole = target.endswith(WHOLE_SECTION)
        found = self.places.get(target.removesuffix(WHOLE_SECTION))
        if found and whole:
            home = _section(found[0])
            same = home is _section(source)
            inner = next(slot for slot in found[0].above() if slot.kind == "section")
            return "this section" if same else self._section(home), inner
        if not found:
            raise DraftError(
                Finding(
                    code="unknown-place",
                    message=f'a reference points at "{target}", which the draft does not hold.',
                    where=Where(path=f"Bill > {target.partition('/')[0]}"),
                    hint="add the clause, or let the text ask first whether it is drafted.",
                )
            )
        return self._written(found, source), found[0]

    def _all_law(self) -> str:
        """Writes a reference to all the new law of the bill."""
        laws = [number for number in self.sections.values() if number.law]
        if len(laws) == 1:
            return "this section"
        coded = [number.in_code for number in laws if number.in_code is not None]
        forms = self.style.references
        if len(coded) == len(laws):
            listed = self._listed(coded)
            return forms.sections.value.format(number=listed, numbers=listed)
        first, last = laws[0].in_bill, laws[-1].in_bill
        said = forms.sections_of_bill.value.format(first=first, last=last)
        if len(laws) == len(("first", "last")):
            range_ = f"{first} {self.style.words.range_word.value} {last}"
            return said.replace(range_, self._listed([first, last]))
        return said

    def _listed(self, numbers: Sequence[str]) -> str:
        """Lists sections one by one: a range of the code's would hold others between them."""
        *start, last = numbers
        serial = len(start) > 1 and self.style.words.serial_comma.value
        return f"{', '.join(start)}{',' if serial else ''} and {last}"

    def _written(self, found: Sequence[Slot], source: Slot) -> str:
        """Chooses how far out the reference has to begin."""
        target = found[0]
        home, here = _section(target), _section(source)
        if _is_section(target):
            return "this section" if home is here else self._section(home)
        if len(found) == 1 and any(slot is target for slot in source.above()):
            return f"this {self._unit(target)}"
        if home is here:
            return self._inner(found, source)
        inner = self._path(found)
        if self.style.references.order.value == "largest-first":
            return f"{self._section(home)}, {inner}"
        return f"{inner} of {self._section(home)}"

    def _inner(self, found: Sequence[Slot], source: Slot) -> str:
        """Writes a reference within the same section."""
        forms = self.style.references
        target = found[0]
        parent = target.parent
        if (
            forms.same_parent is not None
            and parent is not None
            and parent.num is not None
            and any(slot is parent for slot in source.above())
        ):
            tail = forms.same_parent.value.format(unit=self._unit(parent))
            return f"{self._leaf(found)}{tail}"
        return f"{self._path(found)}{forms.here.value}"

    def _path(self, found: Sequence[Slot]) -> str:
        """Writes the levels down to a provision, in the state's order."""
        steps = [
            slot for slot in reversed(list(found[0].above())) if slot.num and slot.kind != "section"
        ]
        order = self.style.references.order.value
        if len(steps) == 1:
            return self._leaf(found)
        if order in {"compound", "compound-deepest"}:
            named = steps[0] if order == "compound" else steps[-1]
            first, *rest = steps
            numbers = _bare(first) + "".join(_printed(slot) for slot in rest)
            return f"{self._unit(named)} {numbers}"
        parts = [f"{self._unit(slot)} {_bare(slot)}" for slot in steps[:-1]] + [self._leaf(found)]
        return ", ".join(parts) if order == "largest-first" else " of ".join(reversed(parts))

    def _leaf(self, found: Sequence[Slot]) -> str:
        """Writes the innermost level: one number, or the first and last of several."""
        first, last = found[0], found[-1]
        if first is last:
            return f"{self._unit(first)} {_bare(first)}"
        word = self.style.words.range_word.value if len(found) > len(("a", "b")) else "and"
        return f"{self._unit(first)}s {_bare(first)} {word} {_bare(last)}"

    def _section(self, slot: Slot) -> str:
        """Writes a reference to a section: by its number in the code, else in the bill."""
        number = self.sections[slot]
        if number.in_code is not None:
            return self.style.references.section.value.format(number=number.in_code)
        return self.style.references.section_of_bill.value.format(number=number.in_bill)

    def _unit(self, slot: Slot) -> str:
        """Writes the name of a level."""
        return slot.kind.capitalize() if self.style.references.capitals.value else slot.kind


def _is_section(slot: Slot) -> bool:
    """Says whether a slot is a section, or the unnumbered words of one."""
    return slot.kind == "section" or (
        slot.num is None and slot.parent is not None and slot.parent.kind == "section"
    )


def _section(slot: Slot) -> Slot:
    """Gives the outermost section a slot stands in."""
    *_, top = (each for each in slot.above() if each.kind == "section")
    return top


def _printed(slot: Slot) -> str:
    """Writes a number without the name of its unit: ``(a)``, ``1.``."""
    return (slot.num or "").rpartition(" ")[2]


def _bare(slot: Slot) -> str:
    """Writes a number as references do, without the full stop after it."""
    return _printed(slot).rstrip(".")
