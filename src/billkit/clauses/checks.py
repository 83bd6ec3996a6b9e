"""Checks the clauses of a bill together: what one says must fit what the others say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from billkit.clauses import checks_of_limits, checks_of_names, checks_of_order
from billkit.clauses.bill import Bill
from billkit.clauses.checked import Checked
from billkit.clauses.fault import Fault
from billkit.clauses.locating import located
from billkit.errors import Finding

__all__ = ["CHECKS", "Check", "check_clauses", "faults"]

Check: TypeAlias = Callable[[Checked], Iterator[Fault]]
"""A check of a bill as a whole."""

CHECKS: tuple[Check, ...] = (
    checks_of_order.duplicates,
    checks_of_order.only_once,
    checks_of_order.alternatives,
    checks_of_order.blanks,
    checks_of_order.clauses_needed,
    checks_of_order.stages_there,
    checks_of_names.bodies_named,
    checks_of_names.bodies_there,
    checks_of_names.voters_known,
    checks_of_names.clauses_named,
    checks_of_names.sections_known,
    checks_of_names.definitions_used,
    checks_of_limits.kept_and_waived,
    checks_of_limits.sunset_after_effect,
    checks_of_limits.nothing_before_effect,
    checks_of_limits.lengths,
)
"""Every check, in the order in which its faults are told."""


def faults(checked: Checked) -> Iterator[Fault]:
    """Yields what is wrong with the clauses together."""
    for check in CHECKS:
        yield from check(checked)


def check_clauses(bill: Bill) -> tuple[Finding, ...]:
    """Checks the clauses of a bill together, each already sound alone.

    A finding on a bill that was loaded from a file bears the place there.

    Returns:
        The findings, errors and warnings: ``duplicate-id``, ``only-once``, ``open-alternative``,
        ``repeated-alternative``, ``lone-alternative``, ``open-blank``, ``renewal-without-term``,
        ``nobody-decides``, ``no-such-stage``, ``undefined-body``, ``body-not-established``,
        ``undefined-voters``, ``undefined-clause``, ``clause-twice``, ``defined-not-used``,
        ``waivable-and-not``,
        ``sunset-before-effect``, ``due-before-effect``, ``due-after-sunset``,
        ``renewal-of-endless-term``, ``longer-than-forever``.

    Example:
        >>> from billkit.clauses.lasting import RenewalClause
        >>> [finding.code for finding in check_clauses(Bill().with_(RenewalClause()))]
        ['renewal-without-term']
    """
    return tuple(located(fault, bill) for fault in faults(Checked(bill)))
