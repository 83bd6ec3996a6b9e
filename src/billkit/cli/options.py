"""The options and arguments that several commands share, each described once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from billkit.cli.screen import Screen

__all__ = [
    "Force",
    "Jurisdiction",
    "OnDate",
    "Output",
    "Reconstructed",
    "Shelf",
    "What",
    "screen_of",
]

Output: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all."),
]
Force: TypeAlias = Annotated[
    bool, typer.Option("--force", help="Replace the output file where it is there.")
]
Jurisdiction: TypeAlias = Annotated[
    str | None,
    typer.Option("--jurisdiction", "-j", metavar="us-xx", help="The state, such as us-nd."),
]
Reconstructed: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--include-reconstructed",
        help="Show words that no copy confirms, marked ??; else they stand as a gap.",
    ),
]
OnDate: TypeAlias = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The law as in force on a day: 2024-07-01."),
]
Shelf: TypeAlias = Annotated[
    Path | None,
    typer.Option("--library", metavar="DIR", help="Statutes of your own, looked at first."),
]
What: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="WHAT",
        help="A file, a statute such as us-ky/krs-156.108, a state such as us-ky, or - .",
        show_default=False,
    ),
]


def screen_of(context: typer.Context) -> Screen:
    """Gives the screen the command was called with."""
    screen: Screen = context.obj
    return screen
