"""The options and arguments that several commands share, each described once."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from billkit.cli.screen import Screen
from billkit.errors import Finding, ReadError
from billkit.reading.kinds import KINDS
from billkit.text import ladders

__all__ = [
    "Corpus",
    "Force",
    "Jurisdiction",
    "Kinds",
    "LawId",
    "Official",
    "OnDate",
    "Output",
    "Reconstructed",
    "Retrieved",
    "Shelf",
    "What",
    "command_app",
    "screen_of",
]


def command_app(summary: str | None = None) -> typer.Typer:
    """Makes a command, or a group of some with a summary.

    Args:
        summary: What a group is for; a command says it in its docstring.
    """
    return typer.Typer(
        help=summary,
        add_completion=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


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
Corpus: TypeAlias = Annotated[
    ladders.Corpus,
    typer.Option("--corpus", help="Whether texts are numbered as the state's code, or its rules."),
]
Reconstructed: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--include-reconstructed",
        help="Show words that no copy confirms, marked ??; else they stand as a gap.",
    ),
]


def _known_kinds(kinds: list[str] | None) -> list[str] | None:
    """Refuses a kind of provision that no act can have."""
    wrong = [kind for kind in kinds or () if kind not in KINDS]
    if not wrong:
        return kinds
    raise ReadError(
        *(
            Finding(
                code="unknown-kind",
                message=f'there is no provision of kind "{kind}".',
                hint=_nearest(kind),
            )
            for kind in wrong
        )
    )


def _nearest(kind: str) -> str:
    """Makes a hint of the kind that is meant, or of all."""
    near = get_close_matches(kind, KINDS, n=1)
    return f'did you mean "{near[0]}"?' if near else f"known are: {', '.join(KINDS)}."


Kinds: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        "-k",
        metavar="KIND",
        help="Only this kind of provision; can be repeated.",
        callback=_known_kinds,
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
LawId: TypeAlias = Annotated[
    str, typer.Argument(metavar="ID", help="A statute, such as us-ky/krs-156.108.")
]
Retrieved: TypeAlias = Annotated[
    str, typer.Option("--retrieved", metavar="DATE", help="The day the copy was taken.")
]
Official: TypeAlias = Annotated[
    bool, typer.Option("--official", help="The state itself publishes the copy.")
]


def screen_of(context: typer.Context) -> Screen:
    """Gives the screen the command was called with."""
    screen: Screen = context.obj
    return screen
