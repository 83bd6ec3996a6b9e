"""Amounts: shares of a vote or a sum, caps on numbers, and money."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, Literal, TypeAlias, get_args

from pydantic import Field, model_validator

from billkit.clauses.base import Blank, Count, OrBlank, Text, Written, nearest, refuse
from billkit.clauses.counting import parse_count

__all__ = ["Cap", "CapPer", "Money", "MoneyPer", "Share"]

_HUNDRED = 100
_HINT = 'write "70 percent", "two-thirds", "majority" or "unanimous".'
_ALL = frozenset({"unanimous", "all", "every one", "unanimously"})
_MAJORITY = frozenset({"majority", "a majority", "simple majority", "a simple majority"})
_PERCENT = re.compile(r"(.+?)(?:\s*%| percent| per cent| per centum)", re.IGNORECASE)
_PARTS = {2: "half", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
_DENOMINATORS = {word: value for value, word in _PARTS.items()} | {"quarter": 4, "halve": 2}


class Share(Written):
    """A part of a whole: ``70 percent``, ``two-thirds``, ``majority``, ``unanimous``.

    Percentages and fractions are read as "at least"; a majority is more than half.
    """

    examples = ("70 percent", "two-thirds", "majority", "unanimous")

    form: Literal["percent", "fraction", "majority", "unanimous"] = "percent"
    """How the law says it."""
    numerator: int = Field(default=1, ge=0, strict=True)
    """The part: 70 of seventy percent, 2 of two-thirds."""
    denominator: int = Field(default=1, ge=1, strict=True)
    """The whole: 100 for percent, 3 for two-thirds."""

    @model_validator(mode="before")
    @classmethod
    def _whole(cls, data: object) -> object:
        """Fills the numbers that follow from the form; reads 0.7 as seventy percent."""
        if isinstance(data, bool):
            refuse("not-a-share", f"{data!r} is not a share.", _HINT)
        if isinstance(data, float):
            percent = round(data * _HUNDRED, 6)
            if percent != int(percent):
                refuse("not-a-share", f"{data} is no whole percentage.", "write a fraction.")
            return {"form": "percent", "numerator": int(percent), "denominator": _HUNDRED}
        if isinstance(data, int):
            hint = f'write "{data} percent".'
            refuse("share-above-one", f"{data} is not a part of a whole.", hint)
        if not isinstance(data, dict):
            return data
        form = data.get("form", "percent")
        fixed = {"percent": {"denominator": _HUNDRED}, "majority": {"numerator": 1}}
        fixed["majority"]["denominator"] = 2
        fixed["unanimous"] = {"numerator": 1, "denominator": 1}
        return {**data, **fixed.get(str(form), {})}

    @model_validator(mode="after")
    def _check(self) -> Share:
        """Refuses nothing of the whole and more than the whole."""
        if self.numerator > self.denominator:
            refuse("share-above-one", f"{self} is more than the whole.", _HINT)
        if self.numerator == 0:
            refuse("share-of-nothing", f"{self} is no share at all.", _HINT)
        return self

    @classmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Reads a percentage, a fraction, a majority or unanimity."""
        low = re.sub(r"^at least ", "", line.casefold())
        if low in _ALL:
            return {"form": "unanimous", "numerator": 1, "denominator": 1}
        if low in _MAJORITY:
            return {"form": "majority", "numerator": 1, "denominator": 2}
        if (match := _PERCENT.fullmatch(low)) and (part := parse_count(match.group(1))) is not None:
            return {"form": "percent", "numerator": part, "denominator": _HUNDRED}
        fraction = _fraction(low)
        if fraction is None:
            refuse("not-a-share", f'"{line}" is not a share.', _HINT)
        return {"form": "fraction", "numerator": fraction[0], "denominator": fraction[1]}

    @classmethod
    def _line_schema(cls) -> dict[str, Any]:
        """Offers a number from 0 to 1 beside the line."""
        return {**super()._line_schema(), "type": ["string", "number"]}

    @property
    def fraction(self) -> Fraction:
        """The share as a number; a majority is more than its half."""
        return Fraction(self.numerator, self.denominator)

    def __str__(self) -> str:
        """Writes the share as the law says it."""
        match self.form:
            case "percent":
                return f"{self.numerator} percent"
            case "fraction":
                return f"{self.numerator}/{self.denominator}"
            case _:
                return self.form


def _fraction(low: str) -> tuple[int, int] | None:
    """Reads ``2/3`` and ``two-thirds``."""
    if match := re.fullmatch(r"(\d{1,6})\s*/\s*(\d{1,6})", low):
        numerator, denominator = int(match.group(1)), int(match.group(2))
        return (numerator, denominator) if denominator else None
    count, _, part = low.replace(" ", "-").rpartition("-")
    name = part.removesuffix("s")
    numerator_ = parse_count(count)
    if numerator_ is None or name not in _DENOMINATORS:
        return None
    return numerator_, _DENOMINATORS[name]


CapPer: TypeAlias = Literal["year", "school-year", "total", "at-once", "region"]
"""What a cap is counted by."""


class Cap(Written):
    """The most there may be: ``5 per year``, ``10 in total``, ``3 in the metropolitan area``."""

    examples = (
        "5 per year",
        "10 in total",
        "20 at any one time",
        "3 in the seven-county metropolitan area",
    )

    number: OrBlank[Count]
    """How many at most."""
    per: CapPer = "total"
    """Counted in all, by the year, at any one time, or in a region."""
    region: Text | None = None
    """The region, with its article: ``the seven-county metropolitan area``."""

    @model_validator(mode="after")
    def _check(self) -> Cap:
        """Wants a region where the cap is counted by one, and only there."""
        if (self.per == "region") != (self.region is not None):
            hint = 'write "3 in the metropolitan area".'
            refuse("cap-region", "a cap by region names its region, and no other cap does.", hint)
        return self

    @classmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Reads the number and what it is counted by."""
        match = re.fullmatch(
            r"(?:up to |at most )?(\[[^\]]+\]|\S+?)"
            r"(?: (per year|each year|a year|per school year|in total|in all"
            r"|at any one time|at once)| in (.+))?",
            line,
            re.IGNORECASE,
        )
        number = match and (
            match.group(1) if Blank.is_in(match.group(1)) else parse_count(match.group(1))
        )
        if not match or number is None:
            hint = 'write "5 per year", "10 in total" or "3 in the metropolitan area".'
            refuse("not-a-cap", f'"{line}" is not a cap.', hint)
        if match.group(3):
            return {"number": number, "per": "region", "region": match.group(3)}
        word = (match.group(2) or "in total").casefold()
        per = {"in": "total", "at": "at-once"}.get(word[:2], "year")
        return {"number": number, "per": "school-year" if "school" in word else per}

    def __str__(self) -> str:
        """Writes the number and what it is counted by."""
        tails = {"year": "per year", "school-year": "per school year", "total": "in total"}
        tails["at-once"] = "at any one time"
        return f"{self.number} {tails.get(self.per) or f'in {self.region}'}"


MoneyPer: TypeAlias = Literal["total", "year", "biennium", "grant", "school", "district", "student"]
"""What a sum of money is counted by."""


class Money(Written):
    """A sum of dollars: ``$500,000``, ``$50,000 per grant``."""

    examples = ("$500,000", "$50,000 per grant")

    dollars: int = Field(ge=1, le=10**12, strict=True)
    """Whole dollars."""
    per: MoneyPer = "total"
    """What the sum is counted by."""

    @model_validator(mode="before")
    @classmethod
    def _number(cls, data: object) -> object:
        """Reads a bare number as dollars."""
        plain = isinstance(data, int) and not isinstance(data, bool)
        return {"dollars": data} if plain else data

    @classmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Reads the dollars and what they are counted by."""
        match = re.fullmatch(
            r"\$?\s*(\d[\d,]*)(?: dollars)?(?: (?:per|each|a) (\S+))?", line, re.IGNORECASE
        )
        dollars = parse_count(match.group(1)) if match else None
        if not match or dollars is None:
            hint = 'write "$500,000" or "$50,000 per grant".'
            refuse("not-money", f'"{line}" is not a sum of whole dollars.', hint)
        per = (match.group(2) or "total").casefold()
        known = get_args(MoneyPer)
        if per not in known:
            refuse("not-money", f'money is not counted by the "{per}".', nearest(per, known))
        return {"dollars": dollars, "per": per}

    @classmethod
    def _line_schema(cls) -> dict[str, Any]:
        """Offers bare dollars beside the line."""
        return {**super()._line_schema(), "type": ["string", "integer"]}

    def __str__(self) -> str:
        """Writes the sum in figures."""
        return f"${self.dollars:,}" + ("" if self.per == "total" else f" per {self.per}")
