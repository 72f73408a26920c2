"""A run over posts as people watch it: bars while it goes on, a table at its end."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from graph.cli.progress import ready_store, stderr
from graph.errors import DocumentError
from graph.settings import load_settings
from ingest.posts.base import PostOptions
from ingest.posts.run import PostSummary, ingest_posts

if TYPE_CHECKING:
    from rich.console import Console

    from ingest.extract import Extractor

_REFUSALS_SHOWN = 20


class PostBars(AbstractContextManager["PostBars"]):
    """Two counters, posts read and posts in the store; refusals are printed above them."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description} {task.completed:,.0f}"),
            TimeElapsedColumn(),
            console=console,
        )
        self._read = self._progress.add_task("Posts read", total=None)
        self._written = self._progress.add_task("Posts in the store", total=None)
        self._refused = 0

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def post_read(self) -> None:
        """Move the first counter."""
        self._progress.advance(self._read)

    def record_refused(self, error: DocumentError) -> None:
        """Say why, for the first few; the quarantine has them all."""
        self._refused += 1
        if self._refused <= _REFUSALS_SHOWN:
            self._progress.console.print(f"[yellow]Not read:[/] {escape(str(error))}.")

    def posts_written(self, count: int) -> None:
        """Move the second counter."""
        self._progress.advance(self._written, count)


def ingest_posts_with_bars(
    paths: Sequence[Path],
    *,
    options: PostOptions,
    extractor: Extractor | None = None,
    limit: int | None = None,
) -> int:
    """Run `ingest_posts` for the command line and return how many records were quarantined.

    Raises SaysoError where the settings, the store or the quarantine cannot be used.
    """
    console = stderr()
    settings = load_settings()
    with ready_store(settings) as store, PostBars(console) as bars:
        summary = ingest_posts(
            paths,
            store=store,
            settings=settings,
            progress=bars,
            options=options,
            extractor=extractor,
            limit=limit,
        )
    console.print(summary_table(summary))
    if summary.quarantine:
        console.print(
            f"[yellow]{summary.quarantined:,} set aside[/]; each with its reason and remedy is in "
            f"{escape(str(summary.quarantine))}"
        )
    return summary.quarantined


def summary_table(summary: PostSummary) -> Table:
    """What the run did, a line a number."""
    table = Table(title="Posts", title_justify="left", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    rows = [
        ("posts read", summary.posts),
        ("channels described", summary.channels),
        ("quarantined", summary.quarantined),
        *((f"passed over: {what}", number) for what, number in sorted(summary.skipped.items())),
        ("new or changed in the store", summary.written.documents),
        ("unchanged", summary.written.unchanged),
        ("edges written", summary.written.edges),
    ]
    for name, number in rows:
        table.add_row(name, f"{number:,}")
    if summary.first and summary.last:
        table.add_row("from", f"{summary.first:%Y-%m-%d %H:%M} UTC")
        table.add_row("to", f"{summary.last:%Y-%m-%d %H:%M} UTC")
    table.add_row("seconds", f"{summary.seconds:.1f}")
    return table
