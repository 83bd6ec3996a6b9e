"""Pictures of five pages at two widths, kept beside the built site for whoever wants to look."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.docs.building import ROOT

SHOWN = {
    "index": "index",
    "states": "states",
    "redline": "examples/what-an-amendment-changed",
    "clause": "reference/clauses/term",
    "statute": "reference/statutes/us-ms/miss-code-37-179-1",
}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", SHOWN)
def test_picture_is_taken(name: str, width: int, browser: Browser, address: str) -> None:
    folder = ROOT / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/{SHOWN[name]}.html")
    file = folder / f"{name}-{width}.png"
    page.screenshot(path=file, full_page=True)
    context.close()
    assert file.read_bytes().startswith(b"\x89PNG")
