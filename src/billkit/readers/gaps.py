"""What a remark on missing words names: ``rest of (3)(b)``, ``anything after subsection (10)``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Reference", "parse_reference"]

_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_VALUE = r"\(\s?(?:\d{1,3}(?:\.\d{1,2})?[a-z]?|[a-z]{1,5}|[A-Z]{1,5})\s?\)"
_WORD = (
    r"(?:[Ss]ections?|[Ss]ubsections?|[Pp]aragraphs?|[Ss]ubparagraphs?|[Ss]ubdivisions?|[Ss]ubd\."
    r"|[Cc]lauses?|[Ii]tems?|[Rr]ules?|Ed|§)"
)
_REFERENCE = re.compile(
    rf"""
    (?P<after> \b after \s+ )?
    (?: (?P<word> {_WORD}) \s* )?
    (?:
      (?P<lead> \d[\w.:-]*\w | \d | [IVXLC]+ )? \s? (?P<point> \b[a-z]\. )?
      (?P<chain> (?:{_VALUE})+ )
    | (?<=\s) (?P<alone> \d[\w.:-]*\w | \d | [IVXLC]+ \b )
    )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """The provision that a remark names first.

    ``values`` are its enumerators without punctuation, from the outermost that is named;
    ``follows`` says that the words are missing after it, not in it; ``section`` that the first
    value is a section's number.
    """

    values: tuple[str, ...]
    follows: bool = False
    section: bool = False


@lru_cache(maxsize=256)
def parse_reference(label: str) -> Reference | None:
    """Finds the provision that a remark names first; None where it names none.

    Example:
        >>> parse_reference("rest of subsection (3)(b), which begins").values
        ('3', 'b')
        >>> parse_reference("anything after subsection (10)").follows
        True
        >>> parse_reference("the rest of the section") is None
        True
    """
    for match in _REFERENCE.finditer(_QUOTED.sub('""', label)):
        alone = match["alone"]
        if alone is not None and match["word"] is None:
            continue
        lead = alone or match["lead"]
        values = [lead] if lead else []
        if match["point"]:
            values.append(match["point"].rstrip("."))
        values += [value.strip() for value in re.findall(r"\(([^)]*)\)", match["chain"] or "")]
        word = (match["word"] or "").casefold()
        return Reference(
            tuple(values),
            follows=match["after"] is not None,
            section=bool(lead) and word in {"section", "sections", "ed", "rule", "rules", "§"},
        )
    return None
