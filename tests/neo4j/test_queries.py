"""Every question of the catalogue, asked of the example corpus in a real Neo4j."""

from __future__ import annotations

import json
import os
from pathlib import Path

import neo4j
import pytest

from graph.catalogue import load_catalogue
from graph.store.readonly import read, read_guarded
from graph.store.writer import write
from tests.factories import RUN
from tests.golden import UPDATE

GOLDEN = Path(__file__).parents[1] / "data" / "golden"
EVERY = pytest.mark.parametrize("query", list(load_catalogue()), ids=lambda query: query.id)
TYPES = {
    "string": str,
    "date": str,
    "integer": int,
    "float": float,
    "boolean": bool,
    "strings": list,
}


@pytest.fixture(scope="module")
def answers(corpus):
    """The answer to each example, by query id."""
    return {
        query.id: read(corpus, query.statement, query.arguments(query.example))
        for query in load_catalogue()
    }


@EVERY
def test_plan_comes_without_a_warning(corpus, query):
    arguments = query.arguments(query.example)
    with corpus.driver.session(
        database=corpus.database,
        default_access_mode=neo4j.READ_ACCESS,
        notifications_min_severity="INFORMATION",
    ) as session:
        result = session.run(f"EXPLAIN {query.text}", arguments)
        columns = result.keys()
        status = result.consume().gql_status_objects
    assert list(columns) == [column.name for column in query.columns]
    assert [item.status_description for item in status if item.is_notification] == []


@EVERY
def test_file_passes_the_guard_as_it_is_pasted(corpus, query, answers):
    pasted = read_guarded(corpus, query.text, query.arguments(query.example))
    assert pasted == answers[query.id]


@EVERY
def test_example_has_an_answer(answers, query):
    assert answers[query.id].rows


@EVERY
def test_values_have_the_declared_types(answers, query):
    for record in answers[query.id].records():
        for column in query.columns:
            value = record[column.name]
            assert value is None or isinstance(value, TYPES[column.type]), column.name


@EVERY
def test_no_row_comes_twice(answers, query):
    rows = [json.dumps(row) for row in answers[query.id].rows]
    assert len(set(rows)) == len(rows)


def test_order_of_ingestion_changes_no_answer(store, corpus, corpus_graphs, network, answers):
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    network.into(store, reversed(network.posts))
    write(store, reversed(corpus_graphs), RUN)
    for query in load_catalogue():
        arguments = query.arguments(query.example)
        assert read(store, query.statement, arguments) == answers[query.id], query.id


@EVERY
def test_every_quote_is_in_its_document(corpus, answers, query):
    texts = {
        row["id"]: row["text"]
        for row in corpus.read("MATCH (d:Document) RETURN d.id AS id, d.text AS text")
    }
    for record in answers[query.id].records():
        assert record["quote"] in texts[record["document"]]


@EVERY
def test_limit_holds(corpus, query):
    one = query.arguments({**query.example, "limit": 1})
    assert len(read(corpus, query.statement, one).rows) == 1


@EVERY
def test_unknown_name_has_no_answer(corpus, query):
    asked = {
        item.name: "Nobody of that name"
        for item in query.parameters
        if item.type == "string" and not item.values
        if item.required or item.name in query.example
    }
    answer = read(corpus, query.statement, query.arguments({**query.example, **asked}))
    assert answer.rows == () or not asked


@EVERY
def test_golden_answer(answers, query):
    path = GOLDEN / f"{query.id}.json"
    found = json.dumps(answers[query.id].records(), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get(UPDATE):
        path.write_text(found, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == found, "run `python -m tests.golden`"


@pytest.mark.parametrize("name", ["state:BY", "Belarus", "belarus", "BELARUS"])
def test_actor_is_found_by_id_and_by_name_in_any_case(corpus, answers, name):
    query = load_catalogue().get("offices")
    assert read(corpus, query.statement, query.arguments({"actor": name})) == answers["offices"]
