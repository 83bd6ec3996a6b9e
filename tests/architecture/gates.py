"""The gates: each takes a module and yields what it finds wrong, as one line of text."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator

from tests.architecture.sources import Module

FLOORS = {
    "errors": 0,
    "shipped": 0,
    "files": 1,
    "text": 1,
    "folders": 2,
    "tree": 2,
    "clauses": 2,
    "targets": 3,
    "language": 4,
    "akn": 4,
    "comparison": 4,
    "reading": 4,
    "readers": 5,
    "writers": 5,
    "drafting": 5,
    "rules": 5,
    "library": 6,
    "contrasting": 7,
    "amending": 7,
    "printed": 7,
    "_api": 8,
    "__init__": 9,
    "cli": 9,
    "__main__": 10,
}
"""The floor of each part of billkit; imports only go down."""

THIRD_PARTY = {
    "clauses": {"pydantic", "pydantic_core"},
    "language": {"jinja2", "markdown_it", "mdit_py_plugins", "pydantic"},
    "akn": {"lxml"},
    "comparison": {"rapidfuzz", "diff_match_patch"},
    "readers": {"lxml", "markdown_it", "mdit_py_plugins", "pdfplumber"},
    "writers": {"lxml", "rich"},
    "library": {"pydantic"},
    "reading": {"pydantic"},
    "contrasting": {"diff_match_patch", "pydantic"},
    "amending": {"diff_match_patch"},
    "cli": {"rich", "typer"},
}
"""The packages each part may use; pydantic wherever a file that people write is loaded."""

VAGUE = {"utils", "util", "helpers", "helper", "common", "misc"}
SIDES = re.compile(
    r"""
    ^_?(?:old|new|left|right)$
    | (?:^|_)(?:old|new|left|right)_(?:
        text|side|word|words|document|tree|node|nodes|id|ids|version|value|line|lines|run|runs
        | num|provision|provisions
    )(?:_|$)
    | _(?:old|new|left|right)$
    """,
    re.VERBOSE,
)
"""Names for the two sides; new law, and what is left out, are words of their own."""
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK|NotImplementedError)\b")
MOST_LINES = 500

NETWORK = {
    "socket", "ssl", "http", "urllib.request", "urllib3", "ftplib", "smtplib", "imaplib",
    "poplib", "telnetlib", "xmlrpc", "requests", "httpx", "aiohttp", "asyncio", "webbrowser",
    "socketserver",
}  # fmt: skip
SURROUNDINGS = {
    "time", "locale", "platform", "getpass", "random",
}  # fmt: skip
SURROUNDING_CALLS = {
    "now", "today", "utcnow", "environ", "getenv", "putenv", "getlocale", "setlocale", "getcwd",
    "monotonic", "perf_counter",
}  # fmt: skip


def _unit(imported: str) -> str | None:
    """The part of billkit an import names; None where it is another package."""
    first, _, rest = imported.partition(".")
    if first != "billkit":
        return None
    return rest.partition(".")[0] or "__init__"


def floors(module: Module) -> Iterator[str]:
    """Imports only go down; siblings on a floor leave each other alone."""
    if module.unit not in FLOORS:
        yield f"{module.name}: {module.unit} stands on no floor"
        return
    here = FLOORS[module.unit]
    for line, imported in module.imports():
        if imported.startswith("."):
            yield f"{module.name}:{line}: imports {imported}; write the full name"
            continue
        unit = _unit(imported)
        if unit is None or unit == module.unit != "__init__":
            continue
        if unit == "__init__":
            yield f"{module.name}:{line}: imports billkit itself; import from its module"
        elif FLOORS.get(unit, 0) >= here:
            yield f"{module.name}:{line}: imports {imported}, which does not stand below it"


def packages(module: Module) -> Iterator[str]:
    """Other people's packages stand only where the design names them."""
    allowed = THIRD_PARTY.get(module.unit, set())
    for line, imported in module.imports():
        first = imported.partition(".")[0]
        if first in {"billkit", ""} or first in sys.stdlib_module_names or first in allowed:
            continue
        yield f"{module.name}:{line}: {first} may not be used in {module.unit}"


def sizes(module: Module) -> Iterator[str]:
    """No module is longer than five hundred lines."""
    count = module.source.count("\n")
    if count > MOST_LINES:
        yield f"{module.name}: {count} lines, {MOST_LINES} are the most"


def vague_modules(module: Module) -> Iterator[str]:
    """A module is named for what it holds."""
    for part in module.name.split("."):
        if part.strip("_") in VAGUE:
            yield f"{module.name}: {part} says nothing; name it for what it holds"


def _names(module: Module) -> Iterator[tuple[int, str]]:
    """Every name the module gives to something."""
    for node in ast.walk(module.tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.lineno, node.name
            case ast.arg():
                yield node.lineno, node.arg
            case ast.Name(ctx=ast.Store()) | ast.Name(ctx=ast.Del()):
                yield node.lineno, node.id
            case ast.Attribute(ctx=ast.Store()):
                yield node.lineno, node.attr
            case ast.alias(asname=str()):
                yield node.lineno, str(node.asname)


def side_names(module: Module) -> Iterator[str]:
    """The two sides are enacted and proposed, never old and new, left and right."""
    fields = {
        field.target.id
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        for field in node.body
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
    }
    for line, name in _names(module):
        if SIDES.search(name) and not (name == "new" and name in fields):
            yield f"{module.name}:{line}: {name}; write enacted and proposed, or what it is"


def shadows(module: Module, subpackages: Iterable[str]) -> Iterator[str]:
    """No public function bears a sub-package's name: the module would take its place."""
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in set(subpackages):
            yield f"{module.name}:{node.lineno}: {node.name} is a sub-package's name"


def _defined(module: Module) -> set[str]:
    """Every name bound at the top of the module."""
    out: set[str] = set()
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                out.update((alias.asname or alias.name).partition(".")[0] for alias in names)
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                out.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                out.add(name)
    return out


def exports(module: Module) -> Iterator[str]:
    """``__all__`` stands where a module has public names, and names each public one it defines."""
    listed: list[str] | None = None
    public: set[str] = set()
    for node in module.tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                listed = ast.literal_eval(value)
            case ast.FunctionDef(name=name, decorator_list=[ast.Call(), *_]):
                # A command: typer's, not to be called.
                continue
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                public.add(name)
    public = {name for name in public if not name.startswith("_")}
    if listed is None:
        if public:
            yield f"{module.name}: has public names but no __all__"
        return
    if len(listed) != len(set(listed)):
        yield f"{module.name}: __all__ names something twice"
    for name in sorted(set(listed) - _defined(module)):
        yield f"{module.name}: __all__ names {name}, which is not there"
    for name in sorted(public - set(listed)):
        yield f"{module.name}: {name} is public but not in __all__"


def unfinished(module: Module) -> Iterator[str]:
    """Nothing is left for later."""
    for number, line in enumerate(module.source.splitlines(), 1):
        if found := UNFINISHED.search(line):
            yield f"{module.name}:{number}: {found.group()}"


def network(module: Module) -> Iterator[str]:
    """Nothing talks to a network."""
    for line, imported in module.imports():
        parts = imported.split(".")
        for end in range(1, len(parts) + 1):
            if ".".join(parts[:end]) in NETWORK:
                yield f"{module.name}:{line}: imports {imported}"


def surroundings(module: Module) -> Iterator[str]:
    """The library reads no clock, locale or environment, and prints nothing."""
    if module.unit == "cli":
        return
    for line, imported in module.imports():
        if imported in SURROUNDINGS:
            yield f"{module.name}:{line}: imports {imported}"
    for node in ast.walk(module.tree):
        match node:
            case ast.Attribute(attr=name) if name in SURROUNDING_CALLS:
                yield f"{module.name}:{node.lineno}: uses {name}"
            case ast.Call(func=ast.Name(id="print" | "input" as name)):
                yield f"{module.name}:{node.lineno}: calls {name}"


def asserts(module: Module) -> Iterator[str]:
    """Bad input meets an error with a code, never an assertion."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Assert):
            yield f"{module.name}:{node.lineno}: asserts"


SHINGLE = 8
_WORD = re.compile(r"[^\W_]+")


def shingles(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of eight words, without case and punctuation."""
    words = _WORD.findall(text.casefold())
    for start in range(len(words) - SHINGLE + 1):
        yield tuple(words[start : start + SHINGLE])


def literals(module: Module) -> Iterator[tuple[int, str]]:
    """Every string in the module, docstrings and the fixed parts of f-strings included."""
    inside = {
        id(part)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.JoinedStr):
            parts = [p.value if isinstance(p, ast.Constant) else " " for p in node.values]
            yield node.lineno, "".join(str(part) for part in parts)
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in inside
        ):
            yield node.lineno, node.value


def sentences_of_law(module: Module, law: frozenset[tuple[str, ...]]) -> Iterator[str]:
    """No sentence of law stands in the code."""
    for line, text in literals(module):
        found = next((shingle for shingle in shingles(text) if shingle in law), None)
        if found:
            yield f"{module.name}:{line}: holds words of law: {' '.join(found)}"


def addresses(lock: str) -> Iterator[str]:
    """A lock names exact versions and hashes, and no place to get them from."""
    for number, line in enumerate(lock.splitlines(), 1):
        if re.search(r"https?://|--(?:extra-)?index-url|--find-links|\bfile:|@ ", line):
            yield f"line {number} names an address: {line.strip()}"
        if re.match(r"[A-Za-z0-9]", line) and "==" not in line:
            yield f"line {number} names no exact version: {line.strip()}"


def places(text: str, here: Iterable[str]) -> Iterator[str]:
    """No file names a folder of the machine it was written on."""
    for number, line in enumerate(text.splitlines(), 1):
        for place in here:
            if place in line:
                yield f"line {number} names a place of one machine"
        if re.search(r"(?<![\w.~>-])/(?:home|Users|root)/\w", line):
            yield f"line {number} names somebody's home"
