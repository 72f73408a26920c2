"""GraphML (graphml.graphdrawing.org), which nearly every graph tool reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.exports.cells import xml
from graph.exports.model import File, Subgraph, edge_columns, node_columns
from graph.vocabulary import Property

_TYPES = {"integer": "long", "float": "double", "boolean": "boolean"}


def files(subgraph: Subgraph) -> Iterator[File]:
    """One file; every edge has its id, so that parallel ones stay apart."""
    yield File("graph.graphml", lambda: _pieces(subgraph))


def _pieces(subgraph: Subgraph) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield from _keys("node", node_columns())
    yield from _keys("edge", edge_columns())
    yield '<graph id="sayso" edgedefault="directed">\n'
    for node in subgraph.nodes():
        cells = _cells("n", {"type": node.type, "label": node.label, **node.properties})
        yield f'<node id="{xml(node.id)}">{cells}</node>\n'
    for edge in subgraph.edges():
        cells = _cells("e", {"type": edge.type, "label": edge.type, **edge.properties})
        ends = f'source="{xml(edge.source)}" target="{xml(edge.target)}"'
        yield f'<edge id="{xml(edge.id)}" {ends}>{cells}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _keys(kind: str, columns: Mapping[str, Property]) -> Iterator[str]:
    for name in ("type", "label"):
        yield f'<key id="{kind[0]}_{name}" for="{kind}" attr.name="{name}" attr.type="string"/>\n'
    for name, item in columns.items():
        wanted = "string" if item.multi else _TYPES.get(item.type, "string")
        yield f'<key id="{kind[0]}_{name}" for="{kind}" attr.name="{name}" attr.type="{wanted}"/>\n'


def _cells(prefix: str, properties: Mapping[str, Any]) -> str:
    return "".join(
        f'<data key="{prefix}_{name}">{xml(value)}</data>' for name, value in properties.items()
    )
