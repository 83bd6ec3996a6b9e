"""Rules for who grants: which body may approve, designate, waive or set up what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from billkit.clauses.counting import parse_count
from billkit.reading.amounts import NUMBER
from billkit.reading.bodies import BODY, role_of
from billkit.reading.hits import Hit, pattern
from billkit.reading.sentences import Sentence

__all__ = ["authority"]

_VERB = r"""
    (?: approve | adopt | designate | grant | waive | authorize | accept | enter \s+ into | allow
      | permit | (?: establish | create ) (?: \s+ and \s+ administer )? )
"""
_OBJECT = pattern(
    r"""
    \b (?: districts? | schools? | zones? | plans? | proposals? | applications? | waivers?
      | petitions?
      | requests? | designations? | exemptions? | statutes? | laws? | rules? | regulations?
        | equivalenc\w+
      | provisions? | contracts? | programs? | innovations? | variances? ) \b
    """
)
_ACTIVE = pattern(
    rf"""
    (?<! \w ) {BODY} (?P<between> [^.;:]{{0,140}}? )
    \b (?P<modal> may | shall \s+ have \s+ (?:the \s+)? authority \s+ to
      | has \s+ (?:the \s+)? authority \s+ to
        | is (?:\s+ hereby)? \s+ (?: authorized
          | empowered ) (?:\s+ and \s+ (?:empowered|directed|encouraged))? \s+ to
        | shall \s+ be \s+ authorized \s+ to | shall | must ) \s+ (?! not \b )
    (?: (?! not \b) \w+ly \s+ | either \s+ | review \s+ and \s+ (?: either \s+ )? )?
    (?P<verb> {_VERB} ) \b (?P<after> [^.;]{{0,200}} )
    """
)
_PASSIVE = pattern(
    rf"""
    (?: (?: \b be | \b is | \b are | \b as | \b been | \b if | \b when | \b upon )? \s+
        (?P<verb> approved | designated | granted | authorized | waived | approval
          | designation ) \s+
        (?: \w+ \s+ ){{0,2}} (?: by | of | from ) \s+ (?: the \s+ | a \s+ | its \s+ )?
      | \b (?: to | apply \s+ to
        | petition ) \s+ the \s+ (?= [^.;]{{0,80}} \b for \s+ (?: approval | designation
        | a \s+ waiver | all \s+ or | an? \s+ exemption | a \s+ grant ) )
    ) {BODY}
    """
)
_DECIDES = pattern(
    r"""
    ^ \s+ (?: or \s+ | , \s+ )+ (?: deny | disapprove | reject | refuse | decline )
    """
)
_CAP = pattern(
    rf"""
    \b (?: up \s+ to | not \s+ \w+ \s+ more \s+ than | (?: no | not ) \s+ (?: more
      | greater ) \s+ than | not \s+ (?: to \s+ )? exceed | at \s+ most
        | a \s+ (?: maximum | total ) \s+ of | limited \s+ to ) \s+ (?: a \s+ total \s+ of \s+ )?
    (?P<count> {NUMBER} ) \s+ (?: (?!percent|years?|days?|months?|weeks?|credits?) [\w-]+ \s+
      ){{0,3}}?
    (?P<what> districts? | schools? | zones? | plans? | waivers? | applications? | partnerships?
      | proposals? )
    (?: \s+ (?: of \s+ innovation \s+ )? (?P<per> per \s+ (?:school \s+)? year
      | each \s+ (?:school \s+)? year | annually | a \s+ year
      | in \s+ any (?: \s+ one )? \s+ (?: (?:school|calendar|fiscal) \s+ )? year ) )?
    """
)
_WAIVER = pattern(
    r"""
    \b (?: waivers? | exemptions? | statutes? | laws? | rules? | regulations? | equivalenc\w+
      | variance )
    """
)
_ZONE = pattern(
    r"""
    \b (?: districts? \s+ of \s+ innovation | schools? \s+ of \s+ innovation | zones?
      | innovation \s+ (?: school \s+ )? (?: zones? | schools? | districts? )
      | innovative \s+ (?: school | district ) \w* )
    """
)
_PLAN = pattern(
    r"\b (?: plans? | proposals? | applications? | requests? | petitions? | contracts? )"
)
_OBJECTS = (("waiver", _WAIVER), ("zone", _ZONE), ("plan", _PLAN))
_ACTIONS = {
    "approv": "approve",
    "designat": "designate",
    "grant": "grant",
    "waive": "grant",
    "accept": "accept",
    "establish": "establish",
    "create": "establish",
}
_PROGRAM = pattern(
    r"""
    \b (?: programs? | zones? | pilot | innovation \s+ (?: schools? | districts? ) )\b
    """
)
_WEAK = frozenset({"allow", "permit", "enter into", "adopt"})
_STATE = frozenset({"state-board", "chief", "department"})
_NOT_MORE = pattern(
    r"""
    \b (?: may | shall | must ) \s+ not \s+ (?: approve | designate | grant ) \s+ more \s+ than
    """
)
_HAVING = pattern(
    r"""
    \b (?: ha(?:ve|s|ving) | received | without | has \s+ received ) \s+ (?: a | an
      | any ) \s+ (?: \w+ \s+ )? (?: waiver | exemption )
    """
)
_ASIDE = pattern(
    r"""
    \b (?: budget | appropriat | textbook | diploma | tuition | bonds? | licen[sc]e
      | certificates? | credits?
      | travel | leave | rules? \s+ (?:necessary|to \s+ implement) ) \b
    """
)


def authority(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds which body may approve, designate, grant or waive what."""
    text = sentence.whole
    for match in _overlapping(text):
        if match.end("verb") > sentence.start and not _negated(text, match):
            hit = _active(sentence, match, known)
            if hit:
                yield hit
                return
    caps = _caps(sentence.words) if _NOT_MORE.search(sentence.words) else []
    if caps:
        yield Hit("authority", sentence, 0.75, {"caps": caps})
    elif not _HAVING.search(sentence.words):
        yield from _passive(sentence, known)


def _passive(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds what must be approved by a body, or is asked of it."""
    for match in _PASSIVE.finditer(sentence.words):
        role = role_of(match, known)
        if not role or not _OBJECT.search(sentence.words):
            continue
        values: dict[str, object] = {"body": role}
        if target := _object(sentence.words):
            values["object"] = target
        yield Hit("authority", sentence, 0.65 if role in _STATE else 0.6, values)
        return


def _overlapping(text: str) -> Iterator[re.Match[str]]:
    """Finds bodies with their verbs; a body may stand within the reach of the one before."""
    start = 0
    while match := _ACTIVE.search(text, start):
        yield match
        start = match.start() + 1


def _active(sentence: Sentence, match: re.Match[str], known: Mapping[str, str]) -> Hit | None:
    """Weighs a body with its verb: who acts, how strongly, on what."""
    role = role_of(match, known)
    after, verb = match["after"], match["verb"].casefold()
    if not role or not _concerns(verb, after):
        return None
    power = "shall" if match["modal"].casefold() in {"shall", "must"} else "may"
    confidence = 0.9 if power == "may" else 0.8
    confidence -= 0.15 if role not in _STATE else 0.0
    if _DECIDES.search(after):
        confidence -= 0.1 if power == "may" else 0.18
    if sentence.lead and match.start() >= sentence.start:
        confidence -= 0.1
    said: dict[str, object] = {
        "body": role,
        "power": power,
        "action": next((name for head, name in _ACTIONS.items() if verb.startswith(head)), ""),
        "object": "waiver" if verb == "waive" else _object(after),
        "caps": _caps(match.group()),
    }
    return Hit("authority", sentence, confidence, {key: v for key, v in said.items() if v})


def _concerns(verb: str, after: str) -> bool:
    """Whether what is approved is of a kind that an innovation act grants."""
    if not _OBJECT.search(after) or _ASIDE.search(after[:60]):
        return False
    if verb in _WEAK and not re.search(r"waive|exempt|innovat|contract", after):
        return False
    made = verb.startswith(("establish", "create"))
    return not made or bool(_PROGRAM.search(after[:80]))


def _negated(text: str, match: re.Match[str]) -> bool:
    """Whether the verb is denied, or the body stands in another clause than the verb."""
    between = match["between"] or ""
    if re.search(r"\b(?:shall|may|must)\b", between, re.IGNORECASE):
        return True
    before = text[max(match.start() - 40, 0) : match.start()]
    return bool(
        re.search(r"\b(?:by|of|to|from|with|under)\s+(?:the|a|its)?\s*$", before, re.IGNORECASE)
    )


def _object(words: str) -> str:
    """Says what is approved: the first thing named."""
    found = [(m.start(), role) for role, p in _OBJECTS for m in [p.search(words)] if m]
    return min(found)[1] if found else ""


def _caps(words: str) -> list[str]:
    """Reads how many there may be."""
    out: list[str] = []
    for match in _CAP.finditer(words):
        count = parse_count(" ".join(match["count"].split()))
        if not count:
            continue
        per = (match["per"] or "").casefold()
        unit = "per school year" if "school" in per else "per year" if per else "in total"
        out.append(f"{count} {unit}")
    return list(dict.fromkeys(out))
