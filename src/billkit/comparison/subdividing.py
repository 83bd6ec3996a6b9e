"""Keeps a provision with its number where it was divided below, or its divisions taken away.

"(2) The board shall report." may become "(2)(a) The board shall report. (b) ...". By its words
the counterpart of (2) is (2)(a); but (2) still stands there, and only "(a)" is new.
"""

from __future__ import annotations

from billkit.comparison.counterparts import NONE, Counterparts
from billkit.comparison.operations import Evidence

__all__ = ["keep_numbers"]

_CONTAINED = 0.7
_OPENING = 0.5
_REASON = "the same number in the same place, its words in a provision below"


def keep_numbers(matching: Counterparts) -> None:
    """Gives provisions back to the number they bore, if their words went one level down or up.

    The words are then told as split from it or merged into it.
    """
    _keep(matching, divided=True)
    _keep(matching, divided=False)


def _keep(matching: Counterparts, *, divided: bool) -> None:
    """Looks for provisions that were divided, or for those whose divisions were taken away."""
    if divided:
        whole, parts = matching.enacted, matching.proposed
        of_parts = matching.origin
    else:
        whole, parts = matching.proposed, matching.enacted
        of_parts = matching.partner
    for part, home in enumerate(of_parts):
        above = parts.parents[part]
        if NONE in (home, above) or of_parts[above] != NONE:
            continue
        if not whole.nums[home] or whole.nums[home] != parts.nums[above]:
            continue
        e, p = (home, above) if divided else (above, home)
        if not matching.same_parent(e, p):
            continue
        body, first = whole.bodies[home], parts.bodies[above]
        if parts.nodes[above].text and matching.similarity.held(first, body) < _OPENING:
            continue
        share = matching.similarity.held(parts.bodies[part], body)
        if share >= _CONTAINED:
            of_parts[part] = NONE
            matching.match(e, p, Evidence(_REASON, share))
