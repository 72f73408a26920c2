"""Cypher of strangers over HTTP: what reads gets an answer, all else a problem and no effect."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from graph.store import asynchronous
from graph.store.digest import digest

pytestmark = pytest.mark.anyio
STATEMENTS = Path(__file__).parents[1] / "data" / "cypher"
ATTACKS = [
    pytest.param(statement, id=f"{what}-{number}")
    for what, statements in yaml.safe_load((STATEMENTS / "attacks.yaml").read_text()).items()
    for number, statement in enumerate(statements, 1)
]
READS = yaml.safe_load((STATEMENTS / "reads.yaml").read_text())
BOMBS = yaml.safe_load((STATEMENTS / "bombs.yaml").read_text())
RUNNING = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Terminated' RETURN status"
QUERY = "urn:sayso:problem:query"


@pytest.fixture(scope="module")
def unharmed(store, documents) -> str:
    """The digest of the store before the first statement."""
    return digest(store)


async def ask(client, statement, **more):
    return await client.post("/v1/cypher", json={"statement": statement} | more)


async def ends(done: Callable[[], bool], *, seconds: int = 60) -> bool:
    """Whether what is under way ends by itself in so many seconds."""
    for _ in range(seconds * 2):
        if done():
            return True
        await asyncio.sleep(0.5)
    return False


async def test_place_of_an_error_is_counted_in_the_statement_itself(client):
    detail = (await ask(client, "MATCH (n)\nRETURN n.")).json()["detail"]
    assert "(line 2, column 10 (offset: 19))" in detail
    assert "EXPLAIN" not in detail


def test_there_are_enough_of_each():
    assert len(ATTACKS) + len(BOMBS) >= 60
    assert len(READS) >= 40


@pytest.mark.parametrize("statement", ATTACKS)
async def test_attack_is_refused_and_changes_nothing(
    client, store, unharmed, canary, statement, tmp_path
):
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n")
    address = f"http://127.0.0.1:{canary.server_port}/"
    answer = await ask(
        client, statement.replace("{url}", address).replace("{file}", secret.as_uri())
    )
    assert answer.status_code == 422
    assert answer.json()["type"] in (QUERY, "urn:sayso:problem:request")
    assert answer.json()["detail"]
    assert canary.calls == 0
    assert digest(store) == unharmed


@pytest.mark.parametrize("statement", BOMBS)
async def test_greed_is_cut_off_and_the_server_lives_on(client, store, unharmed, statement):
    began = time.monotonic()
    answer = await ask(client, statement, seconds=2)
    seconds = time.monotonic() - began
    assert answer.status_code == 422 or answer.json()["truncated"]
    assert answer.status_code in (200, 422)
    if answer.status_code == 422:
        assert answer.json()["type"] == QUERY
        assert answer.json()["remedy"]
    # Planning comes before the two seconds, and five of grace after them.
    assert seconds < 30
    assert (await client.get("/v1/health")).status_code == 200
    assert await ends(lambda: not store.read(RUNNING))
    assert digest(store) == unharmed


async def test_statement_that_the_server_cannot_stop_closes_the_door_until_it_ends(
    client, store, monkeypatch
):
    monkeypatch.setattr(asynchronous, "_GRACE_SECONDS", 0.5)
    nested = (
        "UNWIND range(1, 22000) AS x WITH collect(x) AS xs"
        " RETURN reduce(n = 0, a IN xs | reduce(m = n, b IN xs | m + b)) AS n"
    )
    assert (await ask(client, nested, seconds=1)).status_code == 422
    refused = await ask(client, "RETURN 1 AS n")
    assert refused.status_code == 503
    assert "could not stop" in refused.json()["detail"]
    assert (await client.get("/v1/documents?limit=1")).status_code == 200
    assert await ends(lambda: not store.read(RUNNING), seconds=180)
    assert (await ask(client, "RETURN 1 AS n")).json()["rows"] == [{"n": 1}]


@pytest.mark.parametrize("statement", READS)
async def test_read_gets_its_answer(client, documents, statement):
    answer = await ask(client, statement)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert found["columns"]
    assert all(set(row) == set(found["columns"]) for row in found["rows"])
    assert found["truncated"] is False


async def test_parameters_are_values(client, documents):
    statement = "MATCH (s:State) WHERE s.name = $name RETURN s.id AS id"
    norvia = await ask(client, statement, parameters={"name": "Norvia"})
    assert norvia.json()["rows"] == [{"id": "state:norvia"}]
    injected = await ask(client, statement, parameters={"name": "x'}) DETACH DELETE s //"})
    assert injected.json()["rows"] == []


async def test_missing_parameter_is_named(client):
    answer = await ask(client, "RETURN $name AS name")
    assert answer.status_code == 422
    assert "name" in answer.json()["detail"]


async def test_rows_are_limited(client):
    answer = await ask(client, "UNWIND range(1, 100) AS x RETURN x", rows=3)
    assert [row["x"] for row in answer.json()["rows"]] == [1, 2, 3]
    assert answer.json()["truncated"] is True


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, {"a": [None, {"b": 2**70}]}, "\ud800"])
async def test_value_the_store_cannot_hold_is_a_problem(client, value):
    content = json.dumps({"statement": "RETURN $value AS value", "parameters": {"value": value}})
    answer = await client.post(
        "/v1/cypher", content=content, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 422
    assert answer.json()["type"].startswith("urn:sayso:problem:")


async def test_numbers_json_does_not_know_are_sent_as_null(client):
    answer = await ask(client, "RETURN 0.0 / 0.0 AS nan, 1.0 / 0.0 AS infinite")
    assert answer.json()["rows"] == [{"nan": None, "infinite": None}]


async def test_statement_that_is_no_unicode_is_a_problem(client):
    answer = await client.post(
        "/v1/cypher",
        content=json.dumps({"statement": "RETURN '\ud800' AS x"}),
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code == 422
