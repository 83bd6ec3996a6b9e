"""``billkit statutes import``: a statute file made of a published copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from billkit.cli.options import Force, Jurisdiction, Official, Retrieved, command_app, screen_of
from billkit.language.library import ModelLanguage
from billkit.library import count_statuses
from billkit.library.importing import NewLaw, import_statute
from billkit.library.recording import Origin
from billkit.text.ladders import Ladder

__all__ = ["app"]

app = command_app()


@app.command()
def import_copy(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A published copy: text, a web page, or PDF."),
    ],
    *,
    id_: Annotated[
        str,
        typer.Option("--id", metavar="ID", help="Its id: us-ky/krs-156.108 or krs-156.108@2012."),
    ],
    library: Annotated[
        Path, typer.Option("--library", metavar="DIR", help="The library of your own to write to.")
    ],
    source: Annotated[
        str, typer.Option("--source", metavar="TEXT", help="The address or title of the copy.")
    ],
    jurisdiction: Jurisdiction = None,
    citation: Annotated[
        str, typer.Option("--citation", metavar="TEXT", help="What it is cited as.")
    ] = "",
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="What it is called.")] = "",
    in_force: Annotated[
        str, typer.Option("--in-force", metavar="DATE", help="The day it took effect.")
    ] = "",
    retrieved: Retrieved = "",
    official: Official = False,
    force: Force = False,
) -> None:
    """Make a statute file of a published copy."""
    state = jurisdiction or id_.partition("/")[0]
    style = ModelLanguage().style(state)
    law = NewLaw(
        id_ if "/" in id_ else f"{state}/{id_}",
        citation=citation,
        title=title,
        in_force=in_force,
        enacted_headings=style.sections.new.heading.value == "law",
        ladder=Ladder.parse(style.ladders.code.value),
    )
    screen = screen_of(context)
    with screen.working("reading"):
        origin = Origin(source, retrieved=retrieved, official=official)
        written, document = import_statute(file, law=law, origin=origin, into=library, force=force)
    screen.say(f"{document.citation}: {count_statuses(document)}\nwritten: {written}")
