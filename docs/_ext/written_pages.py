"""The pages written by hand: commands on them run, and show what they print, when they are built.

The first word of a fence says what it is, as the tests of the pages know it:

- ``console``: commands of billkit after ``$``; what each prints is put below it. ``console html``
  shows the result as a page instead; ``console head=12`` its first twelve lines; ``console quiet``
  shows nothing.
- ``toml`` whose first line is ``# NAME``: saved under that name for the commands after it.
- ``python``: runs; what it prints is shown below.

``:::{redline}`` holds two texts with a line ``---`` between them, and shows what differs.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docs._ext.embedding import embedded
from docs._ext.pages import Site, fenced
from docs._ext.redlines import small_redline
from docs._ext.running import Done, parse_command, run, run_script

__all__ = ["add_written", "played"]

_FENCE = re.compile(
    r"^(?P<in>[ ]*)(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=in)(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
_REDLINE = re.compile(
    r"^:::\{redline\}(?P<ways>[^\n]*)\n(?P<enacted>.*?)\n---\n(?P<proposed>.*?)\n:::[ ]*$",
    re.MULTILINE | re.DOTALL,
)
_NAMED = re.compile(r"# (\S+\.\w+)\n")


def add_written(site: Site, folder: Path) -> None:
    """Adds every page of a folder, its commands played.

    Args:
        site: The site.
        folder: The folder of the pages.
    """
    for path in sorted(folder.rglob("*.md")):
        below = path.relative_to(folder)
        if below.parts[0].startswith("_"):
            continue
        name = below.with_suffix("").as_posix()
        site.page(name, played(site, name, path.read_text("utf-8")))


def played(site: Site, name: str, text: str) -> str:
    """Plays the commands of a page, one after the other in a folder of their own.

    Args:
        site: Takes the HTML that commands make.
        name: The page.
        text: The page as written.
    """
    with tempfile.TemporaryDirectory() as held:
        player = _Player(site, name, Path(held))
        return _REDLINE.sub(player.redline, _FENCE.sub(player.play, text))


@dataclass(slots=True)
class _Player:
    """Plays the fences of one page."""

    site: Site
    page: str
    folder: Path
    shown: int = 0
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "page"})

    def play(self, found: re.Match[str]) -> str:
        """Gives a fence with what its commands print."""
        indent, body = found["in"], found["body"]
        kind, *ways = found["info"].split() or [""]
        text = "".join(line.removeprefix(indent) for line in body.splitlines(keepends=True))
        if kind == "toml" and (named := _NAMED.match(text)):
            (self.folder / named[1]).write_text(text, encoding="utf-8")
        if kind == "python":
            return self._indented("\n\n".join(self._python(text)), indent)
        if kind == "console" and not _has_output(text):
            return self._indented("\n\n".join(self._console(text, ways)), indent)
        return found[0]

    def redline(self, found: re.Match[str]) -> str:
        """Gives the redline of two texts in place of them."""
        self.shown += 1
        piece = f"{self.page.replace('/', '-')}-{self.shown}"
        content = small_redline(
            found["enacted"],
            found["proposed"],
            prefix=f"v{self.shown}-",
            context="text" if "text" in found["ways"] else "law",
        )
        return self.site.html(self.page, piece, content)

    def _indented(self, text: str, indent: str) -> str:
        return "\n".join(f"{indent}{line}" if line else line for line in text.split("\n"))

    def _python(self, text: str) -> Iterator[str]:
        """Runs a script, which knows what those before it on the page defined."""
        yield fenced(text, "python")
        printed = run_script(text, self.page, self.folder, self.names)
        if printed.strip():
            yield fenced(printed, "text")

    def _console(self, text: str, ways: list[str]) -> Iterator[str]:
        """Runs commands; shows them with what they print, or the page that they make."""
        lines: list[str] = []
        for line in text.splitlines():
            lines.append(line)
            typed = line.removeprefix("$ ")
            if not typed.startswith("billkit"):
                continue
            done = run(parse_command(typed).words, self.folder)
            if "html" in ways:
                yield fenced("\n".join(lines), "console")
                yield self._shown(typed)
                lines = []
            elif "quiet" not in ways:
                lines += _head(done, ways)
        if lines:
            yield fenced("\n".join(lines), "console")

    def _shown(self, typed: str) -> str:
        """Runs a command for its HTML and puts that into the page."""
        command = parse_command(typed)
        self.shown += 1
        done = run([*command.bare(), "--format", "html"], self.folder)
        if done.status > 1:
            message = f"{self.page}: {typed}: {done.err}"
            raise ValueError(message)
        piece = f"{self.page.replace('/', '-')}-{self.shown}"
        return self.site.html(self.page, piece, embedded(done.out, prefix=f"v{self.shown}-"))


def _has_output(text: str) -> bool:
    """Says whether a fence already shows what its commands print, which tests hold it to."""
    return any(line.strip() and not line.startswith("$") for line in text.splitlines())


def _head(done: Done, ways: list[str]) -> list[str]:
    """Gives the lines a command printed, or the first of them."""
    printed = [line.rstrip() for line in done.printed.strip("\n").splitlines()]
    most = next((int(way[5:]) for way in ways if way.startswith("head=")), len(printed))
    return printed if len(printed) <= most else [*printed[:most], "..."]
