"""The page of figures is made of the bench's own data, and says so where none is kept."""

from __future__ import annotations

from pathlib import Path

from docs._ext.figure_pages import DATA, add_figures
from docs._ext.pages import Site
from tests.bench.__main__ import DATA as WRITTEN
from tests.bench.figures import Report, Section, Table, at_least, at_most, known, write_json
from tests.docs.fences import ROOT


def page(root: Path) -> str:
    site = Site()
    add_figures(site, root)
    return site.pages["figures"]


def test_bench_writes_where_the_site_looks() -> None:
    assert WRITTEN == ROOT / DATA


def test_every_figure_and_table_is_shown(tmp_path: Path) -> None:
    table = Table("Engines", ("engine", "ms"), (("a|b", "12.5"), ("c", "13")))
    figures = (at_most("time", 0.07, 0.08), at_least("ideal", 57, 58, of=" / 60"), known("x", 3))
    report = Report("One run.", ("Python 3",), (Section("Pairs", "How.", figures, (table,)),))
    (tmp_path / DATA).parent.mkdir(parents=True)
    (tmp_path / DATA).write_text(write_json(report), "utf-8")
    shown = page(tmp_path)
    assert "**1 of 2 targets are met.**" in shown
    assert "- Pairs: ideal, 57 / 60; wanted at least 58" in shown
    assert "| time | 0.07 | at most 0.08 | met |" in shown
    assert "| ideal | 57 / 60 | at least 58 | **not met** |" in shown
    assert "| a\\|b | 12.5 |" in shown
    assert "- Python 3" in shown


def test_without_a_run_the_page_says_how_to_make_one(tmp_path: Path) -> None:
    shown = page(tmp_path)
    assert "No run is kept" in shown
    assert "make bench" in shown
