"""Reads for a server that answers many at once; the same rules as graph/store/readonly.py."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import neo4j

from graph.errors import QueryError, StoreError
from graph.settings import Connection
from graph.store.answers import Answer, Collector, Limits
from graph.store.connection import translated
from graph.store.messages import messages_within
from graph.store.readonly import (
    planned,
    planning,
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
_UNSTOPPED = """
SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Terminated' RETURN count(*) AS n
"""


@dataclass(frozen=True, slots=True)
class AsyncStore:
    """An open store that is only read, without blocking the event loop."""

    driver: neo4j.AsyncDriver
    database: str
    uri: str = "the store"
    overdue: asyncio.Event = field(default_factory=asyncio.Event)
    """Whether a statement was given up that the server may still be running."""

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
        async with self._session(limits) as session:
            # One message each way, where a transaction of its own takes three.
            asked = neo4j.Query(statement, timeout=limits.seconds)
            return await _collected(await session.run(asked, dict(parameters or {})), limits)

    async def read_marked(
        self, statement: str, parameters: Mapping[str, object]
    ) -> tuple[Answer, str]:
        """The same, with a mark that changes with every transaction the store commits.

        It tells nothing but whether something was written since, by whatever program; servers that
        give no bookmarks have none.
        """
        limits = Limits()
        async with self._session(limits) as session:
            asked = neo4j.Query(statement, timeout=limits.seconds)
            answer = await _collected(await session.run(asked, dict(parameters)), limits)
            return answer, " ".join(sorted((await session.last_bookmarks()).raw_values))

    @asynccontextmanager
    async def _session(self, limits: Limits) -> AsyncIterator[neo4j.AsyncSession]:
        with refusals(self.uri), messages_within(_WIRE * limits.size):
            async with (
                _deadline(limits, self.overdue),
                self.driver.session(**session_options(self.database)) as session,
            ):
                yield session

    async def read_guarded(
        self,
        statement: str,
        parameters: Mapping[str, object] | None = None,
        *,
        limits: Limits | None = None,
    ) -> Answer:
        """Run a stranger's statement after checking that it can only read.

        Raises QueryError with what is wrong and what to do, before anything has run, and
        StoreError while an earlier one runs that the server could not stop: it holds a core.
        """
        limits = limits or Limits()
        refuse_words(statement)
        refuse_values(parameters or {})
        await self._refuse_while_overdue()
        with planning(), refusals(self.uri):
            async with (
                _deadline(limits, self.overdue),
                self.driver.session(**session_options(self.database)) as session,
            ):
                begun = await session.begin_transaction(timeout=limits.seconds)
                async with begun as transaction:
                    result = await transaction.run(planned(statement), dict(parameters or {}))
                    summary = await result.consume()
        refuse_plan(summary)
        async with self._session(limits) as session:
            # In a transaction of its own, where the server begins no further ones.
            begun = await session.begin_transaction(timeout=limits.seconds)
            async with begun as transaction:
                result = await transaction.run(statement, dict(parameters or {}))
                return await _collected(result, limits)

    async def _refuse_while_overdue(self) -> None:
        if not self.overdue.is_set():
            return
        running = (await self.read(_UNSTOPPED)).rows[0][0]
        if running:
            raise StoreError(
                "Neo4j still runs a statement that it could not stop",
                remedy="Ask again when it has ended; restarting Neo4j ends it",
            )
        self.overdue.clear()


async def _collected(result: neo4j.AsyncResult, limits: Limits) -> Answer:
    collected = Collector(result.keys(), limits)
    async for record in result:
        if not collected.add(record.values()):
            break
    return collected.answer()


@asynccontextmanager
async def _deadline(limits: Limits, overdue: asyncio.Event) -> AsyncIterator[None]:
    """Give up waiting a little after the server should have: some of its operators do not look."""
    try:
        async with asyncio.timeout(limits.seconds + _GRACE_SECONDS):
            yield
    except TimeoutError as error:
        overdue.set()
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
