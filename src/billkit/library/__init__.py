"""The library of enacted law: what is held, how far it can be trusted, and which version."""

from __future__ import annotations

from billkit.library.counting import Counts, count_statuses
from billkit.library.histories import History, history
from billkit.library.holdings import Holding, list_acts, list_statutes
from billkit.library.index import ActEntry, EventEntry, FactEntry, StatuteEntry, VersionEntry
from billkit.library.loading import holds, load_statute
from billkit.library.shelves import Library, Statute, Version
from billkit.library.withholding import withhold_reconstructed

__all__ = [
    "ActEntry",
    "Counts",
    "EventEntry",
    "FactEntry",
    "History",
    "Holding",
    "Library",
    "Statute",
    "StatuteEntry",
    "Version",
    "VersionEntry",
    "count_statuses",
    "history",
    "holds",
    "list_acts",
    "list_statutes",
    "load_statute",
    "withhold_reconstructed",
]
