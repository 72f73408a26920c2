"""Networks as files: CSV, Parquet and GEXF, with the same columns and always in the same order."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import duckdb

from graph.amplification.network import Edges, rows
from graph.amplification.sql import identifier, literal
from graph.errors import PostsError

if TYPE_CHECKING:
    import networkx as nx

FORMATS = (".csv", ".parquet", ".gexf")
COLUMNS = ("source", "target", "weight", "first", "last")
_BLOCK = 1 << 20


def check_format(path: Path) -> None:
    """Refuse a file whose name says none of the formats, before any work is done for it."""
    if path.suffix.casefold() not in FORMATS:
        raise PostsError(
            f"{path.name} is no format for a network", remedy=f"End it in {', '.join(FORMATS)}"
        )


def write_edges(parts: Iterable[Edges], path: Path) -> int:
    """Write a network that comes in parts, in the format the file's name says; returns its edges.

    All of them hold one part at a time. What the file held before stays until the whole network
    is written beside it, and for good where the pass fails. Raises PostsError for other formats.
    """
    check_format(path)
    path = path.resolve()  # a link stays one
    with TemporaryDirectory(prefix=".sayso-edges-", dir=path.parent) as name:
        folder = Path(name)
        whole = folder / f"whole{path.suffix.casefold()}"
        written = _write(parts, whole, folder)
        if path.exists():
            shutil.copymode(path, whole)
        os.replace(whole, path)
    return written


def _write(parts: Iterable[Edges], path: Path, folder: Path) -> int:
    if path.suffix == ".gexf":
        # It brings the exports with it, which the other formats need not wait for.
        from graph.amplification.gexf import write_gexf

        return write_gexf(parts, path, folder)
    with duckdb.connect() as connection:
        write = _write_parquet if path.suffix == ".parquet" else _write_csv
        return write(connection, parts, path, folder)


def _write_csv(
    connection: duckdb.DuckDBPyConnection, parts: Iterable[Edges], path: Path, folder: Path
) -> int:
    written, part = 0, folder / "part.csv"
    with path.open("wb") as file:
        for number, edges in enumerate(parts):
            _copy_part(connection, edges, number, f"{literal(str(part))} (HEADER {not number})")
            with part.open("rb") as lines:
                shutil.copyfileobj(lines, file, _BLOCK)
            written += len(edges)
    return written


def _write_parquet(
    connection: duckdb.DuckDBPyConnection, parts: Iterable[Edges], path: Path, folder: Path
) -> int:
    written, files = 0, []
    for number, edges in enumerate(parts):
        files.append(literal(str(folder / f"{number}.parquet")))
        _copy_part(connection, edges, number, files[-1])
        written += len(edges)
    connection.execute(f"COPY (FROM read_parquet([{', '.join(files)}])) TO {literal(str(path))}")
    return written


def _copy_part(
    connection: duckdb.DuckDBPyConnection, edges: Edges, number: int, target: str
) -> None:
    """Write one part with its names to a file, in a form that DuckDB knows by its name."""
    if not number:
        # Looked up by place, names need no join, after which the edges would have to be sorted.
        connection.execute("SET VARIABLE names = $names", {"names": list(edges.names)})
    numbers = {name: getattr(edges, name) for name in COLUMNS} | dict(edges.measures)
    connection.register("numbers", numbers)
    measures = "".join(f", {identifier(name)}" for name in edges.measures)
    connection.execute(
        "COPY (SELECT getvariable('names')[source + 1] AS source, "
        "getvariable('names')[target + 1] AS target, weight, "
        f"make_timestamp(first) AS first, make_timestamp(last) AS last{measures} "
        f"FROM numbers) TO {target}"
    )


def to_networkx(edges: Edges) -> nx.DiGraph:
    """The network for networkx; weights and times are attributes of the edges."""
    import networkx as nx

    graph: nx.DiGraph = nx.DiGraph()
    for edge in rows(edges):
        attributes: dict[str, object] = {
            "weight": edge.weight,
            "first": edge.first.isoformat(),
            "last": edge.last.isoformat(),
            **edge.measures,
        }
        graph.add_edge(edge.source, edge.target, **attributes)
    return graph
