"""The API over a real store with four small documents, asked in one process."""

from __future__ import annotations

import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from limits import parse
from pydantic import SecretStr

from api.app import create_app
from api.auth.keys import SCOPES, key_ring
from graph.server.process import Running
from graph.settings import Settings
from graph.store.connection import Store
from graph.store.writer import write
from tests.factories import RUN, war

WARS = (
    ("Norvia", "Sudmark", "2024-05-01"),
    ("Estwold", "Norvia", "2024-05-03"),
    ("Westmere", "Norvia", "2024-05-03"),
    ("Norvia", "Estwold", None),
)


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    """One event loop for the tests of a module."""
    return "asyncio"


@pytest.fixture(scope="session")
def api_settings(server: Running) -> Settings:
    """Settings that name the test server as a user would name theirs."""
    connection = server.connection
    return Settings(
        neo4j_uri=connection.uri,
        neo4j_user=connection.user,
        neo4j_password=SecretStr(connection.password),
        neo4j_database=connection.database,
    )


@pytest.fixture(scope="module")
def documents(store: Store) -> list[str]:
    """The ids of the documents in the store, in the order of WARS."""
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    graphs = [war(a, b, published_at=day, title=f"{a} and {b}") for a, b, day in WARS]
    write(store, graphs, RUN)
    return [graph.document.id for graph in graphs]


@pytest.fixture(scope="module")
async def app(api_settings: Settings, documents: list[str]) -> AsyncIterator[FastAPI]:
    """The application, started."""
    made = create_app(api_settings)
    async with made.router.lifespan_context(made):
        yield made


@pytest.fixture(scope="module")
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client that talks to the application without a network."""
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as opened:
        yield opened


@pytest.fixture(scope="module")
def served(api_settings: Settings, documents: list[str]) -> Iterator[str]:
    """The address of the application behind a real server on loopback."""
    with serving(create_app(api_settings)) as address:
        yield address


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The address of an application while a real server on loopback answers for it."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        deadline = time.monotonic() + 60
        while not server.started:
            assert time.monotonic() < deadline, "the server did not start within 60 s"
            time.sleep(0.02)
        host, port = server.servers[0].sockets[0].getsockname()
        yield f"http://{host}:{port}"
    finally:
        server.should_exit = True
        thread.join()


@dataclass(frozen=True, slots=True)
class Keyed:
    """A served application that has keys: its address, and a key that may do everything."""

    address: str
    key: str


@pytest.fixture(scope="module")
def keyed(
    api_settings: Settings, documents: list[str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Keyed]:
    """A server with keys that nobody is too fast for."""
    settings = api_settings.model_copy(
        update={
            "sayso_home": tmp_path_factory.mktemp("keyed"),
            "sayso_rate_limit": "100000/second",
        }
    )
    key = key_ring(settings).create("all", SCOPES, now=datetime.now(UTC), expires=None)
    app = create_app(settings)
    app.state.door.failures = parse("100000/second")
    with serving(app) as address:
        yield Keyed(address, key)
