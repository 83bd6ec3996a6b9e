"""Every page of the site, opened in a browser: links, ids, and what the console says."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

from playwright.sync_api import BrowserContext

SEEN = """() => ({
  links: [...document.querySelectorAll('a[href]')].map(
    one => new URL(one.getAttribute('href'), document.baseURI).href
  ),
  ids: [...document.querySelectorAll('[id]')].map(one => one.getAttribute('id')),
  headings: [...document.querySelectorAll('h1')].length,
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  language: document.documentElement.lang,
})"""


def names(pages: Path) -> list[str]:
    return sorted(
        path.relative_to(pages).as_posix()
        for path in pages.rglob("*.html")
        if "downloads" not in path.parts and "_static" not in path.parts
    )


def test_every_link_leads_somewhere_and_the_console_is_silent(
    context: BrowserContext, address: str, pages: Path
) -> None:
    said: list[str] = []
    seen: dict[str, Any] = {}
    wide: list[str] = []
    page = context.new_page()
    page.on("console", lambda line: said.append(f"{page.url}: {line.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for name in names(pages):
        answer = page.goto(f"{address}/{name}", wait_until="load")
        assert answer is not None
        assert answer.ok, name
        seen[name] = page.evaluate(SEEN)
        page.set_viewport_size({"width": 360, "height": 740})
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(name)
        page.set_viewport_size({"width": 1280, "height": 900})
    assert said == []
    assert [name for name, one in seen.items() if one["language"] != "en"] == []
    assert [name for name, one in seen.items() if one["wide"] > 0] == []
    assert wide == []
    assert [name for name, one in seen.items() if len(one["ids"]) != len({*one["ids"]})] == []
    wrong = [
        f"{name}: {link}"
        for name, one in seen.items()
        for link in dict.fromkeys(one["links"])
        if link.startswith(address) and not leads(link.removeprefix(f"{address}/"), seen, pages)
    ]
    assert wrong == []


def leads(link: str, seen: dict[str, Any], pages: Path) -> bool:
    """Says whether a link leads to a file, and its fragment to a place in it."""
    file, fragment = urldefrag(link)
    file = unquote(file.partition("?")[0]) or "index.html"
    if file not in seen:
        return (pages / file).is_file() and not fragment
    return not fragment or unquote(fragment) in seen[file]["ids"]
