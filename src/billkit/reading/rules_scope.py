"""Rules for what may be waived, what may not, and what may be done notwithstanding other law."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from billkit.reading.hits import Hit, pattern
from billkit.reading.sentences import Sentence
from billkit.reading.topics import keys_in

__all__ = ["non_waivable", "permitted_practices", "waivable_scope"]

_LAW = r"""
    (?: statut\w+ | laws? | rules? | regulations? | regulatory | chapters? | sections?
      | provisions? | requirements? | polic(?:y|ies) | code | RCW | waivers? )
"""
_WAIVES = pattern(
    rf"""
    \b (?: waive s?
      | be \s+ waived ) \b (?: \s+ compliance \s+ with )? [^.;:]{{0,120}}? \b {_LAW} \b
    | \b waivers? \s+ (?: of | from ) \b [^.;:]{{0,140}}? \b {_LAW} \b
    | \b (?: waivers? | exemptions? ) \b [^.;:]{{0,60}} \b granted \s+ to
    | \b waivers? \s+ to \s+ (?: \w+ \s+ ){{1,3}} from \b [^.;:]{{0,140}}? \b {_LAW} \b
    | \b (?: exempt (?:ed)? | exemptions? | exceptions? | flexibility | relief | free
      | variances? ) \s+
        (?: in \s+ whole \s+ or \s+ in \s+ part \s+ )? (?: from
          | to ) \b [^.;:]{{0,160}}? \b {_LAW} \b
    | \b (?: exceptions | exemptions | waivers ) \s+ from \b
    | \b approve \s+ an \s+ equivalency \b
    | \b (?: exempt (?:ed)? | waivers? ) \s+ from \s+ (?: any \s+ of \s+ )? the \s+ following \b
    """
)
_KEPT = pattern(
    r"""
    \b (?: shall | may | must | can | does | do | is | are | will )(?: not | \s+ not | \s+ never )
        (?: \s+ \w+ ){0,3}? \s+ (?: waive (?:d)? | exempt (?:ed)? | (?: grant | approve | allow
          | request | authorize )(?:ed)? \s+ (?:a \s+ | any \s+)? (?:waivers?|exemptions?) )
    | \b not \s+ (?: be \s+ )? authorized \s+ to \s+ waive
    | \b (?: waivers? | exemptions? | flexibility ) \s+ (?: shall | may
      | must ) \s+ not \s+ (?: be | include | apply | extend )
    | \b no \s+ (?: such \s+ )? (?: waiver | exemption ) s? \b
    | \b may \s+ not \s+ be \s+ (?: waived | exempted )
    | \b (?: not \s+ be \s+ construed | not \s+ eligible ) [^.;]{0,60} \b (?: exempt | waive )
    """
)
_STAYS = pattern(
    r"""
    \b (?: remains? | continues? (?:\s+ to \s+ be)? | shall \s+ be | is
      | are ) \s+ (?: fully \s+ )? subject \s+ to \b
    | \b following \s+ (?: \w+ \s+ ){0,3} (?: shall | must | do | continue \s+ to ) \s+ apply \b
    | \b (?: shall | must ) \s+ (?: continue \s+ to \s+ )? (?: comply \s+ with | adhere \s+ to
      | meet | ensure | conform ) \b
    | \b (?: shall | must ) \s* [:—–-]? \s* $
    """
)
_APPLIES = pattern(
    r"""
    \b (?: application | applicant | plan | proposal | petition
      | request ) \b [^.]{0,80} \b (?: include | describe | contain | address | identify
      | document | specif )
    """
)
_HAVING = pattern(
    r"""
    \b ha(?:ve|s|ving) \s+ (?: a | an ) \s+ (?: \w+ \s+ )? (?: waiver | exemption )
    """
)
_MONEY = pattern(r"\b (?: tax (?:es|ation)? | taxable | fees? | penalt(?:y|ies) | scholarship ) \b")
_UNLESS = pattern(r"\b waivers? \b [^.;]{0,60} \b unless \b [^.;]{0,20} $")
_REQUEST = pattern(
    r"""
    \b (?: rationale | reasons? | description | explanation | listing
      | list ) \b [^.;]{0,80} \b (?: waive\w* | exempt\w* | except\w* )
    """
)
_DEFINES = pattern(r"[\"”] ,? \s+ (?: means? | has \s+ the )")
_NOTWITHSTANDING = pattern(r"\b notwithstanding \b")
_IN_PLAN = pattern(
    r"""
    \b (?: specified | identified | named | listed
      | described ) \s+ (?: \w+ \s+ )? in \s+ (?: the | its | their | an? ) \s+ (?: \w+ \s+
      | district's \s+ ){0,3} (?: plans? | application | proposal )
    """
)
_UNITS = pattern(
    r"""
    \b chapters? \s+ (?P<list> [\dA-Z][\w.-]* (?: (?: , \s+ (?:and \s+ | or \s+)?
      | \s+ (?:and|or|through) \s+ ) [\dA-Z][\w.-]* )* )
    """
)
_OPEN = pattern(r"(?: shall | must ) \s* [:—–-]? \s* $")
_ALL_ELSE = pattern(r"not \s+ waived | all \s+ (?: other \s+ )? (?: laws | statutes )")
_ZONED = pattern(r"innovat | \b zone | \b plan \b | \b pilot | waive | exempt | flexib")
_ALLOWED = pattern(
    r"""
    \b may \s+ (?: approve | request | be \s+ approved | use | implement | include )
    | autonomy \s+ and \s+ flexibility | encouraged \s+ to \s+ consider
    | innovations? \s+ in \s+ the \s+ following | research \s+ and \s+ implement
    | areas? \s+ of \s+ (?: autonomy | flexibility | emphasis )
    """
)
_MANY = 3
_SOME = 2


_POWERS = (
    (0.9, "may", r"\b may \b [^.;]{0,160} \b waive | may \b [^.;]{0,60} \b grant"),
    (0.9, "may", r"\b (?: may \s+ (?: apply | petition ) | authorized \s+ to ) \b"),
    (0.9, "shall", r"\b (?: shall | must ) \b [^.;]{0,60} \b waive \b"),
    (0.85, "exempt", r"\b (?: is | are ) \s+ exempt \b"),
    (0.85, "", r"\b be \s+ (?: \w+ \s+ )? (?: exempt | provided \s+ flexibility )"),
    (0.85, "", r"\b may \s+ (?: be \s+ )? exempt"),
)
_STRENGTHS = tuple((weight, power, pattern(sign)) for weight, power, sign in _POWERS)


def waivable_scope(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds what may be waived, exempted or set aside."""
    del known
    match = _waives(sentence)
    if not match:
        return
    words = sentence.words
    confidence, power = next(
        ((weight, power) for weight, power, sign in _STRENGTHS if sign.search(words)), (0.6, "")
    )
    if _DEFINES.search(words):
        confidence = min(confidence, 0.5)
    values: dict[str, object] = {"power": power} if power else {}
    values |= _what(sentence, match)
    if _IN_PLAN.search(words):
        values["in-plan"] = True
    if _NOTWITHSTANDING.search(words):
        values["notwithstanding"] = True
    if grounds := keys_in("grounds", [item for _, item, _ in sentence.items]):
        values["grounds"] = list(grounds)
    yield Hit("waivable-scope", sentence, confidence, values, listed=bool(sentence.items))


def _waives(sentence: Sentence) -> re.Match[str] | None:
    """Finds the words that waive; none where they only ask, define, have or deny a waiver."""
    words = sentence.words
    match = _WAIVES.search(words)
    if not match and sentence.lead:
        whole = _WAIVES.search(sentence.whole)
        match = whole if whole and whole.end() > sentence.start else None
    if not match or any(sign.search(words) for sign in (_REQUEST, _HAVING, _MONEY)):
        return None
    if _APPLIES.search(sentence.lead):
        return None
    kept = _KEPT.search(words)
    if kept is None or kept.start() > match.start() + 1:
        return match
    excepted = re.search(r"\bexcept\b", words[: kept.start()], re.IGNORECASE)
    return match if excepted else None


def _what(sentence: Sentence, match: re.Match[str]) -> dict[str, object]:
    """Says what may be waived: chapters by number, else the bodies of law that are named."""
    words = sentence.words
    span = words[max(match.start() - 10, 0) :] if match.start() < len(words) else words
    if units := _units(span):
        rules = bool(re.search(r"\brules\b", span))
        return {"units": units, "method": "only-listed", "rules-too": rules}
    named = [item for _, item, _ in sentence.items] if "following" in match.group() else []
    items = list(keys_in("waivable-scope", [span, *named]))
    if "accreditation-rules" in items:
        items = ["accreditation-rules"]
    return {"items": items} if items else {}


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
    items = [item for _, item, _ in sentence.items]
    topics = list(keys_in("non-waivable", items or [words]))
    values: dict[str, object] = {"items": topics} if topics else {}
    if _KEPT.search(words):
        values["form"] = "shall-not-waive"
        yield Hit("non-waivable", sentence, 0.95 if topics else 0.75, values, listed=True)
    elif topics and _UNLESS.search(words):
        yield Hit("non-waivable", sentence, 0.8, values, listed=True)
    elif _stays(sentence, topics, items):
        values["form"] = "shall-comply"
        confidence = 0.85 if len(topics) >= _MANY else 0.65
        yield Hit("non-waivable", sentence, confidence, values, listed=True)


def _stays(sentence: Sentence, topics: list[str], items: list[str]) -> bool:
    """Whether a sentence keeps a zone bound: it names enough of what other acts keep."""
    words = sentence.words
    if not _STAYS.search(words) or not _ZONED.search(f"{words} {sentence.lead} {sentence.heading}"):
        return False
    if _OPEN.search(words) and len(topics) < _MANY:
        return False
    if re.search(r"subject\s+to", words, re.IGNORECASE):
        return bool(topics or _ALL_ELSE.search(words))
    applied = keys_in("application", items[:1]) and _APPLIES.search(words)
    return len(topics) >= _SOME and not applied


def permitted_practices(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds what may be done notwithstanding other law, and innovations that are suggested."""
    del known
    words = sentence.words
    texts = [item for _, item, _ in sentence.items]
    practices = list(keys_in("permitted-practices", texts or [words]))
    notwithstanding = bool(_NOTWITHSTANDING.search(words))
    allowed = _ALLOWED.search(words)
    least = 1 if "xamples of" in words else _SOME
    listed = notwithstanding or sentence.items or "(i)" in words
    if not allowed or len(practices) < least or not listed:
        return
    if _APPLIES.search(words) or _WAIVES.search(words):
        return
    values: dict[str, object] = {"items": practices}
    if notwithstanding:
        values["notwithstanding"] = True
    yield Hit(
        "permitted-practices", sentence, 0.85 if notwithstanding else 0.7, values, listed=True
    )
