from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from billkit.cli.app import COMMANDS
from billkit.cli.statutes import COMMANDS as STATUTES
from tests.unit.cli.conftest import Billkit

HEAVY = ("pydantic", "lxml", "jinja2", "markdown_it", "rapidfuzz")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_says_in_its_own_help_what_the_list_says(billkit: Billkit, name: str) -> None:
    done = billkit(name, "--help")
    assert done.status == 0
    assert COMMANDS[name] in " ".join(done.out.split())
    assert max(map(len, done.out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_short_help_works_everywhere(billkit: Billkit, name: str) -> None:
    assert billkit(name, "-h").out == billkit(name, "--help").out


@pytest.mark.parametrize("name", STATUTES)
def test_each_statutes_command_says_what_the_list_says(billkit: Billkit, name: str) -> None:
    assert STATUTES[name] in " ".join(billkit("statutes", name, "--help").out.split())
    assert STATUTES[name] in " ".join(billkit("statutes", "--help").out.split())


def test_every_command_is_listed(billkit: Billkit) -> None:
    out = billkit("--help").out
    for name, summary in COMMANDS.items():
        assert f"{name} " in out
        assert summary in " ".join(out.split())
        assert hasattr(import_module(f"billkit.cli.{name}"), "app")


def test_commands_misspelt_are_guessed(billkit: Billkit) -> None:
    assert 'did you mean "draft"?' in billkit("drafd").err
    assert 'did you mean "list"?' in billkit("statutes", "lst").err
    assert "billkit --help" in billkit("weather").err


def test_help_waits_for_no_command(tmp_path: Path) -> None:
    code = (
        "import sys; from billkit.cli import main; main(['--help']);"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stderr == "[]\n"
