"""Rules for what frames an act, for staff and money, and for credit and local measures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from billkit.clauses.dates import MONTHS
from billkit.reading.hits import Hit, Reader, pattern
from billkit.reading.sentences import Sentence

__all__ = ["FRAME", "definitions"]

_DATE = rf"(?: {'|'.join(MONTHS)} ) \s+ \d{{1,2}} , \s+ \d{{4}}"
_DEFINED = pattern(
    r"[\"“] (?P<term> [^\"”]{2,80}? ) ,? [\"”] ,? \s+ (?: means? | has \s+ the \s+ same \s+ meaning | includes? | , \s+ (?: a | an | the ) \s )"
)
_NAMED_TITLE = pattern(
    r"\b (?: (?: shall | may ) \s+ be \s+ (?: known \s+ (?: and \s+ (?: may \s+ be \s+ )? cited \s+ )? | cited \s+ ) as | known \s+ as ) \s+ (?: the \s+ )? [\"“] (?P<title> [^\"”]{4,90} ) [\"”]"
)

_SIMPLE: tuple[tuple[str, float, str, str], ...] = (
    (
        "findings",
        0.9,
        r"\b (?: legislature | general \s+ assembly | general \s+ court | legislative \s+ assembly | state ) \s+ (?: hereby \s+ | further \s+ )? (?: finds | recognizes ) \b"
        r" | \b legislative \s+ findings \b",
        "",
    ),
    (
        "purpose",
        0.8,
        r"\b (?: purposes? | intent ) \s+ (?: and \s+ \w+ \s+ )? of \s+ (?: this | the ) \s+ (?: act | chapter | section | article | part | subchapter | grant \s+ program | program | legislature ) \s+ (?: is | are | that )"
        r" | \b for \s+ the \s+ purposes? \s+ of \s+ improving \b | \b (?: is | are ) \s+ (?: hereby \s+ )? established \s+ (?: for \s+ the \s+ purpose | to \s+ improve )"
        r" | \b created \b [^.;]{0,160} \b to \s+ improve \b | \b purposes \s+ of \s+ the \s+ grant \s+ program \s+ are",
        "",
    ),
    (
        "partnership",
        0.85,
        r"\b join \s+ together \b | \b partnership \s+ may \s+ include \b | \b extend \s+ membership \b | \b jointly \s+ (?: form | submit ) \b",
        r"\b resubmit",
    ),
    (
        "no-new-aid",
        0.85,
        r"\b (?: shall | must | may ) \s+ not \b [^.;]{0,40} \b (?: increase | exceed ) \b [^.;]{0,60} \b (?: state \s+ aid | lev(?:y|ies) | otherwise \s+ (?: have \s+ )? been \s+ distributed )",
        "",
    ),
    (
        "funding",
        0.7,
        r"\b (?: gifts , \s+ grants | total \s+ program \s+ funding | same \s+ per \s+ pupil | capital \s+ outlay \s+ funds | enrollment \s+ funding | apportionment \s+ funding | retain \s+ any \s+ unused \s+ funds | distributing \s+ (?: support | total ) )",
        "",
    ),
    (
        "grants",
        0.8,
        r"\b award s? \s+ (?: a | an | the )? \s* (?: \w+ \s+ ){0,2} grants? \b | \b grant \s+ program \b [^.;]{0,80} \b (?: established | created | administered | consisting ) | \b (?: established | created ) \b [^.;]{0,120} \b grants? \s+ program | \b distribute \b [^.;]{0,60} \b grant \b | \b receives? \s+ a \s+ grant",
        r"\b information \s+ on \b",
    ),
    (
        "personnel",
        0.7,
        r"\b (?: collective \s+ bargaining \s+ agreement | remain \s+ employees | single \s+ salary \s+ schedule | (?: without | hold ) \s+ (?:\w+\s+)? (?: teacher \s+ )? certification | fair \s+ dismissal | employment \s+ agreements )",
        r"\b (?: application | plan ) \b [^.;]{0,40} \b (?: include | describe ) | \b retirement",
    ),
    (
        "seat-time",
        0.75,
        r"\b (?: seat \s+ time | rather \s+ than \s+ (?: by \s+ )? hours \s+ of \s+ attendance | demonstrat\w+ \s+ (?: of \s+ )? (?: mastery | competence | proficiency ) ) [^.;]{0,120} | \b full-time \s+ enrollment \s+ funding \b",
        "",
    ),
    (
        "outside-credit",
        0.85,
        r"\b (?: alternative \s+ programs? | extended \s+ learning | outside \s+ (?: of \s+ )? (?: the \s+ )? (?: traditional \s+ )? (?: school | classroom ) | work-based \s+ learning | learn \s+ everywhere ) \b [^.;]{0,100} \b credits? \b",
        "",
    ),
    (
        "local-assessment",
        0.85,
        r"\b local \s+ (?: accountability | assessment ) \s+ systems? \b",
        "",
    ),
    (
        "innovation-office",
        0.85,
        r"\b office \s+ of \s+ (?: \w+ \s+ ){0,2} innovation \b | \b chief \s+ innovation \s+ officer",
        "",
    ),
    (
        "learning-network",
        0.75,
        r"\b (?: learning \s+ network | learning \s+ collaborative | convene \s+ a \s+ meeting \s+ with | network \s+ of \s+ (?: schools | districts | educators ) )",
        "",
    ),
    (
        "severability",
        0.95,
        r"\b (?: held | declared | adjudged ) \s+ (?: to \s+ be \s+ )? (?: invalid | unconstitutional | unenforceable ) | \b severab",
        "",
    ),
    (
        "repealer",
        0.9,
        rf"\b (?: is | are ) \s+ (?: hereby \s+ )? repealed (?! \s+ (?: effective | on | {_DATE} ) ) \b",
        r"\[ \s* repealed",
    ),
    (
        "emergency",
        0.9,
        r"\b (?: emergency \s+ (?: is | exists | measure | clause ) | immediate \s+ preservation \s+ of \s+ the \s+ public )",
        r"state \s+ of \s+ emergency",
    ),
    (
        "sunset",
        0.9,
        rf"\b this \s+ (?: act | section | chapter | article | part | subchapter ) \b [^.;]{{0,60}} \b (?: expires? | is \s+ repealed | terminates | sunsets? ) \b [^.;]{{0,40}} {_DATE}"
        rf" | \b program \b [^.;]{{0,60}} \b (?: in \s+ effect \s+ through | expires ) \b | \b (?: repealed | void ) \s*, \s+ effective \s+ {_DATE} | \b after \s+ {_DATE} \s* [,.] \s* $",
        "",
    ),
    (
        "effective-date",
        0.9,
        r"\b this \s+ (?: act | section ) \b [^.;]{0,60} \b (?: takes? \s+ effect | is \s+ effective | shall \s+ take \s+ effect | becomes \s+ effective | becomes \s+ law | shall \s+ be \s+ in \s+ force )",
        "",
    ),
)


def definitions(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds what terms mean."""
    del known
    words = sentence.words
    if _DEFINED.search(words):
        yield Hit("definitions", sentence, 0.95)
    elif (
        re.search(
            r"\bas used in this\b|\bfollowing (?:terms|definitions|words)\b|\bterms shall (?:mean|have)",
            words,
            re.IGNORECASE,
        )
        and sentence.items
    ):
        yield Hit("definitions", sentence, 0.9)


def _short_title(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds what the act is called."""
    del known
    if match := _NAMED_TITLE.search(sentence.words):
        if re.search(r"\bact\b", match["title"], re.IGNORECASE):
            yield Hit("short-title", sentence, 0.95, {"title": match["title"].rstrip(".,")})


def _simple(kind: str, confidence: float, sign: str, unless: str) -> Reader:
    """Makes a rule of a sign, and of another that speaks against it."""
    for_, against = pattern(sign), pattern(unless) if unless else None

    def read(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
        del known
        if for_.search(sentence.words) and not (against and against.search(sentence.whole)):
            yield Hit(kind, sentence, confidence, listed=bool(sentence.items))

    return read


FRAME: tuple[Callable[[Sentence, Mapping[str, str]], Iterator[Hit]], ...] = (
    definitions,
    _short_title,
    *(_simple(*rule) for rule in _SIMPLE),
)
"""The rules of this module."""
