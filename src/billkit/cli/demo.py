"""``billkit demo``: what billkit does, computed on the spot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from textwrap import fill

import typer
from rich.text import Text

from billkit import _api
from billkit.clauses.loading import load_bill
from billkit.cli.draft import bill_page
from billkit.cli.options import command_app, screen_of
from billkit.cli.screen import Screen
from billkit.library import load_statute
from billkit.printed import Comparison
from billkit.reading.kinds import MAIN_KINDS
from billkit.tree import Document
from billkit.writers.contrast_text import write_contrast_text
from billkit.writers.document_head import standing
from billkit.writers.redline_terminal import write_redline_terminal

__all__ = ["app"]

app = command_app()

BILL = "model-act"
STATE = "us-nd"
STATES = ("us-ky", "us-ms", "us-nd", "us-mn")
OWN = ("us-nd/ndcc-15.1-06-08", "us-nd/ndcc-15.1-06-08.1")
COPIED = ("us-ky/krs-156.108", "us-ms/miss-code-37-179-1")
OPENING = 6
"""How many of the top provisions of a draft are its opening: title, enacting clause, sections."""


@app.command()
def demo(context: typer.Context) -> None:
    """Draft an act, contrast it with four states' law, and show two redlines."""
    screen = screen_of(context)
    bill = load_bill(BILL)
    draft = _api.draft(bill, jurisdiction=STATE)
    laws = [load_statute(state) for state in STATES]

    _title(screen, "1. A model act, drafted for North Dakota", f"draft {BILL} -j {STATE}")
    _draft(screen, draft)

    _title(
        screen,
        "2. Its five provisions beside the enacted law of four states",
        f"contrast {BILL} {' '.join(STATES)} -j {STATE}",
    )
    found = _api.contrast(bill, *laws, kinds=MAIN_KINDS, jurisdiction=STATE)
    screen.say(write_contrast_text(found, width=screen.width, words=False))

    _title(screen, "3. One state's two statutes on waivers", f"compare {' '.join(OWN)}")
    _redline(screen, *OWN)

    _title(screen, "4. An act, and the act copied from it", f"compare {' '.join(COPIED)}")
    _redline(screen, *COPIED)


def _title(screen: Screen, title: str, command: str) -> None:
    """Writes what comes next, and the command that shows it in full."""
    line = "=" * screen.width
    screen.say("")
    screen.show(Text(f"{line}\n{title}", style="bold"), Text(f"$ billkit {command}", style="dim"))
    screen.say("")


def _draft(screen: Screen, draft: Document) -> None:
    """Shows the opening of a draft, and how much follows."""
    tops = draft.root.children
    opening = replace(draft, root=replace(draft.root, children=tops[:OPENING]), lines=())
    screen.say(bill_page(opening, width=screen.width))
    sections = sum(node.kind == "section" for node in tops[OPENING:])
    screen.say(f"\n[... and {sections} more sections]")


def _redline(screen: Screen, enacted: str, proposed: str) -> None:
    """Shows a redline, and says what could not be compared and why."""
    found = _api.compare(enacted=load_statute(enacted), proposed=load_statute(proposed))
    screen.show(*_sides(found, colour=screen.color))
    screen.say("")
    screen.say(write_redline_terminal(found, width=screen.width, colour=screen.color, brief=True))
    for line in _not_compared(found):
        screen.say("\n" + fill(line, screen.width))


def _sides(found: Comparison, *, colour: bool) -> Iterator[Text]:
    """Says which side is which, and how the words that it has alone are marked."""
    for label, document, style, opening, closing in (
        ("A", found.enacted, "red strike", "[-", "-]"),
        ("B", found.proposed, "green underline", "{+", "+}"),
    ):
        known = standing(document)
        told = f"{label}  {document}, {known}  " if known else f"{label}  {document}  "
        alone = f"only in {label}"
        marked = (alone, style) if colour else f"{opening}{alone}{closing}"
        yield Text.assemble(told, marked)


def _not_compared(found: Comparison) -> Iterator[str]:
    """Says in so many words what is not held, and so could not be compared."""
    count = sum("uncompared" in operation.changes for operation in found.operations)
    if not count:
        return
    for document in (found.enacted, found.proposed):
        missing = [node.label for node in document.provisions if node.is_gap]
        if missing:
            yield (
                f"Not held of {document}: {'; '.join(missing)}. {count} provisions could not be "
                "compared for it, and none of them is reported as a difference."
            )
