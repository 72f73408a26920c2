"""GEXF 1.3, the format of Gephi (gexf.net), written element by element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.exports.cells import xml
from graph.exports.model import EdgeRow, File, Subgraph, edge_columns, node_columns
from graph.vocabulary import Property

_TYPES = {"integer": "long", "float": "double", "boolean": "boolean"}


def files(subgraph: Subgraph) -> Iterator[File]:
    """One file; parallel relationships stay apart, each with its own citation."""
    yield File("graph.gexf", lambda: _pieces(subgraph))


def _pieces(subgraph: Subgraph) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield "<meta><creator>Sayso</creator></meta>\n"
    yield '<graph defaultedgetype="directed" mode="static" idtype="string">\n'
    yield from _declared("node", node_columns())
    yield from _declared("edge", edge_columns())
    yield "<nodes>\n"
    for node in subgraph.nodes():
        values = _values(node.type, node.properties)
        yield f'<node id="{xml(node.id)}" label="{xml(node.label)}">{values}</node>\n'
    yield "</nodes>\n<edges>\n"
    for edge in subgraph.edges():
        yield _edge(edge)
    yield "</edges>\n</graph>\n</gexf>\n"


def _edge(edge: EdgeRow) -> str:
    return (
        f'<edge id="{xml(edge.id)}" source="{xml(edge.source)}" target="{xml(edge.target)}" '
        f'kind="{edge.type}" label="{edge.type}">{_values(edge.type, edge.properties)}</edge>\n'
    )


def _declared(kind: str, columns: Mapping[str, Property]) -> Iterator[str]:
    yield f'<attributes class="{kind}" mode="static">\n'
    yield '<attribute id="type" title="type" type="string"/>\n'
    for name, item in columns.items():
        wanted = "string" if item.multi else _TYPES.get(item.type, "string")
        yield f'<attribute id="{name}" title="{name}" type="{wanted}"/>\n'
    yield "</attributes>\n"


def _values(type_: str, properties: Mapping[str, Any]) -> str:
    cells = "".join(
        f'<attvalue for="{name}" value="{xml(value)}"/>' for name, value in properties.items()
    )
    return f'<attvalues><attvalue for="type" value="{type_}"/>{cells}</attvalues>'
