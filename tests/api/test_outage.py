"""What readers see while the store is away, and once it is back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import anyio
import httpx
import pytest

from tests.asking import answering

pytestmark = pytest.mark.anyio
PATHS = ("/v1/health", "/v1/documents", "/v1/entities/state:norvia", "/v1/search?q=norvia")


class Line:
    """A line to the store that can be cut, so that no server has to be stopped for a test."""

    def __init__(self, uri: str) -> None:
        there = urlsplit(uri)
        self._there = (there.hostname, there.port)
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self.port = 0

    async def mend(self) -> None:
        """Let connections through, at the same port as before."""
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """Refuse new connections and drop those that are there."""
        assert self._server is not None
        self._server.close()
        for writer in list(self._open):
            writer.transport.abort()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection(*self._there)
        self._open |= {writer, there_writer}
        async with anyio.create_task_group() as group:
            group.start_soon(self._pipe, reader, there_writer)
            group.start_soon(self._pipe, there_reader, writer)
        self._open -= {writer, there_writer}

    async def _pipe(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while some := await reader.read(65_536):
                writer.write(some)
                await writer.drain()
        except ConnectionError:
            pass
        writer.close()


@pytest.fixture(scope="module")
async def line(api_settings, documents) -> AsyncIterator[Line]:
    line = Line(api_settings.neo4j_uri)
    await line.mend()
    yield line
    await line.cut()


@asynccontextmanager
async def over(line: Line, api_settings) -> AsyncIterator[httpx.AsyncClient]:
    settings = api_settings.model_copy(update={"neo4j_uri": f"bolt://127.0.0.1:{line.port}"})
    async with answering(settings) as client:
        yield client


async def test_outage_is_a_clean_problem_and_ends_by_itself(line, api_settings):
    async with over(line, api_settings) as client:
        for path in PATHS:
            assert (await client.get(path)).status_code == 200
        await line.cut()
        for path in PATHS * 2:
            answer = await client.get(path)
            assert answer.status_code == 503
            assert answer.json()["type"] == "urn:sayso:problem:store-unavailable"
            assert int(answer.headers["retry-after"]) > 0
        await line.mend()
        for path in PATHS * 2:
            assert (await client.get(path)).status_code == 200


async def test_connections_that_broke_while_idle_are_no_problem_of_the_reader(line, api_settings):
    async with over(line, api_settings) as client:
        async with anyio.create_task_group() as group:
            for _ in range(8):
                group.start_soon(client.get, "/v1/documents")
        await line.cut()
        await line.mend()
        for _ in range(16):
            assert (await client.get("/v1/documents")).status_code == 200


async def test_app_started_without_its_store_answers_once_it_is_there(line, api_settings):
    await line.cut()
    async with over(line, api_settings) as client:
        assert (await client.get("/v1/documents")).status_code == 503
        await line.mend()
        assert (await client.get("/v1/documents")).status_code == 200
