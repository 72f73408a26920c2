"""`sayso match-channels`: which channels may be one, as suggestions with their reasons."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

app = typer.Typer()


@app.command("match-channels")
def match_channels(
    limit: Annotated[int, typer.Option(min=1, help="Pairs to print; all are stored.")] = 30,
) -> None:
    """Suggest which channels may be one, by handle, name, address and subscribers.

    Writes POSSIBLY_SAME_AS edges and merges nothing.
    """
    from importlib.metadata import version

    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from graph.channel_likeness import METHOD
    from graph.cli.progress import ready_store
    from graph.ids import hashed_id, sha256
    from graph.settings import load_settings
    from graph.store.likeness import match_channels as match
    from graph.store.runs import Run, WriteCounts, finish_run

    started = datetime.now(UTC)
    run = Run(
        hashed_id("run", METHOD, started.isoformat()),
        f"sayso {version('sayso')}",
        sha256(METHOD)[:16],
        started,
    )
    with ready_store(load_settings()) as store:
        found, counts = match(store, run)
        finish_run(store, run, WriteCounts(edges=counts.written), finished=datetime.now(UTC))
    table = Table(title="Channels that may be one", title_justify="left")
    for column in ("score", "channel", "and", "because"):
        table.add_column(column, overflow="fold")
    for pair in found[:limit]:
        reasons = "; ".join(pair.reasons)
        table.add_row(f"{pair.score:.2f}", *map(escape, (pair.source, pair.target, reasons)))
    console = Console()
    console.print(table)
    console.print(f"{counts.written:,} pairs are in the graph as POSSIBLY_SAME_AS; none is merged.")
