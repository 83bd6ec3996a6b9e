"""Puts a clause in words, and changes it until they are the words of the draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from billkit.clauses.clause import Clause
from billkit.reading.recovery.changing import Place, changes
from billkit.reading.recovery.fields import choices, own_fields
from billkit.reading.recovery.guessing import Data
from billkit.reading.recovery.speaking import Cue, Region, Speaker

__all__ = ["Attempt", "attempted", "repaired", "settled", "shown"]

_ENOUGH = 12
_KEPT = frozenset({"id", "variant"})


@dataclass(frozen=True, slots=True)
class Attempt:
    """A clause that was tried: its words, and how many letters of them are those of the draft.

    ``foreign`` counts the words that the draft does not have at all in that place. An ``exact``
    attempt leaves out nothing that the clause filled in.
    """

    clause: Clause
    words: str
    agreed: int
    exact: bool
    foreign: int = 0

    @property
    def rank(self) -> tuple[bool, int, int]:
        """How good it is, for comparing."""
        return self.exact, self.agreed, -self.foreign

    @property
    def length(self) -> int:
        """How many letters the clause takes up."""
        return len(self.words)


def attempted(cls: type[Clause], data: Data, region: Region, speaker: Speaker) -> Attempt | None:
    """Puts a clause in words and counts how many of them are those of the draft.

    Args:
        cls: The class of the clause.
        data: Its fields.
        region: Where the words of the clause begin.
        speaker: Puts clauses in words.

    Returns:
        The attempt; None where the fields contradict each other or have no words.
    """
    try:
        clause = cls.model_validate(data)
    except ValidationError:
        return None
    words = speaker.say(clause)
    if words is None:
        return None
    text = region.stream.text[region.start :]
    agreed = _agreed(words, text)
    ends = text[agreed : agreed + 1] in {"", " "} and region.start + agreed >= region.last
    exact = agreed == len(words) and ends and (not region.alone or agreed == len(text))
    foreign = 0
    if not exact:
        rest, there = Counter(words[agreed:].split()), Counter(region.text[agreed:].split())
        foreign = (rest - there).total()
    return Attempt(clause, words, agreed, exact, foreign)


def _agreed(words: str, text: str) -> int:
    """Counts the letters that two texts have in common from their beginnings on."""
    alike, unlike = 0, min(len(words), len(text)) + 1
    while unlike - alike > 1:
        middle = (alike + unlike) // 2
        if words[:middle] == text[:middle]:
            alike = middle
        else:
            unlike = middle
    return alike


def settled(cls: type[Clause], data: Data) -> Data:
    """Leaves out of a guess what the clause cannot hold, as little as can be.

    Args:
        cls: The class of the clause.
        data: The guess, with ``id`` and ``variant``.
    """
    given = dict(data)
    for _ in range(len(data)):
        try:
            cls.model_validate(given)
        except ValidationError as error:
            named = [str(fault["loc"][0]) for fault in error.errors() if fault["loc"]]
            wrong = {name.replace("-", "_") for name in named} & (set(given) - _KEPT)
        else:
            return given
        gone = wrong or _one_too_many(cls, given)
        given = {field: value for field, value in given.items() if field not in gone}
    return {field: data[field] for field in _KEPT}


def _one_too_many(cls: type[Clause], given: Data) -> set[str]:
    """Finds a field without which a clause is right; all of them where there is none."""
    fields = [field for field in given if field not in _KEPT]
    for field in fields:
        try:
            cls.model_validate({name: value for name, value in given.items() if name != field})
        except ValidationError:
            continue
        return {field}
    return set(fields)


def repaired(  # noqa: PLR0913 - what is tried, and against what
    cls: type[Clause],
    data: Data,
    region: Region,
    speaker: Speaker,
    cues: Sequence[Cue],
    *,
    most: int,
) -> tuple[Data, Attempt | None]:
    """Looks for the fields that give a clause the words of the draft.

    Each step takes up the first word that differs and tries what could have put it there; the
    change after which most words agree is kept.

    Args:
        cls: The class of the clause.
        data: The first guess, with ``id`` and ``variant``.
        region: Where the words of the clause begin.
        speaker: Puts clauses in words.
        cues: The words of every value that the text tells apart.
        most: How many changes are tried at most.

    Returns:
        The fields, and the attempt they make: None where not even the guess can be put in words.
    """
    data = settled(cls, data)
    best = attempted(cls, data, region, speaker)
    fields = speaker.fields(cls.model_fields["kind"].default, data["variant"])
    tried = 0
    while best is not None and not best.exact and tried < most:
        place = Place(region, region.start + best.agreed, cues, speaker.names, fields)
        ways = islice(changes(cls, data, place), most - tried)
        count, better = _better(cls, ways, best, region, speaker)
        tried += count
        if better is None:
            break
        data, best = better
    return data, best


def _better(
    cls: type[Clause], ways: Iterator[Data], best: Attempt, region: Region, speaker: Speaker
) -> tuple[int, tuple[Data, Attempt] | None]:
    """Finds the change after which most words agree; a large gain is taken at once.

    Counts the changes that were looked at, as well.
    """
    found: tuple[Data, Attempt] | None = None
    tried: list[Data] = []
    for change in ways:
        if change in tried:
            continue
        tried.append(change)
        attempt = attempted(cls, change, region, speaker)
        least = (found[1] if found is not None else best).rank
        if attempt is not None and attempt.rank > least:
            found = change, attempt
            if attempt.exact or attempt.agreed >= best.agreed + _ENOUGH:
                break
    return len(tried), found


def shown(attempt: Attempt, region: Region, speaker: Speaker) -> frozenset[str]:
    """Names the fields of a clause that its words tell: with another value they would be others.

    Fields that are empty say nothing and are not named.
    """
    clause = attempt.clause
    read = speaker.fields(clause.kind, clause.variant)
    end = region.start + attempt.length
    filled = {tag.field.replace("-", "_") for tag in region.tags if tag.start < end}
    return frozenset(
        field
        for field, info in own_fields(type(clause)).items()
        if field in read
        and (value := getattr(clause, field)) not in (None, False, ())
        and (field in filled or _tells(attempt, field, _instead(value, info), speaker))
    )


def _instead(value: object, info: FieldInfo) -> list[object]:
    """Gives values that a field could have in place of the one it has."""
    if isinstance(value, tuple):
        return [value[:-1], value[1:]]
    return [other for other in (*choices(info.annotation), None) if other != value]


def _tells(attempt: Attempt, field: str, others: Sequence[object], speaker: Speaker) -> bool:
    """Whether a clause has other words where a field has another value."""
    said = (speaker.say(attempt.clause.model_copy(update={field: other})) for other in others)
    return any(words is not None and words != attempt.words for words in said)
