"""Drafts innovation-zone bills from typed clauses and compares them with the enacted law.

Each name is brought in when it is first used, so that no command waits for what it does not need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from billkit._api import (
        compare,
        compare_folders,
        contrast,
        draft,
        load_bill,
        load_statute,
        matrix,
        merge,
        profile,
        read,
    )
    from billkit.clauses.bill import Bill
    from billkit.errors import (
        BillError,
        BillkitError,
        DraftError,
        Finding,
        OutputError,
        ReadError,
        StatuteError,
        Where,
    )
    from billkit.library import history, list_statutes
    from billkit.printed import Comparison
    from billkit.reading.profiles import Profile
    from billkit.tree import Document, Node

__all__ = [
    "Bill",
    "BillError",
    "BillkitError",
    "Comparison",
    "Document",
    "DraftError",
    "Finding",
    "Node",
    "OutputError",
    "Profile",
    "ReadError",
    "StatuteError",
    "Where",
    "compare",
    "compare_folders",
    "contrast",
    "draft",
    "history",
    "list_statutes",
    "load_bill",
    "load_statute",
    "matrix",
    "merge",
    "profile",
    "read",
]

_HOMES = {
    "billkit._api": {
        "compare",
        "compare_folders",
        "contrast",
        "draft",
        "load_bill",
        "load_statute",
        "matrix",
        "merge",
        "profile",
        "read",
    },
    "billkit.clauses.bill": {"Bill"},
    "billkit.errors": {
        "BillError",
        "BillkitError",
        "DraftError",
        "Finding",
        "OutputError",
        "ReadError",
        "StatuteError",
        "Where",
    },
    "billkit.library": {"history", "list_statutes"},
    "billkit.printed": {"Comparison"},
    "billkit.reading.profiles": {"Profile"},
    "billkit.tree": {"Document", "Node"},
}


def __getattr__(name: str) -> Any:
    """Brings a public name in from where it stands."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """Lists the public names."""
    return __all__
