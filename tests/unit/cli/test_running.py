from __future__ import annotations

import io
import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from billkit.cli import main
from billkit.cli.running import run
from billkit.errors import Finding, ReadError, Where

FOUND = Finding(
    code="empty-file", message="the file is empty.", where=Where(file="act.txt"), hint="fill it."
)


def app_that(act: Callable[..., object]) -> typer.Typer:
    app = typer.Typer()

    @app.callback()
    def _group() -> None:
        """Makes ``do`` a command of its own."""

    app.command("do")(act)
    return app


def fails_with(error: BaseException) -> typer.Typer:
    def do() -> None:
        raise error

    return app_that(do)


@pytest.mark.parametrize(("answer", "status"), [(None, 0), (0, 0), (1, 1)])
def test_status_is_the_answer(answer: int | None, status: int) -> None:
    assert run(app_that(lambda: answer), ["do"]) == status


def test_findings_go_to_the_stream_of_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(fails_with(ReadError(FOUND, FOUND)), ["do"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"{FOUND}\n{FOUND}\n"


def test_long_findings_are_not_broken_into_lines(capsys: pytest.CaptureFixture[str]) -> None:
    found = Finding(code="long", message="words " * 60 + "end.")
    run(fails_with(ReadError(found)), ["do"])
    assert capsys.readouterr().err == f"{found}\n"


def test_a_defect_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(fails_with(KeyError("law\nlaw")), ["do"]) == 70
    err = capsys.readouterr().err
    assert err.startswith("billkit: defect: KeyError: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("error", [KeyError("law"), ReadError(FOUND)])
@pytest.mark.parametrize("words", [["--debug", "do"], ["do", "--debug"]])
def test_debug_shows_the_trace(
    error: Exception, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run(fails_with(error), words)
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), typer.Abort()])
def test_interrupted(error: BaseException) -> None:
    assert run(fails_with(error), ["do"]) == 130


def test_a_full_disk_is_an_unwritable_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(fails_with(OSError(28, "No space left on device")), ["do"]) == 2
    assert "unwritable-output: the output cannot be written: no space" in capsys.readouterr().err


def test_commands_may_end_early() -> None:
    assert run(fails_with(typer.Exit(1)), ["do"]) == 1


@pytest.mark.parametrize(
    ("words", "place", "message"),
    [
        (["--foo"], "billkit: ", "--foo"),
        (["drft"], "billkit: ", "'drft'"),
        (["do", "--foo"], "billkit do: ", "--foo"),
        (["do", "extra"], "billkit do: ", "extra"),
    ],
)
def test_a_wrong_call(
    words: list[str], place: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(app_that(lambda: None), words) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"{place}wrong-call: ")
    assert message in err.splitlines()[0]
    assert "--help" in err.splitlines()[1]


def test_switches_after_two_dashes_are_words(capsys: pytest.CaptureFixture[str]) -> None:
    def do(what: str) -> None:
        typer.echo(what)

    assert run(app_that(do), ["do", "--", "--debug"]) == 0
    assert capsys.readouterr().out == "--debug\n"


def test_without_words_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "Usage: billkit" in capsys.readouterr().out


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("billkit 0.")


def test_words_come_from_the_program_call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["billkit", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("billkit 0.")


def test_the_package_runs_as_a_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["billkit", "--version"])
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("billkit", run_name="__main__")
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("billkit 0.")


BILLKIT = [sys.executable, "-m", "billkit"]


def test_a_closed_pipe_ends_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as stream:
        done = subprocess.run(
            [*BILLKIT, "--help"], stdout=stream, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_pipe_closed_while_a_command_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    def do(context: typer.Context) -> None:
        while True:
            context.obj.say("law " * 100)

    reading, writing = os.pipe()
    os.close(reading)
    monkeypatch.setattr(sys, "stdout", os.fdopen(writing, "w"))
    assert run(app_that(do), ["do"]) == 0
    sys.stdout.close()


def test_a_pipe_without_a_number_closes_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    def do(context: typer.Context) -> None:
        context.obj.say("law")

    monkeypatch.setattr(sys, "stdout", Closed())
    assert run(app_that(do), ["do"]) == 0


def test_a_full_device_is_an_unwritable_output() -> None:
    with Path("/dev/full").open("wb") as stream:
        done = subprocess.run(
            [*BILLKIT, "--help"], stdout=stream, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"unwritable-output: ")
