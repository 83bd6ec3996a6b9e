"""The built site: the same bytes from the same sources, and nothing from anywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.docs.building import ROOT, build

_LOADED = re.compile(rb"<(?:link|script|img|iframe|source)\b[^>]*?\b(?:href|src)=\"([^\"]+)\"")


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_built_twice_it_is_the_same(pages: Path, tmp_path: Path) -> None:
    once, again = files(pages), files(build(tmp_path, seed=2))
    assert sorted(once) == sorted(again)
    assert [name for name in once if once[name] != again[name]] == []


def html(folder: Path) -> Iterator[tuple[str, bytes]]:
    for name, content in files(folder).items():
        if name.endswith(".html") and not name.startswith("downloads/"):
            yield name, content


def test_pages_load_nothing_from_a_network(pages: Path) -> None:
    found = [
        (name, address)
        for name, content in html(pages)
        for address in _LOADED.findall(content)
        if re.match(rb"(?:https?:)?//", address) and b'rel="search"' not in content[:0]
    ]
    assert found == []


def test_no_page_names_the_folder_it_was_built_in(pages: Path) -> None:
    places = [str(ROOT).encode(), str(pages.parent).encode()]
    assert [n for n, content in files(pages).items() if any(p in content for p in places)] == []


def test_every_page_says_what_it_is(pages: Path) -> None:
    for name, content in html(pages):
        assert re.search(rb"<title>[^<]+</title>", content), name
        assert content.count(b"<h1") == 1 or name in {"search.html", "genindex.html"}, name
