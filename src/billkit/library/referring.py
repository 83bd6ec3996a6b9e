"""Follows the references of a law: to itself, to other law that is held, elsewhere, to nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from billkit.errors import Finding, ReadError
from billkit.library.doubting import doubt
from billkit.library.loading import load_statute
from billkit.library.shelves import Library
from billkit.targets import Resolver
from billkit.text.citations import parse_citation
from billkit.text.enumerators import slug
from billkit.text.references import Mention, mentions
from billkit.tree import Document

__all__ = ["Leads", "References", "Referral", "find_references"]

Leads: TypeAlias = Literal["here", "held", "not held", "elsewhere", "nothing"]
"""Where a reference leads: into the same text, into law of the library, to words that are not
held, to law of which the library knows nothing, or to a provision that is not there."""


@dataclass(frozen=True, slots=True)
class Referral:
    """One reference: where it is printed, what it says, and where it leads.

    ``law`` is the id of the law it points into ("" for the same text), ``target`` the provision's
    id there, ``path`` its legal path.
    """

    id: str
    place: str
    mention: Mention
    printed: str
    leads: Leads
    law: str = ""
    target: str = ""
    path: str = ""

    def __str__(self) -> str:
        """Writes the reference on a line."""
        to = f" -> {self.path}" if self.path else ""
        return f"{self.place}: {self.printed} [{self.leads}]{to}"


@dataclass(frozen=True, slots=True)
class References:
    """All references of a text, and what is wrong with some of them."""

    citation: str
    referrals: tuple[Referral, ...]
    findings: tuple[Finding, ...]

    def count(self, leads: Leads) -> int:
        """Counts the references that lead there."""
        return sum(each.leads == leads for each in self.referrals)

    def __str__(self) -> str:
        """Lists the references and the findings."""
        counts = ", ".join(
            f"{count} {what}"
            for what in ("here", "held", "not held", "elsewhere", "nothing")
            if (count := self.count(what))
        )
        head = f"{self.citation}: {len(self.referrals)} references ({counts or 'none'})"
        return "\n".join([head, *map(str, self.referrals), *map(str, self.findings)])


def find_references(
    what: str | Document, *, library: Library | Path | str | None = None
) -> References:
    """Finds every reference of a text and follows it.

    Args:
        what: The id of a law, an act or a state, or a document.
        library: The law that references are followed into, as for `load_statute`.

    Returns:
        The references in the order of the text, with findings: ``dangling-reference`` for one that
        leads to nothing, ``doubtful-reference`` for one whose words do not fit its target but fit
        a provision beside it.

    Raises:
        StatuteError: as `load_statute`.
    """
    shelves = library if isinstance(library, Library) else Library.open(library)
    if isinstance(what, Document):
        document = what
    else:
        document = load_statute(what, include_reconstructed=True, library=shelves)
    follower = _Follower(document, shelves)
    referrals: list[Referral] = []
    findings: list[Finding] = []
    for id_, words in _texts(document):
        found = [
            (mention, follower.follow(id_, words, mention, target))
            for mention, target in follower.resolver.mentions(id_, words)
            if not mention.container
        ]
        referrals += [referral for _, referral in found]
        for mention, referral in found:
            others = [each for _, each in found if each is not referral]
            findings += follower.judge(words, mention, referral, others)
    return References(document.citation or str(document), tuple(referrals), tuple(findings))


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    """Yields the words of each provision, but for the number of a section."""
    for id_, node in document.by_id.items():
        own = node.words
        if node.kind == "section" and node.num:
            own = own[len(node.num) :]
        for words in (own, node.tail_words):
            if words.strip():
                yield id_, words


class _Follower:
    """Follows the references of one document through a library."""

    def __init__(self, document: Document, library: Library) -> None:
        self.document = document
        self.library = library
        self.resolver = Resolver(document)
        self._laws: Mapping[tuple[str, str], str] | None = None
        self._loaded: dict[str, Resolver] = {}

    def follow(self, id_: str, words: str, mention: Mention, target: str | None) -> Referral:
        """Says where a reference leads."""
        found = Referral(
            id=id_,
            place=self.document.path(id_),
            mention=mention,
            printed=_printed(words, mention),
            leads="elsewhere",
        )
        if target is not None:
            path = self.document.path(target)
            return replace(found, leads="here", target=target, path=path)
        if mention.target.section:
            return self._into_law(found)
        if mention.is_internal and mention.target.steps:
            section = self._section_of(id_)
            lost = any(
                self.document.by_id[each].is_gap
                for each in self.document.ids
                if each.startswith(f"{section}/") or not section
            )
            return replace(found, leads="not held" if lost else "nothing")
        return found

    def _section_of(self, id_: str) -> str:
        """Gives the section that holds a provision; "" where none does."""
        while id_ and self.document.by_id[id_].kind != "section":
            id_ = id_.rpartition("/")[0]
        return id_

    def _into_law(self, found: Referral) -> Referral:
        """Follows a reference to a section of a code."""
        target = found.mention.target
        if target.above and target.jurisdiction == "" and target.code:
            return found
        jurisdiction = target.jurisdiction or ("" if target.code else self.document.jurisdiction)
        own = self._own_section(target.section)
        law = self._known().get((jurisdiction, target.section.casefold()))
        if own:
            gaps = any(
                self.document.by_id[each].is_gap
                for each in self.document.ids
                if each.startswith(f"{own}/")
            )
            return replace(found, leads="not held" if gaps else "nothing")
        if law is None:
            bill = self.document.standing in {"bill", "draft"}
            own_act = not target.code and target.scope in {"", "act"} and target.section.isdecimal()
            whole = not any(node.is_gap for node in self.document.provisions)
            return replace(found, leads="nothing") if bill and own_act and whole else found
        resolver = self._resolver(law)
        document = resolver.document
        top = next((id_ for id_ in document.ids if "/" not in id_), "")
        held = resolver.resolve(top, found.mention) if top else None
        if held is not None:
            path = document.path(held)
            return replace(found, leads="held", law=law, target=held, path=path)
        lost = any(node.is_gap for node in document.provisions)
        return replace(found, leads="not held" if lost else "nothing", law=law)

    def _own_section(self, number: str) -> str:
        """Gives the id of the document's own section of that number, "" where it has none."""
        wanted = slug(number, unit="sec").casefold()
        return next((id_ for id_ in self.document.ids if id_.casefold() == wanted), "")

    def _known(self) -> Mapping[tuple[str, str], str]:
        """Gives the ids of laws under their jurisdiction and section number."""
        if self._laws is None:
            laws: dict[tuple[str, str], str] = {}
            for id_ in self.library.ids():
                statute = self.library.statute(id_)
                if statute is None or statute.entry.type == "bill":
                    continue
                try:
                    citation = parse_citation(statute.entry.citation)
                except ReadError:
                    continue
                laws.setdefault((citation.jurisdiction, citation.section.casefold()), id_)
            self._laws = laws
        return self._laws

    def _resolver(self, law: str) -> Resolver:
        """Loads a law once."""
        if law not in self._loaded:
            document = load_statute(law, include_reconstructed=True, library=self.library)
            self._loaded[law] = Resolver(document)
        return self._loaded[law]

    def _outdated(self, law: str) -> bool:
        """Says whether a law is held only as it stood before the text that points at it."""
        held = self._loaded[law].document.dates.get("in-force", "") if law else ""
        ours = self.document.dates.get("in-force", "")
        return bool(held and ours and held[:4] < ours[:4])

    def judge(
        self, words: str, mention: Mention, referral: Referral, others: list[Referral]
    ) -> Iterator[Finding]:
        """Yields what is wrong with a reference."""
        where = self.document.where(referral.id)
        start = max(mention.start - 60, 0)
        excerpt = " ".join(words[start : mention.end + 40].split())
        at = excerpt.find(mention.text)
        caret = (at, len(mention.text)) if at >= 0 else None
        if referral.leads == "nothing":
            yield Finding(
                code="dangling-reference",
                message=f"{referral.printed} leads to nothing: the text has no such provision.",
                where=where,
                excerpt=excerpt,
                caret=caret,
                severity="warning",
            )
        if not referral.target or not mention.target.steps or self._outdated(referral.law):
            return
        document = self._loaded[referral.law].document if referral.law else self.document
        named = {each.target for each in others if each.law == referral.law}
        if not referral.law:
            named |= set(_upward(referral.id))
        doubted = doubt(words, mention.whole, document, referral.target, named=named)
        if doubted is not None:
            likely = document.path(doubted.likely)
            yield Finding(
                code="doubtful-reference",
                message=(
                    f"{referral.printed} {doubted.reason}; what is meant stands in {likely}, "
                    f"it seems: both speak of {_spoken(doubted.words)}."
                ),
                where=where,
                excerpt=excerpt,
                caret=caret,
                hint=f"read it as {likely}, or ask the code's reviser.",
                severity="warning",
            )


def _printed(words: str, mention: Mention) -> str:
    """Gives a reference as printed, and which of its numbers is meant where it has several."""
    whole = " ".join(words[slice(*mention.whole)].split())
    number = " ".join(mention.text.split())
    several = sum(not each.container for each in mentions(whole)) > 1
    return f'{number} of "{whole}"' if several else whole


def _spoken(words: tuple[str, ...]) -> str:
    """Joins words for people."""
    shown = [f'"{word}"' for word in words]
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if shown[1:] else "".join(shown)


def _upward(id_: str) -> Iterator[str]:
    """Yields an id and the ids of what holds it."""
    while id_:
        yield id_
        id_ = id_.rpartition("/")[0]
