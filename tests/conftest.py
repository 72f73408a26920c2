"""What tests share: one real Neo4j for the whole run, started when the first test asks for it.

`make test` runs those that ask for it beside the others.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from graph.server import process
from graph.server.process import Running
from graph.settings import Settings
from graph.store.connection import Store, connect
from tests.canary import Canary, listening

settings.register_profile("untimed", deadline=None)  # the machine may be doing other things
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that ask for Neo4j, so that the others can run beside them."""
    for item in items:
        if isinstance(item, pytest.Function) and "server_settings" in item.fixturenames:
            item.add_marker(pytest.mark.neo4j)


@pytest.fixture(scope="session")
def server_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A local server in a folder of its own; its jars are in the user's usual cache.

    SAYSO_NEO4J chooses the version, so that the same tests run against the LTS.
    """
    return Settings(neo4j_uri=None, sayso_home=tmp_path_factory.mktemp("sayso"))


@pytest.fixture(scope="session")
def server(server_settings: Settings) -> Iterator[Running]:
    """The running server; it is stopped after the last test."""
    try:
        yield process.start(server_settings)
    finally:
        process.stop(server_settings)


@pytest.fixture(scope="session")
def store(server: Running) -> Iterator[Store]:
    """The store as earlier tests left it; ask for `graph` to have it empty."""
    with connect(server.connection) as opened:
        yield opened


@pytest.fixture
def graph(store: Store) -> Store:
    """An empty store whose constraints and indexes, and the note that they are there, remain."""
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    return store


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    """A server that no statement of a reader may reach."""
    with listening() as server:
        yield server
