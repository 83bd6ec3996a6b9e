"""What two texts have in common at their ends."""

from __future__ import annotations

__all__ = ["common_ends"]


def common_ends(enacted: str, proposed: str) -> tuple[int, int]:
    """Measures what two texts have in common at their ends, in characters, at token borders."""
    short = min(len(enacted), len(proposed))
    start = _common(enacted, proposed, short)
    start = _border(enacted, proposed, start)
    rest = short - start
    end = _common_end(enacted, proposed, rest)
    while end and not (
        enacted[len(enacted) - end - 1 : len(enacted) - end].isspace()
        and not enacted[len(enacted) - end].isspace()
        and proposed[len(proposed) - end - 1 : len(proposed) - end].isspace()
    ):
        following = enacted.find(" ", len(enacted) - end)
        end = len(enacted) - following - 1 if following >= 0 else 0
    return start, end


def _border(enacted: str, proposed: str, start: int) -> int:
    """Goes back from a place to the nearest border of tokens behind a blank."""
    while start:
        if (
            enacted[start - 1].isspace()
            and not enacted[start : start + 1].isspace()
            and not proposed[start : start + 1].isspace()
        ):
            return start
        start = enacted.rfind(" ", 0, start - 1) + 1
    return 0


def _common(enacted: str, proposed: str, short: int) -> int:
    """Counts the characters that two texts share at the head, by halving."""
    low, high = 0, short
    while low < high:
        middle = (low + high + 1) // 2
        if enacted[low:middle] == proposed[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(enacted: str, proposed: str, short: int) -> int:
    """Counts the characters that two texts share at the end, by halving."""
    low, high = 0, short
    e_size, p_size = len(enacted), len(proposed)
    while low < high:
        middle = (low + high + 1) // 2
        if enacted[e_size - middle : e_size - low] == proposed[p_size - middle : p_size - low]:
            low = middle
        else:
            high = middle - 1
    return low
