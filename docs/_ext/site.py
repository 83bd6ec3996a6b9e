"""Puts the site together before Sphinx reads it, and its downloads behind what Sphinx wrote."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from pygments.lexers.special import TextLexer  # type: ignore[import-untyped]
from sphinx.application import Sphinx
from sphinx.util.logging import getLogger

from docs._ext.api_pages import add_api
from docs._ext.clause_pages import add_clauses
from docs._ext.command_pages import add_commands
from docs._ext.error_pages import add_errors
from docs._ext.example_pages import add_examples
from docs._ext.examples import examples_by_command, examples_by_kind, load_gallery
from docs._ext.figure_pages import add_figures
from docs._ext.overview_pages import add_overview
from docs._ext.pages import Site, write_files
from docs._ext.preset_pages import add_presets
from docs._ext.schema_pages import add_schemas
from docs._ext.state_pages import add_states
from docs._ext.statute_pages import add_statutes
from docs._ext.style_pages import add_styles
from docs._ext.table_heads import with_heads
from docs._ext.written_pages import add_written

__all__ = ["ROOT", "made_site", "setup"]

ROOT = Path(__file__).resolve().parents[2]
SHEETS = ("base", "document", "redline")


def made_site(root: Path = ROOT) -> Site:
    """Makes every page of the site: those written by hand, and those made of the thing itself.

    Args:
        root: The checkout.
    """
    site = Site()
    add_written(site, root / "docs")
    add_examples(site, root / "examples")
    add_overview(site, root)
    add_presets(site)
    gallery = load_gallery(root / "examples")
    add_clauses(site, examples_by_kind(gallery))
    add_statutes(site)
    add_states(site)
    add_styles(site)
    add_errors(site, root)
    add_commands(site, examples_by_command(gallery))
    add_api(site)
    add_schemas(site)
    add_figures(site, root)
    return site


def sheet() -> bytes:
    """Gives the style sheet of what billkit's own writers make."""
    folder = files("billkit.writers")
    return "\n".join(folder.joinpath(f"{name}.css").read_text("utf-8") for name in SHEETS).encode()


def _assemble(app: Sphinx) -> None:
    """Writes the pages where Sphinx reads them."""
    site = made_site()
    for wrong in site.wrong:
        getLogger(__name__).warning(wrong, type="billkit")
    site.write(Path(app.srcdir))
    site.write_downloads(Path(app.outdir))
    write_files(Path(app.outdir), {"_static/billkit.css": sheet()}, alone=False)


def _fold_navigation(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    """Lets the navigation open only the branch that a page is on, before the theme makes it."""
    del app, name, template, doctree
    whole = context.get("toctree")
    if callable(whole):
        context["toctree"] = lambda **options: whole(**{**options, "collapse": True})


def _level_captions(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    """Gives the headings of the navigation their level, which the theme leaves out."""
    del app, name, template, doctree
    tree = context.get("furo_navigation_tree")
    if isinstance(tree, str):
        context["furo_navigation_tree"] = tree.replace(
            'role="heading"', 'role="heading" aria-level="2"'
        )


def _label_cells(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    """Tells the cells of tables the heads of their columns, which a phone shows beside them."""
    del app, name, template, doctree
    if isinstance(context.get("body"), str):
        context["body"] = with_heads(context["body"])


def setup(app: Sphinx) -> dict[str, bool]:
    """Joins the extension to Sphinx."""
    app.connect("builder-inited", _assemble)
    app.connect("html-page-context", _fold_navigation, priority=100)
    app.connect("html-page-context", _level_captions, priority=900)
    app.connect("html-page-context", _label_cells, priority=900)
    app.add_lexer("console", TextLexer)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
