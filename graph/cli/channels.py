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

    from graph.channel_likeness import METHOD
    from graph.cli.progress import ready_store
    from graph.ids import hashed_id, sha256
    from graph.settings import load_settings
    from graph.store.likeness import known_by
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
        names = known_by(store, found[:limit])
    # Lines and no table: an id that is folded into a cell can be neither read nor copied.
    for pair in found[:limit]:
        typer.echo(f"{pair.score:.2f}  {'; '.join(pair.reasons)}")
        for id_ in (pair.source, pair.target):
            typer.echo(f"      {id_}\n          {names[id_]}")
    typer.echo(f"{counts.written:,} pairs are in the graph as POSSIBLY_SAME_AS; none is merged.")
