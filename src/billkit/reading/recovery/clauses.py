"""Finds the clauses of a draft again, with every field that its words show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from billkit.clauses.catalogue import CLAUSES, KINDS
from billkit.clauses.clause import Clause
from billkit.clauses.names import Names
from billkit.reading.recovery.attempting import Attempt, attempted, repaired, settled, shown
from billkit.reading.recovery.guessing import Data, guess
from billkit.reading.recovery.speaking import Cue, Region, Speaker
from billkit.reading.recovery.streams import NAMES, Stream

__all__ = ["Recovered", "Recovery", "clauses_of", "kinds_like", "kinds_of", "owner_of"]

_ALTERNATIVE = re.compile(r"\[Alternative (?P<letter>[^\]]+)\]")
_LEAST = 16
_BEGUN = 8
_FEW = 2
_UNTOLD = 150
"""How many changes are tried of a text none of whose words bears a tag."""
_ROUNDS = (50, 250)
"""How many changes are tried of each text that a clause may have, the first time and the second."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """A clause found again.

    ``exact`` clauses, put in words again, give the draft's own words to the letter. Where a field
    makes no difference to the words, it has the value it has where a bill says nothing: ``shown``
    are those that do make one.
    """

    clause: Clause
    exact: bool
    shown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a draft was made of, as far as its words show it.

    ``names`` holds the names of the bill where they are not those of the state's style.
    """

    clauses: tuple[Recovered, ...]
    names: Names


def kinds_of(streams: Sequence[Stream]) -> Mapping[str, tuple[str, ...]]:
    """Tells the kinds that every clause can be of that filled something in, the likeliest first.

    The id of a clause is as a rule its kind or holds it; else its fields tell.
    """
    fields: dict[str, set[str]] = {}
    for stream in streams:
        for tag in stream.tags:
            if tag.clause != NAMES:
                fields.setdefault(tag.clause, set()).add(tag.field.replace("-", "_"))
    return {id_: found for id_, filled in fields.items() if (found := kinds_like(id_, filled))}


def kinds_like(id_: str, fields: Collection[str]) -> tuple[str, ...]:
    """Tells the kinds that a clause can be of, from its id and the fields that it filled in.

    Example:
        >>> kinds_like("second-term", {"initial"}), kinds_like("odd", {"uncertified_share"})
        (('term',), ('non-waivable',))
    """
    fields = set(fields)
    fitting = [kind for kind, cls in CLAUSES.items() if fields <= set(cls.model_fields)]
    if id_ in fitting:
        return (id_,)
    inside = [kind for kind in fitting if re.search(rf"(?:^|-){kind}(?:-|$)", id_)]
    return (max(inside, key=len),) if inside else tuple(fitting)


def owner_of(streams: Sequence[Stream], provision: str) -> str | None:
    """Finds the clause to which a provision belongs: the first that filled something in in it.

    A provision in which nothing is filled in belongs to the clause of the words before it.
    """
    for stream in streams:
        lines = [
            line
            for line in stream.lines
            if stream.section == provision or f"{line.provision}/".startswith(f"{provision}/")
        ]
        if lines:
            tags = [tag for tag in stream.tags if tag.clause != NAMES]
            inside = [t for t in tags if any(x.start <= t.start < x.end for x in lines)]
            before = [t for t in tags if t.start < lines[0].start]
            found = inside[:1] or before[-1:] or tags[:1]
            return found[0].clause if found else None
    return None


def clauses_of(streams: Sequence[Stream], speaker: Speaker) -> tuple[Recovered, ...]:
    """Finds the clauses of a draft, in the order of its words.

    Args:
        streams: The words of its sections.
        speaker: Puts clauses in words as the draft does.
    """
    kinds = kinds_of(streams)
    resolved = [_resolved(stream, streams) for stream in streams]
    found: list[Recovered] = []
    for stream in resolved:
        found += _in_section(stream, kinds, speaker, {each.clause.id for each in found})
    return tuple(found)


def _resolved(stream: Stream, streams: Sequence[Stream]) -> Stream:
    """Puts the clauses that references mean in the place of the provisions they point at."""
    tags = tuple(
        replace(tag, ref=owner_of(streams, tag.ref)) if tag.ref is not None else tag
        for tag in stream.tags
    )
    return replace(stream, tags=tags)


def _in_section(
    stream: Stream, kinds: Mapping[str, tuple[str, ...]], speaker: Speaker, known: set[str]
) -> list[Recovered]:
    """Gives the clauses of one section, each where the one before it ends.

    A provision that no clause says may have been added to the clause before it by hand: that
    clause is not exact then.
    """
    place, done = 0, set(known)
    found: list[Recovered] = []
    while place < len(stream.text):
        later = (t.clause for t in stream.tags if t.clause in kinds and t.start >= place)
        ahead = [id_ for id_ in dict.fromkeys(later) if id_ not in done]
        attempt = _attempt(stream, place, ahead, kinds, speaker, done)
        if (end := _stray(stream, place, attempt, ahead)) is not None:
            found[-1:] = [Recovered(each.clause, exact=False) for each in found[-1:]]
            place = end
            continue
        if attempt is not None:
            done.add(attempt.clause.id)
            region = Region(stream, attempt.clause.id, place, len(stream.text))
            told = shown(attempt, region, speaker) if attempt.exact else frozenset[str]()
            found.append(Recovered(attempt.clause, attempt.exact, told))
        else:
            done.update(ahead[:1])
        place = _next(stream, place, attempt, ahead)
    return found


def _attempt(  # noqa: PLR0913, PLR0917 - where the clause begins, and what is known so far
    stream: Stream,
    place: int,
    ahead: Sequence[str],
    kinds: Mapping[str, tuple[str, ...]],
    speaker: Speaker,
    done: set[str],
) -> Attempt | None:
    """Finds the clause that begins at a place: the next that filled something in, or another."""
    attempt = None
    if ahead:
        limit = _limit(stream, place, ahead[0])
        region = Region(stream, ahead[0], place, limit, alone=len(ahead) == 1)
        attempt = _tried(region, kinds[ahead[0]], speaker)
    if attempt is not None and attempt.exact:
        return attempt
    taken = {kind for found in kinds.values() if len(found) == 1 for kind in found}
    return _untagged(stream, place, {*taken, *done}, speaker) or attempt


def _stray(stream: Stream, place: int, attempt: Attempt | None, ahead: Sequence[str]) -> int | None:
    """Finds the end of a provision that no clause says; None where the next clause says it."""
    if attempt is not None and (attempt.exact or attempt.agreed >= _BEGUN):
        return None
    end = min((line.end for line in stream.lines if line.end > place), default=len(stream.text))
    own = any(t.clause in ahead[:1] and place <= t.start < end for t in stream.tags)
    return None if own else end + 1


def _next(stream: Stream, place: int, attempt: Attempt | None, ahead: Sequence[str]) -> int:
    """Finds where the next clause begins: after an exact one, else where the next can."""
    if attempt is not None and attempt.exact:
        return place + attempt.length + 1
    gone = attempt.clause.id if attempt is not None else next(iter(ahead), None)
    later = [id_ for id_ in ahead if id_ != gone]
    for tag in stream.tags:
        if later and tag.clause == later[0] and tag.start > place:
            starts = [line.start for line in stream.lines if line.start <= tag.start]
            return max([place + 1, *starts])
    return len(stream.text)


def _tried(region: Region, kinds: Sequence[str], speaker: Speaker) -> Attempt | None:
    """Tries the texts there are for some kinds, those first that begin as the draft does."""
    tries: list[_Try] = []
    for kind in kinds:
        for each in _guesses(region, kind, speaker):
            if each.first is not None and each.first.exact:
                return each.first
            tries.append(each)
    best: Attempt | None = None
    ranked = sorted(tries, key=lambda each: each.rank, reverse=True)
    for most in _ROUNDS:
        for place, each in enumerate(ranked):
            again = most > _ROUNDS[0]
            if again and best is not None and each.agreed < best.agreed // 2:
                continue
            data, attempt = repaired(each.cls, each.data, region, speaker, each.cues, most=most)
            ranked[place] = replace(each, data=data, first=attempt)
            if attempt is not None and (best is None or attempt.rank > best.rank):
                best = attempt
            if best is not None and best.exact:
                return best
    return best


def _guesses(region: Region, kind: str, speaker: Speaker) -> Iterator[_Try]:
    """Yields a first guess for each text that there is for a kind."""
    cls = CLAUSES[kind]
    for variant in speaker.variants(kind):
        cues = speaker.cues(region.clause, kind, variant)
        data = guess(cls, region, cues, speaker.names, speaker.fields(kind, variant))
        data = settled(
            cls, {**data, **_alternative(region), "id": region.clause, "variant": variant}
        )
        yield _Try(attempted(cls, data, region, speaker), cls, data, tuple(cues))


def _alternative(region: Region) -> Data:
    """Reads by what mark a clause is one of several to choose from."""
    marks = (_ALTERNATIVE.match(text) for text in region.texts("alternative"))
    return next(({"alternative": mark["letter"]} for mark in marks if mark), {})


@dataclass(frozen=True, slots=True)
class _Try:
    """A text that a clause may have, and a first guess at its fields."""

    first: Attempt | None
    cls: type[Clause]
    data: Data
    cues: tuple[Cue, ...]

    @property
    def agreed(self) -> int:
        """The letters that agree."""
        return self.first.agreed if self.first is not None else 0

    @property
    def rank(self) -> tuple[int, float]:
        """How well it begins: the letters that agree, then how few words are foreign."""
        first = self.first
        return (-1, 0.0) if first is None else (first.agreed, -first.foreign / first.length)


def _limit(stream: Stream, place: int, id_: str) -> int:
    """Finds where the words of a clause end at the latest: where another fills something in."""
    own = [tag.start for tag in stream.tags if tag.clause == id_ and tag.start >= place]
    last = max(own, default=place)
    others = [t.start for t in stream.tags if t.clause not in {id_, NAMES} and t.start > last]
    return min(others, default=len(stream.text))


def _untagged(stream: Stream, place: int, known: set[str], speaker: Speaker) -> Attempt | None:
    """Looks for a clause whose fields filled nothing in, among the kinds not found yet."""
    tries: list[tuple[Region, _Try]] = []
    for kind in KINDS:
        if kind in known:
            continue
        region = Region(stream, kind, place, _limit(stream, place, kind))
        for each in _guesses(region, kind, speaker):
            if each.first is not None and each.first.exact and each.first.length >= _LEAST:
                return each.first
            if each.agreed >= _BEGUN:
                tries.append((region, each))
    for region, each in sorted(tries, key=lambda pair: pair[1].rank, reverse=True)[:_FEW]:
        _, attempt = repaired(each.cls, each.data, region, speaker, each.cues, most=_UNTOLD)
        if attempt is not None and attempt.exact and attempt.length >= _LEAST:
            return attempt
    return None
