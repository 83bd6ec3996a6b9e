"""What two texts have in common at their ends."""

from __future__ import annotations

from rapidfuzz.distance import Postfix, Prefix

__all__ = ["common_ends"]


def common_ends(enacted: str, proposed: str) -> tuple[int, int]:
    """Measures what two texts have in common at their ends, in characters, at token borders."""
    start = _border(enacted, proposed, Prefix.similarity(enacted, proposed))
    rest = min(len(enacted), len(proposed)) - start
    end = min(Postfix.similarity(enacted, proposed), rest)
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
