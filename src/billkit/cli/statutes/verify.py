"""``billkit statutes verify``: a law against a published copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from billkit.cli.options import LawId, Official, Retrieved, command_app, screen_of
from billkit.errors import Finding, StatuteError
from billkit.library import Library
from billkit.library.recording import Origin, record
from billkit.library.verifying import verify

__all__ = ["app"]

app = command_app()


@app.command()
def verify_statute(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    what: LawId,
    *,
    against: Annotated[
        Path,
        typer.Option(
            "--against", metavar="FILE", help="A published copy: text, a web page, or PDF."
        ),
    ],
    write: Annotated[
        bool,
        typer.Option("--write", help="Record the copy as a source, and raise what agrees with it."),
    ] = False,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="TEXT", help="The address or title of the copy."),
    ] = None,
    retrieved: Retrieved = "",
    official: Official = False,
    library: Annotated[
        Path | None, typer.Option("--library", metavar="DIR", help="The library of your own.")
    ] = None,
) -> int:
    """Compare a law word for word with a published copy.

    The exit status is 1 where they differ.
    """
    screen = screen_of(context)
    if write:
        _need("--library", library, "names the folder to write to")
        _need("--source", source, "says where the copy is from")
    shelves = Library.open(library if library and library.is_dir() else None)
    with screen.working("comparing"):
        found = verify(what, against=against, library=shelves)
    screen.say(str(found))
    if write and library is not None and source is not None:
        origin = Origin(source, retrieved=retrieved, official=official)
        written = record(found, into=library, origin=origin, library=shelves)
        screen.say(f"written: {written}")
    return 0 if found.agrees else 1


def _need(option: str, value: object, why: str) -> None:
    """Refuses to write where an option that writing needs is not given."""
    if value is None:
        raise StatuteError(
            Finding(
                code="missing-option",
                message=f"--write needs {option}, which {why}.",
                hint=f"add {option}, or leave --write out to compare alone.",
            )
        )
