"""Puts the site together before Sphinx reads it, and its downloads behind what Sphinx wrote."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from sphinx.application import Sphinx

from docs._ext.example_pages import add_examples
from docs._ext.pages import Site, write_files
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
    return site


def sheet() -> bytes:
    """Gives the style sheet of what billkit's own writers make."""
    folder = files("billkit.writers")
    return "\n".join(folder.joinpath(f"{name}.css").read_text("utf-8") for name in SHEETS).encode()


def _assemble(app: Sphinx) -> None:
    """Writes the pages where Sphinx reads them."""
    site = made_site()
    site.write(Path(app.srcdir))
    site.write_downloads(Path(app.outdir))
    write_files(Path(app.outdir), {"_static/billkit.css": sheet()}, alone=False)


def setup(app: Sphinx) -> dict[str, bool]:
    """Joins the extension to Sphinx."""
    app.connect("builder-inited", _assemble)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
