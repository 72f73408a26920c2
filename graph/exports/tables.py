"""Two tables, nodes and edges, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.exports.cells import safe_cell
from graph.exports.model import File, Subgraph, edge_columns, node_columns


def files(subgraph: Subgraph) -> Iterator[File]:
    """`nodes.csv` and `edges.csv`, with a column for every property of the vocabulary."""
    yield File("nodes.csv", lambda: _lines(_node_rows(subgraph)))
    yield File("edges.csv", lambda: _lines(_edge_rows(subgraph)))


def _node_rows(subgraph: Subgraph) -> Iterator[Sequence[Any]]:
    columns = tuple(node_columns())
    yield ("id", "type", *columns)
    for node in subgraph.nodes():
        yield (node.id, node.type, *(node.properties.get(name) for name in columns))


def _edge_rows(subgraph: Subgraph) -> Iterator[Sequence[Any]]:
    columns = tuple(edge_columns())
    yield ("id", "source", "type", "target", *columns)
    for edge in subgraph.edges():
        cells = (edge.properties.get(name) for name in columns)
        yield (edge.id, edge.source, edge.type, edge.target, *cells)


def _lines(rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for row in rows:
        writer.writerow([safe_cell(value) for value in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
