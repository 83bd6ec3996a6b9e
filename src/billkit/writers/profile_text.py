"""Writes a profile as plain text: what one act says, provision by provision, with its words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from billkit.reading.contrasts import Party
from billkit.reading.kinds import question, title
from billkit.reading.parameters import parameter_name, parameters_of
from billkit.reading.profiles import Cell, Fact, NotFound, NotHeld, Profile, Quoted
from billkit.text.unseen import visible
from billkit.writers.contrast_cells import basis

__all__ = ["write_profile_text"]

_NARROW = 60
_ORIGINS = {
    "curated": "kept by hand, each quotation checked at its place",
    "drafted": "from the clauses of the bill",
    "read": "read from the words by patterns; read the text before relying on it",
}


def write_profile_text(profile: Profile, *, width: int = 80) -> str:
    """Writes what an act says, wrapped at a width; what it does not say is named at the end.

    Args:
        profile: The act's profile.
        width: How many characters a line may have; less than 60 is taken for 60.
    """
    width = max(width, _NARROW)
    party = Party(
        profile.label,
        profile.name,
        profile.citation,
        profile.standing,
        profile.repealed,
        profile.origin,
    )
    blocks = [list(_head(profile, party, width))]
    blocks += [
        list(_cell(cell, party, width)) for cell in profile.cells if isinstance(cell, Quoted | Fact)
    ]
    blocks.append(list(_silent(profile, width)))
    return visible("\n\n".join("\n".join(lines) for lines in blocks if lines)) + "\n"


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    """Wraps a text, its further lines set in by two."""
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False
    )


def _head(profile: Profile, party: Party, width: int) -> Iterator[str]:
    """Names the act and says how the profile came about."""
    yield from _wrapped(party.described, width, "")
    if profile.name and profile.name not in party.described:
        yield from _wrapped(profile.name, width, "")
    yield from _wrapped(f"Provisions {_ORIGINS[profile.origin]}.", width, "")
    if profile.note:
        yield from _wrapped(profile.note, width, "")


def _cell(cell: Quoted | Fact, party: Party, width: int) -> Iterator[str]:
    """Writes a provision: its name, its values, its words with their places."""
    name = cell.id.replace("-", " ") if cell.id != cell.kind else question(cell.kind)
    yield from _wrapped(f"{title(cell.kind)}: {name}", width, "")
    for field, shown in parameters_of(cell).items():
        yield from _wrapped(f"{parameter_name(cell.kind, field)}: {shown.text}", width, "  ")
    if isinstance(cell, Quoted):
        for quotation in cell.quotations:
            yield from _wrapped(f'{quotation.citation}: "{quotation.words}"', width, "  ")
    else:
        sources = "; ".join(source.name for source in cell.sources)
        yield from _wrapped(f"{cell.statement} ({sources})", width, "  ")
    yield from _wrapped(f"[{basis(cell, party)}]", width, "  ")
    if cell.note:
        yield from _wrapped(f"note: {cell.note}", width, "  ")


def _silent(profile: Profile, width: int) -> Iterator[str]:
    """Names the provisions that the act does not have, and those of which nothing is known."""
    reasons: dict[str, list[Cell]] = {}
    for cell in profile.cells:
        match cell:
            case NotFound():
                note = f" ({cell.note})" if cell.note else ""
                reasons.setdefault(f"Not found{note}", []).append(cell)
            case NotHeld():
                reasons.setdefault(f"Not held (missing: {cell.missing})", []).append(cell)
            case _:
                continue
    for reason, cells in reasons.items():
        names = ", ".join(title(cell.kind).lower() for cell in cells)
        yield from _wrapped(f"{reason}: {names}", width, "")
