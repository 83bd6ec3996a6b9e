"""The catalogue of clauses: fields, words in each state's form, where it is seen in the law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import html
from pydantic import ValidationError

from billkit.clauses.bill import Bill
from billkit.clauses.catalogue import CLAUSES, KINDS
from billkit.clauses.clause import Clause, plain_data
from billkit.clauses.names import Names
from billkit.clauses.samples import smallest
from billkit.drafting.drafting import draft_bill
from billkit.errors import DraftError
from billkit.language.templates import Template
from billkit.reading.kinds import title
from billkit.reading.profiles import Fact, Quoted
from billkit.tree import Document, Node
from billkit.writers.contrast_cells import summary
from billkit.writers.document_html import write_document_html
from docs._ext.cells import cell_words
from docs._ext.examples import Example
from docs._ext.field_words import described, fields_table, is_written, toml, values_of
from docs._ext.held import anchor, language, profiled, profiles_of
from docs._ext.pages import Site, code, escaped, fenced, folded, link, table, toctree

__all__ = ["SHOWN_STYLES", "add_clauses", "sample", "worded"]

SHOWN_STYLES = ("generic", "us-ky", "us-ms", "us-nd", "us-mn")
"""The styles in which each clause's words are shown."""

_VALUES = "../values.md"


def sample(kind: str) -> Clause:
    """Gives a clause of a kind as it is where nothing is said; the smallest where that cannot be.

    Args:
        kind: The kind.
    """
    try:
        return CLAUSES[kind].model_validate({})
    except ValidationError:
        return smallest(kind)


def add_clauses(site: Site, uses: Mapping[str, Sequence[Example]]) -> None:
    """Adds the catalogue and a page for each kind of clause.

    Args:
        site: The site.
        uses: The examples that use each kind.
    """
    rows = [
        (
            link(title(kind), f"{kind}.md"),
            code(kind),
            described(CLAUSES[kind]),
            ", ".join(language().variants(kind)),
        )
        for kind in KINDS
    ]
    site.page(
        "reference/clauses/index",
        "# Clauses",
        "What a bill can say. Each clause is named in a bill file by its kind; its page tells its "
        "fields, its words in several states' form, and the law in which it is seen.",
        table(("clause", "kind", "what it says", "wordings"), rows),
        toctree(*KINDS),
    )
    for kind in KINDS:
        _add_clause(site, kind, uses)
    _add_values(site)


def _add_clause(site: Site, kind: str, uses: Mapping[str, Sequence[Example]]) -> None:
    """Adds the page of one kind."""
    page = f"reference/clauses/{kind}"
    cls = CLAUSES[kind]
    shared = tuple(name for name in Clause.model_fields if name != "kind")
    parts = [
        f"# {title(kind)}",
        described(cls),
        "## In a bill file",
        fenced(_in_a_file(sample(kind)), "toml"),
        fields_table(cls, values=_VALUES, without=("kind", *shared)),
        folded("Fields that every clause has", fields_table(cls, values=_VALUES, only=shared)),
        "## In words",
        "The clause above, as each state's form puts it:",
        *_wordings(site, page, kind),
    ]
    for variant in language().variants(kind):
        parts += _text(language().template(kind, variant))
    parts += ["## Seen in the law", *_seen(kind)]
    if used := uses.get(kind):
        shown = (f"- {link(one.title, f'../../examples/{one.slug}.md')}" for one in used)
        parts += ["## Examples", "\n".join(shown)]
    site.page(page, *parts)


def _in_a_file(clause: Clause) -> str:
    """Writes a clause as a bill file holds it, what is usual told as well."""
    lines = ["[[clauses]]", f'kind = "{clause.kind}"']
    for name, info in type(clause).model_fields.items():
        value = plain_data(getattr(clause, name))
        if name not in Clause.model_fields and value not in ("none", [], ""):
            lines.append(f"{info.alias or name} = {toml(value)}")
    return "\n".join(lines)


def worded(clause: Clause, state: str) -> Document:
    """Drafts a clause alone and gives its sections, without title and enacting clause.

    Args:
        clause: The clause.
        state: The style: ``us-nd``, or ``generic``.

    Raises:
        DraftError: as `draft_bill`.
    """
    draft = draft_bill(Bill(clauses=(clause,)), language().style(state), language=language())
    sections = tuple(node for node in draft.root.children if node.kind == "section")
    return Document(root=Node("document", children=sections), jurisdiction=draft.jurisdiction)


def _wordings(site: Site, page: str, kind: str) -> Iterator[str]:
    """Shows a clause in several states' words; the plain form stands open."""
    pieces: list[str] = []
    for state in SHOWN_STYLES:
        name = "Plain form" if state == "generic" else language().style(state).name
        try:
            document = worded(sample(kind), state)
        except DraftError as error:
            finding = error.findings[0]
            content = f"<p>{html_escaped(finding.message)}</p>"
        else:
            content = headless(
                write_document_html(document, fragment=True, anchors=f"{state}-", styled=False)
            )
        opened = " open" if state == "generic" else ""
        pieces.append(f"<details{opened}><summary>{name}</summary>\n{content}</details>")
    content = f'<div class="site-wordings">{"".join(pieces)}</div>\n'
    yield site.html(page, f"clause-{kind}", content)


def headless(fragment: str) -> str:
    """Takes the name and the facts off a document's fragment, where the page says them itself."""
    article = html.fragment_fromstring(fragment)
    for name in ("bk-title", "bk-facts"):
        for element in article.find_class(name):
            element.getparent().remove(element)
    text: str = html.tostring(article, encoding="unicode")
    return text


def html_escaped(text: str) -> str:
    """Makes a text stand in HTML as it is."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _text(template: Template) -> Iterator[str]:
    """Shows the text of a clause as model language holds it, and why it reads so."""
    path = f"model_language/clauses/{template.kind}/{template.variant}.md"
    yield f"### The wording `{template.variant}`"
    yield escaped(template.rationale)
    if template.sources:
        yield "Taken from or modelled on:"
        yield "\n".join(f"- {escaped(source)}" for source in template.sources)
    yield folded(
        f"The text as it is kept, with holes for what the clause says ({path})",
        fenced(template.body, "jinja"),
    )


def _seen(kind: str) -> Iterator[str]:
    """Shows what the laws of the library say of this, with the words."""
    rows: list[tuple[str, str, str]] = []
    for state in profiled():
        for profile in profiles_of(state):
            for cell in profile.cells_of(kind):
                if isinstance(cell, Quoted | Fact):
                    name = link(
                        profile.label, f"../statutes/{state}/index.md#{anchor(state, profile.id)}"
                    )
                    rows.append((name, escaped(summary(cell)), cell_words(cell)))
    if rows:
        yield table(("act", "what it says", "words, and where they stand"), rows)
    else:
        yield "None of the acts that are held says this."


def _add_values(site: Site) -> None:
    """Adds the page of the values that clauses are made of."""
    classes = values_of(*CLAUSES.values(), Names, Bill)
    parts = [
        "# Values",
        (
            "What the fields of clauses hold. Most can be written in one line of words, as "
            "shown, or field by field."
        ),
    ]
    for cls in classes:
        name = fields_heading(cls.__name__)
        parts += [f"## {name}", described(cls)]
        if is_written(cls):
            lines = getattr(cls, "examples", ())
            parts.append("Written " + ", ".join(code(toml(line)) for line in lines) + ".")
        parts.append(fields_table(cls, values=""))
    site.page("reference/values", *parts)


def fields_heading(name: str) -> str:
    """Writes a class's name as a heading.

    Example:
        >>> fields_heading("EndsOn")
        'Ends on'
    """
    words = "".join(f" {one.lower()}" if one.isupper() else one for one in name).strip()
    return words.capitalize()
