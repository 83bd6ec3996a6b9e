"""Says why provisions were taken for counterparts, or why a provision has none."""

from __future__ import annotations

from billkit.comparison.operations import Evidence, Operation
from billkit.comparison.similarity import Similarity
from billkit.tree import Document

__all__ = ["explained"]


def explained(enacted: Document, proposed: Document, operation: Operation) -> Evidence:
    """Gives the evidence for an operation: score, deciding words, runner-up.

    The score is the share of words in common, rare words counting more; the runner-up is the
    provision of the other side that comes closest of all the rest.
    """
    similarity = Similarity()
    mine, theirs = _bodies(enacted), _bodies(proposed)
    similarity.learn(mine.values())
    similarity.learn(theirs.values())
    sought, others, taken = (
        (operation.enacted, theirs, set(operation.proposed))
        if operation.enacted
        else (operation.proposed, mine, set(operation.enacted))
    )
    home = mine if operation.enacted else theirs
    body = " ".join(home[id_] for id_ in sought)
    ranked = sorted(
        ((similarity.score(body, other), id_) for id_, other in others.items() if id_ not in taken),
        key=lambda pair: (-pair[0], pair[1]),
    )
    runner_up = ranked[0] if ranked and ranked[0][0] > 0 else None
    counterpart = " ".join(others[id_] for id_ in others if id_ in taken)
    return Evidence(
        _reason(operation, same=bool(taken) and body == counterpart),
        similarity.score(body, counterpart) if taken else 0.0,
        similarity.deciding(body, counterpart) if taken else (),
        runner_up[1] if runner_up else None,
        runner_up[0] if runner_up else 0.0,
    )


def _reason(operation: Operation, *, same: bool) -> str:
    """States what decided."""
    if "uncompared" in operation.changes and not (operation.enacted and operation.proposed):
        return "the other side's words are not held here"
    if not operation.enacted or not operation.proposed:
        return "no provision of the other side has words enough in common"
    if same:
        return "the same words stand on both sides"
    return operation.evidence.reason if operation.evidence else "the same words but for their form"


def _bodies(document: Document) -> dict[str, str]:
    """Gives the words of every provision without its number."""
    return {
        id_: node.words[len(node.num or "") :].strip()
        for id_, node in zip(document.ids, document.provisions, strict=True)
    }
