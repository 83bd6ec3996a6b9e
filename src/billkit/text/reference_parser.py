"""Reads printed references: from an anchor word forward, once through the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from billkit.text import reference_grammar as grammar
from billkit.text.codes import code_named, split_places
from billkit.text.reference_grammar import LOWER, rank, unit_name

__all__ = ["Draft", "drafts"]

_DEEPEST = 12
_SECTION = rank("section")
_BARE_NUMBER_STATES = frozenset({"us-mt"})
_Steps: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Draft:
    """A reference while it is read: where its number stands, and what is known of its target.

    The fields are those of `billkit.text.references.Mention` and of its target.
    """

    start: int
    end: int
    scope: str = ""
    code: str = ""
    jurisdiction: str = ""
    above: _Steps = ()
    section: str = ""
    steps: _Steps = ()
    whole: tuple[int, int] = (0, 0)
    container: bool = False
    reach: Literal["", "through", "et seq."] = ""

    def place(self, holder: Draft) -> None:
        """Puts the reference into the provision or law that holds it."""
        self.scope = self.scope or holder.scope
        if not self.code:
            self.code, self.jurisdiction = holder.code, holder.jurisdiction
        self.above = (*holder.above, *self.above)
        self.section = self.section or holder.section
        self.steps = (*holder.steps, *self.steps)


@dataclass(slots=True)
class _Group:
    """References read together: those named, those that only place them, and where they end."""

    end: int
    named: list[Draft] = field(default_factory=list)
    placing: list[Draft] = field(default_factory=list)

    @property
    def all(self) -> list[Draft]:
        return [*self.named, *self.placing]


@dataclass(frozen=True, slots=True)
class _List:
    """What numbers are expected: of which unit, how many, how loudly, how deep in a reference."""

    unit: str
    plural: bool = False
    coded: bool = False
    shouted: bool = False
    depth: int = 0


def drafts(text: str, *, jurisdiction: str = "") -> list[Draft]:
    """Reads every reference of a text (see `billkit.text.references.mentions`)."""
    reader = _Reader(text, jurisdiction)
    found: list[Draft] = []
    pos = 0
    while anchor := grammar.ANCHOR.search(text, pos):
        pos = anchor.end()
        group = reader.at_anchor(anchor)
        if group is None:
            continue
        pos = max(pos, group.end)
        for draft in group.all:
            draft.whole = (anchor.start(), group.end)
        found += group.all
    return found + reader.bare(found, everywhere=jurisdiction in _BARE_NUMBER_STATES)


def _named_code(words: str, jurisdiction: str) -> tuple[str, str]:
    """Gives the short name of a code and whose it is; other names stay as printed."""
    known = code_named(words, jurisdiction=jurisdiction)
    return (known.name, known.jurisdiction) if known else (re.sub(r"\s+", " ", words).strip(), "")


def _public_law(words: re.Match[str]) -> _Group:
    """Reads a public law of the United States by its number."""
    printed = words.group()
    number = re.split(r"[\s.]", printed)[-1]
    step = (("public law", number),)
    start = words.end() - len(number)
    draft = Draft(start, words.end(), code="Pub. L.", jurisdiction="us", above=step)
    return _Group(words.end(), [draft])


def _unnamed(places: str) -> _Steps:
    """Makes steps of enumerators whose units are not printed."""
    return tuple(("", num) for num in split_places(places))


def _named(unit: str, places: str) -> _Steps:
    """Makes steps of enumerators of which the first is of that unit."""
    first, *others = split_places(places)
    return ((unit, first), *(("", num) for num in others))


def _style(num: str) -> str:
    """Tells figures, small letters and capitals apart."""
    return "1" if num[0].isdecimal() else "a" if num[0].islower() else "A"


def _carried(before: _Steps, steps: _Steps) -> _Steps:
    """Completes a later number of a list: in "(2)(a) and (b)" the latter is (2)(b)."""
    style = _style(steps[0][1])
    if before and _style(before[0][1]) != style:
        for place in range(len(before) - 1, 0, -1):
            if _style(before[place][1]) == style:
                return (*before[:place], ("", steps[0][1]), *steps[1:])
    return steps


class _Reader:
    """Reads references out of one text."""

    def __init__(self, text: str, jurisdiction: str) -> None:
        self.text = text
        self.jurisdiction = jurisdiction

    def at_anchor(self, anchor: re.Match[str]) -> _Group | None:
        """Reads the reference that an anchor opens; None where it opens none."""
        match anchor.lastgroup:
            case "own":
                return self._self(anchor, depth=0)
            case "unit":
                return self._units(anchor, depth=0)
            case "beside":
                return _Group(
                    anchor.end(), [Draft(*anchor.span(), steps=_unnamed(anchor["beside"]))]
                )
            case "titled":
                return self._titled(anchor, depth=0)
            case "public":
                return _public_law(anchor)
            case _:
                return self._coded(anchor, depth=0)

    def bare(self, found: list[Draft], *, everywhere: bool) -> list[Draft]:
        """Reads code numbers printed alone: "as defined in 20-7-1601"."""
        taken = {place for whole in {draft.whole for draft in found} for place in range(*whole)}
        pattern = grammar.BARE if everywhere else grammar.BARE_AFTER_WORD
        out: list[Draft] = []
        for match in pattern.finditer(self.text):
            start, end = match.span("bare")
            if start not in taken:
                out.append(self._bare(start, end))
                out[-1].whole = (start, end)
        return out

    def _bare(self, start: int, end: int) -> Draft:
        """Makes a reference of a code number and what stands in brackets after it."""
        number, bracket, places = self.text[start:end].partition("(")
        return Draft(start, end, section=number, steps=_unnamed(bracket + places))

    def _self(self, words: re.Match[str], *, depth: int) -> _Group:
        """Reads "this section", and "this subsection (2)(f)" with the place it names."""
        own = words["own"].casefold()
        group = _Group(words.end(), [Draft(*words.span(), scope=own)])
        if rank(own) == LOWER and self.text.startswith(" ", words.end()):
            placed = grammar.PLACES_AT.match(self.text, words.end() + 1)
            if placed:
                steps = _named(own, placed.group())
                group = _Group(placed.end(), [Draft(*placed.span(), scope=own, steps=steps)])
        return self._held(group, own, depth=depth)

    def _after_code(self, words: re.Match[str], *, numbered: bool, depth: int) -> _Group | None:
        """Reads what follows the name of a code: a unit with its numbers, or section numbers."""
        after = grammar.AFTER_CODE.match(self.text, words.end())
        pos = after.end() if after else words.end()
        if unit := grammar.UNIT_AT.match(self.text, pos):
            return self._units(unit, depth=depth)
        wanted = _List("section", plural=True, coded=numbered, depth=depth)
        return self._items(pos, wanted)

    def _coded(self, words: re.Match[str], *, depth: int) -> _Group | None:
        """Reads a reference that opens with the name of a code: "KRS 160.380 and 161.148"."""
        group = self._after_code(words, numbered=True, depth=depth + 1)
        if group is None:
            return None
        code, jurisdiction = _named_code(words.group(), self.jurisdiction)
        for draft in group.all:
            if not draft.code:
                draft.code, draft.jurisdiction = code, jurisdiction
            if code == "RSA" and ":" not in draft.section and draft.section:
                draft.above, draft.section = (("chapter", draft.section),), ""
        below = grammar.PARAGRAPH_FOLLOWS.match(self.text, group.end) if code == "RSA" else None
        wanted = _List("paragraph", plural=True, depth=depth + 1)
        inner = self._items(below.end(), wanted) if below else None
        if inner:
            holder = group.named.pop()
            holder.container = True
            for draft in inner.all:
                draft.place(holder)
            group.named += inner.named
            group.placing += [holder, *inner.placing]
            group.end = inner.end
        return group

    def _titled(self, words: re.Match[str], *, depth: int) -> _Group | None:
        """Reads a reference that opens with a title's number: "34 CFR 300.22"."""
        group = self._after_code(words, numbered=False, depth=depth + 1)
        if group is None:
            return None
        code, jurisdiction = _named_code(words["titled"], self.jurisdiction)
        for draft in group.all:
            draft.code, draft.jurisdiction = code, jurisdiction
            draft.above = (("title", words["title"]), *draft.above)
        return group

    def _units(self, words: re.Match[str], *, depth: int) -> _Group | None:
        """Reads what follows a unit's word: "subsections (3) and (4) of this section"."""
        unit, plural = unit_name(words["unit"])
        pos = words.end()
        while self.text[pos : pos + 1].isspace():
            pos += 1
        shouted = words["unit"].isupper() and len(words["unit"]) > 1
        return self._items(pos, _List(unit, plural=plural, shouted=shouted, depth=depth))

    def _items(self, pos: int, wanted: _List) -> _Group | None:
        """Reads the numbers of one unit, what stands below each, and what they all stand in."""
        draft = self._item(pos, wanted, None)
        if draft is None or not self._fits(draft, wanted):
            return None
        group = _Group(draft.end)
        while draft is not None:
            group.end = draft.end
            if more := grammar.ET_SEQ.match(self.text, draft.end):
                draft.reach, group.end = "et seq.", more.end()
            if inner := self._below(group.end, draft, wanted):
                draft.container = True
                group.named += inner.named
                group.placing += [draft, *inner.placing]
                group.end = inner.end
            else:
                group.named.append(draft)
            draft = self._next(group.end, wanted, draft)
        return self._held(group, wanted.unit, depth=wanted.depth)

    def _fits(self, draft: Draft, wanted: _List) -> bool:
        """Says whether a number can be one of a code: "KRS 61.870", but not "KRS 61"."""
        printed = self.text[draft.start : draft.end]
        return not wanted.coded or bool(grammar.STRUCTURED.search(printed))

    def _item(self, pos: int, wanted: _List, before: Draft | None) -> Draft | None:
        """Reads one number of a list; None where none stands there."""
        level = rank(wanted.unit)
        if level == _SECTION:
            return self._section(pos, before)
        if level < LOWER and not self.text.startswith("(", pos):
            upper = grammar.UPPER_AT.match(self.text, pos)
            if upper is None or (wanted.shouted and upper.group().isalpha()):
                return None
            return Draft(pos, upper.end(), above=((wanted.unit, upper.group()),))
        lower = grammar.LOWER_AT.match(self.text, pos)
        if not lower or not lower.group():
            return None
        if wanted.shouted and len(lower.group()) == 1 and lower.group().isalpha():
            return None
        steps = _named(wanted.unit, lower.group())
        return Draft(pos, lower.end(), steps=_carried(before.steps if before else (), steps))

    def _section(self, pos: int, before: Draft | None) -> Draft | None:
        """Reads a section's number, or a later place in the section before it."""
        if number := grammar.SECTION_AT.match(self.text, pos):
            steps = _unnamed(number["places"])
            return Draft(pos, number.end("places"), section=number["num"], steps=steps)
        if before and (places := grammar.PLACES_AT.match(self.text, pos)):
            steps = _carried(before.steps, _unnamed(places.group()))
            return Draft(pos, places.end(), section=before.section, steps=steps)
        return None

    def _next(self, pos: int, wanted: _List, before: Draft) -> Draft | None:
        """Reads the next number of a list; None where the list ends."""
        joined = grammar.JOIN.match(self.text, pos)
        if joined is None:
            return None
        start = joined.end()
        if joined["comma"] and (both := grammar.BOTH.match(self.text, start)):
            start = both.end()
        while self.text[start : start + 1] in {"§", " "}:
            start += 1
        draft = self._item(start, wanted, before)
        if draft is None or not self._fits(draft, wanted):
            return None
        word = (joined["word"] or "").casefold()
        if word in {"to", "through", "thru"} or not (joined["comma"] or word):
            draft.reach = "through"
        return draft if self._goes_on(draft, wanted, listed=not joined["comma"]) else None

    def _goes_on(self, draft: Draft, wanted: _List, *, listed: bool) -> bool:
        """Says whether a number after "and", "to" or a comma goes on with the list."""
        printed = self.text[draft.start : draft.end]
        if grammar.STRUCTURED.search(printed) and not printed.isalpha():
            return True
        if grammar.MEASURE.match(self.text, draft.end):
            return False
        return wanted.plural or (listed and bool(grammar.CLOSES.match(self.text, draft.end)))

    def _below(self, pos: int, draft: Draft, wanted: _List) -> _Group | None:
        """Reads what a comma leads down to: "section 5, subdivision 4, paragraph (b)"."""
        comma = grammar.COMMA.match(self.text, pos) if self.text.startswith(",", pos) else None
        words = grammar.UNIT_AT.match(self.text, comma.end()) if comma else None
        if words is None or wanted.depth > _DEEPEST:
            return None
        unit, _ = unit_name(words["unit"])
        here = rank(wanted.unit)
        if rank(unit) < here or unit == wanted.unit or rank(unit) == here < LOWER:
            return None
        inner = self._units(words, depth=wanted.depth + 1)
        if inner is None:
            return None
        last = inner.named[-1]
        if last.scope or last.code:
            if here == LOWER:
                return None
            draft.scope, draft.code, draft.jurisdiction = last.scope, last.code, last.jurisdiction
        for found in inner.all:
            found.place(draft)
        return inner

    def _held(self, group: _Group, unit: str, *, depth: int) -> _Group:
        """Reads what references stand in: "of subsection (2) of this section", ", RSMo"."""
        if depth > _DEEPEST:
            return group
        if of := grammar.OF.match(self.text, group.end):
            holder = self._holder(of.end(), depth=depth)
        else:
            holder = self._beside(group, unit, depth=depth)
        if holder is None:
            return group
        group.end = holder.end
        first, *others = holder.named
        for draft in group.all:
            draft.place(first)
        if first.end > first.start:
            first.container = True
            group.placing.append(first)
        group.placing += holder.placing
        group.named += others
        return group

    def _holder(self, pos: int, *, depth: int) -> _Group | None:
        """Reads the provision or law named after "of"."""
        if this := grammar.THIS.match(self.text, pos):
            return self._self(this, depth=depth + 1)
        if that := grammar.THAT.match(self.text, pos):
            return _Group(that.end(), [Draft(that.end(), that.end(), scope="that")])
        if article := re.compile(r"the\s+", re.IGNORECASE).match(self.text, pos):
            pos = article.end()
        if unit := grammar.UNIT_AT.match(self.text, pos):
            return self._units(unit, depth=depth + 1)
        if title := grammar.TITLED_AT.match(self.text, pos):
            return self._titled(title, depth=depth + 1)
        return self._law(pos, depth=depth)

    def _law(self, pos: int, *, depth: int) -> _Group | None:
        """Reads a code, an act or a bare code number named after "of"."""
        if code := grammar.CODE_AT.match(self.text, pos):
            return self._coded(code, depth=depth + 1) or self._whole(code, "code")
        if act := grammar.ACT_AT.match(self.text, pos):
            return self._whole(act, "act")
        if bare := grammar.BARE_AT.match(self.text, pos):
            return _Group(bare.end(), [self._bare(*bare.span())])
        return None

    def _whole(self, words: re.Match[str], group: str) -> _Group:
        """Makes the holder that is a code or an act named as a whole."""
        code, jurisdiction = _named_code(words[group], self.jurisdiction)
        end = words.end()
        return _Group(end, [Draft(end, end, code=code, jurisdiction=jurisdiction)])

    def _beside(self, group: _Group, unit: str, *, depth: int) -> _Group | None:
        """Reads the code or the greater unit that a comma leads up to."""
        comma = grammar.COMMA.match(self.text, group.end)
        if comma is None:
            return None
        if code := grammar.CODE_AT.match(self.text, comma.end()):
            follows = grammar.NUMBER_FOLLOWS.match(self.text, code.end())
            return None if follows else self._whole(code, "code")
        words = grammar.UNIT_AT.match(self.text, comma.end())
        if words is None or not self.text.startswith(",", group.end):
            return None
        above, _ = unit_name(words["unit"])
        if rank(above) >= rank(unit) or any(set("-.") & set(d.section) for d in group.named):
            return None
        return self._units(words, depth=depth + 1)
