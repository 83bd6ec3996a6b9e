"""Rules for who grants and who must agree: authority and approval threshold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from billkit.clauses.counting import parse_count
from billkit.reading.amounts import NUMBER, shares
from billkit.reading.bodies import BODY, role_of
from billkit.reading.hits import Hit, pattern
from billkit.reading.sentences import Sentence

__all__ = ["approval_threshold", "authority"]

_VERB = r"(?: approve | adopt | designate | grant | waive | authorize | accept | enter \s+ into | allow | permit )"
_OBJECT = pattern(
    r"""
    \b (?: districts? | schools? | zones? | plans? | proposals? | applications? | waivers? | petitions?
      | requests? | designations? | exemptions? | statutes? | laws? | rules? | regulations? | equivalenc\w+
      | provisions? | contracts? | programs? | innovations? | variances? ) \b
    """
)
_ACTIVE = pattern(
    rf"""
    (?<! \w ) {BODY} (?P<between> [^.;:]{{0,140}}? )
    \b (?P<modal> may | shall \s+ have \s+ (?:the \s+)? authority \s+ to | has \s+ (?:the \s+)? authority \s+ to
        | is (?:\s+ hereby)? \s+ (?: authorized | empowered ) (?:\s+ and \s+ (?:empowered|directed|encouraged))? \s+ to
        | shall \s+ be \s+ authorized \s+ to | shall | must ) \s+ (?! not \b )
    (?: (?! not \b) \w+ly \s+ | either \s+ | review \s+ and \s+ (?: either \s+ )? )?
    (?P<verb> {_VERB} ) \b (?P<after> [^.;]{{0,200}} )
    """
)
_PASSIVE = pattern(
    rf"""
    (?: (?: \b be | \b is | \b are | \b as | \b been | \b if | \b when | \b upon )? \s+
        (?P<verb> approved | designated | granted | authorized | waived | approval | designation ) \s+
        (?: \w+ \s+ ){{0,2}} (?: by | of | from ) \s+ (?: the \s+ | a \s+ | its \s+ )?
      | \b (?: to | apply \s+ to | petition ) \s+ the \s+ (?= [^.;]{{0,80}} \b for \s+ (?: approval | designation | a \s+ waiver | all \s+ or | an? \s+ exemption | a \s+ grant ) )
    ) {BODY}
    """
)
_DECIDES = pattern(
    r"^ \s+ (?: or \s+ | , \s+ )+ (?: deny | disapprove | reject | refuse | decline )"
)
_CAP = pattern(
    rf"""
    \b (?: up \s+ to | (?: no | not ) \s+ (?: more | greater ) \s+ than | not \s+ (?: to \s+ )? exceed | at \s+ most
        | a \s+ (?: maximum | total ) \s+ of | limited \s+ to ) \s+ (?: a \s+ total \s+ of \s+ )?
    (?P<count> {NUMBER} ) \s+ (?: (?!percent|years?|days?|months?|weeks?|credits?) [\w-]+ \s+ ){{0,3}}?
    (?P<what> districts? | schools? | zones? | plans? | waivers? | applications? | partnerships? | proposals? )
    (?: \s+ (?: of \s+ innovation \s+ )? (?P<per> per \s+ (?:school \s+)? year | each \s+ (?:school \s+)? year | annually | a \s+ year | in \s+ any (?: \s+ one )? \s+ (?:school \s+)? year ) )?
    """
)
_OBJECTS = (
    (
        "waiver",
        pattern(
            r"\b (?: waivers? | exemptions? | statutes? | laws? | rules? | regulations? | equivalenc\w+ | variance )"
        ),
    ),
    (
        "zone",
        pattern(
            r"\b (?: districts? \s+ of \s+ innovation | innovation \s+ (?:school \s+)? (?:zones?|schools?|districts?) | schools? \s+ of \s+ innovation | zones? | innovative \s+ (?:school|district)\w* )"
        ),
    ),
    (
        "plan",
        pattern(
            r"\b (?: plans? | proposals? | applications? | requests? | petitions? | contracts? )"
        ),
    ),
)
_ACTIONS = {
    "approv": "approve",
    "designat": "designate",
    "grant": "grant",
    "waive": "grant",
    "accept": "accept",
}
_STATE = frozenset({"state-board", "chief", "department"})
_ASIDE = pattern(
    r"""
    \b (?: budget | appropriat | textbook | diploma | tuition | bonds? | licen[sc]e | certificates? | credits?
      | travel | leave | rules? \s+ (?:necessary|to \s+ implement) ) \b
    """
)


def authority(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds which body may approve, designate, grant or waive what."""
    text = sentence.whole
    for match in _ACTIVE.finditer(text):
        if match.end("verb") <= sentence.start or _negated(text, match):
            continue
        if hit := _active(sentence, match, known):
            yield hit
            return
    for match in _PASSIVE.finditer(sentence.words):
        role = role_of(match, known)
        if not role or not _OBJECT.search(sentence.words):
            continue
        confidence = 0.65 if role in _STATE else 0.6
        values: dict[str, object] = {"body": role}
        if target := _object(sentence.words):
            values["object"] = target
        yield Hit("authority", sentence, confidence, values)
        return


def _active(sentence: Sentence, match: re.Match[str], known: Mapping[str, str]) -> Hit | None:
    """Weighs a body with its verb: who acts, how strongly, on what."""
    role = role_of(match, known)
    after = match["after"]
    verb, modal = match["verb"].casefold(), match["modal"].casefold()
    if not role or not _OBJECT.search(after) or _ASIDE.search(after[:60]):
        return None
    if verb in {"allow", "permit", "enter into", "adopt"} and not re.search(
        r"waive|exempt|innovat|contract", after
    ):
        return None
    power = "shall" if modal in {"shall", "must"} else "may"
    confidence = 0.9 if power == "may" else 0.8
    if role not in _STATE:
        confidence -= 0.15
    if _DECIDES.search(after):
        confidence -= 0.1 if power == "may" else 0.18
    if sentence.lead and match.start() >= sentence.start:
        confidence -= 0.1
    values: dict[str, object] = {"body": role, "power": power}
    if action := next((name for head, name in _ACTIONS.items() if verb.startswith(head)), ""):
        values["action"] = action
    target = "waiver" if verb == "waive" else _object(after)
    if target:
        values["object"] = target
    if caps := _caps(match.group()):
        values["caps"] = caps
    return Hit("authority", sentence, confidence, values)


def _negated(text: str, match: re.Match[str]) -> bool:
    """Whether the verb is denied, or the body stands in another clause than the verb."""
    between = match["between"] or ""
    if re.search(r"\b(?:shall|may|must)\b|\bby\b.{0,40}$", between, re.IGNORECASE):
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
        out.append(
            f"{count} {'per school year' if 'school' in per else 'per year' if per else 'in total'}"
        )
    return list(dict.fromkeys(out))


_VOTERS = (
    (
        "eligible-employees",
        r"eligible \s+ (?: school \s+ )? employees? | employees \s+ (?: who \s+ are \s+ )? eligible \s+ to \s+ vote",
    ),
    ("school-accountability-committee", r"school \s+ accountability \s+ committee"),
    (
        "governing-board",
        r"(?: membership | members ) \s+ of \s+ the \s+ (?: school | local | governing )? \s* board | (?: local \s+ | school \s+ | governing \s+ | district \s+ ){1,2} (?: boards? | committees? | body ) (?: \s+ of \s+ (?:education|trustees|directors) )? | board \s+ of \s+ (?: trustees | directors | education ) | governing \s+ boards?",
    ),
    (
        "licensed-staff",
        r"(?: licensed | certified | certificated ) \s+ (?: staff | employees | educators | personnel | teachers )",
    ),
    ("classified-staff", r"classified \s+ (?: staff | employees | personnel )"),
    ("administrators", r"administrators?"),
    ("teachers", r"teachers? | faculty | instructional \s+ staff | educators"),
    ("employees", r"employees | staff | personnel"),
    ("parents", r"parents? (?: \s+ (?:or|and) \s+ (?:legal \s+)? guardians )? | families"),
    ("students", r"students"),
    ("members", r"partners? | members"),
)
_VOTER = pattern("|".join(rf"(?P<{name.replace('-', '_')}> \b (?: {p} ) )" for name, p in _VOTERS))
_ASKED = pattern(
    r"\b (?: votes? | voting | voted | consent s? | approv\w+ | ballots? | support | agree\w* | affirmative | concurrence | majority | unanimous\w* | petition )\b"
)
_THING = pattern(
    r"\b (?: plans? | proposals? | applications? | appl(?:y|ies) | designat\w+ | innovation | zones? | waivers? | revis\w+ | partners? (?:hip)? | participat\w+ | included? | adopt\w* | amend\w* | exempt\w* )\b"
)
_CHOOSES = pattern(
    r"\b (?: elected | selected \s+ (?:by|to) | appointed | quorum | chair | officers? ) \b"
)
_APPROVED_BY = pattern(
    rf"""
    (?: \b (?: upon | with | after | obtain\w* | requires? | subject \s+ to | without ) \s+ (?: the \s+ )? (?: prior \s+ )? approval \s+ (?: by | of | from )
      | (?<! if )(?<! be )(?<! been ) \s approved \s+ by | \b has \s+ been \s+ approved \s+ by | \b shall \s+ be \s+ approved \s+ by | \b must \s+ be \s+ approved \s+ by | \b and \s+ approved \s+ by )
    \s+ (?: motion \s+ of \s+ )? (?: the | each | a | its | both \s+ the )? \s* (?: school \s+ district \s+ | local \s+ | public \s+ )?
    (?P<board> (?: school | local | governing | district | county ) \s+ (?: district \s+ )? (?: board | body | committee ) (?: \s+ of \s+ (?: education | trustees | directors ) )? (?: \s+ or \s+ governing \s+ board )? | board \s+ of \s+ (?: trustees | directors ) )
    | (?P<each> \b (?: the | each ) \s+ governing \s+ boards? \s+ (?: for | of ) \s+ each \s+ \w+ \s+ (?: must | shall ) \s+ approve )
    """
)
_STAGES = (
    ("revise", pattern(r"\b (?: revis\w+ | amend\w* | modif\w+ ) \b")),
    ("renew", pattern(r"\b renew\w* \b")),
    ("withdraw", pattern(r"\b (?: withdraw\w* | rescind\w* | terminat\w+ ) \b")),
    (
        "apply",
        pattern(
            r"\b (?: appl(?:y|ies|ication) | seek\w* | submit\w* | submission | included? | eligible \s+ to \s+ participate | petition ) \b"
        ),
    ),
    ("approve", pattern(r"\b (?: adopt\w* | approv\w+ | designat\w+ ) \b")),
)


def approval_threshold(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds who must vote for it, by what share, and boards that must approve."""
    del known
    words = sentence.words
    text = sentence.whole
    if not _THING.search(f"{text} {sentence.heading}"):
        return
    votes = _share_votes(words) if _ASKED.search(text) else []
    if votes and _CHOOSES.search(words):
        return
    if votes:
        stage = _stage(words)
        ballot = "secret" if re.search(r"\bsecret\s+ballot", text, re.IGNORECASE) else ""
        for vote in votes:
            if stage:
                vote["stage"] = stage
            if ballot:
                vote["ballot"] = ballot
            if re.search(r"\bconsents?\b", words, re.IGNORECASE):
                vote["act"] = "consent"
            if re.search(r"\b(?:in|at|of|by) each (?:\w+ ){0,3}school\b", words, re.IGNORECASE):
                vote["each"] = "school"
        yield Hit("approval-threshold", sentence, 0.9, {"votes": votes}, part=_part(stage))
        return
    if re.search(r"\bsecret\s+ballot\s+vote|\bvote\s+by\s+secret\s+ballot", words, re.IGNORECASE):
        yield Hit("approval-threshold", sentence, 0.8)
        return
    if match := _APPROVED_BY.search(text):
        if match.end() <= sentence.start:
            return
        vote: dict[str, object] = {"body": "governing-board", "act": "approval"}
        stage = _stage(words)
        if stage:
            vote["stage"] = stage
        yield Hit("approval-threshold", sentence, 0.75, {"votes": [vote]}, part=_part(stage))


def _part(stage: str) -> str:
    """Parts the votes of later steps from those on the first plan."""
    return stage if stage in {"revise", "renew", "withdraw"} else ""


def _share_votes(words: str) -> list[dict[str, object]]:
    """Reads shares with their voters: ``sixty percent of the eligible employees``."""
    out: list[dict[str, object]] = []
    for amount in shares(words):
        after = words[amount.end : amount.end + 90]
        before = words[max(amount.start - 60, 0) : amount.start]
        link = re.match(
            r"(?:\s+(?:affirmative|majority|of)?\s*(?:vote|approval|consent|agreement|support)?)?\s*(?:of|by|from)\s+(?:all\s+)?(?:the\s+|its\s+|initial\s+|\w+\s+){0,4}?",
            after,
            re.IGNORECASE,
        )
        voter = _VOTER.search(after)
        if (
            link
            and voter
            and voter.start() <= link.end() + _NEAR
            and "." not in after[: voter.start()]
        ):
            vote: dict[str, object] = {"share": str(amount.value), "body": _voter(voter)}
            if re.search(r"\beligible\b", after[: voter.end()], re.IGNORECASE):
                vote["base"] = "eligible"
            elif re.search(r"\b(?:voting|votes cast|who vote)\b", after, re.IGNORECASE):
                vote["base"] = "voting"
            elif re.search(r"\bpresent\b", after, re.IGNORECASE):
                vote["base"] = "present"
            out.append(vote)
        elif re.match(r"\s+(?:vote|approval|consent)\b", after, re.IGNORECASE) and (
            earlier := list(_VOTER.finditer(before))
        ):
            out.append({"share": str(amount.value), "body": _voter(earlier[-1])})
    return out


_NEAR = 30


def _voter(match: re.Match[str]) -> str:
    """Gives the slug of the voters that were matched."""
    return next(name for name, _ in _VOTERS if match[name.replace("-", "_")])


def _stage(words: str) -> str:
    """Says at which step the vote is needed, where the words say it."""
    return next((stage for stage, p in _STAGES if p.search(words)), "")
