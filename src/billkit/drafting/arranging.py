"""Arranges clauses into the sections of a bill, in the state's order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from billkit.clauses.citing import Reference
from billkit.clauses.sections import SectionPlan
from billkit.language.filling import Words, spoken
from billkit.language.styles import Style
from billkit.language.templates import Rendered
from billkit.tree import Run

__all__ = ["Section", "arrange", "told_apart"]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the bill: its heading, and its clauses, each group one provision or more.

    ``codified`` says whether it enters the code, ``number`` its number there and ``home`` its
    place, where they are known. ``words`` stand in place of clauses where the state's form gives
    them. ``closing`` matter (an effective date, a repealer) makes the act but is no law of its
    subject.
    """

    heading: Words
    groups: tuple[tuple[Rendered, ...], ...]
    codified: bool
    number: str | None = None
    home: Reference | None = None
    closing: bool = False
    words: Words = ()

    @property
    def clauses(self) -> tuple[Rendered, ...]:
        """Every clause of the section in order."""
        return tuple(clause for group in self.groups for clause in group)


def arrange(
    rendered: Sequence[Rendered],
    *,
    style: Style,
    plans: Sequence[SectionPlan] = (),
    at_home: bool = True,
) -> tuple[Section, ...]:
    """Puts clauses into sections.

    The bill's own plan of sections goes first and keeps its order; a clause it does not name is a
    section of its own, where the state's order has its kind.

    Args:
        rendered: The clauses in words, in the bill's order.
        style: The state's style.
        plans: The sections that the bill itself lays out.
        at_home: Whether the bill is written for this state, so that the numbers and places of its
            plan are those of the state's code.
    """
    by_id = {each.clause.id: each for each in rendered}
    ranks = {kind: place for place, kind in enumerate(style.order.value)}
    planned: list[tuple[int, Section]] = []
    taken: set[str] = set()
    for plan in plans:
        groups = tuple(tuple(by_id[id_] for id_ in group if id_ in by_id) for group in plan.groups)
        groups = tuple(group for group in groups if group)
        if not groups:
            continue
        taken |= {each.clause.id for group in groups for each in group}
        section = Section(
            heading=(Run(plan.heading),) if plan.heading else groups[0][0].heading,
            groups=groups,
            codified=plan.codified,
            number=plan.number if at_home else None,
            home=plan.home if at_home else None,
        )
        rank = min(_rank(each, ranks) for each in section.clauses)
        planned.append((max([rank, *(r for r, _ in planned)]), section))
    single = [
        (_rank(each, ranks), _alone(each, style))
        for each in rendered
        if each.clause.id not in taken
    ]
    return tuple(section for _, section in sorted([*planned, *single], key=lambda pair: pair[0]))


def told_apart(rendered: Sequence[Rendered]) -> tuple[Rendered, ...]:
    """Lets headings that are alike tell their clauses apart.

    A heading adds what its text says of the difference, and where that is alike too, the name by
    which the bill addresses the clause. A heading of the bill's own stays as it is.
    """
    by_difference = _with_more(rendered, lambda each: each.apart)
    return _with_more(by_difference, _own_name)


def _with_more(
    rendered: Sequence[Rendered], more: Callable[[Rendered], str]
) -> tuple[Rendered, ...]:
    """Adds words to every heading that is not the only one of its words."""
    alike = Counter(spoken(each.heading) for each in rendered)
    return tuple(
        replace(each, heading=(*each.heading, Run(f" {words}")))
        if each.heading
        and each.clause.heading is None
        and alike[spoken(each.heading)] > 1
        and (words := more(each))
        else each
        for each in rendered
    )


def _own_name(each: Rendered) -> str:
    """Gives the name by which the bill addresses a clause, where it is not its kind."""
    clause = each.clause
    return "" if clause.id == clause.kind else f"({clause.id.replace('-', ' ')})"


def _rank(each: Rendered, ranks: Mapping[str, int]) -> int:
    """Gives a clause's place in the state's order; what the order does not name goes last."""
    return ranks.get(each.clause.kind, len(ranks))


def _alone(each: Rendered, style: Style) -> Section:
    """Makes a section of one clause."""
    closing = each.clause.kind in style.uncodified.value
    return Section(each.heading, ((each,),), codified=not closing, closing=closing)
