"""The commands there are."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from billkit.cli.clauses import clauses
from billkit.cli.compare import compare_command
from billkit.cli.draft import draft_command
from billkit.cli.schema import schema_command
from billkit.cli.statutes import statutes
from billkit.cli.styles import styles

__all__ = ["app"]

app = typer.Typer(
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


app.command("draft")(draft_command)
app.command("compare")(compare_command)
app.add_typer(statutes, name="statutes")
app.add_typer(clauses, name="clauses")
app.add_typer(styles, name="styles")
app.command("schema")(schema_command)
