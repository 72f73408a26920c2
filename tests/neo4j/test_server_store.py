"""The store as code meets it: two calls, and errors that say what to do."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from graph.errors import StoreError
from graph.server.process import Running
from graph.settings import Connection, Settings
from graph.store.connection import Store, connect, open_store


def test_rows_come_back_by_column_name(store: Store) -> None:
    rows = store.read(
        "UNWIND $numbers AS n RETURN n, n * $by AS product", {"numbers": [1, 2]}, by=3
    )
    assert rows == [{"n": 1, "product": 3}, {"n": 2, "product": 6}]


def test_a_write_is_read_back_by_the_next_read(graph: Store) -> None:
    graph.write("CREATE (:Probe {name: $name})", name="one")
    assert graph.read("MATCH (p:Probe) RETURN p.name AS name") == [{"name": "one"}]


def test_the_graph_fixture_is_empty_again(graph: Store) -> None:
    assert graph.read("MATCH (p:Probe) RETURN p") == []


def test_a_read_cannot_write(store: Store) -> None:
    with pytest.raises(StoreError, match="refused"):
        store.read("CREATE (:Probe)")


def test_the_server_ends_what_runs_longer_than_its_timeout(store: Store) -> None:
    endless = "UNWIND range(1, 1000000000) AS n WITH n WHERE n % 7 = 8 RETURN count(n) AS n"
    with pytest.raises(StoreError, match="timeout"):
        store.read(endless, timeout=0.5)


def test_a_malformed_statement_names_the_server_and_its_reason(
    store: Store, server: Running
) -> None:
    with pytest.raises(StoreError, match="Invalid input") as raised:
        store.read("MATCHH (n) RETURN n")
    assert server.connection.uri in raised.value.message


def test_a_wrong_password_is_said_to_be_one(server: Running) -> None:
    wrong = replace(server.connection, password="not the password")
    with pytest.raises(StoreError, match="does not accept") as raised, connect(wrong):
        pass
    assert server.connection.uri in raised.value.message
    assert "NEO4J_PASSWORD" in raised.value.remedy


def test_a_server_that_is_not_there_is_named_with_a_remedy() -> None:
    nowhere = Settings(neo4j_uri="bolt://127.0.0.1:1")
    refused = pytest.raises(StoreError, match=r"bolt://127\.0\.0\.1:1 does not answer")
    with refused as raised, open_store(nowhere):
        pass
    assert "sayso doctor" in raised.value.remedy


def test_an_existing_server_is_reached_by_the_same_call(server: Running) -> None:
    connection = server.connection
    theirs = Settings(
        neo4j_uri=connection.uri,
        neo4j_user=connection.user,
        neo4j_password=connection.password,
        neo4j_database=connection.database,
    )
    with open_store(theirs) as opened:
        assert opened.read("RETURN 1 AS one") == [{"one": 1}]


def test_an_unknown_database_is_an_error_with_its_name(server: Running) -> None:
    wrong = replace(server.connection, database="nosuch")
    with pytest.raises(StoreError, match="nosuch"), connect(wrong) as opened:
        opened.read("RETURN 1")


def test_a_connection_never_shows_its_password() -> None:
    connection = Connection("bolt://127.0.0.1:7687", "neo4j", "secret-word")
    assert "secret-word" not in repr(connection)
    assert "secret-word" not in json.dumps(str(connection))
