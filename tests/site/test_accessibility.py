"""Each kind of page, looked at by axe: nothing serious is found, in light and in dark."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import Browser

KINDS = [
    "index",
    "states",
    "tutorials/advocates",
    "guides/reading-a-redline",
    "examples/index",
    "examples/what-an-amendment-changed",
    "examples/model-act-against-mississippi",
    "examples/bill-for-north-dakota",
    "examples/redline-as-data",
    "reference/presets/after-mississippi",
    "reference/clauses/approval-threshold",
    "reference/values",
    "reference/statutes/us-ky/krs-156.108",
    "reference/statutes/us-ky/index",
    "reference/styles/us-nd",
    "reference/commands/compare",
    "reference/errors",
    "reference/schemas",
    "reference/python/functions",
    "design/index",
    "search",
]
COLOURED = [
    "states",
    "examples/what-an-amendment-changed",
    "examples/model-act-against-mississippi",
    "examples/redline-as-data",
    "reference/statutes/us-ky/krs-156.108",
    "reference/styles/us-nd",
    "reference/python/functions",
]
"""Those with colours of their own, which are looked at in the dark as well."""
AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RUN = "() => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)"


@pytest.mark.parametrize(
    ("name", "scheme"),
    [*((name, "light") for name in KINDS), *((name, "dark") for name in COLOURED)],
)
def test_nothing_serious_stands_in_the_way(
    name: str, scheme: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{address}/{name}.html")
    page.evaluate(AXE)
    found = [
        f"{one['id']} ({one['impact']}): {node['target']} {node['html'][:120]}"
        for one in page.evaluate(RUN)
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"][:3]
    ]
    context.close()
    assert found == []
