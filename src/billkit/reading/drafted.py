"""Reads a drafted bill back: the clause tags of its words say which provision is which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_origin

from pydantic import ValidationError

from billkit.clauses import inflection
from billkit.clauses.bill import Bill
from billkit.clauses.catalogue import CLAUSES
from billkit.clauses.clause import Clause
from billkit.clauses.durations import Duration
from billkit.clauses.names import Names
from billkit.reading.bodies import bodies
from billkit.reading.kinds import KINDS
from billkit.reading.parameters import NamedBody
from billkit.reading.profiles import Cell, NotFound, Profile, Quotation, Quoted
from billkit.reading.recognising import Findings, cells_of, find, raw_values
from billkit.reading.typed import is_role, typed_value, typed_values, with_names
from billkit.tree import Document, Node, Run

__all__ = ["is_drafted", "profile_draft"]

_NAMES = "names"
_ARTICLE = re.compile(r"^(?:the|an?|each|any|every)\s+", re.IGNORECASE)
_BOUND = re.compile(r"^(?:at least|not later than|by|on|for)\s+", re.IGNORECASE)
_UNNUMBERED = re.compile(r"\s*\[p\d+\]")
_AND = re.compile(r",?\s+and\s+|,\s+")
_COMMON = frozenset(Clause.model_fields)


@dataclass(frozen=True, slots=True)
class _Tagged:
    """The provisions of a clause and the words that its fields filled in."""

    clause: str
    provisions: tuple[str, ...]
    filled: Mapping[str, tuple[str, ...]]


def is_drafted(document: Document) -> bool:
    """Says whether a document bears clause tags, as drafts do."""
    return any(_clause(run) for node in document.provisions for run in _runs(node))


def profile_draft(document: Document, *, bill: Bill | None = None) -> Profile:
    """Gives the provisions of a drafted bill.

    The words and places are those of the draft. With the bill at hand the values are the fields
    of its clauses; without it they are read back from the words that the fields filled in and,
    where a field fills in none, from the words around them.

    Args:
        document: The draft.
        bill: The bill it was drafted from.
    """
    tagged = tuple(_tagged(document))
    names = _names(document)
    if bill:
        names = _called(bill, tagged, names)
    findings = find(document)
    cells: list[Cell] = []
    for part in tagged:
        clause = bill.clause(part.clause) if bill else None
        kind = clause.kind if clause else _kind(part)
        if kind is None:
            continue
        if clause:
            values = _clause_values(clause, names)
        else:
            values = _read_values(kind, part, findings, names)
        cells.append(Quoted(kind, part.clause, _quotations(document, part), values))
    taken = {id_ for part in tagged for id_ in part.provisions}
    untaken = [hit for hit in findings.hits if hit.sentence.provision not in taken]
    rest = cells_of(document, findings, untaken)
    cells += _untagged(rest, {cell.kind for cell in cells}, bill, names)
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


def _runs(node: Node) -> tuple[Run, ...]:
    """Gives all runs of a provision's own."""
    return (*node.heading, *node.text, *node.tail)


def _clause(run: Run) -> str:
    """Gives the id of the clause that filled a run in; "" for plain words and for names."""
    return run.origin[0] if run.origin and run.origin[0] != _NAMES else ""


def _tagged(document: Document) -> Iterator[_Tagged]:
    """Gathers the provisions of each clause, in the order of the draft.

    A provision without a tag goes with the provision it stands under, or with the one before it
    in the same section.
    """
    owners: dict[str, str] = {}
    filled: dict[str, dict[str, list[str]]] = {}
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
        for run in _runs(node):
            if run.origin and (clause := _clause(run)):
                filled.setdefault(clause, {}).setdefault(run.origin[1], []).append(run.text)
    for clause in dict.fromkeys(owner for owner in owners.values() if owner):
        held = tuple(
            id_
            for id_, owner in owners.items()
            if owner == clause and _quotable(document.by_id[id_])
        )
        words = {field: tuple(texts) for field, texts in filled.get(clause, {}).items()}
        yield _Tagged(clause, held, words)


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
            if run.origin and run.origin[0] == _NAMES:
                one = bool(_ARTICLE.match(run.text))
                if one or run.origin[1] not in out:
                    out.setdefault(run.origin[1], "")
                    if len(_bare(run.text)) > len(out[run.origin[1]]) or one:
                        out[run.origin[1]] = _bare(run.text)
    return out


def _called(bill: Bill, tagged: tuple[_Tagged, ...], names: Mapping[str, str]) -> dict[str, str]:
    """Finds what the draft calls every body of the bill: as its fields filled it in, else as set.

    The state's style may have given a body another name than the bill.
    """
    out: dict[str, str] = {}
    for part in tagged:
        clause = bill.clause(part.clause)
        for field, texts in part.filled.items():
            role = getattr(clause, field.replace("-", "_"), None)
            if isinstance(role, str) and bill.names.body(role) is not None:
                ones = [text for text in texts if _ARTICLE.match(text)] or list(texts)
                out.setdefault(role, _bare(ones[0]))
    for role in bill.names.roles():
        body = bill.names.body(role)
        if body is not None:
            out[role] = names.get(role) or out.get(role) or body.name
    return out


def _bare(text: str) -> str:
    """Takes the article off a name."""
    return _ARTICLE.sub("", text).strip()


def _kind(part: _Tagged) -> str | None:
    """Tells the kind of a clause from its id, or from the fields it filled in."""
    if part.clause in CLAUSES:
        return part.clause
    inside = [kind for kind in CLAUSES if re.search(rf"(?:^|-){kind}(?:-|$)", part.clause)]
    if inside:
        return max(inside, key=len)
    fields = {field.replace("-", "_") for field in part.filled}
    fitting = [kind for kind, cls in CLAUSES.items() if fields <= set(cls.model_fields) - _COMMON]
    return fitting[0] if len(fitting) == 1 else None


def _clause_values(clause: Clause, names: Mapping[str, str]) -> dict[str, object]:
    """Gives the fields of a clause that say something, bodies by the names the draft uses."""
    fields = type(clause).model_fields
    values = {
        field: with_names(getattr(clause, field), info, names)
        for field, info in fields.items()
        if field not in _COMMON
    }
    return {
        field: value
        for field, value in values.items()
        if value is not None and value is not False and value != ()
    }


def _read_values(
    kind: str, part: _Tagged, findings: Findings, names: Mapping[str, str]
) -> dict[str, object]:
    """Reads the values of a clause from its words: those filled in first, then what rules find."""
    held = set(part.provisions)
    hits = [hit for hit in findings.hits if hit.kind == kind and hit.sentence.provision in held]
    values, _ = typed_values(kind, raw_values(hits), {**findings.names, **names})
    cls = CLAUSES[kind]
    for name, texts in part.filled.items():
        field = name.replace("-", "_")
        if field not in cls.model_fields or field in _COMMON:
            continue
        info = cls.model_fields[field]
        if is_role(info):
            several = get_origin(info.annotation) is tuple
            parts = _AND.split(texts[0]) if several else [texts[0]]
            found = tuple(_body(text, findings, names) for text in parts)
            values[field] = found if several else found[0]
            continue
        for text in texts:
            try:
                value = typed_value(cls, field, _BOUND.sub("", text.strip()), names)
            except ValidationError:
                continue
            if not _looser(values.get(field), value):
                values[field] = value
            break
    return values


def _looser(read: object, filled: object) -> bool:
    """Whether a length read from the sentence is the filled-in one with "at most" before it."""
    return (
        isinstance(read, Duration)
        and isinstance(filled, Duration)
        and (read.count, read.unit) == (filled.count, filled.unit)
    )


def _body(text: str, findings: Findings, names: Mapping[str, str]) -> NamedBody:
    """Tells the role of a body or thing that a field named."""
    name = _bare(text)
    for role, called in names.items():
        if name.casefold() in {called.casefold(), inflection.plural(called).casefold()}:
            return NamedBody(role, called)
    for body in bodies(text, findings.known):
        return NamedBody(body.role, name)
    usual = Names()
    for role in usual.roles():
        known = usual.body(role)
        forms = {known.name, known.plural, known.short} if known else set()
        if name.casefold() in {form.casefold() for form in forms}:
            return NamedBody(role, name)
    return NamedBody(re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-"), name)


def _untagged(
    found: tuple[Cell, ...], said: set[str], bill: Bill | None, names: Mapping[str, str]
) -> Iterator[Cell]:
    """Gives the provisions of clauses that fill in nothing, as they were found by their words."""
    for cell in found:
        clause = bill.clause(cell.kind) if bill else None
        if cell.kind in said or not isinstance(cell, Quoted) or (bill and clause is None):
            continue
        if clause is None:
            yield cell
            continue
        values = _clause_values(clause, names)
        yield Quoted(cell.kind, clause.id, cell.quotations, values)
        said.add(cell.kind)
