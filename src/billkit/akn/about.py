"""What a file of Akoma Ntoso says about its document: names, standing, dates, text status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import get_args

from lxml import etree

from billkit.akn.elements import line_of, local, words_of
from billkit.akn.inline import known_status
from billkit.akn.names import BILLKIT
from billkit.tree import Role, Source, Standing, Status

__all__ = ["About", "Known", "about"]

_BILLKIT = f"{{{BILLKIT}}}"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one provision beside its words."""

    status: Status | None = None
    role: Role | None = None
    label: str = ""
    citation: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a file's head says.

    ``own`` is set for files that billkit wrote; only they have ``root``, ``provisions`` by eId,
    ``dates`` and ``provenance``.
    """

    own: bool = False
    citation: str = ""
    title: str = ""
    jurisdiction: str = ""
    standing: Standing = "text"
    root_kind: str = "document"
    root_num: str | None = None
    root: Known = field(default_factory=Known)
    dates: Mapping[str, str] = field(default_factory=dict)
    provenance: tuple[Source, ...] = ()
    provisions: Mapping[str, Known] = field(default_factory=dict)


def about(top: etree._Element) -> About:
    """Reads the head of a file.

    Args:
        top: The ``akomaNtoso`` element.
    """
    meta = next(top.iter("{*}meta"), None)
    if meta is None:
        meta = etree.Element("meta")
    own = next(meta.iter(f"{_BILLKIT}document"), None)
    return _foreign(top, meta) if own is None else _own(own)


def _own(document: etree._Element) -> About:
    """Reads what billkit keeps in ``proprietary``."""
    dates: dict[str, str] = {}
    provenance: list[Source] = []
    provisions: dict[str, Known] = {}
    for element in document.itersiblings():
        match local(element.tag):
            case "date":
                dates[element.get("name", "")] = element.text or ""
            case "source":
                provenance.append(
                    Source(element.get("of", ""), element.text or "", element.get("retrieved", ""))
                )
            case "provision":
                provisions[element.get("eId", "")] = _known(element)
    return About(
        own=True,
        citation=document.get("citation", ""),
        title=document.get("title", ""),
        jurisdiction=document.get("jurisdiction", ""),
        standing=_standing(document.get("standing")),
        root_kind=document.get("kind", "document"),
        root_num=document.get("num"),
        root=_known(document),
        dates=dates,
        provenance=tuple(provenance),
        provisions=provisions,
    )


def _known(element: etree._Element) -> Known:
    """Reads what an element of billkit's own says of a provision."""
    return Known(
        known_status(element.get("status"), line_of(element)),
        "frame" if element.get("role") == "frame" else None,
        element.get("label", ""),
        element.get("citation", ""),
    )


def _standing(value: str | None) -> Standing:
    """Gives the standing of that name; ``text`` where there is none."""
    return next((known for known in get_args(Standing) if known == value), "text")


def _foreign(top: etree._Element, meta: etree._Element) -> About:
    """Reads what the standard itself says, from a file that others wrote."""
    type_ = local(top[0].tag) if len(top) else ""
    repealed = any(event.get("type") == "repeal" for event in meta.iter("{*}eventRef"))
    standing: Standing = "bill" if type_ == "bill" else "text"
    if type_ == "act" and repealed:
        standing = "repealed"
    return About(
        citation=next(_values(meta, top, "citation", "docNumber"), ""),
        title=next(_values(meta, top, "title", "docTitle", "shortTitle"), ""),
        jurisdiction=_jurisdiction(meta),
        standing=standing,
    )


def _values(meta: etree._Element, top: etree._Element, alias: str, *elements: str) -> Iterator[str]:
    """Yields what may serve as a name: an alias in the head, then the words of elements."""
    for element in meta.iter("{*}FRBRalias"):
        if element.get("name") == alias and element.get("value"):
            yield element.get("value", "")
    for name in elements:
        for element in top.iter(f"{{*}}{name}"):
            if words := " ".join(words_of(element).split()):
                yield words


def _jurisdiction(meta: etree._Element) -> str:
    """Gives the country, with the state where the address of the work names it."""
    country = next((e.get("value", "") for e in meta.iter("{*}FRBRcountry")), "").lower()
    for element in meta.iter("{*}FRBRuri"):
        parts = element.get("value", "").split("/")
        for part in parts[1:3]:
            if re.fullmatch(rf"{re.escape(country)}-[a-z0-9]+", part) and country:
                return part
    return country
