"""``billkit statutes show``: the text of a law."""

from __future__ import annotations

from textwrap import wrap
from typing import Annotated

import typer

from billkit.cli.formats import DocumentFormat, formatted
from billkit.cli.options import Force, OnDate, Output, Reconstructed, Shelf, command_app, screen_of
from billkit.library import load_statute
from billkit.tree import Document
from billkit.writers.document_terminal import write_document_terminal

__all__ = ["app"]

app = command_app()


@app.command()
def show_statute(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    what: Annotated[
        str, typer.Argument(metavar="ID", help="A statute, an act, or a state such as us-ky.")
    ],
    *,
    include_reconstructed: Reconstructed = False,
    on: OnDate = None,
    library: Shelf = None,
    format_: DocumentFormat = "text",
    output: Output = None,
    force: Force = False,
) -> None:
    """Show the text of a law, what is not held, and its sources."""
    screen = screen_of(context)
    document = load_statute(
        what, on=on, include_reconstructed=include_reconstructed, library=library
    )
    if format_ == "text" and output is None:
        text = write_document_terminal(document, width=screen.width, colour=screen.color)
        text += _sources(document, screen.width)
    else:
        text = formatted(document, format_, screen=screen, to_screen=output is None)
    screen.deliver(text, output=output, force=force)


def _sources(document: Document, width: int) -> str:
    """Lists where the words come from."""
    if not document.provenance:
        return ""
    lines = ["", "Sources:"]
    for source in document.provenance:
        taken = f" ({source.retrieved})" if source.retrieved else ""
        told = f"{source.of}: {source.source}{taken}"
        lines += wrap(
            told, width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
        )
    return "\n".join(lines) + "\n"
