"""Judgements over HTTP, and what becomes of merged ids."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from graph.store.digest import digest

pytestmark = pytest.mark.anyio
SAME = {"verdict": "same", "a": "state:sudmark", "b": "state:norvia", "who": "mk", "why": "a test"}
UNDO = {"who": "mk", "why": "tested"}


@pytest.fixture
async def merged(client) -> AsyncIterator[dict[str, str]]:
    answer = await client.post("/v1/judgements", json=SAME)
    assert answer.status_code == 201
    yield answer.json()
    await client.post(f"/v1/judgements/{answer.json()['id']}/undo", json=UNDO)


async def test_merged_id_answers_308_to_the_one_that_stands(client, merged):
    answer = await client.get("/v1/entities/state:sudmark/relationships?limit=3")
    assert answer.status_code == 308
    assert answer.headers["location"] == "/v1/entities/state:norvia/relationships?limit=3"
    followed = await client.get("/v1/entities/state%3Asudmark", follow_redirects=True)
    assert followed.json()["entity"]["aliases"] == ["Sudmark"]
    assert (await client.get("/v1/entities/state:atlantis")).status_code == 404


async def test_relationship_of_a_merged_entity_says_which_end_it_had(client, merged):
    page = (await client.get("/v1/entities/state:norvia/relationships")).json()
    known = {item["relationship"]["target_was"] for item in page["items"]}
    assert "state:sudmark" in known


async def test_undoing_restores_the_graph_and_the_log_keeps_both(client, store, documents):
    before = digest(store)
    made = (await client.post("/v1/judgements", json=SAME)).json()
    assert digest(store) != before
    undone = await client.post(f"/v1/judgements/{made['id']}/undo", json=UNDO)
    assert digest(store) == before
    assert (undone.json()["undone_by"], undone.json()["undone_why"]) == ("mk", "tested")
    assert (await client.get(f"/v1/judgements/{made['id']}")).json() == undone.json()
    listed = (await client.get("/v1/judgements?undone=true&about=state:norvia")).json()["items"]
    assert made["id"] in {item["id"] for item in listed}


@pytest.mark.parametrize(
    ("changes", "status", "kind"),
    [
        ({"verdict": "perhaps"}, 422, "request"),
        ({"b": "state:atlantis"}, 404, "not-found"),
        ({"b": "channel:a-blogger"}, 409, "judgement"),
        ({"verdict": "different"}, 409, "judgement"),
        ({"why": ""}, 422, "request"),
    ],
)
async def test_judgement_that_cannot_hold_is_a_problem(client, merged, changes, status, kind):
    answer = await client.post("/v1/judgements", json=SAME | changes)
    assert answer.status_code == status
    assert answer.json()["type"] == f"urn:sayso:problem:{kind}"


async def test_list_goes_on_at_its_cursor(client, merged):
    more = {**SAME, "verdict": "unsure", "a": "state:estwold", "b": "state:westmere"}
    made = (await client.post("/v1/judgements", json=more)).json()
    first = (await client.get("/v1/judgements?limit=1")).json()
    second = (await client.get(first["next"])).json()
    assert {first["items"][0]["id"], second["items"][0]["id"]} == {made["id"], merged["id"]}
    assert second["next"] is None
