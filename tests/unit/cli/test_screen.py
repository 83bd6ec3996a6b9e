from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text

from billkit.cli.screen import Screen
from billkit.errors import Finding, OutputError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def test_colour_is_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    screen = Screen.of_streams()
    assert (screen.color, screen.width) == (True, 100)
    screen.show(Text("law", style="red"))
    assert terminal.getvalue() == "\x1b[31mlaw\x1b[0m\n"
    assert not Screen.of_streams(no_color=True).color
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Screen.of_streams().color
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not Screen.of_streams().color


def test_a_pipe_gets_eighty_columns_without_colour(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen.of_streams()
    assert (screen.color, screen.width) == (False, 80)
    screen.show(Text("law " * 30, style="red"))
    lines = capsys.readouterr().out.splitlines()
    assert [len(line) <= 80 for line in lines] == [True, True]


def test_streams_speak_utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    Screen.of_streams().say("§ 1")
    assert written.getvalue() == "§ 1\n".encode()


def test_a_poor_terminal_gets_marks_for_what_it_cannot_show(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Poor(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Poor(written, encoding="ascii"))
    Screen.of_streams().say("§ 1")
    assert written.getvalue() == b"? 1\n"


def test_closed_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen.of_streams()
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(OutputError):
        screen.say("law")
    screen.complain("nobody hears it")


def test_complaints_that_nobody_can_read_are_dropped() -> None:
    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(28, "No space left on device")

    full = Full()
    screen = Screen(out=Console(), err=Console(file=full))
    screen.complain("law")
    assert full.getvalue() == ""


def test_delivers_to_a_file_or_as_an_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = Screen.of_streams()
    path = tmp_path / "act.txt"
    screen.deliver("law", output=None, force=False)
    screen.deliver("law\n", output=path, force=False)
    assert capsys.readouterr().out == "law\n"
    assert path.read_text() == "law\n"
    with pytest.raises(OutputError):
        screen.deliver("other", output=path, force=False)


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "bill.toml"
    path.write_text("law")
    screen = Screen.of_streams()
    with pytest.raises(OutputError) as error:
        screen.deliver("x", output=path, force=True, inputs=["-", f"{tmp_path}/./bill.toml"])
    assert error.value.findings[0].code == "output-is-input"
    assert path.read_text() == "law"


def test_a_terminal_hears_what_was_written_and_what_takes_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    terminal = on_terminal(monkeypatch)
    screen = Screen.of_streams()
    screen.deliver("law", output=tmp_path / "act.txt", force=False)
    assert "written: " in terminal.getvalue()
    with screen.working("comparing"):
        pass
    assert "comparing" in terminal.getvalue()


def test_a_pipe_is_not_told_what_takes_time(capsys: pytest.CaptureFixture[str]) -> None:
    with Screen.of_streams().working("comparing"):
        pass
    assert capsys.readouterr() == ("", "")


def test_codes_stand_out_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    Screen.of_streams().complain(
        Finding(code="one", message="an error."),
        Finding(code="two", message="a warning.", severity="warning"),
    )
    assert "\x1b[1;31mone:" in terminal.getvalue()
    assert "\x1b[1;33mtwo:" in terminal.getvalue()


def test_what_turns_letters_round_is_shown_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    screen = Screen.of_streams()
    screen.say("may not\u202e exceed")
    screen.show(Text("law\u2067", style="red"))
    assert terminal.getvalue() == "may not⟨U+202E⟩ exceed\n\x1b[31mlaw⟨U+2067⟩\x1b[0m\n"


def test_a_pipe_gets_every_character_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    Screen.of_streams().say("may not\u202e exceed")
    assert capsys.readouterr().out == "may not\u202e exceed\n"


def test_complaints_show_every_character_with_the_caret_in_its_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    finding = Finding(code="wrong", message="no.", excerpt="a\u202ebc", caret=(2, 1))
    Screen.of_streams().complain(finding, "\x1b[31mred")
    assert capsys.readouterr().err.splitlines() == [
        "wrong: no.",
        "  | a⟨U+202E⟩bc",
        "  |          ^",
        "⟨U+001B⟩[31mred",
    ]
