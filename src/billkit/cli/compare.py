"""``billkit compare``: what a text changes, word by word."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, TypeAlias, assert_never

import typer

from billkit import _api
from billkit.cli.inputs import Inputs
from billkit.cli.options import (
    Corpus,
    Force,
    Jurisdiction,
    OnDate,
    Output,
    Reconstructed,
    Shelf,
    command_app,
    screen_of,
)
from billkit.cli.screen import Screen
from billkit.comparison.codes import CodeComparison
from billkit.comparison.result import Comparison
from billkit.errors import Finding, ReadError
from billkit.writers.codes import (
    write_codes_html,
    write_codes_json,
    write_codes_markdown,
    write_codes_text,
)
from billkit.writers.redline_html import write_redline_html
from billkit.writers.redline_json import write_redline_json
from billkit.writers.redline_markdown import write_redline_markdown
from billkit.writers.redline_terminal import write_redline_terminal
from billkit.writers.redline_text import write_redline_text
from billkit.writers.redline_unified import write_redline_unified

__all__ = ["app", "collated", "redlined"]

app = command_app()

_WIDEST = 100
"""Longer lines of law are hard to follow, however wide the screen."""

RedlineFormat: TypeAlias = Literal["text", "markdown", "html", "json", "unified"]


def _side(name: str) -> typer.models.ArgumentInfo:
    """Describes the argument of one side."""
    told: typer.models.ArgumentInfo = typer.Argument(
        metavar=name, help="A file, a statute, a state, or - .", show_default=False
    )
    return told


@app.command()
def compare(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    enacted: Annotated[str, _side("ENACTED")],
    proposed: Annotated[str, _side("PROPOSED")],
    *,
    marks: Annotated[
        Literal["readable", "minimal"],
        typer.Option("--marks", help="Few whole hunks, or the fewest words."),
    ] = "readable",
    format_: Annotated[
        RedlineFormat, typer.Option("--format", "-f", help="The form of the output.")
    ] = "text",
    kind: Annotated[
        Literal["law", "text"] | None,
        typer.Option(
            "--context",
            help="law: a draft or later version against the law; text: two acts of their own. "
            "Worked out where not given.",
        ),
    ] = None,
    show_all: Annotated[
        bool, typer.Option("--all", help="Show long unchanged stretches in full.")
    ] = False,
    brief: Annotated[
        bool, typer.Option("--brief", help="Show the provisions alone, without head and legend.")
    ] = False,
    jurisdiction: Jurisdiction = None,
    enacted_jurisdiction: Annotated[
        str | None, typer.Option(metavar="us-xx", help="The state of ENACTED.")
    ] = None,
    proposed_jurisdiction: Annotated[
        str | None, typer.Option(metavar="us-xx", help="The state of PROPOSED.")
    ] = None,
    include_reconstructed: Reconstructed = False,
    corpus: Corpus = "code",
    on: OnDate = None,
    library: Shelf = None,
    output: Output = None,
    force: Force = False,
) -> None:
    """Compare a text with the law, two laws, or two folders, word by word.

    Two folders are compared section by section, a file each.
    """
    screen = screen_of(context)
    if _is_folder(enacted) and _is_folder(proposed):
        _refuse(
            {
                "--enacted-jurisdiction": enacted_jurisdiction,
                "--proposed-jurisdiction": proposed_jurisdiction,
                "--include-reconstructed": include_reconstructed,
                "--on": on,
                "--library": library,
            }
        )
        with screen.working("comparing"):
            codes = _api.compare_folders(
                enacted=enacted,
                proposed=proposed,
                jurisdiction=jurisdiction,
                corpus=corpus,
                marks=marks,
                context=kind or "law",
            )
            width = min(screen.width, _WIDEST)
            text = collated(codes, format_, width=width, show_all=show_all, brief=brief)
        read = [str(file) for side in (enacted, proposed) for file in Path(side).iterdir()]
        screen.deliver(text, output=output, force=force, inputs=read)
        return
    inputs = Inputs(
        library=library, on=on, include_reconstructed=include_reconstructed, corpus=corpus
    )
    first, second = inputs.pair(
        enacted,
        proposed,
        enacted_jurisdiction=enacted_jurisdiction or jurisdiction,
        proposed_jurisdiction=proposed_jurisdiction or jurisdiction,
    )
    with screen.working("comparing"):
        found = _api.compare(enacted=first, proposed=second, marks=marks, context=kind)
        text = redlined(
            found,
            format_,
            screen=screen,
            to_screen=output is None,
            show_all=show_all,
            brief=brief,
        )
    screen.deliver(text, output=output, force=force, inputs=[enacted, proposed])


def _refuse(given: Mapping[str, object]) -> None:
    """Refuses options that mean nothing for two folders.

    Raises:
        ReadError: ``not-for-folders``.
    """
    names = [name for name, value in given.items() if value]
    if names:
        raise ReadError(
            Finding(
                code="not-for-folders",
                message=f"two folders are compared without {' and '.join(names)}.",
                hint="--jurisdiction, --corpus, --context and --marks hold for folders too.",
            )
        )


def _is_folder(name: str) -> bool:
    """Says whether a name is a folder's."""
    try:
        return bool(name) and Path(name).is_dir()
    except (OSError, ValueError):
        return False


def collated(
    found: CodeComparison, format_: RedlineFormat, *, width: int, show_all: bool, brief: bool
) -> str:
    """Writes what differs between two folders in the form asked for."""
    match format_:
        case "text":
            return write_codes_text(found, width=width, show_all=show_all, brief=brief)
        case "markdown":
            return write_codes_markdown(found, show_all=show_all)
        case "html":
            return write_codes_html(found, show_all=show_all)
        case "json":
            return write_codes_json(found)
        case "unified":
            return "".join(
                write_redline_unified(one, context=None if show_all else 3)
                for one in found.changed.values()
            )
    assert_never(format_)


def redlined(  # noqa: PLR0913 - each is a choice of its own
    found: Comparison,
    format_: RedlineFormat,
    *,
    screen: Screen,
    to_screen: bool,
    show_all: bool,
    brief: bool,
) -> str:
    """Writes a comparison in the form asked for; in colour where that can be seen."""
    match format_:
        case "text":
            if to_screen:
                return write_redline_terminal(
                    found,
                    width=min(screen.width, _WIDEST),
                    colour=screen.color,
                    show_all=show_all,
                    brief=brief,
                )
            return write_redline_text(found, show_all=show_all, brief=brief)
        case "markdown":
            return write_redline_markdown(found, show_all=show_all)
        case "html":
            return write_redline_html(found, show_all=show_all)
        case "json":
            return write_redline_json(found)
        case "unified":
            return write_redline_unified(found, context=None if show_all else 3)
    assert_never(format_)
