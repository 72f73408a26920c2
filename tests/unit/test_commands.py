"""The program's commands: all there, and each imported when it is asked for."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest
from typer.main import get_group
from typer.testing import CliRunner

from api.cli import COMMANDS, app
from graph.cli.progress import download_bar


def test_every_command_of_a_module_is_a_command_of_the_program() -> None:
    modules = dict.fromkeys(COMMANDS.values())
    owned = [name for module in modules for name in get_group(import_module(module).app).commands]
    assert owned == list(COMMANDS)


def test_help_lists_all_commands_with_what_they_do() -> None:
    shown = CliRunner().invoke(app, ["--help"], terminal_width=200).stdout
    assert [name for name in COMMANDS if f" {name} " not in shown] == []
    assert "Who carries on what whom, by exact rules." in shown


def test_a_command_waits_for_the_modules_of_no_other() -> None:
    program = (
        "import sys; from api.cli import app; "
        "app(['amplification', 'presets'], standalone_mode=False); "
        f"print(sorted({set(COMMANDS.values())} & sys.modules.keys()))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines()[-1] == "['graph.cli.amplification', 'graph.cli.queries']"


def test_a_command_that_is_not_there_is_told_with_the_one_most_like_it() -> None:
    shown = CliRunner().invoke(app, ["amplifcation"])
    assert shown.exit_code == 2
    assert "Did you mean 'amplification'?" in shown.output


def test_a_bar_that_nothing_moved_leaves_no_line(capfd: pytest.CaptureFixture[str]) -> None:
    with download_bar():
        pass
    assert capfd.readouterr() == ("", "")
