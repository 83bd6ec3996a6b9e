"""References that a text prints: to its own provisions and to other law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from billkit.text.reference_parser import Draft, drafts

__all__ = ["Mention", "Step", "Target", "mentions"]


class Step(NamedTuple):
    """One step to a provision: the unit as printed ("" where none is), and its enumerator."""

    unit: str
    num: str


@dataclass(frozen=True, slots=True)
class Target:
    """Says what a reference points at, as far as its words tell.

    ``scope`` is the unit after "this" (the steps start at the one the reference stands in), or
    ``that`` where the words point back at something named before; ``code`` is a code, an act or
    a session's laws by name; ``above`` are title, chapter, article and the like, outermost first;
    ``section`` is the section's number; ``steps`` lead on from there, outermost first.
    """

    scope: str = ""
    code: str = ""
    jurisdiction: str = ""
    above: tuple[Step, ...] = ()
    section: str = ""
    steps: tuple[Step, ...] = ()

    @property
    def unit(self) -> str:
        """The unit that is pointed at: subsection, section, chapter; "" where none is printed."""
        if self.steps:
            return self.steps[-1].unit
        if self.section:
            return "section"
        return self.above[-1].unit if self.above else self.scope

    @property
    def is_internal(self) -> bool:
        """Says whether the words can point into the text that prints them."""
        if self.code or self.scope == "that":
            return False
        return bool(self.scope or not self.above)


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference as printed: the span of its own number, and what it points at.

    Every number printed is a mention of its own: "paragraph (a) of subsection (2)" holds one of
    (a) and one of (2), the latter a ``container``, named only to place the former. Where no number
    is printed ("this section") the span is that of the words. ``whole`` spans all words of the
    reference; ``reach`` is ``through`` at the end of a range, ``et seq.`` where more follows.
    """

    start: int
    end: int
    text: str
    target: Target
    whole: tuple[int, int]
    container: bool = False
    reach: Literal["", "through", "et seq."] = ""

    @property
    def is_internal(self) -> bool:
        """Says whether the words can point into the text that prints them."""
        return self.target.is_internal


def mentions(text: str, *, jurisdiction: str = "") -> tuple[Mention, ...]:
    """Finds every reference printed in a text, in any state's form, in the order of the text.

    Lists ("subsections (3) and (4)") give one mention for each number, ranges one for each end.

    Args:
        text: The words of a provision.
        jurisdiction: Whose text it is. A bare code number ("as defined in 20-7-1601") is a
            reference only where that is the state's form.

    Example:
        >>> found = mentions("as provided in subsections (3) and (4) of this section")
        >>> [(m.text, m.target.scope, m.target.steps[0].num) for m in found if not m.container]
        [('(3)', 'section', '3'), ('(4)', 'section', '4')]
    """
    return tuple(
        sorted(
            (_mention(text, draft) for draft in drafts(text, jurisdiction=jurisdiction)),
            key=lambda mention: (mention.start, mention.end),
        )
    )


def _mention(text: str, draft: Draft) -> Mention:
    """Freezes what the parser found."""
    return Mention(
        start=draft.start,
        end=draft.end,
        text=text[draft.start : draft.end],
        target=Target(
            scope=draft.scope,
            code=draft.code,
            jurisdiction=draft.jurisdiction,
            above=tuple(Step(*step) for step in draft.above),
            section=draft.section,
            steps=tuple(Step(*step) for step in draft.steps),
        ),
        whole=draft.whole,
        container=draft.container,
        reach=draft.reach,
    )
