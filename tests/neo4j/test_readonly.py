"""The read-only guard against a live server: what gets through, and what never may."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from graph.errors import QueryError
from graph.store.answers import Limits
from graph.store.connection import Store
from graph.store.digest import digest
from graph.store.readonly import read, read_guarded
from graph.store.writer import write
from tests.factories import RUN, war

STATEMENTS = Path(__file__).parents[1] / "data" / "cypher"
ATTACKS = [
    pytest.param(statement, id=f"{what}-{number}")
    for what, statements in yaml.safe_load((STATEMENTS / "attacks.yaml").read_text()).items()
    for number, statement in enumerate(statements, 1)
]
READS = yaml.safe_load((STATEMENTS / "reads.yaml").read_text())


@pytest.fixture(scope="module")
def filled(store: Store) -> Store:
    """The store with two small documents in it, written once: no test here may change it."""
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    write(store, [war("Norvia", "Sudmark"), war("Estwold", "Norvia")], RUN)
    return store


@pytest.fixture(scope="module")
def unharmed(filled: Store) -> str:
    """The digest of the store before the first attack."""
    return digest(filled)


def test_canary_would_hear_an_unguarded_load(filled, canary):
    before = canary.calls
    address = f"http://127.0.0.1:{canary.server_port}/"
    read(filled, "LOAD CSV FROM $address AS row RETURN row", {"address": address})
    assert canary.calls > before


@pytest.mark.parametrize("statement", ATTACKS)
def test_attack_is_refused_and_changes_nothing(filled, unharmed, canary, statement, tmp_path):
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n")
    address = f"http://127.0.0.1:{canary.server_port}/"
    attack = statement.replace("{url}", address).replace("{file}", secret.as_uri())
    calls = canary.calls
    with pytest.raises(QueryError) as refusal:
        read_guarded(filled, attack)
    assert refusal.value.remedy
    assert digest(filled) == unharmed
    assert canary.calls == calls


@pytest.mark.parametrize("statement", READS)
def test_read_gets_through(filled, statement):
    answer = read_guarded(filled, statement)
    assert answer.columns
    assert not answer.truncated


def test_answer_carries_no_internal_id(filled):
    answer = read_guarded(filled, "MATCH p = (a)-[r:ATTACKED]->(b) RETURN a, r, p ORDER BY a.id")
    node, edge, path = answer.rows[0]
    assert node["id"] == "state:estwold"
    assert node["labels"] == ["Actor", "Entity", "State"]
    assert edge["type"] == "ATTACKED"
    assert [step.get("type", step.get("id")) for step in path] == [
        "state:estwold",
        "ATTACKED",
        "state:norvia",
    ]
    internal = read(filled, "MATCH (a:State) RETURN elementId(a) AS id").rows
    assert not any(id_ in str(answer.rows) for (id_,) in internal)


def test_temporal_values_become_iso_text(filled):
    answer = read_guarded(filled, "RETURN date('2024-10-26') AS d, [duration('P1D')] AS l")
    assert answer.records() == [{"d": "2024-10-26", "l": ["P1D"]}]


def test_rows_are_limited(filled):
    endless = "UNWIND range(1, 1000000000) AS x RETURN x"
    answer = read_guarded(filled, endless, limits=Limits(rows=7))
    assert [row[0] for row in answer.rows] == [1, 2, 3, 4, 5, 6, 7]
    assert answer.truncated


def test_exactly_as_many_rows_as_allowed_are_not_cut(filled):
    answer = read_guarded(filled, "UNWIND [1, 2] AS x RETURN x", limits=Limits(rows=2))
    assert len(answer.rows) == 2
    assert not answer.truncated


def test_bytes_are_limited(filled):
    wide = "UNWIND range(1, 1000000) AS x RETURN reduce(s = 'a', i IN range(1, 10) | s + s) AS s"
    answer = read_guarded(filled, wide, limits=Limits(rows=1_000_000, size=50_000))
    assert answer.truncated
    assert 0 < sum(len(row[0]) for row in answer.rows) <= 50_000


def test_time_is_limited_by_the_server(filled):
    forever = "UNWIND range(1, 100000000000) AS x RETURN count(x) AS n"
    with pytest.raises(QueryError, match="longer than allowed"):
        read_guarded(filled, forever, limits=Limits(seconds=1))


def test_memory_is_limited_by_the_server(filled):
    hungry = "UNWIND range(1, 1000000000) AS x WITH collect(x) AS xs RETURN size(xs) AS n"
    with pytest.raises(QueryError, match=r"more memory|longer than allowed"):
        read_guarded(filled, hungry, limits=Limits(seconds=20))


def test_parameters_are_values_not_cypher(filled):
    injected = "x'}) DETACH DELETE n //"
    statement = "MATCH (n:Entity {name: $name}) RETURN n"
    assert read_guarded(filled, statement, {"name": injected}).rows == ()
    assert len(read_guarded(filled, statement, {"name": "Norvia"}).rows) == 1


def test_very_long_statement_is_refused(filled):
    with pytest.raises(QueryError, match="longer than 20000 characters"):
        read_guarded(filled, f"RETURN '{'x' * 20_000}' AS x")


def test_syntax_error_says_where(filled):
    with pytest.raises(QueryError, match="line 1"):
        read_guarded(filled, "MATCH (n RETURN n")
