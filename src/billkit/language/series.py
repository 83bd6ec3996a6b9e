"""Ends the points of a list as a series does: semicolons, a last "and" or "or", a full stop."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from billkit.language.filling import Words, spoken
from billkit.language.passages import Passage, trimmed
from billkit.tree import Run

__all__ = ["ended", "with_parts"]

_SERIES = re.compile(r"([;,])(?: (and|or)|;)$")
_MARK = re.compile(r"(?:[;,](?: (?:and|or)|;)?|\.)$")


def with_parts(
    passages: Sequence[Passage], parts: Mapping[str, Sequence[str]]
) -> tuple[Passage, ...]:
    """Puts a bill's own points below the point that they are parts of.

    Args:
        passages: The passages of a clause, their series not yet ended.
        parts: The parts by the words they stand below, in small letters.
    """
    if not parts:
        return tuple(passages)
    return tuple(_parted(passage, parts) for passage in passages)


def _parted(passage: Passage, parts: Mapping[str, Sequence[str]]) -> Passage:
    """Puts parts below a passage and below all that stands under it."""
    children = tuple(_parted(child, parts) for child in passage.children)
    below = parts.get(_MARK.sub("", spoken(passage.text)).casefold())
    if below is None or children:
        return replace(passage, children=children)
    origin = next((w.origin for w in passage.text if isinstance(w, Run) and w.origin), None)
    made = tuple(Passage(text=(Run(part, origin=origin), Run("; and"))) for part in below)
    return replace(passage, text=_with(passage.text, ":"), children=made)


def ended(passages: Sequence[Passage], *, capitals: bool = False) -> tuple[Passage, ...]:
    """Ends every series of the passages.

    In a clause text every point of a series ends alike, in ``; and``, ``; or`` or (where no word
    stands before the last) ``;;``, so that points can come and go; here all but the last two keep
    the semicolon alone, the last but one keeps its word, and the last takes the mark of what it
    stands in. A series of one point is no list:
    its words go on from those before it. A list whose points do not end so stays as it is written.

    Args:
        passages: The passages of a clause.
        capitals: Whether the points of a list open with a capital letter.
    """
    made = (_stopped(_within(_unlisted(passage), end=".")) for passage in passages)
    return tuple(_capitals(passage) if capitals else passage for passage in made)


def _stopped(passage: Passage) -> Passage:
    """Lets a sentence that ends in an abbreviation end in its one full stop."""
    *start, before, last = (None, None, *passage.text)
    if not (isinstance(before, Run) and isinstance(last, Run)):
        return passage
    if last.text == "." and before.text.endswith("."):
        return replace(passage, text=(*(word for word in start if word is not None), before))
    return passage


def _unlisted(passage: Passage) -> Passage:
    """Writes a series of a single point into the words before it, at every depth."""
    if not passage.children:
        return passage
    children = tuple(_unlisted(child) for child in passage.children)
    if len(children) != 1 or passage.tail or not _ends(passage.text, ":"):
        return replace(passage, children=children)
    (only,) = children
    listed = passage.children[0].children
    if only.tail or not (listed or _SERIES.search(_last_words(only))):
        return replace(passage, children=children)
    lead = _with(passage.text, "", mark=":")
    end = "" if only.children else "."
    text = trimmed((*lead, Run(" "), *(_with(only.text, end) if end else only.text)))
    return replace(passage, text=text, children=only.children)


def _capitals(passage: Passage) -> Passage:
    """Lets every point below a passage open with a capital letter."""
    if not passage.children:
        return passage
    below = tuple(_opened(_capitals(child)) for child in passage.children)
    return replace(passage, children=below)


def _opened(point: Passage) -> Passage:
    """Lets a point open with a capital letter."""
    first = point.text[0] if point.text else None
    if not isinstance(first, Run):
        return point
    capital = first.text[:1].upper()
    if first.text.startswith(capital):
        return point
    made = replace(first, text=capital + first.text[1:])
    return replace(point, text=(made, *point.text[1:]))


def _ends(words: Words, mark: str) -> bool:
    """Says whether words end in a mark."""
    last = words[-1] if words else None
    return isinstance(last, Run) and last.text.endswith(mark)


def _within(passage: Passage, *, end: str) -> Passage:
    """Ends the list below a passage."""
    if not passage.children:
        return passage
    return replace(passage, children=_points(passage.children, end=end, closed=bool(passage.tail)))


def _points(points: Sequence[Passage], *, end: str, closed: bool) -> tuple[Passage, ...]:
    """Ends the points of one list; ``end`` is what its last point takes."""
    found = next(
        (m for point in reversed(points) if (m := _SERIES.search(_last_words(point)))), None
    )
    if found is None:
        return tuple(
            _within(point, end=end if n == len(points) - 1 else ";")
            for n, point in enumerate(points)
        )
    mark, word = found.groups()
    out: list[Passage] = []
    for place, point in enumerate(points):
        if place == len(points) - 1:
            out.append(_marked(point, mark if closed else end))
        elif place == len(points) - 2:
            out.append(_marked(point, mark if word is None else f"{mark} {word}"))
        else:
            out.append(_marked(point, mark))
    return tuple(out)


def _marked(point: Passage, end: str) -> Passage:
    """Gives a point its end mark: at its closing words, its last point below, or its words."""
    if point.tail:
        return replace(_within(point, end="."), tail=_with(point.tail, end))
    if point.children:
        return replace(point, children=_points(point.children, end=end, closed=False))
    return replace(point, text=_with(point.text, end))


def _with(words: Words, end: str, *, mark: str = "") -> Words:
    """Changes the mark at the end of words; ``mark`` is a further one that is taken off."""
    last = words[-1] if words else None
    if not isinstance(last, Run):
        return (*words, Run(end)) if words else words
    text = _MARK.sub("", last.text).removesuffix(mark)
    if text == last.text and last.origin is not None:
        return (*words, Run(end))
    if text:
        return (*words[:-1], replace(last, text=text + end))
    return (*words[:-1], Run(end))


def _last_words(point: Passage) -> str:
    """Gives the words at the end of a point, as far as they are known."""
    words = point.tail or point.text
    return words[-1].text if words and isinstance(words[-1], Run) else ""
