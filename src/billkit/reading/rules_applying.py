"""Rules for the way of a plan: who applies, with what, and how it is decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from billkit.reading.amounts import durations
from billkit.reading.bodies import bodies
from billkit.reading.hits import Hit, pattern
from billkit.reading.rules_accounting import MAKES_RULES, REVOKES
from billkit.reading.sentences import Sentence
from billkit.reading.topics import keys_in

__all__ = ["application", "decision", "eligibility"]

_WHO = r"""
    (?: school | district | system | board | agenc(?:y|ies) | LEA | partnership | zone | applicant
      | entit(?:y|ies) )
"""
_STRETCH = r"(?: (?! \b (?: plan | application | proposal | waiver | report ) \b ) [^.;:] ){0,120}?"
_MAY_APPLY = pattern(
    rf"""
    \b {_WHO} s? \b {_STRETCH} \b (?: may | shall \s+ be \s+ eligible \s+ to
      | is \s+ eligible \s+ to | are \s+ eligible \s+ to )
        (?: \s+ jointly )? \s+ (?: apply | submit | petition | request | seek | participate
          | join \s+ together | choose \s+ to | voluntarily )
    | \b (?: is | are | shall \s+ be ) \s+ eligible \s+ (?: for \s+ designation
      | to \s+ participate | for \s+ the \s+ funding )
    | \b following \s+ (?: \w+ \s+ )? may \s+ (?: apply | submit | petition | participate )
    | \b accept \s+ a \s+ (?: proposal | plan | application ) \s+ from \s+ any \b
    | \b {_WHO} s? \b {_STRETCH} \b (?: shall | must ) \s+ submit \s+ (?: its | an? | their ) \s
    | \b {_WHO} s? \b {_STRETCH} \b (?: may \s+ be \s+ nominated | (?: is
      | are ) \s+ (?: strongly \s+ )? encouraged \s+ to \s+ establish )
    | \b to \s+ participate \s+ in \b [^.;:]{{0,80}} \b {_WHO} s? \s+ (?: must | shall )
    | \b invite \b [^.;:]{{0,80}} \b {_WHO} s? \b [^.;:]{{0,80}} \b to \s+ submit \b
    | \b (?: application | plan | petition | request ) \s+ submitted \s+ by \s+ (?: a | an | any
      | the ) \s+ (?: \w+ \s+ )? {_WHO}
    | [\"“] applicant [\"”] \s+ means
    | \b upon \s+ (?: the \s+ )? (?: request | application ) (?: \s+ of | \s+ by | \s+ from ) \b
    | ^ \s* only \s+ schools? \s+ that \s+ choose
    """
)
_FIRST_TIME = pattern(
    r"""
    \b (?: additional | extensions? | renewal | resubmit | appeal | hearing | reconsider\w*
      | new \s+ waiver | changes \s+ to \s+ existing ) \b
    """
)
_CONTENTS = pattern(
    r"""
    \b (?: applications? | plans? | proposals? | petitions? | requests? | information
      | applicant | district | schools? ) \b [^.;]{0,140}?
    \b (?: shall | must | may | to ) (?: , \s+ at \s+ a? \s* minimum ,
      | \s+ at \s+ a \s+ minimum | \s+ also )? \s+
    (?: include | describe | contain | address | identify | document | specify | provide
      | be \s+ submitted | be \s+ collaboratively | be \s+ signed | set \s+ forth
      | develop \s+ a )
    """
)
_LEADS = pattern(
    r"""
    \b (?: must | shall ) \s+ submit \b [^.]{0,120} \b following \s+ information
      | \b (?: applicant | plans? | proposals? | applications? ) \b [^.]{0,80} \b (?: shall
      | must ) \s* [:—–-]? \s* $
    """
)
_MUST_HOLD = pattern(
    r"""
    \b (?: applications? | plans? | proposals? | petitions? | requests? | applicant ) \b
    [^.;]{0,60} \b (?: shall | must | may ) \b
    """
)
_APPLYING = pattern(
    r"""
    \b (?: applications? | plans? | proposals? | petitions? | waiver \s+ requests? | requests?
      | applicant ) \b
    """
)
_ELSE = pattern(
    r"""
    \b (?: reports? | rules? | regulations? | list \s+ of | criteria
      | training ) \b [^.;]{0,30} \b (?: shall | must )
    """
)
_DECIDES = pattern(
    r"""
    \b (?: approve | grant | accept ) \s* (?: , | \s or ) [^.;]{0,20}? \b (?: deny | disapprove
      | reject | or \s+ work )
    | \b (?: approve \s+ or | either \s+ approve ) \b | \b (?: deny | denies | denied | denial
      | reject(?:s|ed)? | disapprov\w+ ) \b
    | \b review \s+ the \s+ (?: application | plan | petition | proposal ) \b
    | \b resubmit | \b reapply \b | \b written \s+ explanation \b | \b shall \s+ respond \b
      | \b appeal \b
    | \b within \b [^.;]{0,120} \b (?: designate | approve | notify | respond | review ) \b
    | \b (?: same \s+ criteria | likely \s+ to \s+ (?:enhance|improve) ) \b
    """
)
_DECIDED = pattern(
    r"""
    \b (?: plans? | proposals? | applications? | petitions? | designation | designate
      | requests? | waivers? | innovation ) \b
    """
)


def eligibility(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds who may apply."""
    del known
    words = sentence.words
    match = _MAY_APPLY.search(words)
    if not match or _FIRST_TIME.search(words[match.start() : match.end() + _NEAR]):
        return
    who = words[: match.end() + 60] if match.start() < _HEAD else match.group()
    items = [item for _, item, _ in sentence.items] if "following" in match.group() else []
    applicants = list(keys_in("eligibility", items or [who]))
    if "group-of-schools" in applicants and not re.search(
        r"^(?:a|any|each|every) (?:public )?school", words, re.IGNORECASE
    ):
        applicants = [key for key in applicants if key != "school"]
    values: dict[str, object] = {"applicants": applicants} if applicants else {}
    head = match.start() < _HEAD
    strong = re.search(
        r"\b(?:apply|petition|submit|participate|eligible|join together)\b",
        match.group(),
        re.IGNORECASE,
    )
    confidence = 0.85 if head and strong else 0.65
    yield Hit("eligibility", sentence, confidence, values, listed=bool(items))


_ACTIONS = (
    ("approve", pattern(r"\b (?: approve | grant \b | designate \b )")),
    ("reject", pattern(r"\b (?: reject | deny | disapprove )")),
    ("modify", pattern(r"to \s+ modify | modifications")),
)
_EVENTS = (("receipt", pattern(r"recei")), ("submission", pattern(r"submi")))
_BEFORE = pattern(r"(?: \b within | not \s+ later \s+ than ) \s* $")
_REASONS = pattern(r"written \s+ explanation | reasons? \s+ for | in \s+ writing")
_AGAIN = pattern(r"resubmit | reapply")
_HEAD = 160
_NEAR = 60


def application(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds what a plan or application must contain, and how it is submitted."""
    del known
    words = sentence.words
    said = _CONTENTS.search(words) and _APPLYING.search(words) and not _ELSE.search(words)
    leads = sentence.items and _LEADS.search(words)
    if not said and not leads:
        return
    items = [item for _, item, _ in sentence.items]
    contents = list(keys_in("application", items or [words]))
    if contents == ["votes"] and not items:
        return
    listed = 0.9 if contents else 0.75
    confidence = listed if sentence.items else 0.7 if contents else 0.6
    if not _MUST_HOLD.search(words):
        confidence -= 0.15
    values: dict[str, object] = {"contents": contents} if contents else {}
    yield Hit("application", sentence, confidence, values, listed=True)


def decision(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds how and by when it is decided, and what follows a denial."""
    words = sentence.words
    if not _DECIDES.search(words) or not _DECIDED.search(sentence.context or words):
        return
    ruled = sentence.lead and keys_in("rulemaking", [words])
    if ruled or REVOKES.search(words) or MAKES_RULES.search(words):
        return
    actions = [name for name, sign in _ACTIONS if sign.search(words)]
    values: dict[str, object] = {}
    if "approve" in actions:
        values["actions"] = actions
        if acting := next(iter(bodies(words, known)), None):
            values["body"] = acting.role
    if within := _within(words):
        values["within"] = within
    if _REASONS.search(words):
        values["reasons"] = True
    if _AGAIN.search(words):
        values["resubmission"] = True
    strong = {"within", "reasons", "resubmission"} & set(values) or len(actions) > 1
    yield Hit("decision", sentence, 0.85 if strong else 0.6, values)


def _within(words: str) -> str:
    """Reads a deadline: so many days after receipt or submission; "" where there is none."""
    for amount in durations(words):
        if getattr(amount.value, "unit", "") not in {"day", "business-day", "month"}:
            continue
        after = words[amount.end : amount.end + 40]
        event = next((name for name, sign in _EVENTS if sign.search(after)), "")
        if event and _BEFORE.search(words[: amount.start]):
            return f"{str(amount.value).removeprefix('up to ')} after {event}"
    return ""
