"""``billkit draft``: a bill in a state's form."""

from __future__ import annotations

from typing import Annotated

import typer

from billkit import _api
from billkit.clauses.checks import check_clauses
from billkit.cli.formats import DocumentFormat, formatted
from billkit.cli.inputs import Inputs
from billkit.cli.options import Force, Jurisdiction, Output, command_app, screen_of

__all__ = ["app"]

app = command_app()


@app.command()
def draft(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    bill: Annotated[
        str, typer.Argument(metavar="BILL", help="A bill file (.toml), a preset, or - .")
    ],
    *,
    jurisdiction: Jurisdiction = None,
    format_: DocumentFormat = "text",
    output: Output = None,
    force: Force = False,
) -> None:
    """Draft a bill from its clauses, in a state's own form."""
    screen = screen_of(context)
    loaded = Inputs().bill(bill)
    screen.complain(*check_clauses(loaded))
    document = _api.draft(loaded, jurisdiction=jurisdiction)
    text = formatted(document, format_, screen=screen, to_screen=output is None)
    screen.deliver(text, output=output, force=force, inputs=[bill])
