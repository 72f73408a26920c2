"""Networks as frontends draw them: placed, measured, and in the JSON their library reads.

Nothing here talks to the store. The algorithms are networkx's; every answer names them, since a
community or a rank means nothing without its method.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

import networkx as nx
from pydantic import Field

from api.responses import Sent, type_of

Row = Mapping[str, Any]


class Form(StrEnum):
    """Whose JSON a network is sent as."""

    graphology = "graphology"
    cytoscape = "cytoscape"
    node_link = "node-link"


class Communities(StrEnum):
    """How groups of closely tied entities are found."""

    louvain = "louvain"
    greedy_modularity = "greedy-modularity"
    label_propagation = "label-propagation"


class Centrality(StrEnum):
    """How central an entity is."""

    degree = "degree"
    betweenness = "betweenness"
    closeness = "closeness"


class About(Sent):
    """How a network was made."""

    seeds: list[str]
    layout: str = Field(description="The method that placed the nodes, with its seed.")
    communities: str | None = Field(description="The method behind `community`.")
    centralities: dict[str, str] = Field(description="The method behind each centrality.")
    truncated: bool = Field(description="Whether a limit left nodes or edges out.")


class GraphologyOptions(Sent):
    """What kind of graph it is."""

    type: Literal["directed"] = "directed"
    multi: Literal[True] = True
    allowSelfLoops: Literal[True] = True  # noqa: N815 - graphology's own name


class GraphologyNode(Sent):
    """A node; x, y, label, type and measures are among its attributes."""

    key: str
    attributes: dict[str, Any]


class GraphologyEdge(GraphologyNode):
    """An edge for all sentences of one type between two nodes."""

    source: str
    target: str


class Graphology(Sent):
    """What `Graph.from` of graphology reads."""

    options: GraphologyOptions = GraphologyOptions()
    attributes: About
    nodes: list[GraphologyNode]
    edges: list[GraphologyEdge]


class Position(Sent):
    """Where a node is drawn."""

    x: float
    y: float


class CytoscapeNode(Sent):
    """A node of Cytoscape.js."""

    data: dict[str, Any]
    position: Position


class CytoscapeEdge(Sent):
    """An edge of Cytoscape.js."""

    data: dict[str, Any]


class CytoscapeElements(Sent):
    """The elements of a network."""

    nodes: list[CytoscapeNode]
    edges: list[CytoscapeEdge]


class Cytoscape(Sent):
    """What Cytoscape.js reads."""

    data: About
    elements: CytoscapeElements


class NodeLink(Sent):
    """What `networkx.node_link_graph(data, edges="edges")` and D3 read."""

    directed: Literal[True] = True
    multigraph: Literal[True] = True
    graph: About
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be computed of a network, and how it is sent."""

    form: Form
    layout_seed: int
    communities: Communities | None
    centralities: Sequence[Centrality]


_COMMUNITIES: Mapping[Communities, Callable[[nx.Graph, int], list[set[str]]]] = {
    Communities.louvain: lambda graph, seed: nx.community.louvain_communities(
        graph, weight="sentences", seed=seed
    ),
    Communities.greedy_modularity: lambda graph, _: nx.community.greedy_modularity_communities(
        graph, weight="sentences"
    ),
    Communities.label_propagation: lambda graph, seed: nx.community.asyn_lpa_communities(
        graph, weight="sentences", seed=seed
    ),
}
_CENTRALITIES: Mapping[Centrality, Callable[[nx.Graph], Mapping[str, float]]] = {
    Centrality.degree: nx.degree_centrality,
    Centrality.betweenness: nx.betweenness_centrality,
    Centrality.closeness: nx.closeness_centrality,
}


def network(
    nodes: Sequence[Row],
    edges: Sequence[Row],
    seeds: Sequence[str],
    wanted: Wanted,
    truncated: bool,
) -> Graphology | Cytoscape | NodeLink:
    """Rows of the statements `nodes` and `ties_between` as a network that can be drawn.

    The same rows and seed give the same picture.
    """
    graph = _simple(nodes, edges)
    places = nx.spring_layout(graph, weight="sentences", seed=wanted.layout_seed)
    measures = _measures(graph, wanted)
    drawn = {
        row["id"]: {"label": row["name"], "type": type_of(row["labels"])}
        | {"seed": row["id"] in seeds, **measures[row["id"]]}
        for row in nodes
    }
    at = {id_: Position(x=float(x), y=float(y)) for id_, (x, y) in places.items()}
    return _FORMS[wanted.form](drawn, at, edges, _about(seeds, wanted, truncated))


def _simple(nodes: Sequence[Row], edges: Sequence[Row]) -> nx.Graph:
    """Who is tied to whom, with the number of sentences in either direction."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(row["id"] for row in nodes))
    for row in edges:
        source, target = row["source"], row["target"]
        if source == target:
            continue
        before = graph.get_edge_data(source, target, {"sentences": 0})["sentences"]
        graph.add_edge(source, target, sentences=before + row["sentences"])
    return graph


def _measures(graph: nx.Graph, wanted: Wanted) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {id_: {} for id_ in graph}
    for which in wanted.centralities:
        for id_, value in _CENTRALITIES[which](graph).items():
            found[id_][which.value] = round(value, 6)
    if wanted.communities is not None:
        groups = _COMMUNITIES[wanted.communities](graph, wanted.layout_seed)
        # The largest is number 0; equal ones follow the alphabet.
        for number, group in enumerate(sorted(map(sorted, groups), key=lambda g: (-len(g), g))):
            for id_ in group:
                found[id_]["community"] = number
    return found


def _about(seeds: Sequence[str], wanted: Wanted, truncated: bool) -> About:
    version = f"networkx {nx.__version__}"
    chosen = wanted.communities
    return About(
        seeds=list(seeds),
        layout=f"{version} spring_layout, seed {wanted.layout_seed}",
        communities=chosen and f"{version} {chosen.value}, seed {wanted.layout_seed}",
        centralities={
            one.value: f"{version} {one.value}_centrality, undirected, unweighted"
            for one in wanted.centralities
        },
        truncated=truncated,
    )


def _edge(row: Row) -> tuple[str, dict[str, Any]]:
    """An edge's key and attributes."""
    key = f"{row['source']}|{row['type']}|{row['target']}"
    known = ("type", "sentences", "citations", "first", "last")
    return key, {"label": row["type"]} | {name: row[name] for name in known}


Drawn = Mapping[str, Mapping[str, Any]]
Places = Mapping[str, Position]


def _graphology(nodes: Drawn, at: Places, edges: Sequence[Row], about: About) -> Graphology:
    return Graphology(
        attributes=about,
        nodes=[
            GraphologyNode(key=id_, attributes={**known, "x": at[id_].x, "y": at[id_].y})
            for id_, known in nodes.items()
        ],
        edges=[
            GraphologyEdge(key=key, source=row["source"], target=row["target"], attributes=known)
            for row in edges
            for key, known in [_edge(row)]
        ],
    )


def _cytoscape(nodes: Drawn, at: Places, edges: Sequence[Row], about: About) -> Cytoscape:
    shown = [
        CytoscapeNode(data={"id": id_, **known}, position=at[id_]) for id_, known in nodes.items()
    ]
    ties = [
        CytoscapeEdge(data={"id": key, "source": row["source"], "target": row["target"], **known})
        for row in edges
        for key, known in [_edge(row)]
    ]
    return Cytoscape(data=about, elements=CytoscapeElements(nodes=shown, edges=ties))


def _node_link(nodes: Drawn, at: Places, edges: Sequence[Row], about: About) -> NodeLink:
    return NodeLink(
        graph=about,
        nodes=[
            {"id": id_, **known, "x": at[id_].x, "y": at[id_].y} for id_, known in nodes.items()
        ],
        edges=[
            {"source": row["source"], "target": row["target"], "key": key, **known}
            for row in edges
            for key, known in [_edge(row)]
        ],
    )


_FORMS: Mapping[
    Form, Callable[[Drawn, Places, Sequence[Row], About], Graphology | Cytoscape | NodeLink]
] = {
    Form.graphology: _graphology,
    Form.cytoscape: _cytoscape,
    Form.node_link: _node_link,
}
