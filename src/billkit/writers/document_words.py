"""The words of a provision as they are written out: each run with its own text status."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from billkit.tree import Node, Run, Runs

__all__ = ["groups", "own_runs", "tail_runs"]


def own_runs(node: Node) -> Runs:
    """Gives number, heading and text of a provision as runs that spell `Node.words`.

    Each run has its own status, the provision's where it had none; the number and the blanks
    between the parts have that of the words beside them.

    Example:
        >>> [run.text for run in own_runs(Node("subsection", num="(1)", text=(Run("The board"),)))]
        ['(1)', ' ', 'The board']
    """
    out: list[Run] = []
    if node.num:
        words = (*node.heading, *node.text)
        out.append(Run(node.num, status=words[0].status if words else None))
    for part in (node.heading, node.text):
        if part and out:
            out.append(Run(" ", status=out[-1].status))
        out.extend(part)
    return _resolved(out, node)


def tail_runs(node: Node) -> Runs:
    """Gives the words after a provision's children, each run with its own status."""
    return _resolved(list(node.tail), node)


def _resolved(words: list[Run], node: Node) -> Runs:
    """Gives runs without a status that of their provision."""
    if node.status is None:
        return tuple(words)
    return tuple(run if run.status else replace(run, status=node.status) for run in words)


def groups(words: Runs) -> list[tuple[bool, Runs]]:
    """Groups runs into those that are reconstructed (true) and those that are not.

    Example:
        >>> doubt = Run("perhaps", status="reconstructed")
        >>> [doubtful for doubtful, _ in groups((Run("The "), doubt, Run(" board")))]
        [False, True, False]
    """
    return [
        (doubtful, tuple(found))
        for doubtful, found in groupby(words, key=lambda run: run.status == "reconstructed")
    ]
