"""Networks as files: CSV, Parquet and GEXF, with the same columns and always in the same order."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

import duckdb

from graph.amplification.sparse import EdgeQuery, Part, fetched
from graph.amplification.sql import identifier, literal
from graph.errors import PostsError

if TYPE_CHECKING:
    import networkx as nx

    from graph.amplification.network import Edges

FORMATS = (".csv", ".parquet", ".gexf")
COLUMNS = ("source", "target", "weight", "first", "last")
_BLOCK = 1 << 20


def check_format(path: Path) -> None:
    """Refuse a file whose name says none of the formats, before any work is done for it."""
    if path.suffix.casefold() not in FORMATS:
        raise PostsError(
            f"{path.name} is no format for a network", remedy=f"End it in {', '.join(FORMATS)}"
        )


def write_edges(connection: duckdb.DuckDBPyConnection, parts: Iterable[Part], path: Path) -> int:
    """Write a network that comes in parts, in the format the file's name says; returns its edges.

    All of them hold one part at a time. What the file held before stays until the whole network
    is written beside it, and for good where the pass fails. Raises PostsError for other formats.
    """
    check_format(path)
    path = path.resolve()  # a link stays one
    with TemporaryDirectory(prefix=".sayso-edges-", dir=path.parent) as name:
        folder = Path(name)
        whole = folder / f"whole{path.suffix.casefold()}"
        written = _write(connection, parts, whole, folder)
        if path.exists():
            shutil.copymode(path, whole)
        os.replace(whole, path)
    return written


def _write(
    connection: duckdb.DuckDBPyConnection,
    parts: Iterable[Part],
    path: Path,
    folder: Path,
) -> int:
    if path.suffix == ".csv":
        with path.open("wb") as file:
            return sum(
                _write_lines(connection, part, number, file, folder / "part.csv")
                for number, part in enumerate(parts)
            )
    if path.suffix == ".gexf":
        # It brings the exports with it, which the other formats need not wait for.
        from graph.amplification.gexf import write_gexf

        return write_gexf(map(fetched, parts), path, folder)
    written, files = 0, []
    for number, part in enumerate(parts):
        files.append(literal(str(folder / f"{number}.parquet")))
        written += _copy(connection, part, number, files[-1])
    connection.execute(f"COPY (FROM read_parquet([{', '.join(files)}])) TO {literal(str(path))}")
    return written


def _write_lines(
    connection: duckdb.DuckDBPyConnection,
    part: Part,
    number: int,
    file: BinaryIO,
    copied: Path,
) -> int:
    """Add one part to a file of CSV."""
    if isinstance(part, EdgeQuery) or part.measures:
        written = _copy(connection, part, number, f"{literal(str(copied))} (HEADER {not number})")
        with copied.open("rb") as more:
            shutil.copyfileobj(more, file, _BLOCK)
        return written
    # Compiled code, for which small networks need not wait.
    from graph.amplification.lines import lines

    if not number:
        file.write(f"{','.join(COLUMNS)}\n".encode())
    file.writelines(lines(part))
    return len(part)


def _copy(connection: duckdb.DuckDBPyConnection, part: Part, number: int, target: str) -> int:
    """Write one part with its names to a file, in a form that DuckDB knows by its name."""
    if not number:
        # Looked up by place, names need no join, after which the edges would have to be sorted.
        connection.execute("SET VARIABLE names = $names", {"names": list(part.names)})
    measures = ""
    if isinstance(part, EdgeQuery):
        found = part.sql
    else:
        found = "FROM numbers"
        numbers = {name: getattr(part, name) for name in COLUMNS} | dict(part.measures)
        connection.register("numbers", numbers)
        measures = "".join(f", {identifier(name)}" for name in part.measures)
    [(written,)] = connection.execute(
        "COPY (SELECT getvariable('names')[source + 1] AS source, "
        "getvariable('names')[target + 1] AS target, weight, "
        f"make_timestamp(first) AS first, make_timestamp(last) AS last{measures} "
        f"FROM ({found})) TO {target}"
    ).fetchall()
    return int(written)


def to_networkx(edges: Edges) -> nx.DiGraph:
    """The network for networkx; weights and times are attributes of the edges."""
    import networkx as nx

    from graph.amplification.network import rows

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
