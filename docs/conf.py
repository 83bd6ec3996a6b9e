"""How the site is built: ``make docs``, or ``sphinx-build -W -c docs build/site build/docs``."""  # noqa: INP001 - Sphinx reads it by its path

from __future__ import annotations

import sys
from importlib.metadata import version as _version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

project = "billkit"
author = "the billkit project"
copyright = "the billkit project; the law is the states' and in the public domain"  # noqa: A001 - Sphinx's own name for it
release = version = _version("billkit")
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "docs._ext"]
root_doc = "index"
exclude_patterns = ["_fragments", "_files"]
default_role = "py:obj"
highlight_language = "text"
nitpicky = False
smartquotes = False
"""The law's quotation marks stay as they were printed."""

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

autodoc_typehints = "description"
autodoc_typehints_format = "short"
autodoc_member_order = "bysource"
napoleon_google_docstring = True
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = "billkit"
html_static_path = ["_static"]
html_css_files = ["billkit.css", "site.css"]
html_js_files = ["site.js"]
html_show_sourcelink = False
html_copy_source = False
html_last_updated_fmt = None
html_show_sphinx = False
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
html_theme_options = {"navigation_with_keys": False}
