"""The local server: one a home, whoever is killed; and no other program is ever touched."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from graph.errors import ServerError
from graph.server import finding, process
from graph.server.home import Home, State
from graph.server.process import Running
from graph.server.releases import RELEASES
from graph.settings import Settings
from graph.store.connection import connect

_START = """
import sys
from pathlib import Path
from graph.server.process import start
from graph.settings import Settings
running = start(Settings(neo4j_uri=None, sayso_home=Path(sys.argv[1])))
print(running.pid, running.started)
"""


def home_of(settings: Settings) -> Home:
    return Home.of(settings, RELEASES[settings.sayso_neo4j])


def start_elsewhere(settings: Settings) -> subprocess.Popen[str]:
    """A start in another program."""
    command = [sys.executable, "-c", _START, str(settings.sayso_home)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def answer_of(starter: subprocess.Popen[str]) -> tuple[int, bool]:
    pid, started = starter.communicate()[0].split()
    return int(pid), started == "True"


def until_found(settings: Settings) -> psutil.Process:
    """The server's process as soon as there is one."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        found = finding.find(home_of(settings))
        if found is not None:
            return found
        time.sleep(0.02)
    raise AssertionError("no server was started")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Settings]:
    """A home of the test's own, with a space in its name; what runs in it is stopped."""
    settings = Settings(neo4j_uri=None, sayso_home=tmp_path / "my graphs")
    yield settings
    process.stop(settings)


@pytest.fixture
def bystander() -> Iterator[psutil.Process]:
    """Another program that has nothing to do with us."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as opened:
        yield psutil.Process(opened.pid)
        opened.kill()


def java_that(tmp_path: Path, version: int, behaviour: str) -> Path:
    """A stand-in for Java that tells its version and then behaves as a shell script says."""
    program = tmp_path / "java"
    program.write_text(
        f'#!/bin/sh\n[ "$1" = -version ] && echo \'openjdk version "{version}.0.1"\' >&2 && exit\n'
        f"{behaviour}\n"
    )
    program.chmod(0o700)
    return program


def test_a_second_start_finds_the_running_server(
    server: Running, server_settings: Settings
) -> None:
    assert process.start(server_settings) == replace(server, started=False)


def test_the_server_listens_on_loopback_alone(server: Running) -> None:
    listening = {
        connection.laddr
        for connection in psutil.Process(server.pid).net_connections("inet")
        if connection.status == psutil.CONN_LISTEN
    }
    bolt = int(server.connection.uri.rpartition(":")[2])
    assert {address.port for address in listening} == {bolt, server.http}
    assert {address.ip.removeprefix("::ffff:") for address in listening} == {"127.0.0.1"}


def test_only_the_owner_can_read_the_home_and_the_password(
    server: Running, server_settings: Settings
) -> None:
    home = home_of(server_settings)
    assert stat.S_IMODE(home.root.stat().st_mode) == 0o700
    assert stat.S_IMODE(home.password_file.stat().st_mode) == 0o600
    assert home.password_file.read_text().strip() == server.connection.password


def test_no_generated_password_looks_like_an_option(tmp_path: Path) -> None:
    homes = [Home(tmp_path / str(number)) for number in range(200)]
    for home in homes:
        home.make()
    assert all(home.password().isalnum() for home in homes)


def test_no_command_line_shows_the_password(server: Running) -> None:
    command = " ".join(psutil.Process(server.pid).cmdline())
    assert server.connection.password not in command


def test_the_version_is_the_one_that_was_set(server: Running, server_settings: Settings) -> None:
    with connect(server.connection) as store:
        rows = store.read(
            "CALL dbms.components() YIELD name, versions RETURN name, versions[0] AS v"
        )
    assert {row["v"] for row in rows if row["name"] == "Neo4j Kernel"} == {
        server_settings.sayso_neo4j
    }


def test_a_server_whose_notes_are_lost_is_still_found(
    server: Running, server_settings: Settings
) -> None:
    home = home_of(server_settings)
    noted = home.state()
    assert noted is not None
    home.note(replace(noted, pid=0, created=0.0))
    try:
        found = finding.find(home)
    finally:
        home.note(noted)
    assert found is not None
    assert found.pid == server.pid


def test_two_starts_at_once_make_one_server(own: Settings) -> None:
    starters = [start_elsewhere(own), start_elsewhere(own)]
    answers = [answer_of(starter) for starter in starters]
    assert len({pid for pid, _ in answers}) == 1
    assert sorted(started for _, started in answers) == [False, True]


def test_a_start_that_was_killed_half_way_leaves_a_server_the_next_one_joins(
    own: Settings,
) -> None:
    starter = start_elsewhere(own)
    launched = until_found(own)
    starter.kill()
    starter.communicate()
    joined = process.start(own)
    assert (joined.pid, joined.started) == (launched.pid, False)
    assert process.stop(own) == [launched.pid]
    assert not launched.is_running()


def test_a_killed_server_comes_back_with_what_it_had_acknowledged(own: Settings) -> None:
    first = process.start(own)
    with connect(first.connection) as store:
        store.write("CREATE (:Kept {name: 'still here'})")
    os.kill(first.pid, signal.SIGKILL)
    psutil.Process(first.pid).wait(30)
    second = process.start(own)
    assert second.started
    assert second.connection == first.connection
    with connect(second.connection) as store:
        assert store.read("MATCH (k:Kept) RETURN k.name AS name") == [{"name": "still here"}]


def test_a_server_that_does_not_take_its_password_is_not_left_running(own: Settings) -> None:
    process.start(own)
    process.stop(own)
    home_of(own).password_file.write_text("another password\n")
    with pytest.raises(ServerError, match="does not accept the password"):
        process.start(own)
    assert finding.find(home_of(own)) is None


def test_a_process_id_that_passed_to_another_program_is_left_alone(
    own: Settings, bystander: psutil.Process
) -> None:
    home = home_of(own)
    home.make()
    state = State(bystander.pid, bystander.create_time(), own.sayso_neo4j, 1, 2, ready=True)
    home.note(state)
    assert finding.find(home) is None
    home.note(replace(state, created=state.created - 3600))
    assert finding.find(home) is None
    assert process.stop(own) == []
    assert bystander.is_running()


def test_stopping_what_does_not_run_makes_nothing(own: Settings) -> None:
    assert process.stop(own) == []
    assert not own.sayso_home.exists()


def test_a_server_that_ends_at_once_shows_the_end_of_its_log(own: Settings, tmp_path: Path) -> None:
    java = java_that(
        tmp_path, 21, 'case "$1" in *server.args) echo "out of luck" >&2; exit 1;; esac'
    )
    with pytest.raises(ServerError, match="out of luck") as raised:
        process.start(own.model_copy(update={"sayso_java": java}))
    assert "sayso doctor" in raised.value.remedy


def test_a_password_that_cannot_be_set_is_told_without_the_password(
    own: Settings, tmp_path: Path
) -> None:
    java = java_that(tmp_path, 21, 'echo "cannot set:"; cat "${1#@}"; exit 1')
    with pytest.raises(ServerError, match="cannot set") as raised:
        process.start(own.model_copy(update={"sayso_java": java}))
    assert home_of(own).password() not in str(raised.value)
    assert not home_of(own).admin_arguments.exists()


def test_a_store_without_its_password_file_is_not_given_another(own: Settings) -> None:
    home = home_of(own)
    home.make()
    (home.data / "databases").mkdir()
    with pytest.raises(ServerError, match="password of the local Neo4j is gone") as raised:
        home.password()
    assert str(home.root) in raised.value.remedy


def test_a_java_that_is_too_old_is_refused_with_what_was_found(
    own: Settings, tmp_path: Path
) -> None:
    java = java_that(tmp_path, 11, "exit 1")
    with pytest.raises(ServerError, match=r"SAYSO_JAVA .* is Java 11") as raised:
        process.start(own.model_copy(update={"sayso_java": java}))
    assert "Set SAYSO_JAVA" in raised.value.remedy


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    settings = Settings(neo4j_uri=None, sayso_home=tmp_path / "taken")
    with pytest.raises(ServerError, match="taken") as raised:
        process.start(settings)
    assert "SAYSO_HOME" in raised.value.remedy
