"""Drafting: its speed in all states' forms, and how much of an act its preset reproduces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from billkit.clauses.bill import Bill
from billkit.clauses.composing import preset_names
from billkit.clauses.loading import load_bill, shipped_presets
from billkit.comparison.comparing import compare_documents
from billkit.drafting.drafting import draft_bill
from billkit.errors import DraftError
from billkit.language.library import ModelLanguage
from billkit.library import load_statute
from billkit.text.words import count_words
from billkit.tree import Document
from tests.bench.figures import Figure, Section, Table, at_least, at_most
from tests.bench.scope import Scope
from tests.bench.timing import interleaved, seconds

__all__ = ["Share", "measure", "shares_of"]

_AFTER = "after-"
_REPRODUCED = 0.95
_SURPLUS = 0.05


@dataclass(slots=True)
class Share:
    """Words of an act that is held: how many a draft reproduces, and how many it has beyond.

    ``held`` and ``same`` count by text status.
    """

    held: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    surplus: int = 0

    @property
    def reproduced(self) -> float:
        """The share of the held words that the draft has."""
        return self.same.total() / max(self.held.total(), 1)

    @property
    def beyond(self) -> float:
        """The words the draft has alone, over the held words."""
        return self.surplus / max(self.held.total(), 1)


def shares_of(enacted: Document, proposed: Document) -> Share:
    """Compares a draft with an act and counts: words in ``=``, ``~``, ``#`` are reproduced."""
    found = Share()
    for node in enacted.provisions:
        if not node.is_gap:
            words = count_words(node.words) + count_words(node.tail_words)
            found.held[node.status or "none"] += words
    status = "none"
    for operation in compare_documents(enacted, proposed).operations:
        for sign, mine, theirs in operation.words:
            if sign == "|" and mine:
                status = enacted.by_id[mine.removesuffix("~tail")].status or "none"
            elif sign in "=~#":
                found.same[status] += count_words(mine)
            elif sign == "+":
                found.surplus += count_words(theirs)
    return found


def measure(scope: Scope) -> Section:
    """Drafts the model act and all presets in all styles; compares presets with their acts."""
    language = ModelLanguage()
    model = load_bill("model-act")
    presets = [load_bill(name) for name in preset_names(shipped_presets())]
    style = language.style("us-nd")
    draft_bill(model, style, language=language)
    times = interleaved(
        scope.rounds, {"model": lambda: draft_bill(model, style, language=language)}, of=min
    )
    styles = [language.style(name) for name in language.styles()]
    refused: list[str] = []

    def draft_all() -> None:
        for bill in presets:
            for form in styles:
                try:
                    draft_bill(bill, form, language=language)
                except DraftError as error:
                    refused.extend(finding.code for finding in error.findings)

    taken = seconds(draft_all)
    after = [name for name in preset_names(shipped_presets()) if name.startswith(_AFTER)]
    figures = [
        at_most("drafting the model act, warm", times["model"] * 1000, 30, "ms"),
        at_most(f"{len(presets)} presets in {len(styles)} styles", taken, 10, "s"),
    ]
    rows: list[tuple[str, ...]] = []
    for name in after:
        figures += _reproduction(name, load_bill(name), language, rows)
    told = "" if after else " No preset after a state's act is shipped."
    return Section(
        "Drafting",
        f"{len(refused)} drafts were refused because a state has no such clause. A preset after an "
        "act reproduces the act's words where these stand in the draft: the same, restyled, or "
        f"following a renumbering.{told}",
        tuple(figures),
        (Table("By text status", ("preset", "status", "held", "reproduced"), tuple(rows)),)
        if rows
        else (),
    )


def _reproduction(
    name: str, bill: Bill, language: ModelLanguage, rows: list[tuple[str, ...]]
) -> Iterator[Figure]:
    """Measures one preset against its state's default act."""
    state = bill.jurisdiction or ""
    proposed = draft_bill(bill, language.style(state), language=language)
    found = shares_of(load_statute(state), proposed)
    yield at_least(f"{name}: reproduced", found.reproduced, _REPRODUCED)
    yield at_most(f"{name}: surplus", found.beyond, _SURPLUS)
    rows.extend(
        (name, status, str(held), f"{found.same[status] / held:.3f}")
        for status, held in sorted(found.held.items())
        if held
    )
