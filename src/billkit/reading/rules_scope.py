"""Rules for what may be waived, what may not, and what may be done notwithstanding other law."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from billkit.reading.hits import Hit, pattern
from billkit.reading.sentences import Sentence
from billkit.reading.topics import keys_in

__all__ = ["non_waivable", "permitted_practices", "waivable_scope"]

_LAW = (
    r"(?: statut\w+ | laws? | rules? | regulations? | regulatory | chapters? | sections? | provisions?"
    r" | requirements? | polic(?:y|ies) | code | RCW | waivers? )"
)
_WAIVES = pattern(
    rf"""
    \b (?: waive s? | be \s+ waived ) \b (?: \s+ compliance \s+ with )? [^.;:]{{0,120}}? \b {_LAW} \b
    | \b waivers? \s+ (?: of | from ) \b [^.;:]{{0,140}}? \b {_LAW} \b
    | \b (?: waivers? | exemptions? ) \b [^.;:]{{0,60}} \b granted \s+ to
    | \b (?: exempt (?:ed)? | exemptions? | exceptions? | flexibility | relief | free | variances? ) \s+
        (?: in \s+ whole \s+ or \s+ in \s+ part \s+ )? (?: from | to ) \b [^.;:]{{0,160}}? \b {_LAW} \b
    | \b (?: exceptions | exemptions | waivers ) \s+ from \b
    | \b approve \s+ an \s+ equivalency \b
    | \b (?: exempt (?:ed)? | waivers? ) \s+ from \s+ (?: any \s+ of \s+ )? the \s+ following \b
    """
)
_KEPT = pattern(
    r"""
    \b (?: shall | may | must | can | does | do | is | are | will )(?: not | \s+ not | \s+ never )
        (?: \s+ \w+ ){0,3}? \s+ (?: waive (?:d)? | exempt (?:ed)? | (?: grant | approve | allow | request | authorize )(?:ed)? \s+ (?:a \s+ | any \s+)? (?:waivers?|exemptions?) )
    | \b not \s+ (?: be \s+ )? authorized \s+ to \s+ waive
    | \b (?: waivers? | exemptions? | flexibility ) \s+ (?: shall | may | must ) \s+ not \s+ (?: be | include | apply | extend )
    | \b no \s+ (?: such \s+ )? (?: waiver | exemption ) s? \b
    | \b may \s+ not \s+ be \s+ (?: waived | exempted )
    | \b (?: not \s+ be \s+ construed | not \s+ eligible ) [^.;]{0,60} \b (?: exempt | waive )
    """
)
_STAYS = pattern(
    r"""
    \b (?: remains? | continues? (?:\s+ to \s+ be)? | shall \s+ be | is | are ) \s+ (?: fully \s+ )? subject \s+ to \b
    | \b following \s+ (?: \w+ \s+ ){0,3} (?: shall | must | do | continue \s+ to ) \s+ apply \b
    | \b (?: shall | must ) \s+ (?: continue \s+ to \s+ )? (?: comply \s+ with | adhere \s+ to | meet | ensure | conform ) \b
    | \b (?: shall | must ) \s* [:—–-]? \s* $
    """
)
_APPLIES = pattern(
    r"\b (?: application | applicant | plan | proposal | petition | request ) \b [^.]{0,80} \b (?: include | describe | contain | address | identify | document | specif )"
)
_REQUEST = pattern(
    r"\b (?: rationale | reasons? | description | explanation | listing | list ) \b [^.;]{0,80} \b (?: waive\w* | exempt\w* | except\w* )"
)
_DEFINES = pattern(r"[\"”] ,? \s+ (?: means? | has \s+ the )")
_NOTWITHSTANDING = pattern(r"\b notwithstanding \b")
_IN_PLAN = pattern(
    r"\b (?: specified | identified | named | listed | described ) \s+ (?: \w+ \s+ )? in \s+ (?: the | its | their | an? ) \s+ (?: \w+ \s+ | district's \s+ ){0,3} (?: plans? | application | proposal )"
)
_UNITS = pattern(
    r"\b chapters? \s+ (?P<list> [\dA-Z][\w.-]* (?: (?: , \s+ (?:and \s+ | or \s+)? | \s+ (?:and|or|through) \s+ ) [\dA-Z][\w.-]* )* )"
)
_MANY = 3
_SOME = 2


def waivable_scope(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds what may be waived, exempted or set aside."""
    del known
    words = sentence.words
    match = _WAIVES.search(words)
    if not match and sentence.lead:
        whole = _WAIVES.search(sentence.whole)
        match = whole if whole and whole.end() > sentence.start else None
    if not match or _REQUEST.search(words) or _APPLIES.search(sentence.lead):
        return
    kept = _KEPT.search(words)
    if (
        kept
        and kept.start() <= match.start() + 1
        and not re.search(r"\bexcept\b", words[: kept.start()], re.IGNORECASE)
    ):
        return
    confidence = 0.6
    power = ""
    if re.search(
        r"\bmay\b[^.;]{0,160}\bwaive|may\b[^.;]{0,60}\bgrant|may apply|may petition|authorized to",
        words,
    ):
        confidence, power = 0.9, "may"
    elif re.search(r"\b(?:shall|must)\b[^.;]{0,60}\bwaive\b", words):
        confidence, power = 0.9, "shall"
    elif re.search(r"\b(?:is|are|shall be|be) (?:\w+ )?(?:exempt|provided flexibility)", words):
        confidence, power = 0.85, "exempt" if re.search(r"\b(?:is|are) exempt\b", words) else ""
    elif re.search(r"\bmay (?:be )?exempt", words):
        confidence = 0.85
    if _DEFINES.search(words):
        confidence = min(confidence, 0.5)
    values: dict[str, object] = {}
    if power:
        values["power"] = power
    span = words[max(match.start() - 10, 0) :] if match.start() < len(words) else words
    named = [item for _, item, _ in sentence.items] if "following" in match.group() else []
    if items := list(keys_in("waivable-scope", [span, *named])):
        if "accreditation-rules" in items:
            items = ["accreditation-rules"]
        values["items"] = items
    if units := _units(span):
        values["units"] = units
        values.pop("items", None)
        values["method"] = "only-listed"
        values["rules-too"] = bool(re.search(r"\brules\b", span))
    if _IN_PLAN.search(words):
        values["in-plan"] = True
    if _NOTWITHSTANDING.search(words):
        values["notwithstanding"] = True
    grounds = keys_in("grounds", [item for _, item, _ in sentence.items]) if sentence.items else ()
    if grounds:
        values["grounds"] = list(grounds)
    yield Hit("waivable-scope", sentence, confidence, values, listed=bool(sentence.items))


def _units(words: str) -> list[str]:
    """Reads chapters named by number."""
    found = _UNITS.search(words)
    if not found:
        return []
    numbers = re.findall(r"\d[\w.-]*", found["list"])
    return [f"chapter {number.rstrip('.')}" for number in numbers]


def non_waivable(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds what may never be waived, and lists of what must still be complied with."""
    del known
    words = sentence.words
    texts = [words, *(item for _, item, _ in sentence.items)]
    topics = list(keys_in("non-waivable", texts[1:] if sentence.items else texts))
    values: dict[str, object] = {"items": topics} if topics else {}
    if _KEPT.search(words):
        confidence = 0.95 if topics else 0.75
        values["form"] = "shall-not-waive"
        yield Hit("non-waivable", sentence, confidence, values, listed=True)
        return
    if not _STAYS.search(words):
        return
    ends_open = bool(re.search(r"(?:shall|must)\s*[:—–-]?\s*$", words))
    if ends_open and len(topics) < _MANY:
        return
    subject = re.search(r"subject to", words, re.IGNORECASE)
    zoned = re.search(
        r"innovat|\bzone|\bplan\b|\bpilot|waive|exempt|flexib",
        f"{words} {sentence.lead} {sentence.heading}",
        re.IGNORECASE,
    )
    if subject and not (topics or re.search(r"not waived|all (?:other )?(?:laws|statutes)", words)):
        return
    if (
        not zoned
        or (not subject and len(topics) < _SOME)
        or keys_in("application", texts[1:2])
        and _APPLIES.search(words)
    ):
        return
    values["form"] = "shall-comply"
    confidence = 0.85 if len(topics) >= _MANY else 0.65
    yield Hit("non-waivable", sentence, confidence, values, listed=True)


def permitted_practices(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds what may be done notwithstanding other law, and innovations that are suggested."""
    del known
    words = sentence.words
    texts = [item for _, item, _ in sentence.items]
    practices = list(keys_in("permitted-practices", texts or [words]))
    notwithstanding = bool(_NOTWITHSTANDING.search(words))
    allowed = re.search(
        r"\bmay (?:approve|request|be approved|use|implement|include)|autonomy and flexibility|encouraged to consider|"
        r"innovations? in the following|areas? of (?:autonomy|flexibility|emphasis)",
        words,
        re.IGNORECASE,
    )
    if (
        not allowed
        or len(practices) < _SOME
        or not (notwithstanding or sentence.items or "(i)" in words)
    ):
        return
    if _APPLIES.search(words) or _WAIVES.search(words):
        return
    values: dict[str, object] = {"items": practices}
    if notwithstanding:
        values["notwithstanding"] = True
    yield Hit(
        "permitted-practices", sentence, 0.85 if notwithstanding else 0.7, values, listed=True
    )
