"""Which provision of the one text corresponds to which of the other.

Content decides, structure helps: equal bodies that stand once on each side come first, the
heaviest chain of them is the spine, what falls off it has moved. Between two links of the spine
the rest is matched by likeness in order, then across the whole text, then through children.
Numbers alone prove nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from billkit.comparison.chains import heaviest_chain, rising
from billkit.comparison.counterparts import NONE, Counterparts
from billkit.comparison.descent import common_descent
from billkit.comparison.ends import common_ends
from billkit.comparison.likeness import IN_ORDER, SOLE, scored_pairs
from billkit.comparison.operations import Evidence
from billkit.comparison.similarity import STOP_WORDS
from billkit.text.typography import fold
from billkit.text.words import WORD
from billkit.tree import join

__all__ = ["Matching"]

_ACROSS = 0.6
_SAME_NUMBER = "the same number in the same place, mostly the same words"
_SAME_PLACE = 0.15
_HALF = 0.5
_TELLING_WORDS = 4
_CLOSE = 0.6
_UNSURE = 0.1
_REPEATS = 6
_ENDINGS = (";and", ",and", ";or", ",or")
_QUOTES = tuple("\"'“”‘’")


class Matching(Counterparts):
    """Finds the counterparts of two texts, step by step."""

    __slots__ = ()

    def run(self) -> None:
        """Finds all one-to-one counterparts."""
        first, last_enacted, last_proposed = self._trim()
        if first < last_enacted and first < last_proposed:
            middle = range(first, last_enacted), range(first, last_proposed)
            self._anchors(*middle, self.enacted.keys, self.proposed.keys)
            self._extend()
            self._gaps(*middle)
            self._through_children()
            self._close(*middle)
            if NONE in self.partner and NONE in self.origin:
                self._anchors(*middle, *self._loose(*middle))
                self._extend()
                self._alike(*middle)
                self._across(*middle)
                self._through_children()
                self._sole(*middle)
                self._same_gaps()

    def _trim(self) -> tuple[int, int, int]:
        """Matches what is the same at both ends of the texts."""
        mine, theirs = self.enacted, self.proposed
        e_nodes, p_nodes = mine.nodes, theirs.nodes
        e_parents, p_parents = mine.parents, theirs.parents
        e_end, p_end = len(mine), len(theirs)
        partner, origin = self.partner, self.origin
        first = 0
        short = min(e_end, p_end)
        while (
            first < short
            and e_nodes[first].words == p_nodes[first].words
            and e_parents[first] == p_parents[first]
            and mine.keys[first] == theirs.keys[first]
        ):
            partner[first] = origin[first] = first
            first += 1
        while first and first < short and not mine.bodies[first - 1]:
            first -= 1
            partner[first] = origin[first] = NONE
        shift = p_end - e_end
        while e_end > first and p_end > first:
            one, other = e_nodes[e_end - 1], p_nodes[p_end - 1]
            if one.words != other.words or mine.keys[e_end - 1] != theirs.keys[p_end - 1]:
                break
            above, over = e_parents[e_end - 1], p_parents[p_end - 1]
            if over != above + shift and not (over == above and above < first):
                break
            e_end -= 1
            p_end -= 1
            partner[e_end] = p_end
            origin[p_end] = e_end
        return first, e_end, p_end

    @property
    def is_open(self) -> bool:
        """Says whether any provision is still without a counterpart."""
        return NONE in self.partner or NONE in self.origin

    def _free(self, enacted: range, proposed: range) -> tuple[list[int], list[int]]:
        """Lists the provisions without a counterpart; gaps never have one."""
        e_nodes, p_nodes = self.enacted.nodes, self.proposed.nodes
        return (
            [e for e in enacted if self.partner[e] == NONE and not e_nodes[e].is_gap],
            [p for p in proposed if self.origin[p] == NONE and not p_nodes[p].is_gap],
        )

    def _loose(self, enacted: range, proposed: range) -> tuple[list[str], list[str]]:
        """Gives the bodies of open provisions without case, quotes, dashes and list endings."""
        e_open, p_open = self._free(enacted, proposed)
        mine, theirs = [""] * len(self.enacted), [""] * len(self.proposed)
        for e in e_open:
            mine[e] = _without_ending(self.enacted.bodies[e])
        for p in p_open:
            theirs[p] = _without_ending(self.proposed.bodies[p])
        return mine, theirs

    def _anchors(
        self, enacted: range, proposed: range, mine: Sequence[str], theirs: Sequence[str]
    ) -> None:
        """Matches bodies that stand once on each side; those off the spine only if they tell."""
        e_open = [e for e in enacted if self.partner[e] == NONE]
        p_open = [p for p in proposed if self.origin[p] == NONE]
        once: dict[str, int] = {}
        for e in e_open:
            body = mine[e]
            if body:
                once[body] = NONE if body in once else e
        found: dict[str, int] = {}
        for p in p_open:
            body = theirs[p]
            if body in once:
                found[body] = NONE if body in found else p
        links = [
            (once[body], p, float(len(body)))
            for body, p in found.items()
            if p != NONE and once[body] != NONE
        ]
        spine = heaviest_chain(links)
        on_spine = {link[0] for link in spine}
        for e, p, _ in spine:
            self.match(e, p)
        for e, p, _ in links:
            if e not in on_spine and (self.same_parent(e, p) or _tells(mine[e])):
                self.match(e, p)

    def _extend(self) -> None:
        """Matches equal neighbours of counterparts, onwards and backwards."""
        e_open = [e for e, p in enumerate(self.partner) if p == NONE]
        for e in e_open:
            if e and self.partner[e - 1] != NONE:
                self._extend_to(e, self.partner[e - 1] + 1, onwards=True)
        for e in reversed(e_open):
            if e + 1 < len(self.partner) and self.partner[e + 1] != NONE:
                self._extend_to(e, self.partner[e + 1] - 1, onwards=False)

    def _extend_to(self, e: int, p: int, *, onwards: bool) -> None:
        """Matches two provisions beside counterparts, if they are equal and open."""
        mine, theirs = self.enacted, self.proposed
        if not 0 <= p < len(theirs) or self.origin[p] != NONE or self.partner[e] != NONE:
            return
        if (
            mine.keys[e] == theirs.keys[p]
            and mine.nums[e] == theirs.nums[p]
            and (mine.bodies[e] or (not onwards and self.same_parent(e, p)))
        ):
            self.match(e, p)

    def _spine(self) -> list[tuple[int, int]]:
        """Gives the counterparts that stand in the same order on both sides."""
        links = [(e, p) for e, p in enumerate(self.partner) if p >= 0]
        if rising([p for _, p in links]):
            return links
        bodies = self.enacted.bodies
        weighed = [(e, p, 1.0 + len(bodies[e])) for e, p in links]
        return [(e, p) for e, p, _ in heaviest_chain(weighed)]

    def _between(self, enacted: range, proposed: range) -> Iterator[tuple[list[int], list[int]]]:
        """Yields the open provisions between each two links of the spine."""
        if (
            NONE not in self.partner[enacted.start : enacted.stop]
            or NONE not in self.origin[proposed.start : proposed.stop]
        ):
            return
        e_before, p_before = enacted.start - 1, proposed.start - 1
        spine = self._spine()
        within = spine[bisect_left(spine, (enacted.start,)) : bisect_left(spine, (enacted.stop,))]
        for e, p in [*within, (enacted.stop, proposed.stop)]:
            if e - e_before > 1 and p - p_before > 1:
                e_open, p_open = self._free(range(e_before + 1, e), range(p_before + 1, p))
                if e_open and p_open:
                    yield e_open, p_open
            e_before, p_before = e, p

    def _gaps(self, enacted: range, proposed: range) -> None:
        """Matches equal bodies that stand more than once, in order, between links of the spine."""
        mine, theirs = self.enacted.bodies, self.proposed.bodies
        for e_open, p_open in self._between(enacted, proposed):
            places: dict[str, list[int]] = defaultdict(list)
            for p in p_open:
                if theirs[p]:
                    places[theirs[p]].append(p)
            links = []
            for e in e_open:
                for p in places.get(mine[e], ())[:_REPEATS]:
                    same_num = self.enacted.nums[e] == self.proposed.nums[p]
                    links.append((e, p, len(mine[e]) + 2.0 * same_num + self.same_parent(e, p)))
            for e, p, _ in heaviest_chain(links):
                self.match(e, p)

    def _close(self, enacted: range, proposed: range) -> None:
        """Matches what has the same number and parent and mostly the same letters at its ends."""
        mine, theirs = self.enacted, self.proposed
        for e_open, p_open in self._between(enacted, proposed):
            numbered = {(theirs.parents[p], theirs.nums[p]): p for p in reversed(p_open)}
            for e in e_open:
                above = mine.parents[e]
                over = self.partner[above] if above != NONE else NONE
                p = numbered.get((over, mine.nums[e]), NONE)
                if p == NONE or self.origin[p] != NONE or not self.same_parent(e, p):
                    continue
                body, other = mine.bodies[e], theirs.bodies[p]
                if body.startswith(_QUOTES) or (len(p_open) > 1 and not mine.nums[e]):
                    continue
                if (share := _close_share(body, other)) > _CLOSE:
                    self.match(e, p, Evidence(_SAME_NUMBER, share))

    def _alike(self, enacted: range, proposed: range) -> None:
        """Matches by likeness, in order, between links of the spine."""
        blocks = list(self._between(enacted, proposed))
        for e_open, p_open in blocks:
            self.similarity.learn([self.enacted.bodies[e] for e in e_open])
            self.similarity.learn([self.proposed.bodies[p] for p in p_open])
        for e_open, p_open in blocks:
            links = []
            for e, p, score in scored_pairs(self, e_open, p_open):
                if score >= IN_ORDER:
                    weight = score * score * (4 + min(self._size(e), self._size_proposed(p)))
                    links.append((e, p, weight))
            for e, p, _ in heaviest_chain(links):
                self._match_alike("alike, in the same order", e, p)

    def _across(self, enacted: range, proposed: range) -> None:
        """Matches by likeness what stands elsewhere: the best first."""
        e_open, p_open = self._free(enacted, proposed)
        if not e_open or not p_open:
            return
        found = [
            (score, e, p)
            for e, p, score in scored_pairs(self, e_open, p_open)
            if score >= _ACROSS and (self.same_parent(e, p) or _tells(self.enacted.bodies[e]))
        ]
        for _, e, p in sorted(found, key=lambda link: (-link[0], link[1], link[2])):
            if self.partner[e] == NONE and self.origin[p] == NONE:
                self._match_alike("alike, in another place", e, p)

    def _match_alike(self, reason: str, e: int, p: int) -> None:
        """Matches two provisions and keeps the evidence."""
        body, other = self.enacted.bodies[e], self.proposed.bodies[p]
        score = self.similarity.score(body, other)
        self.match(e, p, Evidence(reason, score))

    def _through_children(self) -> None:
        """Matches parents by what stands below them: those with most in common first."""
        mine, theirs = self.enacted, self.proposed
        for share, e, p in common_descent(mine, theirs, self.partner, self.origin):
            if self.partner[e] != NONE or self.origin[p] != NONE:
                continue
            body, other = mine.bodies[e], theirs.bodies[p]
            if (
                share >= _HALF
                or not (body or other)
                or (mine.nums[e] == theirs.nums[p] and self.same_parent(e, p))
                or (body and other and self.similarity.score(body, other) >= SOLE)
            ):
                self.match(e, p, Evidence("what stands below them is the same", share))

    def _same_gaps(self) -> None:
        """Matches gaps of the same description below counterparts that moved."""
        gaps = {
            (self.proposed.parents[p], self.proposed.keys[p]): p
            for p, origin in enumerate(self.origin)
            if origin == NONE and self.proposed.nodes[p].is_gap
        }
        for e, partner in enumerate(self.partner):
            above = self.enacted.parents[e]
            if partner == NONE and above != NONE and self.enacted.nodes[e].is_gap:
                p = gaps.pop((self.partner[above], self.enacted.keys[e]), NONE)
                if p != NONE:
                    self.match(e, p)

    def _sole(self, enacted: range, proposed: range) -> None:
        """Matches what alone is left between counterparts, with the same number and parent."""
        for e_open, p_open in list(self._between(enacted, proposed)):
            by_num = {self.proposed.nums[p]: p for p in p_open if self.proposed.nums[p]}
            for e in e_open:
                p = by_num.get(self.enacted.nums[e], NONE)
                if p == NONE or self.origin[p] != NONE or not self.same_parent(e, p):
                    continue
                body, other = self.enacted.bodies[e], self.proposed.bodies[p]
                bare = not body and not other
                if bare or self.similarity.score(body, other) >= _SAME_PLACE or self._titled(e, p):
                    self._match_alike("the same number in the same place", e, p)

    def _titled(self, e: int, p: int) -> bool:
        """Says whether two provisions have headings that are alike."""
        heading, other = (
            join(side.nodes[place].heading)
            for side, place in ((self.enacted, e), (self.proposed, p))
        )
        return bool(heading and other) and self.similarity.score(heading, other) >= IN_ORDER

    def _size(self, e: int) -> int:
        return len(self.similarity.words(self.enacted.bodies[e]))

    def _size_proposed(self, p: int) -> int:
        return len(self.similarity.words(self.proposed.bodies[p]))


def _close_share(enacted: str, proposed: str) -> float:
    """Says, quickly, how much two bodies have in common: at their ends, or of their words."""
    longer = max(len(enacted), len(proposed))
    start, end = common_ends(enacted, proposed)
    if start + end > _CLOSE * longer or not longer:
        return (start + end) / max(longer, 1)
    mine, theirs = set(enacted.split()), set(proposed.split())
    return len(mine & theirs) / max(len(mine), len(theirs), 1) - _UNSURE


def _without_ending(body: str) -> str:
    """Folds a body and takes off what only says that a list goes on."""
    folded = fold(body).rstrip(";,.:")
    if folded.endswith(_ENDINGS):
        folded = folded[: -3 if folded.endswith("or") else -4].rstrip(";,.:")
    return folded


def _tells(body: str) -> bool:
    """Says whether a body has words enough of its own to be known again elsewhere."""
    words = {word for word in WORD.findall(body.casefold()) if word not in STOP_WORDS}
    return len(words) >= _TELLING_WORDS
