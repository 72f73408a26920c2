"""What a command tells on standard error while the store is made ready: steps and a download."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from graph.server.jars import Progress
    from graph.settings import Settings
    from graph.store.connection import Store


def stderr() -> Console:
    """Where messages go, so that standard output holds answers alone."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True)


def announce(message: str) -> None:
    """Tell of a step that takes time."""
    typer.secho(message, dim=True, err=True)


@contextmanager
def download_bar() -> Iterator[Progress]:
    """A bar that appears with the first byte fetched: most runs fetch nothing."""
    from rich import progress

    columns = (progress.BarColumn(), progress.DownloadColumn(), progress.TimeRemainingColumn())
    bar = progress.Progress(*columns, console=stderr(), transient=True)
    task = bar.add_task("Neo4j")

    def move(done: int, total: int) -> None:
        bar.start()
        bar.update(task, completed=done, total=total)

    try:
        yield move
    finally:
        if bar.live.is_started:  # else an empty line would be told of it
            bar.stop()


@contextmanager
def ready_store(settings: Settings) -> Iterator[Store]:
    """The store for a command, started and fetched in view of the user where need be.

    Raises StoreError.
    """
    from graph.store.connection import connect, find_connection

    with download_bar() as progress:
        connection = find_connection(settings, announce=announce, progress=progress)
    with connect(connection) as store:
        yield store
