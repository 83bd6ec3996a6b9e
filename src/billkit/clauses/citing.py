"""References of a bill: to sections, chapters and acts of the law, and to its own clauses."""

from __future__ import annotations

import re
from typing import Any, Literal, TypeAlias, get_args

from pydantic import model_validator

from billkit.clauses.base import Blank, OrBlank, Slug, Text, Written, refuse

__all__ = ["Reference", "ReferenceUnit"]

ReferenceUnit: TypeAlias = Literal[
    "section", "chapter", "title", "article", "part", "subchapter", "act", "rule", "clause"
]
"""What is referred to; ``clause`` is a clause of the bill itself, ``act`` a named act."""

_UNITS = get_args(ReferenceUnit)
_WITHIN = re.compile(r"(.+?) of ((?:chapter|title|article|part|subchapter) .+)", re.IGNORECASE)
_CODED = re.compile(
    r"(?P<code>(?:[0-9]+ )?[A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*)*?)"
    r" (?P<rest>(?:(?:section|sec\.|§|chapter|title|article|part) )?\S*[0-9].*)",
    re.IGNORECASE,
)
_WORDY = re.compile(r"[IVXLCDM]+|[A-Za-z]{1,2}")
_PINPOINT = re.compile(r"(?P<num>[^\s()]+)\s*(?P<pinpoint>(?:\([0-9A-Za-z.-]+\))*)")


class Reference(Written):
    """A place in the law: ``section 158.030``, ``chapter 39 of title 37``, ``KRS Chapter 61``.

    The style of the state decides how it is printed. A number alone is a section.
    """

    examples = (
        "section 158.030",
        "section 157.360(2)",
        "chapter 39 of title 37",
        "section 25-41-1 et seq.",
        "clause non-waivable",
        "act Individuals with Disabilities Education Act",
    )

    unit: ReferenceUnit = "section"
    """What is referred to."""
    num: OrBlank[Text] | None = None
    """The number as the code prints it: ``158.030``; a blank in a model act."""
    pinpoint: Text | None = None
    """The place below it, in brackets: ``(2)(a)``."""
    within: Reference | None = None
    """The larger unit it is named with: title 37 of "chapter 39, title 37"."""
    et_seq: bool = False
    """Whether the sections that follow are meant too."""
    code: Text | None = None
    """The code, where it is not the state's code of laws: ``United States Code``, ``rules``."""
    name: Text | None = None
    """The name of an act, or what the place is called in words."""
    clause: Slug | None = None
    """The id of the bill's own clause that is meant."""

    @model_validator(mode="after")
    def _check(self) -> Reference:
        """Wants a clause for a clause, a name for an act, a number for everything else."""
        wanted = {"clause": self.clause, "act": self.name}.get(self.unit, self.num)
        if wanted is None:
            field = {"clause": "clause", "act": "name"}.get(self.unit, "num")
            refuse(
                "incomplete-reference", f"a {self.unit} needs its `{field}`.", f"give `{field}`."
            )
        if self.clause is not None and self.unit != "clause":
            refuse("incomplete-reference", f"a {self.unit} is no clause.", 'set `unit = "clause"`.')
        return self

    @classmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Reads the unit, the number, the place below it and the unit it stands in."""
        line = re.sub(r"(?:§§?|\b[Ss]ecs?\.) *", "section ", line)
        word, _, rest = line.partition(" ")
        unit = word.casefold().rstrip("s") if word.casefold().rstrip("s") in _UNITS else ""
        if unit in {"clause", "act"}:
            return {"unit": unit, "clause" if unit == "clause" else "name": rest.strip()}
        if within := _WITHIN.fullmatch(line):
            return {**cls._read(within.group(1)), "within": within.group(2)}
        if not unit and (coded := _CODED.fullmatch(line)):
            return {**cls._read(coded["rest"]), "code": coded["code"]}
        body = rest if unit else line
        unit = unit or "section"
        if Blank.is_in(body):
            return {"unit": unit, "num": body}
        plain = re.sub(r",? et seq\.?$", "", body)
        match = _PINPOINT.fullmatch(plain.strip())
        wordy = (
            _WORDY.fullmatch(match["num"]) if match and unit not in {"section", "rule"} else None
        )
        if not match or not (wordy or any(mark.isdecimal() for mark in match["num"])):
            hint = 'write "section 158.030", "chapter 39 of title 37" or "clause non-waivable".'
            refuse("not-a-reference", f'"{line}" is not a reference.', hint)
        fields: dict[str, Any] = {"unit": unit, "num": match["num"], "et_seq": plain != body}
        return fields | ({"pinpoint": match["pinpoint"]} if match["pinpoint"] else {})

    @property
    def key(self) -> str:
        """What is meant, for telling whether two references mean the same place."""
        own = f"{self.unit}:{self.clause or self.num or self.name}{self.pinpoint or ''}".casefold()
        return f"{own}@{self.within.key}" if self.within else own

    def holds(self, other: Reference) -> bool:
        """Says whether another reference lies within this one, as far as numbers show it.

        Example:
            >>> chapter = Reference.parse("chapter 39 of title 37")
            >>> chapter.holds(Reference.parse("section 37-39-5"))
            True
            >>> Reference.parse("chapter 15-20").holds(Reference.parse("section 15-20.1-03"))
            False
        """
        if other.within is not None and (other.within.key == self.key or self.holds(other.within)):
            return True
        if not (isinstance(self.num, str) and isinstance(other.num, str)):
            return False
        if self.num == other.num and self.unit == other.unit and self.within == other.within:
            own, its = self.pinpoint or "", other.pinpoint or ""
            return its.startswith(own) and own != its
        if self.unit not in {"chapter", "title", "article"} or other.unit != "section":
            return False
        outer = [self.num]
        if self.within is not None and isinstance(self.within.num, str):
            outer.insert(0, self.within.num)
        start = "-".join(outer).casefold()
        marks = "-" if "-" in start or self.unit == "title" else "-.:"
        num = other.num.casefold()
        return num.startswith(start) and num[len(start) : len(start) + 1] in {*marks}

    def __str__(self) -> str:
        """Writes the reference as a bill file does."""
        if self.unit in {"clause", "act"}:
            return f"{self.unit} {self.clause or self.name}"
        code = f"{self.code} " if self.code else ""
        unit = "" if code and self.unit == "section" else f"{self.unit} "
        unit = unit.title() if code else unit
        tail = f" of {self.within}" if self.within else ""
        after = " et seq." if self.et_seq else ""
        return f"{code}{unit}{self.num}{self.pinpoint or ''}{after}{tail}"


Reference.model_rebuild(_types_namespace={"Reference": Reference, "Blank": Blank})
