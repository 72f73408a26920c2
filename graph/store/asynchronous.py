"""Reads for a server that answers many at once; the same rules as graph/store/readonly.py."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

import neo4j

from graph.errors import QueryError
from graph.store.answers import Answer, Collector, Limits
from graph.store.connection import Connection, translated
from graph.store.messages import messages_within
from graph.store.readonly import (
    planned,
    refusals,
    refuse_plan,
    refuse_values,
    refuse_words,
    session_options,
)

_GRACE_SECONDS = 5.0
# A caller is told within seconds that the store is away, or that all connections are taken.
_CONNECT_SECONDS = 5.0
_ACQUIRE_SECONDS = 15.0
# A row takes more bytes on its way than as text: the store's own ids of nodes, above all.
_WIRE = 2


@dataclass(frozen=True, slots=True)
class AsyncStore:
    """An open store that is only read, without blocking the event loop."""

    driver: neo4j.AsyncDriver
    database: str
    uri: str = "the store"

    async def version(self) -> str:
        """Name and version of the server, as in Neo4j/2026.08.1; StoreError if it is away."""
        with translated(self.uri):
            info = await self.driver.get_server_info()
        return info.agent

    async def read(
        self,
        statement: str,
        parameters: Mapping[str, object] | None = None,
        *,
        limits: Limits | None = None,
    ) -> Answer:
        """Run a trusted statement in a READ transaction, bounded in time, rows and size.

        Raises QueryError where the server refuses it or a limit is reached, StoreError where the
        server does not answer.
        """
        limits = limits or Limits()
        with refusals(self.uri), messages_within(_WIRE * limits.size):
            async with (
                _deadline(limits),
                self.driver.session(**session_options(self.database)) as session,
            ):
                begun = await session.begin_transaction(timeout=limits.seconds)
                async with begun as transaction:
                    result = await transaction.run(statement, dict(parameters or {}))
                    collected = Collector(result.keys(), limits)
                    async for record in result:
                        if not collected.add(record.values()):
                            break
        return collected.answer()

    async def read_guarded(
        self,
        statement: str,
        parameters: Mapping[str, object] | None = None,
        *,
        limits: Limits | None = None,
    ) -> Answer:
        """Run a stranger's statement after checking that it can only read.

        Raises QueryError with what is wrong and what to do, before anything has run.
        """
        limits = limits or Limits()
        refuse_words(statement)
        refuse_values(parameters or {})
        with refusals(self.uri):
            async with (
                _deadline(limits),
                self.driver.session(**session_options(self.database)) as session,
            ):
                begun = await session.begin_transaction(timeout=limits.seconds)
                async with begun as transaction:
                    result = await transaction.run(planned(statement), dict(parameters or {}))
                    summary = await result.consume()
        refuse_plan(summary)
        return await self.read(statement, parameters, limits=limits)


@asynccontextmanager
async def _deadline(limits: Limits) -> AsyncIterator[None]:
    """Give up waiting a little after the server should have: some of its operators do not look."""
    try:
        async with asyncio.timeout(limits.seconds + _GRACE_SECONDS):
            yield
    except TimeoutError as error:
        raise QueryError("The query ran longer than allowed", remedy="Narrow it") from error


@asynccontextmanager
async def connect_async(connection: Connection) -> AsyncIterator[AsyncStore]:
    """Open a store for asynchronous reads and close it afterwards."""
    with translated(connection.uri):
        driver = neo4j.AsyncGraphDatabase.driver(
            connection.uri,
            auth=(connection.user, connection.password),
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=_ACQUIRE_SECONDS,
            notifications_min_severity="OFF",
        )
    async with driver:
        yield AsyncStore(driver, connection.database, connection.uri)
