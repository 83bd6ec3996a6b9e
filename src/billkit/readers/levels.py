"""The provisions that are open while a text is read, and what speaks against each next step."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from billkit.text.enumerators import Style

__all__ = ["AGAINST", "Level", "Place", "Shape", "Taken", "Way", "after_lead", "ending", "sequence"]


Shape: TypeAlias = tuple[tuple[tuple[str, str], Style], ...]
"""The forms and styles of the numbers from the section down to a provision."""


class Place(NamedTuple):
    """Where a piece stands: the piece it is under (-1 for none), its step on the ladder, its depth.

    ``step`` is -1 where the ladder has no step for it; ``depth`` counts items from 1 below a
    section.
    """

    parent: int
    step: int = -1
    depth: int = 0


class Level(NamedTuple):
    """A provision that is still open: more can come under it or after it.

    ``up`` is the place among the open levels of the provision it stands under. ``lead`` is how its
    own words end, ``before`` how the item before it ended. ``interrupted`` says of an item that
    unnumbered words stand after it, among its list; of words, that they go on after a gap. ``key``
    tells the levels down to this one apart from others: ways with the same go on in the same way.
    """

    piece: int
    kind: str
    up: int
    lead: str
    form: tuple[str, str] | None = None
    style: Style | None = None
    nth: float = 0.0
    step: int = -1
    depth: int = 0
    before: str = ""
    interrupted: bool = False
    shape: Shape = ()
    key: tuple[object, ...] = ()


class Taken(NamedTuple):
    """The place that the last piece has taken, and those of the pieces before."""

    place: Place
    before: Taken | None


class Way(NamedTuple):
    """One way of reading the text so far: what is open, and what speaks against it.

    ``last`` is how the last words ended; ``after_gap`` that words are missing since; ``listed``
    that an item has been seen since the last head; ``shapes`` are those of the lists seen so far,
    so that what is odd the first time is expected the next.
    """

    against: float
    levels: tuple[Level, ...]
    taken: Taken | None = None
    last: str = ""
    after_gap: bool = False
    listed: bool = False
    shapes: frozenset[Shape] = frozenset()


class AGAINST:
    """What speaks against a reading, and how much; a whole is about one plain oddity."""

    PUT_IN = 0.2
    """1.5 or 1a between 1 and 2."""
    JUMP = 3.0
    JUMP_AFTER_GAP = 0.3
    REPEATED = 4.0
    BACKWARDS = 6.0
    RESTARTED = 4.5
    RESTARTED_AFTER_WORDS = 2.0
    INTERRUPTED = 0.4
    OTHER_FORM = 3.0
    """``2)`` after ``(1)``."""
    CLOSED = 0.02
    CLOSED_UNFINISHED = 1.5
    """A list is left whose last item ends in ``; and``."""
    NEVER_OPENED = 0.5
    """No list follows a colon."""
    LEFT_BARE = 4.0
    """A number without words is followed by one of a level further out."""
    LEFT_BARE_FOR_NOTHING = 16.0
    """And that one follows nothing there; numbers on one line open one level after the other."""
    NOT_FIRST = 5.5
    """A list begins with another than its first number."""
    NOT_FIRST_AFTER_GAP = 2.0
    NOT_FIRST_OF_EXCERPT = 1.0
    OFF_LADDER = 2.5
    STEP_LEFT_OUT = 0.7
    FORM_AGAIN = 3.0
    """A list is numbered like the one it stands in."""
    SEEN_BEFORE = 0.1
    """The share that is left of an oddity when a list of that shape has been seen."""
    UNDER_WORDS = 1.0
    """A list belongs to unnumbered words that do not lead to it."""
    HOPELESS = 6.0
    """A way of reading this much worse than the best is given up."""


_AFTER = {":": 0.0, "0": 0.0, ",": 0.1, "": 0.2, ".": 0.6, ";": 0.8, "&": 1.2}


def after_lead(lead: str) -> float:
    """Weighs a list that opens after words that end so."""
    return _AFTER[lead]


def ending(text: str) -> str:
    """Names how words end: ``:`` for a lead-in, ``&`` for ``; and``, ``0`` for no words at all.

    Example:
        >>> [ending(text) for text in ("as follows:", "the plan; and", "the plan.", "cut off", "")]
        [':', '&', '.', '', '0']
    """
    if not text:
        return "0"
    last = text[-1]
    if last in ":;,":
        return last
    if last in "–—":
        return ":"
    if last in "dr" and text.endswith((" and", " or")):
        return "&" if text.rpartition(" ")[0].rstrip().endswith((",", ";")) else ""
    return "." if text[-4:].rstrip("\"'”’)]").endswith((".", "?", "!")) else ""


def sequence(level: Level, count: float, *, after_gap: bool) -> float:
    """Weighs a number that would follow the one of a level."""
    against = AGAINST.INTERRUPTED if level.interrupted else 0.0
    follows = int(level.nth) + 1
    if count == follows:
        return against
    if level.nth < count < follows:
        return against + AGAINST.PUT_IN
    if count > follows:
        jump = AGAINST.JUMP_AFTER_GAP if after_gap else AGAINST.JUMP
        return jump + min(count - follows, 30.0) / 100
    if count == 1:
        return AGAINST.RESTARTED_AFTER_WORDS if level.interrupted else AGAINST.RESTARTED
    return AGAINST.REPEATED if count == level.nth else AGAINST.BACKWARDS
