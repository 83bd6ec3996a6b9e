"""The site as people use it: search, views, keyboard, phone, print, without a script."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Page, expect

REDLINE = "examples/what-an-amendment-changed.html"


@pytest.mark.parametrize("way", ["server", "file"])
def test_search_finds_a_clause(way: str, page: Page, address: str, pages: Path) -> None:
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    start = address if way == "server" else pages.as_uri()
    page.goto(f"{start}/index.html")
    page.get_by_placeholder("Search").first.fill("renewal")
    page.keyboard.press("Enter")
    found = page.locator("ul.search li a", has_text=re.compile("^Renewal$"))
    expect(found.first).to_be_visible(timeout=20_000)
    if way == "server":
        expect(page.locator("ul.search p.context").first).to_be_visible(timeout=20_000)
    found.first.click()
    expect(page.locator("h1")).to_contain_text("Renewal")
    assert said == []


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Kentucky", {"Kentucky: laws", "Kentucky: bill style"}),
        ("KRS 156.108", {"KRS 156.108"}),
        ("secret ballot", {"Approval threshold"}),
        ("not-a-duration", {"Error codes"}),
        ("how to read a redline", {"How to read a redline"}),
    ],
)
def test_search_finds_what_people_look_for(
    words: str, wanted: set[str], page: Page, pages: Path
) -> None:
    page.goto(f"{pages.as_uri()}/search.html?q={quote_plus(words)}")
    found = page.locator("ul.search > li > a")
    expect(page.locator(".search-summary")).to_contain_text("finished", timeout=20_000)
    assert wanted <= {*found.all_text_contents()[:12]}


def test_search_does_not_find_each_copy_of_the_model_act(page: Page, pages: Path) -> None:
    page.goto(f"{pages.as_uri()}/search.html?q=secret+ballot")
    expect(page.locator(".search-summary")).to_contain_text("finished", timeout=20_000)
    assert not page.locator("ul.search > li > a", has_text="bill style").count()


def test_a_redline_has_two_views(page: Page, address: str) -> None:
    page.goto(f"{address}/{REDLINE}")
    redline = page.locator(".bk-redline").first
    row = redline.locator(".bk-row.is-reworded").first
    expect(row.locator(".bk-inline")).to_be_visible()
    expect(row.locator(".bk-enacted")).to_be_hidden()
    redline.get_by_label("Side by side").check()
    expect(row.locator(".bk-inline")).to_be_hidden()
    enacted, proposed = row.locator(".bk-enacted"), row.locator(".bk-proposed")
    expect(enacted).to_be_visible()
    expect(enacted.locator("del").first).to_be_visible()
    expect(proposed.locator("ins").first).to_be_visible()
    boxes = enacted.bounding_box(), proposed.bounding_box()
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    redline.get_by_label("Inline").check()
    expect(row.locator(".bk-inline")).to_be_visible()


def test_a_redline_shows_changes_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/{REDLINE}")
    redline = page.locator(".bk-redline").first
    equal = redline.locator(".bk-rows > .is-equal").first
    expect(equal).to_be_visible()
    redline.get_by_label("Changes only").check()
    expect(equal).to_be_hidden()
    expect(redline.locator(".is-reworded").first).to_be_visible()


def test_what_moved_is_linked_both_ways(page: Page, address: str) -> None:
    page.goto(f"{address}/guides/reading-a-redline.html")
    there = page.get_by_role("link", name=re.compile("moved to"))
    there.first.click()
    target = page.locator(":target")
    expect(target).to_contain_text("moved from")
    target.get_by_role("link", name=re.compile("moved from")).click()
    expect(page.locator(":target")).to_contain_text("moved to")


def test_the_keyboard_reaches_content_and_buttons(page: Page, address: str) -> None:
    page.goto(f"{address}/{REDLINE}")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent.trim()")
    assert first == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash")
    order: list[str] = []
    for _ in range(12):
        page.keyboard.press("Tab")
        order.append(str(page.evaluate("document.activeElement.value || ''")))
    assert "inline" in order
    inline = order.index("inline")
    assert "everything" in order[inline:]
    page.locator(".bk-redline input[value=inline]").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".bk-redline input[value=side]").first).to_be_checked()
    expect(page.locator(".bk-row.is-reworded .bk-enacted").first).to_be_visible()


def test_tiles_are_links_that_say_what_they_show(page: Page, address: str) -> None:
    page.goto(f"{address}/states.html")
    kentucky = page.locator(".site-tiles a", has_text="KY")
    expect(kentucky.locator("title")).to_contain_text("First term: 5 years")
    kentucky.click()
    expect(page.locator("h1")).to_contain_text("Kentucky")


def test_the_matrix_is_a_table_with_heads(page: Page, address: str) -> None:
    page.goto(f"{address}/states.html")
    matrix = page.get_by_role("table", name="Provisions by act")
    columns = matrix.get_by_role("columnheader").count()
    assert columns > 10
    term = matrix.get_by_role("row").filter(
        has=page.get_by_role("rowheader", name="Term", exact=True)
    )
    assert term.get_by_role("cell").count() == columns - 1
    expect(term).to_contain_text("5 years")


def test_pages_read_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{REDLINE}")
    expect(page.locator("h1")).to_be_visible()
    redline = page.locator(".bk-redline").first
    expect(redline.locator("del").first).to_be_visible()
    redline.locator("input[value=side]").check()
    expect(redline.locator(".bk-row.is-reworded .bk-enacted").first).to_be_visible()
    page.goto(f"{address}/reference/clauses/term.html")
    page.locator(".site-wordings summary", has_text="Kentucky").click()
    expect(page.get_by_text("SECTION 1. A NEW SECTION").first).to_be_visible()
    context.close()


def test_a_phone_shows_each_cell_under_the_head_of_its_column(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}/reference/errors.html")
    first, second, third = (page.locator("tbody tr").first.locator("td").nth(n) for n in range(3))
    boxes = [cell.bounding_box() for cell in (first, second, third)]
    assert all(box is not None and box["width"] > 280 for box in boxes)
    said = third.evaluate("one => getComputedStyle(one, '::before').content")
    assert said == '"what to do"'
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_redlines_follow_the_colours_of_the_page(
    scheme: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{address}/{REDLINE}")
    ink = page.locator(".bk-inline").first.evaluate("one => getComputedStyle(one).color")
    red, green, blue = map(int, re.findall(r"\d+", ink)[:3])
    light = (red + green + blue) / 3 > 128
    assert light == (scheme == "dark")
    context.close()


def test_print_keeps_the_marks_and_drops_the_buttons(page: Page, address: str) -> None:
    page.goto(f"{address}/{REDLINE}")
    page.emulate_media(media="print")
    expect(page.locator(".bk-controls").first).to_be_hidden()
    expect(page.locator(".sidebar-drawer")).to_be_hidden()
    expect(page.locator(".skip-to-content")).to_be_hidden()
    expect(page.locator(".site-again").first).to_be_hidden()
    deleted = page.locator("del").first
    line = deleted.evaluate("one => getComputedStyle(one).textDecorationLine")
    assert line == "line-through"


def test_paper_holds_what_is_folded_and_the_matrix_in_columns(page: Page, address: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{address}/examples/bill-for-north-dakota.html")
    expect(page.locator(".site-rest .bk-provision").last).to_be_visible()
    page.goto(f"{address}/states.html")
    cell = page.locator(".site-matrix tbody td").first
    assert cell.evaluate("one => getComputedStyle(one).display") == "block"
    assert "Arkansas" in cell.evaluate("one => getComputedStyle(one, '::before').content")


def test_downloads_are_there(page: Page, address: str) -> None:
    page.goto(f"{address}/{REDLINE}")
    links = page.locator(".site-downloads a").evaluate_all("all => all.map(one => one.href)")
    assert {link.rpartition(".")[2] for link in links} >= {"txt", "md", "html", "json"}
    for link in links:
        answer = page.request.get(link)
        assert answer.ok
        assert answer.body()
