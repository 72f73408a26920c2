"""Networks over HTTP, checked with networkx and by hand."""

from __future__ import annotations

import threading

import networkx as nx
import pytest

from api.routers import network
from graph.store.writer import write
from tests.factories import RUN, war

pytestmark = pytest.mark.anyio

# Two triangles joined by one tie, with a tail.
TIES = ("AB", "BC", "CA", "DE", "EF", "FD", "CD", "FG")
EDGES = {(f"state:{a.lower()}", f"state:{b.lower()}") for a, b in TIES}


@pytest.fixture(scope="module")
def documents(store):
    """The ids of one document for each of TIES, which are all the store holds."""
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    graphs = [war(a, b) for a, b in TIES] + [war("A", "B", closing="Again.")]
    write(store, graphs, RUN)
    return [graph.document.id for graph in graphs]


async def get(client, **parameters):
    answer = await client.get("/v1/network", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def edges_of(found):
    return {(edge["source"], edge["target"]) for edge in found["edges"]}


def keys(found):
    return {node["key"] for node in found["nodes"]}


@pytest.mark.parametrize(
    ("hops", "expected"),
    [(0, "c"), (1, "abcd"), (2, "abcdef"), (3, "abcdefg")],
)
async def test_network_holds_what_is_within_the_hops(client, hops, expected):
    found = await get(client, seed="state:c", hops=hops)
    assert keys(found) == {f"state:{letter}" for letter in expected}
    assert edges_of(found) == {(a, b) for a, b in EDGES if a[-1] in expected and b[-1] in expected}
    assert found["attributes"]["truncated"] is False


async def test_several_seeds_share_one_network(client):
    found = await get(client, seed=["state:a", "state:g"], hops=1)
    assert keys(found) == {f"state:{letter}" for letter in "abcfg"}
    assert {n["key"] for n in found["nodes"] if n["attributes"]["seed"]} == {"state:a", "state:g"}


async def test_one_edge_stands_for_all_sentences_and_cites_them(client):
    found = await get(client, seed="state:a")
    [edge] = [e for e in found["edges"] if (e["source"], e["target"]) == ("state:a", "state:b")]
    assert edge["attributes"]["sentences"] == 2
    assert len(edge["attributes"]["citations"]) == 2
    for id_ in edge["attributes"]["citations"]:
        assert (await client.get(f"/v1/citations/{id_}")).json()["verification"]["holds"] is True


async def test_limits_cut_the_weakest_and_say_so(client):
    found = await get(client, seed="state:c", hops=3, limit=3)
    assert len(found["nodes"]) == 3
    assert "state:c" in keys(found)
    assert found["attributes"]["truncated"] is True
    few = await get(client, seed="state:c", hops=3, edges=2)
    assert len(few["edges"]) == 2
    assert few["attributes"]["truncated"] is True


async def test_filters_count_for_nodes_and_edges(client):
    assert keys(await get(client, seed="state:c", modality="denied")) == {"state:c"}
    assert keys(await get(client, seed="state:c", type="SIGNED")) == {"state:c"}
    assert keys(await get(client, seed="state:c", since="2025")) == {"state:c"}
    assert len(keys(await get(client, seed="state:c", until="2024"))) == 4


async def test_same_seed_draws_the_same_picture_and_another_one_another(client):
    first = await get(client, seed="state:c", hops=3)
    assert await get(client, seed="state:c", hops=3) == first
    other = await get(client, seed="state:c", hops=3, layout_seed=8)
    assert [n["attributes"]["x"] for n in other["nodes"]] != [
        n["attributes"]["x"] for n in first["nodes"]
    ]


@pytest.mark.parametrize("method", ["louvain", "greedy-modularity", "label-propagation"])
async def test_communities_are_numbered_and_their_method_is_named(client, method):
    found = await get(client, seed="state:c", hops=3, communities=method)
    assert method in found["attributes"]["communities"]
    groups: dict[int, set[str]] = {}
    for node in found["nodes"]:
        groups.setdefault(node["attributes"]["community"], set()).add(node["key"][-1])
    assert sorted(map(len, groups.values()), reverse=True) == [
        len(groups[n]) for n in sorted(groups)
    ]
    if method != "label-propagation":
        assert set("abc") in groups.values()


async def test_centralities_are_those_of_networkx(client):
    asked = ["degree", "betweenness", "closeness"]
    found = await get(client, seed="state:c", hops=3, centrality=asked)
    oracle = nx.Graph(EDGES)
    for name, values in (
        ("degree", nx.degree_centrality(oracle)),
        ("betweenness", nx.betweenness_centrality(oracle)),
        ("closeness", nx.closeness_centrality(oracle)),
    ):
        got = {node["key"]: node["attributes"][name] for node in found["nodes"]}
        assert got == pytest.approx(values, abs=1e-6)
        assert name in found["attributes"]["centralities"]


async def test_forms_say_the_same(client):
    plain = await get(client, seed="state:c", hops=3)
    linked = await get(client, seed="state:c", hops=3, format="node-link")
    graph = nx.node_link_graph(linked, edges="edges")
    assert set(graph) == keys(plain)
    assert {(a, b) for a, b in graph.edges()} == edges_of(plain)
    drawn = await get(client, seed="state:c", hops=3, format="cytoscape")
    graph = nx.cytoscape_graph(
        {
            "data": {},
            "directed": True,
            "multigraph": True,
            "elements": {
                "nodes": [
                    {"data": n["data"] | {"value": n["data"]["id"], "name": n["data"]["label"]}}
                    for n in drawn["elements"]["nodes"]
                ],
                "edges": [
                    {"data": e["data"] | {"key": e["data"]["id"]}}
                    for e in drawn["elements"]["edges"]
                ],
            },
        }
    )
    assert {(a, b) for a, b in graph.edges()} == edges_of(plain)
    at = {n["data"]["id"]: n["position"] for n in drawn["elements"]["nodes"]}
    assert at == {n["key"]: {k: n["attributes"][k] for k in "xy"} for n in plain["nodes"]}


@pytest.mark.parametrize(
    ("asked", "status"),
    [({"seed": "state:none"}, 404), ({}, 422), ({"seed": "state:a", "format": "png"}, 422)],
)
async def test_what_cannot_be_drawn_is_a_problem(client, asked, status):
    answer = await client.get("/v1/network", params=asked)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


async def test_drawing_that_takes_too_long_is_given_up_with_a_remedy(client, monkeypatch):
    ended = threading.Event()
    monkeypatch.setattr(network, "DRAWING_SECONDS", 0.05)
    monkeypatch.setattr(network, "network", lambda *_: ended.wait(10))
    try:
        answer = await client.get("/v1/network", params={"seed": "state:a", "layout_seed": 99})
    finally:
        ended.set()
    assert answer.status_code == 422
    assert answer.json()["type"] == "urn:sayso:problem:query"
    assert "limit" in answer.json()["remedy"]
