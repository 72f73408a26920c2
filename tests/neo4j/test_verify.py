"""Verification finds every citation that no longer holds."""

from __future__ import annotations

import pytest

from graph.store.connection import Store
from graph.store.sessions import session
from graph.store.verify import Failure, VerifyReport, verify
from graph.store.writer import write
from tests.factories import RUN, war

pytestmark = pytest.mark.usefixtures("graph")


def change(store: Store, statement: str) -> None:
    with session(store) as opened:
        opened.run(statement).consume()


def written(store: Store) -> None:
    write(store, [war("Norvia", "Sudmark"), war("Sudmark", "Estwold")], RUN)


def test_what_was_written_holds(store: Store) -> None:
    written(store)
    assert verify(store) == VerifyReport(documents=2, citations=4, mentions=4)


def test_an_empty_store_has_nothing_to_fail(store: Store) -> None:
    assert verify(store) == VerifyReport()


def test_a_changed_quote_is_found(store: Store) -> None:
    written(store)
    change(
        store, "MATCH ()-[r:ATTACKED {quote: 'Norvia attacked Sudmark.'}]->() SET r.quote = 'No'"
    )
    report = verify(store)
    assert [(f.problem, f.edge, f.source, f.target, f.quote, f.found) for f in report.failures] == [
        (
            "the text says something else",
            "ATTACKED",
            "state:norvia",
            "state:sudmark",
            "No",
            "Norvia attacked Sudmark.",
        )
    ]


def test_an_offset_outside_the_text_is_found(store: Store) -> None:
    written(store)
    change(store, "MATCH (:State {name: 'Norvia'})-[r:ATTACKED]->() SET r.end = 100000")
    assert [failure.problem for failure in verify(store).failures] == [
        "offsets lie outside the text"
    ]


def test_a_changed_text_fails_by_its_hash_and_every_citation_behind_the_change(
    store: Store,
) -> None:
    written(store)
    change(store, "MATCH (d:Document) WHERE d.text STARTS WITH 'Norvia' SET d.text = ' ' + d.text")
    heard: list[Failure] = []
    report = verify(store, on_failure=heard.append)
    assert report.failed == len(heard) == 5
    assert sorted({failure.problem for failure in heard}) == [
        "text does not match its hash",
        "the text says something else",
    ]
    assert {failure.edge for failure in heard} == {"", "ATTACKED", "SAID", "MENTIONS"}


def test_a_citation_of_a_missing_document_is_found(store: Store) -> None:
    written(store)
    change(store, "MATCH ()-[r:SAID]->(c:Claim {text: 'Sudmark fell'}) SET r.document = 'doc:gone'")
    failures = verify(store).failures
    assert [(f.problem, f.edge, f.document) for f in failures] == [
        ("no such document", "SAID", "doc:gone")
    ]


def test_a_changed_mention_is_found(store: Store) -> None:
    written(store)
    change(store, "MATCH ()-[r:MENTIONS]->(:State {name: 'Norvia'}) SET r.surfaces = ['Norway']")
    assert [(f.edge, f.quote, f.found) for f in verify(store).failures] == [
        ("MENTIONS", "Norway", "Norvia")
    ]
