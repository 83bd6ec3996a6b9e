"""The head of an Akoma Ntoso file: identification, lifecycle, references, and billkit's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from billkit.akn.markup import attributes, escaped
from billkit.akn.parts import provisions_of
from billkit.akn.work import Event, Work, full_date
from billkit.tree import Document

__all__ = ["metadata"]

_TYPES = {"enacted": "generation", "amended": "amendment", "repealed": "repeal"}


def metadata(document: Document, eids: tuple[str, ...], work: Work) -> Iterator[str]:
    """Yields the lines of the ``meta`` element.

    Args:
        document: The document the file is of.
        eids: The eId of each of its provisions.
        work: Its name in the library and its life.
    """
    yield "    <meta>"
    yield from _identification(document, work)
    yield from _lifecycle(work)
    yield from _references(document, work)
    yield from _proprietary(document, eids, work)
    yield "    </meta>"


def _identification(document: Document, work: Work) -> Iterator[str]:
    """Yields the names and dates of the work, the version and the file."""
    jurisdiction = document.jurisdiction or "us"
    stem, _, label = work.id.rpartition("/")[2].partition("@")
    stem = _slug(stem or document.citation or document.title or "text")
    type_ = "bill" if document.standing in {"bill", "draft"} else "act"
    enacted = full_date(document.dates.get("enacted", ""))
    in_force = full_date(document.dates.get("in-force", ""))
    year = "" if enacted[1] == "unknown" else f"{enacted[0][:4]}/"
    uri = f"/akn/{_slug(jurisdiction)}/{type_}/{year}{stem}"
    version = in_force[0] if in_force[1] == "date" else _slug(label)
    expression = f"{uri}/eng@{version}" if version else f"{uri}/eng"
    author = f'<FRBRauthor href="#{"state" if document.jurisdiction else "unknown"}"/>'
    unknown = full_date("")
    yield '      <identification source="#billkit">'
    yield "        <FRBRWork>"
    yield from _named(f"{uri}/!main", uri)
    if document.citation:
        yield f"          <FRBRalias{attributes(value=document.citation, name='citation')}/>"
    if document.title:
        yield f"          <FRBRalias{attributes(value=document.title, name='title')}/>"
    yield _dated(enacted, "enacted")
    yield f"          {author}"
    yield f"          <FRBRcountry{attributes(value=jurisdiction)}/>"
    yield f"          <FRBRnumber{attributes(value=stem)}/>"
    yield "        </FRBRWork>"
    yield "        <FRBRExpression>"
    yield from _named(f"{expression}/!main", expression)
    yield _dated(in_force, "in-force")
    yield f"          {author}"
    yield '          <FRBRlanguage language="eng"/>'
    yield "        </FRBRExpression>"
    yield "        <FRBRManifestation>"
    yield from _named(f"{expression}/!main.xml", f"{expression}.xml")
    yield _dated(unknown, "file")
    yield '          <FRBRauthor href="#billkit"/>'
    yield '          <FRBRformat value="application/akn+xml"/>'
    yield "        </FRBRManifestation>"
    yield "      </identification>"


def _named(this: str, uri: str) -> Iterator[str]:
    """Yields the two addresses that each level of identification has."""
    yield f"          <FRBRthis{attributes(value=this)}/>"
    yield f"          <FRBRuri{attributes(value=uri)}/>"


def _dated(date: tuple[str, str], name: str) -> str:
    """Writes a full date, named for what it is, or for how little of it is known."""
    value, known = date
    shown = name if known == "date" else known
    return f"          <FRBRdate{attributes(date=value, name=shown)}/>"


def _lifecycle(work: Work) -> Iterator[str]:
    """Yields the events of the law's life, and the time in which this version is in force."""
    if not work.events:
        return
    yield '      <lifecycle source="#billkit">'
    for number, event in enumerate(work.events, start=1):
        date, known = full_date(event.date)
        source = f"#act_{number}" if event.act else "#unknown"
        yield (
            f"        <eventRef{attributes(eId=f'event_{number}', date=date, source=source)}"
            f"{attributes(type=_TYPES.get(event.kind))}"
            f"{attributes(bk_kind=event.kind, bk_known=known)}/>"
        )
    yield "      </lifecycle>"
    start = _place(work.events, "in force") or _place(work.events, "enacted")
    end = _place(work.events, "repealed")
    if start or end:
        yield '      <temporalData source="#billkit">'
        yield '        <temporalGroup eId="tmpg_1">'
        interval = attributes(refersTo="#in-force", start=start, end=end)
        yield f"          <timeInterval{interval}/>"
        yield "        </temporalGroup>"
        yield "      </temporalData>"


def _place(events: tuple[Event, ...], kind: str) -> str | None:
    """Points at the last event of a kind."""
    places = [number for number, event in enumerate(events, start=1) if event.kind == kind]
    return f"#event_{places[-1]}" if places else None


def _references(document: Document, work: Work) -> Iterator[str]:
    """Yields the acts that made and changed the law, and who says so."""
    country = _slug(document.jurisdiction or "us")
    yield '      <references source="#billkit">'
    for number, event in enumerate(work.events, start=1):
        if event.act:
            element = "original" if event.kind == "enacted" else "passiveRef"
            href = f"/akn/{country}/act/{_slug(event.act)}"
            known = attributes(eId=f"act_{number}", href=href, showAs=event.act)
            yield f"        <{element}{known}/>"
    yield _named_thing("Organization", "billkit", "billkit", "billkit")
    if document.jurisdiction:
        yield _named_thing("Organization", "state", country, document.jurisdiction)
    yield _named_thing("Concept", "in-force", "in-force", "in force")
    yield _named_thing("Concept", "unknown", "unknown", "not known")
    yield "      </references>"


def _named_thing(class_: str, eid: str, name: str, shown: str) -> str:
    """Writes a reference to a thing of the standard's ontology."""
    href = f"/ontology/{class_.lower()}/{name}"
    return f"        <TLC{class_}{attributes(eId=eid, href=href, showAs=shown)}/>"


def _proprietary(document: Document, eids: tuple[str, ...], work: Work) -> Iterator[str]:
    """Yields what the standard has no place for: text status by eId, sources, standing."""
    root = document.root
    yield '      <proprietary source="#billkit">'
    yield (
        f"        <bk:document"
        f"{attributes(citation=document.citation, title=document.title)}"
        f"{attributes(jurisdiction=document.jurisdiction, standing=document.standing)}"
        f"{attributes(kind=root.kind, status=root.status, label=root.label or None)}"
        f"{attributes(role=None if root.role == 'law' else root.role, num=root.num)}/>"
    )
    for name, date in document.dates.items():
        yield f"        <bk:date{attributes(name=name)}>{escaped(date)}</bk:date>"
    if work.id:
        yield f"        <bk:work{attributes(id=work.id)}/>"
    for event in work.events:
        known = attributes(kind=event.kind, date=event.date, act=event.act)
        yield f"        <bk:event{known}/>"
    for source in document.provenance:
        served = _served(document, eids, source.of)
        known = attributes(of=source.of, eIds=served, retrieved=source.retrieved or None)
        yield f"        <bk:source{known}>{escaped(source.source)}</bk:source>"
    for node, id_, eid in zip(document.provisions, document.ids, eids, strict=True):
        known = attributes(
            status=node.status,
            role=None if node.role == "law" else node.role,
            label=node.label or None,
            citation=document.citations.get(id_),
        )
        if known:
            yield f"        <bk:provision{attributes(eId=eid)}{known}/>"
    yield "      </proprietary>"


def _served(document: Document, eids: tuple[str, ...], part: str) -> str | None:
    """Gives the eIds of the provisions that a source served for; None for all of them."""
    served = set(provisions_of(part, document))
    held = [eid for id_, eid in zip(document.ids, eids, strict=True) if id_ in served]
    return " ".join(held) if 0 < len(held) < len(eids) else None


def _slug(text: str) -> str:
    """Makes a part of an address of a text.

    Example:
        >>> _slug("2012 House Bill 37 (12RS)")
        '2012-house-bill-37-12rs'
    """
    return re.sub(r"[^a-z0-9.~-]+", "-", text.lower()).strip("-")
