"""The states' drafting forms: every fact, how it is known, and its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from billkit.clauses.bill import Bill
from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.language.evidence import Fact, Mark, StyleModel
from billkit.language.styles import Style
from billkit.tree import Document
from billkit.writers.document_html import write_document_html
from docs._ext.clause_pages import headless
from docs._ext.held import language
from docs._ext.pages import Site, code, escaped, fenced, folded, link, table, toctree

__all__ = ["MARK_WORDS", "add_styles", "fact_value"]

MARK_WORDS: dict[Mark, str] = {
    "confirmed": "read in the source that is named",
    "measured": "counted over the text of the code",
    "secondary": "told by somebody else",
    "memory": "not verified",
    "generic": "no fact about the state: billkit's own plain form, where nothing is known",
}
"""What each mark of evidence means."""

PRESET = "model-act"


def add_styles(site: Site) -> None:
    """Adds the list of styles and a page for each state's.

    Args:
        site: The site.
    """
    bill = load_bill(PRESET)
    styles = sorted(map(language().style, language().styles()), key=lambda style: style.name)
    marks: tuple[Mark, ...] = get_args(Mark)
    rows = [
        (
            link(style.name, f"{style.jurisdiction}.md"),
            *(str(style.evidence.get(mark, "")) for mark in marks),
        )
        for style in styles
    ]
    site.page(
        "reference/styles/index",
        "# State styles",
        "How each state's bills are drafted: how they open, number, command, refer and end. Every "
        "fact bears a mark that says how it is known; the figures count the facts of each mark.",
        table(("mark", "meaning"), [(_mark(mark), MARK_WORDS[mark]) for mark in marks]),
        table(("state", *marks), rows),
        toctree(*(f"{style.name} <{style.jurisdiction}>" for style in styles)),
    )
    for style in styles:
        _add_style(site, style, bill)


def _mark(mark: Mark) -> str:
    """Shows a mark as a label."""
    return f'<span class="site-mark site-mark-{mark}">{mark}</span>'


def _add_style(site: Site, style: Style, bill: Bill) -> None:
    """Adds the page of one state's style."""
    page = f"reference/styles/{style.jurisdiction}"
    generic = [(key, fact) for key, fact in style.facts() if fact.mark == "generic"]
    known = [(key, fact) for key, fact in style.facts() if fact.mark != "generic"]
    draft = draft_bill(bill.model_copy(update={"where_allowed": True}), style, language=language())
    content = headless(write_document_html(draft, fragment=True, anchors="d-", styled=False))
    parts = [
        f"# {style.name}: bill style",
        (
            f"How bills of {style.name} are drafted: {len(known)} facts, and {len(generic)} places "
            f"where billkit's own plain form stands in because nothing is known."
        ),
        "## How a bill opens",
        site.html(page, f"style-{style.jurisdiction}", _framed(_opening(draft))),
        folded(
            "The model act in this form, whole",
            site.html(page, f"draft-{style.jurisdiction}", _framed(content), searched=False),
        ),
        fenced(f"$ billkit draft {PRESET} --jurisdiction {style.jurisdiction}", "console"),
        "## What is known",
    ]
    for group, facts in _groups(known):
        parts += [f"### {group}", _facts(facts)]
    if generic:
        parts += [
            "## Where nothing is known",
            folded("The plain forms that stand in", _facts(generic)),
        ]
    site.page(page, *parts)


def _framed(content: str) -> str:
    """Puts a bill into the frame that bills have on the site."""
    return f'<div class="site-style">{content}</div>\n'


def _opening(draft: Document) -> str:
    """Shows the beginning of a bill: all up to its second section."""
    children = draft.root.children
    sections = [place for place, node in enumerate(children) if node.kind == "section"]
    end = sections[1] if len(sections) > 1 else len(children)
    root = type(draft.root)("document", children=children[:end])
    begun = Document(root=root, jurisdiction=draft.jurisdiction)
    return headless(write_document_html(begun, fragment=True, anchors="o-", styled=False))


def _groups(
    facts: Iterable[tuple[str, Fact[Any]]],
) -> Iterator[tuple[str, list[tuple[str, Fact[Any]]]]]:
    """Puts facts together under the first word of their keys; lone ones come first."""
    groups: dict[str, list[tuple[str, Fact[Any]]]] = {}
    for key, fact in facts:
        name = key.partition(".")[0] if "." in key else "The bill"
        groups.setdefault(name.replace("-", " ").capitalize(), []).append((key, fact))
    yield from groups.items()


def _facts(facts: Iterable[tuple[str, Fact[Any]]]) -> str:
    """Makes the table of some facts."""
    rows = [
        (code(key), fact_value(fact.value), _mark(fact.mark), escaped(fact.source))
        for key, fact in facts
    ]
    return table(("what", "how it is", "known", "source"), rows)


def fact_value(value: object) -> str:
    """Writes the value of a fact in Markdown."""
    match value:
        case bool():
            return "yes" if value else "no"
        case str():
            return f"“{escaped(value)}”" if value else "(nothing)"
        case tuple():
            return ", ".join(escaped(str(one)) for one in value) or "(none)"
        case StyleModel():
            held = ((name, getattr(value, name)) for name in type(value).model_fields)
            return "; ".join(
                f"{escaped(name.replace('_', ' '))}: {fact_value(one)}"
                for name, one in held
                if one not in {None, ""}
            )
    return escaped(str(value))
