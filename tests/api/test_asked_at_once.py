"""A new question while the graph is steady: asked at the same time as the graph's revision."""

from __future__ import annotations

import asyncio

import anyio
import pytest

from api.caching import Revisions
from graph.errors import StoreError
from graph.store.asynchronous import AsyncStore
from graph.store.writer import write
from tests.asking import answering
from tests.factories import RUN, war

pytestmark = pytest.mark.anyio
PATH = "/v1/entities/state:norvia/relationships"
ELSEWHERE = "/v1/entities/state:estwold"


class HeldUp:
    """Holds up questions of one kind until it is opened, and counts them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
        self.asked = 0
        self.begun = asyncio.Event()
        self.open = asyncio.Event()
        original = getattr(AsyncStore, kind)

        async def held(store, *rest, **more):
            self.asked += 1
            self.begun.set()
            await self.open.wait()
            return await original(store, *rest, **more)

        monkeypatch.setattr(AsyncStore, kind, held)


@pytest.fixture
async def client(api_settings, documents):
    """A client of an application of its own, that holds no answers and knows a steady graph."""
    async with answering(api_settings.model_copy(update={"sayso_answers_mb": 0})) as opened:
        for _ in range(2):
            await opened.get(ELSEWHERE)
        yield opened


async def both_asked(*held):
    with anyio.fail_after(10):
        for one in held:
            await one.begun.wait()


async def test_question_does_not_wait_for_the_revision_and_gets_its_tag(client, monkeypatch):
    settled = await client.get(PATH, headers={"If-None-Match": '"none"'})
    revision, question = (HeldUp(monkeypatch, kind) for kind in ("read_marked", "read"))
    answering = asyncio.create_task(client.get(PATH))
    await both_asked(revision, question)
    question.open.set()
    revision.open.set()
    answer = await answering
    assert answer.headers["etag"] == settled.headers["etag"]
    assert answer.headers["cache-control"] == settled.headers["cache-control"]
    assert answer.content == settled.content
    assert question.asked == 1


async def test_answer_of_before_a_write_is_thrown_away(client, store, monkeypatch):
    before = await client.get(PATH)
    revision = HeldUp(monkeypatch, "read_marked")
    question = HeldUp(monkeypatch, "read")
    question.open.set()
    answering = asyncio.create_task(client.get(PATH))
    await both_asked(revision, question)
    await asyncio.to_thread(
        write, store, [war("Norvia", "Farland", closing="While it was asked.")], RUN
    )
    revision.open.set()
    answer = await answering
    assert question.asked == 2
    assert answer.status_code == 200
    assert len(answer.json()["items"]) == len(before.json()["items"]) + 1
    assert answer.headers["etag"] != before.headers["etag"]
    assert answer.headers["etag"] == (await client.get(PATH)).headers["etag"]


async def test_question_about_what_is_missing_is_refused_once(client):
    answer = await client.get("/v1/entities/state:nowhere/relationships")
    assert answer.status_code == 404
    assert "etag" not in answer.headers


async def test_answer_that_still_holds_is_not_asked_for(client, monkeypatch):
    tag = (await client.get(PATH)).headers["etag"]
    question = HeldUp(monkeypatch, "read")
    assert (await client.get(PATH, headers={"If-None-Match": tag})).status_code == 304
    assert question.asked == 0


async def test_answer_is_sent_without_a_tag_where_the_store_has_gone_since(client, monkeypatch):
    async def gone(*_):
        raise StoreError("The store does not answer.")

    monkeypatch.setattr(AsyncStore, "read_marked", gone)
    answer = await client.get(PATH)
    assert answer.status_code == 200
    assert "etag" not in answer.headers


async def test_graph_that_changes_is_not_taken_for_steady():
    moments = iter((1, 1, 2, 3, 3))

    async def read():
        return next(moments)

    revisions, likely = Revisions(read), []
    for _ in range(5):
        await revisions.latest()
        likely.append(revisions.likely())
    assert likely == [None, 1, None, None, 3]
