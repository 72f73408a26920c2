"""Watchlists tell of what is new once, in a feed and to a webhook that can check who speaks."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import feedparser
import httpx
import pytest
from fastapi import FastAPI

from api.app import create_app
from api.watch.watching import Watcher
from api.watch.webhook import Post, due
from graph.settings import Settings
from graph.store.connection import open_store
from graph.store.writer import write
from tests.factories import RUN, war

pytestmark = pytest.mark.anyio
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


class Hook:
    """A webhook somewhere on the internet, which answers with the statuses it is given."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(self.statuses.pop(0) if self.statuses else 204)

    def post(self) -> Post:
        return Post(
            resolver=lambda host, port: ["93.184.216.34"],
            transport=httpx.MockTransport(self),
            attempts=2,
            clock=lambda: 1_700_000_000,
        )


@pytest.fixture
async def watch_app(api_settings: Settings, documents, store, tmp_path) -> AsyncIterator[FastAPI]:
    store.write("MATCH (d:Document) WHERE d.title = 'new' DETACH DELETE d")
    made = create_app(api_settings.model_copy(update={"sayso_home": tmp_path}))
    async with made.router.lifespan_context(made):
        made.state.post = Hook().post()
        yield made


@pytest.fixture
async def reader(watch_app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(watch_app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as opened:
        yield opened


def watcher(app: FastAPI, settings: Settings, hook: Hook | None = None) -> Watcher:
    now = iter(BEGIN + timedelta(hours=n) for n in range(1_000))
    post = (hook or Hook()).post()
    return Watcher(
        app.state.watchlists, lambda: open_store(settings), post, clock=lambda: next(now)
    )


async def made(reader: httpx.AsyncClient, **asked: object) -> dict[str, str]:
    answer = await reader.post("/v1/watchlists", json={"name": "News <b>of</b> Norvia", **asked})
    assert answer.status_code == 201, answer.text
    found: dict[str, str] = answer.json()
    return found


async def entries(reader: httpx.AsyncClient, watchlist: dict[str, str]) -> list[str]:
    answer = await reader.get(watchlist["feed"])
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/atom+xml")
    ElementTree.fromstring(answer.text)  # noqa: S314 - our own
    parsed = feedparser.parse(answer.text)
    assert not parsed.bozo
    return [entry.title for entry in parsed.entries]


async def test_feed_tells_of_what_is_new_and_once(reader, watch_app, api_settings, store):
    watchlist = await made(reader, entity="Norvia")
    looking = watcher(watch_app, api_settings)
    looking.look()
    assert await entries(reader, watchlist) == []
    write(store, [war("Norvia", "Ravenmoor", title="new")], RUN)
    looking.look()
    looking.look()
    assert await entries(reader, watchlist) == ["Norvia ATTACKED Ravenmoor"]
    write(store, [war("Quendale", "Ravenmoor", title="new")], RUN)
    looking.look()
    assert await entries(reader, watchlist) == ["Norvia ATTACKED Ravenmoor"]


async def test_question_is_watched_with_its_parameters(reader, watch_app, api_settings, store):
    asked = {"query": "neighbours", "parameters": {"actor": "Sudmark"}}
    watchlist = await made(reader, **asked)
    write(store, [war("Sudmark", "Tarnholt", title="new")], RUN)
    watcher(watch_app, api_settings).look()
    assert await entries(reader, watchlist) == ["Sudmark ATTACKED Tarnholt"]


async def test_feed_shows_text_of_documents_as_text(reader, watch_app, api_settings, store):
    watchlist = await made(reader, entity="Norvia")
    write(store, [war("Norvia", "<script>alert(1)</script> & Co", title="new")], RUN)
    watcher(watch_app, api_settings).look()
    raw = (await reader.get(watchlist["feed"])).text
    assert "<script" not in raw
    assert "<b>" not in raw
    assert await entries(reader, watchlist) == ["Norvia ATTACKED <script>alert(1)</script> & Co"]


async def test_webhook_is_told_what_is_new_and_can_check_who_speaks(
    reader, watch_app, api_settings, store
):
    watchlist = await made(reader, entity="Norvia", webhook="https://hook.example/in?x=1")
    hook = Hook()
    write(store, [war("Norvia", "Eastmoor", title="new")], RUN)
    looking = watcher(watch_app, api_settings, hook)
    looking.look()
    looking.look()
    (request,) = hook.requests
    body, stamp = request.content, request.headers["sayso-timestamp"]
    expected = hmac.new(
        watchlist["secret"].encode(), stamp.encode() + b"." + body, hashlib.sha256
    ).hexdigest()
    assert request.headers["sayso-signature"] == f"sha256={expected}"
    (item,) = json.loads(body)["items"]
    assert (item["source"]["id"], item["type"]) == ("state:norvia", "ATTACKED")
    assert item["quote"] == "Norvia attacked Eastmoor."
    assert (request.url.host, request.headers["host"]) == ("93.184.216.34", "hook.example")
    shown = (await reader.get(f"/v1/watchlists/{watchlist['id']}")).json()
    assert (shown["waiting"], shown["problem"]) == (False, None)
    assert "secret" not in shown


async def test_webhook_that_fails_is_tried_again_until_it_takes_it(
    reader, watch_app, api_settings, store
):
    watchlist = await made(reader, entity="Norvia", webhook="https://hook.example/in")
    hook = Hook(500, 302, 503, 200)
    write(store, [war("Norvia", "Westhollow", title="new")], RUN)
    looking = watcher(watch_app, api_settings, hook)
    looking.look()
    assert len(hook.requests) == 2
    shown = (await reader.get(f"/v1/watchlists/{watchlist['id']}")).json()
    assert shown["waiting"]
    assert "answers 302" in shown["problem"]
    looking.look()
    assert len(hook.requests) == 4
    shown = (await reader.get(f"/v1/watchlists/{watchlist['id']}")).json()
    assert (shown["waiting"], shown["problem"]) == (False, None)
    looking.look()
    assert len(hook.requests) == 4


async def test_question_that_cannot_be_answered_says_so_and_keeps_no_other_from_its_news(
    reader, watch_app, api_settings, store
):
    kept, hook = watch_app.state.watchlists, Hook()
    asked = {"webhook": "https://hook.example/in", "owner": "o", "at": BEGIN, "known": []}
    unknown = kept.create("x", {"query": "unheard-of"}, **asked)
    known = await made(reader, entity="Norvia")
    write(store, [war("Norvia", "Lowmere", title="new")], RUN)
    watcher(watch_app, api_settings, hook).look()
    found = kept.get(unknown.id)
    assert (found.failures, hook.requests) == (0, [])
    assert "There is no query 'unheard-of'" in str(found.problem)
    assert await entries(reader, known) == ["Norvia ATTACKED Lowmere"]


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/x", "http://[::1]/", "http://169.254.169.254/", "ftp://a.example/", "x"],
)
async def test_webhook_inside_is_refused(reader, watch_app, url):
    watch_app.state.post = Post()
    answer = await reader.post(
        "/v1/watchlists", json={"name": "x", "entity": "Norvia", "webhook": url}
    )
    assert answer.status_code == 422
    assert answer.json()["type"] == "urn:sayso:problem:query"


async def test_webhook_whose_name_moves_inside_later_is_not_told(
    reader, watch_app, api_settings, store
):
    watchlist = await made(reader, entity="Norvia", webhook="https://hook.example/in")
    hook = Hook()
    write(store, [war("Norvia", "Highmoor", title="new")], RUN)
    looking = watcher(watch_app, api_settings, hook)
    looking.post = replace(looking.post, resolver=lambda host, port: ["10.0.0.1"], attempts=1)
    looking.look()
    assert hook.requests == []
    shown = (await reader.get(f"/v1/watchlists/{watchlist['id']}")).json()
    assert "is no public address" in shown["problem"]


async def test_feed_opens_with_its_token_alone_and_ends_with_its_watchlist(reader):
    watchlist = await made(reader, entity="Norvia")
    path = f"/v1/watchlists/{watchlist['id']}"
    assert (await reader.get(f"{path}/feed?token=wrong")).status_code == 401
    assert (await reader.get(f"{path}/feed")).status_code == 422
    assert [one["id"] for one in (await reader.get("/v1/watchlists")).json()] == [watchlist["id"]]
    assert (await reader.delete(path)).status_code == 204
    assert (await reader.get(watchlist["feed"])).status_code == 404
    assert (await reader.delete(path)).status_code == 404


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, 422),
        ({"entity": "Norvia", "query": "supplies"}, 422),
        ({"entity": "Nobody Known"}, 404),
        ({"query": "none"}, 404),
        ({"query": "neighbours"}, 422),
    ],
)
async def test_what_cannot_be_watched_is_refused(reader, asked, status):
    answer = await reader.post("/v1/watchlists", json={"name": "x", **asked})
    assert answer.status_code == status


def test_webhook_that_keeps_failing_is_tried_less_and_less(tmp_path) -> None:
    from api.watch.records import Watchlists

    kept = Watchlists(tmp_path)
    one = kept.create("x", {}, webhook="https://a.example", owner="o", at=BEGIN, known=[])
    waits = []
    for _ in range(9):
        kept.failed(one.id, "no")
        one = kept.get(one.id)
        waits.append(next(m for m in range(99) if due(one, BEGIN, BEGIN + timedelta(minutes=m))))
    assert waits == [1, 2, 4, 8, 16, 32, 64, 64, 64]
