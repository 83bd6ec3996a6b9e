"""Groups of commands, each brought in when it is called, so that none waits for the others."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from typing import Any

import typer.core
import typer.main

__all__ = ["commands_of"]


def commands_of(home: str, summaries: Mapping[str, str]) -> type[typer.core.TyperGroup]:
    """Makes a group that knows its commands by name and summary.

    Args:
        home: The package in which each command is a module of its own with an ``app``.
        summaries: What each command does, in a line, in the order in which they are told.
    """

    class Commands(typer.core.TyperGroup):
        """Lists the commands without importing them, and imports the one that is called."""

        def list_commands(self, ctx: Any) -> list[str]:
            """Names the commands."""
            del ctx
            return list(summaries)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            """Brings a command in; None where there is none of that name."""
            del ctx
            if cmd_name not in summaries:
                return None
            name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
            module = import_module(f"{home}.{name}")
            command = typer.main.get_command(module.app)
            command.name = cmd_name
            return command

        def format_commands(self, ctx: Any, formatter: Any) -> None:
            """Writes the list of commands into the help."""
            del ctx
            with formatter.section("Commands"):
                formatter.write_dl(list(summaries.items()))

    return Commands
