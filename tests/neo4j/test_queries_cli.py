"""`sayso queries`, `query` and `cypher` over a real store."""

from __future__ import annotations

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from graph.cli.queries import app
from graph.errors import NotFoundError, QueryError, UnknownQueryError
from graph.store.writer import write
from tests.factories import RUN, war


@pytest.fixture(scope="module", autouse=True)
def filled(store):
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    write(store, [war("Norvia", "Sudmark"), war("Estwold", "Norvia")], RUN)


@pytest.fixture
def sayso(server, monkeypatch):
    """Runs a command against the test server, as a user with these variables would."""
    connection = server.connection
    monkeypatch.setenv("NEO4J_URI", connection.uri)
    monkeypatch.setenv("NEO4J_USER", connection.user)
    monkeypatch.setenv("NEO4J_PASSWORD", connection.password)

    def run(*arguments, **options):
        result = CliRunner().invoke(app, arguments, **options)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


def test_json_on_stdout_is_nothing_but_json(sayso):
    found = json.loads(sayso("query", "neighbours", "-p", "actor=Norvia", "-f", "json").stdout)
    assert found["query"] == "neighbours"
    assert found["parameters"]["actor"] == "Norvia"
    assert [row["neighbour"] for row in found["rows"]] == ["Estwold", "Sudmark"]
    assert found["truncated"] is False


def test_csv_has_a_line_a_row(sayso):
    text = sayso("query", "neighbours", "-p", "actor=Norvia", "-f", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["quote"] for row in rows] == [
        "Estwold attacked Norvia.",
        "Norvia attacked Sudmark.",
    ]


def test_table_shows_statement_and_quote(sayso):
    shown = " ".join(sayso("query", "neighbours", "-p", "actor=Norvia").stdout.split())
    assert "ATTACKED" in shown
    assert "attacked" in shown


def test_repeated_parameter_is_a_list(sayso):
    asked = ["query", "neighbours", "-p", "actor=Norvia", "-f", "json"]
    types = ["-p", "types=SIGNED", "-p", "types=VISITED"]
    found = json.loads(sayso(*asked, *types).stdout)
    assert found["parameters"]["types"] == ["SIGNED", "VISITED"]
    assert found["rows"] == []


def test_empty_answer_is_said_on_stderr(sayso):
    result = sayso("query", "neighbours", "-p", "actor=norvia", "-p", "types=SIGNED")
    assert result.stdout == ""
    assert "No rows" in result.stderr


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("neighbours -p actor=Norvai", "There is no entity 'Norvai'. Near is Norvia"),
        ("neighbours -p actor=Nobody", "There is no entity 'Nobody'. Give an id, or"),
        ("supplies -p recipient=Sudmrk", "no entity 'Sudmrk'. Near is Sudmark"),
        ("clones -p channel=Norvia", "There is no channel 'Norvia'. Give an id, or"),
    ],
)
def test_name_that_the_store_does_not_know_is_an_error_with_those_near(sayso, question, told):
    with pytest.raises(NotFoundError) as error:
        sayso("query", *question.split())
    assert told in str(error.value)


def test_words_that_are_no_name_may_be_in_no_claim(sayso):
    assert "No rows" in sayso("query", "claim-reach", "-p", "words=Norvai").stderr


def test_own_cypher_is_read_from_a_pipe_with_parameters(sayso):
    statement = "MATCH (n:State) WHERE n.name = $name RETURN n.id AS id"
    text = sayso("cypher", "-", "-p", "name=Norvia", "-f", "csv", input=statement).stdout
    assert text == "id\nstate:norvia\n"


def test_own_cypher_that_writes_is_refused(sayso, store):
    with pytest.raises(QueryError, match="Refused"):
        sayso("cypher", "MATCH (n) DETACH DELETE n")
    assert store.read("MATCH (n:State) RETURN count(n) AS n") == [{"n": 3}]


def test_cut_answer_is_said_on_stderr(sayso):
    result = sayso("cypher", "UNWIND [1, 2, 3] AS x RETURN x", "--rows", "2", "-f", "csv")
    assert result.stdout == "x\n1\n2\n"
    assert "Cut short after 2 rows" in result.stderr


def test_questions_are_listed_and_explained(sayso):
    rows = list(csv.DictReader(io.StringIO(sayso("queries", "-f", "csv").stdout)))
    assert {"paths", "supplies"} <= {row["id"] for row in rows}
    assert "does not prove influence" in " ".join(sayso("queries", "paths").stdout.split())


@pytest.mark.parametrize(
    ("arguments", "error", "complaint"),
    [
        (("query", "neighbors"), UnknownQueryError, "Did you mean neighbours"),
        (("query", "neighbours"), QueryError, "needs actor"),
        (("query", "neighbours", "-p", "actor"), QueryError, "not NAME=VALUE"),
    ],
)
def test_mistake_says_what_to_do(sayso, arguments, error, complaint):
    with pytest.raises(error, match=complaint):
        sayso(*arguments)
