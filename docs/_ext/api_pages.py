"""The Python interface as pages: every public name, and every type that one of them hands out."""

from __future__ import annotations

import dataclasses
import inspect
import tempfile
import types
import typing
from collections.abc import Iterator
from pathlib import Path

import billkit
from docs._ext.pages import Site, code, fenced, link, table, toctree
from docs._ext.running import run_script

__all__ = ["add_api", "handed_out", "public_classes", "public_functions"]

_OWN_PAGES = ("billkit.clauses",)
"""Packages whose classes have pages of their own: the catalogue of clauses and values."""


_PROGRAM = """
import billkit

law = billkit.load_statute("us-ms")
bill = billkit.load_bill("after-mississippi")
draft = billkit.draft(bill.without("renewal"))
redline = billkit.compare(enacted=law, proposed=draft)
print(redline.summary().deleted_words, "words fewer")

other = billkit.load_statute("us-nd")
for row, parameter in billkit.contrast(law, other, kinds=["term"]).differences:
    print(f"{row.title}, {parameter.name}: {' / '.join(parameter.values)}")
"""
"""What the first of the pages shows."""


def _printed() -> str:
    """Runs the program and gives what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        return run_script(_PROGRAM, "program.py", Path(folder))


def public_functions() -> tuple[str, ...]:
    """Names the public functions, in order."""
    return tuple(name for name in billkit.__all__ if inspect.isfunction(getattr(billkit, name)))


def public_classes() -> tuple[str, ...]:
    """Names the public classes, in order."""
    return tuple(name for name in billkit.__all__ if inspect.isclass(getattr(billkit, name)))


def handed_out() -> tuple[type, ...]:
    """Gives the classes that public ones hand out and that are not public names themselves."""
    public = {getattr(billkit, name) for name in public_classes()}
    found: dict[str, type] = {}
    open_: list[object] = [getattr(billkit, name) for name in billkit.__all__]
    seen: set[int] = set()
    while open_:
        thing = open_.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        for cls in _mentioned(thing):
            if cls not in public and not cls.__module__.startswith(_OWN_PAGES):
                found[f"{cls.__module__}.{cls.__qualname__}"] = cls
            open_.append(cls)
    return tuple(found[name] for name in sorted(found, key=lambda one: one.rpartition(".")[2]))


def _mentioned(thing: object) -> Iterator[type]:
    """Yields the classes of billkit that a function or class takes or gives."""
    if inspect.isfunction(thing):
        yield from _classes(typing.get_type_hints(thing).values())
        return
    if not inspect.isclass(thing) or thing.__module__.startswith(_OWN_PAGES):
        return
    for base in thing.__mro__:
        if not base.__module__.startswith("billkit"):
            continue
        if dataclasses.is_dataclass(base):
            yield from _classes(typing.get_type_hints(base).values())
        for name, held in vars(base).items():
            getter = getattr(held, "fget", None) or getattr(held, "func", None) or held
            getter = getattr(getter, "__func__", getter)
            if not name.startswith("_") and inspect.isfunction(getter):
                yield from _classes(typing.get_type_hints(getter).values())


def _classes(annotations: typing.Iterable[object]) -> Iterator[type]:
    """Yields the classes of billkit in some annotations."""
    for one in annotations:
        if isinstance(one, type) and not isinstance(one, types.GenericAlias):
            if one.__module__.startswith("billkit"):
                yield one
        else:
            yield from _classes(typing.get_args(one))


def add_api(site: Site) -> None:
    """Adds the pages of the Python interface.

    Args:
        site: The site.
    """
    functions, classes, further = public_functions(), public_classes(), handed_out()
    errors = [name for name in classes if issubclass(getattr(billkit, name), Exception)]
    values = [name for name in classes if name not in errors]
    rows = [(f"{{py:obj}}`billkit.{name}`", _says(name)) for name in (*functions, *values, *errors)]
    site.page(
        "reference/python/index",
        "# Python",
        "All that a program needs is in `billkit` itself. What is not listed here may change.",
        fenced(_PROGRAM, "python"),
        fenced(_printed(), "text"),
        "Longer programs are among the [examples](../../examples/index.md#extend-billkit).",
        table(("name", "what it does or is"), rows),
        toctree("functions", "classes", "results", "errors"),
    )
    site.page(
        "reference/python/functions",
        "# Functions",
        *(_auto("function", f"billkit.{name}") for name in functions),
    )
    site.page(
        "reference/python/classes",
        "# Classes",
        *(_auto("class", f"billkit.{name}", members=True) for name in values),
    )
    site.page(
        "reference/python/results",
        "# Parts of results",
        "What the classes and functions above hand out. These are read, not made; import them from "
        "where they stand where a type is wanted.",
        *(_auto("class", f"{cls.__module__}.{cls.__qualname__}", members=True) for cls in further),
    )
    site.page(
        "reference/python/errors",
        "# Exceptions",
        f"Every error of billkit is a {code('BillkitError')} and carries its findings; what each "
        f"{link('code', '../errors.md')} means stands on a page of its own.",
        *(_auto("exception", f"billkit.{name}") for name in errors),
    )


def _says(name: str) -> str:
    """Gives the first line of what a name says of itself."""
    doc = inspect.getdoc(getattr(billkit, name)) or ""
    return doc.partition("\n")[0].replace("``", "`")


def _auto(kind: str, name: str, *, members: bool = False) -> str:
    """Makes the directive by which Sphinx documents a name."""
    lines = ["```{eval-rst}", f".. auto{kind}:: {name}"]
    if members:
        lines.append("   :members:")
    return "\n".join([*lines, "```"])
