"""The commands around the server, as a user meets them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api import cli
from graph.server.process import Running
from graph.settings import Settings


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the developer's own, and a home where nothing runs; the version stays."""
    for name in set(Settings.model_fields) - {"sayso_neo4j", "sayso_cache"}:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path / "home"))


@pytest.fixture
def at_home(server: Running, server_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Running:
    """The suite's server is the user's own."""
    monkeypatch.setenv("SAYSO_HOME", str(server_settings.sayso_home))
    return server


def sayso(*arguments: str) -> Result:
    return CliRunner().invoke(cli.app, arguments)


def failure(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int | str | None, str]:
    """Exit status and standard error of the whole program, which must not print a traceback."""
    before, sys.argv = sys.argv, ["sayso", *arguments]
    try:
        with pytest.raises(SystemExit) as raised:
            cli.main()
    finally:
        sys.argv = before
    return raised.value.code, capsys.readouterr().err


def test_up_tells_where_the_running_server_is(at_home: Running) -> None:
    answer = sayso("up")
    assert answer.exit_code == 0
    assert "runs already" in answer.stdout
    assert at_home.connection.uri in answer.stdout
    assert at_home.browser in answer.stdout
    assert at_home.connection.password not in answer.output


def test_status_tells_of_the_process_and_its_folder(
    at_home: Running, server_settings: Settings
) -> None:
    answer = sayso("status")
    assert answer.exit_code == 0
    assert str(at_home.pid) in answer.stdout
    assert str(server_settings.sayso_home) in answer.stdout
    assert at_home.connection.password not in answer.output


def test_status_shows_the_password_when_asked_and_only_then(at_home: Running) -> None:
    assert sayso("status", "--password").stdout.strip() == at_home.connection.password


def test_the_password_of_a_server_that_never_ran_is_not_made_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = failure("status", "--password", capsys=capsys)
    assert status == 1
    assert "sayso up" in said
    assert not (tmp_path / "home").exists()


def test_status_where_nothing_runs_is_3() -> None:
    answer = sayso("status")
    assert answer.exit_code == 3
    assert "sayso up" in answer.stdout


def test_down_where_nothing_runs_says_so() -> None:
    answer = sayso("down")
    assert answer.exit_code == 0
    assert "No local Neo4j was running" in answer.stdout


def test_doctor_finds_a_working_server_well(at_home: Running) -> None:
    answer = sayso("doctor")
    assert answer.exit_code == 0
    assert f"answers at {at_home.connection.uri}" in answer.stdout
    assert "fail" not in answer.stdout


def test_doctor_says_what_is_wrong_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SAYSO_JAVA", str(tmp_path / "nowhere"))
    monkeypatch.setenv("SAYSO_MODEL_EN", "no_such_model")
    answer = sayso("doctor")
    assert answer.exit_code == 1
    assert "fail  Java" in answer.stdout
    assert "Set SAYSO_JAVA" in answer.stdout
    assert "fail  English model: no_such_model is absent" in answer.stdout
    assert not (tmp_path / "home").exists()


def test_doctor_says_what_is_still_to_be_fetched(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SAYSO_CACHE", str(tmp_path / "cache"))
    answer = sayso("doctor")
    assert "still to be fetched" in answer.stdout


def test_an_existing_server_is_used_and_none_is_started(
    server: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NEO4J_URI", server.connection.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", server.connection.password)
    for command in ("up", "status", "doctor"):
        answer = sayso(command)
        assert answer.exit_code == 0
        assert server.connection.uri in answer.stdout
    assert not (tmp_path / "home").exists()


def test_an_error_is_one_message_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    status, said = failure("up", capsys=capsys)
    assert status == 1
    assert said.startswith("Error: Neo4j at bolt://127.0.0.1:1 does not answer\nWhat to do: ")
    assert "Traceback" not in said


def test_a_wrong_setting_is_an_error_that_names_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAYSO_NEO4J", "3.5")
    status, said = failure("status", capsys=capsys)
    assert status == 1
    assert "SAYSO_NEO4J" in said


def test_a_wrong_call_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    status, said = failure("nosuch", capsys=capsys)
    assert status == 2
    assert "nosuch" in said


def test_serving_beyond_loopback_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    status, said = failure("serve", "--host", "0.0.0.0", capsys=capsys)  # noqa: S104
    assert status == 1
    assert "sayso keys create" in said


def test_serving_on_a_taken_port_is_refused_before_anything_starts(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        status, said = failure("serve", "--port", port, capsys=capsys)
    assert status == 1
    assert f"127.0.0.1:{port}" in said
    assert not (tmp_path / "home").exists()


def test_help_lists_every_command() -> None:
    listed = sayso("--help").stdout
    commands = "ingest extract queries query cypher retract verify serve up down status doctor demo"
    assert [name for name in commands.split() if f" {name} " not in listed] == []


def test_the_version_is_told() -> None:
    assert sayso("--version").stdout.startswith("sayso ")


def test_help_loads_nothing_heavy() -> None:
    heavy = ("spacy", "neo4j", "fastapi", "trafilatura", "jgo", "pydantic", "psutil")
    program = f"import sys; from api import cli; print([n for n in {heavy} if n in sys.modules])"
    answer = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env=dict(os.environ),
    )
    assert answer.stdout.strip() == "[]"
