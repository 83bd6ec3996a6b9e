"""Reads a drafted bill back: the clause tags of its words say which provision is which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from billkit.clauses.bill import Bill
from billkit.clauses.catalogue import CLAUSES
from billkit.clauses.names import Names
from billkit.reading.kinds import KINDS
from billkit.reading.profiles import Cell, NotFound, Profile, Quotation, Quoted
from billkit.reading.recognising import Findings, cells_of, find, raw_values
from billkit.reading.recovery.clauses import Recovered, Recovery, kinds_like
from billkit.reading.recovery.fields import own_fields
from billkit.reading.recovery.guessing import candidates
from billkit.reading.recovery.naming import bare
from billkit.reading.recovery.streams import NAMES, Tag
from billkit.reading.typed import typed_values, with_names
from billkit.tree import Document, Node, Run

__all__ = ["NOTHING_KNOWN", "is_drafted", "profile_draft"]

_UNNUMBERED = re.compile(r"\s*\[p\d+\]")
NOTHING_KNOWN = Recovery((), Names())
"""Of a draft whose clauses were not looked for."""


@dataclass(frozen=True, slots=True)
class _Tagged:
    """The provisions of a clause and the words that its fields filled in."""

    clause: str
    provisions: tuple[str, ...]
    filled: Mapping[str, tuple[Tag, ...]]


def is_drafted(document: Document) -> bool:
    """Says whether a document bears clause tags, as drafts do."""
    return any(_clause(run) for node in document.provisions for run in _runs(node))


def profile_draft(
    document: Document, *, bill: Bill | None = None, recovery: Recovery = NOTHING_KNOWN
) -> Profile:
    """Gives the provisions of a drafted bill.

    The words and places are those of the draft. With the bill at hand the values are the fields
    of its clauses; without it they are those that the words of the recovered clauses show. Where
    the words of a clause were changed by hand, its values are read from them.

    Args:
        document: The draft.
        bill: The bill it was drafted from.
        recovery: What is known of that bill from the draft, where the bill is not at hand.
    """
    known = _known(bill) if bill is not None else recovery
    clauses = {each.clause.id: each for each in known.clauses}
    tagged = tuple(_tagged(document))
    names = _called(known, tagged, _names(document))
    findings = find(document)
    cells: list[Cell] = []
    for part in tagged:
        clause = clauses.get(part.clause)
        kinds = (clause.clause.kind,) if clause else kinds_like(part.clause, part.filled)
        if len(kinds) != 1:
            continue
        if clause is not None and clause.exact:
            values = _clause_values(clause, names)
        else:
            values = _read_values(kinds[0], part, findings, known.names, names)
        cells.append(Quoted(kinds[0], part.clause, _quotations(document, part), values))
    taken = {id_ for part in tagged for id_ in part.provisions}
    untaken = [hit for hit in findings.hits if hit.sentence.provision not in taken]
    rest = cells_of(document, findings, untaken)
    said = {cell.kind for cell in cells}
    cells += _untagged(rest, said, clauses, names, others=bill is None)
    rank = {kind: place for place, kind in enumerate(KINDS)}
    said = {cell.kind for cell in cells}
    name = document.citation or document.title
    cells += [NotFound(kind, kind, (name,)) for kind in KINDS if kind not in said]
    cells.sort(key=lambda cell: rank.get(cell.kind, len(rank)))
    return Profile(
        id="",
        jurisdiction=document.jurisdiction,
        label="",
        name=document.title,
        citation=document.citation,
        cells=tuple(cells),
        origin="drafted",
        standing=document.standing,
        names=names,
    )


def _known(bill: Bill) -> Recovery:
    """Takes all of a bill for known."""
    clauses = (
        Recovered(clause, exact=True, shown=frozenset(own_fields(type(clause))))
        for clause in bill.clauses
    )
    return Recovery(tuple(clauses), bill.names)


def _runs(node: Node) -> tuple[Run, ...]:
    """Gives all runs of a provision's own."""
    return (*node.heading, *node.text, *node.tail)


def _clause(run: Run) -> str:
    """Gives the id of the clause that filled a run in; "" for plain words and for names."""
    return run.origin[0] if run.origin and run.origin[0] != NAMES else ""


def _tagged(document: Document) -> Iterator[_Tagged]:
    """Gathers the provisions of each clause, in the order of the draft.

    A provision without a tag goes with the provision it stands under, or with the one before it
    in the same section.
    """
    owners: dict[str, str] = {}
    filled: dict[str, dict[str, list[Tag]]] = {}
    before = ""
    for id_, node in zip(document.ids, document.provisions, strict=True):
        parent = document.parents[id_]
        tags = [clause for run in _runs(node) if (clause := _clause(run))]
        if not parent:
            before = ""
        elif node.role == "frame" and not tags:
            continue
        owner = tags[0] if tags else owners.get(parent, "") if parent else ""
        owner = owner or (before if parent else "")
        owners[id_] = owner
        before = owner or before
        said = ""
        for run in _runs(node):
            if run.origin and (clause := _clause(run)):
                field = run.origin[1].replace("-", "_")
                tag = Tag(len(said), len(said + run.text), clause, field, run.text, before=said)
                filled.setdefault(clause, {}).setdefault(field, []).append(tag)
            said += run.text
    for clause in dict.fromkeys(owner for owner in owners.values() if owner):
        held = tuple(
            id_
            for id_, owner in owners.items()
            if owner == clause and _quotable(document.by_id[id_])
        )
        tagged = {field: tuple(found) for field, found in filled.get(clause, {}).items()}
        yield _Tagged(clause, held, tagged)


def _quotable(node: Node) -> bool:
    """Whether a provision says something of the law: heads and catchlines do not."""
    if node.kind == "catchline":
        return False
    return bool(node.text) and (node.role == "law" or any(_clause(run) for run in node.text))


def _quotations(document: Document, part: _Tagged) -> tuple[Quotation, ...]:
    """Quotes the provisions of a clause."""
    return tuple(
        Quotation(
            words="".join(run.text for run in document.by_id[id_].text),
            provision=id_,
            citation=_UNNUMBERED.sub("", document.path(id_)),
        )
        for id_ in part.provisions
    )


def _names(document: Document) -> dict[str, str]:
    """Finds what the draft calls the bodies and things of the bill, by role: the form for one."""
    out: dict[str, str] = {}
    for node in document.provisions:
        for run in _runs(node):
            if run.origin and run.origin[0] == NAMES:
                role, name = run.origin[1], bare(run.text)
                if name != run.text or len(name) > len(out.get(role, "")):
                    out[role] = name
    return out


def _called(
    known: Recovery, tagged: tuple[_Tagged, ...], names: Mapping[str, str]
) -> dict[str, str]:
    """Finds what the draft calls every body of the bill: as its fields filled it in, else as set.

    The state's style may have given a body another name than the bill.
    """
    clauses = {each.clause.id: each.clause for each in known.clauses}
    out: dict[str, str] = {}
    for part in tagged:
        for field, tags in part.filled.items():
            role = getattr(clauses.get(part.clause), field, None)
            if isinstance(role, str) and known.names.body(role) is not None:
                ones = [tag.text for tag in tags if bare(tag.text) != tag.text]
                out.setdefault(role, bare([*ones, tags[0].text][0]))
    for role in known.names.roles() if known.clauses else ():
        body = known.names.body(role)
        if body is not None:
            out[role] = names.get(role) or out.get(role) or body.name
    return {**names, **out}


def _clause_values(known: Recovered, names: Mapping[str, str]) -> dict[str, object]:
    """Gives the fields of a clause that say something, bodies by the names the draft uses."""
    clause = known.clause
    values = {
        field: with_names(getattr(clause, field), info, names)
        for field, info in own_fields(type(clause)).items()
        if field in known.shown
    }
    return {
        field: value
        for field, value in values.items()
        if value is not None and value is not False and value != ()
    }


def _read_values(
    kind: str, part: _Tagged, findings: Findings, known: Names, names: Mapping[str, str]
) -> dict[str, object]:
    """Reads the values of a clause from its words: those filled in first, then what rules find."""
    held = set(part.provisions)
    hits = [hit for hit in findings.hits if hit.kind == kind and hit.sentence.provision in held]
    values, _ = typed_values(kind, raw_values(hits), {**findings.names, **names})
    cls = CLAUSES[kind]
    for field, info in own_fields(cls).items():
        value = next(candidates(cls, field, part.filled.get(field, ()), known), None)
        if value is not None:
            values[field] = with_names(value, info, names)
    return values


def _untagged(
    found: tuple[Cell, ...],
    said: set[str],
    clauses: Mapping[str, Recovered],
    names: Mapping[str, str],
    *,
    others: bool,
) -> Iterator[Cell]:
    """Gives the provisions of clauses that fill in nothing, as they were found by their words.

    What is of no known clause is given only where there can be ``others``.
    """
    for cell in found:
        clause = clauses.get(cell.kind)
        if cell.kind in said or not isinstance(cell, Quoted):
            continue
        if clause is not None and clause.exact:
            values = _clause_values(clause, names)
            yield Quoted(cell.kind, cell.kind, cell.quotations, values)
            said.add(cell.kind)
        elif others:
            yield cell
