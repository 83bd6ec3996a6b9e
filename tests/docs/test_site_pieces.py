"""The pieces that the site is made of: Markdown, embedded pages, commands, the tile chart."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest
from lxml import html

from billkit.clauses.catalogue import CLAUSES
from billkit.clauses.durations import Duration
from docs._ext import field_words
from docs._ext.clause_pages import sample
from docs._ext.embedding import embedded
from docs._ext.pages import Site, code, escaped, fenced, table, title_of, toctree
from docs._ext.redlines import small_redline
from docs._ext.running import Command, click_command, forms, parse_command, run
from docs._ext.table_heads import with_heads
from docs._ext.tiles import Tile, chart, load_places, tiles
from docs._ext.written_pages import played
from tests.docs.fences import ROOT

MODULES = sorted(path.stem for path in (ROOT / "docs" / "_ext").glob("[a-z]*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_docstrings_run(name: str) -> None:
    assert not doctest.testmod(importlib.import_module(f"docs._ext.{name}")).failed


def test_a_page_is_added_once() -> None:
    site = Site()
    site.page("a", "# A")
    for add in (lambda: site.page("a", "# B"), lambda: [site.html("a", "x", y) for y in "bc"]):
        with pytest.raises(ValueError, match="two"):
            add()
    site.file("a", "x.txt", b"1")
    assert site.file("b/c/d", "x.txt", b"1") == "../../x.txt"
    with pytest.raises(ValueError, match="two files"):
        site.file("a", "x.txt", b"2")


def test_what_was_made_apart_is_joined_and_never_overwritten() -> None:
    site, other = Site(), Site(wrong=["x"])
    other.page("b", "# B")
    other.html("b", "f", "<p></p>")
    other.file("b", "f.txt", b"1")
    site.join(other)
    assert (site.pages["b"], site.fragments["f"], site.files["f.txt"]) == ("# B\n", "<p></p>", b"1")
    assert site.wrong == ["x"]
    with pytest.raises(ValueError, match="two are called b"):
        site.join(other)


def test_pieces_that_search_must_not_find_say_so() -> None:
    site = Site()
    assert ":class: no-search" in site.html("a", "x", "", searched=False)
    assert "class" not in site.html("a", "y", "")


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    site = Site()
    site.page("a", "# A")
    site.page("b/c", "# C")
    site.write(tmp_path)
    before = (tmp_path / "a.md").stat().st_mtime_ns
    (tmp_path / "gone.md").touch()
    site.pages["b/c"] = "# D\n"
    site.write(tmp_path)
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    assert (tmp_path / "b" / "c.md").read_text() == "# D\n"
    assert not (tmp_path / "gone.md").exists()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. a", "1\\. a"),
        ("- a", "\\- a"),
        ("a | b", "a \\| b"),
        ("[[not held]]", "\\[\\[not held\\]\\]"),
        ("two\nlines", "two lines"),
    ],
)
def test_texts_stand_as_they_are(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_code_keeps_its_backticks() -> None:
    assert code("a`b") == "``a`b``"
    assert code("`a`") == "`` `a` ``"
    assert code("") == ""
    assert fenced("```\nx\n```", "text").startswith("````text\n")


def test_tables_need_rows() -> None:
    assert table(("a",), []) == ""
    assert table(("a", "b"), [("1", "2")]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"


def test_titles() -> None:
    assert title_of("x\n# T \n") == "T"
    with pytest.raises(ValueError, match="without a title"):
        title_of("no")
    assert "hidden" in toctree("a")


PAGE = """<!DOCTYPE html><html><head><style>x</style></head><body><main>
<h1 id="t">T</h1><h2>Two</h2><p id="a" aria-labelledby="t a"><a href="#a">x</a>
<a href="https://example.org/#a">y</a></p>
<label for="r">l</label><input type="radio" id="r" name="view" value="side"></main></body></html>"""


def test_embedded_pages_share_a_page() -> None:
    found = html.fragment_fromstring(embedded(PAGE, prefix="e1-", below=2))
    assert found.get("class") == "site-embedded"
    assert [one.get("id") for one in found.iter() if one.get("id")] == ["e1-t", "e1-a", "e1-r"]
    assert [one.get("href") for one in found.iter("a")] == ["#e1-a", "https://example.org/#a"]
    assert found.xpath("//input/@name") == ["e1-view"]
    assert found.xpath("//input/@value") == ["side"]
    assert found.xpath("//label/@for") == ["e1-r"]
    assert found.xpath("//*/@aria-labelledby") == ["e1-t e1-a"]
    assert [one.tag for one in found.xpath("//h1|//h2|//h3")] == ["h3"]
    assert "site-embedded-title" in found[0].get("class")


def test_embedding_names_by_content_and_needs_a_main() -> None:
    assert embedded(PAGE) == embedded(PAGE) != embedded(PAGE.replace("Two", "Three"))
    with pytest.raises(ValueError, match="no main"):
        embedded("<html><body><p>x</p></body></html>")


LONG = "".join(
    f'<div class="bk-provision bk-kind-section" id="s{n}"><p>{"word " * 100}</p></div>'
    for n in range(9)
)


def test_long_bills_are_folded_after_their_first_sections() -> None:
    page = f'<html><body><main><article class="bk-document">{LONG}</article></main></body></html>'
    found = html.fragment_fromstring(embedded(page, prefix="e-"))
    assert found.xpath("//article/div/@id") == ["e-s0", "e-s1", "e-s2"]
    assert found.xpath("//details/div/@id") == [f"e-s{n}" for n in range(3, 9)]
    assert found.xpath("//summary")[0].text == "The rest: 6 sections, 600 words"
    short = page.replace("word " * 100, "word")
    assert not html.fragment_fromstring(embedded(short)).xpath("//details")
    one = html.fragment_fromstring(embedded(page.replace("bk-kind-section", "bk-kind-clause")))
    assert not one.xpath("//details")


def test_cells_of_wide_tables_know_their_column() -> None:
    page = (
        '<html><body><main><div class="bk-wide"><table><tr><th>x</th><th>A</th><th>B</th></tr>'
        "<tr><th>t</th><td>1</td><td>2</td></tr></table></div></main></body></html>"
    )
    found = html.fragment_fromstring(embedded(page))
    assert found.xpath("//td/@data-head") == ["A", "B"]


def test_cells_know_the_heads_of_their_columns() -> None:
    table_ = (
        '<table class="docutils align-default"><thead><tr><th class="head"><p>a &amp; "b"</p></th>'
        '<th class="head text-right"><p><code>c</code></p></th></tr></thead>'
        "<tbody><tr><td><p>1</p></td><td></td></tr><tr><td>2</td><td>3</td></tr></tbody></table>"
    )
    other = "<table><tr><td>4</td></tr></table>"
    found = html.fragment_fromstring(f"<div>{with_heads(table_ + other)}</div>")
    assert found.xpath("//td/@data-head") == ['a & "b"', "c"] * 2
    assert found.xpath("//td[not(@data-head)]")[0].text == "4"
    assert found.xpath("//table[@class='site-narrow docutils align-default']")
    assert "site-narrow" not in with_heads(table_.replace("<td>3</td>", f"<td>{'long ' * 9}</td>"))
    assert with_heads("<p>no table</p>") == "<p>no table</p>"


def test_commands_are_read_as_typed() -> None:
    command = parse_command("billkit compare a.txt 'b c.txt' -f html --output=x.html  # so")
    assert command.name == "compare"
    assert command.bare() == ("compare", "a.txt", "b c.txt")
    assert command.output == "x.html"
    assert str(Command(("draft", "b c.toml"))) == "billkit draft 'b c.toml'"
    assert parse_command("billkit statutes show us-ky -o y").output == "y"
    assert parse_command("billkit statutes show us-ky").name == "statutes show"
    with pytest.raises(ValueError, match="not a command"):
        parse_command("rm -r x")
    with pytest.raises(KeyError):
        click_command(("coffee",))


def test_forms_come_from_the_command() -> None:
    assert {"text", "html", "json"} <= set(forms(parse_command("billkit compare a b")))
    assert forms(parse_command("billkit clauses list")) == ()


def test_output_names_no_folder(tmp_path: Path) -> None:
    (tmp_path / "bill.toml").write_text("[[clauses]]\nkind = 3\n")
    done = run(["draft", str(tmp_path / "bill.toml")], tmp_path)
    assert done.status == 2
    assert done.printed.startswith("bill.toml:2: ")
    refs = run(["statutes", "refs", "us-ms/miss-code-37-179-1"], tmp_path)
    assert str(ROOT) not in refs.printed


def test_fields_are_told_in_words() -> None:
    cls = CLAUSES["term"]
    shown = field_words.fields_table(cls, values="v.md", only=("initial", "begins", "specified"))
    assert "[duration](<v.md#duration>), or [ends on](<v.md#ends-on>)" in shown
    assert '`"approval"` or `"next-school-year"`' in shown
    assert '`"5 years"`' in shown
    assert "`true` or `false`" in shown


def test_every_value_type_is_found() -> None:
    names = {one.__name__ for one in field_words.values_of(*CLAUSES.values())}
    assert {"Duration", "EndsOn", "Share", "Vote", "Cap", "Reference", "Body"} <= names | {"Body"}
    assert field_words.is_written(Duration)


@pytest.mark.parametrize("kind", CLAUSES)
def test_every_kind_has_a_sample(kind: str) -> None:
    assert sample(kind).kind == kind


def test_pages_play_their_commands() -> None:
    site = Site()
    text = (
        '```toml\n# bill.toml\nextends = "model-act"\n```\n\n'
        "```console head=2\n$ billkit draft bill.toml\n```\n\n"
        "```console html\n$ billkit draft bill.toml\n```\n\n"
        "```console\n$ billkit --version\nbillkit 9\n```\n\n"
        "```console quiet\n$ billkit --version\n```\n\n"
        "1. One:\n\n   ```python\n   x = 1\n   ```\n\n   ```python\n   print(x + 1)\n   ```\n\n"
        ":::{redline}\n(1) The board may act.\n---\n(1) The board shall act.\n:::\n"
    )
    shown = played(site, "a/b", text)
    assert "$ billkit draft bill.toml\nAN ACT" in shown
    assert "\n...\n```" in shown
    assert "billkit 9" in shown
    assert "   ```text\n   2\n   ```" in shown
    assert list(site.fragments) == ["a-b-1", "a-b-2"]
    assert ":file: ../_fragments/a-b-1.html" in shown
    assert 'class="bk bk-redline site-small"' in site.fragments["a-b-2"]


def test_a_page_whose_command_fails_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown-statute"):
        played(Site(), "a", "```console html\n$ billkit compare us-zz/x us-zz/y\n```\n")


def test_small_redlines_have_no_head() -> None:
    found = small_redline("(1) One.", "(1) Two.", prefix="p-")
    assert "<del>" in found
    assert "bk-legend" in found
    assert "bk-controls" not in found
    assert "bk-tables" not in found


PLACES = load_places(ROOT / "docs" / "_data" / "tiles.toml")


def test_every_state_has_a_tile_of_its_own() -> None:
    assert len(PLACES) == len(set(PLACES.values())) == 50
    with pytest.raises(ValueError, match="no place for us-ar"):
        tiles({key: place for key, place in PLACES.items() if key != "us-ar"})


def test_tiles_say_what_profiles_say() -> None:
    shown = {tile.state: tile for tile in tiles(PLACES)}
    assert (shown["us-ky"].term, shown["us-ky"].vote) == ("5 yr", "70%")
    assert shown["us-ms"].vote == ""
    assert shown["us-ms"].known("approval-threshold") == "not found"
    assert "repealed" in shown["us-ky"].spoken
    assert shown["us-wy"].spoken == "WY: no act held."
    assert shown["us-nd"].term == "≤1 yr"
    assert ".." not in "".join(tile.spoken for tile in shown.values())


def test_a_vote_without_a_share_is_not_called_unrecorded() -> None:
    shown = {tile.state: tile for tile in tiles(PLACES)}
    assert shown["us-nd"].vote == ""
    (drawn,) = html.fragments_fromstring(chart((shown["us-nd"],)))
    assert drawn.xpath("//text/text()") == ["ND", "≤1 yr", "other"]


def test_the_chart_can_be_heard_and_followed() -> None:
    drawn = html.fragment_fromstring(
        chart(
            (Tile("us-wy", 0, 0, None), *tiles(PLACES)[:1]),
            links={"us-wy": "wy.html"},
        )
    )
    assert drawn.xpath("//title")[0].text.startswith("Innovation acts")
    assert drawn.xpath("//a/@href") == ["wy.html"]
    assert drawn.xpath("//a//title")[0].text == "WY: no act held."
