"""Rules for who must agree: votes by a share, and the approval of a board."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from billkit.reading.amounts import Amount, shares
from billkit.reading.hits import Hit, pattern
from billkit.reading.sentences import Sentence

__all__ = ["approval_threshold"]

_VOTER = pattern(
    r"""
    \b (?:
      (?P<eligible_employees> eligible \s+ (?: school \s+ )? employees?
        | employees \s+ (?: who \s+ are \s+ )? eligible \s+ to \s+ vote )
    | (?P<school_accountability_committee> school \s+ accountability \s+ committee )
    | (?P<governing_board>
          (?: membership | members ) \s+ of \s+ the \s+ (?: school | local | governing )? \s* board
        | (?: local \s+ | school \s+ | governing \s+ | district \s+ ){1,2}
          (?: boards? | committees? | body )
          (?: \s+ of \s+ (?: education | trustees | directors ) )?
        | board \s+ of \s+ (?: trustees | directors | education ) | governing \s+ boards? )
    | (?P<licensed_staff> (?: licensed | certified | certificated ) \s+
          (?: staff | employees | educators | personnel | teachers ) )
    | (?P<classified_staff> classified \s+ (?: staff | employees | personnel ) )
    | (?P<administrators> administrators? )
    | (?P<teachers> teachers? | faculty | instructional \s+ staff | educators )
    | (?P<employees> employees | staff | personnel )
    | (?P<parents> parents? (?: \s+ (?: or | and ) \s+ (?: legal \s+ )? guardians )? | families )
    | (?P<students> students )
    | (?P<members> partners? | members )
    )
    """
)
_ASKED = pattern(
    r"""
    \b (?: votes? | voting | voted | consent s? | approv\w+ | ballots? | support | agree\w*
      | affirmative | concurrence | unanimous\w* | petition )\b
    """
)
_THING = pattern(
    r"""
    \b (?: plans? | proposals? | applications? | appl(?:y|ies) | designat\w+ | innovation
      | zones? | waivers? | revis\w+ | partners? (?:hip)? | participat\w+ | included? | adopt\w*
      | amend\w* | exempt\w* )\b
    """
)
_CHOOSES = pattern(
    r"""
    \b (?: elected | selected \s+ (?:by|to) | appointed | quorum | chair | officers? ) \b
    """
)
_APPROVED_BY = pattern(
    r"""
    (?: \b (?: upon | with | after | obtain\w* | requires? | subject \s+ to
      | without ) \s+ (?: the \s+ )? (?: prior \s+ )? approval \s+ (?: by | of | from )
      | (?<! if )(?<! be )(?<! been ) \s approved \s+ by | \b has \s+ been \s+ approved \s+ by
        | \b shall \s+ be \s+ approved \s+ by | \b must \s+ be \s+ approved \s+ by
        | \b and \s+ approved \s+ by )
    \s+ (?: the | each | a | its | both \s+ the )? \s* (?: school \s+ district \s+ | local \s+
      | public \s+ )?
    (?P<board> (?: school | local | governing | district
      | county ) \s+ (?: district \s+ )? (?: board | body
      | committee ) (?: \s+ of \s+ (?: education | trustees
      | directors ) )? (?: \s+ or \s+ governing \s+ board )? | board \s+ of \s+ (?: trustees
      | directors ) )
    | \b approved \s+ by \s+ (?: motion | resolution
      | vote ) \s+ of \s+ the \s+ (?: \w+ \s+ )? board
    | (?P<each> \b (?: the | each ) \s+ governing \s+ boards? \s+ (?: for
      | of ) \s+ each \s+ \w+ \s+ (?: must | shall ) \s+ approve )
    """
)
_STAGES = (
    ("revise", pattern(r"\b (?: revis\w+ | amend\w* | modif\w+ ) \b")),
    ("renew", pattern(r"\b renew\w* \b")),
    ("withdraw", pattern(r"\b (?: withdraw\w* | rescind\w* | terminat\w+ ) \b")),
    (
        "apply",
        pattern(
            r"""
            \b (?: appl(?:y|ies|ication) | seek\w* | submit\w* | submission | included?
              | eligible \s+ to \s+ participate | petition ) \b
            """
        ),
    ),
    ("approve", pattern(r"\b (?: adopt\w* | approv\w+ | designat\w+ ) \b")),
)
_LINK = pattern(
    r"""
    (?: \s+ (?: affirmative | majority | of )? \s* (?: vote | approval | consent | agreement
      | support )? )? \s* (?: of | by | from ) \s+
    """
)
_VOTED = pattern(r"\s+ (?: vote | approval | consent ) \b")
_SECRET = pattern(r"\b secret \s+ ballot")
_BALLOT = pattern(r"\b secret \s+ ballot \s+ vote | \b vote \s+ by \s+ secret \s+ ballot")
_CONSENT = pattern(r"\b consents? \b")
_EACH_SCHOOL = pattern(r"\b (?: in | at | of | by ) \s+ each \s+ (?: \w+ \s+ ){0,3} school \b")
_BASES = (
    ("eligible", pattern(r"\b eligible \b")),
    ("voting", pattern(r"\b (?: voting | votes \s+ cast | who \s+ vote ) \b")),
    ("present", pattern(r"\b present \b")),
)
_NEAR = 30


def approval_threshold(sentence: Sentence, known: Mapping[str, str]) -> Iterator[Hit]:
    """Finds who must vote for it, by what share, and boards that must approve."""
    del known
    words, text = sentence.words, sentence.whole
    if not _THING.search(f"{text} {sentence.heading}"):
        return
    stage = _stage(words)
    part = stage if stage in {"revise", "renew", "withdraw"} else ""
    votes = _share_votes(words) if _ASKED.search(text) else []
    if votes:
        if not _CHOOSES.search(words):
            manner = _manner(sentence, stage)
            said = [{**vote, **manner} for vote in votes]
            yield Hit("approval-threshold", sentence, 0.9, {"votes": said}, part=part)
    elif _BALLOT.search(words):
        yield Hit("approval-threshold", sentence, 0.8)
    elif (match := _APPROVED_BY.search(text)) and match.end() > sentence.start:
        asked = {"body": "governing-board", "act": "approval"}
        asked |= {"stage": stage} if stage else {}
        yield Hit("approval-threshold", sentence, 0.75, {"votes": [asked]}, part=part)


def _manner(sentence: Sentence, stage: str) -> dict[str, object]:
    """Says when, how and where one votes, as far as the sentence says it."""
    out: dict[str, object] = {"stage": stage} if stage else {}
    if _SECRET.search(sentence.whole):
        out["ballot"] = "secret"
    if _CONSENT.search(sentence.words):
        out["act"] = "consent"
    if _EACH_SCHOOL.search(sentence.words):
        out["each"] = "school"
    return out


def _share_votes(words: str) -> list[dict[str, object]]:
    """Reads shares with their voters: ``sixty percent of the eligible employees``."""
    return [vote for amount in shares(words) if (vote := _vote(words, amount))]


def _vote(words: str, amount: Amount) -> dict[str, object]:
    """Reads the voters of a share: after it as a rule, before it where a vote follows it."""
    after = words[amount.end : amount.end + 90]
    link = _LINK.match(after)
    voter = _VOTER.search(after)
    if link and voter and voter.start() <= link.end() + _NEAR and "." not in after[: voter.start()]:
        out: dict[str, object] = {"share": str(amount.value), "body": _voter(voter)}
        counted = [base for base, p in _BASES if p.search(after[: voter.end() + _NEAR])]
        return out | ({"base": counted[0]} if counted else {})
    earlier = list(_VOTER.finditer(words[max(amount.start - 60, 0) : amount.start]))
    if earlier and _VOTED.match(after):
        return {"share": str(amount.value), "body": _voter(earlier[-1])}
    return {}


def _voter(match: re.Match[str]) -> str:
    """Gives the slug of the voters that were matched."""
    return str(match.lastgroup).replace("_", "-")


def _stage(words: str) -> str:
    """Says at which step the vote is needed, where the words say it."""
    return next((stage for stage, p in _STAGES if p.search(words)), "")
