"""How the service behaves whatever it is asked: names, logs, counts, tags, encodings, origins."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import anyio
import httpx
import pytest
import structlog
from fastapi import FastAPI
from prometheus_client.parser import text_string_to_metric_families

from api import logs, problems
from api.app import create_app
from api.caching import Revisions
from api.problems import KINDS, PREFIX
from graph.errors import MovedError, SaysoError
from graph.store.retract import retract
from graph.store.writer import write
from tests.factories import RUN, war

pytestmark = pytest.mark.anyio
READS = ("/v1/documents", "/v1/entities/state:norvia", "/v1/queries/neighbours/answer?actor=Norvia")


async def test_request_keeps_the_id_its_caller_gave_it(client):
    answer = await client.get("/v1/documents/none", headers={"X-Request-ID": "desk-7"})
    assert answer.headers["x-request-id"] == answer.json()["request"] == "desk-7"


@pytest.mark.parametrize("odd", ["a b", "x" * 65, "{}", ""])
async def test_odd_id_of_a_caller_is_replaced(client, odd):
    answer = await client.get("/v1/documents", headers={"X-Request-ID": odd})
    assert answer.headers["x-request-id"] not in ("", odd)


async def test_log_names_the_request_but_not_what_was_asked(client):
    with structlog.testing.capture_logs() as events:
        path = "/v1/entities/state:norvia/relationships?since=1987"
        await client.get(path, headers={"X-Request-ID": "r1"})
    [event] = [event for event in events if event["event"] == "api.request"]
    assert event["path"] == "/v1/entities/{id}/relationships"
    assert event["status"] == 200
    assert event["ms"] > 0
    assert "norvia" not in json.dumps(events)
    assert "1987" not in json.dumps(events)


async def test_parameter_that_a_path_does_not_take_is_refused_by_name(client, app):
    open_to_all = {"/v1/health", "/v1/watchlists/{id}/feed"}
    paths = {path for path, methods in app.openapi()["paths"].items() if "get" in methods}
    for path in sorted(paths - open_to_all):
        address = path.replace("{id}", "supplies").replace("{format}", "gexf")
        answer = await client.get(address, params={"modalitty": "denied"})
        assert answer.status_code == 422, path
        assert "modalitty" in answer.text, path


async def test_path_that_is_not_there_says_where_the_others_are(client):
    answer = await client.get("/v1/entitys/state:norvia")
    assert answer.status_code == 404
    assert answer.json()["remedy"] == "/v1/docs lists what is"


async def test_log_is_one_object_a_line_with_the_request_it_belongs_to(client, capsys):
    before = structlog.get_config()
    logs.configure()
    try:
        await client.get("/v1/documents", headers={"X-Request-ID": "r2"})
    finally:
        structlog.configure(**before)
    [line] = capsys.readouterr().err.splitlines()
    assert json.loads(line)["request"] == "r2"
    assert json.loads(line)["level"] == "info"


async def counted(client, path, status):
    text = (await client.get("/v1/metrics")).text
    return sum(
        sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name == "sayso_http_requests_total"
        and (sample.labels["path"], sample.labels["status"]) == (path, status)
    )


async def test_metrics_count_by_path_of_the_description(client):
    before = await counted(client, "/v1/documents/{id}", "404")
    await client.get("/v1/documents/one")
    await client.get("/v1/documents/two")
    assert await counted(client, "/v1/documents/{id}", "404") == before + 2
    await client.get("/v1/no/such/path")
    assert await counted(client, "unknown", "404") >= 1


@pytest.mark.parametrize("path", READS)
async def test_answer_that_still_holds_is_not_sent_again(client, path):
    first = await client.get(path)
    tag = first.headers["etag"]
    again = await client.get(path, headers={"If-None-Match": f'"other", {tag}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == tag


@pytest.mark.parametrize("path", READS)
async def test_every_write_makes_a_new_tag(client, store, documents, path):
    tags = [(await client.get(path)).headers["etag"]]
    added = war("Norvia", "Farland")
    write(store, [added], RUN)
    tags.append((await client.get(path)).headers["etag"])
    retract(store, added.document.id)
    tags.append((await client.get(path)).headers["etag"])
    assert len(set(tags)) == 3
    stale = await client.get(path, headers={"If-None-Match": tags[0]})
    assert stale.status_code == 200


async def test_tag_knows_the_question(client):
    paths = ("/v1/documents", "/v1/documents?limit=1", "/v1/documents?limit=2", "/v1/queries")
    tags = {(await client.get(path)).headers["etag"] for path in paths}
    assert len(tags) == len(paths)


async def test_what_is_missing_has_no_tag(client):
    assert "etag" not in (await client.get("/v1/documents/none")).headers


async def test_revision_is_never_older_than_the_question_for_it():
    current, reads = 0, 0

    async def read():
        nonlocal reads
        reads += 1
        seen = current
        await asyncio.sleep(0.001)
        return seen

    revisions = Revisions(read)

    async def ask(number):
        nonlocal current
        await asyncio.sleep(number % 7 * 0.0003)
        current += 1
        known = current
        assert await revisions.latest() >= known

    async with anyio.create_task_group() as group:
        for number in range(200):
            group.start_soon(ask, number)
    assert reads < 100


@pytest.mark.parametrize("encoding", ["gzip", "br"])
async def test_long_answers_are_compressed(client, encoding):
    plain = await client.get("/v1/queries", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    packed = await client.get("/v1/queries", headers={"Accept-Encoding": encoding})
    assert packed.headers["content-encoding"] == encoding
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert packed.json() == plain.json()


async def test_pages_of_other_origins_ask_only_where_allowed(api_settings, client):
    origin = {"Origin": "https://desk.example"}
    assert (
        "access-control-allow-origin"
        not in (await client.get("/v1/queries", headers=origin)).headers
    )
    allowing = api_settings.model_copy(update={"sayso_cors_origins": ("https://desk.example",)})
    app = create_app(allowing)
    async with app.router.lifespan_context(app), opened(app) as allowed:
        answer = await allowed.get("/v1/queries", headers=origin)
        assert answer.headers["access-control-allow-origin"] == "https://desk.example"
        other = await allowed.get("/v1/queries", headers={"Origin": "https://other.example"})
        assert "access-control-allow-origin" not in other.headers


def opened(app: FastAPI, **options: bool) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app, **options)
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")


async def test_merged_id_leads_to_the_one_it_was_merged_into():
    app = FastAPI()
    problems.install(app)

    @app.get("/v1/entities/{id}/timeline")
    async def timeline(id: str) -> None:
        raise MovedError(id, "person:b c")

    async with opened(app) as client:
        answer = await client.get("/v1/entities/person:a/timeline?limit=3&other=person:a")
    assert answer.status_code == 308
    assert answer.headers["location"] == (
        "/v1/entities/person:b%20c/timeline?limit=3&other=person%3Ab+c"
    )
    assert answer.json()["type"] == f"{PREFIX}moved"


async def test_fault_of_ours_tells_the_log_where_and_the_reader_nothing(api_settings):
    app = create_app(api_settings)

    @app.get("/v1/fault")
    async def fault() -> None:
        raise ZeroDivisionError("a sentence of an article")

    with structlog.testing.capture_logs() as events:
        async with opened(app, raise_app_exceptions=False) as client:
            answer = await client.get("/v1/fault", headers={"X-Request-ID": "r3"})
    assert answer.status_code == 500
    assert answer.json()["type"] == f"{PREFIX}error"
    assert answer.headers["x-request-id"] == answer.json()["request"] == "r3"
    assert "sentence" not in answer.text + json.dumps(events)
    [event] = [event for event in events if event["event"] == "api.fault"]
    assert event["frames"][-1].endswith(" fault")
    assert [e["status"] for e in events if e["event"] == "api.request"] == [500]


def test_every_kind_of_problem_is_explained_in_the_docs():
    page = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
    for kind in KINDS.values():
        assert f"| `{PREFIX}{kind.name}` | {kind.status} |" in page
    assert SaysoError in KINDS
