"""``billkit draft``: a bill in a state's form."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, assert_never

import typer

from billkit import _api
from billkit.akn import write_akn
from billkit.clauses.checks import check_clauses
from billkit.cli.inputs import Inputs
from billkit.cli.options import Force, Jurisdiction, Output, screen_of
from billkit.cli.screen import Screen
from billkit.tree import Document
from billkit.writers.document_html import write_document_html
from billkit.writers.document_json import write_document_json
from billkit.writers.document_markdown import write_document_markdown
from billkit.writers.document_terminal import write_document_terminal
from billkit.writers.plain_text import write_plain_text

__all__ = ["DocumentFormat", "draft_command", "formatted"]

DocumentFormat: TypeAlias = Annotated[
    Literal["text", "markdown", "html", "akn", "json"],
    typer.Option("--format", "-f", help="The form of the output; akn is Akoma Ntoso."),
]


def draft_command(  # noqa: PLR0913 - each is an option of the command
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


def formatted(
    document: Document,
    format_: Literal["text", "markdown", "html", "akn", "json"],
    *,
    screen: Screen,
    to_screen: bool,
) -> str:
    """Writes a document in the form asked for; text is laid out where somebody reads it."""
    match format_:
        case "text":
            if to_screen and screen.out.is_terminal:
                return write_document_terminal(document, width=screen.width, colour=screen.color)
            return write_plain_text(document)
        case "markdown":
            return write_document_markdown(document)
        case "html":
            return write_document_html(document)
        case "akn":
            return write_akn(document).decode()
        case "json":
            return write_document_json(document)
    assert_never(format_)
