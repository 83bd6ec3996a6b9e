"""The two streams a command writes to, and what they can show."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from billkit.errors import Finding, OutputError, Where
from billkit.files import write_whole
from billkit.text.unseen import visible

__all__ = ["Screen", "plain_table"]

NARROW = 80
_COLOUR = "\x1b"
"""What begins a colour; it comes from billkit alone, as no text of law has it."""


def plain_table(*columns: str) -> Table:
    """Makes a table without lines, as it reads well in a pipe, too."""
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


@dataclass(frozen=True, slots=True)
class Screen:
    """What a command writes on: answers go to ``out``, complaints and progress to ``err``."""

    out: Console
    err: Console

    @classmethod
    def of_streams(cls, *, no_color: bool = False) -> Screen:
        """Makes the screen of the program's own streams.

        Args:
            no_color: Whether colour is refused; ``NO_COLOR`` in the environment refuses it too.
        """
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                if stream.isatty():
                    stream.reconfigure(errors="replace")
                else:
                    stream.reconfigure(encoding="utf-8")
        plain = True if no_color else None

        def console(*, stderr: bool) -> Console:
            return Console(
                stderr=stderr, no_color=plain, highlight=False, markup=False, emoji=False
            )

        return cls(out=console(stderr=False), err=console(stderr=True))

    @property
    def color(self) -> bool:
        """Whether answers can be coloured: a terminal, and nobody said no."""
        return self.out.is_terminal and not self.out.no_color and self.out.color_system is not None

    @property
    def width(self) -> int:
        """The columns there are; eighty where nobody looks."""
        return self.out.width if self.out.is_terminal else NARROW

    def say(self, text: str) -> None:
        """Writes an answer as it stands, a line break at its end.

        On a terminal, characters that would turn the order of others round are shown by number.
        """
        if sys.stdout is None:
            raise OutputError(
                Finding(
                    code="unwritable-output",
                    message="standard output is closed.",
                    hint="write to a file with --output.",
                )
            )
        if self.out.is_terminal:
            text = _COLOUR.join(map(visible, text.split(_COLOUR)))
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()

    def show(self, *renderables: RenderableType) -> None:
        """Writes tables and styled text, in colour where that can be seen."""
        with self.out.capture() as captured:
            for renderable in renderables:
                self.out.print(renderable, width=self.width)
        self.say("\n".join(line.rstrip() for line in captured.get().splitlines()))

    def deliver(
        self, text: str, *, output: Path | None, force: bool, inputs: Sequence[str] = ()
    ) -> None:
        """Writes a result to its file, or as an answer where none is named.

        Args:
            text: The whole result.
            output: The file; None for standard output.
            force: Whether a file of that name may be replaced.
            inputs: What the result was made of; none of it is ever overwritten.

        Raises:
            OutputError: ``output-is-input``, ``output-exists``, ``unwritable-output``.
        """
        if output is None:
            self.say(text)
            return
        if any(_same_file(output, name) for name in inputs):
            raise OutputError(
                Finding(
                    code="output-is-input",
                    message="this file is also read; it was left as it is.",
                    where=Where(file=str(output)),
                    hint="name another file for the output.",
                )
            )
        data = (text if text.endswith("\n") else f"{text}\n").encode()
        write_whole(output, data, force=force)
        if self.err.is_terminal:
            self.complain(f"written: {output}")

    def complain(self, *what: Finding | str) -> None:
        """Writes findings, or a line of our own, to the stream of errors."""
        if sys.stderr is None:
            return
        for one in what:
            told = str(_shown(one) if isinstance(one, Finding) else one)
            text = Text(visible(told.rstrip("\n")))
            if isinstance(one, Finding):
                text.highlight_words([f"{one.code}:"], _style(one), case_sensitive=True)
            try:
                self.err.print(text, soft_wrap=True)
            except OSError:
                return

    @contextmanager
    def working(self, what: str) -> Iterator[None]:
        """Shows that something takes its time, on a terminal alone."""
        if not self.err.is_terminal:
            yield
            return
        with self.err.status(Text(f"{what} …")):
            yield


def _style(finding: Finding) -> str:
    """Gives the colour of a finding's code."""
    return "bold red" if finding.severity == "error" else "bold yellow"


def _shown(finding: Finding) -> Finding:
    """Gives a finding whose excerpt shows every character, the caret still under what is meant."""
    excerpt, caret = visible(finding.excerpt), finding.caret
    if caret is not None and excerpt != finding.excerpt:
        start, end = caret[0], caret[0] + caret[1]
        before, meant = visible(finding.excerpt[:start]), visible(finding.excerpt[start:end])
        caret = (len(before), len(meant))
    return replace(finding, excerpt=excerpt, caret=caret)


def _same_file(output: Path, name: str) -> bool:
    """Says whether an input is the very file that is to be written."""
    try:
        return output.samefile(name)
    except (OSError, ValueError):
        return False
