"""The examples of the OpenAPI description are true: asked again, the server answers the same."""

from __future__ import annotations

import json
import os
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import jsonschema_rs
import pytest

from api.app import create_app
from api.examples import exchanges
from api.jobs.work import Worker
from graph.settings import Settings
from graph.store.connection import open_store
from tests.exchanges import EXCHANGES, UPDATE, shown
from tests.small_graph import add_posts, write_documents

pytestmark = pytest.mark.anyio
FILE = Path(__file__).parents[2] / "api" / "examples.json"
DESCRIBED = create_app(Settings(neo4j_uri="bolt://localhost")).openapi()
OPERATIONS = [(path, method) for path, methods in DESCRIBED["paths"].items() for method in methods]


@pytest.fixture(scope="module")
async def told(api_settings: Settings, store, tmp_path_factory) -> AsyncIterator[list]:
    """Every exchange, asked of a server that has nothing but the small graph."""
    write_documents(store)
    add_posts(store)
    settings = api_settings.model_copy(update={"sayso_home": tmp_path_factory.mktemp("home")})
    app = create_app(settings)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(
            transport=transport,
            base_url="http://127.0.0.1:8000",
            headers={"X-Request-ID": "8c1f2b8e5d0a4f9d"},
        ) as client,
    ):
        worker = Worker(app.state.jobs, settings, lambda: open_store(settings))
        kept: dict[str, str] = {}
        found = []
        for exchange in EXCHANGES:
            answer = await client.send(exchange.request(client, kept))
            for name, pattern in (exchange.keep or {}).items():
                kept[name] = re.search(pattern, answer.text)[1]
            found.append(shown(exchange, answer, kept))
            if exchange.operation == "POST /v1/exports":
                assert worker.do_next()
        yield found


async def test_server_answers_what_is_recorded(told):
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get(UPDATE):
        FILE.write_text(text, encoding="utf-8")
    assert json.loads(FILE.read_text(encoding="utf-8")) == told, "run `python -m tests.exchanges`"


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_operation_shows_what_it_answers_and_what_it_takes(path, method):
    operation = DESCRIBED["paths"][path][method]
    [answer] = [answer for status, answer in operation["responses"].items() if status[0] == "2"]
    contents = answer.get("content", {})
    assert not contents or any("examples" in content for content in contents.values())
    for parameter in operation.get("parameters", ()):
        assert "example" in parameter or not parameter.get("required")
    for media_type, content in operation.get("requestBody", {}).get("content", {}).items():
        assert "example" in content or media_type == "multipart/form-data"


@pytest.mark.parametrize("exchange", exchanges(), ids=lambda exchange: exchange["operation"])
def test_recorded_answer_fits_its_own_schema(exchange):
    method, path = exchange["operation"].split(" ")
    answer = DESCRIBED["paths"][path][method.lower()]["responses"][str(exchange["status"])]
    content = answer.get("content", {}).get(exchange["media_type"])
    assert (content is None) == (exchange["answer"] == "")
    if content is not None and exchange["media_type"].endswith("json"):
        schema = content["schema"] | {"components": DESCRIBED["components"]}
        jsonschema_rs.validate(schema, exchange["answer"])


@pytest.mark.parametrize("exchange", exchanges(), ids=lambda exchange: exchange["operation"])
def test_recorded_request_fits_the_schemas_of_its_parameters(exchange):
    method, path = exchange["operation"].split(" ")
    operation = DESCRIBED["paths"][path][method.lower()]
    parts = [
        (parameter["schema"], exchange["asked"][parameter["name"]])
        for parameter in operation.get("parameters", ())
        if parameter["name"] in exchange["asked"]
    ]
    if exchange["body"] is not None:
        parts.append(
            (operation["requestBody"]["content"]["application/json"]["schema"], exchange["body"])
        )
    for schema, given in parts:
        jsonschema_rs.validate(schema | {"components": DESCRIBED["components"]}, given)
