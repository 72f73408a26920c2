"""Retraction leaves exactly what the other documents would have made."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import StoreError
from graph.model import DocumentGraph
from graph.store.connection import Store
from graph.store.digest import digest
from graph.store.readonly import read_guarded
from graph.store.retract import RetractCounts, find_document, retract
from graph.store.sessions import session
from graph.store.writer import write
from tests.factories import RUN, document_graphs, war

pytestmark = pytest.mark.usefixtures("graph")


def empty(store: Store) -> None:
    with session(store) as opened:
        opened.run("MATCH (n) WHERE NOT n:Store DETACH DELETE n").consume()


def digest_of(store: Store, graphs: list[DocumentGraph]) -> str:
    empty(store)
    write(store, graphs, RUN)
    return digest(store)


@settings(
    max_examples=25, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(graphs=document_graphs(max_size=4), data=st.data())
def test_retraction_equals_never_having_written(
    store: Store, graphs: list[DocumentGraph], data: st.DataObject
) -> None:
    withdrawn = data.draw(st.sets(st.sampled_from([graph.document.id for graph in graphs])))
    order = data.draw(st.permutations(graphs))
    kept = [graph for graph in graphs if graph.document.id not in withdrawn]
    expected = digest_of(store, kept)
    empty(store)
    write(store, order, RUN, batch_size=data.draw(st.integers(1, 4)))
    for document_id in sorted(withdrawn):
        retract(store, document_id)
    assert digest(store) == expected


@settings(
    max_examples=15, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(before=document_graphs(max_size=3), after=document_graphs(max_size=3))
def test_rewriting_equals_writing_only_the_last_version(
    store: Store, before: list[DocumentGraph], after: list[DocumentGraph]
) -> None:
    last = {graph.document.id: graph for graph in [*before, *after]}
    expected = digest_of(store, list(last.values()))
    empty(store)
    write(store, [*before, *after], RUN, batch_size=2)
    assert digest(store) == expected


def test_retracting_the_only_document_empties_the_store(store: Store) -> None:
    graph = war("Norvia", "Sudmark")
    write(store, [graph], RUN)
    assert retract(store, graph.document.id) == RetractCounts(edges=6, nodes=4, changed=0)
    with session(store) as opened:
        left = opened.run("MATCH (n) RETURN labels(n)[0] AS label ORDER BY label").value()
    assert left == ["Run", "Store"]


def test_retracting_an_unknown_document_names_it_and_how_the_others_are_listed(
    store: Store,
) -> None:
    graph = war("Norvia", "Sudmark")
    write(store, [graph], RUN)
    with pytest.raises(StoreError, match="no document 'doc:nowhere'") as told:
        retract(store, "doc:nowhere")
    [statement] = re.findall("`sayso cypher '(.+)'` lists", told.value.remedy)
    [(id_, *_)] = read_guarded(store, statement, {}).rows
    assert id_ == graph.document.id


def test_part_of_an_id_does_not_retract(store: Store) -> None:
    graph = war("Norvia", "Sudmark")
    write(store, [graph], RUN)
    with pytest.raises(StoreError, match="no document"):
        retract(store, graph.document.id[:-1])


def test_a_document_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    graph = war("Norvia", "Sudmark")
    write(store, [graph], RUN)
    bare = graph.document.id.removeprefix("doc:")
    assert find_document(store, bare[:6]) == graph.document.id
    assert find_document(store, graph.document.id) == graph.document.id


def test_a_beginning_that_several_documents_share_is_refused(store: Store) -> None:
    write(store, [war("Norvia", "Sudmark"), war("Sudmark", "Norvia")], RUN)
    with pytest.raises(StoreError, match="several documents"):
        find_document(store, "doc:")
