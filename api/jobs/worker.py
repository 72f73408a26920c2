"""The process that does the jobs, beside the server: `python -m api.jobs.worker`.

Reading articles keeps a core busy, so it must not share a process with the server. The server
starts it and holds a pipe to it; when the pipe closes, however the server ended, the worker ends
too. What it was at is put back and done again, which changes nothing where it was done already.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from filelock import FileLock

from api.jobs.records import jobs_of
from api.jobs.work import Worker
from api.logs import configure, logger
from api.watch.records import watchlists_of
from api.watch.watching import Watcher, watch_on
from graph.settings import Settings, load_settings
from graph.store.connection import open_store

IDLE_SECONDS = 0.5
RESTART_SECONDS = 2.0


def main() -> None:
    """Do jobs until the server is gone."""
    configure()
    threading.Thread(target=_end_with_server, daemon=True).start()
    settings = load_settings()
    jobs = jobs_of(settings)
    jobs.folder.mkdir(parents=True, exist_ok=True)
    worker = Worker(jobs, settings, lambda: open_store(settings))
    watcher = Watcher(watchlists_of(settings), lambda: open_store(settings))
    wait = threading.Event()
    # A worker of a server that was killed may still be ending.
    with FileLock(jobs.folder / "worker.lock"):
        logger().info("jobs.recovered", jobs=jobs.recover())
        threading.Thread(target=watch_on, args=[watcher], daemon=True).start()
        while True:
            if not worker.do_next():
                wait.wait(IDLE_SECONDS)


def _end_with_server() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


@contextmanager
def working(settings: Settings) -> Iterator[None]:
    """Keep a worker running beside whatever is done meanwhile, and end it afterwards.

    The worker reads the same environment that `settings` came from.
    """
    ending = threading.Event()
    running: list[subprocess.Popen[bytes]] = []

    def keep() -> None:
        while not ending.is_set():
            process = subprocess.Popen(
                [sys.executable, "-m", "api.jobs.worker"],
                stdin=subprocess.PIPE,
                env=os.environ | {"SAYSO_HOME": str(settings.sayso_home)},
            )
            running[:] = [process]
            process.wait()
            if not ending.wait(RESTART_SECONDS):
                logger().warning("jobs.worker_ended", status=process.returncode)

    keeper = threading.Thread(target=keep, daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ending.set()
        for process in running:
            with suppress(ProcessLookupError):
                process.terminate()
        keeper.join(timeout=10)


if __name__ == "__main__":
    main()
