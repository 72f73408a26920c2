"""Answers held in memory: the store is not asked again until something is written to it."""

from __future__ import annotations

import anyio
import httpx
import pytest

from api.held import Held, Holder
from graph.store.asynchronous import AsyncStore
from graph.store.retract import retract
from graph.store.writer import write
from tests.asking import answering
from tests.factories import RUN, war

pytestmark = pytest.mark.anyio
PATH = "/v1/entities/state:norvia/relationships"


@pytest.fixture
def asked(monkeypatch):
    """The statements the store is asked, those for its revision apart."""
    statements = []
    read = AsyncStore.read

    async def noting(self, statement, *rest, **more):
        statements.append(statement)
        return await read(self, statement, *rest, **more)

    monkeypatch.setattr(AsyncStore, "read", noting)
    return statements


async def test_same_question_is_answered_alike_and_asked_once(client, asked):
    first = await client.get(PATH, params={"limit": 2})
    assert len(asked) == 1
    again = await client.get(PATH, params={"limit": 2}, headers={"Accept-Encoding": "identity"})
    assert len(asked) == 1
    assert again.content == first.content
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["content-type"] == "application/json"
    assert again.headers["x-request-id"] != first.headers["x-request-id"]


async def test_another_question_is_not_taken_for_it(client, asked):
    answers = [(await client.get(PATH, params={"limit": n})).json() for n in (1, 3)]
    assert [len(answer["items"]) for answer in answers] == [1, 3]
    assert len(asked) == 2


async def test_question_asked_by_many_at_once_is_asked_once(client, asked):
    answers = []

    async def ask():
        answers.append((await client.get(PATH, params={"direction": "in"})).content)

    async with anyio.create_task_group() as group:
        for _ in range(20):
            group.start_soon(ask)
    assert len(set(answers)) == 1
    assert len(asked) == 1


async def test_problem_is_nobody_elses_answer(client):
    path, answers = "/v1/entities/state:nowhere/relationships", []

    async def ask():
        answers.append(await client.get(path))

    async with anyio.create_task_group() as group:
        for _ in range(5):
            group.start_soon(ask)
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.json()["request"] for answer in answers}) == 5


async def test_answer_is_new_after_every_write(client, store):
    async def count():
        return len((await client.get(PATH, params={"limit": 500})).json()["items"])

    before, added = await count(), war("Norvia", "Farland", closing="And again.")
    write(store, [added], RUN)
    assert await count() == before + 1
    retract(store, added.document.id)
    assert await count() == before


async def test_answer_is_new_after_a_write_by_hand_that_raises_no_revision(client, store):
    rename = "MATCH (e:Entity {id: 'state:norvia'}) SET e.name = $name"
    assert (await client.get("/v1/entities/state:norvia")).json()["entity"]["name"] == "Norvia"
    store.write(rename, name="Norvia the Great")
    changed = await client.get("/v1/entities/state:norvia")
    store.write(rename, name="Norvia")
    assert changed.json()["entity"]["name"] == "Norvia the Great"


async def test_held_answer_is_for_those_only_who_may_ask(keyed):
    async with httpx.AsyncClient(base_url=keyed.address) as client:
        key = {"Authorization": f"Bearer {keyed.key}"}
        for _ in range(2):
            assert (await client.get(PATH, headers=key)).status_code == 200
        assert (await client.get(PATH)).status_code == 401


async def test_without_room_every_question_is_asked(api_settings, documents, asked):
    async with answering(api_settings.model_copy(update={"sayso_answers_mb": 0})) as client:
        for _ in range(2):
            await client.get(PATH)
    assert len(asked) == 2


async def test_room_is_kept_by_letting_go_of_what_was_asked_for_longest_ago():
    holder = Holder(room=100)

    async def known():
        found = {key for key in "abcdefghij" if await holder.find(key)}
        for key in "abcdefghij":
            holder.end(key)
        return found

    for key in "abcdefgh":
        holder.hold(key, Held((), b"x" * 12))
    assert await holder.find("a") is not None
    holder.hold("i", Held((), b"x" * 12))
    holder.hold("j", Held((), b"x" * 13))
    assert await known() == set("acdefghi")
