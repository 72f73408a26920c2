"""The revision of the graph, which tells readers whether an answer still holds."""

from __future__ import annotations

from dataclasses import replace

from graph.store.connection import Store
from graph.store.derived import Derivation, DerivedEdge, write_derived
from graph.store.retract import REVISION, retract
from graph.store.schema import STORE_ID
from graph.store.writer import write
from tests.factories import RUN, war


def revision(store: Store) -> int:
    [row] = store.read(REVISION, id=STORE_ID)
    found = row["revision"]
    assert isinstance(found, int)
    return found


def test_every_writer_raises_the_revision(graph: Store) -> None:
    first = war("Norvia", "Sudmark")
    write(graph, [first], RUN)
    seen = [revision(graph)]
    write(graph, [war("Norvia", "Estwold")], RUN)
    seen.append(revision(graph))
    retract(graph, first.document.id)
    seen.append(revision(graph))
    assert seen == sorted(set(seen))


def test_reading_leaves_the_revision(graph: Store) -> None:
    write(graph, [war("Norvia", "Sudmark")], RUN)
    before = revision(graph)
    graph.read("MATCH (n) RETURN count(n)")
    assert revision(graph) == before


def test_revision_rises_even_where_the_clock_is_behind(graph: Store) -> None:
    ahead = 10**15
    graph.write("MERGE (s:Store {id: $id}) SET s.revision = $ahead", id=STORE_ID, ahead=ahead)
    write(graph, [war("Norvia", "Sudmark")], RUN)
    assert revision(graph) == ahead + 1
    graph.write("MATCH (s:Store {id: $id}) REMOVE s.revision", id=STORE_ID)


def test_derived_edges_raise_the_revision_when_written_and_when_removed(graph: Store) -> None:
    write(graph, [war("Norvia", "Sudmark")], RUN)
    graph.write("UNWIND ['channel:a', 'channel:b'] AS id CREATE (:Entity:Actor:Channel {id: id})")
    derivation = Derivation("POSSIBLY_SAME_AS", "test 1", "{}", "{}")
    edge = DerivedEdge("channel:a", "channel:b", (), {"score": 0.5, "reasons": ("same name",)})
    seen = [revision(graph)]
    for number, edges in enumerate(([edge], [])):
        run = replace(RUN, id=f"run:derived {number}")
        counts = write_derived(graph, derivation, edges, run)
        assert (counts.written, counts.removed) == (len(edges), number)
        seen.append(revision(graph))
    assert seen == sorted(set(seen))
