from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from lxml import html

from billkit.contrasting.pairing import contrast_profiles, matrix
from billkit.errors import Finding, Where
from billkit.reading.contrasts import Contrast
from billkit.reading.kinds import MAIN_KINDS
from billkit.reading.loading import jurisdictions, load_profile, load_profiles
from billkit.reading.profiles import Profile, Quotation, Quoted
from billkit.writers.contrast_cells import basis, places, summary
from billkit.writers.contrast_html import write_contrast_html, write_matrix_html
from billkit.writers.contrast_json import write_contrast_json, write_matrix_json
from billkit.writers.contrast_markdown import write_contrast_markdown, write_matrix_markdown
from billkit.writers.contrast_text import write_contrast_text
from billkit.writers.matrix_text import write_matrix_text
from billkit.writers.profile_text import write_profile_text

STATES = ("us-nd", "us-ky", "us-ms", "us-mn")
LAWS = [load_profile(state) for state in STATES]
EVERY = [profile for state in jurisdictions() for profile in load_profiles(state)]


def _four(**about: object) -> Contrast:
    return contrast_profiles(*LAWS, kinds=MAIN_KINDS, **about)  # type: ignore[arg-type]


def test_the_table_of_five_provisions_has_a_line_an_act_and_fits() -> None:
    text = write_contrast_text(_four(), words=False)
    assert max(map(len, text.splitlines())) <= 80
    blocks = text.strip().split("\n\n")
    assert len(blocks) == 5
    for block in blocks:
        for label in ("North Dakota", "Kentucky", "Mississippi", "Minnesota"):
            assert f"\n  {label}" in block
    threshold = blocks[4]
    assert "Official record of 2012 House Bill" in threshold
    assert "70 percent of eligible" in threshold
    assert re.search(r"Mississippi +not found", threshold)
    assert re.search(r"Minnesota +not held +missing:", threshold)
    assert "repealed 2025" in blocks[0]
    assert "Miss. Code Ann. § 37-179-1(2);" in blocks[2]


def test_differences_come_before_the_acts_and_words_after() -> None:
    text = write_contrast_text(_four())
    term = text[text.index("Term: how long") :]
    assert term.index("* initial term: up to 1 year (North Dakota); 5 years") < term.index(
        "\n  North Dakota"
    )
    assert term.index("\n  North Dakota") < term.index('"The initial waiver must be')
    assert "KRS 156.108, 160.107 (repealed 2025)" in text
    assert "note: The source visibly abridges" in text


def test_two_texts_differ_by_a_stroke() -> None:
    text = write_contrast_text(contrast_profiles(LAWS[1], LAWS[0], kinds=["term"]))
    assert "* initial term: 5 years / up to 1 year" in text
    silent = write_contrast_text(contrast_profiles(LAWS[1], LAWS[2], kinds=["renewal"]))
    assert "* conditions" not in silent


@pytest.mark.parametrize("width", [10, 60, 80, 132])
def test_no_line_is_wider_than_asked(width: int) -> None:
    for text in (
        write_contrast_text(_four(), width=width),
        write_matrix_text(matrix(*EVERY), width=width),
    ):
        longest = max(
            (line for line in text.splitlines() if "http" not in line), key=len, default=""
        )
        assert len(longest) <= max(width, 60), longest


def test_findings_are_written_at_the_end_everywhere() -> None:
    finding = Finding("defined-never-used", 'a "term" is odd.', Where(path="Code 1(2)"))
    contrast = _four(findings=[finding, replace(finding, where=Where())])
    assert 'Code 1(2): a "term" is odd.' in write_contrast_text(contrast)
    assert "What to look at" in write_contrast_markdown(contrast)
    assert "What to look at" in write_contrast_html(contrast)
    found = json.loads(write_contrast_json(contrast))["findings"]
    assert found[0]["code"] == "defined-never-used"
    assert found[0]["path"] == "Code 1(2)"


def test_json_holds_every_cell_with_its_state() -> None:
    data = json.loads(write_contrast_json(_four()))
    assert [party["label"] for party in data["parties"]] == [
        "North Dakota",
        "Kentucky",
        "Mississippi",
        "Minnesota",
    ]
    threshold = data["provisions"][-1]
    states = [cells[0]["state"] for cells in threshold["cells"]]
    assert states == ["quoted", "fact", "not found", "not held"]
    assert threshold["cells"][1][0]["sources"][0]["address"].startswith("https://")
    assert threshold["cells"][2][0]["searched"] == [
        "us-ms/miss-code-37-179-1",
        "us-ms/miss-code-37-179-3",
    ]
    assert threshold["cells"][3][0]["missing"]
    quoted = threshold["cells"][0][0]["quotations"][0]
    assert quoted["citation"] == "N.D.C.C. § 15.1-06-08.2(2)"
    assert quoted["status"] == "corroborated"
    assert write_contrast_json(_four()) == write_contrast_json(_four())


def test_markdown_tables_hold_their_columns_and_escape_the_law() -> None:
    text = write_contrast_markdown(_four())
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}
    wild = replace(
        LAWS[0],
        cells=(Quoted("term", "term", (Quotation("a | b * c <d>", "sec-1", "Code [1]"),)),),
    )
    escaped = write_contrast_markdown(contrast_profiles(wild))
    assert "a \\| b \\* c &lt;d&gt;" in escaped


def test_html_is_one_page_with_tables_that_are_closed() -> None:
    page = write_contrast_html(_four())
    tree = html.document_fromstring(page)
    assert tree.xpath("count(//table)") == 5
    assert tree.xpath("//section[@id='term']//th[@scope='row']/text()") == [
        "North Dakota",
        "Kentucky",
        "Mississippi",
        "Minnesota",
    ]
    assert not tree.xpath("//script")
    assert tree.xpath("//a[contains(@href, 'hb37')]")
    wild = replace(LAWS[0], cells=(Quoted("term", "t", (Quotation("<b>&", "1", "C"),)),))
    assert "&lt;b&gt;&amp;" in write_contrast_html(contrast_profiles(wild))


def test_one_act_alone_is_not_called_side_by_side() -> None:
    alone = contrast_profiles(load_profile("us-ms"))
    both = contrast_profiles(load_profile("us-ms"), load_profile("us-nd"))
    for write in (write_contrast_html, write_contrast_markdown):
        assert "Provisions side by side" not in write(alone)
        assert "What it provides" in write(alone)
        assert "Provisions side by side" in write(both)


def test_the_matrix_shows_all_acts_at_a_glance_and_cell_by_cell() -> None:
    table = matrix(*EVERY)
    text = write_matrix_text(table)
    overview = write_matrix_text(table, cells=False)
    assert text.startswith(overview.rstrip())
    line = next(line for line in overview.splitlines() if line.startswith("Approval threshold"))
    assert set(line.removeprefix("Approval threshold").split()) <= {"Q", "f", "-", "?"}
    assert "not found: " in text
    assert "not held: " in text
    tree = html.document_fromstring(write_matrix_html(table))
    heads = tree.xpath("(//table)[1]//th[@scope='col']/text()")
    assert heads == ["Provision", *(party.label for party in table.parties)]
    assert tree.xpath("//td[@class='bk-not-held']")
    assert write_matrix_markdown(matrix(*LAWS)).count("| Term |") == 1
    data = json.loads(write_matrix_json(matrix(*LAWS)))
    assert set(data) == {"parties", "provisions"}


def test_a_matrix_of_nothing_is_still_a_page() -> None:
    assert "Provisions by act" in write_matrix_text(matrix())


def test_a_profile_is_written_with_what_it_does_not_say() -> None:
    text = write_profile_text(LAWS[1])
    assert "initial term: 5 years" in text
    assert "[secondary source, repealed 2025]" in text
    assert "Not held (missing: KRS 156.108(3)" in text
    assert max(map(len, text.splitlines())) <= 80
    assert "Not found: " in write_profile_text(load_profile("us-wa", act="innovation-schools"))
    assert "plan term" in write_profile_text(LAWS[0])


def _bare(**about: object) -> Profile:
    profile = replace(LAWS[0], cells=(), names={}, note="", name="", statutes=())
    return replace(profile, **about)  # type: ignore[arg-type]


def test_how_a_cell_is_founded_is_told_in_every_case() -> None:
    unsure = Quoted("term", "term", (Quotation("w", "1", "C 1", confidence=0.8),))
    sure = Quoted("term", "term", (Quotation("w", "1", "C 1"),))
    read = contrast_profiles(_bare(origin="read", standing="text", cells=(unsure,))).parties[0]
    draft = contrast_profiles(_bare(origin="drafted", standing="draft", cells=(sure,))).parties[0]
    assert basis(unsure, read) == "read with confidence 0.80"
    assert basis(sure, draft) == "draft"
    assert places(sure) == ("C 1",)
    assert summary(sure) == '"w"'
    gone = replace(draft, standing="repealed", repealed="")
    assert basis(sure, gone) == "repealed"


def test_facts_without_values_are_told_by_their_statement() -> None:
    cell = load_profile("us-ny").cell("learning-network")
    assert cell is not None
    assert summary(cell).startswith("The Innovation Zone is a community of schools")
