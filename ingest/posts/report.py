"""A run over posts as people watch it: bars while it goes on, a table at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.progress import SpinnerColumn, TextColumn
from rich.table import Table

from graph.cli.progress import ready_store, stderr
from graph.errors import DocumentError
from graph.settings import load_settings
from ingest.candidates.tally import sentences
from ingest.posts.base import PostOptions
from ingest.posts.run import PostSummary, ingest_posts
from ingest.progress import Watched, watching

if TYPE_CHECKING:
    from rich.console import Console

    from ingest.extract import Extractor


@dataclass(frozen=True, slots=True)
class PostBars:
    """Two counters, posts read and posts in the store."""

    watched: Watched

    def post_read(self) -> None:
        """Move the first counter."""
        self.watched.read()

    def record_refused(self, error: DocumentError) -> None:
        """Say why."""
        self.watched.refused(error)

    def posts_written(self, count: int) -> None:
        """Move the second counter."""
        self.watched.written(count)


@contextmanager
def post_bars(console: Console) -> Iterator[PostBars]:
    """Counters on the console while posts are read."""
    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:,.0f}"))
    names = {"read": "Posts read", "written": "Posts in the store"}
    with watching(console, *columns, **names, total=None) as watched:
        yield PostBars(watched)


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
    with ready_store(settings) as store, post_bars(console) as bars:
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
    for sentence in sentences(summary.candidates):
        console.print(escape(sentence))
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
