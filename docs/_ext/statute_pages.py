"""The laws as pages: the words of each, how they are known, and what it provides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

from lxml import html

from billkit import _api
from billkit.cli.formats import DocumentForm, formatted
from billkit.cli.screen import Screen
from billkit.library import History, Holding, Library, history, list_statutes, load_statute
from billkit.library.referring import References, find_references
from billkit.reading.kinds import title
from billkit.reading.profiles import Quoted
from billkit.tree import Document
from billkit.writers.contrast_cells import summary
from billkit.writers.document_head import STATUS_WORDS
from billkit.writers.document_html import write_document_html
from billkit.writers.redline_html import write_redline_html
from docs._ext.clause_pages import headless
from docs._ext.example_pages import FORM_NAMES
from docs._ext.held import language, profiled, profiles_of
from docs._ext.pages import Site, code, downloads, escaped, fenced, folded, link, table

__all__ = ["add_statutes", "law_page"]

_TYPES = {
    "statute": "statute",
    "session-law": "session law",
    "rule": "administrative rule",
    "bill": "bill (not law)",
}


def law_page(id_: str) -> str:
    """Gives the name of a law's page.

    Example:
        >>> law_page("us-ky/krs-156.108@2012")
        'reference/statutes/us-ky/krs-156.108'
    """
    return f"reference/statutes/{id_.partition('@')[0]}"


def add_statutes(site: Site) -> None:
    """Adds a page for each law of the library.

    Args:
        site: The site.
    """
    library = Library.open()
    says = _what_provisions_say()
    for id_ in library.ids():
        _Law(site, library, history(id_, library=library), says).add()


def _what_provisions_say() -> dict[str, dict[str, list[str]]]:
    """Gives the kinds that each provision of each version is quoted for, by id."""
    out: dict[str, dict[str, list[str]]] = {}
    for state in profiled():
        for profile in profiles_of(state):
            for cell in profile.cells:
                if not isinstance(cell, Quoted):
                    continue
                for one in cell.quotations:
                    kinds = out.setdefault(one.statute, {}).setdefault(one.provision, [])
                    if cell.kind not in kinds:
                        kinds.append(cell.kind)
    return out


@dataclass(frozen=True, slots=True)
class _Law:
    """Makes the page of one law."""

    site: Site
    library: Library
    life: History
    says: dict[str, dict[str, list[str]]]

    @property
    def page(self) -> str:
        return law_page(self.life.id)

    @property
    def slug(self) -> str:
        return self.life.id.replace("/", "-")

    def add(self) -> None:
        """Adds the page."""
        newest = self.life.versions[-1]
        parts = [f"# {self.life.citation}", self._about(newest)]
        for version in reversed(self.life.versions):
            parts += self._version(version)
        for earlier, later in pairwise(self.life.versions):
            parts += self._change(earlier, later)
        parts += self._references()
        parts += self._provides()
        shown = newest.id
        parts += [
            "## In billkit",
            fenced(f"$ billkit statutes show {shown}\n$ billkit statutes refs {shown}", "console"),
        ]
        self.site.page(self.page, *parts)

    def _about(self, held: Holding) -> str:
        """Tells what the law is and how it stands."""
        state = self.life.id.partition("/")[0]
        rows: list[tuple[str, str]] = [
            ("State", link(language().style(state).name, "index.md")),
            ("Stands", escaped(held.stands)),
            ("What it is", _TYPES[held.type]),
            ("Name in billkit", code(self.life.id)),
        ]
        if held.title:
            rows.append(("Publisher's title (not law)", escaped(held.title)))
        if held.address:
            rows.append(("Published at", f"<{held.address}>"))
        told = (" ".join(filter(None, (e.date, e.kind, e.act))) for e in self.life.events)
        if self.life.events:
            rows.append(("Its life", "<br>".join(escaped(one) for one in told)))
        if self.life.moved_to:
            rows.append(("Its words stand today in", self._law(self.life.moved_to)))
        if self.life.note:
            rows.append(("Note", escaped(self.life.note)))
        return table(
            ("this law", "as far as known"), [(f"**{name}**", value) for name, value in rows]
        )

    def _law(self, id_: str) -> str:
        """Links a law of the library."""
        name = id_.partition("@")[0]
        address = f"../../../{law_page(id_)}.md"
        return link(id_, address) if name in self.library.ids() else code(id_)

    def _version(self, held: Holding) -> Iterator[str]:
        """Shows the text of a version: what is held, how it is known, what each part provides."""
        label = f": {held.label}" if held.label else ""
        yield f"## Text{label}"
        yield f"{escaped(self.life.when(held).capitalize())}. Words: {escaped(str(held.counts))}."
        if held.note and held.note != self.life.note:
            yield escaped(held.note)
        document = load_statute(held.id, library=self.library)
        name = f"law-{self.slug}-{held.label or 'text'}"
        content = annotated(document, self.says.get(held.id, {}), prefix=f"{held.label}-")
        yield self.site.html(self.page, name, content)
        if held.counts.words.get("reconstructed"):
            whole = load_statute(held.id, include_reconstructed=True, library=self.library)
            content = annotated(whole, {}, prefix=f"r-{held.label}-")
            yield folded(
                "With the reconstructed words, which no copy confirms",
                self.site.html(self.page, f"{name}-reconstructed", content),
            )
        yield self._downloads(held, document)
        if held.sources:
            rows = [(escaped(s.of), escaped(s.source), s.retrieved) for s in held.sources]
            yield folded("Where the words come from", table(("part", "source", "taken"), rows))

    def _downloads(self, held: Holding, document: Document) -> str:
        """Offers the version as a file, in every form that the command line gives."""
        offered: list[tuple[str, str]] = []
        for form in get_args(DocumentForm):
            said, ending = FORM_NAMES[form]
            text = formatted(document, form, screen=Screen.of_streams(), to_screen=False)
            name = f"downloads/statutes/{held.id}.{ending}"
            offered.append((said, self.site.file(self.page, name, text.encode())))
        return downloads(offered)

    def _change(self, earlier: Holding, later: Holding) -> Iterator[str]:
        """Shows what changed from one version to the next."""
        comparison = _api.compare(
            enacted=load_statute(earlier.id, library=self.library),
            proposed=load_statute(later.id, library=self.library),
        )
        anchors = f"{earlier.label}-{later.label}-"
        name = f"redline-{self.slug}-{anchors}".rstrip("-")
        yield f"## What changed from {earlier.label} to {later.label}"
        yield self.site.html(
            self.page,
            name,
            write_redline_html(comparison, fragment=True, anchors=anchors, styled=False),
        )

    def _references(self) -> Iterator[str]:
        """Lists the references of the latest version, and what is doubtful about them."""
        shown = load_statute(self.life.versions[-1].id, library=self.library)
        found: References = find_references(shown, library=self.library)
        if not found.referrals:
            return
        rows = [
            (
                escaped(one.place),
                escaped(one.printed),
                self._target(one.leads, one.law, one.path),
            )
            for one in found.referrals
        ]
        yield "## What it refers to"
        yield table(("in", "says", "which is"), rows)
        if found.findings:
            yield "Worth a look:"
            yield "\n".join(
                f"- {escaped(one.where.path or '')}: {escaped(one.message)} {escaped(one.hint)}"
                for one in found.findings
            )

    def _target(self, leads: str, law: str, path: str) -> str:
        """Says where a reference leads."""
        match leads:
            case "here":
                return escaped(path)
            case "held":
                return f"{escaped(path)} ({self._law(law)})"
            case "not held":
                return f"not held{f' ({self._law(law)})' if law else ''}"
            case "nothing":
                return "**nothing: there is no such provision**"
        return "law that is not held"

    def _provides(self) -> Iterator[str]:
        """Lists what the profiles say that this law provides."""
        state = self.life.id.partition("/")[0]
        ids = {version.id for version in self.life.versions}
        rows: list[tuple[str, str, str]] = []
        for cell in (cell for profile in profiles_of(state) for cell in profile.cells):
            if not isinstance(cell, Quoted):
                continue
            places = [one.citation for one in cell.quotations if one.statute in ids]
            if places:
                name = link(title(cell.kind), f"../../clauses/{cell.kind}.md")
                shown = "<br>".join(escaped(one) for one in dict.fromkeys(places))
                rows.append((name, escaped(summary(cell)), shown))
        if rows:
            yield "## What it provides"
            yield table(("provision", "what it says", "where"), rows)
            whole = link("what is held of this state", "index.md")
            yield f"The whole act, with the words: {whole}."


def annotated(document: Document, says: dict[str, list[str]], *, prefix: str = "") -> str:
    """Writes a law as HTML with notes in the margin: how words are known, what they provide.

    Args:
        document: The law.
        says: The kinds of provision that a profile quotes each provision for, by id.
        prefix: What ids begin with.
    """
    fragment = headless(write_document_html(document, fragment=True, anchors=prefix, styled=False))
    article = html.fragment_fromstring(fragment)
    article.set("class", "bk bk-document site-law")
    known: str | None = None
    for element in article.find_class("bk-provision"):
        status = element.get("data-status")
        id_ = str(element.get("id", "")).removeprefix(prefix)
        above = {kind for end in _above(id_) for kind in says.get(end, ())}
        kinds = [kind for kind in says.get(id_, ()) if kind not in above]
        told = status if status != known or status == "secondary" else None
        note = _note(told, kinds)
        for quoted in element.xpath("./p[@class='bk-quoted']"):
            element.remove(quoted)
        known = status or known
        if note is not None:
            element.insert(0, note)
    text: str = html.tostring(article, encoding="unicode")
    return text


def _above(id_: str) -> Iterator[str]:
    """Yields the ids of the provisions that hold one."""
    while "/" in id_:
        id_ = id_.rpartition("/")[0]
        yield id_


def _note(status: str | None, kinds: list[str]) -> html.HtmlElement | None:
    """Makes the note of a provision; none where there is nothing to say."""
    if status in {None, "gap"} and not kinds:
        return None
    note = html.fragment_fromstring('<p class="site-note"></p>')
    if status and status != "gap":
        words: str = next(told for name, told in STATUS_WORDS.items() if name == status)
        part = html.fragment_fromstring(f'<span class="site-status">{words}</span>')
        part.set("data-status", status)
        note.append(part)
    for kind in kinds:
        part = html.fragment_fromstring('<a class="site-kind"></a>')
        part.set("href", f"../../clauses/{kind}.html")
        part.text = title(kind)
        note.append(part)
    for part in note[:-1]:
        part.tail = " "
    return note


def states_held() -> tuple[str, ...]:
    """Gives the states of which a law is held or a profile is kept, in order."""
    held = {one.jurisdiction for one in list_statutes()}
    return tuple(sorted(held | set(profiled()), key=lambda one: language().style(one).name))
