"""Checks of how clauses stand together: ids, alternatives, blanks, and what needs what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from billkit.clauses.base import Blank
from billkit.clauses.checked import Checked
from billkit.clauses.fault import Fault
from billkit.clauses.toml_lines import TomlPath
from billkit.clauses.voting import Vote
from billkit.clauses.walking import texts, values

__all__ = ["alternatives", "blanks", "clauses_needed", "duplicates", "only_once", "stages_there"]

_ONCE = frozenset({"short-title", "severability", "emergency", "sunset", "effective-date"})

_STAGE_NEEDS = {
    "apply": "a clause of kind application",
    "approve": "a clause of kind authority or decision",
    "revise": "an application clause with `revisable = true`",
    "renew": "a clause of kind renewal",
    "withdraw": "a revocation clause with `withdrawal = true`",
}
_STAGE_KINDS = {
    "apply": ("application",),
    "approve": ("authority", "decision"),
    "revise": ("application",),
    "renew": ("renewal",),
    "withdraw": ("revocation",),
}


def duplicates(checked: Checked) -> Iterator[Fault]:
    """No two clauses have the same id."""
    seen: set[str] = set()
    for index, clause in enumerate(checked.bill.clauses):
        once = clause.kind in _ONCE and clause.alternative is None
        if clause.id in seen and not once:
            yield Fault(
                code="duplicate-id",
                message=f'two clauses are called "{clause.id}".',
                path=checked.path(index),
                hint='give one of them an `id` of its own, as in id = "second-vote".',
            )
        seen.add(clause.id)


def only_once(checked: Checked) -> Iterator[Fault]:
    """What an act can say only once is said once, alternatives of a model act aside."""
    seen: set[str] = set()
    for index, clause in enumerate(checked.bill.clauses):
        if clause.kind not in _ONCE or clause.alternative is not None:
            continue
        if clause.kind in seen:
            yield Fault(
                code="only-once",
                message=f'an act has one clause of kind "{clause.kind}".',
                path=checked.path(index),
                hint="remove one, or make them alternatives of a model act.",
            )
        seen.add(clause.kind)


def alternatives(checked: Checked) -> Iterator[Fault]:
    """Alternatives stand in a model act, two or more of a kind, each with its own letter."""
    letters: dict[str, Counter[str]] = defaultdict(Counter)
    for clause in checked.bill.clauses:
        if clause.alternative is not None:
            letters[clause.kind][clause.alternative] += 1
    for index, clause in enumerate(checked.bill.clauses):
        if clause.alternative is None:
            continue
        path = checked.path(index, "alternative")
        if checked.bill.stage == "filing":
            yield Fault(
                code="open-alternative",
                message="a bill ready for filing still holds an alternative.",
                path=path,
                hint='keep one and take its letter away, or set `stage = "model"`.',
            )
        elif letters[clause.kind][clause.alternative] > 1:
            message = f'two alternatives of kind "{clause.kind}" bear the same letter.'
            yield Fault("repeated-alternative", message, path, hint="letter them A, B, C.")
        elif letters[clause.kind].total() == 1 and not checked.is_broken(clause.kind):
            message = f'the alternative is the only one of kind "{clause.kind}".'
            yield Fault("lone-alternative", message, path, hint="add the other, or no letter.")


def blanks(checked: Checked) -> Iterator[Fault]:
    """A bill ready for filing has nothing left to fill in."""
    if checked.bill.stage != "filing":
        return
    bill = checked.bill
    for path, text in texts(bill.model_copy(update={"clauses": ()})):
        if Blank.is_in(text):
            yield _blank(text, path)
    for index, clause in enumerate(bill.clauses):
        for path, text in texts(clause):
            if Blank.is_in(text):
                yield _blank(text, checked.path(index, *path))


def _blank(text: str, path: TomlPath) -> Fault:
    """Says that something is left to fill in."""
    path = path[:-1] if path[-1:] == ("line",) else path
    return Fault(
        code="open-blank",
        message=f'a bill ready for filing still holds a blank: "{text}".',
        path=path,
        hint='fill it in, or set `stage = "model"`.',
    )


def clauses_needed(checked: Checked) -> Iterator[Fault]:
    """A clause that speaks of another's matter has that other clause."""
    for index, clause in enumerate(checked.bill.clauses):
        if clause.kind == "renewal" and not checked.has("term"):
            yield Fault(
                code="renewal-without-term",
                message="a renewal is provided for, but no term that it could renew.",
                path=checked.path(index),
                hint='add a clause of kind "term".',
            )
        if clause.kind == "application" and not checked.has("authority", "decision"):
            yield Fault(
                code="nobody-decides",
                message="there is an application, but no one to approve it.",
                path=checked.path(index),
                hint='add a clause of kind "authority".',
                severity="warning",
            )


def stages_there(checked: Checked) -> Iterator[Fault]:
    """A vote is held at a step that the bill has."""
    there = checked.bill.stages
    for index, clause in enumerate(checked.bill.clauses):
        for path, vote in values(clause, Vote):
            if path[0] != "votes" or vote.stage in there:
                continue
            if checked.is_broken(*_STAGE_KINDS[vote.stage]):
                continue
            yield Fault(
                code="no-such-stage",
                message=f'a vote is asked for at the stage "{vote.stage}", which the bill has not.',
                path=checked.path(index, *path, "stage"),
                hint=f"add {_STAGE_NEEDS[vote.stage]}, or move the vote to another stage.",
            )
