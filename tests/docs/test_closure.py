"""Nothing is missing from the site: each thing that billkit has, has its place on a page."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import pytest

import billkit
from billkit.clauses.catalogue import CLAUSES, KINDS
from billkit.cli.app import COMMANDS
from billkit.language.library import ModelLanguage
from billkit.library import list_acts, list_statutes
from billkit.reading.loading import jurisdictions, load_profiles
from docs._ext.api_pages import handed_out
from docs._ext.examples import load_gallery
from docs._ext.pages import Site, code
from docs._ext.preset_pages import presets
from docs._ext.running import click_command, commands, is_group
from docs._ext.schema_pages import schema_names
from tests.docs.fences import ROOT


@pytest.fixture(scope="module")
def site(pages: Path) -> Site:
    """The pages as Sphinx read them, and what can be downloaded."""
    source = pages.parent / "source"
    return Site(
        pages={
            path.relative_to(source).with_name(path.name.removesuffix(".md")).as_posix(): (
                path.read_text("utf-8")
            )
            for path in sorted(source.rglob("*.md"))
        },
        files={
            path.relative_to(pages).as_posix(): path.read_bytes()
            for path in sorted((pages / "downloads").rglob("*"))
            if path.is_file()
        },
    )


def test_every_clause_has_its_page_with_every_field(site: Site) -> None:
    for kind in KINDS:
        page = site.pages[f"reference/clauses/{kind}"]
        for name, field in CLAUSES[kind].model_fields.items():
            assert code(field.alias or name) in page or name == "kind", f"{kind}: {name}"


def test_every_wording_is_shown(site: Site) -> None:
    language = ModelLanguage()
    for kind in KINDS:
        for variant in language.variants(kind):
            shown = site.pages[f"reference/clauses/{kind}"]
            assert f"### The wording `{variant}`" in shown, f"{kind}/{variant}"


def test_every_preset_has_its_page(site: Site) -> None:
    assert "model-act" in presets()
    for name in presets():
        assert f"reference/presets/{name}" in site.pages


def test_every_law_has_its_page_with_every_version(site: Site) -> None:
    for held in list_statutes():
        page = site.pages[f"reference/statutes/{held.id.partition('@')[0]}"]
        assert f"## Text{f': {held.label}' if held.label else ''}\n" in page, held.id


def test_every_act_is_told_of(site: Site) -> None:
    for state in jurisdictions():
        page = site.pages[f"reference/statutes/{state}/index"]
        names = [one.id for one in load_profiles(state)]
        names += [act.id.partition("/")[2] for act in list_acts(state)]
        for name in names:
            assert f"({state}-{name})=" in page, name


def test_every_style_has_its_page_with_every_fact(site: Site) -> None:
    language = ModelLanguage()
    for state in language.styles():
        page = site.pages[f"reference/styles/{state}"]
        missing = [key for key, _ in language.style(state).facts() if code(key) not in page]
        assert missing == [], state


def test_every_command_has_its_place_with_every_option(site: Site) -> None:
    for words in commands():
        page = site.pages[f"reference/commands/{words[0]}"]
        command = click_command(words)
        if len(words) > 1:
            assert f"## billkit {' '.join(words)}\n" in page
        for option in () if is_group(command) else command.params:
            names = option.opts if option.param_type_name == "option" else []
            assert [name for name in names if code(name) not in page] == [], words


def test_every_command_is_listed(site: Site) -> None:
    page = site.pages["reference/commands/index"]
    assert [name for name in COMMANDS if f"]({'<'}{name}.md>)" not in page] == []


def test_every_public_name_is_documented(site: Site) -> None:
    shown = "\n".join(
        text for name, text in site.pages.items() if name.startswith("reference/python/")
    )
    for name in billkit.__all__:
        assert f":: billkit.{name}\n" in shown, name
        assert inspect.getdoc(getattr(billkit, name)), name
    for cls in handed_out():
        assert f":: {cls.__module__}.{cls.__qualname__}\n" in shown, cls


def test_every_schema_can_be_had(site: Site) -> None:
    for name in schema_names():
        assert json.loads(site.files[f"downloads/schemas/{name}.schema.json"])


def test_every_example_has_its_page_and_is_in_the_gallery(site: Site) -> None:
    listed = [one for group in load_gallery(ROOT / "examples") for one in group.examples]
    for one in listed:
        assert f"examples/{one.slug}" in site.pages
        assert f"<{one.slug}.md>" in site.pages["examples/index"]


def test_every_written_page_is_in_the_navigation(site: Site) -> None:
    listed = "\n".join(site.pages.values())
    for path in (ROOT / "docs").rglob("*.md"):
        name = path.relative_to(ROOT / "docs").with_suffix("").as_posix()
        last = name.rpartition("/")[2]
        assert name == "index" or f"\n{name}\n" in listed or f"\n{last}\n" in listed, name
