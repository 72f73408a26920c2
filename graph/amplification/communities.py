"""Groups in a network, how stable they are, and who stands between them; on graphs of networkx.

Communities are those of the Louvain method (Blondel, Guillaume, Lambiotte and Lefebvre, "Fast
unfolding of communities in large networks", J. Stat. Mech. 2008) on the undirected network, whose
weights are the sum of both directions. It is a heuristic with chance in it, so the seed is fixed
and stability is measured: the network of each part of the time span is divided anew, and the
adjusted Rand index (Hubert and Arabie, "Comparing partitions", J. Classification 2, 1985) says how
alike two divisions are, 1 for the same and about 0 for chance. Bridges have a high betweenness
(Freeman, "A set of measures of centrality based on betweenness", Sociometry 40, 1977): the part of
shortest paths that go through a channel, where a path is the shorter the heavier its edges are. A
community is a group that shares alike, not a conspiracy.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise

import networkx as nx

SEED = 1
# Above so many channels betweenness is estimated from the paths of this many, drawn by the seed.
SAMPLED = 1_000


def undirected(network: nx.DiGraph) -> nx.Graph:
    """The network without directions and loops; weights of both directions are added."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(network))
    for source, target, weight in sorted(network.edges(data="weight", default=1)):
        if source != target:
            known = graph.get_edge_data(source, target, {"weight": 0})["weight"]
            graph.add_edge(source, target, weight=known + weight)
    return graph


def communities(network: nx.DiGraph, *, seed: int = SEED) -> list[list[str]]:
    """The communities, the largest first, each with its channels in order."""
    graph = undirected(network)
    found = nx.community.louvain_communities(graph, weight="weight", seed=seed)
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))


def membership(groups: Iterable[Sequence[str]]) -> dict[str, int]:
    """The number of the group of each channel."""
    return {name: number for number, group in enumerate(groups) for name in group}


def stability(divisions: Sequence[Mapping[str, int]]) -> list[float | None]:
    """How alike each division and the next are on the channels in both; None below two of them."""
    return [
        adjusted_rand([one[name] for name in both], [other[name] for name in both])
        if len(both) > 1
        else None
        for one, other in pairwise(divisions)
        for both in [sorted(one.keys() & other.keys())]
    ]


def adjusted_rand(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """Hubert and Arabie's index of two labellings of the same things."""
    pairs = math.comb(len(one), 2)
    together = sum(math.comb(n, 2) for n in Counter(zip(one, other, strict=True)).values())
    in_one = sum(math.comb(n, 2) for n in Counter(one).values())
    in_other = sum(math.comb(n, 2) for n in Counter(other).values())
    expected, most = in_one * in_other / pairs, (in_one + in_other) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)


def bridges(network: nx.DiGraph, *, seed: int = SEED) -> list[tuple[str, float]]:
    """Every channel with its betweenness, the highest first."""
    graph = undirected(network)
    for _, _, attributes in graph.edges(data=True):
        attributes["length"] = 1 / attributes["weight"]
    sample = SAMPLED if len(graph) > SAMPLED else None
    found = nx.betweenness_centrality(graph, k=sample, weight="length", seed=seed)
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))
