"""What a cell of a contrast or a matrix says, in few words: its value, its places, its standing."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from types import MappingProxyType
from typing import assert_never

from billkit.reading.contrasts import Contrast, Party, statuses_of
from billkit.reading.parameters import parameter_name, parameters_of, show
from billkit.reading.profiles import Cell, Fact, NotFound, NotHeld, Quoted

__all__ = ["CARE", "basis", "contrast_title", "places", "shortened", "summary"]

_LONG = 110
_SURE = 1.0

_FIRST: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "authority": ("body", "object", "caps"),
        "waivable-scope": ("units", "items"),
        "non-waivable": ("items",),
        "permitted-practices": ("items",),
        "application": ("contents", "developed with"),
        "term": ("initial",),
        "renewal": ("each", "first", "later", "most", "conditions"),
        "eligibility": ("applicants",),
        "decision": ("body", "actions", "within"),
        "revocation": ("body", "grounds"),
        "rulemaking": ("body", "items"),
        "definitions": ("items",),
        "purpose": ("items",),
    }
)
"""Which parameters say most of a provision, in the order in which they are said."""

_BARE = frozenset({"body", "object", "units", "items", "initial", "each", "applicants", "contents"})
"""Parameters whose value says by itself what it is."""

_SILENT = {
    "curated": "the text is held in full and does not say",
    "drafted": "the draft does not say",
}
"""How the silence of a text is told, by the origin of its profile."""

CARE = {
    "official": "official copy",
    "corroborated": "corroborated",
    "single-source": "single source",
    "secondary": "secondary source",
    "reconstructed": "reconstructed",
    "gap": "not held",
}
"""How the text status of quoted words is told in a table."""


def contrast_title(contrast: Contrast) -> str:
    """Says what a contrast is; of one act alone there is nothing to set beside it."""
    if len(contrast.parties) == 1:
        return "What it provides"
    return "Provisions side by side"


def shortened(words: str, length: int = _LONG) -> str:
    """Cuts words at a blank and says so by dots.

    Example:
        >>> shortened("one two three", 9)
        'one ...'
    """
    return textwrap.shorten(words, length, placeholder=" ...")


def summary(cell: Cell) -> str:
    """Says what a cell holds: its values, else its words, else that there are none."""
    match cell:
        case Quoted():
            return _values(cell) or f'"{shortened(cell.quotations[0].words)}"'
        case Fact():
            return _values(cell) or shortened(cell.statement)
        case NotFound():
            return "not found"
        case NotHeld():
            return "not held"
    assert_never(cell)


def _values(cell: Quoted | Fact) -> str:
    """Writes the values of a cell, those that say most of its kind before the others.

    What is said first bears no name; a vote is written as people say it.
    """
    if votes := _votes(cell):
        return votes
    shown = parameters_of(cell)
    if cell.kind == "term" and "initial" in shown and "subject" in shown:
        return f"{shown['initial'].text} ({shown['subject'].text})"
    first = _FIRST.get(cell.kind)
    if first is not None:
        shown = {name: shown[name] for name in first if name in shown} or shown
    bare = _BARE if first is not None or len(shown) == 1 else frozenset()
    return shortened(
        "; ".join(
            s.text
            if name in bare or len(shown) == 1
            else f"{parameter_name(cell.kind, name)} {s.text}"
            for name, s in shown.items()
        )
    )


def _votes(cell: Quoted | Fact) -> str:
    """Writes votes: ``70 percent of eligible employees``, ``approval of school board``."""
    votes = cell.values.get("votes")
    if not isinstance(votes, tuple):
        return ""
    out: list[str] = []
    for vote in votes:
        said = {field: show(value).text for field, value in vote.items()}
        share = said.get("share") or f"{said.get('act', 'vote')}"
        share = "a majority" if share == "majority" else share
        who = said.get("meaning") or said.get("body", "")
        stage = f", to {said['stage']}" if said.get("stage", "apply") != "apply" else ""
        out.append(f"{share} of {who}{stage}" if who else f"{share}{stage}")
    return "; ".join(out)


def places(cell: Cell) -> tuple[str, ...]:
    """Gives where a cell's words stand, or what it rests on, each place once."""
    match cell:
        case Quoted():
            return tuple(dict.fromkeys(quotation.citation for quotation in cell.quotations))
        case Fact():
            return tuple(source.name for source in cell.sources)
        case NotFound() | NotHeld():
            return ()
    assert_never(cell)


def basis(cell: Cell, party: Party) -> str:
    """Says how well a cell is founded: the text status, a fact, or what was searched or is missing.

    Example:
        ``secondary source, repealed 2025``
    """
    match cell:
        case Quoted():
            said = ", ".join(CARE[status] for status in statuses_of(cell))
            if cell.confidence < _SURE:
                said = ", ".join(
                    filter(None, (said, f"read with confidence {cell.confidence:.2f}"))
                )
            if not said and party.standing in {"draft", "bill"}:
                said = str(party.standing)
            if party.standing == "repealed":
                said = ", ".join(filter(None, (said, f"repealed {party.repealed}".strip())))
            return said
        case Fact():
            return "fact"
        case NotFound():
            return _SILENT.get(party.origin) or cell.note
        case NotHeld():
            return f"missing: {cell.missing}"
    assert_never(cell)
