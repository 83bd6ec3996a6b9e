"""Ladders: how a jurisdiction names and numbers the levels of its provisions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from billkit.errors import Finding, ReadError
from billkit.text.enumerators import Style, format_ordinal

__all__ = ["GENERAL", "Corpus", "Ladder", "Level"]

Corpus: TypeAlias = Literal["code", "rules"]
"""The bodies of text with ladders of their own; bills are numbered as the code is."""

_SPEC = re.compile(
    r"""
    ^ (?P<kind> [a-z][a-z-]*) \s+
    (?: (?P<first> \S.*?) (?<![A-Za-z0-9]) 1 (?P<first_after> \W*?) \s* \| \s* )?
    (?P<before> .*?) (?<![A-Za-z0-9])
    (?P<sample> 1 | 2 | aa | AA | Aa | a | A | i | I)
    (?P<after> [^\w\s]*) $
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a ladder: what its provisions are called and how they are numbered.

    ``before`` and ``after`` are printed around the value: ``(`` and ``)``, or ``Subd. `` and
    ``.``; ``first`` stands in place of ``before`` at the first provision of the level, where a
    jurisdiction prints that one otherwise (``Subdivision 1.``, then ``Subd. 2.``).
    """

    kind: str
    before: str
    style: Style
    after: str
    first: str | None = None

    @property
    def form(self) -> tuple[str, str]:
        """What is printed before and after the value."""
        return self.before, self.after

    def format(self, number: int) -> str:
        """Writes the level's n-th enumerator, counted from 1.

        Example:
            >>> Level("paragraph", "(", "a", ")").format(27)
            '(aa)'
        """
        before = self.first if number == 1 and self.first is not None else self.before
        return f"{before}{format_ordinal(self.style, number)}{self.after}"


@dataclass(frozen=True, slots=True)
class Ladder:
    """The levels below a section, from the outermost in."""

    levels: tuple[Level, ...]

    @classmethod
    def parse(cls, levels: Iterable[str]) -> Ladder:
        """Reads a ladder from its levels, each the name of its provisions and a first enumerator.

        Args:
            levels: For example ``subsection (1)``; ``subdivision Subdivision 1. | Subd. 2.``
                where the first is printed otherwise.

        Raises:
            ReadError: ``ladder-level`` for each level that is not of that form.

        Example:
            >>> ladder = Ladder.parse(["subsection (1)", "paragraph (a)", "subparagraph 1."])
            >>> [ladder.format(depth, 2) for depth in range(3)]
            ['(2)', '(b)', '2.']
        """
        found: list[Level] = []
        wrong: list[Finding] = []
        for spec in levels:
            match = _SPEC.match(spec)
            if match is None:
                wrong.append(
                    Finding(
                        code="ladder-level",
                        message=f'"{spec}" is not a level of a ladder.',
                        hint='write the name and the first enumerator, as in "paragraph (a)".',
                    )
                )
                continue
            sample = "1" if match["sample"] == "2" else match["sample"]
            style = next(style for style in get_args(Style) if style == sample)
            found.append(
                Level(match["kind"], match["before"], style, match["after"], match["first"])
            )
        if wrong:
            raise ReadError(*wrong)
        return cls(tuple(found))

    def format(self, level: int | str, number: int) -> str:
        """Writes the n-th enumerator of a level, given by its depth from 0 or by its kind.

        Raises:
            ReadError: ``ladder-too-short`` where the ladder has no such level.

        Example:
            >>> Ladder.parse(["subdivision Subdivision 1. | Subd. 2."]).format("subdivision", 1)
            'Subdivision 1.'
        """
        return self.level(level).format(number)

    def level(self, level: int | str) -> Level:
        """Gives a level by its depth from 0 or by its kind.

        Raises:
            ReadError: ``ladder-too-short`` where the ladder has no such level.
        """
        for depth, here in enumerate(self.levels):
            if level in (depth, here.kind):
                return here
        raise ReadError(
            Finding(
                code="ladder-too-short",
                message=f"the ladder {self} has no level {level}.",
                hint="nest the provisions less deeply, or give the ladder another level.",
            )
        )

    def below(self, depth: int, form: tuple[str, str], style: Style) -> int | None:
        """Finds the next level of that form and style below a depth (-1 is the section).

        Example:
            >>> ladder = Ladder.parse(["subsection (a)", "subdivision (1)", "item (a)"])
            >>> ladder.below(-1, ("(", ")"), "a"), ladder.below(0, ("(", ")"), "a")
            (0, 2)
        """
        for place in range(depth + 1, len(self.levels)):
            here = self.levels[place]
            if here.style == style and here.form == form:
                return place
        return None

    def has(self, form: tuple[str, str], style: Style) -> bool:
        """Says whether any level is of that form and style."""
        return self.below(-1, form, style) is not None

    def __str__(self) -> str:
        """Writes the first enumerators one after the other: ``(1) > (a) > 1. > a.``."""
        return " > ".join(level.format(1) for level in self.levels)


GENERAL = Ladder.parse(
    [
        "subsection (a)",
        "paragraph (1)",
        "subparagraph (A)",
        "clause (i)",
        "item (I)",
        "subitem (aa)",
    ]
)
"""The ladder of no jurisdiction: it names levels by their depth, however they are numbered."""
