"""Drafts a bill: from typed clauses to a numbered tree in a state's form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from billkit.clauses.base import nearest
from billkit.clauses.bill import Bill
from billkit.clauses.catalogue import KINDS
from billkit.clauses.citing import Reference
from billkit.clauses.clause import Clause
from billkit.clauses.fault import Fault
from billkit.clauses.items import Item
from billkit.clauses.locating import located
from billkit.clauses.toml_lines import TomlPath
from billkit.clauses.walking import values
from billkit.drafting.arranging import Section, arrange, told_apart
from billkit.drafting.deeds import Place, format_title, place_in_code, title_holes
from billkit.drafting.heads import head_of
from billkit.drafting.noticing import foreign_references
from billkit.drafting.numbering import Numbering
from billkit.drafting.referring import Referring, SectionNumber
from billkit.drafting.slots import Slot
from billkit.errors import BillkitError, DraftError, Finding
from billkit.language.evidence import Fact
from billkit.language.filling import Pointer, Words
from billkit.language.library import ModelLanguage
from billkit.language.styles import Style
from billkit.language.templates import Rendered
from billkit.language.voice import Voice
from billkit.text.ladders import Ladder
from billkit.tree import Document, Node, Run, Runs, merged

__all__ = ["Comment", "commentary", "draft_bill"]


_OF_THE_BILL = frozenset({"no-words", "unknown-variant"})
"""What the bill can mend where a clause has no words; the rest is wrong with a text."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What stands beside a clause and never in the bill: why it is there and where it is from."""

    clause: str
    title: str
    rationale: str
    notes: tuple[str, ...]
    sources: tuple[str, ...]


def draft_bill(bill: Bill, style: Style, *, language: ModelLanguage) -> Document:
    """Drafts a bill in a state's form.

    The document's provisions are the title, the enacting clause and the heads of the sections
    (role ``frame``) with the new law below each head (role ``law``). Words filled in from a field
    bear their clause and field; a reference within the bill bears the id of its target.

    Args:
        bill: The bill.
        style: The state's style.
        language: The model language.

    Raises:
        DraftError: ``not-in-this-state``, ``unknown-variant``, ``unknown-clause``, ``no-words``,
            ``bad-structure``, ``unknown-place``.
        ReadError: a clause text is wrong; ``ladder-too-short``.
    """
    kept, omitted, refused = _available(bill, style)
    refused += _references_lost(bill, kept)
    foreign = [*foreign_references(bill, style)]
    refused += (located(fault, bill) for fault in foreign if fault.severity == "error")
    coded = not bill.sections or any(plan.codified for plan in bill.sections)
    voice = Voice.of(
        style, bill.names, (each.id for each in kept), coded=coded, act_name=bill.act_name
    )
    rendered = told_apart(_rendered(bill, kept, voice, language, refused))
    _check_plans(bill)
    at_home = bill.jurisdiction in {None, style.jurisdiction}
    sections = arrange(rendered, style=style, plans=bill.sections, at_home=at_home)
    place = place_in_code(bill if at_home else bill.model_copy(update={"home": None}), style)
    numbering = Numbering(style, Ladder.parse(style.ladders.code.value))
    tops: list[Slot] = [
        Slot("title", text=(Run(format_title(bill, voice, sections, place)),), role="frame"),
        Slot("enacting-clause", text=(Run(style.enacting_clause.value),), role="frame"),
    ]
    holes = title_holes(bill, voice, sections)
    tops += _framing(style.sections.opening, "lead-in", place, holes)
    numbers: dict[Slot, SectionNumber] = {}
    for count, section in enumerate(_with_codification(sections, style, place), 1):
        head = head_of(section, count, style=style, place=place)
        if section.words:
            head.law.text = section.words
        else:
            numbering.fill(head.law, section, role="frame" if section.closing else "law")
        numbers[head.frame] = SectionNumber(head.number, section.number, not section.closing)
        tops.append(head.frame)
    tops += _framing(style.sections.closing, "note", place, holes)
    tops += [Slot("note", text=(Run(words),), role="frame") for words in omitted]
    tops += [
        Slot("note", text=(Run(words),), role="frame") for words in _noted(foreign, bill, style)
    ]
    referring = Referring(style, numbering.places, numbers)
    return _document(tops, referring, bill, style)


def commentary(bill: Bill, style: Style, *, language: ModelLanguage) -> tuple[Comment, ...]:
    """Gives what stands beside a draft: rationale, drafting notes and precedents, clause by clause.

    Raises:
        DraftError: as `draft_bill`.
    """
    kept, _, refused = _available(bill, style)
    voice = Voice.of(style, bill.names, (clause.id for clause in kept))
    return tuple(
        Comment(
            clause=each.clause.id,
            title=each.template.title,
            rationale=each.template.rationale,
            notes=each.notes,
            sources=each.template.sources,
        )
        for each in _rendered(bill, kept, voice, language, refused)
    )


def _noted(foreign: Sequence[Fault], bill: Bill, style: Style) -> Iterator[str]:
    """Notes below the bill which clauses cite the code of the state it was written for."""
    places = (fault.path[1] for fault in foreign)
    ids = dict.fromkeys(bill.clauses[place].id for place in places if isinstance(place, int))
    if ids:
        listed = ", ".join(f'"{id_}"' for id_ in ids)
        yield (
            f"NOTE: The bill was written for {bill.jurisdiction}. The sections, chapters and "
            f"titles that it cites are of that state's code: put {style.name}'s own in the place "
            f"of those in {listed}."
        )


def _framing(
    fact: Fact[str] | None, kind: str, place: Place, holes: Mapping[str, str]
) -> list[Slot]:
    """Makes a provision of the frame from words of the state's, as far as they can be filled in."""
    words = place.fill(fact.value, **holes) if fact is not None else None
    return [] if words is None else [Slot(kind, text=(Run(words),), role="frame")]


def _available(
    bill: Bill, style: Style
) -> tuple[tuple[Clause, ...], tuple[str, ...], list[Finding]]:
    """Sorts out the clauses that the state has no use for: left out with a note, or refused."""
    kept: list[Clause] = []
    omitted: list[str] = []
    refused: list[Finding] = []
    for place, clause in enumerate(bill.clauses):
        reason = style.unavailable.get(clause.kind)
        if reason is None:
            kept.append(clause)
        elif clause.where_allowed or bill.where_allowed:
            omitted.append(f'NOTE: The clause "{clause.id}" is left out: {reason.value}')
        else:
            message = f'{style.name} has no clause of kind "{clause.kind}": {reason.value}'
            hint = "take the clause out, or set `where-allowed = true`."
            fault = Fault("not-in-this-state", message, ("clauses", place), hint)
            refused.append(located(fault, bill))
    return tuple(kept), tuple(omitted), refused


def _rendered(
    bill: Bill,
    clauses: Sequence[Clause],
    voice: Voice,
    language: ModelLanguage,
    refused: Sequence[Finding],
) -> tuple[Rendered, ...]:
    """Puts clauses into words; all that goes wrong is told at once, after what is refused."""
    out: list[Rendered] = []
    faults = [*refused]
    for clause in clauses:
        try:
            out.append(language.render(clause, voice))
        except BillkitError as error:
            faults += (_in_bill(finding, clause, bill) for finding in error.findings)
    if faults:
        raise DraftError(*faults)
    return tuple(out)


def _in_bill(finding: Finding, clause: Clause, bill: Bill) -> Finding:
    """Gives what is wrong with a clause's words its place in the bill's own file, where it has one.

    What is wrong with the text itself stays where the text stands.
    """
    if finding.code not in _OF_THE_BILL or bill.whence.of_clause(clause) is None:
        return finding
    path: TomlPath = ("variant",) if finding.code == "unknown-variant" else ()
    hint = finding.hint
    if finding.code == "no-words":
        points = (path for path, item in values(clause, Item) if item.key == finding.excerpt)
        path = next(points, ())
        hint = f"{hint} The text stands in {finding.where}."
    place = next(n for n, each in enumerate(bill.clauses) if each == clause)
    return located(Fault(finding.code, finding.message, ("clauses", place, *path), hint), bill)


def _references_lost(bill: Bill, kept: Sequence[Clause]) -> list[Finding]:
    """Finds references to clauses of the bill that the draft will not hold."""
    held = {clause.id for clause in kept}
    out: list[Finding] = []
    for place, clause in enumerate(bill.clauses):
        if clause not in kept:
            continue
        for path, reference in values(clause, Reference):
            if reference.clause is None or reference.clause in held:
                continue
            message = f'the clause "{reference.clause}" is referred to, but not drafted.'
            hint = "take the reference out, or add the clause."
            out.append(
                located(Fault("unknown-place", message, ("clauses", place, *path), hint), bill)
            )
    return out


def _check_plans(bill: Bill) -> None:
    """Refuses a plan of sections that names a clause twice, or one the bill never had."""
    known = (*bill.ids, *KINDS)
    seen: set[str] = set()
    faults: list[Fault] = []
    for place, plan in enumerate(bill.sections):
        path: TomlPath = ("sections", place, "clauses")
        for id_ in plan.ids:
            if id_ in seen:
                message = f'the clause "{id_}" stands in two places.'
                hint = "leave it in one of them."
                faults.append(Fault("clause-placed-twice", message, path, hint))
            elif id_ not in known:
                message = f'a section holds the clause "{id_}", which the bill does not have.'
                faults.append(Fault("unknown-clause", message, path, nearest(id_, bill.ids)))
            seen.add(id_)
    if faults:
        raise DraftError(*(located(fault, bill) for fault in faults))


def _with_codification(
    sections: Sequence[Section], style: Style, place: Place
) -> tuple[Section, ...]:
    """Adds the section that places unnumbered new law in the code, where the state has one."""
    form = style.sections
    places = [n for n, each in enumerate(sections, 1) if each.codified and each.number is None]
    fact = form.codification_one if len(places) == 1 else form.codification
    if not places or fact is None:
        return tuple(sections)
    words = place.fill(fact.value, first=str(places[0]), last=str(places[-1]))
    if words is None:
        return tuple(sections)
    if len(places) == len(("first", "last")):
        range_ = f"{places[0]} {style.words.range_word.value} {places[-1]}"
        words = words.replace(range_, f"{places[0]} and {places[-1]}")
    caption = form.codification_heading
    heading = (Run(caption.value),) if caption is not None else ()
    added = Section(heading, (), codified=False, closing=True, words=(Run(words),))
    return (*sections[: places[-1]], added, *sections[places[-1] :])


def _document(tops: Sequence[Slot], referring: Referring, bill: Bill, style: Style) -> Document:
    """Makes the tree; references are written first without their targets' ids, then with them."""
    ids: dict[int, str] = {}

    def runs_of(words: Words, slot: Slot) -> Runs:
        out: list[Run] = []
        for word in words:
            if isinstance(word, Pointer):
                text, target = referring.words(word.target, slot)
                out.append(Run(text, origin=word.origin, ref=ids.get(id(target))))
            else:
                out.append(word)
        return merged(out)

    def node_of(slot: Slot) -> Node:
        return Node(
            kind=slot.kind,
            num=slot.num,
            heading=runs_of(slot.heading, slot),
            text=runs_of(slot.text, slot),
            children=tuple(node_of(child) for child in slot.children),
            tail=runs_of(slot.tail, slot),
            role=slot.role,
            label=slot.label,
        )

    def document() -> Document:
        root = Node("document", children=tuple(node_of(top) for top in tops))
        return Document(
            root=root, title=bill.name, jurisdiction=style.jurisdiction, standing="draft"
        )

    first = document()
    if not any(_points(slot) for top in tops for slot in _walk(top)):
        return first
    for id_, slot in zip(first.ids, (s for top in tops for s in _walk(top)), strict=True):
        ids[id(slot)] = id_
    return document()


def _walk(slot: Slot) -> list[Slot]:
    """Lists a slot and all below it in the order of the text."""
    return [slot, *(below for child in slot.children for below in _walk(child))]


def _points(slot: Slot) -> bool:
    """Says whether a slot holds references within the bill."""
    return any(
        isinstance(w, Pointer) for words in (slot.heading, slot.text, slot.tail) for w in words
    )
