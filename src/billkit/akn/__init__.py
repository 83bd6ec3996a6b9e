"""Akoma Ntoso 3.0, the XML of law: in and out."""

from __future__ import annotations

from billkit.akn.names import eids
from billkit.akn.reading import read_akn, read_work
from billkit.akn.work import Event, EventKind, Work
from billkit.akn.writing import write_akn

__all__ = ["Event", "EventKind", "Work", "eids", "read_akn", "read_work", "write_akn"]
