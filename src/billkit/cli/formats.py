"""Documents, contrasts and tables in the form asked for."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, assert_never

import typer

from billkit.akn import write_akn
from billkit.cli.screen import Screen
from billkit.reading.contrasts import Contrast, Matrix
from billkit.tree import Document
from billkit.writers.contrast_html import write_contrast_html, write_matrix_html
from billkit.writers.contrast_json import write_contrast_json, write_matrix_json
from billkit.writers.contrast_markdown import write_contrast_markdown, write_matrix_markdown
from billkit.writers.contrast_text import write_contrast_text
from billkit.writers.document_html import write_document_html
from billkit.writers.document_json import write_document_json
from billkit.writers.document_markdown import write_document_markdown
from billkit.writers.document_terminal import write_document_terminal
from billkit.writers.matrix_text import write_matrix_text
from billkit.writers.plain_text import write_plain_text

__all__ = [
    "NARROW",
    "ContrastForm",
    "ContrastFormat",
    "DocumentForm",
    "DocumentFormat",
    "contrasted",
    "formatted",
    "tabled",
]

NARROW = 80
"""The columns of a text that goes to a file."""

DocumentForm: TypeAlias = Literal["text", "markdown", "html", "akn", "json"]
DocumentFormat: TypeAlias = Annotated[
    DocumentForm,
    typer.Option("--format", "-f", help="The form of the output; akn is Akoma Ntoso."),
]
ContrastForm: TypeAlias = Literal["text", "markdown", "html", "json"]
ContrastFormat: TypeAlias = Annotated[
    ContrastForm, typer.Option("--format", "-f", help="The form of the output.")
]


def formatted(
    document: Document,
    format_: DocumentForm,
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


def contrasted(found: Contrast, format_: ContrastForm, *, width: int | None) -> str:
    """Writes a contrast in the form asked for; text as wide as the screen, where it goes there."""
    match format_:
        case "text":
            return write_contrast_text(found, width=width or NARROW)
        case "markdown":
            return write_contrast_markdown(found)
        case "html":
            return write_contrast_html(found)
        case "json":
            return write_contrast_json(found)
    assert_never(format_)


def tabled(found: Matrix, format_: ContrastForm, *, width: int | None, cells: bool) -> str:
    """Writes a matrix in the form asked for; text as wide as the screen, where it goes there."""
    match format_:
        case "text":
            return write_matrix_text(found, width=width or NARROW, cells=cells)
        case "markdown":
            return write_matrix_markdown(found)
        case "html":
            return write_matrix_html(found)
        case "json":
            return write_matrix_json(found)
    assert_never(format_)
