"""Enumerators at the heads of lines, and which of them are none: a name, a year, a sentence's I."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from billkit.text.enumerators import Style, readings
from billkit.text.ladders import Ladder

__all__ = ["Item", "Sequences", "parse_items", "unbracketed"]

_ITEM = re.compile(
    r"""
    \( (?P<round> \d{1,3} (?: \.\d{1,2} | -?[A-Za-z]{1,2} )?
                | [a-z]{1,6} | [A-Z]{1,6} | [A-Z][a-z] | [A-Za-z] (?: \.\d{1,2} | -?\d ) ) \)
       (?= \s | $ | [("“‘'\[A-Z$] )
    | (?P<point> \d{1,3} (?: \.\d{1,2} | [a-z] )? | [a-z]{1,6} | [A-Z]{1,6} ) \. (?= \s | $ | \( )
    | (?P<half> \d{1,3} | [a-z]{1,4} | [A-Z]{1,4} ) \) (?= \s | $ | \( )
    | \[ (?P<square> \d{1,2} ) \] (?= \s | $ )
    """,
    re.VERBOSE,
)
_LONGEST = len("(viiiii)") + 1
"""More characters than any enumerator has."""
_FORMS = {"round": ("(", ")"), "point": ("", "."), "half": ("", ")"), "square": ("[", "]")}
_INFERRED = re.compile(r"\[((?:\(\w{1,6}(?:\.\d+)?\)\s?)+)\]\s*")
_FIRST_WORD = re.compile(r"[A-Z][a-z]*(?=\s)")
_OPENING_WORDS = frozenset(
    {
        "A", "All", "An", "Any", "As", "Before", "Each", "Every", "Except", "For", "If", "In", "No",
        "Not", "Nothing", "Notwithstanding", "On", "Subject", "The", "There", "This", "To", "Upon",
        "When", "Where", "Whenever", "Within",
    }
)  # fmt: skip
_OPENERS = frozenset("([{\"“‘'§$")


@dataclass(frozen=True, slots=True)
class Item:
    """An enumerator as printed: what stands around its value, and what the value can count.

    ``named`` says that an initial follows, so that it may be one itself (``I. M. Pei``).
    """

    num: str
    form: tuple[str, str]
    readings: tuple[tuple[Style, float], ...]
    start: int
    end: int
    named: bool = False

    @property
    def opens(self) -> bool:
        """Whether it can be the first of a list."""
        return any(place == 1 for _, place in self.readings)

    def stands_alone(self, following: str) -> bool:
        """Says whether it is an enumerator beyond doubt, whatever else the text holds.

        Args:
            following: What stands after it.
        """
        if self.form == ("(", ")"):
            return True
        if self.opens and (word := _FIRST_WORD.match(following)) and word.group() in _OPENING_WORDS:
            return True
        first = following[:1]
        begins = first.isupper() or first in _OPENERS or first.isdigit()
        style, place = self.readings[0]
        return begins and self.form == ("", ".") and (style == "1" or (style == "a" and place == 1))


def unbracketed(text: str) -> str:
    """Takes the brackets off inferred numbers at the head of a text.

    Example:
        >>> unbracketed("[(5)](a) If the board"), unbracketed("[124D.99] ZONES.")
        ('(5) (a) If the board', '[124D.99] ZONES.')
    """
    match = _INFERRED.match(text)
    return f"{match.group(1).rstrip()} {text[match.end() :]}" if match else text


def parse_items(text: str) -> list[Item]:
    """Finds the enumerators at the head of a text, one after the other.

    Example:
        >>> [item.num for item in parse_items("(3)(a) Only schools")]
        ['(3)', '(a)']
        >>> parse_items("(Temporary) 1994-95")
        []
    """
    out: list[Item] = []
    at = 0
    while _closes(text[at : at + _LONGEST]) and (match := _ITEM.match(text, at)):
        group = str(match.lastgroup)
        can_be = readings(match[group])
        if not can_be:
            break
        item = Item(match.group(), _FORMS[group], can_be, at, match.end())
        if out and item.form == ("", ".") and _initials(out[-1], item):
            out[-1] = replace(out[-1], named=True)
            break
        out.append(item)
        at = match.end()
        while text[at : at + 1].isspace():
            at += 1
    return out


def _closes(start: str) -> bool:
    """Says whether a mark that can end an enumerator stands near the start of a text."""
    return ")" in start or "." in start or "]" in start


def _initials(item: Item, after: Item) -> bool:
    """Says whether two enumerators in a row are the initials of a name."""
    return all(len(each.num) == len("A.") and each.num.isupper() for each in (item, after))


@dataclass(slots=True)
class Sequences:
    """The enumerators that stand at heads of lines, to tell those that are none.

    A ``B.`` stands with an ``A.`` or a ``C.``; the B. of a name stands alone.
    """

    ladder: Ladder | None = None
    places: dict[tuple[tuple[str, str], Style], set[int]] = field(default_factory=dict)

    def note(self, items: Iterable[Item]) -> None:
        """Takes note of enumerators in their order, whatever they turn out to be.

        One that may be an initial counts only after the one before it in the list.
        """
        for item in items:
            if item.named and not self._follows(item):
                continue
            for style, place in item.readings:
                self.places.setdefault((item.form, style), set()).add(int(place))

    def supports(self, item: Item, following: str, after: Item | None) -> bool:
        """Says whether an enumerator is one.

        Args:
            item: The enumerator.
            following: What stands after it, on its line or, where that ends, on the next.
            after: The enumerator that follows right away, with no words between.
        """
        if item.named:
            return self._follows(item)
        return (
            item.stands_alone(following)
            or self._on_ladder(item)
            or (after is not None and after.opens)
            or self._neighboured(item)
        )

    def _follows(self, item: Item) -> bool:
        return any(
            int(place) - 1 in self.places.get((item.form, style), ())
            for style, place in item.readings
        )

    def _on_ladder(self, item: Item) -> bool:
        return self.ladder is not None and any(
            self.ladder.has(item.form, style) for style, _ in item.readings
        )

    def _neighboured(self, item: Item) -> bool:
        for style, place in item.readings:
            here = self.places.get((item.form, style), set())
            count = int(place)
            if count - 1 in here or count + 1 in here or (place != count and count in here):
                return True
        return False
