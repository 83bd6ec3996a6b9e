"""Takes the fences out of a page and runs them as a reader would type them.

What a fence is, its first word says:

- ``python``: runs; the fences of a page share their names and a folder of their own.
- ``text``: what the fence before it prints, exactly.
- ``toml`` or ``json``: must parse; where the first line is ``# NAME``, it is saved under that name.
- ``console``: lines after ``$`` are commands, the others what they print. ``billkit`` runs; of
  ``make`` only the target is looked for.
- ``bash``: commands of which only the targets and programs are looked for: set-up.
- ``{name}``: a directive of the site; its build checks it.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

from billkit.cli import main

ROOT = Path(__file__).resolve().parents[2]
SETUP = re.compile(
    r"git clone \S+(?: && cd billkit)?|cd billkit|pip install \S+|python3 -m venv \S+"
    r"|\. \.venv/bin/activate"
)


@dataclass(frozen=True)
class Fence:
    """A fenced block: the page, the line it opens on, its first word, its content."""

    page: Path
    line: int
    kind: str
    content: str

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def fences(page: Path, text: str | None = None) -> Iterator[Fence]:
    """Yields the fences of a page, those inside lists and quotes too."""
    source = page.read_text("utf-8") if text is None else text
    for token in MarkdownIt("commonmark").parse(source):
        if token.type == "fence" and token.map is not None:
            yield Fence(page, token.map[0] + 1, token.info.strip(), token.content)


@dataclass
class Runner:
    """Runs the fences of one page, one after the other, in a folder of their own."""

    folder: Path
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "page"})
    printed: str | None = None

    def run(self, fence: Fence) -> None:
        """Runs one fence; raises AssertionError where the page says what is not so."""
        if fence.kind.startswith("{"):
            return
        step = getattr(self, f"_{fence.kind.partition(' ')[0]}", None)
        if step is None:
            message = f"{fence}: nobody runs a fence of kind {fence.kind!r}"
            raise AssertionError(message)
        printed, self.printed = self.printed, None
        if fence.kind == "text":
            self._text(fence, printed)
        else:
            step(fence)

    def _text(self, fence: Fence, printed: str | None) -> None:
        assert printed is not None, f"{fence}: follows nothing that prints"
        assert _lines(fence.content) == _lines(printed), f"{fence}: prints something else"

    def _python(self, fence: Fence) -> None:
        out = io.StringIO()
        code = compile("\n" * fence.line + fence.content, str(fence.page), "exec")
        with contextlib.chdir(self.folder), contextlib.redirect_stdout(out):
            exec(code, self.names)  # noqa: S102 - running the page is the point
        self.printed = out.getvalue()

    def _toml(self, fence: Fence) -> None:
        tomllib.loads(fence.content)
        self._save(fence)

    def _json(self, fence: Fence) -> None:
        json.loads(fence.content)

    def _save(self, fence: Fence) -> None:
        if named := re.match(r"# (\S+\.\w+)\n", fence.content):
            (self.folder / named.group(1)).write_text(fence.content, encoding="utf-8")

    def _console(self, fence: Fence) -> None:
        parts = re.split(r"^\$ (.*)\n", fence.content, flags=re.MULTILINE)
        assert parts[0] == "", f"{fence}: begins without a command"
        for command, expected in zip(parts[1::2], parts[2::2], strict=True):
            self._command(fence, command, expected)

    def _command(self, fence: Fence, command: str, expected: str) -> None:
        words = shlex.split(command, comments=True)
        if words[0] == "make":
            _look_for_targets(fence, words[1:])
            return
        assert words[0] == "billkit", f"{fence}: nobody runs {words[0]}"
        out = io.StringIO()
        with (
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(out),
        ):
            main(words[1:])
        shown = _lines(out.getvalue())
        wanted = _lines(expected)
        if wanted and wanted[-1] == "...":
            assert shown[: len(wanted) - 1] == wanted[:-1], f"{fence}: {command} begins otherwise"
        elif wanted:
            assert shown == wanted, f"{fence}: {command} prints something else"

    def _bash(self, fence: Fence) -> None:
        for line in fence.content.splitlines():
            command = line.partition("#")[0].strip()
            if command.startswith("make "):
                _look_for_targets(fence, command.split()[1:])
            else:
                assert not command or SETUP.fullmatch(command), f"{fence}: nobody knows {command}"


def _look_for_targets(fence: Fence, targets: list[str]) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{fence}: no target {target}"


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").splitlines()]
