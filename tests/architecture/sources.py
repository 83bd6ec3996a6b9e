"""What the gates look at: the modules of billkit, parsed once."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"


@dataclass(frozen=True)
class Module:
    """A module's dotted name and its source."""

    name: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def unit(self) -> str:
        """The part of billkit it belongs to: ``tree``, ``text``, ``cli``, or ``__init__``."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else "__init__"

    def imports(self) -> Iterator[tuple[int, str]]:
        """Each imported module as written, with its line: inside functions too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield node.lineno, alias.name
            elif isinstance(node, ast.ImportFrom):
                module = node.module or ""
                if node.level:
                    yield node.lineno, "." * node.level + module
                elif module == "billkit":
                    for alias in node.names:
                        yield (
                            node.lineno,
                            f"billkit.{alias.name}" if (is_module(alias.name)) else "billkit",
                        )
                else:
                    yield node.lineno, module


def is_module(name: str) -> bool:
    """Says whether billkit has a module or sub-package of that name."""
    return (SRC / "billkit" / name).is_dir() or (SRC / "billkit" / f"{name}.py").is_file()


@cache
def modules() -> tuple[Module, ...]:
    """Every module of billkit, sorted by name."""
    out = []
    for path in sorted((SRC / "billkit").rglob("*.py")):
        if "_data" in path.parts:
            continue
        parts = path.relative_to(SRC).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        out.append(Module(name=name, source=path.read_text("utf-8")))
    return tuple(out)


@cache
def tracked() -> tuple[Path, ...]:
    """Every file of the project: what git knows of, or all but build products without git."""
    if not (ROOT / ".git").exists():
        listed = [path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file()]
        return tuple(path for path in listed if not {".venv", "build", "dist"} & set(path.parts))
    done = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(Path(name) for name in done.stdout.split("\0") if name and (ROOT / name).is_file())
