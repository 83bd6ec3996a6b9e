"""The presets as pages: the file, the bill it makes, and how near that comes to the enacted act."""

from __future__ import annotations

from collections.abc import Iterator

from billkit import _api
from billkit.clauses.bill import Bill
from billkit.clauses.composing import preset_names
from billkit.clauses.loading import load_bill, shipped_presets
from billkit.drafting.drafting import draft_bill
from billkit.errors import DraftError
from billkit.library import load_statute
from billkit.text.words import count_words
from billkit.tree import Document
from billkit.writers.document_html import write_document_html
from billkit.writers.redline_html import write_redline_html
from docs._ext.clause_pages import headless
from docs._ext.held import language, profiled
from docs._ext.pages import Site, code, escaped, fenced, folded, link, table, toctree

__all__ = ["add_presets", "commented", "presets"]


def presets() -> tuple[str, ...]:
    """Names the presets that billkit ships, the model act first."""
    names = preset_names(shipped_presets())
    return tuple(sorted(names, key=lambda name: (name != "model-act", name)))


def commented(source: str) -> tuple[str, str]:
    r"""Splits a file into the comment at its head, as a paragraph, and the rest.

    Args:
        source: A TOML file.

    Example:
        >>> commented("# One\n# thing.\n\na = 1\n")
        ('One thing.', 'a = 1\n')
    """
    lines = source.splitlines(keepends=True)
    count = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    said = " ".join(line.lstrip("#").strip() for line in lines[:count])
    return said, "".join(lines[count:]).lstrip("\n")


def add_presets(site: Site) -> None:
    """Adds the list of presets and a page for each.

    Args:
        site: The site.
    """
    bills = {name: load_bill(name) for name in presets()}
    rows = [
        (link(name, f"{name}.md"), escaped(bill.name), _state(bill), _near(bill))
        for name, bill in bills.items()
    ]
    site.page(
        "reference/presets/index",
        "# Presets",
        "Bills to start from. A bill file says `extends` and the name of one, and then what is to "
        "be otherwise. Those called *after* a state hold that state's act as parameters: drafted "
        "in its own form, they give its words back as far as its text is held.",
        table(("preset", "title", "state", "words of the enacted act that it gives back"), rows),
        toctree(*bills),
    )
    for name, bill in bills.items():
        site.page(f"reference/presets/{name}", *_preset(site, name, bill))


def _state(bill: Bill) -> str:
    """Names the state that a bill is written for."""
    return language().style(bill.jurisdiction).name if bill.jurisdiction else "any"


def _law(bill: Bill) -> Document | None:
    """Gives the act that a bill holds as parameters: that of its state."""
    return load_statute(bill.jurisdiction) if bill.jurisdiction in profiled() else None


def _drafted(bill: Bill) -> Document | None:
    """Drafts a bill in its own state's form; none where that is refused."""
    style = language().style(bill.jurisdiction or "generic")
    try:
        return draft_bill(bill, style, language=language())
    except DraftError:
        return None


def _near(bill: Bill) -> str:
    """Says how many of the words that are held of the enacted act the draft gives back."""
    law, draft = _law(bill), _drafted(bill)
    if law is None or draft is None:
        return ""
    summary = _api.compare(enacted=law, proposed=draft).summary()
    held = sum(count_words(f"{node.words} {node.tail_words}") for node in law.provisions)
    return f"{held - summary.deleted_words:,} of {held:,}; {summary.inserted_words:,} others"


def _preset(site: Site, name: str, bill: Bill) -> Iterator[str]:
    """Makes the page of a preset."""
    page = f"reference/presets/{name}"
    said, rest = commented((shipped_presets() / f"{name}.toml").read_text("utf-8"))
    yield f"# {name}"
    yield escaped(said)
    yield fenced(f"$ billkit draft {name}", "console")
    draft, law = _drafted(bill), _law(bill)
    if draft is not None:
        content = headless(
            write_document_html(draft, fragment=True, anchors="draft-", styled=False)
        )
        shown = site.html(page, f"preset-{name}", f'<div class="site-law">{content}</div>\n')
        yield "## The bill"
        yield shown if law is None else folded("The bill, whole", shown)
    if draft is not None and law is not None:
        comparison = _api.compare(enacted=law, proposed=draft)
        yield "## Beside the enacted act"
        yield (
            f"Of the words held, the draft gives back {_near(bill)}. What is not held is not "
            f"compared: `billkit compare {bill.jurisdiction} {name}`."
        )
        yield site.html(
            page,
            f"preset-{name}-redline",
            write_redline_html(comparison, fragment=True, anchors="redline-", styled=False),
        )
    yield "## The file"
    line = code(f'extends = "{name}"')
    yield f"To start from it, write {line} in a bill file of your own."
    yield fenced(rest, "toml")
