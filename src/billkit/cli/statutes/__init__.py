"""``billkit statutes``: the library of enacted law."""

from __future__ import annotations

import typer

from billkit.cli.lazily import commands_of

__all__ = ["COMMANDS", "app"]

COMMANDS = {
    "list": "List what is held, and how far each text can be trusted.",
    "show": "Show the text of a law, what is not held, and its sources.",
    "history": "Tell the life of a law, and which versions are held.",
    "refs": "List what a law refers to, and where that leads.",
    "verify": "Compare a law word for word with a published copy.",
    "import": "Make a statute file of a published copy.",
}
"""Each command, which is a module of its own, with what it does in a line."""

app = typer.Typer(
    cls=commands_of("billkit.cli.statutes", COMMANDS),
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _statutes() -> None:
    """List and show the enacted law, and how each text is known."""
