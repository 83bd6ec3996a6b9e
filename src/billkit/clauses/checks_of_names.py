"""Checks that every body, voter, term and clause that is named is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from billkit.clauses.base import nearest
from billkit.clauses.checked import Checked
from billkit.clauses.citing import Reference
from billkit.clauses.fault import Fault
from billkit.clauses.framing import Definition
from billkit.clauses.toml_lines import TomlPath
from billkit.clauses.voting import EVERYDAY_VOTERS, Vote
from billkit.clauses.walking import roles, values

__all__ = [
    "bodies_named",
    "bodies_there",
    "clauses_named",
    "definitions_used",
    "sections_known",
    "voters_known",
]

ESTABLISHED: Mapping[str, str] = MappingProxyType(
    {
        "panel": "advisory-panel",
        "office": "innovation-office",
        "council": "innovation-office",
        "network": "learning-network",
        "research-team": "research-team",
        "partnership": "partnership",
        "partner": "partnership",
    }
)
"""Bodies that a clause of the bill sets up, and its kind."""


def bodies_named(checked: Checked) -> Iterator[Fault]:
    """Every body that a clause names is among the names of the bill."""
    if checked.is_broken("names"):
        return
    names = checked.bill.names
    for index, clause in enumerate(checked.bill.clauses):
        for path, role in roles(clause):
            if names.body(role) is None:
                yield Fault(
                    code="undefined-body",
                    message=f'the bill names no body "{role}".',
                    path=checked.path(index, *path),
                    hint=nearest(role, names.roles()),
                )


def bodies_there(checked: Checked) -> Iterator[Fault]:
    """A body that only a clause of the bill can set up has that clause, or a name of its own."""
    named = checked.bill.names.model_fields_set
    for index, clause in enumerate(checked.bill.clauses):
        for path, role in roles(clause):
            kind = ESTABLISHED.get(role)
            if kind is None or checked.has(kind, "names") or role.replace("-", "_") in named:
                continue
            yield Fault(
                code="body-not-established",
                message=f'the bill gives the body "{role}" work but does not set it up.',
                path=checked.path(index, *path),
                hint=f'add a clause of kind "{kind}", or name the body in `names`.',
            )


def voters_known(checked: Checked) -> Iterator[Fault]:
    """Every voter is a body of the bill, a defined term, an everyday group, or described."""
    if checked.is_broken("definitions", "names"):
        return
    known = {*checked.bill.names.roles(), *checked.bill.defined, *EVERYDAY_VOTERS}
    for index, clause in enumerate(checked.bill.clauses):
        for path, vote in values(clause, Vote):
            if vote.meaning is None and vote.body not in known:
                yield Fault(
                    code="undefined-voters",
                    message=f'nothing says who "{vote.body}" are.',
                    path=checked.path(index, *path, "body"),
                    hint=_voters_hint(vote.body, tuple(known)),
                )
            if vote.each == "partner" and not checked.has("partnership"):
                yield Fault(
                    code="undefined-voters",
                    message="each partner votes, but the bill provides for no partnership.",
                    path=checked.path(index, *path, "each"),
                    hint='add a clause of kind "partnership".',
                )


def _voters_hint(body: str, known: tuple[str, ...]) -> str:
    """Says how voters are made known, or which known ones were meant."""
    near = nearest(body, known)
    if near.startswith("did you mean"):
        return near
    return f'define "{body}" in a definitions clause, or say who they are in `meaning`.'


def clauses_named(checked: Checked) -> Iterator[Fault]:
    """Every clause that is referred to is in the bill."""
    known = {*checked.bill.ids, *checked.broken}
    for index, clause in enumerate(checked.bill.clauses):
        for path, reference in values(clause, Reference):
            if reference.clause is not None and reference.clause not in known:
                yield Fault(
                    code="undefined-clause",
                    message=f'the bill has no clause "{reference.clause}" to refer to.',
                    path=checked.path(index, *path),
                    hint=nearest(reference.clause, tuple(known)),
                )


def sections_known(checked: Checked) -> Iterator[Fault]:
    """The sections that a bill lays out hold clauses of the bill, each once."""
    known = {*checked.bill.ids, *checked.broken}
    seen: set[str] = set()
    for place, plan in enumerate(checked.bill.sections):
        for at, group in enumerate(plan.clauses):
            for name in (group,) if isinstance(group, str) else group:
                path: TomlPath = ("sections", place, "clauses", at)
                if name not in known:
                    message = f'the bill has no clause "{name}" for this section.'
                    hint = nearest(name, tuple(known))
                    yield Fault("undefined-clause", message, path, hint)
                elif name in seen:
                    message = f'the clause "{name}" stands in two sections.'
                    yield Fault("clause-twice", message, path, "leave it in one of them.")
                seen.add(name)


def definitions_used(checked: Checked) -> Iterator[Fault]:
    """A defined term that only a certain clause can use has that clause.

    The Mississippi act defines "eligible employees" and never uses the term.
    """
    if checked.is_broken("approval-threshold", "personnel", "advisory-panel"):
        return
    used = {vote.body for clause in checked.bill.clauses for _, vote in values(clause, Vote)}
    if checked.has("partnership"):
        used |= {"partner", "partnership"}
    for index, clause in enumerate(checked.bill.clauses):
        for path, item in values(clause, Definition):
            if item.key in {"eligible-employees", "partner", "partnership"} - used:
                yield Fault(
                    code="defined-not-used",
                    message=f'"{item.key}" is defined, but nothing uses the term.',
                    path=checked.path(index, *path),
                    hint="remove the definition, or add the clause it was meant for.",
                    severity="warning",
                )
