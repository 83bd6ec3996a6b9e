"""Makes marks readable: few whole hunks instead of the very fewest words."""

from __future__ import annotations

from collections.abc import Sequence

from billkit.comparison.blocks import Block
from billkit.comparison.similarity import STOP_WORDS

__all__ = ["cleaned"]

_ISLAND = 3
_FEW = 3
_TIMES = 3


def cleaned(blocks: Sequence[Block], e_keys: Sequence[int], names: Sequence[str]) -> list[Block]:
    """Joins changes that only a few stop-words or marks of punctuation keep apart.

    Args:
        blocks: The blocks of a comparison, in order.
        e_keys: The numbers of the enacted tokens.
        names: The folded token that each number stands for.

    Returns:
        The blocks with such islands taken into the changes around them. A bracket that closes
        goes where the one that opens has gone: "one (1)" for "two (2)", each as a whole.
    """
    out: list[Block] = []
    last = len(blocks) - 1
    before: Block | None = None
    open_ = 0
    for number, block in enumerate(blocks):
        sign, e_from, e_to, p_from, p_to = block
        if before is None:
            joins = False
        elif sign == "!":
            joins = True
        else:
            joins = (
                sign == "="
                and e_to - e_from <= _ISLAND
                and number < last
                and blocks[number + 1][0] == "!"
                and _is_island(
                    [names[key] for key in e_keys[e_from:e_to]],
                    _size(before) + _size(blocks[number + 1]),
                )
            )
        if joins and before is not None:
            before = out[-1] = ("!", before[1], e_to, before[3], p_to)
            if sign == "=":
                open_ += _opened([names[key] for key in e_keys[e_from:e_to]])
        elif before and open_ > 0 and sign == "=" and names[e_keys[e_from]] == ")":
            out[-1] = ("!", before[1], e_from + 1, before[3], p_from + 1)
            if e_from + 1 < e_to:
                out.append(("=", e_from + 1, e_to, p_from + 1, p_to))
                before = None
            else:
                before = out[-1]
            open_ = 0
        else:
            open_ = 0
            out.append(block)
            before = block if sign == "!" else None
    return out


def _opened(kept: Sequence[str]) -> int:
    """Counts the brackets that open among tokens, less those that close."""
    return kept.count("(") - kept.count(")")


def _size(block: Block) -> int:
    return max(block[2] - block[1], block[4] - block[3])


def _is_island(kept: Sequence[str], around: int) -> bool:
    """Says whether words kept between two changes tell nothing."""
    if all(name in STOP_WORDS or not name[:1].isalnum() for name in kept):
        return len(kept) <= _ISLAND
    return len(kept) <= _FEW and len(kept) * _TIMES <= around
