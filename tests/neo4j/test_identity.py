"""Judgements change the graph as they say, in any order, and taking them back restores it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count, permutations

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import JudgementError, NotFoundError
from graph.identity.groups import Pair, canonical_ids, contradiction, joining
from graph.identity.judgements import find, judge, judgements, undo
from graph.ids import entity_id
from graph.model import DocumentGraph
from graph.store.connection import Store
from graph.store.digest import digest
from graph.store.retract import retract
from graph.store.verify import verify
from graph.store.writer import write
from tests.factories import NAMES, RUN, document_graphs, war

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
NORVIA, SUDMARK, ESTWOLD, WESTMERE = (entity_id("State", name) for name in NAMES)
CHANNELS = [entity_id("Channel", name) for name in NAMES]
clock = count()


def decide(store: Store, verdict: str, a: str, b: str | None = None) -> str:
    moment = BEGIN + timedelta(seconds=next(clock))
    made = judge(store, verdict, a, b, who="an editor", why="a reason", at=moment)  # type: ignore[arg-type]
    return made.id


def take_back(store: Store, id_: str) -> None:
    undo(store, id_, who="an editor", why="it was wrong", at=BEGIN)


def edges(store: Store) -> set[tuple[str, str, str]]:
    statement = "MATCH (s)-[r:ATTACKED|SAID]->(t) RETURN s.id AS s, type(r) AS type, t.id AS t"
    return {(str(row["s"]), str(row["type"]), str(row["t"])) for row in store.read(statement)}


@pytest.fixture
def wars(graph: Store) -> Store:
    write(graph, [war(*NAMES[:2]), war(NAMES[2], NAMES[0]), war(NAMES[1], NAMES[2])], RUN)
    return graph


def test_two_that_are_the_same_become_one_node_with_everything_said_of_either(wars: Store) -> None:
    decide(wars, "same", NORVIA, SUDMARK)
    found = {edge for edge in edges(wars) if edge[1] == "ATTACKED"}
    assert found == {
        (NORVIA, "ATTACKED", NORVIA),
        (ESTWOLD, "ATTACKED", NORVIA),
        (NORVIA, "ATTACKED", ESTWOLD),
    }
    (node,) = wars.read("MATCH (n:State {id: $id}) RETURN properties(n) AS n", id=NORVIA)
    assert node["n"] == {"id": NORVIA, "name": "Norvia", "aliases": ["Sudmark"]}
    assert wars.read("MATCH (n:Entity {id: $id}) RETURN n", id=SUDMARK) == []


def test_edges_remember_the_ends_they_had(wars: Store) -> None:
    decide(wars, "same", NORVIA, SUDMARK)
    rows = wars.read(
        "MATCH (s)-[r:ATTACKED]->(t) RETURN coalesce(r.source_was, s.id) AS s, "
        "coalesce(r.target_was, t.id) AS t"
    )
    assert {(row["s"], row["t"]) for row in rows} == {
        (NORVIA, SUDMARK),
        (ESTWOLD, NORVIA),
        (SUDMARK, ESTWOLD),
    }


def test_every_citation_holds_after_a_merge(wars: Store) -> None:
    decide(wars, "same", NORVIA, SUDMARK)
    report = verify(wars)
    assert (report.failed, report.citations) == (0, 6)


def test_whoever_spoke_is_named_by_the_node_that_stands_for_him(graph: Store) -> None:
    said = war("Norvia", "Sudmark")
    by = tuple(
        replace(one, properties={**one.properties, "asserted_by": SUDMARK})
        for one in said.assertions
    )
    write(graph, [replace(said, assertions=by)], RUN)
    before = digest(graph)
    made = decide(graph, "same", NORVIA, SUDMARK)
    rows = graph.read("MATCH ()-[r:ATTACKED|SAID]->() RETURN r.asserted_by AS by")
    assert [row["by"] for row in rows] == [NORVIA, NORVIA]
    take_back(graph, made)
    assert digest(graph) == before


def test_document_read_again_respects_the_judgement(wars: Store) -> None:
    decide(wars, "same", NORVIA, SUDMARK)
    merged = digest(wars)
    write(wars, [war(*NAMES[:2], title="A title that was missing")], RUN)
    write(wars, [war(*NAMES[:2])], RUN)
    assert digest(wars) == merged


def test_new_document_about_a_merged_entity_speaks_of_the_one(wars: Store) -> None:
    decide(wars, "same", NORVIA, SUDMARK)
    write(wars, [war(NAMES[1], NAMES[3])], RUN)
    assert (NORVIA, "ATTACKED", WESTMERE) in edges(wars)
    assert wars.read("MATCH (n:Entity {id: $id}) RETURN n", id=SUDMARK) == []


def test_what_documents_said_meanwhile_is_parted_too_when_a_merge_is_undone(wars: Store) -> None:
    made = decide(wars, "same", NORVIA, SUDMARK)
    write(wars, [war(NAMES[1], NAMES[3])], RUN)
    take_back(wars, made)
    undone = digest(wars)
    wars.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    documents = [war(*NAMES[:2]), war(NAMES[2], NAMES[0]), war(NAMES[1], NAMES[2])]
    write(wars, [*documents, war(NAMES[1], NAMES[3])], RUN)
    assert digest(wars) == undone


def test_retracting_documents_of_a_merged_entity_leaves_what_the_others_say(wars: Store) -> None:
    decide(wars, "same", NORVIA, SUDMARK)
    retract(wars, war(*NAMES[:2]).document.id)
    (node,) = wars.read("MATCH (n:State {id: $id}) RETURN properties(n) AS n", id=NORVIA)
    assert node["n"] == {"id": NORVIA, "name": "Norvia", "aliases": ["Sudmark"]}
    retract(wars, war(NAMES[2], NAMES[0]).document.id)
    (node,) = wars.read("MATCH (n:State {id: $id}) RETURN properties(n) AS n", id=NORVIA)
    assert node["n"] == {"id": NORVIA, "name": "Sudmark"}


def test_claims_can_be_the_same(wars: Store) -> None:
    ids = sorted(str(row["id"]) for row in wars.read("MATCH (c:Claim) RETURN c.id AS id"))
    before = digest(wars)
    made = decide(wars, "same", ids[0], ids[1])
    assert {t for _, type_, t in edges(wars) if type_ == "SAID"} == {ids[0], ids[2]}
    take_back(wars, made)
    assert digest(wars) == before


def test_rejected_relationship_leaves_every_answer_and_comes_back_whole(wars: Store) -> None:
    before = digest(wars)
    (row,) = wars.read("MATCH ({id: $id})-[r:ATTACKED]->() RETURN r.id AS id", id=NORVIA)
    made = decide(wars, "reject", str(row["id"]))
    assert not {edge for edge in edges(wars) if edge[:2] == (NORVIA, "ATTACKED")}
    write(wars, [war(*NAMES[:2], title="Read again")], RUN)
    assert not {edge for edge in edges(wars) if edge[:2] == (NORVIA, "ATTACKED")}
    write(wars, [war(*NAMES[:2])], RUN)
    take_back(wars, made)
    assert digest(wars) == before


def test_rejected_relationship_goes_with_its_document(wars: Store) -> None:
    (row,) = wars.read("MATCH ({id: $id})-[r:ATTACKED]->() RETURN r.id AS id", id=NORVIA)
    made = decide(wars, "reject", str(row["id"]))
    retract(wars, war(*NAMES[:2]).document.id)
    take_back(wars, made)
    assert not {edge for edge in edges(wars) if edge[:2] == (NORVIA, "ATTACKED")}


def test_different_is_a_barrier_that_no_chain_of_sames_crosses(wars: Store) -> None:
    barrier = decide(wars, "different", NORVIA, ESTWOLD)
    decide(wars, "same", NORVIA, SUDMARK)
    with pytest.raises(JudgementError, match=barrier):
        decide(wars, "same", SUDMARK, ESTWOLD)
    take_back(wars, barrier)
    decide(wars, "same", SUDMARK, ESTWOLD)
    assert {s for s, type_, _ in edges(wars) if type_ == "ATTACKED"} == {ESTWOLD}


def test_different_names_the_same_that_it_contradicts_and_no_unrelated_one(wars: Store) -> None:
    write(wars, [war(NAMES[3], "Ravenmoor")], RUN)
    decide(wars, "same", WESTMERE, entity_id("State", "Ravenmoor"))
    same = decide(wars, "same", NORVIA, SUDMARK)
    with pytest.raises(JudgementError, match=f"contradicts what {same} says"):
        decide(wars, "different", NORVIA, SUDMARK)


def test_log_keeps_what_was_taken_back(wars: Store) -> None:
    wars.write("MATCH (j:Judgement) DETACH DELETE j")
    made = decide(wars, "same", NORVIA, SUDMARK)
    assert decide(wars, "same", SUDMARK, NORVIA) == made
    take_back(wars, made)
    assert judgements(wars) == []
    (kept,) = judgements(wars, undone=True, about=SUDMARK)
    assert (kept.verdict, kept.who, kept.why) == ("same", "an editor", "a reason")
    assert (kept.undone_by, kept.undone_why) == ("an editor", "it was wrong")
    assert find(wars, made) == kept


@pytest.mark.parametrize(
    ("verdict", "a", "b", "error"),
    [
        ("same", NORVIA, "state:nowhere", NotFoundError),
        ("same", NORVIA, CHANNELS[0], JudgementError),
        ("same", NORVIA, NORVIA, JudgementError),
        ("same", NORVIA, None, JudgementError),
        ("same", "doc:1", "doc:2", JudgementError),
        ("reject", "assertion:none", None, NotFoundError),
        ("reject", NORVIA, SUDMARK, JudgementError),
    ],
)
def test_judgement_that_makes_no_sense_is_refused(
    wars: Store, verdict: str, a: str, b: str | None, error: type[Exception]
) -> None:
    before = digest(wars)
    with pytest.raises(error):
        decide(wars, verdict, a, b)
    assert digest(wars) == before


PAIRS = st.lists(
    st.tuples(
        st.sampled_from(("same", "different")), st.sampled_from("abcde"), st.sampled_from("abcde")
    ),
    max_size=8,
)


@given(PAIRS)
def test_groups_are_the_connected_components_and_their_first_id_stands(
    drawn: list[tuple[str, str, str]],
) -> None:
    pairs = [Pair(str(n), *one) for n, one in enumerate(drawn)]
    together = nx.Graph([(a, b) for verdict, a, b in drawn if verdict == "same"])
    expected = {id_: min(group) for group in nx.connected_components(together) for id_ in group}
    found = canonical_ids(pairs)
    assert found == {id_: first for id_, first in expected.items() if id_ != first}
    assert found == canonical_ids(reversed(pairs))
    crossed = any(
        verdict == "different" and expected.get(a, a) == expected.get(b, b)
        for verdict, a, b in drawn
    )
    assert (contradiction(pairs) is not None) == crossed


@given(PAIRS)
def test_same_that_joins_two_nodes_begins_a_shortest_way_between_them(
    drawn: list[tuple[str, str, str]],
) -> None:
    pairs = [Pair(str(n), *one) for n, one in enumerate(drawn)]
    together = nx.Graph([(a, b) for verdict, a, b in drawn if verdict == "same" and a != b])
    for a, b in permutations(together, 2):
        if nx.has_path(together, a, b):
            found = joining(pairs, a, b)
            assert found.verdict == "same"
            [step] = {found.a, found.b} - {a}
            assert nx.has_path(together, step, b)
            ways = [nx.shortest_path_length(together, end, b) for end in (step, a)]
            assert ways[0] + 1 == ways[1]


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    first=document_graphs(max_size=3),
    later=document_graphs(max_size=2),
    drawn=st.lists(st.tuples(st.sampled_from(CHANNELS), st.sampled_from(CHANNELS)), max_size=4),
    order=st.randoms(use_true_random=False),
)
def test_merging_and_undoing_in_any_order_restores_the_graph(
    graph: Store,
    first: list[DocumentGraph],
    later: list[DocumentGraph],
    drawn: list[tuple[str, str]],
    order: object,
) -> None:
    graph.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    write(graph, [*first, *later], RUN)
    expected = digest(graph)
    graph.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    write(graph, first, RUN)
    made = []
    for a, b in drawn:
        try:
            made.append(decide(graph, "same", a, b))
        except (NotFoundError, JudgementError):
            continue
    write(graph, later, RUN)
    made = sorted(set(made))
    order.shuffle(made)  # type: ignore[attr-defined]
    for id_ in made:
        take_back(graph, id_)
    assert digest(graph) == expected
