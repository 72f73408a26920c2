"""Start, find and stop the local server: one for a home, whatever was killed on the way.

What makes this hold: a lock file guards every change; the server is known by its command line and
the time it began, not by its process id alone; and what is noted is written before it is needed,
so that the next start finds a server whose starter was killed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import neo4j
import psutil
from filelock import Timeout
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.errors import ServerError
from graph.server import jars
from graph.server.config import (
    HOST,
    argument_file,
    free_ports,
    neo4j_conf,
    password_arguments,
    server_arguments,
)
from graph.server.finding import end, find, lives, started_with
from graph.server.home import Home, State, write_private
from graph.server.java import Java, find_java
from graph.server.releases import RELEASES, Release
from graph.settings import Connection, Settings

Announce = Callable[[str], None]

_START_SECONDS = 180
_PASSWORD_SECONDS = 60
_OTHERS_SECONDS = 900
_POLL_SECONDS = 0.1
_LOG_LINES = 12
_LAUNCHER = Path(__file__).with_name("launch.py")


@dataclass(frozen=True, slots=True)
class Running:
    """A local server that answers; `started` says whether it was this call that started it."""

    connection: Connection
    http: int
    pid: int
    version: str
    started: bool

    @property
    def browser(self) -> str:
        """Where Neo4j Browser opens."""
        return _browser(self.http)


def start(
    settings: Settings,
    *,
    announce: Announce | None = None,
    progress: jars.Progress | None = None,
) -> Running:
    """The local server of these settings, started unless it runs already.

    Of two starts at once the second waits and gets the first one's server. `announce` hears of
    each step that takes time, `progress` of bytes fetched. Raises ServerError with the end of the
    server's log where it does not come up.
    """
    say = announce or _silent
    release = RELEASES[settings.sayso_neo4j]
    home = Home.of(settings, release)
    home.make()
    with _alone(home, say):
        process = find(home)
        if process is not None:
            running = _join(home, release, process, say)
            if running is not None:
                return running
            say("The local Neo4j does not answer; stopping it to start it anew")
            end(process)
        return _start(settings, release, home, say, progress)


def stop(settings: Settings, *, announce: Announce | None = None) -> list[int]:
    """Stop every local server below SAYSO_HOME; the process ids of those that ran.

    Each is asked first (SIGTERM, as Neo4j wants it) and ended by force only if it does not go.
    Raises ServerError.
    """
    say, stopped = announce or _silent, []
    for release in RELEASES.values():
        home = Home.of(settings, release)
        if not home.root.exists():
            continue
        with _alone(home, say):
            process = find(home)
            if process is not None:
                say(f"Stopping Neo4j {release.version} (a few seconds)")
                end(process)
                stopped.append(process.pid)
    return stopped


@contextmanager
def _alone(home: Home, say: Announce) -> Iterator[None]:
    lock = home.lock
    try:
        lock.acquire(timeout=0)
    except Timeout:
        say("Another Sayso is starting or stopping the local Neo4j; waiting for it")
        try:
            lock.acquire(timeout=_OTHERS_SECONDS)
        except Timeout as error:
            raise ServerError(
                f"Another Sayso has held {lock.lock_file} for {_OTHERS_SECONDS // 60} minutes",
                remedy="End that one, then try again",
            ) from error
    try:
        yield
    finally:
        lock.release()


def _join(home: Home, release: Release, process: psutil.Process, say: Announce) -> Running | None:
    """The server that runs already, waited for if it is still starting; None if it is of no use."""
    state = home.state()
    if state is None:
        return None
    if not (state.ready and state.pid == process.pid):
        say("The local Neo4j is being started already; waiting until it answers")
        if not _wait(connection_of(home, state), process):
            return None
        state = replace(state, pid=process.pid, created=process.create_time(), ready=True)
        home.note(state)
    return Running(connection_of(home, state), state.http, process.pid, release.version, False)


def _start(
    settings: Settings,
    release: Release,
    home: Home,
    say: Announce,
    progress: jars.Progress | None,
) -> Running:
    java = find_java(settings, release)
    if not java.supported:
        say(
            f"Neo4j {release.version} is run on Java {java.major}, which it does not support; "
            f"set SAYSO_JAVA to a Java {release.java[1]} if it does not start"
        )
    files = _fetched(settings, release, say, progress)
    password = home.password()
    before = home.state()
    bolt, http = free_ports((before.bolt, before.http) if before else (0, 0))
    write_private(
        home.conf / "neo4j.conf", neo4j_conf(bolt=bolt, http=http, heap=settings.sayso_heap)
    )
    if not (home.data / "databases" / "system").exists():
        _set_password(home, java, files, password, say)
    arguments = server_arguments(home, release, files, java=java.major, heap=settings.sayso_heap)
    write_private(home.arguments, argument_file(arguments))
    # The ports are noted before the process is there: whoever finds it needs them.
    state = State(0, 0.0, release.version, bolt, http, ready=False)
    home.note(state)
    say(f"Starting Neo4j {release.version} (about ten seconds)")
    process = _launch(home, java)
    state = replace(state, pid=process.pid, created=process.create_time())
    home.note(state)
    try:
        answers = _wait(connection_of(home, state), process)
    except ServerError:
        end(process)
        raise
    if not answers:
        end(process)
        raise _failure(home, release)
    home.note(replace(state, ready=True))
    return Running(connection_of(home, state), http, process.pid, release.version, True)


def _fetched(
    settings: Settings, release: Release, say: Announce, progress: jars.Progress | None
) -> list[Path]:
    locked = jars.locked(release)
    absent = jars.missing(locked, settings.sayso_cache)
    if absent:
        megabytes = sum(jar.size for jar in absent) / 1e6
        say(
            f"Fetching Neo4j {release.version}: {len(absent)} jars, {megabytes:.0f} MB, "
            "once (about a minute)"
        )
    return jars.fetch(locked, settings.sayso_cache, progress=progress)


def _set_password(home: Home, java: Java, files: list[Path], password: str, say: Announce) -> None:
    """Give the user `neo4j` the generated password before the server runs for the first time."""
    say("Setting up a new store (a few seconds)")
    leftover = started_with(home.admin_arguments)
    if leftover is not None:
        end(leftover)
    (home.data / "dbms" / "auth.ini").unlink(missing_ok=True)
    arguments = password_arguments(files, password, java=java.major)
    write_private(home.admin_arguments, argument_file(arguments))
    try:
        answer = subprocess.run(  # noqa: S603 - our own command
            [java.program, f"@{home.admin_arguments}"],
            cwd=home.root,
            env=_environment() | {"NEO4J_HOME": str(home.root), "NEO4J_CONF": str(home.conf)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PASSWORD_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ServerError(
            f"The password of the local Neo4j could not be set: {error}",
            remedy="`sayso doctor` says what may be wrong",
        ) from error
    finally:
        home.admin_arguments.unlink(missing_ok=True)
    if answer.returncode != 0:
        said = (answer.stderr + answer.stdout).replace(password, "***").strip()
        raise ServerError(
            f"The password of the local Neo4j could not be set:\n{_last(said)}",
            remedy="`sayso doctor` says what may be wrong",
        )


def _launch(home: Home, java: Java) -> psutil.Process:
    launcher = [sys.executable, "-I", "-S", str(_LAUNCHER), str(home.root), str(home.console)]
    try:
        launched = subprocess.run(  # noqa: S603 - our own command
            [*launcher, str(java.program), f"@{home.arguments}"],
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
        )
        return psutil.Process(int(launched.stdout))
    except subprocess.CalledProcessError as error:
        raise ServerError(
            f"Java could not be started: {_last(error.stderr)}",
            remedy="`sayso doctor` says what may be wrong",
        ) from error
    except psutil.NoSuchProcess as error:
        raise ServerError(
            f"Neo4j ended at once:\n{_tail(home)}", remedy=f"Its log is {home.log}"
        ) from error


def _environment() -> dict[str, str]:
    """Our environment without what would change the server's Java or name another server."""
    changing = ("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")
    return {
        name: value
        for name, value in os.environ.items()
        if name not in changing and not name.startswith("NEO4J_")
    }


def _wait(connection: Connection, process: psutil.Process) -> bool:
    """Wait until the server answers over Bolt, the only sign of readiness it gives.

    False where it ends or does not answer in time. Raises ServerError where it answers but does
    not take our password.
    """
    deadline = time.monotonic() + _START_SECONDS
    auth = (connection.user, connection.password)
    with neo4j.GraphDatabase.driver(
        connection.uri, auth=auth, connection_timeout=5, max_transaction_retry_time=0
    ) as driver:
        while lives(process):
            try:
                driver.execute_query("RETURN 1", database_=connection.database)
            except AuthError as error:
                raise ServerError(
                    "The local Neo4j does not accept the password that was generated for it",
                    remedy="Put the password file back as it was, or delete the server's folder "
                    "(`sayso status` names it) to begin with an empty store",
                ) from error
            except (DriverError, Neo4jError):
                if time.monotonic() > deadline:
                    return False
                time.sleep(_POLL_SECONDS)
            else:
                return True
    return False


def connection_of(home: Home, state: State) -> Connection:
    """How to reach the server of a home."""
    return Connection(f"bolt://{HOST}:{state.bolt}", "neo4j", home.password())


def browser_of(state: State) -> str:
    """Where Neo4j Browser opens."""
    return _browser(state.http)


def _browser(http: int) -> str:
    return f"http://{HOST}:{http}/browser/"


def _failure(home: Home, release: Release) -> ServerError:
    return ServerError(
        f"Neo4j {release.version} did not start. The end of its log:\n{_tail(home)}",
        remedy=f"The whole log is {home.log}; `sayso doctor` looks for the usual causes",
    )


def _tail(home: Home) -> str:
    """The last lines the server left: what Java printed if it did, else the server's own log."""
    for log in (home.console, home.log):
        if log.exists() and (text := log.read_text("utf-8", errors="replace").strip()):
            return _last(text)
    return _last("")


def _last(text: str) -> str:
    lines = text.strip().splitlines()[-_LOG_LINES:]
    return "\n".join(f"  {line}" for line in lines) or "  (it wrote nothing)"


def _silent(message: str) -> None:
    del message
