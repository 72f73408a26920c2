"""Writing into a real Neo4j: idempotent, whole, and cited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from graph.errors import GraphError
from graph.model import DocumentGraph, Mentions
from graph.store.connection import Store
from graph.store.digest import digest
from graph.store.posts import write_posts
from graph.store.runs import Run, WriteCounts, finish_run
from graph.store.schema import (
    citations_statement,
    document_statement,
    edge_statement,
    ensure_schema,
    merge_statement,
    update_statement,
    withdraw_statement,
)
from graph.store.sessions import session
from graph.store.writer import write
from tests.factories import RUN, channel, document, mentions, state, war

pytestmark = pytest.mark.usefixtures("graph")

LATER = Run("run:later", "sayso/0 model/0", "c0ffee", datetime(2024, 6, 1, tzinfo=UTC))


def rows(store: Store, statement: str, **parameters: object) -> list[dict[str, object]]:
    with session(store) as opened:
        return [record.data() for record in opened.run(statement, parameters)]


def test_writing_twice_changes_nothing(store: Store) -> None:
    graphs = [war("Norvia", "Sudmark"), war("Sudmark", "Estwold"), war("Norvia", "Estwold")]
    first = write(store, graphs, RUN)
    before = digest(store)
    assert first == WriteCounts(documents=3, nodes=6, edges=18)
    assert write(store, graphs, LATER) == WriteCounts(unchanged=3)
    assert digest(store) == before


@pytest.mark.parametrize(
    "written",
    [
        lambda store, given: write(store, given, LATER),
        lambda store, given: write_posts(store, given, LATER, refuse=lambda *_: None),
    ],
)
def test_a_run_is_on_record_without_an_end_before_anything_is_read(
    store: Store, written: Callable[[Store, Iterator[Any]], WriteCounts]
) -> None:
    seen: list[dict[str, object]] = []

    def broken_off() -> Iterator[Any]:
        seen.extend(rows(store, "MATCH (r:Run {id: $id}) RETURN r.finished AS end", id=LATER.id))
        raise KeyboardInterrupt
        yield

    with pytest.raises(KeyboardInterrupt):
        written(store, broken_off())
    assert seen == [{"end": None}]


def test_reading_a_document_again_later_changes_nothing(store: Store) -> None:
    graph = war("Norvia", "Sudmark")
    write(store, [graph], RUN)
    before = digest(store)
    refetched = replace(graph.document, fetched_at=datetime(2024, 7, 1, tzinfo=UTC))
    assert write(store, [replace(graph, document=refetched)], RUN).unchanged == 1
    assert digest(store) == before


def test_order_and_batches_of_documents_do_not_matter(store: Store) -> None:
    graphs = [war("Norvia", "Sudmark"), war("NORVIA", "Estwold"), war("Estwold", "Sudmark")]
    write(store, graphs, RUN, batch_size=1)
    one_way = digest(store)
    rows(store, "MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    write(store, reversed(graphs), RUN)
    assert digest(store) == one_way


def test_every_assertion_edge_carries_its_citation(store: Store) -> None:
    graph = war("Norvia", "Sudmark")
    write(store, [graph], RUN)
    attacked = graph.assertions[0]
    assert rows(store, "MATCH (s)-[r:ATTACKED]->(t) RETURN s.id, t.id, properties(r) AS r") == [
        {
            "s.id": "state:norvia",
            "t.id": "state:sudmark",
            "r": {
                "id": attacked.id,
                "document": graph.document.id,
                "start": 0,
                "end": 24,
                "quote": "Norvia attacked Sudmark.",
                "published_at": "2024-05-01",
                "date": "2024-04",
                "precision": "month",
                "modality": "asserted",
                "asserted_by": "document",
                "extractor": "test/1",
                "run": "run:test",
            },
        }
    ]


def test_nodes_carry_the_labels_of_their_groups(store: Store) -> None:
    write(store, [war("Norvia", "Sudmark")], RUN)
    found = rows(store, "MATCH (n) WHERE n.id IS NOT NULL RETURN labels(n) AS labels")
    assert {tuple(sorted(row["labels"])) for row in found} == {  # type: ignore[call-overload]
        ("Actor", "Entity", "State"),
        ("Actor", "Channel", "Entity"),
        ("Article", "Document"),
        ("Claim",),
        ("Run",),
        ("Store",),
    }


def test_the_whole_text_is_stored(store: Store) -> None:
    graph = war("Norvia", "Sudmark")
    write(store, [graph], RUN)
    assert rows(store, "MATCH (d:Document) RETURN d.text AS text") == [
        {"text": graph.document.text}
    ]


def test_mentions_list_every_place(store: Store) -> None:
    said = document("Norvia. The Norvians of Norvia.")
    norvia = state("Norvia")
    places = Mentions(
        norvia.id, (0, 12, 24), (6, 20, 30), ("Norvia", "Norvians", "Norvia"),
        ("name", "demonym", "name"),
    )  # fmt: skip
    write(store, [DocumentGraph(said, (norvia,), (), (places,))], RUN)
    assert rows(store, "MATCH ()-[r:MENTIONS]->() RETURN r.count, r.starts, r.ends, r.kinds") == [
        {
            "r.count": 3,
            "r.starts": [0, 12, 24],
            "r.ends": [6, 20, 30],
            "r.kinds": ["name", "demonym", "name"],
        }
    ]


def test_only_names_become_aliases(store: Store) -> None:
    said = document("The Republic of Norvia. Norvians.")
    norvia = state("Norvia")
    places = Mentions(norvia.id, (4, 24), (22, 32), ("Republic of Norvia", "Norvians"),
                      ("name", "demonym"))  # fmt: skip
    write(store, [DocumentGraph(said, (norvia,), (), (places,))], RUN)
    assert rows(store, "MATCH (n:State) RETURN n.name, n.aliases") == [
        {"n.name": "Norvia", "n.aliases": ["Republic of Norvia"]}
    ]


def test_a_changed_extraction_replaces_what_the_document_said(store: Store) -> None:
    graph, other = war("Norvia", "Sudmark"), war("Estwold", "Sudmark")
    reduced = replace(
        graph,
        nodes=graph.nodes[:2],
        assertions=graph.assertions[:1],
        mentions=graph.mentions[:1],
    )
    write(store, [graph, other], RUN)
    write(store, [reduced], RUN)
    after = digest(store)
    rows(store, "MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    write(store, [other, reduced], RUN)
    assert digest(store) == after


def test_a_replaced_document_loses_properties_it_no_longer_has(store: Store) -> None:
    graph = war("Norvia", "Sudmark", title="A headline")
    write(store, [graph], RUN)
    write(store, [war("Norvia", "Sudmark")], RUN)
    assert rows(store, "MATCH (d:Document) RETURN labels(d) AS labels, d.title AS title") == [
        {"labels": ["Document", "Article"], "title": None}
    ]


def test_two_documents_may_disagree_about_a_name(store: Store) -> None:
    capitals, usual = document("NORVIA ACTED."), document("Norvia acted.")
    shouted, plain = state("NORVIA"), state("Norvia")
    graphs = [
        DocumentGraph(capitals, (shouted,), (), (mentions(capitals, shouted, "NORVIA"),)),
        DocumentGraph(usual, (plain,), (), (mentions(usual, plain, "Norvia"),)),
    ]
    write(store, graphs, RUN)
    assert rows(store, "MATCH (n:State) RETURN n.name, n.aliases") == [
        {"n.name": "Norvia", "n.aliases": ["NORVIA"]}
    ]


def test_a_node_the_text_does_not_name_is_recorded(store: Store) -> None:
    said = document("Something happened.")
    write(store, [DocumentGraph(said, (channel("The Gazette"),), ())], RUN)
    assert rows(store, "MATCH (:Document)-[r]->(n:Channel) RETURN type(r) AS type, n.name") == [
        {"type": "RECORDS", "n.name": "The Gazette"}
    ]


def test_a_batch_that_does_not_fit_leaves_the_store_as_it_was(store: Store) -> None:
    good, bad = war("Norvia", "Sudmark"), war("Estwold", "Sudmark")
    write(store, [good], RUN)
    before = digest(store)
    moved = replace(bad.document, text="x" + bad.document.text)
    with pytest.raises(GraphError, match="does not say"):
        write(store, [replace(bad, document=moved)], RUN)
    assert digest(store) == before


def test_progress_hears_of_every_document(store: Store) -> None:
    heard: list[int] = []
    graphs = [war("Norvia", "Sudmark", closing=str(n)) for n in range(5)]
    write(store, graphs, RUN, batch_size=2, progress=heard.append)
    assert heard == [2, 2, 1]


def test_the_run_is_recorded(store: Store) -> None:
    counts = write(store, [war("Norvia", "Sudmark")], RUN)
    finish_run(store, RUN, counts, finished=datetime(2024, 5, 1, 13, tzinfo=UTC), quarantined=2)
    assert rows(store, "MATCH (r:Run) RETURN properties(r) AS r") == [
        {
            "r": {
                "id": "run:test",
                "pipeline": "sayso/0 model/0",
                "config": "c0ffee",
                "started": "2024-05-01T12:00:00Z",
                "finished": "2024-05-01T13:00:00Z",
                "documents": 1,
                "unchanged": 0,
                "nodes": 4,
                "edges": 6,
                "quarantined": 2,
            }
        }
    ]


@pytest.mark.parametrize(
    "statement",
    [
        merge_statement("State"),
        update_statement("State"),
        document_statement("Article"),
        edge_statement("ATTACKED", "Entity", "Entity"),
        edge_statement("MENTIONS", "Document", "Entity"),
        withdraw_statement("ATTACKED"),
        citations_statement("ATTACKED"),
    ],
)
def test_statements_stand_on_seeks_not_scans(store: Store, statement: str) -> None:
    ensure_schema(store)
    with session(store) as opened:
        plan = opened.run(f"EXPLAIN {statement}", rows=[], ids=[]).consume().plan
    assert re.search("Seek|MergeUniqueNode", repr(plan))
    assert "Scan" not in repr(plan)


def test_writers_at_the_same_time_lose_nothing(store: Store) -> None:
    pairs = [("Norvia", "Sudmark"), ("Sudmark", "Norvia"), ("NORVIA", "SUDMARK")]
    graphs = [war(*pair, closing=str(n)) for n in range(4) for pair in pairs]
    write(store, graphs, RUN)
    expected = digest(store)
    rows(store, "MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    with ThreadPoolExecutor(max_workers=3) as writers:
        parts = [graphs[n::3] for n in range(3)]
        done = [writers.submit(write, store, part, RUN, batch_size=1) for part in parts]
        counts = sum((each.result() for each in done), WriteCounts())
    assert counts == WriteCounts(documents=12, nodes=6, edges=12 * 6)
    assert digest(store) == expected


def test_documents_before_one_that_does_not_fit_are_written(store: Store) -> None:
    bad = war("Estwold", "Sudmark")
    moved = replace(bad, document=replace(bad.document, text="x" + bad.document.text))
    with pytest.raises(GraphError):
        write(store, [war("Norvia", "Sudmark"), moved], RUN, batch_size=1)
    assert rows(store, "MATCH (d:Document) RETURN count(d) AS n") == [{"n": 1}]
