"""The commands there are; each is brought in when it is called, so that none waits for others."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import Annotated, Any

import typer
import typer.core
import typer.main

__all__ = ["COMMANDS", "Commands", "app"]

COMMANDS = {
    "draft": "Draft a bill from its clauses, in a state's own form.",
    "compare": "Compare a text with the law, or two laws, word by word.",
    "contrast": "Set a draft and laws side by side, provision by provision.",
    "matrix": "Show which act says what, in one table with its sources.",
    "profile": "Show what an act says, provision by provision, with the words.",
    "statutes": "List and show the enacted law, and how each text is known.",
    "clauses": "List and show what a bill can say, and in which words.",
    "styles": "List and show the states' drafting forms.",
    "demo": "Draft an act, contrast it with four states' law, and show two redlines.",
    "schema": "Print a JSON schema, of bill files or of comparisons.",
}
"""Each command, which is a module of its own, with what it does in a line."""


class Commands(typer.core.TyperGroup):
    """Knows every command by name and summary, and imports its module only when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Names the commands in the order in which they are told."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Brings a command in; None where there is none of that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = typer.main.get_command(import_module(f"billkit.cli.{cmd_name}").app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Writes the list of commands into the help."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(
    cls=Commands,
    name="billkit",
    help="Drafts innovation-zone bills from typed clauses and compares them with the enacted law.",
    epilog=(
        "Exit status: 0 done, differences included; 1 the answer is no; 2 wrong input or call; "
        "70 a defect of billkit; 130 interrupted."
    ),
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(context: typer.Context, value: bool) -> None:  # noqa: FBT001 - what typer calls
    """Prints the version and ends, where it was asked for."""
    if value:
        context.obj.say(f"billkit {version('billkit')}")
        raise typer.Exit


@app.callback()
def _billkit(
    *,
    _debug: Annotated[
        bool, typer.Option("--debug", help="Show where in billkit an error came up.")
    ] = False,
    _no_color: Annotated[
        bool, typer.Option("--no-color", help="Use plain marks; NO_COLOR does the same.")
    ] = False,
    _show_version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Takes the switches that stand anywhere on the line (see `running`)."""
