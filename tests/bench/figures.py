"""What the bench has measured: figures beside their targets, tables of engines, and their data."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from textwrap import wrap
from typing import Literal, TypeAlias

__all__ = [
    "Figure",
    "Report",
    "Section",
    "Table",
    "Verdict",
    "at_least",
    "at_most",
    "known",
    "write_json",
    "write_text",
]

Verdict: TypeAlias = Literal["met", "not met", ""]
"""Whether a figure reaches its target; "" where none is set."""

WIDTH = 80
_COLUMNS = (39, 14, 17)
_MANY = 8


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name, its value as printed and as a number, its target, the verdict."""

    name: str
    shown: str
    value: float
    target: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Table:
    """Engines side by side: a row each, the first cell its name."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The figures of one subject, with a line on how they were measured."""

    title: str
    note: str
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run has measured, and with which versions of what."""

    about: str
    versions: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure, in order."""
        return tuple(figure for section in self.sections for figure in section.figures)


def _number(value: float, unit: str) -> str:
    """Writes a number with three digits that tell something."""
    if value == int(value) and abs(value) < 10**9:
        shown = f"{int(value):,}"
    elif abs(value) >= 100:
        shown = f"{value:,.0f}"
    else:
        shown = f"{value:.3g}"
    return f"{shown} {unit}".rstrip()


def at_most(name: str, value: float, target: float, unit: str = "", *, of: str = "") -> Figure:
    """Makes a figure that must not be above its target.

    Args:
        name: What was measured.
        value: The figure.
        target: The target.
        unit: The unit of both, such as ``ms``.
        of: What the figure is a part of, such as ``/ 200``.
    """
    verdict: Verdict = "met" if value <= target else "not met"
    return Figure(
        name, _number(value, unit) + of, value, f"at most {_number(target, unit)}", verdict
    )


def at_least(name: str, value: float, target: float, unit: str = "", *, of: str = "") -> Figure:
    """Makes a figure that must not be below its target; the arguments are those of `at_most`."""
    verdict: Verdict = "met" if value >= target else "not met"
    return Figure(
        name, _number(value, unit) + of, value, f"at least {_number(target, unit)}", verdict
    )


def known(name: str, value: float, unit: str = "", *, of: str = "") -> Figure:
    """Makes a figure that has no target."""
    return Figure(name, _number(value, unit) + of, value, "", "")


def write_text(report: Report) -> str:
    """Writes a report for a screen of eighty columns."""
    out = [*wrap(report.about, WIDTH), "", *wrap("; ".join(report.versions), WIDTH)]
    for section in report.sections:
        out += ["", section.title, "=" * len(section.title), *wrap(section.note, WIDTH)]
        if section.figures:
            out.append("")
        out += [_line(figure) for figure in section.figures]
        for table in section.tables:
            out += ["", table.title, *_aligned(table)]
    missed = [
        (section.title, figure)
        for section in report.sections
        for figure in section.figures
        if figure.verdict == "not met"
    ]
    with_target = [figure for figure in report.figures if figure.verdict]
    out += ["", f"{len(with_target) - len(missed)} of {len(with_target)} targets met."]
    for title, figure in missed:
        told = f"  not met: {title}: {figure.name}: {figure.shown}, {figure.target}"
        out += wrap(told, WIDTH, subsequent_indent="    ")
    return "\n".join(out) + "\n"


def _line(figure: Figure) -> str:
    name, shown, target = _COLUMNS
    head = _cut(figure.name, name)
    line = f"{head:<{name}}{figure.shown:>{shown}}  {figure.target:<{target}} {figure.verdict}"
    return line.rstrip()


def _aligned(table: Table) -> list[str]:
    """Sets a table in columns; the first one takes what the others leave."""
    rows = (table.head, *table.rows)
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.head))]
    gap = "  " if len(widths) <= _MANY else " "
    widths[0] = min(widths[0], max(WIDTH - sum(widths[1:]) - len(gap) * (len(widths) - 1), 8))
    lines = [
        gap.join(
            _cut(cell, widths[0]).ljust(widths[0]) if column == 0 else cell.rjust(widths[column])
            for column, cell in enumerate(row)
        ).rstrip()
        for row in rows
    ]
    return [lines[0], "-" * min(WIDTH, max(map(len, lines))), *lines[1:]]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def write_json(report: Report) -> str:
    """Writes a report as data, for pages and charts that show parts of it."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=1) + "\n"
