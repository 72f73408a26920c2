"""What the documentation tells people to send is taken by the API as it stands."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import httpx
import pytest

from api.app import create_app
from api.examples import exchanges
from api.watch.webhook import Post
from graph.settings import Settings
from graph.store.writer import write
from tests.factories import RUN, war

pytestmark = pytest.mark.anyio
DOCS = Path(__file__).parents[2] / "docs"
ADDRESS = "http://127.0.0.1:8000"


def commands() -> list[str]:
    """Every call of curl to this API in the pages about it, continued lines joined."""
    text = "\n".join(
        (DOCS / name).read_text("utf-8") for name in ("api.md", "jobs.md", "exports.md")
    )
    blocks = re.findall(r"(?ms)^```\w*\n(.*?)^```", text)
    lines = "\n".join(blocks).replace("\\\n", " ").splitlines()
    return [line for line in lines if line.startswith("curl ")]


def request(client: httpx.AsyncClient, command: str, job: str) -> httpx.Request:
    """The request that curl would send."""
    words = shlex.split(command.replace("/JOB/", f"/{job}/"))
    headers, files, body, url = {}, [], None, ""
    given = iter(words[1:])
    for word in given:
        if word == "-H":
            name, _, value = next(given).partition(": ")
            headers[name] = value
        elif word in ("-d", "--json"):
            body = next(given)
            headers.setdefault("Content-Type", "application/json")
        elif word == "-F":
            field, _, name = next(given).partition("=@")
            files.append((field, (name, b"Norvia attacked Sudmark.", "text/plain")))
        elif word == "-o":
            next(given)
        elif not word.startswith("-"):
            url = word
    headers.pop("Authorization", None)
    method = "POST" if body or files else "GET"
    return client.build_request(method, url, headers=headers, content=body, files=files or None)


@pytest.fixture(scope="module")
def documents(store):
    """The ids of documents about the states that the pages ask for."""
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    graphs = [war("Iran", "Norvia")]
    write(store, graphs, RUN)
    store.write("MERGE (e:Entity:Actor:State {id: 'state:BY'}) SET e.name = 'Belarus'")
    return [graph.document.id for graph in graphs]


async def test_every_command_of_the_pages_is_taken(documents, api_settings: Settings, tmp_path):
    app = create_app(api_settings.model_copy(update={"sayso_home": tmp_path}))
    app.state.post = Post(resolver=lambda host, port: ["93.184.216.34"])
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url=ADDRESS) as client,
    ):
        made = await client.post("/v1/documents", json={"documents": [{"text": "One."}]})
        job = made.json()["id"]
        await client.post(f"/v1/jobs/{job}/cancel")
        for command in commands():
            assert ADDRESS in command
            answer = await client.send(request(client, command, job))
            assert answer.status_code in (200, 201, 202), (command, answer.text)
    assert len(commands()) >= 11


def test_problem_shown_is_the_one_recorded() -> None:
    shown = json.loads(
        re.search(r"(?s)```json\n(\{\n  \"type\".*?\n\})\n```", (DOCS / "api.md").read_text())[1]
    )
    [recorded] = [one["answer"] for one in exchanges() if one["status"] == 404]
    assert shown | {"request": None} == recorded | {"request": None}
