"""Rules for what follows approval: who advises, reports, reviews, revokes and makes rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from billkit.reading.amounts import durations
from billkit.reading.bodies import bodies
from billkit.reading.hits import Hit, pattern
from billkit.reading.sentences import Sentence
from billkit.reading.topics import keys_in

__all__ = [
    "MAKES_RULES",
    "REVOKES",
    "advisory_panel",
    "evaluation",
    "reporting",
    "revocation",
    "rulemaking",
]

_PANEL = pattern(
    r"""
    \b (?: advisory | review | screening | approval | innovation
      | working ) \s+ (?: \w+ \s+ )? (?: panel | council | committee | group
      | board (?! \s+ of ) ) \b
        [^.;]{0,120} \b (?: establish\w* | convene\w* | consist\w* | compos\w* | compris\w*
          | members | appoint\w* | recommend\w* )
    | \b (?: establish | convene | form | appoint | create ) \b [^.;]{0,60} \b (?: panel
      | council | committee | work \s+ group | task \s+ force ) \b
    | [\"“] [\w\s]{0,40} (?: council | panel
      | committee ) [\w\s]{0,30} [\"”] \s+ means \s+ a \s+ (?:body|group)
    """
)
_REPORTS = pattern(
    r"""
    \b (?: submit | file | provide | make | prepare | deliver
      | present ) s? \b [^.;]{0,160}? \b reports? \b
    | \b (?: shall | must | to ) \s+ (?: annually \s+ )? report \b | \b (?: annual | biennial
      | progress ) \s+ reports? \b
    | \b (?: submit | transmit ) \s+ (?: the \s+ | its \s+ )? (?: recommendations | results
      | findings | data ) \b | \b in \s+ the \s+ report \s+ required
    | \b (?: results | findings ) \b [^.;]{0,60} \b (?: shall | must ) \s+ be \s+ (?: provided
      | submitted | reported | transmitted ) \s+ to
    | \b post \b [^.;]{0,60} \b website \b [^.;]{0,80} \b (?: waivers? | reports? | plans? )
    | \b report \s+ (?: must | shall ) \b | \b provide \s+ data \b
      | \b reporting \s+ and \s+ oversight
    """
)
_RECEIVERS = pattern(
    r"""
    \b (?: legislat\w+ | general \s+ assembly | governor | committees? | state \s+ board | board
      | commissioner | superintendent | department | council ) \b
    """
)
_EVALUATES = pattern(
    r"""
    \b (?: evaluat\w+ | review\w* | assess (?! ment ) \w* | analyz\w+
      | monitor\w* ) \b [^.;]{0,140}? \b (?: progress | performance | effectiveness
      | implementation | results | success | plan | innovation \s+ school | zones? )
    | \b comparative \s+ evaluations? \b | \b evaluation \s+ (?: data | of | results )
      | \b performance \s+ review | \b evaluative \s+ procedures
    """
)
_EVALUATION = pattern(
    r"""
    \b evaluation \s+ data | \b evaluative \s+ procedures | \b comparative \s+ evaluation
      | \b evaluate \s+ each \b
    """
)
_EVALUATED = pattern(r"\b (?: shall | must | may | will | ongoing ) \b")
REVOKES = pattern(
    r"""
    \b (?: revok\w+ | revocation | rescind\w* | rescission | terminat\w+ | suspend\w*
      | withdraw (?:n|al)? ) \b
    [^.;]{0,160}? \b (?: designations? | waivers? | approvals? | status | plans? | zones?
      | contracts? | exemptions? | innovation | flexibility )
    | \b (?: designations? | waivers? | approvals? | status
      | contracts? ) \b [^.;]{0,120}? \b (?: be \s+ )? (?: revoked | terminated | rescinded
      | suspended )
    """
)
_WITHDRAWS = pattern(
    r"""
    \b withdraw \s+ and \s+ resubmit | \b withdraw \b [^.;]{0,40} \b (?:application|proposal)
    """
)
MAKES_RULES = pattern(
    r"""
    \b (?: shall | may | must ) \s+ (?: also \s+ )? (?: adopt | promulgate | make | prescribe
      | issue | develop | establish ) \b [^.;]{0,80}? \b (?: rules? | regulations? | guidelines
      | criteria )
    | \b (?: rules? | regulations? ) \s+ (?: adopted | promulgated ) \b [^.;]{0,80} \b (?: shall
      | must ) \b | \b shall \s+ establish \s+ (?: by \s+ rule )
    """
)
_RULE_HEAD = pattern(
    r"""
    ^ (?: adopt | promulgate | establish
      | in \s+ accordance \s+ with ) \b [^.;]{0,120} \b (?: rules? | regulations? | by \s+ rule )
    """
)


def advisory_panel(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds who advises or reviews."""
    del known
    words = sentence.words
    if not _PANEL.search(words):
        return
    made = re.search(
        r"\b(?:establish|convene|form|appoint|compos|compris|consist|members|means)",
        words,
        re.IGNORECASE,
    )
    yield Hit("advisory-panel", sentence, 0.8 if made else 0.5, {}, listed=bool(sentence.items))


def reporting(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds who reports what to whom."""
    words = sentence.words
    match = _REPORTS.search(words)
    if not match and sentence.lead:
        whole = _REPORTS.search(sentence.whole)
        match = whole if whole and whole.end() > sentence.start else None
    if not match or re.search(r"report cards?\b|unlawful|background", words, re.IGNORECASE):
        return
    receiver = _RECEIVERS.search(words[match.start() :] if match.start() < len(words) else words)
    if not receiver and not re.search(r"\breport (?:must|shall)\b|\bdata\b", words, re.IGNORECASE):
        return
    report: dict[str, object] = {}
    if acting := next((b for b in bodies(words, known) if b.start < match.start()), None):
        report["by"] = acting.role
    if re.search(r"\bannual|\beach year|every year", words, re.IGNORECASE):
        report["every"] = "1 year"
    if re.search(r"legislat|general assembly", words, re.IGNORECASE):
        report["to"] = ["legislature"]
    duty = re.search(r"\b(?:shall|must)\b", words)
    yield Hit(
        "reporting",
        sentence,
        0.85 if duty and receiver else 0.6,
        {"reports": [report]} if report else {},
        listed=bool(sentence.items),
    )


def evaluation(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds how progress is evaluated or reviewed."""
    words = sentence.words
    match = _EVALUATES.search(words)
    if not match or not _EVALUATED.search(words):
        return
    if re.search(
        r"\breview and comment|teachers? and principals?|application", match.group(), re.IGNORECASE
    ):
        return
    often = [
        a
        for a in durations(words)
        if re.search(r"\b(?:every|each)\s*$|\bonce every\s*$", words[: a.start], re.IGNORECASE)
    ]
    often = often or [
        a for a in durations(words) if re.search(r"^\s*thereafter", words[a.end :], re.IGNORECASE)
    ]
    values: dict[str, object] = {}
    if often:
        values["every"] = str(often[0].value).removeprefix("up to ")
    if acting := next((b for b in bodies(words, known) if b.start < match.start()), None):
        values["body"] = acting.role
    duty = re.search(r"\b(?:shall|must)\b", words)
    strong = often or re.search(
        r"evaluation data|evaluative|performance of|progress", match.group(), re.IGNORECASE
    )
    confidence = 0.8 if duty and strong else 0.6 if often or _EVALUATION.search(words) else 0.4
    yield Hit("evaluation", sentence, confidence, values, listed=bool(sentence.items))


def revocation(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds how an approval is taken back, by whom and on which grounds."""
    words = sentence.words
    match = REVOKES.search(words)
    if not match or _WITHDRAWS.search(words):
        return
    values: dict[str, object] = {}
    acting = [b for b in bodies(words, known) if b.start < match.start()]
    if acting:
        values["body"] = acting[-1].role
    modal = re.search(r"\b(may|shall|must)\b[^.;]{0,60}$", words[: match.start()])
    if modal:
        values["power"] = "may" if modal[1] == "may" else "shall"
    if re.search(r"\brevok", words, re.IGNORECASE):
        values["action"] = "revoke"
    grounds = keys_in("revocation", [words, *(item for _, item, _ in sentence.items)])
    if grounds and modal:
        values["grounds"] = list(grounds)
    yield Hit("revocation", sentence, 0.9 if modal else 0.65, values, listed=bool(sentence.items))


def rulemaking(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds who makes rules, and on what."""
    words = sentence.words
    match = MAKES_RULES.search(words)
    if (
        not match
        and sentence.lead
        and re.search(r"\b(?:shall|may|must)\s*[:—–-]?\s*$", sentence.lead)
    ):
        match = _RULE_HEAD.search(words)
    if not match or re.search(r"\bnot\b", match.group()):
        return
    text = sentence.whole
    acting = [b for b in bodies(text, known) if b.start < match.start() + sentence.start]
    values: dict[str, object] = {}
    if acting:
        values["body"] = acting[0].role
    if power := re.search(r"\b(shall|may|must)\b", match.group()):
        values["power"] = "may" if power[1].casefold() == "may" else "shall"
    items = [item for _, item, _ in sentence.items]
    if found := keys_in("rulemaking", [words, *items]):
        values["items"] = list(found)
    ruled = re.search(r"\b(?:rules?|regulations?)\b", match.group(), re.IGNORECASE)
    yield Hit("rulemaking", sentence, 0.9 if ruled and acting else 0.65, values, listed=True)
