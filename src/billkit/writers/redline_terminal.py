"""A redline for the terminal, in colour."""

from __future__ import annotations

from rich.color import ColorSystem
from rich.style import Style

from billkit.comparison.result import Comparison
from billkit.writers.filling import Ink, Marks, marked
from billkit.writers.redline_lines import plain_marks, redline_lines
from billkit.writers.redline_text import write_redline_text

__all__ = ["write_redline_terminal"]

_STYLES: dict[Ink, Style] = {
    "deleted": Style(color="red", strike=True),
    "inserted": Style(color="green", underline=True),
    "follows": Style(color="cyan"),
    "was": Style(color="cyan", dim=True),
    "restyled": Style(italic=True),
    "uncompared": Style(dim=True),
    "note": Style(color="magenta", italic=True),
    "faint": Style(dim=True),
    "strong": Style(bold=True),
    "gap": Style(color="yellow", bold=True),
}


def write_redline_terminal(
    comparison: Comparison,
    *,
    width: int = 80,
    colour: bool = True,
    show_all: bool = False,
    brief: bool = False,
) -> str:
    """Writes a redline for a terminal.

    Deleted words are red and struck through, inserted ones green and underlined; everything else
    reads as in plain text. Words in doubt keep their mark, so that it is copied along.

    Args:
        comparison: The comparison.
        width: How many cells a line holds; 24 are the fewest.
        colour: Whether the terminal shows colour; without it the plain marks stand.
        show_all: Whether long unchanged stretches are shown in full, not folded with a count.
        brief: Whether the provisions stand alone, without head, legend and frame.
    """
    if not colour:
        return write_redline_text(comparison, width=width, show_all=show_all, brief=brief)
    marks: Marks = {"was": plain_marks(comparison)["was"]}
    lines = redline_lines(comparison, width=width, marks=marks, show_all=show_all, brief=brief)
    return "".join(f"{marked(line, marks, paint=_paint)}\n" for line in lines)


def _paint(ink: Ink, text: str) -> str:
    """Puts the escape sequences of an ink's colour round a text."""
    style = _STYLES.get(ink)
    if style is None or not text.strip():
        return text
    return style.render(text, color_system=ColorSystem.STANDARD)
