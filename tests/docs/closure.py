"""Looks for what billkit has and the site lacks: each check yields what is missing."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator
from typing import Any, get_args

import billkit
from billkit.clauses.bill import Bill
from billkit.clauses.catalogue import CLAUSES, KINDS
from billkit.clauses.names import Names
from billkit.cli.app import COMMANDS
from billkit.cli.formats import DocumentForm
from billkit.language.library import ModelLanguage
from billkit.library import list_acts, list_statutes
from billkit.reading.kinds import title
from billkit.reading.loading import jurisdictions, load_profiles
from billkit.reading.profiles import Fact, Quoted
from docs._ext.api_pages import handed_out
from docs._ext.clause_pages import fields_heading
from docs._ext.error_codes import collect
from docs._ext.example_pages import FORM_NAMES
from docs._ext.examples import load_gallery
from docs._ext.field_words import values_of
from docs._ext.pages import Site, code, escaped
from docs._ext.preset_pages import presets
from docs._ext.running import click_command, commands, forms, is_group
from docs._ext.schema_pages import schema_names
from tests.docs.fences import ROOT

__all__ = ["CHECKS"]

GALLERY = [one for group in load_gallery(ROOT / "examples") for one in group.examples]


def _page(site: Site, name: str) -> str:
    return site.pages.get(name, "")


def _fields(page: str, cls: Any) -> Iterator[str]:
    """Yields the fields of a class that have no row in a table of the page."""
    for name, field in cls.model_fields.items():
        shown = code(field.alias or name)
        if name != "kind" and f"\n| {shown} |" not in page:
            yield f"{cls.__name__}: {shown}"


def clauses(site: Site) -> Iterator[str]:
    listed = _page(site, "reference/clauses/index")
    for kind in KINDS:
        if f"]({'<'}{kind}.md>)" not in listed:
            yield f"{kind} in the list"
        yield from _fields(_page(site, f"reference/clauses/{kind}"), CLAUSES[kind])


def wordings(site: Site) -> Iterator[str]:
    language = ModelLanguage()
    for kind in KINDS:
        page = _page(site, f"reference/clauses/{kind}")
        for variant in language.variants(kind):
            body = language.template(kind, variant).body.strip("\n")
            if f"### The wording `{variant}`\n" not in page or body not in page:
                yield f"{kind}/{variant}"


def values(site: Site) -> Iterator[str]:
    page = _page(site, "reference/values")
    for cls in values_of(*CLAUSES.values(), Names, Bill):
        if f"## {fields_heading(cls.__name__)}\n" not in page:
            yield cls.__name__
        yield from _fields(page, cls)


def bill_presets(site: Site) -> Iterator[str]:
    files = (ROOT / "model_language" / "presets").glob("*.toml")
    names = {*presets(), *(file.stem for file in files)}
    yield from (name for name in sorted(names) if f"reference/presets/{name}" not in site.pages)


def statutes(site: Site) -> Iterator[str]:
    for held in list_statutes():
        page = _page(site, f"reference/statutes/{held.id.partition('@')[0]}")
        if f"## Text{f': {held.label}' if held.label else ''}\n" not in page:
            yield held.id
        if escaped(held.stands) not in page or escaped(str(held.counts)) not in page:
            yield f"{held.id}: how it stands and is known"
        for form in get_args(DocumentForm):
            if not site.files.get(f"downloads/statutes/{held.id}.{FORM_NAMES[form][1]}"):
                yield f"{held.id} as {form}"


def acts(site: Site) -> Iterator[str]:
    for state in jurisdictions():
        page = _page(site, f"reference/statutes/{state}/index")
        names = [one.id for one in load_profiles(state)]
        names += [act.id.partition("/")[2] for act in list_acts(state)]
        yield from (f"{state}/{name}" for name in names if f"({state}-{name})=" not in page)


def cells(site: Site) -> Iterator[str]:
    for state in jurisdictions():
        page = _page(site, f"reference/statutes/{state}/index")
        for profile in load_profiles(state):
            _, _, told = page.partition(f"({state}-{profile.id})=")
            told = told.partition(")=\n")[0]
            for cell in profile.cells:
                if isinstance(cell, Quoted | Fact):
                    shown = f"| [{escaped(title(cell.kind))}]({'<'}" in told
                    words = [one.words for one in getattr(cell, "quotations", ())]
                    shown = shown and all(escaped(one) in told for one in words)
                else:
                    shown = title(cell.kind).lower() in told
                if not shown:
                    yield f"{state}/{profile.id}: {cell.kind}"


def matrix(site: Site) -> Iterator[str]:
    page = site.fragments.get("matrix", "")
    for state in jurisdictions():
        profile = load_profiles(state)[0]
        if f">{profile.label}</th>" not in page:
            yield profile.label
        for cell in profile.cells:
            if isinstance(cell, Quoted | Fact) and f"clauses/{cell.kind}.html" not in page:
                yield f"{state}: {cell.kind}"


def styles(site: Site) -> Iterator[str]:
    language = ModelLanguage()
    for state in language.styles():
        page = _page(site, f"reference/styles/{state}")
        for key, fact in language.style(state).facts():
            mark = f'site-mark-{fact.mark}"'
            if not any(
                line.startswith(f"| {code(key)} |") and mark in line for line in page.splitlines()
            ):
                yield f"{state}: {key}"


def error_codes(site: Site) -> Iterator[str]:
    page = _page(site, "reference/errors")
    for name in collect(ROOT / "src" / "billkit"):
        if f'| <span id="{name}"></span>{code(name)} |' not in page:
            yield name


def command_line(site: Site) -> Iterator[str]:
    listed = _page(site, "reference/commands/index")
    yield from (name for name in COMMANDS if f"]({'<'}{name}.md>)" not in listed)
    for option in click_command(()).params:
        if option.name != "help" and not any(name in listed for name in option.opts):
            yield f"billkit {option.name}"
    for words in commands():
        page = _page(site, f"reference/commands/{words[0]}")
        if len(words) > 1:
            head = f"## billkit {' '.join(words)}\n"
            if head not in page:
                yield " ".join(words)
            page = page.partition(head)[2].partition("\n## ")[0]
        command = click_command(words)
        for one in () if is_group(command) else command.params:
            shown = one.opts
            if one.param_type_name == "argument":
                shown = [one.metavar or one.name.upper()]
            for name in shown:
                if code(name) not in page and code(f"[{name}]") not in page:
                    yield f"{' '.join(words)}: {name}"


def public_names(site: Site) -> Iterator[str]:
    shown = "\n".join(
        text for name, text in site.pages.items() if name.startswith("reference/python/")
    )
    listed = _page(site, "reference/python/index")
    for name in billkit.__all__:
        if f":: billkit.{name}\n" not in shown or f"`billkit.{name}`" not in listed:
            yield name
        if not inspect.getdoc(getattr(billkit, name)):
            yield f"{name}: what it is"
    for cls in handed_out():
        if f":: {cls.__module__}.{cls.__qualname__}\n" not in shown:
            yield cls.__qualname__


def schemas(site: Site) -> Iterator[str]:
    page = _page(site, "reference/schemas")
    for name in schema_names():
        text = site.files.get(f"downloads/schemas/{name}.schema.json", b"{}")
        schema = json.loads(text)
        if not schema or f"\n## {name}\n" not in page:
            yield name
        for key in schema.get("properties", {}):
            if f"\n| {code(key)}" not in page:
                yield f"{name}: {key}"


def examples(site: Site) -> Iterator[str]:
    listed = _page(site, "examples/index")
    for one in GALLERY:
        page = _page(site, f"examples/{one.slug}")
        if not page or f"<{one.slug}.md>" not in listed:
            yield one.slug
        for name in one.inputs:
            if not site.files.get(f"downloads/{one.slug}/{name}"):
                yield f"{one.slug}: {name}"
        for number, step in enumerate(one.steps, 1):
            start = f"{number}-" if len(one.steps) > 1 else ""
            for form in forms(step.command):
                file = f"downloads/{one.slug}/{start}result.{FORM_NAMES[form][1]}"
                if not site.files.get(file) or file not in page:
                    yield f"{one.slug}: {step.command} as {form}"


def written_pages(site: Site) -> Iterator[str]:
    listed = "\n".join(site.pages.values())
    for path in (ROOT / "docs").rglob("*.md"):
        name = path.relative_to(ROOT / "docs").with_suffix("").as_posix()
        last = name.rpartition("/")[2]
        if name != "index" and f"\n{name}\n" not in listed and f"\n{last}\n" not in listed:
            yield name


CHECKS: dict[str, Callable[[Site], Iterator[str]]] = {
    check.__name__: check
    for check in (
        clauses,
        wordings,
        values,
        bill_presets,
        statutes,
        acts,
        cells,
        matrix,
        styles,
        error_codes,
        command_line,
        public_names,
        schemas,
        examples,
        written_pages,
    )
}
"""What is looked for, by name."""
