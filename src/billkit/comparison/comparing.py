"""Compares two documents."""

from __future__ import annotations

from typing import Literal

from billkit.comparison.assembling import operations_of
from billkit.comparison.grouping import Groups
from billkit.comparison.matching import Matching
from billkit.comparison.releasing import release_pieces
from billkit.comparison.resting import without_search_for_cycles
from billkit.comparison.result import Comparison
from billkit.comparison.sides import Side, sole_section
from billkit.comparison.splitting import gathered
from billkit.comparison.subdividing import keep_numbers
from billkit.comparison.wording import Wording
from billkit.tree import Document

__all__ = ["compare_documents"]


@without_search_for_cycles()
def compare_documents(
    enacted: Document,
    proposed: Document,
    *,
    context: Literal["law", "text"] = "law",
    marks: Literal["readable", "minimal"] = "readable",
) -> Comparison:
    """Says what a proposed text changes in an enacted one, provision by provision.

    Args:
        enacted: The law as it stands, or the earlier or first text.
        proposed: The draft, or the later or second text.
        context: ``law`` for a text against the law it would change, ``text`` for two texts of
            different descent.
        marks: ``readable`` for few whole hunks, ``minimal`` for the fewest words.

    Example:
        >>> from billkit.tree import Document, Node, runs
        >>> def law(words):
        ...     return Document(Node("document", children=(Node("paragraph", text=runs(words)),)))
        >>> compared = compare_documents(law("The board shall act."), law("The board may act."))
        >>> sorted(compared.operations[0].changes)
        ['reworded']
    """
    with_frame = {enacted.standing, proposed.standing} <= {"bill", "draft"}
    e_sole, p_sole = sole_section(enacted), sole_section(proposed)
    mine = Side(
        enacted,
        with_frame=with_frame,
        transparent=e_sole if e_sole and not _has_section(proposed) else "",
    )
    theirs = Side(
        proposed,
        with_frame=with_frame,
        transparent=p_sole if p_sole and not _has_section(enacted) else "",
    )
    matching = Matching(mine, theirs)
    matching.run()
    release_pieces(matching)
    wording = Wording(readable=marks == "readable")
    splits, merges = [], []
    if matching.is_open:
        keep_numbers(matching)
        splits = gathered(matching, wording, merging=False)
        merges = gathered(matching, wording, merging=True)
    operations = operations_of(Groups(matching, splits, merges), wording)
    return Comparison(
        context=context,
        enacted=enacted,
        proposed=proposed,
        operations=operations,
        marks=marks,
        enacted_frame=tuple(mine.frame),
        proposed_frame=tuple(theirs.frame),
    )


def _has_section(document: Document) -> bool:
    """Says whether a document has sections of law."""
    return any(node.kind == "section" and node.role == "law" for node in document.root.walk())
