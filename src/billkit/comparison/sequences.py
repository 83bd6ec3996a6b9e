"""Numbers of siblings: whether they run in sequence, and how they run once more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from billkit.text.enumerators import Style, format_ordinal, readings

__all__ = ["in_sequence", "numbered_anew"]

_NUM = re.compile(r"^(?P<before>.*?)(?P<value>[^\W_]+(?:[.][^\W_]+)*)(?P<after>\W*)$", re.DOTALL)


def _parts(num: str) -> tuple[str, str, str]:
    """Splits an enumerator into what is printed before its value, the value, and what follows."""
    match = _NUM.match(num)
    return (match["before"], match["value"], match["after"]) if match else ("", num, "")


def in_sequence(nums: Sequence[str]) -> bool:
    """Says whether numbers rise from one to the next, none of them twice.

    Example:
        >>> in_sequence(["(a)", "(b)", "(d)"]), in_sequence(["(a)", "(b)", "(b)"])
        (True, False)
    """
    return _style(nums) is not None


def _style(nums: Sequence[str]) -> Style | None:
    """Finds the style in which numbers rise; None where there is none."""
    values = [dict(readings(_parts(num)[1])) for num in nums]
    if not values:
        return None
    for style in values[0]:
        if all(style in value for value in values) and all(
            one[style] < other[style] for one, other in pairwise(values)
        ):
            return style
    return None


def numbered_anew(nums: Sequence[str], samples: Sequence[Sequence[str]]) -> list[str]:
    """Numbers siblings once more, one after the other, in the style of a sample.

    Args:
        nums: The numbers that do not run in sequence.
        samples: Lists of numbers that may, the best one first: those of the same siblings before.

    Returns:
        The numbers, from the first of the sample on; ``nums`` as they are where no sample runs in
        sequence without a leap.

    Example:
        >>> numbered_anew(["(a)", "(b)", "(b)", "(c)"], [["(a)", "(b)", "(c)"]])
        ['(a)', '(b)', '(c)', '(d)']
    """
    for sample in samples:
        style = _style(sample)
        if style is None:
            continue
        places = [dict(readings(_parts(num)[1]))[style] for num in sample]
        if any(other - one != 1 for one, other in pairwise(places)):
            continue
        before, _, after = _parts(sample[-1])
        first = int(places[0])
        return [
            (
                sample[0]
                if number == 0
                else f"{before}{format_ordinal(style, first + number)}{after}"
            )
            for number in range(len(nums))
        ]
    return list(nums)
