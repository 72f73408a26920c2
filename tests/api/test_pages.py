"""Pages of documents, claims and channels, on a small graph whose every edge is known."""

from __future__ import annotations

import itertools

import pytest

from graph.ids import hashed_id
from tests.asking import get
from tests.small_graph import CLOSED, LANTERN, OPEN, ZORIA, write_documents

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def documents(store):
    """The ids of the documents of GRAPHS, which are all the store holds."""
    return write_documents(store)


async def test_document_shows_where_entities_are_named_and_what_it_says(client, documents):
    page = await get(client, f"/v1/documents/{documents[2]}")
    text = page["document"]["text"]
    named = {(text[m["start"] : m["end"]], m["entity"], m["type"]) for m in page["mentions"]}
    assert ("Олег Зоря", ZORIA.id, "Person") in named
    assert len(named) == 4
    quotes = [item["relationship"]["quote"] for item in page["assertions"]]
    assert quotes == [words for words in quotes if words in text]
    assert len(quotes) == 3
    assert page["truncated"] is False


async def test_claims_are_listed_and_filtered(client):
    listed = (await get(client, "/v1/claims"))["items"]
    assert [(item["id"], item["sentences"]) for item in listed] == [(CLOSED.id, 3), (OPEN.id, 1)]
    denied = (await get(client, "/v1/claims", speaker=LANTERN.id, stance="denies"))["items"]
    assert [item["id"] for item in denied] == [CLOSED.id]
    assert (await get(client, "/v1/claims", lang="uk"))["items"] == []


@pytest.mark.parametrize("path", ["/v1/claims", "/v1/documents"])
async def test_lists_of_a_period_hold_what_was_published_in_it(client, path):
    day = "latest" if path == "/v1/claims" else "published_at"
    days = {item[day] for item in (await get(client, path))["items"]} - {None}
    assert len(days) > 1
    for one in sorted(days):
        found = (await get(client, path, since=one, until=one[:10]))["items"]
        assert {item[day] for item in found} == {one}
    assert (await get(client, path, since="1900", until="1901"))["items"] == []


async def test_claim_shows_carriers_contradictions_and_audiences(client):
    page = await get(client, f"/v1/claims/{CLOSED.id}")
    assert [(c["relationship"]["type"], c["relationship"]["stance"]) for c in page["carriers"]] == [
        ("SAID", "asserts"),
        ("SAID", "denies"),
        ("STATES", "neutral"),
    ]
    assert [(r["relationship"]["type"], r["target"]["id"]) for r in page["related"]] == [
        ("CONTRADICTS", OPEN.id)
    ]
    cells = {(cell["audience"], cell["stance"]): cell for cell in page["audiences"]}
    assert set(cells) == set(itertools.product(("abroad", "home"), ("asserts", "denies")))
    assert all(cell["channels"] == [LANTERN.id] for cell in cells.values())


async def test_channel_shows_its_sizes_and_where_it_turned(client):
    page = await get(client, f"/v1/channels/{LANTERN.id}")
    assert page["channel"]["platform"] == "telegram"
    assert [(s["date"], s["value"], s["bound"]) for s in page["subscribers"]] == [
        ("2024-01-10", 64_000, "exact"),
        ("2024-03", 90_000, "approx"),
    ]
    turns = {
        (f["before"], f["before_stance"], f["after"], f["after_stance"]) for f in page["flips"]
    }
    closed, never = CLOSED.properties["text"], OPEN.properties["text"]
    assert (closed, "asserts", closed, "denies") in turns
    assert (closed, "asserts", never, "asserts") in turns or (
        never,
        "asserts",
        closed,
        "asserts",
    ) in turns
    assert len(turns) == 2


async def test_derived_ties_of_a_channel_come_with_method_and_evidence(client, store):
    tie = {
        "id": hashed_id("co", "a"), "method": "co-share/1", "parameters": '{"window_seconds": 60}',
        "coverage": '{"posts": 5}', "documents": ["post:a"], "run": "run:test",
        "weight": 2, "posts": 2, "first": "2024-05-01T10:00:00Z", "last": "2024-05-01T11:00:00Z",
    }  # fmt: skip
    made = (
        "MATCH (a:Entity {id: $id}) MERGE (b:Entity:Actor:Channel {id: 'channel:other'}) "
        "SET b.name = 'O' CREATE (a)-[r:CO_SHARED]->(b) SET r = $tie"
    )
    store.write(made, id=LANTERN.id, tie=tie)
    try:
        page = await get(client, f"/v1/channels/{LANTERN.id}")
    finally:
        store.write("MATCH (b:Entity {id: 'channel:other'}) DETACH DELETE b")
    [shown] = page["amplification"]
    edge = shown["relationship"]
    assert (edge["method"], edge["documents"], edge["weight"]) == ("co-share/1", ["post:a"], 2)
    assert (shown["parameters"], shown["coverage"]) == ({"window_seconds": 60}, {"posts": 5})


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/v1/entities/none/timeline", 404, "not-found"),
        ("/v1/entities/none/changes", 404, "not-found"),
        ("/v1/paths?a=state:norvia&b=none", 404, "not-found"),
        ("/v1/channels/none", 404, "not-found"),
        ("/v1/channels/state:norvia", 404, "not-found"),
        ("/v1/claims/none", 404, "not-found"),
        ("/v1/claims?stance=maybe", 422, "request"),
        ("/v1/search?q=%20", 422, "request"),
        ("/v1/search?q=a&type=Nothing", 422, "request"),
        ("/v1/entities/state:norvia/relationships?type=SAID", 422, "request"),
        ("/v1/entities/state:norvia/relationships?since=may", 422, "request"),
    ],
)
async def test_what_cannot_be_answered_is_a_problem(client, path, status, kind):
    answer = await client.get(path)
    assert answer.status_code == status
    assert answer.json()["type"] == f"urn:sayso:problem:{kind}"
