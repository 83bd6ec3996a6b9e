"""Reads printed references: from an anchor word forward, once through the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from billkit.text.codes import NAMES, PLACES, SECTION, TITLED, code_named, split_places

__all__ = ["Draft", "drafts"]

_RANKS = {
    "title": 1,
    "subtitle": 2,
    "chapter": 3,
    "subchapter": 4,
    "article": 4,
    "division": 4,
    "part": 5,
    "subpart": 6,
    "section": 7,
}
_LOWER = 8
_DEEPEST = 12
_SHORT = {
    "§": "section",
    "§§": "section",
    "sec": "section",
    "subsec": "subsection",
    "subd": "subdivision",
    "subdiv": "subdivision",
    "div": "division",
    "par": "paragraph",
    "para": "paragraph",
    "subpar": "subparagraph",
    "ch": "chapter",
    "c": "chapter",
    "subch": "subchapter",
    "art": "article",
    "cl": "clause",
    "subcl": "subclause",
    "pt": "part",
    "subp": "subpart",
    "subpt": "subpart",
}


@dataclass(slots=True)
class Draft:
    """A reference while it is read: where its number stands, and what is known of its target."""

    start: int
    end: int
    scope: str = ""
    code: str = ""
    jurisdiction: str = ""
    above: tuple[tuple[str, str], ...] = ()
    section: str = ""
    steps: tuple[tuple[str, str], ...] = ()
    whole: tuple[int, int] = (0, 0)
    container: bool = False
    reach: Literal["", "through", "et seq."] = ""


@dataclass(slots=True)
class _Group:
    """References read together: those named, those that only place them, and where they end."""

    end: int
    named: list[Draft] = field(default_factory=list)
    placing: list[Draft] = field(default_factory=list)

    def all(self) -> list[Draft]:
        return [*self.named, *self.placing]


_WORDS = r"(?:sub)?(?:section|chapter|title|division|paragraph|clause|part|item|article)"
_UNIT = rf"(?:{_WORDS}s?|(?:sub)?(?:sec|par|para|ch|art|cl|pt|d|div|p)s?\.|subds?|secs?|§+|c\.(?=\s?\d))"
_SELF = rf"(?:{_WORDS}|act|code|compact)"
_LAWS = (
    r"(?:(?:Session\s+)?(?:Laws|Acts)(?:\s+of\s+(?:[A-Z]\w+\s+)?|,?\s+)(?:1[89]|20)\d\d"
    r"|(?:1[89]|20)\d\d\s+(?:[A-Z][\w.]*\s+){0,2}(?:Acts|Laws)"
    r"|P\.\s?L\.\s?(?:1[89]|20)\d\d|S\.\s?L\.\s+(?:1[89]|20)\d\d)"
    r"(?:,?\s+(?:First|Second|Third|Fourth|Fifth|1st|2nd|3rd)\s+(?:Special|Extraordinary)\s+Session)?"
)
_PUBLIC_LAW = r"(?:Pub(?:lic|\.)\s*L(?:aw|\.)|P\.\s?L\.)(?:\s+No\.)?\s+\d{1,3}-\d{1,4}(?!\d)"
_ANCHOR = re.compile(
    rf"(?<![\w.\-/])(?:"
    rf"(?i:(?P<this>this)\s+(?P<own>{_SELF}))\b"
    rf"|(?i:(?P<unit>{_UNIT}))(?=[\s\d(§])"
    rf"|(?P<title>\d+[A-Z]?(?:-[A-Z])?)\s+(?P<titled>{TITLED})(?=[\s§])"
    rf"|(?P<public>{_PUBLIC_LAW})"
    rf"|(?P<laws>{_LAWS})"
    rf"|(?P<code>{NAMES}|{TITLED})(?=[\s,§])"
    rf"|(?P<beside>{PLACES}+)(?=\s+(?:above|below)\b)"
    rf")"
)
_THIS = re.compile(rf"this\s+(?P<own>{_SELF})\b", re.IGNORECASE)
_THAT = re.compile(rf"(?:that|such|said|the\s+same|the)\s+{_SELF}\b", re.IGNORECASE)
_UNIT_AT = re.compile(rf"(?P<unit>{_UNIT})(?=[\s\d(§])", re.IGNORECASE)
_TITLED_AT = re.compile(rf"(?P<title>\d+[A-Z]?(?:-[A-Z])?)\s+(?P<titled>{TITLED})(?=[\s§])")
_CODE_AT = re.compile(rf"(?P<code>{NAMES}|{TITLED}|{_LAWS}|{_PUBLIC_LAW})(?!\w)")
_ACT_AT = re.compile(
    r"(?P<act>(?:federal\s+|\d{4}\s+)?[A-Z][\w.'’\-]*(?:,?\s+(?:(?:of|and|for|with|in|to|the|on)\s+){0,2}"
    r"[A-Z][\w.'’\-]*){0,11}?\s+(?:Act|Code|Law|Statutes|Regulations|Rules|Compact|[Cc]onstitution))"
    r"(?!\w)(?:\s+of\s+\d{4})?|(?:\d{4}\s+)?(?:[A-Z]\w+\s+){0,2}[Cc]onstitution\b"
)
_ROMAN = r"(?=[IVXL])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)"
_BELOW = r"(?:\d{1,2}(?:[ivx]{1,4}(?![a-z]))?(?![\d,])(?:\.(?:[a-z]\.(?!\w))*)?)?"
_PLACED = rf"{PLACES}+{_BELOW}{PLACES}*"
_SECTION_AT = re.compile(rf"(?P<num>{SECTION})(?P<places>(?:\s?{_PLACED})?)")
_PLACES_AT = re.compile(_PLACED)
_UPPER_AT = re.compile(rf"{SECTION}|{_ROMAN}|[A-Z](?!\w)")
_LOWER_AT = re.compile(
    rf"{_PLACED}"
    rf"|\d{{1,3}}(?:\.\d{{1,2}})?[a-z]?(?![\w%])(?![-:/]\d|\.\d){PLACES}*"
    rf"|{_ROMAN}(?:-[a-z](?!\w))?{PLACES}*"
    r"|(?:([b-zB-Z])\1?|aa|AA)(?![\w'’\-])|[aA](?=\.?\s+(?:of|and|or|to|through)\b|[,;)\]]|\.(?:\s|\Z)|\Z)"
)
_JOIN = re.compile(
    r"\.?,?\s+(?P<word>and/or|and|or|nor|to|through|thru)\s+|(?P<comma>,)\s+|\s?[-–—]\s?(?=\()",
    re.IGNORECASE,
)
_ET_SEQ = re.compile(r",?\s+et\s*\.?\s+seq\b\.?", re.IGNORECASE)
_OF = re.compile(r"\.?,?\s+of\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
_COMMA = re.compile(r",?\s+(?=[A-Zcstap§\d])")
_AFTER_CODE = re.compile(
    r"(?:\s+(?:of\s+)?(?:1[89]|20)\d\d(?:\s+Supplement)?(?=,))?,?\s*(?:Ann\.?(?:otated)?,?\s+)?"
)
_CLOSES = re.compile(
    r"\s*(?:[.,;:)\]]|\Z)|\s+(?:of|and|or|is|are|shall|must|may|does|do|if|in|to|applies|apply|has|"
    r"have|through|above|below)\b"
)
_MEASURE = re.compile(
    r"\s+(?:days?|months?|years?|percent|hours?|weeks?|minutes?|students?|members?)\b"
)
_STRUCTURED = re.compile(r"[-.:/A-Za-z(]")
_PARAGRAPH_AT = re.compile(rf"[,.]\s+(?={_ROMAN})(?![IVX]+\.)")
_BARE = re.compile(rf"(?<![\w.\-/$§])\d{{1,3}}-\d{{1,3}}-\d{{2,4}}(?![\w\-/]|\.\d){PLACES}*")
_BARE_NUMBER_STATES = frozenset({"us-mt"})


def drafts(text: str, *, jurisdiction: str = "") -> list[Draft]:
    """Reads every reference of a text (see `billkit.text.references.mentions`)."""
    found: list[Draft] = []
    pos = 0
    for anchor in iter(lambda: _ANCHOR.search(text, pos), None):
        pos = anchor.end()
        group = _at_anchor(text, anchor)
        if group is None:
            continue
        pos = max(pos, group.end)
        for draft in group.all():
            draft.whole = (anchor.start(), group.end)
        found += group.all()
    if jurisdiction in _BARE_NUMBER_STATES:
        found += _bare(text, found)
    return found


def _at_anchor(text: str, anchor: re.Match[str]) -> _Group | None:
    """Reads the reference that an anchor word opens; None where it opens none."""
    match anchor.lastgroup:
        case "own":
            return _self(text, anchor)
        case "unit":
            return _units(text, anchor, depth=0)
        case "beside":
            steps = tuple(("", num) for num in split_places(anchor["beside"]))
            return _Group(anchor.end(), [Draft(*anchor.span(), steps=steps)])
        case "titled":
            return _titled(text, anchor, depth=0)
        case "public":
            return _Group(anchor.end(), [_public_law(anchor)])
        case _:
            return _coded(text, anchor, depth=0)


def _self(text: str, words: re.Match[str]) -> _Group:
    """Reads "this section", and "this subsection (2)(f)" with the place it names itself by."""
    own = words["own"].casefold()
    placed = _PLACES_AT.match(text, words.end() + 1) if _rank(own) == _LOWER else None
    if placed is None or text[words.end()] != " ":
        group = _Group(words.end(), [Draft(*words.span(), scope=own)])
    else:
        steps = _steps(own, split_places(placed.group()))
        group = _Group(placed.end(), [Draft(*placed.span(), scope=own, steps=steps)])
    return _placed_within(text, group, own, depth=0)


def _public_law(words: re.Match[str]) -> Draft:
    """Reads a public law of the United States by its number."""
    num = re.search(r"\d{1,3}-\d{1,4}\Z", words.group())
    start = words.end() - len(num.group()) if num else words.start()
    step = ("public law", words.string[start : words.end()])
    return Draft(start, words.end(), code="Pub. L.", jurisdiction="us", above=(step,))


def _named_code(words: str) -> tuple[str, str]:
    """Gives the short name of a code and whose it is; other names stay as printed."""
    known = code_named(words)
    return (known.name, known.jurisdiction) if known else (re.sub(r"\s+", " ", words).strip(), "")


def _coded(text: str, words: re.Match[str], *, depth: int) -> _Group | None:
    """Reads a reference that opens with the name of a code: "KRS 160.380 and 161.148"."""
    pos = _AFTER_CODE.match(text, words.end()).end()  # type: ignore[union-attr]
    unit = _UNIT_AT.match(text, pos)
    group = _units(text, unit, depth=depth + 1) if unit else None
    if group is None and not unit:
        group = _items(text, pos, "section", plural=True, coded=True, depth=depth + 1)
    if group is None:
        return None
    code, jurisdiction = _named_code(words.group())
    for draft in group.all():
        if not draft.code:
            draft.code, draft.jurisdiction = code, jurisdiction
    for draft in group.all():
        if code == "RSA" and ":" not in draft.section and not draft.above and draft.section:
            draft.above, draft.section = (("chapter", draft.section),), ""
    if code == "RSA" and (inner := _PARAGRAPH_AT.match(text, group.end)):
        group = _inner(text, inner.end(), "paragraph", group, plural=True, depth=depth + 1)
    return group


def _titled(text: str, words: re.Match[str], *, depth: int) -> _Group | None:
    """Reads a reference that opens with a title's number: "34 CFR 300.22"."""
    pos = _AFTER_CODE.match(text, words.end()).end()  # type: ignore[union-attr]
    unit = _UNIT_AT.match(text, pos)
    group = (
        _units(text, unit, depth=depth + 1)
        if unit
        else _items(text, pos, "section", plural=True, coded=True, depth=depth + 1)
    )
    if group is None:
        return None
    code, jurisdiction = _named_code(words["titled"])
    for draft in group.all():
        draft.code, draft.jurisdiction = code, jurisdiction
        draft.above = (("title", words["title"]), *draft.above)
    return group


def _unit_name(printed: str) -> tuple[str, bool]:
    """Gives the unit that a word or abbreviation names, and whether it is in the plural."""
    low = printed.casefold().rstrip(".")
    if low in _SHORT:
        return _SHORT[low], low == "§§"
    single = low.removesuffix("s")
    return _SHORT.get(single, single), single != low


def _rank(unit: str) -> int:
    """Ranks a unit: the lower the number, the more it holds."""
    return _RANKS.get(unit, _LOWER)


def _steps(unit: str, nums: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Names the last step by the unit where there is but one, else the first."""
    return tuple((unit if place == 0 else "", num) for place, num in enumerate(nums))


def _units(text: str, words: re.Match[str], *, depth: int) -> _Group | None:
    """Reads what follows a unit's word: "subsections (3) and (4) of this section"."""
    unit, plural = _unit_name(words["unit"])
    pos = words.end()
    while pos < len(text) and text[pos].isspace():
        pos += 1
    shouted = words["unit"].isupper() and len(words["unit"]) > 1
    return _items(text, pos, unit, plural=plural, coded=False, depth=depth, shouted=shouted)


def _item(
    text: str, pos: int, unit: str, before: Draft | None, *, shouted: bool = False
) -> Draft | None:
    """Reads one number of a list of a unit; None where none stands there."""
    rank = _rank(unit)
    if rank == _RANKS["section"]:
        if match := _SECTION_AT.match(text, pos):
            end = match.end("places")
            steps = tuple(("", num) for num in split_places(match["places"]))
            return Draft(pos, end, section=match["num"], steps=steps)
        if before and before.section and (match := _PLACES_AT.match(text, pos)):
            steps = tuple(("", num) for num in split_places(match.group()))
            steps = _carried(before.steps, steps)
            return Draft(pos, match.end(), section=before.section, steps=steps)
        return None
    if rank < _LOWER and not text.startswith("(", pos):
        upper = _UPPER_AT.match(text, pos)
        if upper is None or (shouted and upper.group().isalpha()):
            return None
        return Draft(pos, upper.end(), above=((unit, upper.group()),))
    lower = _LOWER_AT.match(text, pos)
    if lower is None or not lower.group():
        return None
    printed = lower.group()
    if shouted and printed.isalpha() and len(printed) == 1:
        return None
    steps = _steps(unit, split_places(printed))
    if before:
        steps = _carried(before.steps, steps)
    return Draft(pos, lower.end(), steps=steps)


def _style(num: str) -> str:
    """Tells figures, small letters and capitals apart."""
    return "1" if num[0].isdecimal() else "a" if num[0].islower() else "A"


def _carried(
    before: tuple[tuple[str, str], ...], steps: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    """Completes a later number of a list: in "(2)(a) and (b)" the latter is (2)(b)."""
    if not before or _style(before[0][1]) == _style(steps[0][1]):
        return steps
    for place in range(len(before) - 1, 0, -1):
        if _style(before[place][1]) == _style(steps[0][1]):
            return (*before[:place], ("", steps[0][1]), *steps[1:])
    return steps


def _listed(text: str, draft: Draft, joined: re.Match[str], *, plural: bool) -> bool:
    """Says whether a number after "and", "to" or a comma goes on with the list."""
    printed = text[draft.start : draft.end]
    if _STRUCTURED.search(printed) and not printed.isalpha():
        return True
    if _MEASURE.match(text, draft.end):
        return False
    return plural or (joined["comma"] is None and bool(_CLOSES.match(text, draft.end)))


def _items(
    text: str, pos: int, unit: str, *, plural: bool, coded: bool, depth: int, shouted: bool = False
) -> _Group | None:
    """Reads the numbers of one unit, what stands below each, and what they all stand in."""
    first = _item(text, pos, unit, None, shouted=shouted)
    if first is None or (coded and not _STRUCTURED.search(text[first.start : first.end])):
        return None
    group = _Group(first.end)
    draft: Draft | None = first
    while draft is not None:
        group.end = draft.end
        if more := _ET_SEQ.match(text, draft.end):
            draft.reach, group.end = "et seq.", more.end()
        inner = _below(text, group, draft, unit, depth=depth)
        group.named += inner.named if inner else [draft]
        if inner:
            draft.container = True
            group.placing += [draft, *inner.placing]
            group.end = inner.end
        draft = _next(text, group.end, unit, draft, plural=plural, coded=coded)
    return _placed_within(text, group, unit, depth=depth)


def _next(
    text: str, pos: int, unit: str, before: Draft, *, plural: bool, coded: bool
) -> Draft | None:
    """Reads the next number of a list; None where the list ends."""
    joined = _JOIN.match(text, pos)
    if joined is None:
        return None
    start = joined.end()
    if joined["comma"] and (both := re.compile(r"(?:and|or)\s+", re.IGNORECASE).match(text, start)):
        start = both.end()
    while start < len(text) and text[start] in "§ ":
        start += 1
    draft = _item(text, start, unit, before)
    if draft is None or not _listed(text, draft, joined, plural=plural):
        return None
    if coded and not _STRUCTURED.search(text[draft.start : draft.end]):
        return None
    word = (joined["word"] or "").casefold()
    if word in {"to", "through", "thru"} or not (joined["comma"] or word):
        draft.reach = "through"
    return draft


def _below(text: str, group: _Group, draft: Draft, unit: str, *, depth: int) -> _Group | None:
    """Reads what a comma leads down to: "section 5, subdivision 4, paragraph (b)"."""
    comma = _COMMA.match(text, group.end) if text.startswith(",", group.end) else None
    words = _UNIT_AT.match(text, comma.end()) if comma else None
    if words is None or depth > _DEEPEST:
        return None
    below, _ = _unit_name(words["unit"])
    rank, here = _rank(below), _rank(unit)
    if rank < here or below == unit or (rank == here and rank != _LOWER):
        return None
    inner = _units(text, words, depth=depth + 1)
    if inner is None:
        return None
    if any(found.scope or found.code for found in inner.named):
        if here == _LOWER:
            return None
        last = inner.named[-1]
        draft.scope, draft.code, draft.jurisdiction = last.scope, last.code, last.jurisdiction
    for found in inner.all():
        _place(found, draft)
    return inner


def _inner(text: str, pos: int, unit: str, group: _Group, *, plural: bool, depth: int) -> _Group:
    """Reads numbers below the last one of a group: "RSA 194-E:2, IV(a)"."""
    inner = _items(text, pos, unit, plural=plural, coded=False, depth=depth)
    if inner is None:
        return group
    holder = group.named.pop()
    for found in inner.all():
        _place(found, holder)
    holder.container = True
    group.named += inner.named
    group.placing += [holder, *inner.placing]
    group.end = inner.end
    return group


def _place(draft: Draft, holder: Draft) -> None:
    """Puts a reference into the provision or law that holds it."""
    draft.scope = draft.scope or holder.scope
    if not draft.code:
        draft.code, draft.jurisdiction = holder.code, holder.jurisdiction
    draft.above = (*holder.above, *draft.above)
    if holder.section and not draft.section:
        draft.section = holder.section
    draft.steps = (*holder.steps, *draft.steps)


def _placed_within(text: str, group: _Group, unit: str, *, depth: int) -> _Group:
    """Reads what the references stand in: "of subsection (2) of this section", ", RSMo"."""
    holder = _holder(text, group, unit, depth=depth) if depth <= _DEEPEST else None
    if holder is None:
        return group
    group.end = holder.end
    if not holder.named:
        return group
    first, *others = holder.named
    for draft in group.all():
        _place(draft, first)
    if first.end > first.start:
        first.container = True
        group.placing.append(first)
    group.placing += holder.placing
    group.named += others
    return group


def _holder(text: str, group: _Group, unit: str, *, depth: int) -> _Group | None:
    """Reads the provision or law that holds a reference, where one is named after it."""
    if match := _OF.match(text, group.end):
        pos = match.end()
        if this := _THIS.match(text, pos):
            return _self(text, this)
        # "of the section" was read up to its article
        if that := _THAT.match(text, pos) or _THAT.match(text, max(pos - 4, match.start())):
            return _Group(that.end(), [Draft(that.end(), that.end(), scope="that")])
        if words := _UNIT_AT.match(text, pos):
            return _units(text, words, depth=depth + 1)
        if words := _TITLED_AT.match(text, pos):
            return _titled(text, words, depth=depth + 1)
        if words := _CODE_AT.match(text, pos):
            return _coded(text, words, depth=depth + 1) or _law(words, "code")
        if words := _ACT_AT.match(text, pos):
            return _law(words, "act")
        return None
    if not (comma := _COMMA.match(text, group.end)):
        return None
    pos = comma.end()
    if words := _CODE_AT.match(text, pos):
        return None if _AFTER_NUMBER.match(text, words.end()) else _law(words, "code")
    words = _UNIT_AT.match(text, pos)
    if words is None or not text.startswith(",", group.end):
        return None
    above, _ = _unit_name(words["unit"])
    plain = all("-" not in d.section and "." not in d.section for d in group.named)
    if _rank(above) >= _rank(unit) or not plain:
        return None
    return _units(text, words, depth=depth + 1)


_AFTER_NUMBER = re.compile(r",?\s+(?:§|\d+[\w\-]*[.:\-]\d)")


def _law(words: re.Match[str], group: str) -> _Group:
    """Makes the holder that is a code or an act named as a whole."""
    code, jurisdiction = _named_code(words[group])
    end = words.end()
    return _Group(end, [Draft(end, end, code=code, jurisdiction=jurisdiction)])


def _bare(text: str, found: list[Draft]) -> list[Draft]:
    """Reads code numbers printed alone: "as defined in 20-7-1601"."""
    taken = [draft.whole for draft in found]
    out: list[Draft] = []
    for match in _BARE.finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        number, bracket, places = match.group().partition("(")
        steps = tuple(("", num) for num in split_places(bracket + places))
        out.append(Draft(*match.span(), section=number, steps=steps, whole=match.span()))
    return out
