"""The commands there are; each is brought in when it is called, so that none waits for others."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from billkit.cli.lazily import commands_of

__all__ = ["COMMANDS", "app"]

COMMANDS = {
    "draft": "Draft a bill from its clauses, in a state's own form.",
    "compare": "Compare a text with the law, two laws, or two folders, word by word.",
    "merge": "Make the changes of two drafts of one act in one text.",
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


app = typer.Typer(
    cls=commands_of("billkit.cli", COMMANDS),
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
