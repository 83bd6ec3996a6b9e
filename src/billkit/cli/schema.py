"""``billkit schema``: the JSON schemas of what billkit reads and writes."""

from __future__ import annotations

import json
from typing import Annotated, Literal, assert_never

import typer

from billkit.clauses.schema import bill_schema
from billkit.cli.options import Force, Output, screen_of
from billkit.writers.redline_json import comparison_schema

__all__ = ["schema_command"]


def schema_command(
    context: typer.Context,
    what: Annotated[
        Literal["bill", "comparison"],
        typer.Argument(help="A bill file, or the JSON of a comparison."),
    ],
    *,
    output: Output = None,
    force: Force = False,
) -> None:
    """Print a JSON schema: editors complete bill files from it, programs check redlines by it."""
    match what:
        case "bill":
            text = json.dumps(bill_schema(), ensure_ascii=False, indent=2)
        case "comparison":
            text = comparison_schema()
        case _:
            assert_never(what)
    screen_of(context).deliver(text, output=output, force=force)
