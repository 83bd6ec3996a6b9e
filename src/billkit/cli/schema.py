"""``billkit schema``: the JSON schemas of what billkit reads and writes."""

from __future__ import annotations

import json
from typing import Annotated, Literal, assert_never

import typer

from billkit.clauses.schema import bill_schema
from billkit.cli.options import Force, Output, command_app, screen_of
from billkit.writers.redline_json import comparison_schema

__all__ = ["app"]

app = command_app()


@app.command()
def schema(
    context: typer.Context,
    what: Annotated[
        Literal["bill", "comparison"],
        typer.Argument(help="A bill file, or the JSON of a comparison."),
    ],
    *,
    output: Output = None,
    force: Force = False,
) -> None:
    """Print a JSON schema, of bill files or of comparisons.

    Editors complete bill files from the one; programs check redlines by the other.
    """
    match what:
        case "bill":
            text = json.dumps(bill_schema(), ensure_ascii=False, indent=2)
        case "comparison":
            text = comparison_schema()
        case _:
            assert_never(what)
    screen_of(context).deliver(text, output=output, force=force)
