"""Compares whole codes: two collections of sections, of which only what changed is ever parsed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from billkit.comparison.comparing import compare_documents
from billkit.comparison.ends import common_ends
from billkit.comparison.resting import without_search_for_cycles
from billkit.comparison.result import Comparison
from billkit.comparison.similarity import STOP_WORDS
from billkit.tree import Document

__all__ = ["CodeComparison", "Relocation", "compare_codes"]

Reader: TypeAlias = Callable[[str, str], Document]
"""Reads a section: takes its name and its text."""

_TOKEN = re.compile(r"[^\W_]+")
_PHRASE = 4
_COMMON = 12
_ALIKE = 0.5
_MARGIN = 0.02
_UNRELATED = 0.2
_FEWEST = 8
_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Relocation:
    """Says that a section stands under another name: ``score`` is the share of common words."""

    enacted: str
    proposed: str
    score: float


@dataclass(frozen=True, slots=True)
class CodeComparison:
    """Holds what differs between two collections of sections.

    ``equal`` counts the sections whose text is the same; ``changed`` holds a comparison for every
    other section that stands on both sides, under both names where it was relocated;
    ``relocated`` lists these. What was not found again is ``deleted`` or ``inserted``; a name
    used again for other text is both.
    """

    equal: int
    changed: Mapping[tuple[str, str], Comparison]
    relocated: tuple[Relocation, ...]
    deleted: tuple[str, ...]
    inserted: tuple[str, ...]


@without_search_for_cycles()
def compare_codes(
    enacted: Mapping[str, str],
    proposed: Mapping[str, str],
    *,
    read: Reader,
    context: Literal["law", "text"] = "law",
    marks: Literal["readable", "minimal"] = "readable",
) -> CodeComparison:
    """Compares two collections of sections.

    Equal names are no proof: where the texts under one name have next to nothing in common, the
    name was used again, and both texts are looked for elsewhere. What is found for one section
    does not depend on the order of the rest.

    Args:
        enacted: The enacted texts under the sections' names.
        proposed: The proposed texts under the sections' names.
        read: Reads one section; called only for what changed.
        context: As in `compare_documents`.
        marks: As in `compare_documents`.
    """
    differing = [name for name, text in enacted.items() if proposed.get(name, text) != text]
    equal = sum(1 for name in enacted if name in proposed) - len(differing)
    reused = {name for name in differing if _is_other(enacted[name], proposed[name])}
    gone = {name: t for name, t in enacted.items() if name not in proposed or name in reused}
    added = {name: t for name, t in proposed.items() if name not in enacted or name in reused}
    relocated = tuple(
        sorted(_relocations(gone, added), key=lambda one: (one.enacted, one.proposed))
    )
    pairs = [(name, name) for name in differing if name not in reused]
    pairs.extend((one.enacted, one.proposed) for one in relocated)
    changed = {
        (name, other): compare_documents(
            read(name, enacted[name]), read(other, proposed[other]), context=context, marks=marks
        )
        for name, other in sorted(pairs)
    }
    found, taken = {one.enacted for one in relocated}, {one.proposed for one in relocated}
    return CodeComparison(
        equal=equal,
        changed=changed,
        relocated=relocated,
        deleted=tuple(sorted(gone.keys() - found)),
        inserted=tuple(sorted(added.keys() - taken)),
    )


def _is_other(enacted: str, proposed: str) -> bool:
    """Says whether two texts under one name have next to nothing in common."""
    start, end = common_ends(enacted, proposed)
    if (start + end) * 2 > max(len(enacted), len(proposed)):
        return False
    return _share(_telling(enacted), _telling(proposed)) < _UNRELATED


def _telling(text: str) -> Counter[str]:
    """Counts the words of a text that tell something."""
    words = Counter(_TOKEN.findall(text.casefold()))
    for word in STOP_WORDS & words.keys():
        del words[word]
    return words


def _share(enacted: Counter[str], proposed: Counter[str]) -> float:
    """Says what share of the telling words of two texts both have."""
    total = enacted.total() + proposed.total()
    if len(proposed) < len(enacted):
        enacted, proposed = proposed, enacted
    both = sum([min(count, proposed[word]) for word, count in enacted.items() if word in proposed])
    return 2 * both / total if total else 1.0


def _phrases(name: str, text: str) -> set[tuple[str, ...]]:
    """Gives the phrases of four words of a section, without its own name; none if it is short."""
    words = _TOKEN.findall(text.removeprefix(name).casefold())
    if len(words) < _FEWEST:
        return set()
    return set(zip(*[words[shift:] for shift in range(_PHRASE)], strict=False))


def _relocations(gone: Mapping[str, str], added: Mapping[str, str]) -> Iterator[Relocation]:
    """Finds sections that stand under another name: each the other's best, by a clear margin."""
    if not gone or not added:
        return
    scores = _scores(gone, added)
    best_for: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for name, found in scores.items():
        for other, score in found.items():
            best_for[other].append((score, name))
    for name, found in scores.items():
        ranked = sorted(((score, other) for other, score in found.items()), reverse=True)
        if not ranked or ranked[0][0] < _ALIKE:
            continue
        score, other = ranked[0]
        rivals = sorted(best_for[other], reverse=True)
        if rivals[0] == (score, name) and _is_clear(ranked) and _is_clear(rivals):
            yield Relocation(name, other, score)


def _scores(gone: Mapping[str, str], added: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """Scores each section against the few that share most of its rare phrases."""
    index: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, text in added.items():
        for phrase in _phrases(name, text):
            index[phrase].append(name)
    telling: dict[str, Counter[str]] = {}
    scores: dict[str, dict[str, float]] = {}
    for name, text in gone.items():
        votes: dict[str, int] = defaultdict(int)
        for phrase in _phrases(name, text):
            places = index.get(phrase, ())
            if len(places) <= _COMMON:
                for place in places:
                    votes[place] += 1
        candidates = sorted(votes, key=lambda other: (-votes[other], other))[:_CANDIDATES]
        for other in candidates:
            if other not in telling:
                telling[other] = _telling(added[other])
        mine = _telling(text)
        scores[name] = {other: _share(mine, telling[other]) for other in candidates}
    return scores


def _is_clear(ranked: list[tuple[float, str]]) -> bool:
    """Says whether the first of a ranking stands out from the second."""
    return len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _MARGIN or ranked[0][0] == 1.0
