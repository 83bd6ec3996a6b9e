"""Says where in a bill something is wrong: in its file where it has one, else in its clauses."""

from __future__ import annotations

from billkit.clauses.bill import Bill
from billkit.clauses.fault import Fault
from billkit.clauses.toml_lines import TomlPath
from billkit.errors import Finding, Where

__all__ = ["described", "located"]


def described(path: TomlPath, bill: Bill) -> str:
    """Names a path for people: clauses by id, further lists by place counted from 1.

    Example:
        >>> described(("names", "state-board"), Bill())
        'names > state-board'
    """
    steps: list[str] = []
    for step in path:
        if isinstance(step, int):
            own = steps == ["clauses"] and step < len(bill.clauses)
            steps.append(bill.clauses[step].id if own else str(step + 1))
        else:
            steps.append(step)
    return " > ".join(steps)


def located(fault: Fault, bill: Bill) -> Finding:
    """Makes a finding of a fault in a bill: with file, line and excerpt where it was loaded.

    Args:
        fault: What is wrong, at a path in the bill: ``("clauses", 2, "initial")``.
        bill: The bill.

    Example:
        >>> print(located(Fault("odd", "this is odd.", ("subject",)), Bill()))
        odd: this is odd.
          subject
    """
    path = fault.path
    if path[:1] == ("clauses",) and len(path) > 1 and isinstance(path[1], int):
        held = bill.whence.of_clause(bill.clauses[path[1]])
        if held is not None:
            source, above = held
            return source.finding(fault, (*above, *path[2:]))
    elif path:
        field = str(path[0]).replace("-", "_")
        source_ = bill.whence.of_field(path, getattr(bill, field, None))
        if source_ is not None:
            return source_.finding(fault, path)
    return Finding(
        code=fault.code,
        message=fault.message,
        where=Where(path=described(path, bill) or None),
        hint=fault.hint,
        severity=fault.severity,
    )
