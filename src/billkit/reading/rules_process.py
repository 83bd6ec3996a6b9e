"""Rules for the way of a plan: who applies, with what, who decides, reports, reviews, revokes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from billkit.reading.amounts import NUMBER, durations
from billkit.reading.bodies import bodies
from billkit.reading.hits import Hit, pattern
from billkit.reading.sentences import Sentence
from billkit.reading.topics import keys_in

__all__ = [
    "advisory_panel",
    "application",
    "decision",
    "eligibility",
    "evaluation",
    "reporting",
    "revocation",
    "rulemaking",
]

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
_SIZE = pattern(
    rf"""
    \b (?: (?: composed | consist\w* | comprised ) \s+ of
      | of ) \s+ (?P<count> {NUMBER} ) \s+ members
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
_REVOKES = pattern(
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
_RULES = pattern(
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
    if ruled or _REVOKES.search(words) or _RULES.search(words):
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
    match = _REVOKES.search(words)
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
    match = _RULES.search(words)
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
