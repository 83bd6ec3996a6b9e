"""A real browser on the built site: Debian's chromium, driven by Playwright."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.docs.building import built_once

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EXECUTABLE = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Reports, by its name, each test that was not run because there is no browser."""
    if EXECUTABLE is None:
        pytest.skip(
            f"{item.nodeid} was not run: no chromium; "
            "install it (apt-get install chromium), then: make test"
        )


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built pages."""
    return built_once(tmp_path_factory)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name for it
        """Says nothing."""


@pytest.fixture(scope="session")
def address(pages: Path) -> Iterator[str]:
    """The address of a server that serves the site."""
    handler = partial(_Quiet, directory=str(pages))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser, with a profile of its own."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=EXECUTABLE, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A window without history, which refuses every address but the site's own."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    made.route(
        lambda url: not url.startswith(("http://127.0.0.1:", "file:", "data:")),
        lambda route: route.abort(),
    )
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of that window."""
    return context.new_page()
