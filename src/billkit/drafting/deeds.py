"""What a bill does, as its title tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from billkit.clauses.bill import Bill
from billkit.clauses.citing import Reference
from billkit.clauses.framing import ShortTitleClause
from billkit.drafting.arranging import Section
from billkit.language.style_parts import Deed
from billkit.language.styles import Style
from billkit.language.voice import Voice

__all__ = ["Place", "format_title", "participle", "place_in_code", "place_of", "title_holes"]

_HOLE = re.compile(r"\{([a-z_]+)\}")
_KINDS: Mapping[str, Deed] = {
    "appropriation": "appropriation",
    "effective-date": "effective-date",
    "sunset": "sunset",
    "emergency": "emergency",
    "repealer": "repeal",
    "reporting": "report",
    "rulemaking": "rulemaking",
}
_UNTOLD = frozenset({"appropriation", "effective-date", "sunset", "emergency", "severability"})
_PLAIN = frozenset({"short-title", "findings"})
"""Kinds that, where they do not enter the code, are new sections like any other."""
_DOUBLING = frozenset({"set", "permit", "let", "put", "submit", "admit"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where new law is to stand: the holes that a state's forms can fill, by name."""

    holes: Mapping[str, str]

    def fill(self, form: str, **more: str) -> str | None:
        """Fills a form's holes; None where one of them is not known.

        Example:
            >>> Place({"chapter": "160"}).fill("A NEW SECTION OF KRS CHAPTER {chapter}")
            'A NEW SECTION OF KRS CHAPTER 160'
        """
        known = {**self.holes, **more}
        if any(name not in known for name in _HOLE.findall(form)):
            return None
        return _HOLE.sub(lambda match: known[match.group(1)], form)


def place_in_code(bill: Bill, style: Style) -> Place:
    """Says where the bill's new law is to stand: as the bill says, else where the state has it."""
    if bill.home is not None:
        return place_of(bill.home)
    return Place({name: fact.value for name, fact in style.home.items()})


def place_of(home: Reference) -> Place:
    """Says what a reference tells of a place: chapter, title, article."""
    holes: dict[str, str] = {}
    at: Reference | None = home
    while at is not None:
        holes[at.unit] = str(at.num)
        at = at.within
    return Place(holes)


def participle(phrase: str) -> str:
    """Turns a phrase that opens with a verb into its participle.

    Example:
        >>> participle("define terms"), participle("set a term"), participle("specify who applies")
        ('defining terms', 'setting a term', 'specifying who applies')
    """
    verb, blank, rest = phrase.partition(" ")
    if verb in _DOUBLING:
        made = f"{verb}{verb[-1]}ing"
    elif verb.endswith("e") and not verb.endswith(("ee", "ye")):
        made = f"{verb[:-1]}ing"
    else:
        made = f"{verb}ing"
    return made + blank + rest


def format_title(bill: Bill, voice: Voice, sections: Sequence[Section], place: Place) -> str:
    """Writes the title of a bill from what it does, in the state's form.

    Args:
        bill: The bill.
        voice: The state's way of speaking.
        sections: The sections of the draft.
        place: Where its new law is to stand.
    """
    form = voice.style.title
    parts = [
        part for deed in form.order.value for part in _parts(deed, bill, voice, sections, place)
    ]
    text = form.opening.value + _joined(parts, voice.style) + form.closing.value
    before = f"{form.before.value}\n" if form.before is not None else ""
    after = None
    if form.after is not None:
        after = place.fill(form.after.value, **title_holes(bill, voice, sections))
    capitals = form.letters.value == "capitals"
    label, _, below = (after or "").partition("\n")
    closing = f"\n{label}\n{below.upper() if capitals else below}" if after else ""
    return before + (text.upper() if capitals else text) + closing


def _joined(parts: Sequence[str], style: Style) -> str:
    """Joins the parts of a title."""
    form = style.title
    if len(parts) == len(("first", "second")):
        return form.before_second.value.join(parts)
    *start, last = parts or [""]
    return form.before_last.value.join([form.between.value.join(start), last]) if start else last


def _parts(
    deed: Deed, bill: Bill, voice: Voice, sections: Sequence[Section], place: Place
) -> Iterator[str]:
    """Yields what a title says of one deed."""
    style = voice.style
    if deed == "doings":
        yield from _doings(sections, style)
        return
    codified = [section for section in sections if section.codified]
    many = len(codified) > 1
    phrase = (style.title.phrases_many.get(deed) if many else None) or style.title.phrases.get(deed)
    if phrase is None or not _done(deed, bill, codified):
        return
    holes = title_holes(bill, voice, sections)
    numbered = style.title.phrases_numbered.get(deed)
    if numbered is not None and "new_sections" in holes:
        phrase = numbered
    filled = place.fill(phrase.value, **holes)
    if filled is not None:
        yield filled
    elif deed == "create" and "subject" not in style.title.order.value:
        subject = style.title.phrases["subject"]
        yield place.fill(subject.value, **holes) or bill.about


def _done(deed: Deed, bill: Bill, codified: Sequence[Section]) -> bool:
    """Says whether the bill does such a thing."""
    match deed:
        case "subject" | "rest":
            return True
        case "create":
            return bool(codified)
        case "uncodified":
            return any(clause.kind in _PLAIN for clause in bill.clauses)
        case "amend" | "application":
            return False
        case _:
            return any(_KINDS.get(clause.kind) == deed for clause in bill.clauses)


def _doings(sections: Sequence[Section], style: Style) -> Iterator[str]:
    """Yields what each provision does, in the order of the draft."""
    told: set[str] = set()
    repeals = "repeal" in style.title.order.value and "repeal" in style.title.phrases
    for section in sections:
        for each in section.clauses:
            if each.clause.kind in _UNTOLD or (each.clause.kind == "repealer" and repeals):
                continue
            for phrase in each.does:
                if phrase in told:
                    continue
                told.add(phrase)
                match style.title.doings.value:
                    case "infinitive":
                        yield f"to {phrase}"
                    case "participle":
                        yield participle(phrase)
                    case "none":
                        return


def title_holes(bill: Bill, voice: Voice, sections: Sequence[Section]) -> dict[str, str]:
    """Gives what the forms of a title may name, as far as it is known."""
    codified = [section for section in sections if section.codified]
    numbers = [section.number for section in codified]
    holes = {"subject": bill.about, "count": voice.number(max(len(codified), 1))}
    if bill.all_of(ShortTitleClause):
        holes["name"] = bill.act_name
    if numbers and all(numbers):
        form = voice.style.sections.new.number.value
        known = [str(number) for number in numbers]
        if "{section}" in form:
            known = [form.format(section=number).rstrip(".") for number in known]
            holes["new_sections"] = voice.and_list(known)
        else:
            forms = voice.style.references
            listed = voice.and_list(known)
            said = forms.sections if len(known) > 1 else forms.section
            holes["new_sections"] = said.value.format(number=listed, numbers=listed)
    repealed = [
        unit for clause in bill.clauses if clause.kind == "repealer" for unit in clause.units
    ]
    if repealed:
        holes["sections"] = voice.references(repealed)
    return holes
