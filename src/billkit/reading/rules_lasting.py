"""Rules for how long a thing lasts: term and renewal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from billkit.clauses.counting import parse_count
from billkit.reading.amounts import NUMBER, Amount, durations, ends
from billkit.reading.hits import Hit, pattern
from billkit.reading.sentences import Sentence
from billkit.reading.topics import keys_in

__all__ = ["renewal", "term"]

_SUBJECT = pattern(
    r"""
    designat | approv | waiver | waived | exempt | innovation | \b zones? \b | pilot | \b plans? \b
    | contract | agreement | authoriz | authority \s+ to \s+ operate | \b status \b | proposal
      | flexibility
    | variance | charter
    """
)
_RENEWAL = pattern(
    r"""
    \b renew (?:al|als|ed|s|able)? \b | \b extensions? \b | \b re-?authoriz | \b re-?designat
    | \b extend (?:ed|s|ing)? \b (?! [\s-]+ (?: the \s+ | its \s+ )? (?: employment | learning
      | contracts? | school
      | day | year
        | time | duty | instruction ))
    | \b (?: subsequent | successive | additional ) \s+ (?: terms? | periods? | approval
      | designation )
    """
)
_FIRST = pattern(r"\b (?: initial (?:ly)? | first | original ) \b")
_LASTS = pattern(
    r"""
    \b (?: terms? | periods? | duration | expires? | valid | effective | in \s+ effect | remains?
      | lasts? | continue s? | years? ) \b
    | \b (?: approved? | approval | designated? | granted? | grant | enter (?:ed)? | established
      | authoriz\w+ | operate )
      \b [^.;]{0,80} \b for \b
    | exceed | \b up \s+ to \b
    """
)
_NOT_BEFORE = pattern(
    r"""
    (?: \b (?: every | each | last | past | previous | preceding | prior | next
      | least \s+ once \s+ (?:in|every)
          | within | after | least | following | first
            | during \s+ the ) (?: \s+ (?:a|an|the|of))? \s* $ )
    """
)
_TERM_OF = pattern(
    r"""
    (?: \b (?:for|of|exceed(?:ing)?|than|to|a|an|initial|additional) | \( ) [\s\w-]{0,30} $
    """
)
_NOT_AFTER = pattern(
    r"""
    ^ (?: \s+ (?: after | before | prior | preceding | following | thereafter
      | from \s+ (?:the \s+)? (?:date|receipt)
        | of \s+ (?: receipt | the \s+ date | receiving | submission | teaching | experience
          | receipt ) | later | old
        | in \s+ advance | ago ) | [’'] )
    """
)
_OTHERS = pattern(
    r"""
    \b members? \b [^.;]{0,60} \b (?: serve | terms? | appointed ) | \b appointed \s+ for \b
      | \b bonds? \b | \b lease
    | \b review(?:ed|s)? \b [^.;]{0,40} \b every \b | statute \s+ of \s+ limitations
      | \b imprison | \b teaching \s+ experience
    | \b retain(?:ed)? \s+ (?:for|the \s+ records)
    """
)
_EXPIRES = pattern(r"\b (?: expires? | ends? | terminates? | lapse s? | effective \s+ until ) \b")
_SUBJECTS = (
    ("waiver", pattern(r"\b (?: waivers? | exemptions? | variance ) \b")),
    ("plan", pattern(r"\b (?: plans? | proposals? | contracts? | agreements? ) \b")),
    (
        "zone",
        pattern(
            r"\b (?: districts? \s+ of \s+ innovation | innovation | designation | zones? ) \b"
        ),
    ),
)
_MOST = pattern(
    rf"""
    \b (?P<count> {NUMBER} ) \s+ (?: additional \s+ )? (?: extensions? | renewals? ) \b
    | \b renewed \s+ (?: only \s+ | no \s+ more \s+ than \s+ )? (?P<times> once | twice )
    """
)
_MAY_RENEW = pattern(
    r"""
    \b (?: may | shall | must | will | can ) \b [^.;]{0,60} \b (?: renew
      | extend (?! \s+ (?:the|its) \s+ (?:school|day|year) ) | reauthorize
      | be \s+ (?: renewed | extended | reauthorized ))
    | \b (?: apply | request | eligible | application ) \b [^.;]{0,40} \b (?: renewal
      | extensions? | to \s+ renew )
    | \b (?: each | any | a | the ) \s+ (?: renewal | extension ) \b
    | \b unless \b [^.;]{0,40} \b renews? \b | \b automatic \s+ (?: extension | renewal )
    """
)
_YEARS = {"year", "school-year", "month"}


def term(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds how long a first approval lasts."""
    del known
    words = sentence.words
    if not _SUBJECT.search(sentence.whole) or _OTHERS.search(words):
        return
    for amount in ends(words):
        before = words[: amount.start]
        if _EXPIRES.search(before) and not _renewed(words, amount):
            yield _term(sentence, amount, 0.9)
    for amount in durations(words):
        if not _is_length(words, amount) or _renewed(words, amount):
            continue
        before = words[: amount.start]
        said_first = _FIRST.search(before)
        lasts = _LASTS.search(before[-160:]) or re.match(
            r"[\s-]*(?:period|term)\b", words[amount.end :]
        )
        if not lasts:
            continue
        yield _term(sentence, amount, 0.95 if said_first else 0.8)


def _term(sentence: Sentence, amount: Amount, confidence: float) -> Hit:
    """Makes the hit of a term, with what it is the term of."""
    values: dict[str, object] = {"initial": str(amount.value)}
    before = sentence.words[: amount.start]
    subject = _subject(before) or _subject(sentence.words) or _subject(sentence.whole)
    if subject:
        values["subject"] = subject
    return Hit("term", sentence, confidence, values, part=subject)


def _subject(words: str) -> str:
    """Says what a term is the term of, where the words name it."""
    found = [(match.start(), role) for role, p in _SUBJECTS for match in [p.search(words)] if match]
    return min(found)[1] if found else ""


def _is_length(words: str, amount: Amount) -> bool:
    """Whether a length of time says how long something lasts, not when or how often."""
    unit = getattr(amount.value, "unit", "")
    before, after = words[: amount.start], words[amount.end :]
    return (
        unit in _YEARS
        and not _NOT_BEFORE.search(before[-30:])
        and not _NOT_AFTER.search(after)
        and bool(_TERM_OF.search(before) or re.match(r"[\s-]*(?:period|term)\b", after))
    )


def _renewed(words: str, amount: Amount) -> bool:
    """Whether an amount belongs to a renewal: the word stands before it, or right after it."""
    before = words[max(amount.start - 140, 0) : amount.start]
    after = words[amount.end : amount.end + 40]
    renewals = list(_RENEWAL.finditer(before))
    if renewals:
        later = _FIRST.search(before[renewals[-1].end() :])
        return not (later and later.group().casefold().startswith(("initial", "original")))
    return bool(re.match(r"[\s-]*(?:renewal|extension)s?\b", after))


def renewal(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds how an approval is renewed, for how long and how often."""
    del known
    words = sentence.words
    if not _RENEWAL.search(words) or not _SUBJECT.search(f"{sentence.whole} {sentence.context}"):
        return
    lengths = _lengths(words)
    if not lengths and not _MAY_RENEW.search(words):
        return
    values: dict[str, object] = dict(lengths)
    if count := _count(words):
        values["most"] = count
    if re.search(r"\brenew", words, re.IGNORECASE):
        values["called"] = "renewal"
    elif re.search(r"\bextensions?\b|\bextend", words, re.IGNORECASE):
        values["called"] = "extension"
    confidence = 0.9 if lengths else 0.75 if count else 0.7
    if sentence.lead and not lengths and keys_in("application", [words]):
        confidence = 0.5
    yield Hit("renewal", sentence, confidence, values)


def _lengths(words: str) -> dict[str, str]:
    """Reads how long renewals last: each, or the first and the later ones."""
    out: dict[str, str] = {}
    for amount in durations(words):
        counted = getattr(amount.value, "unit", "") in _YEARS and _renewed(words, amount)
        if counted and not _NOT_AFTER.search(words[amount.end :]):
            out.setdefault(_which(words[: amount.start]), str(amount.value))
    if {"first", "later"} & set(out):
        out.pop("each", None)
    return out


def _count(words: str) -> int | None:
    """Reads how many renewals there may be."""
    most = _MOST.search(words)
    if not most:
        return None
    times = {"once": 1, "twice": 2}
    return times.get((most["times"] or "").casefold()) or parse_count(most["count"] or "")


def _which(before: str) -> str:
    """Says which renewal a length belongs to: the first, the later ones, or each."""
    near = before[-120:].casefold()
    if re.search(r"\bfirst (?:renewal|extension)", near):
        return "first"
    if re.search(r"\b(?:additional|later|subsequent|second|further) (?:renewal|extension)s?", near):
        return "later"
    return "each"
