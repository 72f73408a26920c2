"""Jobs over HTTP: accepted work is done once, whatever dies meanwhile, and can be followed."""

from __future__ import annotations

import io
import json
import time
from collections.abc import AsyncIterator
from contextlib import contextmanager

import anyio
import httpx
import networkx as nx
import pytest
from fastapi import FastAPI

from api.app import create_app
from api.jobs.intake import shown_name
from api.jobs.work import CRASHES, Worker
from graph.errors import StoreAwayError
from graph.settings import Settings
from graph.store.connection import open_store

pytestmark = pytest.mark.anyio
JSON = {"Content-Type": "application/json"}
MULTIPART = {"Content-Type": "multipart/form-data"}
TEXT = (
    "Norvia attacked Sudmark on 3 May 2024, the ministry of defence of Estwold said in a statement."
)


@pytest.fixture(scope="module")
def home_settings(api_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return api_settings.model_copy(update={"sayso_home": tmp_path_factory.mktemp("home")})


@pytest.fixture(scope="module")
async def job_app(home_settings: Settings, documents) -> AsyncIterator[FastAPI]:
    made = create_app(home_settings.model_copy(update={"sayso_max_request_mb": 1}))
    async with made.router.lifespan_context(made):
        yield made


@pytest.fixture(scope="module")
def worker(job_app: FastAPI, home_settings: Settings) -> Worker:
    return Worker(job_app.state.jobs, home_settings, lambda: open_store(home_settings))


@pytest.fixture(scope="module")
async def sender(job_app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(job_app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as opened:
        yield opened


async def done(sender: httpx.AsyncClient, worker: Worker, answer: httpx.Response):
    assert answer.status_code == 202, answer.text
    assert answer.json()["state"] == "queued"
    while worker.do_next():
        pass
    return (await sender.get(answer.headers["location"])).json()


async def test_posted_document_is_in_the_store_when_its_job_is_done(sender, worker, store):
    body = {"documents": [{"text": TEXT, "title": "A statement", "published": "2024-05-04"}]}
    job = await done(sender, worker, await sender.post("/v1/documents", json=body))
    assert job["state"] == "done"
    (id_,) = job["documents"]
    found = (await sender.get(f"/v1/documents/{id_}")).json()["document"]
    assert (found["text"], found["title"], found["source"]) == (TEXT, "A statement", "API:1")
    assert found["published_at"] == "2024-05-04"
    assert job["progress"] == {"read": 1, "refused": 0, "written": 1, "total": 1}
    again = await done(sender, worker, await sender.post("/v1/documents", json=body))
    assert (again["documents"], again["counts"]["unchanged"]) == ([id_], 1)


async def test_files_are_read_under_their_names_and_refusals_are_listed(sender, worker):
    files = [
        ("files", ("a statement.txt", b"Estwold attacked Westmere, Norvia said.", "text/plain")),
        ("files", ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "image/png")),
        ("files", ("empty.txt", b"", "text/plain")),
    ]
    job = await done(sender, worker, await sender.post("/v1/files", files=files))
    assert job["state"] == "done"
    (id_,) = job["documents"]
    found = (await sender.get(f"/v1/documents/{id_}")).json()["document"]
    assert found["source"] == "a statement.txt"
    assert {one["source"] for one in job["refused"]} == {"picture.png", "empty.txt"}
    assert all(one["reason"] and one["remedy"] for one in job["refused"])


async def test_progress_of_a_job_that_is_done_counts_every_refusal(sender, worker):
    files = [("files", (f"{n}.txt", b"", "text/plain")) for n in range(3)]
    job = await done(sender, worker, await sender.post("/v1/files", files=files))
    assert job["progress"] == {"read": 0, "refused": 3, "written": 0, "total": 3}
    assert job["counts"]["refused"] == 3


@pytest.mark.parametrize(
    "name",
    ["../../evil.txt", "/etc/cron.d/evil", "C:\\windows\\evil.txt", "a\x00b.txt", "..", "x" * 999],
)
async def test_name_of_a_file_is_never_a_path(sender, worker, home_settings, name):
    before = set(home_settings.sayso_home.parent.rglob("*evil*"))
    content = b'--x\r\nContent-Disposition: form-data; name="files"; filename="' + name.encode()
    content += b'"\r\nContent-Type: text/plain\r\n\r\nNorvia met Sudmark, it said.\r\n--x--\r\n'
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = await sender.post("/v1/files", content=content, headers=kind)
    kept = worker.jobs.files_of(answer.json()["id"])
    assert [path.name.partition("-")[0] for path in kept.iterdir()] == ["input"]
    assert set(home_settings.sayso_home.parent.rglob("*evil*")) == before
    job = await done(sender, worker, answer)
    assert job["state"] == "done"


async def test_more_files_than_allowed_are_refused_and_leave_nothing(sender, worker):
    before = set(worker.jobs.folder.iterdir())
    files = [("files", (f"{n}.txt", b"Norvia met Sudmark.", "text/plain")) for n in range(101)]
    answer = await sender.post("/v1/files", files=files)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["where"] == "body.files"
    assert set(worker.jobs.folder.iterdir()) == before


def test_shown_name_is_the_last_part_on_one_line() -> None:
    assert shown_name("C:\\docs\\a\nb.txt") == "a b.txt"
    assert shown_name("../../") == "a file without a name"
    assert len(shown_name("x" * 999)) == 200


async def test_address_inside_is_refused_in_the_result(sender, worker):
    asked = {"urls": ["http://127.0.0.1:1/", "http://169.254.169.254/latest/meta-data/"]}
    job = await done(sender, worker, await sender.post("/v1/urls", json=asked))
    assert job["state"] == "done"
    assert [one["source"] for one in job["refused"]] == asked["urls"]
    assert all("is no public address" in one["reason"] for one in job["refused"])


async def test_export_becomes_a_file_to_fetch(sender, worker):
    asked = {"format": "gexf", "seeds": ["Norvia"], "types": ["ATTACKED"]}
    job = await done(sender, worker, await sender.post("/v1/exports", json=asked))
    answer = await sender.get(job["result"])
    read = nx.read_gexf(io.BytesIO(answer.content))
    assert {said["type"] for _, _, said in read.edges(data=True)} == {"ATTACKED"}
    wrong = {"format": "gexf", "seeds": ["Nobody Known"]}
    job = await done(sender, worker, await sender.post("/v1/exports", json=wrong))
    assert (job["state"], job["result"]) == ("failed", None)
    assert "No entity is called" in job["problem"]
    assert (await sender.get(f"/v1/jobs/{job['id']}/result")).status_code == 404


async def test_events_tell_of_every_change_and_end_with_the_job(sender, worker):
    body = {"documents": [{"text": TEXT + " Again."}]}
    answer = await sender.post("/v1/documents", json=body)
    job = await done(sender, worker, answer)
    followed = await sender.get(f"/v1/jobs/{job['id']}/events")
    assert followed.headers["content-type"].startswith("text/event-stream")
    lines = followed.text.splitlines()
    assert "event: done" in lines
    (shown,) = [line.removeprefix("data: ") for line in lines if line.startswith("data: ")]
    assert json.loads(shown) == job


async def test_what_a_job_was_given_goes_when_it_ends_and_what_it_made_stays(sender, worker):
    body = {"documents": [{"text": TEXT + " Deleted."}]}
    job = await done(sender, worker, await sender.post("/v1/documents", json=body))
    assert not worker.jobs.files_of(job["id"]).exists()
    asked = {"format": "gexf", "seeds": ["Norvia"]}
    job = await done(sender, worker, await sender.post("/v1/exports", json=asked))
    assert [path.name for path in worker.jobs.files_of(job["id"]).iterdir()] == ["sayso-gexf.gexf"]


async def test_what_was_left_of_an_ended_job_goes_when_the_next_worker_begins(sender, worker):
    body = {"documents": [{"text": TEXT + " Left."}]}
    job = await done(sender, worker, await sender.post("/v1/documents", json=body))
    folder = worker.jobs.files_of(job["id"])
    folder.mkdir()
    (folder / "input-0.jsonl").write_text("{}")
    waiting = await sender.post("/v1/documents", json=body)
    assert worker.jobs.recover() == 0
    assert not folder.exists()
    assert list(worker.jobs.files_of(waiting.json()["id"]).iterdir()) != []
    await sender.post(f"{waiting.headers['location']}/cancel")


async def test_job_that_waits_is_cancelled_at_once(sender, worker):
    answer = await sender.post("/v1/documents", json={"documents": [{"text": "Never read it."}]})
    cancelled = await sender.post(f"{answer.headers['location']}/cancel")
    assert cancelled.json()["state"] == "cancelled"
    assert not worker.do_next()


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        (
            "/v1/documents",
            {"documents": [{"text": f"Norvia met Sudmark, said note {n}."} for n in range(3)]},
        ),
        ("/v1/exports", {"format": "csv"}),
    ],
)
async def test_job_that_runs_is_cancelled_at_its_next_step_and_leaves_nothing(
    sender, worker, home_settings, path, asked
):
    answer = await sender.post(path, json=asked)
    id_ = answer.json()["id"]

    @contextmanager
    def cancelled_meanwhile():
        with open_store(home_settings) as opened:
            assert worker.jobs.cancel(id_, at=worker.clock()).state == "running"
            yield opened

    assert Worker(worker.jobs, home_settings, cancelled_meanwhile).do_next()
    job = (await sender.get(answer.headers["location"])).json()
    assert (job["state"], job["result"]) == ("cancelled", None)
    assert not worker.jobs.files_of(id_).exists()


async def test_job_waits_while_the_store_is_away_and_is_done_after(sender, worker, home_settings):
    def away():
        raise StoreAwayError("Neo4j does not answer")

    absent = Worker(worker.jobs, home_settings, away)
    body = {"documents": [{"text": TEXT + " Later."}]}
    answer = await sender.post("/v1/documents", json=body)
    assert absent.do_next()
    waiting = (await sender.get(answer.headers["location"])).json()
    assert (waiting["state"], waiting["problem"]) == ("queued", "Neo4j does not answer")
    deadline = time.monotonic() + 30
    while not worker.do_next():
        assert time.monotonic() < deadline
        await anyio.sleep(0.1)
    assert (await sender.get(answer.headers["location"])).json()["state"] == "done"


async def test_job_that_ends_the_worker_again_and_again_is_given_up(sender, worker):
    answer = await sender.post("/v1/documents", json={"documents": [{"text": "It crashes."}]})
    for _ in range(CRASHES):
        assert worker.jobs.claim(at=worker.clock()) is not None
        assert worker.jobs.recover() == 1
    assert worker.do_next()
    job = (await sender.get(answer.headers["location"])).json()
    assert job["state"] == "failed"
    assert "ended the worker 3 times" in job["problem"]
    worker.jobs.recover()
    [kept] = worker.jobs.files_of(job["id"]).glob("input-*")
    assert "It crashes." in kept.read_text()


async def test_jobs_are_listed_latest_first_page_by_page(sender):
    whole = (await sender.get("/v1/jobs?limit=500")).json()["items"]
    assert [one["created"] for one in whole] == sorted(
        (one["created"] for one in whole), reverse=True
    )
    items, address = [], "/v1/jobs?limit=4"
    while address:
        page = (await sender.get(address)).json()
        items += page["items"]
        address = page["next"]
    assert items == whole
    failed = (await sender.get("/v1/jobs?state=failed")).json()["items"]
    assert {one["state"] for one in failed} == {"failed"}


@pytest.mark.parametrize(
    ("method", "path", "asked", "status"),
    [
        ("GET", "/v1/jobs/none", {}, 404),
        ("GET", "/v1/jobs/none/events", {}, 404),
        ("POST", "/v1/jobs/none/cancel", {}, 404),
        ("POST", "/v1/documents", {"json": {"documents": []}}, 422),
        ("POST", "/v1/documents", {"content": b"\xff{", "headers": JSON}, 422),
        ("POST", "/v1/files", {"content": b"--x--", "headers": MULTIPART}, 422),
        ("POST", "/v1/urls", {"json": {"urls": []}}, 422),
        ("POST", "/v1/files", {"data": {"x": "y"}}, 422),
        ("POST", "/v1/exports", {"json": {"format": "gexf", "seeds": ["a"], "query": "b"}}, 422),
        ("POST", "/v1/exports", {"json": {"format": "gexf", "types": ["MEETS"]}}, 422),
        ("POST", "/v1/documents", {"content": b"x" * 1_000_001}, 413),
        ("POST", "/v1/documents", {"content": iter([b"x"])}, 411),
        ("DELETE", "/v1/documents/doc:none", {}, 404),
    ],
)
async def test_what_cannot_be_taken_is_a_problem(sender, method, path, asked, status):
    if not isinstance(asked.get("content", b""), bytes):

        async def pieces():
            yield b"x"

        asked = {"content": pieces()}
    answer = await sender.request(method, path, **asked)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


async def test_retraction_removes_a_document_and_what_rests_on_it(sender, worker, store):
    body = {"documents": [{"text": "Quendale attacked Ravenmoor, it said."}]}
    job = await done(sender, worker, await sender.post("/v1/documents", json=body))
    (id_,) = job["documents"]
    answer = await sender.delete(f"/v1/documents/{id_}")
    assert answer.status_code == 200
    assert answer.json()["document"] == id_
    assert (await sender.get(f"/v1/documents/{id_}")).status_code == 404
