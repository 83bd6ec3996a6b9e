"""Contrasts documents as they are: each is profiled, then all are set side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from billkit.clauses.bill import Bill
from billkit.contrasting.lookout import look_at
from billkit.contrasting.pairing import contrast_profiles, matrix
from billkit.contrasting.printing import PrintedContrast, PrintedMatrix
from billkit.errors import Finding
from billkit.reading.profiles import Profile
from billkit.reading.profiling import profile_document
from billkit.tree import Document

__all__ = ["contrast_documents", "matrix_of"]


def contrast_documents(
    draft: Document,
    *laws: Document,
    bill: Bill | None = None,
    kinds: Iterable[str] | None = None,
    library: Path | None = None,
) -> PrintedContrast:
    """Sets a draft and laws side by side, provision by provision.

    Args:
        draft: The first text; as a rule a draft.
        laws: The others, in the order in which they are shown.
        bill: The bill that the draft was made from, whose fields then give its values.
        kinds: The kinds of provision to show; where none are given, every kind that is said.
        library: The folder of statutes whose curated profiles are used; the shipped one where
            none is given.

    Raises:
        ReadError: a profile file is not as it should be.
    """
    first = profile_document(draft, bill=bill, library=library)
    others = [profile_document(law, library=library) for law in laws]
    findings: list[Finding] = []
    for document in (draft, *laws):
        findings.extend(look_at(document))
    return contrast_profiles(first, *others, kinds=kinds, findings=findings)


def matrix_of(
    what: Sequence[Document | Profile],
    *,
    kinds: Iterable[str] | None = None,
    library: Path | None = None,
) -> PrintedMatrix:
    """Sets documents and curated profiles in one table of provisions by acts.

    Args:
        what: Documents, which are profiled, and profiles of acts, such as those of programs
            without a law.
        kinds: The kinds of provision; all by default.
        library: As for `contrast_documents`.

    Raises:
        ReadError: a profile file is not as it should be.
    """
    profiles = [
        each if isinstance(each, Profile) else profile_document(each, library=library)
        for each in what
    ]
    return matrix(*profiles, kinds=kinds)
