"""Loads laws of the library as documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from billkit.errors import Finding, StatuteError
from billkit.library.choosing import check_day, choose, force_on
from billkit.library.index import ActEntry
from billkit.library.shelves import Library, Statute, Version
from billkit.library.withholding import withhold_reconstructed
from billkit.tree import Document, Node, Source, Standing

__all__ = ["holds", "load_statute"]


def load_statute(
    what: str,
    *,
    on: str | None = None,
    include_reconstructed: bool = False,
    library: Library | Path | str | None = None,
) -> Document:
    """Loads a law, or all sections of an act as one document.

    Args:
        what: The id of a law (``us-ky/krs-156.108``, with ``@2012`` for a version), of an act
            (``us-ky/districts-of-innovation``), or a state (``us-ky``), which means its default
            act. Without a version, the latest is meant, or the last before the repeal.
        on: A day, as 2024-07-01: the version in force on it is meant.
        include_reconstructed: Brings in reconstructed text, which else is left out and stands as
            a gap that says so.
        library: A folder searched before the library that billkit ships, or a library opened
            before.

    Raises:
        StatuteError: ``unknown-statute``, ``unknown-version``, ``no-text-held``, ``bad-date``,
            ``not-in-force``, ``date-unclear``, ``version-not-held``, ``no-such-library``,
            ``bad-index``.
        ReadError: as reading Akoma Ntoso, for a damaged file.

    Example:
        >>> law = load_statute("us-nd/ndcc-15.1-06-08.1")
        >>> law.citation, law.standing
        ('N.D.C.C. § 15.1-06-08.1', 'in force')
    """
    shelves = library if isinstance(library, Library) else Library.open(library)
    day = None if on is None else check_day(on)
    id_, at, label = what.partition("@")
    act = shelves.act(id_) if "/" in id_ else shelves.default_act(id_)
    if act is not None and not at:
        document = _load_act(act, shelves, day)
    else:
        statute = shelves.statute(id_)
        if statute is None:
            raise _unknown(what, shelves)
        version = choose(statute, label=label if at else None, on=day)
        document = _load(statute, version, day)
    return document if include_reconstructed else withhold_reconstructed(document)


def holds(what: str, *, library: Library | Path | str | None = None) -> bool:
    """Says whether a name is that of a law, an act or a state of the library.

    Args:
        what: What may be an id, or the name of a file.
        library: As for `load_statute`.
    """
    shelves = library if isinstance(library, Library) else Library.open(library)
    id_ = what.partition("@")[0]
    if "/" not in id_:
        return any(known.startswith(f"{id_}/") for known in (*shelves.act_ids(), *shelves.ids()))
    return id_ in shelves.act_ids() or id_ in shelves.ids()


def _load(statute: Statute, version: Version, on: str | None) -> Document:
    """Reads a version and says how the law stands."""
    document = version.read()
    entry = statute.entry
    dates = dict(document.dates)
    for event in entry.events:
        if event.kind in {"enacted", "repealed"}:
            dates[event.kind] = event.date
    if version.entry.in_force:
        dates["in-force"] = version.entry.in_force
    standing: Standing = document.standing
    if entry.type == "bill":
        standing = "bill"
    elif "repealed" in dates:
        standing = "repealed" if on is None else "in force"
    if standing == "in force":
        dates.pop("repealed", None)
    return replace(
        document,
        citation=entry.citation,
        title=entry.title,
        jurisdiction=statute.jurisdiction,
        standing=standing,
        dates=dates,
    )


@dataclass(frozen=True, slots=True)
class _Section:
    """One section of an act: its law, and its text, or None where that of the day is not held."""

    statute: Statute
    document: Document | None


def _load_act(act: ActEntry, shelves: Library, on: str | None) -> Document:
    """Puts the sections of an act together."""
    sections: list[_Section] = []
    findings: list[Finding] = []
    for id_ in act.sections:
        statute = shelves.statute(id_)
        if statute is None:
            raise _unknown(id_, shelves)
        try:
            document = _load(statute, choose(statute, on=on), on)
            sections.append(_Section(statute, document))
        except StatuteError as error:
            findings.extend(error.findings)
            if on is not None and force_on(statute, on) == "in force":
                sections.append(_Section(statute, None))
    if not sections:
        raise StatuteError(*findings) if findings else _no_text(act)
    return _together(act, sections)


def _together(act: ActEntry, sections: list[_Section]) -> Document:
    """Makes one document of the sections of an act."""
    held = [section.document for section in sections if section.document is not None]
    children: list[Node] = []
    citations: list[str] = []
    provenance: list[Source] = []
    for section in sections:
        citation = section.statute.entry.citation
        if section.document is None:
            children.append(_missing_section(section.statute))
            citations.append(citation)
            continue
        children.extend(section.document.root.children)
        citations.extend([citation] * len(section.document.root.children))
        provenance.extend(
            replace(source, of=f"{citation}: {source.of}") for source in section.document.provenance
        )
    document = Document(
        root=Node("document", children=tuple(children)),
        citation=act.citation or ", ".join(dict.fromkeys(citations)),
        title=act.name,
        jurisdiction=act.id.partition("/")[0],
        standing=_standing(held),
        dates={
            name: dates[0]
            for name in ("enacted", "in-force", "repealed")
            if (dates := _common(held, name))
        },
        provenance=tuple(provenance),
    )
    tops = [id_ for id_ in document.ids if "/" not in id_]
    return replace(document, citations=dict(zip(tops, citations, strict=True)))


def _common(documents: Iterable[Document], name: str) -> list[str]:
    """Gives a date that all sections share; nothing where they differ."""
    dates = [document.dates.get(name, "") for document in documents]
    return dates[:1] if len(set(dates)) == 1 and dates[0] else []


def _standing(documents: list[Document]) -> Standing:
    """Says how an act stands: as its sections do, in force where any of them is."""
    standings = {document.standing for document in documents}
    return standings.pop() if len(standings) == 1 else "in force"


def _missing_section(statute: Statute) -> Node:
    """Makes a gap for a section whose text of the day is not held."""
    citation = statute.entry.citation
    return Node("gap", status="gap", label=f"{citation}, as in force on that day")


def _unknown(what: str, shelves: Library) -> StatuteError:
    """Says that nothing of that name is held."""
    acts = [act for act in shelves.act_ids() if act.startswith(f"{what}/")]
    if acts:
        return StatuteError(
            Finding(
                code="no-text-held",
                message=f"no act of {what} is held; there are facts on {', '.join(acts)}.",
                hint="billkit statutes list shows what is held.",
            )
        )
    return StatuteError(
        Finding(
            code="unknown-statute",
            message=f'the library has no "{what}".',
            excerpt=what,
            hint=shelves.suggestion(what),
        )
    )


def _no_text(act: ActEntry) -> StatuteError:
    """Says that only facts are known of an act."""
    return StatuteError(
        Finding(
            code="no-text-held",
            message=f"of {act.name} no text is held, only facts are.",
            hint=act.note,
        )
    )
