"""The bill: its names and its clauses in order, a value that composes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, Literal, Self, TypeAlias, TypeVar

from pydantic import BeforeValidator, PrivateAttr

from billkit.clauses.applying import ApplicationClause
from billkit.clauses.base import Slug, Text, Value, nearest, refuse
from billkit.clauses.catalogue import KINDS, AnyClause
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause, plain_data
from billkit.clauses.framing import DefinitionsClause, ShortTitleClause
from billkit.clauses.lasting import RevocationClause
from billkit.clauses.names import Names
from billkit.clauses.sections import SectionPlan
from billkit.clauses.voting import Stage
from billkit.clauses.whence import Whence
from billkit.errors import BillError, Finding
from billkit.text.codes import CODES

__all__ = ["Bill", "BillStage", "Jurisdiction", "place_of"]

_STATES = frozenset(code.jurisdiction for code in CODES) - {"us"}

BillStage: TypeAlias = Literal["model", "filing"]
"""``model`` may hold blanks and alternatives; ``filing`` is ready to be introduced."""


def _jurisdiction(value: object) -> object:
    """Refuses what is not written like ``us-ky``."""
    if isinstance(value, str) and not re.fullmatch(r"us-[a-z]{2}", value):
        letters = re.sub(r"[^a-z]", "", value.casefold()).removeprefix("us")
        hint = f'write "us-{letters}".' if len(letters) == len("ky") else 'write "us-ky".'
        refuse("not-a-jurisdiction", f'"{value}" is not written like a jurisdiction.', hint)
    if isinstance(value, str) and value not in _STATES:
        message = f'there is no state "{value}".'
        hint = "write us- and the two letters of the state's postal code: us-ky, us-nd."
        refuse("unknown-jurisdiction", message, hint)
    return value


Jurisdiction: TypeAlias = Annotated[str, BeforeValidator(_jurisdiction)]
"""A state: ``us-`` and its two letters."""

AnyKind = TypeVar("AnyKind", bound=Clause)


class Bill(Value):
    """A bill or model act: names set once, clauses in order.

    A clause is addressed by its id, which is its kind unless the bill names it otherwise.
    """

    title: Text | None = None
    """What the bill is called, in its short title too; where nothing is said, after its zones."""
    subject: Text | None = None
    """What it relates to, as its long title says it: ``innovation zones in public schools``."""
    jurisdiction: Jurisdiction | None = None
    """The state it is written for; none leaves it open."""
    stage: BillStage = "model"
    """Whether it is a model act, with blanks and alternatives, or ready for filing."""
    number: Text | None = None
    """The number it bears: ``House Bill 37``."""
    sponsors: tuple[Text, ...] = ()
    """Who introduces it."""
    home: Reference | None = None
    """Where in the code its law is to stand: ``chapter 160``."""
    where_allowed: bool = False
    """Whether clauses that a state does not have are left out, not refused."""
    names: Names = Names()
    """The names of the bodies, the zones, the plans."""
    clauses: tuple[AnyClause, ...] = ()
    """What it says."""
    sections: tuple[SectionPlan, ...] = ()
    """How its clauses are put into sections, where the bill itself says so."""

    _whence: Whence = PrivateAttr(default_factory=Whence)

    @property
    def whence(self) -> Whence:
        """Where its fields and clauses stand in the files it was loaded from."""
        return self._whence

    def loaded_from(self, whence: Whence) -> Self:
        """Gives the bill with the places it was loaded from."""
        made = self.model_copy()
        made._whence = whence  # noqa: SLF001 - our own class
        return made

    @property
    def name(self) -> str:
        """What the bill is called: its title, else its short title, else its subject."""
        short = next(iter(self.all_of(ShortTitleClause)), None)
        if self.title is None and short is not None:
            return self.act_name
        return self.title or f"{self.about[:1].upper()}{self.about[1:]}"

    @property
    def act_name(self) -> str:
        """By what name the act may be cited: its short title, else its title, else by its zones.

        Example:
            >>> Bill().act_name, Bill(names={"zone": "district of innovation"}).act_name
            ('Innovation Zones Act', 'Districts of Innovation Act')
        """
        own = (short.title for short in self.all_of(ShortTitleClause) if short.title)
        return next(own, None) or self.title or self.names.act_name

    @property
    def about(self) -> str:
        """What the bill relates to: its subject, else the zones it provides for."""
        return self.subject or self.names.zone.plural

    @property
    def ids(self) -> tuple[Slug, ...]:
        """The ids of the clauses, in order."""
        return tuple(clause.id for clause in self.clauses)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of clauses the bill has."""
        return frozenset(clause.kind for clause in self.clauses)

    def clause(self, name: Slug) -> Clause | None:
        """Gives the clause of an id, or the first of a kind; None where there is none."""
        by_id = (clause for clause in self.clauses if clause.id == name)
        return next(by_id, next((c for c in self.clauses if c.kind == name), None))

    def all_of(self, cls: type[AnyKind]) -> tuple[AnyKind, ...]:
        """Gives all clauses of a class, in order."""
        return tuple(clause for clause in self.clauses if isinstance(clause, cls))

    @property
    def defined(self) -> frozenset[Slug]:
        """The terms that the bill defines."""
        return frozenset().union(*(clause.defined for clause in self.all_of(DefinitionsClause)))

    @property
    def stages(self) -> frozenset[Stage]:
        """The steps in the life of a zone that the bill provides for."""
        found: set[Stage] = set()
        if "application" in self.kinds:
            found.add("apply")
        if self.kinds & {"authority", "decision"}:
            found.add("approve")
        if any(clause.revisable for clause in self.all_of(ApplicationClause)):
            found.add("revise")
        if "renewal" in self.kinds:
            found.add("renew")
        if any(clause.withdrawal for clause in self.all_of(RevocationClause)):
            found.add("withdraw")
        return frozenset(found)

    def with_(
        self, *clauses: Clause, after: Slug | None = None, before: Slug | None = None
    ) -> Self:
        """Gives the bill with clauses added; one whose id is there takes that clause's place.

        Args:
            clauses: The clauses. Where nothing else is said, a further one goes where the
                catalogue has its kind.
            after: The id or kind of the clause after which they go.
            before: The id or kind of the clause before which they go.

        Raises:
            BillError: ``unknown-clause`` where ``after`` or ``before`` is not in the bill.

        Example:
            >>> from billkit.clauses.lasting import RenewalClause, TermClause
            >>> Bill().with_(RenewalClause(), TermClause()).ids
            ('term', 'renewal')
        """
        moved = after is not None or before is not None
        out = list(self.clauses)
        for clause in clauses:
            held = [c.id for c in out]
            if clause.id in held and not moved:
                out[held.index(clause.id)] = clause  # type: ignore[call-overload]
                continue
            out = [c for c in out if c.id != clause.id]
            out.insert(place_of(clause.kind, out, after=after, before=before), clause)  # type: ignore[arg-type]
            after, before = (clause.id, None) if moved else (None, None)
        return self.model_copy(update={"clauses": tuple(out)})

    def without(self, *names: Slug) -> Self:
        """Gives the bill without some clauses.

        Args:
            names: Ids, or kinds for all clauses of the kind.

        Raises:
            BillError: ``unknown-clause`` where the bill has none of that name.
        """
        known = {*self.ids, *self.kinds}
        missing = [_unknown(name, known) for name in names if name not in known]
        if missing:
            raise BillError(*missing)
        gone = set(names)
        kept = tuple(c for c in self.clauses if c.id not in gone and c.kind not in gone)
        held = {clause.id for clause in kept}
        plans = tuple(plan for section in self.sections if (plan := section.of(held)) is not None)
        return self.model_copy(update={"clauses": kept, "sections": plans})

    def plain(self) -> dict[str, Any]:
        """Gives the least plain data that says the same."""
        data = plain_data(self.model_copy(update={"clauses": ()}))
        return {**data, "clauses": [clause.plain() for clause in self.clauses]}

    def __str__(self) -> str:
        """Names the bill for people."""
        return self.name

    def __repr__(self) -> str:
        """Names the bill and its size, short."""
        many = "clause" if len(self.clauses) == 1 else "clauses"
        return f"<Bill {self.name}: {len(self.clauses)} {many}>"


def place_of(
    kind: str, held: Iterable[Clause], *, after: Slug | None = None, before: Slug | None = None
) -> int:
    """Finds where a clause of a kind goes among others.

    Raises:
        BillError: ``unknown-clause`` where ``after`` or ``before`` is not among them.
    """
    clauses = list(held)
    if (name := after or before) is not None:
        at = [i for i, clause in enumerate(clauses) if name in {clause.id, clause.kind}]
        if not at:
            raise BillError(_unknown(name, {c.id for c in clauses} | {c.kind for c in clauses}))
        return at[-1] + 1 if after is not None else at[0]
    rank = KINDS.index(kind)
    earlier = [i for i, clause in enumerate(clauses) if KINDS.index(clause.kind) <= rank]
    return earlier[-1] + 1 if earlier else 0


def _unknown(name: str, known: Iterable[str]) -> Finding:
    """Says that the bill has no clause of a name."""
    return Finding(
        code="unknown-clause",
        message=f'the bill has no clause "{name}".',
        hint=nearest(name, tuple(known)),
    )
