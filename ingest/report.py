"""An ingest run as people watch it: bars while it goes on, a table and the next step at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.table import Table

from graph.cli.progress import ready_store, stderr
from graph.errors import DocumentError
from graph.model import Document
from graph.settings import load_settings
from ingest.progress import Watched, watching
from ingest.readers import ReadOptions, count
from ingest.run import Summary
from ingest.run import ingest as run_ingest

if TYPE_CHECKING:
    from rich.console import Console

    from ingest.extract import Extractor


@dataclass(frozen=True, slots=True)
class Bars:
    """Two bars, documents read and documents in the store."""

    watched: Watched

    def document_read(self, document: Document) -> None:
        """Move the first bar."""
        self.watched.read()

    def document_refused(self, error: DocumentError, *, after_reading: bool) -> None:
        """Say why, and move the first bar unless it was moved for the document already."""
        self.watched.read(0 if after_reading else 1)
        self.watched.refused(error)

    def documents_written(self, count: int) -> None:
        """Move the second bar."""
        self.watched.written(count)


@contextmanager
def bars_of(console: Console, *, total: int | None) -> Iterator[Bars]:
    """Bars on the screen until the block ends; `total` documents are expected, if that is known."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with watching(console, *columns, read="Read", written="In the store", total=total) as watched:
        yield Bars(watched)


def ingest_with_bars(
    sources: Sequence[str],
    *,
    extractor: Extractor,
    options: ReadOptions,
    limit: int | None = None,
) -> int:
    """Run `ingest` for the command line and return how many documents were quarantined.

    Raises SaysoError where the settings, the store or the quarantine cannot be used.
    """
    console = stderr()
    settings = load_settings()
    with ready_store(settings) as store:
        counts = [count(source) for source in sources]
        total = None if None in counts else sum(filter(None, counts))
        with bars_of(console, total=min(total, limit) if total and limit else total) as bars:
            summary = run_ingest(
                sources,
                extractor=extractor,
                store=store,
                settings=settings,
                progress=bars,
                options=options,
                limit=limit,
            )
    console.print(summary_table(summary))
    for line in next_steps(summary):
        console.print(line)
    return summary.quarantined


def summary_table(summary: Summary) -> Table:
    """What the run did, a line a number."""
    table = Table(title="Ingested", title_justify="left", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    rows = [
        ("documents read", summary.documents),
        ("  of these stored before, unchanged", summary.written.unchanged),
        ("  repeated in this run, passed over", summary.repeated),
        ("quarantined", summary.quarantined),
        ("entities", summary.entities),
        ("channels", summary.channels),
        ("claims", summary.claims),
        ("relations", summary.relations),
        ("nodes new to the store", summary.written.nodes),
        ("edges written", summary.written.edges),
    ]
    for name, number in rows:
        table.add_row(name, f"{number:,}")
    for source, counts in sorted(summary.candidates.items()):
        table.add_row(f"proposed by {escape(source)}", "")
        for name, number in sorted(counts.items()):
            table.add_row(f"  {escape(name)}", f"{number:,}")
    table.add_row("seconds", f"{summary.seconds:.1f}")
    return table


def next_steps(summary: Summary) -> list[str]:
    """What a user does now, in sentences with markup."""
    steps = []
    if summary.quarantine:
        steps.append(
            f"[yellow]{summary.quarantined:,} set aside[/]; each with its reason and remedy is"
            f" in {escape(str(summary.quarantine))}"
        )
    if summary.foreign:
        steps.append(
            f"[yellow]{summary.foreign:,} are not in English[/]; Sayso reads English so far, so "
            "trust little of what it found there"
        )
    if summary.documents:
        steps.append(
            "Next: [bold]sayso queries[/] lists the questions you can ask, "
            "[bold]sayso verify[/] checks every citation"
        )
    return steps
