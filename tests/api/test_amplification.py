"""Amplification over HTTP: posts by the real writer, edges by the real passes."""

from __future__ import annotations

from urllib.parse import quote

import jsonschema_rs
import pytest

from graph.catalogue import load_catalogue
from graph.errors import QueryError
from tests.small_graph import A1, A2, ALPHA, B1, B2, BETA, C1, C2, GAMMA, add_posts

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def documents(store):
    """The ids of POSTS, which are all the store holds, with the edges two passes made of them."""
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    return add_posts(store)


async def get(client, path, **asked):
    answer = await client.get(f"/v1/{path}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_cascade_follows_forwards_of_forwards(client):
    found = await get(client, "amplification/cascade", post=A1)
    steps = [(row["document"], row["depth"], row["seconds"]) for row in found["rows"]]
    assert steps == [(B1, 1, 30), (C1, 2, 60)]
    assert found["truncated"] is False
    assert (await get(client, "amplification/cascade", post=A2))["rows"] == []


def counted(found):
    return {row["channel"]["id"]: (row["weight"], row["channels"]) for row in found["items"]}


async def paged(client, path, **asked):
    """The items of all pages of one item each, joined."""
    page = await get(client, path, **asked, limit=1)
    items = page["items"]
    while page["next"]:
        page = (await client.get(page["next"])).json()
        assert len(page["items"]) == 1
        items += page["items"]
    return items


async def test_ranking_counts_each_forward_once_whatever_it_names(client):
    received = await get(client, "amplification/ranking")
    assert counted(received) == {ALPHA: (2, 2), BETA: (1, 1)}
    assert received["items"][0]["channel"]["id"] == ALPHA
    assert received["items"][0]["documents"] == [C2, B1]
    given = await get(client, "amplification/ranking", direction="out")
    assert counted(given) == {BETA: (1, 1), GAMMA: (2, 2)}
    assert given["items"][0]["channel"]["id"] == GAMMA


async def test_ranking_by_computed_edges_names_their_rule_and_coverage(client, store):
    edges = store.read("MATCH (a)-[r:AMPLIFIES]->(b) RETURN b.id AS id, r.weight AS weight")
    expected = {}
    for edge in edges:
        weight, channels = expected.get(edge["id"], (0, 0))
        expected[edge["id"]] = (weight + edge["weight"], channels + 1)
    found = await get(client, "amplification/ranking", by="amplification")
    assert counted(found) == expected
    assert expected[ALPHA] == (2, 2)
    assert {row["method"] for row in found["items"]} == {"forwards/1"}
    assert {row["coverage"]["posts"] for row in found["items"]} == {6}
    assert {row["parameters"]["object"] for row in found["items"]} == {"forward"}
    other = await get(client, "amplification/ranking", by="amplification", method="follow/1")
    assert other == {"items": [], "next": None}


async def test_coshare_carries_rule_coverage_weight_significance_and_posts(client):
    page = await get(client, "amplification/coshare", channel=ALPHA, type="CO_SHARED")
    found = page["items"]
    assert {(tie["source"]["id"], tie["target"]["id"]) for tie in found} == {
        (ALPHA, BETA),
        (BETA, ALPHA),
    }
    for tie in found:
        edge = tie["relationship"]
        assert (edge["type"], edge["method"], edge["weight"]) == ("CO_SHARED", "co-share/1", 1)
        assert set(edge["documents"]) == {A1, B2}
        assert 0 <= edge["significance"] <= 1
        assert tie["parameters"]["window_seconds"] == 60
        assert (tie["coverage"]["posts"], tie["coverage"]["channels"]) == (6, 3)


async def test_strongest_ties_come_once_and_first(client, store):
    [count] = store.read("MATCH ()-[r:CO_SHARED|AMPLIFIES]->() RETURN count(r) AS n")
    found = (await get(client, "amplification/coshare"))["items"]
    ids = [tie["relationship"]["id"] for tie in found]
    weights = [tie["relationship"]["weight"] for tie in found]
    assert len(ids) == len(set(ids)) == count["n"]
    assert weights == sorted(weights, reverse=True)
    assert {tie["relationship"]["type"] for tie in found} == {"CO_SHARED", "AMPLIFIES"}
    some = await get(client, "amplification/coshare", method="co-share/1")
    assert {tie["relationship"]["type"] for tie in some["items"]} == {"CO_SHARED"}


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("amplification/coshare", {}),
        ("amplification/coshare", {"channel": ALPHA}),
        ("amplification/ranking", {}),
        ("amplification/ranking", {"direction": "out"}),
        ("amplification/ranking", {"by": "amplification"}),
        ("amplification/ranking", {"by": "amplification", "direction": "out"}),
    ],
)
async def test_pages_join_to_the_whole(client, path, asked):
    whole = (await get(client, path, **asked))["items"]
    assert await paged(client, path, **asked) == whole
    assert len(whole) > 1


async def test_merged_channel_leads_to_the_one_that_stands(client):
    same = {"verdict": "same", "a": GAMMA, "b": BETA, "who": "mk", "why": "a test"}
    made = (await client.post("/v1/judgements", json=same)).json()
    try:
        answer = await client.get(f"/v1/amplification/coshare?limit=3&channel={GAMMA}")
        followed = await client.get(f"/v1/network?seed={ALPHA}&seed={GAMMA}", follow_redirects=True)
    finally:
        await client.post(f"/v1/judgements/{made['id']}/undo", json={"who": "mk", "why": "tested"})
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/v1/amplification/coshare?limit=3&channel={quote(BETA)}"
    assert followed.status_code == 200
    assert set(followed.json()["attributes"]["seeds"]) == {ALPHA, BETA}


async def test_page_of_a_channel_shows_the_same_ties(client):
    page = await get(client, f"channels/{ALPHA}")
    listed = await get(client, "amplification/coshare", channel=ALPHA)
    assert page["amplification"] == listed["items"]
    assert page["amplification"] != []


@pytest.mark.parametrize(
    ("path", "asked", "status"),
    [
        ("cascade", {"post": "post:none"}, 404),
        ("cascade", {}, 422),
        ("ranking", {"by": "views"}, 422),
        ("coshare", {"channel": "channel:none"}, 404),
        ("coshare", {"type": "SIGNED"}, 422),
    ],
)
async def test_what_cannot_be_told_is_a_problem(client, path, asked, status):
    answer = await client.get(f"/v1/amplification/{path}", params=asked)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("query", list(load_catalogue()), ids=lambda query: query.id)
async def test_schema_of_a_question_accepts_what_the_question_accepts(client, query):
    schema = (await get(client, f"queries/{query.id}"))["parameters_schema"]
    jsonschema_rs.meta.validate(schema)
    example = dict(query.example)
    wrong = [example | {"unheard_of": 1}, example | {"limit": 0}, example | {"limit": 10**8}]
    wrong += [{k: v for k, v in example.items() if k != name} for name in schema["required"]]
    assert jsonschema_rs.is_valid(schema, example)
    query.arguments(example)
    for given in wrong:
        assert not jsonschema_rs.is_valid(schema, given)
        with pytest.raises(QueryError):
            query.arguments(given)
