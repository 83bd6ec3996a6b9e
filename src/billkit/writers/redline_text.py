"""A redline as plain text: marks that survive copying, no colour."""

from __future__ import annotations

from billkit.comparison.result import Comparison
from billkit.writers.filling import marked
from billkit.writers.redline_lines import plain_marks, redline_lines

__all__ = ["write_redline_text"]


def write_redline_text(
    comparison: Comparison, *, width: int = 80, show_all: bool = False, brief: bool = False
) -> str:
    """Writes a redline with plain marks: ``[-deleted-]``, ``{+inserted+}``, ``>> moved from (2)``.

    A mark never reaches over the end of a line: what goes on is marked anew. Everything in braces
    and after ``>>`` or ``<<`` is billkit's; brackets of the law stay as printed.

    Args:
        comparison: The comparison.
        width: How many characters a line holds; 24 are the fewest.
        show_all: Whether long unchanged stretches are shown in full, not folded with a count.
        brief: Whether the provisions stand alone, without head, legend and frame.
    """
    marks = plain_marks(comparison)
    lines = redline_lines(comparison, width=width, marks=marks, show_all=show_all, brief=brief)
    return "".join(f"{marked(line, marks).rstrip()}\n" for line in lines)
