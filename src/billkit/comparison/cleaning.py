"""Makes marks readable: few whole hunks instead of the very fewest words."""

from __future__ import annotations

from collections.abc import Sequence

from billkit.comparison.blocks import Block
from billkit.comparison.similarity import STOP_WORDS

__all__ = ["cleaned"]

_ISLAND = 3
_FEW = 2
_TIMES = 4


def cleaned(blocks: Sequence[Block], e_keys: Sequence[str]) -> list[Block]:
    """Joins changes that only a few stop-words or marks of punctuation keep apart.

    Args:
        blocks: The blocks of a comparison, in order.
        e_keys: The keys of the enacted tokens.

    Returns:
        The blocks with such islands taken into the changes around them.
    """
    out: list[Block] = []
    for number, block in enumerate(blocks):
        between = out and out[-1][0] == "!" and number + 1 < len(blocks)
        joins = block[0] == "!" or (
            block[0] == "="
            and number + 1 < len(blocks)
            and blocks[number + 1][0] == "!"
            and _is_island(
                e_keys[block[1] : block[2]],
                _size(out[-1]) + _size(blocks[number + 1]) if between else 0,
            )
        )
        if joins and out and out[-1][0] == "!":
            out[-1] = ("!", out[-1][1], block[2], out[-1][3], block[4])
        else:
            out.append(block)
    return out


def _size(block: Block) -> int:
    return max(block[2] - block[1], block[4] - block[3])


def _is_island(kept: Sequence[str], smaller: int) -> bool:
    """Says whether words kept between two changes tell nothing."""
    telling = [key for key in kept if key[:1].isalnum() and key not in STOP_WORDS]
    if not telling:
        return len(kept) <= _ISLAND
    return len(kept) <= _FEW and len(kept) * _TIMES <= smaller
