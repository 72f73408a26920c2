"""Telling the local server's process from every other, and ending it.

A process is the server where its command line is the home's own and, if it was noted, it began when
the note says: a process id alone may have passed to another program.
"""

from __future__ import annotations

from pathlib import Path

import psutil

from graph.server.home import Home, State
from graph.server.releases import Release
from graph.settings import Settings

_STOP_SECONDS = 30
_CLOCK_SECONDS = 2.0
"""How far two readings of one process's beginning may differ where the clock was corrected."""


def running(settings: Settings, release: Release) -> tuple[psutil.Process, State] | None:
    """The process and the notes of a local server, None where none runs. Changes nothing."""
    home = Home.of(settings, release)
    process, state = find(home), home.state()
    return None if process is None or state is None else (process, state)


def find(home: Home) -> psutil.Process | None:
    """The server of a home, whoever started it; never another program with its process id."""
    state = home.state()
    if state is not None:
        noted = _noted(state)
        if noted is not None and _runs(noted, home.arguments):
            return noted
    return started_with(home.arguments)


def _noted(state: State) -> psutil.Process | None:
    try:
        process = psutil.Process(state.pid)
        same = abs(process.create_time() - state.created) < _CLOCK_SECONDS
    except psutil.Error:
        return None
    return process if same else None


def started_with(arguments: Path) -> psutil.Process | None:
    """The process that was started with an argument file, where its id was never noted."""
    return next((one for one in psutil.process_iter() if _runs(one, arguments)), None)


def _runs(process: psutil.Process, arguments: Path) -> bool:
    try:
        return lives(process) and process.cmdline()[1:2] == [f"@{arguments}"]
    except psutil.Error:
        return False


def lives(process: psutil.Process) -> bool:
    """Whether a process runs; one that ended and was not reaped (as in containers) does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def end(process: psutil.Process) -> None:
    """Ask a process to end, and end it by force if it does not."""
    try:
        process.terminate()
        process.wait(_STOP_SECONDS)
    except psutil.TimeoutExpired:
        process.kill()
        process.wait(_STOP_SECONDS)
    except psutil.NoSuchProcess:
        return
