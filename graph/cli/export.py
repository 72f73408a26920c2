"""`sayso export`: the graph, or a part of it, as a file for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.queries import ParamOption, given

app = typer.Typer()


@app.command("export")
def export(
    format_: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="gexf, graphml, csv, node-link, cytoscape, stix, ftm, jsonld, or case.",
        ),
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The file, or for csv and case a folder or a .zip.")
    ],
    seed: Annotated[
        list[str] | None,
        typer.Option(help="Only what is around this entity: its id, name or alias. Repeatable."),
    ] = None,
    hops: Annotated[int, typer.Option(min=1, max=4, help="How far to go from the seeds.")] = 1,
    query: Annotated[
        str | None, typer.Option(help="Only what this question of the catalogue answers with.")
    ] = None,
    param: ParamOption = None,
    type_: Annotated[
        list[str] | None,
        typer.Option("--type", help="Only relationships of this type. Repeatable."),
    ] = None,
) -> None:
    """Write the graph, or a part of it, for Gephi, Cytoscape, a spreadsheet, Aleph and others."""
    from datetime import UTC, datetime

    from graph.cli.progress import ready_store
    from graph.exports import Selection, format_of, save, select
    from graph.settings import load_settings

    wanted = format_of(format_)
    selection = Selection(
        seeds=tuple(seed or ()),
        hops=hops,
        query=query,
        parameters=given(param),
        types=tuple(type_ or ()),
    )
    with ready_store(load_settings()) as store:
        save(wanted, select(store, selection, datetime.now(UTC)), out)
    typer.echo(f"Wrote {out}.")
