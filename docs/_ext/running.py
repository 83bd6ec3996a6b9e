"""Runs command lines of billkit as a reader would type them, in a folder of their own."""

from __future__ import annotations

import contextlib
import io
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import typer.main

from billkit.cli import main
from billkit.cli.app import COMMANDS, app

__all__ = ["Command", "Done", "commands", "forms", "is_group", "parse_command", "run", "run_script"]

ROOT = Path(__file__).resolve().parents[2]
_FORMAT, _OUTPUT = ("--format", "-f"), ("--output", "-o")


@dataclass(frozen=True, slots=True)
class Done:
    """What a command did: its exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def printed(self) -> str:
        """All that was printed, as a terminal shows it."""
        return self.out + self.err


@dataclass(frozen=True, slots=True)
class Command:
    """A command line: the words after ``billkit``, and the line as it was typed."""

    words: tuple[str, ...]
    typed: str = field(default="", compare=False)

    @property
    def name(self) -> str:
        """The command's name: ``compare``, ``statutes show``."""
        group = click_command(self.words[:1])
        deep = 2 if is_group(group) else 1
        return " ".join(self.words[:deep])

    @property
    def output(self) -> str | None:
        """The file that the line writes to, if any."""
        return _value_of(self.words, _OUTPUT)

    def bare(self) -> tuple[str, ...]:
        """The words without the form and the file of the output."""
        words = list(self.words)
        for names in (_FORMAT, _OUTPUT):
            for name in names:
                while name in words:
                    place = words.index(name)
                    del words[place : place + 2]
        return tuple(word for word in words if not word.startswith(("--format=", "--output=")))

    def __str__(self) -> str:
        """Writes the line as it was typed."""
        return self.typed or shlex.join(("billkit", *self.words))


def _value_of(words: Sequence[str], names: Sequence[str]) -> str | None:
    """Gives the value of an option on a line."""
    for place, word in enumerate(words):
        if word in names and place + 1 < len(words):
            return words[place + 1]
        for name in names:
            if word.startswith(f"{name}="):
                return word.partition("=")[2]
    return None


def parse_command(line: str) -> Command:
    """Reads a line as typed: ``billkit draft model-act -j us-nd``.

    Raises:
        ValueError: it calls another program.
    """
    words = shlex.split(line, comments=True)
    if not words or words[0] != "billkit":
        message = f"not a command of billkit: {line}"
        raise ValueError(message)
    return Command(tuple(words[1:]), line.strip())


def click_command(words: Sequence[str]) -> Any:
    """Gives the command object that some words name: ``("statutes", "show")``.

    Raises:
        KeyError: there is no such command.
    """
    found: Any = typer.main.get_command(app)
    for step in words:
        found = found.get_command(None, step)
        if found is None:
            raise KeyError(step)
    return found


def is_group(command: Any) -> bool:
    """Says whether a command is a name for several."""
    return hasattr(command, "list_commands")


def commands() -> Iterator[tuple[str, ...]]:
    """Yields every command there is, groups before what is in them, in the order of the help."""
    for name in COMMANDS:
        yield (name,)
        group = click_command((name,))
        for step in group.list_commands(None) if is_group(group) else ():
            yield (name, step)


def forms(command: Command) -> tuple[str, ...]:
    """Gives the forms in which a command can write its output, none where it has no choice."""
    for option in click_command(tuple(command.name.split())).params:
        if "--format" in option.opts:
            return get_args(option.type_descriptor.annotation)
    return ()


def run(words: Sequence[str], folder: Path) -> Done:
    """Runs billkit in a folder.

    Args:
        words: The words after ``billkit``.
        folder: Where it runs.
    """
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        status = main(list(words))
    return Done(status, placeless(out.getvalue(), folder), placeless(err.getvalue(), folder))


def placeless(text: str, folder: Path) -> str:
    """Takes the folders of the machine out of what was printed, so that it reads alike anywhere."""
    for place in (folder, folder.resolve(), ROOT):
        text = text.replace(f"{place}/", "")
    return text


def run_script(source: str, file: str, folder: Path, names: dict[str, Any] | None = None) -> str:
    """Runs a script in a folder and gives what it prints.

    Args:
        source: The script.
        file: Its name, for tracebacks.
        folder: Where it runs.
        names: What scripts before it have defined; its own are added.
    """
    out = io.StringIO()
    code = compile(source, file, "exec")
    known = {"__name__": "__main__"} if names is None else names
    with contextlib.chdir(folder), contextlib.redirect_stdout(out):
        exec(code, known)  # noqa: S102 - it is run to be shown
    return out.getvalue()
