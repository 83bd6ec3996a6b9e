"""The words of a redline's row as HTML: for both sides in one, and for each side alone."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Literal, TypeAlias

from billkit.writers.document_head import NOT_CONFIRMED
from billkit.writers.markup import Markup, hidden, tag
from billkit.writers.redline_labels import Labels
from billkit.writers.redline_rows import Row
from billkit.writers.redline_words import Doubt, Shown, Stretch, shown, sign_of

__all__ = ["SIDES", "Side", "inline", "one_side"]

Side: TypeAlias = Literal["enacted", "proposed"]

SIDES: tuple[Side, Side] = ("enacted", "proposed")
"""Both sides, as they stand beside each other."""


def inline(row: Row, said: Labels) -> list[str]:
    """Gives a row's words with what was deleted and what was inserted.

    Args:
        row: The row.
        said: The words that fit the comparison.
    """
    alone = all(stretch.sign == "?" for stretch in row.stretches)
    found = [(bool(some.doubt), _inline(some, said, alone=alone)) for some in shown(row.stretches)]
    return _doubted(found)


def _inline(some: Shown, said: Labels, *, alone: bool) -> list[str]:
    """Gives some words in the element of their sign, and the blanks behind it."""
    text: str = some.text
    match some.sign:
        case "-":
            text = _marked("del", some.text, said.deleted)
        case "+":
            text = _marked("ins", some.text, said.inserted)
        case "~":
            text = tag("span", some.text, class_="bk-restyled")
        case "#":
            was = tag("span", f"{{{said.was} {some.was}}}", class_="bk-was")
            text = Markup(tag("span", some.text, class_="bk-follows") + " " + was)
        case "?" if not alone:
            text = tag("span", hidden("[not compared: "), some.text, hidden("]"), class_="bk-open")
    return [text, some.after]


def _marked(element: str, text: str, label: str) -> Markup:
    """Makes a ``del`` or ``ins`` that says what it is to those who listen or copy."""
    return tag(element, hidden(f"[{label}: "), text, hidden("]"))


def one_side(row: Row, said: Labels, side: Side) -> list[str]:
    """Gives a row's words as one side has them, with what the other lacks; empty where none.

    Args:
        row: The row.
        said: The words that fit the comparison.
        side: Which side.
    """
    found = [
        (_doubtful(stretch.doubt, side), parts)
        for stretch in row.stretches
        if (parts := _one_side(stretch, said, side))
    ]
    return _doubted(found)


def _doubtful(doubt: Doubt, side: Side) -> bool:
    """Says whether words are in doubt on a side."""
    return doubt in {side, "both"}


def _one_side(stretch: Stretch, said: Labels, side: Side) -> list[str]:
    """Gives a stretch as one side has it."""
    text = stretch.enacted if side == "enacted" else stretch.proposed
    if not text:
        return []
    core = text.rstrip()
    blanks = text[len(core) :]
    match sign_of(stretch):
        case "-":
            core = _marked("del", core, said.deleted)
        case "+":
            core = _marked("ins", core, said.inserted)
        case "~":
            core = tag("span", core, class_="bk-restyled")
        case "#":
            core = tag("span", core, class_="bk-follows")
    return [core, blanks]


def _doubted(found: Iterable[tuple[bool, list[str]]]) -> list[str]:
    """Puts the mark of doubt before words that are all in doubt, or round those that are."""
    together = [
        (doubt, [part for _, parts in some for part in parts])
        for doubt, some in groupby(found, key=lambda one: one[0])
    ]
    out: list[str] = []
    for doubt, parts in together:
        if not doubt:
            out.extend(parts)
            continue
        whole = len(together) == 1
        opening = f"{NOT_CONFIRMED} " if whole else f"{{{NOT_CONFIRMED} "
        closing = "" if whole else f" {NOT_CONFIRMED}}} "
        inner = [_sign(opening), *parts, *([_sign(closing)] if closing else [])]
        out.append(tag("span", *inner, class_="bk-doubt"))
    return out


def _sign(text: str) -> Markup:
    """Makes the mark of doubt, which is text and so is copied along."""
    return tag("span", text, class_="bk-doubt-sign")
