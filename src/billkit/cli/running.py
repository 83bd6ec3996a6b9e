"""Runs a command and turns whatever comes of it into an exit status."""

from __future__ import annotations

import io
import os
import re
import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import typer
import typer.main

from billkit.cli.screen import Screen
from billkit.errors import BillkitError, Finding, OutputError, Where

__all__ = ["run"]

DONE, REFUSED, DEFECT, INTERRUPTED = 0, 2, 70, 130
_SWITCHES = ("--debug", "--no-color")
_UNKNOWN = re.compile(r"No such command '([^']*)'")


def run(app: typer.Typer, argv: Sequence[str]) -> int:
    """Runs one command line.

    Args:
        app: The commands there are.
        argv: The words after ``billkit``.

    Returns:
        The exit status: 0 done, differences included; 1 the answer is no; 2 wrong input or call,
        or an output that cannot be written; 70 a defect of billkit; 130 interrupted.
    """
    words = list(argv)
    end = words.index("--") if "--" in words else len(words)
    switches = {word for word in words[:end] if word in _SWITCHES}
    words = [word for word in words[:end] if word not in switches] + words[end:]
    screen = Screen.of_streams(no_color="--no-color" in switches)
    try:
        return _run(app, words or ["--help"], screen, debug="--debug" in switches)
    except BrokenPipeError:
        _close_quietly()
        return DONE
    except SystemExit:
        # rich ends the program where nobody reads its table any more.
        return DONE


def _run(app: typer.Typer, words: list[str], screen: Screen, *, debug: bool) -> int:
    """Runs the command and reports what stopped it."""
    try:
        answer = _invoke(app, words, screen)
    except typer.Exit as stop:
        return stop.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except typer.TyperException as error:
        screen.complain(_call_error(error))
        return REFUSED
    except BillkitError as error:
        if debug:
            screen.complain(traceback.format_exc())
        screen.complain(*error.findings)
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the last catch: what is left is our own defect
        if debug:
            screen.complain(traceback.format_exc())
        screen.complain(
            f"billkit: defect: {type(error).__name__}: {' '.join(str(error).split())[:200]}; "
            "not your fault, please report it (--debug shows the trace)."
        )
        return DEFECT
    return answer


def _invoke(app: typer.Typer, words: list[str], screen: Screen) -> int:
    """Finds the command and calls it; a command that returns no number has done its work."""
    command = typer.main.get_command(app)
    try:
        with command.make_context("billkit", words, obj=screen) as context:
            answer = command.invoke(context)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            Finding(
                code="unwritable-output",
                message=f"the output cannot be written: {(error.strerror or 'no reason').lower()}.",
                hint="write to another file, or free some space.",
            )
        ) from error
    return answer if isinstance(answer, int) else DONE


def _call_error(error: typer.TyperException) -> Finding:
    """Lays out what was wrong with the call as any other finding."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "billkit"
    message = " ".join(error.format_message().split()).replace("Value error, ", "")
    return Finding(
        code="wrong-call",
        message=message if message.endswith((".", "?", ")")) else f"{message}.",
        where=Where(file=path),
        hint=_meant(context, message) or f"{path} --help lists what can be given.",
    )


def _meant(context: Any, message: str) -> str:
    """Makes a hint of the command that a misspelt one is nearest to."""
    named = _UNKNOWN.match(message)
    if named is None or not hasattr(context.command, "list_commands"):
        return ""
    near = get_close_matches(named.group(1), context.command.list_commands(context), n=1)
    return f'did you mean "{near[0]}"?' if near else ""


def _close_quietly() -> None:
    """Lets the interpreter end without complaint once nobody reads any more."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, io.UnsupportedOperation):
        return
