"""The command line as pages, from the commands themselves."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args, get_origin

from billkit.cli.app import COMMANDS
from docs._ext.examples import Example
from docs._ext.pages import Site, code, escaped, fenced, link, table, toctree
from docs._ext.running import click_command, commands, is_group

__all__ = ["add_commands"]

_STATUS = (
    ("0", "done; differences are no error"),
    ("1", "the answer is no: a check found errors, a copy differs, two versions conflict"),
    ("2", "wrong input, a wrong call, or an output that cannot be written"),
    ("70", "a defect of billkit; `--debug` shows the trace"),
    ("130", "interrupted"),
)


def add_commands(site: Site, uses: Mapping[str, Sequence[Example]]) -> None:
    """Adds a page for each command and the list of all.

    Args:
        site: The site.
        uses: The examples that use each command.
    """
    rows = [(link(name, f"{name}.md"), escaped(said)) for name, said in COMMANDS.items()]
    switches = [(_option(one), _told(one.help)) for one in click_command(()).params]
    site.page(
        "reference/commands/index",
        "# Command line",
        fenced("$ billkit COMMAND ...", "console"),
        table(("command", "what it does"), rows),
        "These can stand anywhere on the line:",
        table(("switch", "what it does"), switches),
        "A program that calls billkit learns from the exit status what came of it:",
        table(("exit status", "meaning"), _STATUS),
        "Errors go to standard error, each with a [code](../errors.md), its place and as a rule a "
        "hint. A file is written whole or not at all, and nothing is overwritten without "
        "`--force`. `-` stands for the input.",
        toctree(*COMMANDS),
    )
    for name in COMMANDS:
        parts = [f"# billkit {name}"]
        for words in commands():
            if words[0] == name:
                parts += _command(words)
        if used := uses.get(name):
            shown = (f"- {link(one.title, f'../../examples/{one.slug}.md')}" for one in used)
            parts += ["## Examples", "\n".join(shown)]
        site.page(f"reference/commands/{name}", *parts)


def _command(words: tuple[str, ...]) -> Iterator[str]:
    """Tells of one command: how it is called, what it takes."""
    command = click_command(words)
    if len(words) > 1:
        yield f"## billkit {' '.join(words)}"
    yield _paragraphs(command.help or COMMANDS[words[0]])
    if is_group(command):
        return
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option"]
    shown = " ".join(_metavar(one) for one in arguments)
    yield fenced(f"$ billkit {' '.join(words)} {shown} [OPTIONS]".replace("  ", " "), "console")
    yield table(
        ("argument", "what it is"),
        [(code(_metavar(one)), _told(one.help)) for one in arguments],
    )
    yield table(
        ("option", "what it does", "usually"),
        [(_option(one), _told(one.help), _default(one)) for one in options],
    )


def _told(help_: str | None) -> str:
    """Writes the help of an argument or option; a lone hyphen as it is typed."""
    return re.sub(r"(?<=\s)-\s?(?=[.,]|$)", "`-`", escaped(help_ or ""))


def _paragraphs(text: str) -> str:
    """Writes a docstring as Markdown."""
    return escaped_paragraphs(inspect.cleandoc(text))


def escaped_paragraphs(text: str) -> str:
    """Makes paragraphs stand in Markdown as they are."""
    return "\n\n".join(escaped(part) for part in text.split("\n\n"))


def _metavar(argument: Any) -> str:
    """Writes what an argument is called in the usage."""
    name = argument.metavar or argument.name.upper()
    return name if argument.required or name.startswith("[") else f"[{name}]"


def _choices(option: Any) -> tuple[str, ...]:
    """Gives the words that an option can take, none where they are open."""
    annotation = option.type_descriptor.annotation
    return get_args(annotation) if get_origin(annotation) is Literal else ()


def _option(option: Any) -> str:
    """Writes an option's names and what it takes."""
    names = ", ".join(code(name) for name in sorted(option.opts, key=len))
    if option.is_flag:
        return names
    choices = _choices(option)
    taken = " or ".join(choices) if choices else option.metavar or "TEXT"
    return f"{names} {escaped(taken)}"


def _default(option: Any) -> str:
    """Gives what holds where the option is not given."""
    default = option.default
    return (
        "" if option.is_flag or default in {None, ()} or callable(default) else code(str(default))
    )
