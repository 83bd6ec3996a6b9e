"""Notices what a draft says otherwise than the bill may mean: warnings, which stop nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from billkit.clauses.base import Blank
from billkit.clauses.bill import Bill
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause
from billkit.clauses.fault import Fault
from billkit.clauses.items import Item
from billkit.clauses.locating import located
from billkit.clauses.names import Body
from billkit.clauses.toml_lines import TomlPath
from billkit.clauses.walking import roles, values
from billkit.errors import Finding
from billkit.language.library import ModelLanguage
from billkit.language.passages import Passage
from billkit.language.shapes import Shape, choices, shape
from billkit.language.styles import GENERIC, Style
from billkit.language.templates import Rendered
from billkit.language.voice import Voice
from billkit.tree import Run

__all__ = ["foreign_references", "notices"]

_SHARED = frozenset(Clause.model_fields)
_COINED = ("zone", "zone-school", "plan", "partnership", "partner")
"""The terms that an act makes up, so that it has to say what they mean."""
_ARTICLE = re.compile(r"(?:the|an?|each) ", re.IGNORECASE)
_MODEL = "model"


def notices(bill: Bill, style: Style, *, language: ModelLanguage) -> tuple[Finding, ...]:
    """Finds what a sponsor should look at in a draft.

    Args:
        bill: The bill.
        style: The style of the state it is drafted for.
        language: The model language.

    Returns:
        Warnings, each with its place: ``not-said`` where the wording that a clause takes has no
        words for a field it gives; ``undefined-term`` where a clause put in the place of another
        uses a term that nothing explains; ``foreign-reference`` where a bill drafted for another
        state than its own cites the code of its own.

    Raises:
        DraftError: as `billkit.drafting.drafting.draft_bill`.
        ReadError: as there.
    """
    ids = (clause.id for clause in bill.clauses)
    voice = Voice.of(style, bill.names, ids, act_name=bill.act_name)
    faults: list[Fault] = []
    for place, clause in enumerate(bill.clauses):
        if clause.kind in style.unavailable:
            continue
        if not _is_own(bill, clause, language):
            continue
        rendered = language.render(clause, voice)
        faults += _not_said(place, rendered, language)
        if len(bill.whence.sources) > 1:
            faults += _undefined(place, rendered, bill, voice)
    faults += foreign_references(bill, style)
    return tuple(located(fault, bill) for fault in faults)


def _is_own(bill: Bill, clause: Clause, language: ModelLanguage) -> bool:
    """Says whether a clause is the bill's own, not one of what it extends, nor of a preset."""
    held = bill.whence.of_clause(clause)
    if held is None:
        return True
    source = held[0]
    shipped = Path(source.file or "").is_relative_to(language.folder)
    return source is bill.whence.sources[0] and not shipped


def _not_said(place: int, rendered: Rendered, language: ModelLanguage) -> Iterator[Fault]:
    """Finds fields that a clause gives and its wording passes over.

    Choices among a few words, and who acts, are for a state's wording to settle by itself.
    """
    clause, template = rendered.clause, rendered.template
    settled = {path[0] for path, _ in roles(clause)}
    for name, info in type(clause).model_fields.items():
        value = getattr(clause, name)
        usual = info.get_default(call_default_factory=True)
        if name in _SHARED or name in template.reads or not value or value == usual:
            continue
        if info.is_required():
            continue
        kinds: Shape = shape(info.annotation)  # type: ignore[arg-type]
        if isinstance(value, bool) or choices(kinds) or name in settled:
            continue
        key = info.alias or name
        message = f'the wording that the clause "{clause.id}" takes has no words for "{key}".'
        hint = "leave the field out, or say it in a clause of its own."
        if clause.variant != _MODEL and name in language.template(clause.kind).reads:
            hint = 'take `variant = "model"`, which says it, or leave the field out.'
        yield Fault("not-said", message, ("clauses", place, key), hint, "warning", at_key=True)
    words = " ".join(run.text for passage in rendered.passages for run in _runs(passage))
    for path, item in values(clause, Item):
        for number, reference in enumerate(item.refs):
            if reference.clause is None and str(reference.num or reference.name) not in words:
                message = f'the wording of the point "{item}" does not cite "{reference}".'
                hint = "give the point words of its own that cite it, or take it out."
                where: TomlPath = ("clauses", place, *path, "refs", number)
                yield Fault("not-said", message, where, hint, "warning")


def _undefined(place: int, rendered: Rendered, bill: Bill, voice: Voice) -> Iterator[Fault]:
    """Finds short names that a clause uses as known, while nothing says what they stand for.

    A short name is explained by its definition, or by the full name before it in the clause.
    """
    clause = rendered.clause
    if clause.kind == "definitions":
        return
    explained: set[str] = set()
    told: set[str] = set()
    for run in (run for passage in rendered.passages for run in _runs(passage)):
        role = _role(run, clause)
        if role not in _COINED or role in bill.defined:
            continue
        body = voice.body(role)
        if role in explained or _names_in_full(run.text, body):
            explained.add(role)
            continue
        if role in told:
            continue
        told.add(role)
        message = (
            f'the clause "{clause.id}" uses the term "{body.short}" for {body.definite}, '
            "which the bill does not define."
        )
        hint = f'define it, items = ["{role}"] in a definitions clause'
        hint += "." if clause.variant != _MODEL else ", or take another `variant` of the clause."
        yield Fault("undefined-term", message, ("clauses", place), hint, "warning")


def _runs(passage: Passage) -> Iterator[Run]:
    """Yields the runs of a passage in the order of the text."""
    yield from (word for word in passage.text if isinstance(word, Run))
    for child in passage.children:
        yield from _runs(child)
    yield from (word for word in passage.tail if isinstance(word, Run))


def _role(run: Run, clause: Clause) -> str:
    """Gives the role whose name a run is."""
    owner, field = run.origin or ("", "")
    if owner == "names":
        return field.replace("_", "-")
    held = getattr(clause, field.replace("-", "_"), None) if owner == clause.id else None
    return held if isinstance(held, str) else ""


def _names_in_full(text: str, body: Body) -> bool:
    """Says whether words name something by its full name, in whatever form."""
    bare = _ARTICLE.sub("", text, count=1).casefold()
    return bare.startswith((body.name.casefold(), body.plural.casefold()))


def foreign_references(bill: Bill, style: Style) -> Iterator[Fault]:
    """Finds places in the code of a bill's own state, where it is drafted for another.

    What repeals another state's law would be no law at all: that is an error, the rest a warning.
    """
    if bill.jurisdiction in {None, style.jurisdiction} or style.jurisdiction == GENERIC:
        return
    for place, clause in enumerate(bill.clauses):
        if clause.kind in style.unavailable:
            continue
        for path, reference in values(clause, Reference):
            if path[-1] == "within" or not _of_the_code(reference):
                continue
            where: TomlPath = ("clauses", place, *path)
            message = (
                f'"{reference}" is a place in the law of {bill.jurisdiction}; drafted for '
                f"{style.name} it would be read as one of {style.name}'s."
            )
            hint = f"put {style.name}'s own provision there, or name the code it is in."
            fault = Fault("foreign-reference", message, where, hint)
            yield fault if clause.kind == "repealer" else replace(fault, severity="warning")


def _of_the_code(reference: Reference) -> bool:
    """Says whether a reference is to the state's own code, by a number."""
    own = reference.code is None and reference.unit not in {"clause", "act"}
    return own and not isinstance(reference.num, Blank)
