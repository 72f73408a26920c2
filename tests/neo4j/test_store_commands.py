"""`sayso retract` and `sayso verify` as a user meets them."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner, Result

from graph.cli.store import app
from graph.errors import StoreError
from graph.server.process import Running
from graph.store.connection import Store
from graph.store.writer import write
from tests.factories import RUN, war

pytestmark = pytest.mark.usefixtures("graph")


@pytest.fixture(autouse=True)
def user(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", server.connection.uri)
    monkeypatch.setenv("NEO4J_USER", server.connection.user)
    monkeypatch.setenv("NEO4J_PASSWORD", server.connection.password)


def sayso(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_verify_says_what_it_checked(store: Store) -> None:
    write(store, [war("Norvia", "Sudmark")], RUN)
    result = sayso("verify")
    assert result.exit_code == 0
    assert result.stdout == "All as the texts say: 2 citations and 2 mentions in 1 document.\n"


def test_verify_fails_with_one_line_a_problem(store: Store) -> None:
    write(store, [war("Norvia", "Sudmark")], RUN)
    store.write("MATCH ()-[r:ATTACKED]->() SET r.quote = 'Something else'")
    result = sayso("verify")
    assert result.exit_code == 1
    problem, summary = result.stdout.splitlines()
    assert problem.endswith(
        "0:24 ATTACKED state:norvia -> state:sudmark: the text says something else; "
        "cited: 'Something else'; found: 'Norvia attacked Sudmark.'"
    )
    assert summary == "1 problem among 2 citations and 2 mentions in 1 document."


def test_retract_takes_the_beginning_of_an_id(store: Store) -> None:
    graph = war("Norvia", "Sudmark")
    write(store, [graph, war("Norvia", "Estwold")], RUN)
    result = sayso("retract", graph.document.id[:10])
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Took back {graph.document.id}: 6 edges and 2 nodes removed")


def test_retract_of_an_unknown_document_is_an_error_with_a_remedy() -> None:
    result = sayso("retract", "doc:nowhere")
    assert isinstance(result.exception, StoreError)
    assert "no document 'doc:nowhere'" in str(result.exception)
