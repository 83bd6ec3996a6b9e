"""The page of error codes: what each means, what to do, and where the source says it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from docs._ext.error_codes import Saying, collect
from docs._ext.pages import Site, code, table

__all__ = ["ErrorGroup", "Meaning", "add_errors", "load_meanings", "unmatched"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code means and what to do about it, in Markdown."""

    code: str
    means: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ErrorGroup:
    """Codes that are met on one occasion."""

    id: str
    title: str
    says: str
    meanings: tuple[Meaning, ...]


def load_meanings(file: Path) -> tuple[ErrorGroup, ...]:
    """Loads what codes mean.

    Args:
        file: A TOML file of groups, each with its codes: ``code = ["meaning", "remedy"]``.
    """
    data = tomllib.loads(file.read_text("utf-8"))
    return tuple(
        ErrorGroup(
            group["id"],
            group["title"],
            group["says"],
            tuple(Meaning(name, *told) for name, told in group["codes"].items()),
        )
        for group in data["group"]
    )


def unmatched(
    groups: tuple[ErrorGroup, ...], said: Mapping[str, tuple[Saying, ...]]
) -> Iterator[str]:
    """Yields what is wrong between the meanings and the source, as lines of text.

    Args:
        groups: The meanings.
        said: The codes of the source.
    """
    known = [meaning.code for group in groups for meaning in group.meanings]
    for name, places in said.items():
        if name not in known:
            yield f"{places[0].module}:{places[0].line}: {name} has no meaning in errors.toml"
    for name in sorted(set(known)):
        if name not in said:
            yield f"errors.toml: {name} is said nowhere"
        if known.count(name) > 1:
            yield f"errors.toml: {name} stands in it twice"


def add_errors(site: Site, root: Path) -> None:
    """Adds the page of error codes.

    Args:
        site: The site.
        root: The checkout.
    """
    groups = load_meanings(root / "docs" / "_data" / "errors.toml")
    said = collect(root / "src" / "billkit")
    site.wrong += unmatched(groups, said)
    parts = [
        "# Error codes",
        (
            "When something is wrong, billkit says a code, what is wrong in this case, where, and "
            "as a rule what to do. It collects all it finds and says it at once. There are "
            f"{len(said)} codes; they do not change from one release to the next."
        ),
    ]
    for group in groups:
        parts += [f"## {group.title}", group.says]
        rows = [
            (f'<span id="{one.code}"></span>{code(one.code)}', one.means, one.remedy)
            for one in group.meanings
        ]
        parts.append(table(("code", "what it means", "what to do"), rows))
    site.page("reference/errors", *parts)
