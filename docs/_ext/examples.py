"""The examples: folders with a script, its inputs, and why anyone would run it."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docs._ext.pages import title_of
from docs._ext.running import Command, Done, parse_command, run, run_script

__all__ = [
    "Example",
    "Group",
    "Step",
    "examples_by_command",
    "examples_by_kind",
    "load_gallery",
    "play",
]

GALLERY = "gallery.toml"
README = "README.md"
SCRIPTS = ("run.sh", "run.py")


@dataclass(frozen=True, slots=True)
class Step:
    """A command of an example, and what is said before it."""

    says: str
    command: Command


@dataclass(frozen=True, slots=True)
class Example:
    """One folder of the gallery."""

    folder: Path

    @property
    def slug(self) -> str:
        """The folder's name."""
        return self.folder.name

    @property
    def title(self) -> str:
        """What it is called."""
        return title_of(self._read(README))

    @property
    def why(self) -> str:
        """Why anyone would do this, in Markdown."""
        return self._read(README).partition("\n")[2].strip()

    @property
    def script(self) -> str:
        """The name of its script: ``run.sh`` holds commands, ``run.py`` Python.

        Raises:
            ValueError: it has none, or both.
        """
        found = [name for name in SCRIPTS if (self.folder / name).is_file()]
        if len(found) != 1:
            message = f"{self.slug} has {' and '.join(found) or 'no script'}; one is wanted"
            raise ValueError(message)
        return found[0]

    @property
    def source(self) -> str:
        """The script."""
        return self._read(self.script)

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of the files that the script reads, in order."""
        files = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        names = (path.relative_to(self.folder).as_posix() for path in files)
        return tuple(name for name in names if name not in {README, *SCRIPTS})

    @property
    def steps(self) -> tuple[Step, ...]:
        """The commands of ``run.sh``, each with the comment before it; none of ``run.py``."""
        return tuple(_steps(self.source)) if self.script == "run.sh" else ()

    def _read(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Group:
    """Examples for one purpose."""

    id: str
    title: str
    says: str
    examples: tuple[Example, ...]


def load_gallery(folder: Path) -> tuple[Group, ...]:
    """Loads the gallery: the groups in order, those without an example left out.

    Args:
        folder: The folder of examples; its ``gallery.toml`` names the groups and what is in each.

    Raises:
        ValueError: a folder is in no group or in two, or a group names one that is not there.
    """
    data = tomllib.loads((folder / GALLERY).read_text("utf-8"))
    listed = [slug for group in data["group"] for slug in group["examples"]]
    folders = (path.name for path in folder.iterdir() if path.is_dir())
    held = sorted(name for name in folders if not name.startswith((".", "_")))
    if sorted(listed) != held:
        wrong = sorted(set(listed) ^ set(held)) or "some twice"
        message = f"{GALLERY} and the folders beside it differ: {wrong}"
        raise ValueError(message)
    return tuple(
        Group(
            id=group["id"],
            title=group["title"],
            says=group["says"],
            examples=tuple(Example(folder / slug) for slug in group["examples"]),
        )
        for group in data["group"]
        if group["examples"]
    )


def examples_by_kind(groups: tuple[Group, ...]) -> dict[str, list[Example]]:
    """Gives the examples whose bill files hold a clause of each kind.

    Args:
        groups: The gallery.
    """
    out: dict[str, list[Example]] = {}
    for example in (one for group in groups for one in group.examples):
        for name in example.inputs:
            if not name.endswith(".toml"):
                continue
            data = tomllib.loads((example.folder / name).read_text("utf-8"))
            for clause in data.get("clauses", ()):
                used = out.setdefault(clause.get("kind", ""), [])
                if example not in used:
                    used.append(example)
    return out


def examples_by_command(groups: tuple[Group, ...]) -> dict[str, list[Example]]:
    """Gives the examples that use each command, by its first word.

    Args:
        groups: The gallery.
    """
    out: dict[str, list[Example]] = {}
    for example in (one for group in groups for one in group.examples):
        for name in dict.fromkeys(step.command.name.split()[0] for step in example.steps):
            out.setdefault(name, []).append(example)
    return out


def _steps(source: str) -> Iterator[Step]:
    """Takes a command file apart."""
    says: list[str] = []
    for line in re.sub(r"\s*\\\n\s*", " ", source).splitlines():
        if line.startswith("#!"):
            continue
        if line.startswith("#"):
            says.append(line.lstrip("# "))
        elif line.strip():
            yield Step(" ".join(says), parse_command(line))
            says = []
        elif says:
            says.append("\n\n")


def play(example: Example, folder: Path) -> tuple[Done, ...]:
    """Runs an example in a copy of its folder, step after step.

    Args:
        example: The example.
        folder: The folder to copy it to, which must not be there.

    Returns:
        What each command did; for ``run.py`` one entry with what it printed.
    """
    shutil.copytree(example.folder, folder)
    if example.script == "run.py":
        printed = run_script(example.source, f"{example.slug}/run.py", folder)
        return (Done(0, printed, ""),)
    return tuple(run(step.command.words, folder) for step in example.steps)
