"""Two JSON forms of a graph: networkx's node-link data and Cytoscape's elements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from graph.exports.model import File, Subgraph


def node_link(subgraph: Subgraph) -> Iterator[File]:
    """What `networkx.node_link_graph(data, edges="edges")` reads; `key` is the edge's id."""
    yield File("graph.json", lambda: _node_link(subgraph))


def cytoscape(subgraph: Subgraph) -> Iterator[File]:
    """What Cytoscape, Cytoscape.js and `networkx.cytoscape_graph` read."""
    yield File("graph.cyjs", lambda: _cytoscape(subgraph))


def _node_link(subgraph: Subgraph) -> Iterator[str]:
    yield '{"directed": true, "multigraph": true, "graph": {"creator": "Sayso"}, "nodes": [\n'
    yield from listed(
        {**node.properties, "id": node.id, "type": node.type, "label": node.label}
        for node in subgraph.nodes()
    )
    yield '\n], "edges": [\n'
    yield from listed(
        {
            **edge.properties,
            "source": edge.source,
            "target": edge.target,
            "key": edge.id,
            "type": edge.type,
        }
        for edge in subgraph.edges()
    )
    yield "\n]}\n"


def _cytoscape(subgraph: Subgraph) -> Iterator[str]:
    yield '{"directed": true, "multigraph": true, "data": {"name": "Sayso"}, "elements": {\n'
    yield '"nodes": [\n'
    yield from listed(
        # networkx names a node by `value`, Cytoscape by `id`.
        {
            "data": {**node.properties, "id": node.id, "value": node.id, "name": node.label}
            | {"type": node.type}
        }
        for node in subgraph.nodes()
    )
    yield '\n], "edges": [\n'
    yield from listed(
        {
            "data": {**edge.properties, "id": edge.id, "key": edge.id, "source": edge.source}
            | {"target": edge.target, "type": edge.type, "interaction": edge.type}
        }
        for edge in subgraph.edges()
    )
    yield "\n]}}\n"


def listed(items: Iterable[Any]) -> Iterator[str]:
    """Items of a JSON list, one a line, without the brackets."""
    for number, item in enumerate(items):
        yield (",\n" if number else "") + json.dumps(item, ensure_ascii=False)
