"""Numbers the passages of a section by the state's ladder, and notes where each came to stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from billkit.drafting.arranging import Section
from billkit.drafting.slots import Slot
from billkit.language.filling import Pointer, Words
from billkit.language.passages import Passage, trimmed
from billkit.language.styles import Style
from billkit.language.templates import Rendered
from billkit.text.ladders import Ladder, Level
from billkit.tree import Role, Run

__all__ = ["Numbering"]

_BLANK = Run(" ")


@dataclass(slots=True)
class Numbering:
    """Puts passages below sections; ``places`` keeps, under each target, where it stands."""

    style: Style
    ladder: Ladder
    places: dict[str, tuple[Slot, ...]] = field(default_factory=dict)

    def fill(self, into: Slot, section: Section, *, role: Role) -> None:
        """Puts the clauses of a section below its slot, numbered.

        A section with one provision has no number for it: its words are the section's own. In a
        state whose first level bears headings (Minnesota's subdivisions) each group of clauses is
        a provision of that level, and its passages are numbered by the next.
        """
        headed = self.style.sections.provision_headings.value
        if headed and len(section.groups) == 1:
            passages = self._passages(section.groups[0], alone=True)
            if any(passage.heading for passage, _ in passages) and len(passages) > 1:
                self._place_all(into, passages, depth=0, role=role)
            else:
                self._place_all(into, _unheaded(passages), depth=1, role=role)
        elif headed:
            for number, group in enumerate(section.groups, 1):
                self._headed(into, group, number, role)
        else:
            passages = [p for group in section.groups for p in self._passages(group, alone=False)]
            self._place_all(into, _unheaded(passages), depth=0, role=role)
        if len(section.groups) == 1:
            for each in section.clauses:
                self.places[each.clause.id] = (into,)

    def _headed(self, into: Slot, group: Sequence[Rendered], number: int, role: Role) -> None:
        """Makes one headed provision of a group of clauses."""
        level = self._level(0)
        heading = self._heading_of(group[0].heading)
        slot = into.add(Slot(level.kind, level.format(number), heading=heading, role=role))
        passages = [p for each in group for p in self._passages((each,), alone=False)]
        self._place_all(slot, _whole(_unheaded(passages)), depth=1, role=role)
        if len(group) == 1:
            self.places[group[0].clause.id] = (slot,)

    def _heading_of(self, words: Words) -> Words:
        """Sets the heading of a provision, with its full stop."""
        return (*words, Run(".")) if words else ()

    def _passages(
        self, group: Sequence[Rendered], *, alone: bool
    ) -> list[tuple[Passage, tuple[str, ...]]]:
        """Gives the passages of a group, each with the targets that mean it.

        Clauses that share a provision are joined to one passage, unless one that is not the last
        holds a list.
        """
        if len(group) > 1:
            joined = _joined(group)
            if joined is None:
                return [p for each in group for p in self._passages((each,), alone=False)]
            return [(joined, tuple(f"{each.clause.id}/1" for each in group))]
        (each,) = group
        passages = each.passages
        headed = self.style.definitions.headed.value
        if (
            each.clause.kind == "definitions"
            and headed
            and len(passages) == 1
            and passages[0].children
        ):
            lead = replace(passages[0], children=(), heading=(Run("Scope"),) if alone else ())
            passages = (lead, *passages[0].children)
        return [(passage, (f"{each.clause.id}/{n}",)) for n, passage in enumerate(passages, 1)]

    def _place_all(
        self,
        into: Slot,
        passages: Sequence[tuple[Passage, tuple[str, ...]]],
        *,
        depth: int,
        role: Role,
    ) -> None:
        """Puts passages of one level below a slot."""
        lone = self.style.sections.lone.value
        numbered = lone == "numbered" and depth == 0 and bool(passages[0][0].children)
        if len(passages) == 1 and not numbered:
            passage, targets = passages[0]
            slot = into
            if into.role != role:
                slot = into.add(Slot("paragraph", role=role))
            slot.text, slot.tail = passage.text, passage.tail
            below = depth if lone == "first-level" or not passage.text else depth + 1
            self._children(slot, passage, targets, depth=below, role=role)
            self._note(targets, passage, slot)
            return
        for number, (passage, targets) in enumerate(passages, 1):
            slot = into.add(self._place(passage, number, targets, depth=depth, role=role))
            self._note(targets, passage, slot)

    def _place(
        self, passage: Passage, number: int, targets: tuple[str, ...], *, depth: int, role: Role
    ) -> Slot:
        """Makes one numbered provision of a passage."""
        level = self._level(depth)
        heading = self._heading_of(passage.heading)
        slot = Slot(
            level.kind,
            level.format(number),
            heading,
            passage.text,
            tail=passage.tail,
            role=role,
        )
        self._children(slot, passage, targets, depth=depth + 1, role=role)
        return slot

    def _children(
        self, slot: Slot, passage: Passage, targets: tuple[str, ...], *, depth: int, role: Role
    ) -> None:
        """Puts the list below a passage below its slot."""
        for number, child in enumerate(passage.children, 1):
            below = tuple(f"{target}/{number}" for target in targets)
            plain = replace(child, heading=())
            placed = slot.add(self._place(plain, number, below, depth=depth, role=role))
            self._note(below, child, placed)

    def _note(self, targets: tuple[str, ...], passage: Passage, slot: Slot) -> None:
        """Notes where a passage stands; a clause of several passages stands in all of them."""
        for target in targets:
            self.places[target] = (slot,)
            clause, _, below = target.partition("/")
            if "/" not in below:
                self.places[clause] = (*self.places.get(clause, ()), slot)
            if passage.anchor:
                self.places[f"{clause}#{passage.anchor}"] = (slot,)

    def _level(self, depth: int) -> Level:
        """Gives a level of the state's ladder.

        Raises:
            ReadError: ``ladder-too-short``.
        """
        return self.ladder.level(depth)


def _joined(group: Sequence[Rendered]) -> Passage | None:
    """Writes the words of several clauses in a row; only the last may have a list."""
    flat = [passage for each in group for passage in each.passages]
    if any(passage.children or passage.tail for passage in flat[:-1]):
        return None
    words: list[Run | Pointer] = []
    for passage in flat:
        words += [*([_BLANK] if words else []), *passage.text]
    return replace(flat[-1], heading=flat[0].heading, text=trimmed(words))


def _whole(
    passages: Sequence[tuple[Passage, tuple[str, ...]]],
) -> list[tuple[Passage, tuple[str, ...]]]:
    """Joins a passage that goes on in the middle of a sentence to the one before it."""
    out: list[tuple[Passage, tuple[str, ...]]] = []
    for passage, targets in passages:
        before = out[-1] if out else None
        if before is None or not _is_open(before[0]):
            out.append((passage, targets))
            continue
        words = trimmed((*before[0].text, _BLANK, *passage.text))
        out[-1] = (replace(passage, text=words), (*before[1], *targets))
    return out


def _is_open(passage: Passage) -> bool:
    """Says whether a passage breaks off before the end of a sentence."""
    if not passage.text or passage.children or passage.tail:
        return False
    last = passage.text[-1]
    return isinstance(last, Run) and last.text.rstrip()[-1:].isalnum()


def _unheaded(
    passages: Sequence[tuple[Passage, tuple[str, ...]]],
) -> list[tuple[Passage, tuple[str, ...]]]:
    """Drops headings where the state prints none."""
    return [(replace(passage, heading=()), targets) for passage, targets in passages]
