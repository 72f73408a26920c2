"""One way to the store, whether Sayso runs the server, Docker does, or you already have one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from neo4j import Driver, GraphDatabase, Query, RoutingControl
from neo4j.exceptions import (
    AuthError,
    DatabaseUnavailable,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.errors import StoreAwayError, StoreError
from graph.settings import Connection, Settings

Announce = Callable[[str], None]
Progress = Callable[[int, int], None]
"""Called with the bytes fetched so far and the bytes to fetch in all."""

_CONNECT_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Store:
    """An open store: the driver for whoever needs sessions, and two calls for everybody else."""

    driver: Driver
    database: str
    uri: str = "the store"

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, object] | None = None,
        /,
        *,
        timeout: float | None = None,
        **values: object,
    ) -> list[dict[str, object]]:
        """The rows of a statement run in a read transaction, retried where that can help.

        Parameters come as a mapping or by keyword; `timeout` is in seconds and kept by the server.
        Raises StoreError.
        """
        return self._run(cypher, parameters, values, timeout, RoutingControl.READ)

    def write(
        self,
        cypher: str,
        parameters: Mapping[str, object] | None = None,
        /,
        *,
        timeout: float | None = None,
        **values: object,
    ) -> list[dict[str, object]]:
        """As `read`, in one write transaction: all of it holds afterwards, or nothing does."""
        return self._run(cypher, parameters, values, timeout, RoutingControl.WRITE)

    def _run(
        self,
        cypher: str,
        parameters: Mapping[str, object] | None,
        values: Mapping[str, object],
        timeout: float | None,
        routing: RoutingControl,
    ) -> list[dict[str, object]]:
        with translated(self.uri):
            answer = self.driver.execute_query(
                Query(cypher, timeout=timeout),
                {**(parameters or {}), **values},
                routing_=routing,
                database_=self.database,
            )
        return [dict(record) for record in answer.records]


@contextmanager
def translated(uri: str, *, refused: type[StoreError] = StoreError) -> Iterator[None]:
    """Turn the driver's errors into a StoreError that names the server and what to do.

    It is a StoreAwayError where the server is away or keeps us out, else a `refused`.
    """
    try:
        yield
    except AuthError as error:
        raise StoreAwayError(
            f"Neo4j at {uri} does not accept this user and password",
            remedy="Check NEO4J_USER and NEO4J_PASSWORD, then try again",
        ) from error
    except (ServiceUnavailable, SessionExpired, DatabaseUnavailable) as error:
        raise StoreAwayError(
            f"Neo4j at {uri} does not answer",
            remedy="Start it (`sayso up` for the local one) or correct NEO4J_URI; "
            "`sayso doctor` says what it finds",
        ) from error
    except Neo4jError as error:
        raise refused(
            f"Neo4j at {uri} refused: {(error.message or '').strip().rstrip('.')}",
            remedy=f"The server's code for this is {error.code}",
        ) from error
    except DriverError as error:
        raise refused(
            f"The connection to Neo4j at {uri} failed: {error}", remedy="Check NEO4J_URI"
        ) from error


@contextmanager
def connect(connection: Connection) -> Iterator[Store]:
    """Open a store and close it afterwards, having made sure that the server takes us.

    Raises StoreAwayError: nothing was asked yet that could be refused for what it is.
    """
    uri = connection.uri
    with translated(uri, refused=StoreAwayError):
        driver = GraphDatabase.driver(
            uri,
            auth=(connection.user, connection.password),
            connection_timeout=_CONNECT_SECONDS,
            notifications_min_severity="OFF",
        )
    with driver:
        # Outside a managed transaction, whose retries would hide an absent server for 30 s.
        with (
            translated(uri, refused=StoreAwayError),
            driver.session(database=connection.database) as session,
        ):
            session.run("RETURN 1").consume()
        yield Store(driver, connection.database, uri)


def find_connection(
    settings: Settings, *, announce: Announce | None = None, progress: Progress | None = None
) -> Connection:
    """Where the store is; where that is the local server and it does not run, it is started.

    The local server keeps running after this program, until `sayso down`. `announce` hears what is
    being done, `progress` how far a download is. Raises ServerError.
    """
    if settings.neo4j_uri is not None:
        password = settings.neo4j_password.get_secret_value() if settings.neo4j_password else ""
        return Connection(
            settings.neo4j_uri, settings.neo4j_user, password, settings.neo4j_database
        )
    # The server's side needs psutil, filelock and more, which a server you have does not.
    from graph.server.process import start

    return start(settings, announce=announce, progress=progress).connection


@contextmanager
def open_store(
    settings: Settings, *, announce: Announce | None = None, progress: Progress | None = None
) -> Iterator[Store]:
    """The store of these settings, started where need be (see `find_connection`).

    Raises StoreAwayError naming the address and the remedy.
    """
    with connect(find_connection(settings, announce=announce, progress=progress)) as store:
        yield store
