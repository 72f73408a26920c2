"""Networks as files: CSV, Parquet and GEXF, with the same columns and always in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import duckdb
import numpy as np

from graph.amplification.coshare import Edges
from graph.amplification.sql import identifier, literal
from graph.errors import PostsError

if TYPE_CHECKING:
    import networkx as nx

FORMATS = (".csv", ".parquet", ".gexf")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class EdgeRow(NamedTuple):
    """One edge as people read it."""

    source: str
    target: str
    weight: int
    first: datetime
    last: datetime
    measures: Mapping[str, float | int | bool]


def rows(edges: Edges) -> Iterator[EdgeRow]:
    """Every edge, by source and target."""
    for i in range(len(edges)):
        yield EdgeRow(
            edges.names[edges.source[i]],
            edges.names[edges.target[i]],
            int(edges.weight[i]),
            moment(int(edges.first[i])),
            moment(int(edges.last[i])),
            {name: values[i].item() for name, values in edges.measures.items()},
        )


def moment(micros: int) -> datetime:
    """A point in time from microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=micros)


def check_format(path: Path) -> None:
    """Refuse a file whose name says none of the formats, before any work is done for it."""
    if path.suffix.casefold() not in FORMATS:
        raise PostsError(
            f"{path.name} is no format for a network", remedy=f"End it in {', '.join(FORMATS)}"
        )


def write_edges(edges: Edges, path: Path) -> None:
    """Write a network in the format that the file's name says. Raises PostsError for others."""
    check_format(path)
    if path.suffix.casefold() == ".gexf":
        # Half a second to import, which the other formats need not wait for.
        import networkx as nx

        nx.write_gexf(to_networkx(edges), path)
        return
    form = "FORMAT parquet" if path.suffix.casefold() == ".parquet" else "FORMAT csv, HEADER"
    measures = "".join(f", {identifier(name)}" for name in edges.measures)
    numbers = {
        "source": edges.source,
        "target": edges.target,
        "weight": edges.weight,
        "first": edges.first,
        "last": edges.last,
        **edges.measures,
    }
    names = {
        "name": np.array(edges.names, dtype=object),
        "code": np.arange(len(edges.names), dtype=np.int32),
    }
    with duckdb.connect() as connection:
        connection.register("numbers", numbers)
        connection.register("names", names)
        connection.execute(
            "COPY (SELECT a.name AS source, b.name AS target, weight, "
            f"make_timestamp(first) AS first, make_timestamp(last) AS last{measures} "
            "FROM numbers JOIN names AS a ON a.code = source JOIN names AS b ON b.code = target "
            f"ORDER BY a.code, b.code) TO {literal(str(path))} ({form})"
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
