"""What does not fit the vocabulary or the text is refused before it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import GraphError, VocabularyError
from graph.model import DocumentGraph, Node
from graph.store.merging import decode, encode, merge
from graph.store.rows import EdgeKey, document_rows
from tests.factories import (
    assertion,
    citation,
    claim,
    document,
    document_graphs,
    mentions,
    state,
    war,
)


def refusal(graph: DocumentGraph) -> str:
    with pytest.raises(GraphError) as caught:
        document_rows(graph)
    return caught.value.message


def with_assertion(**changes: object) -> DocumentGraph:
    graph = war("Norvia", "Sudmark")
    changed = replace(graph.assertions[0], **changes)  # type: ignore[arg-type]
    return replace(graph, assertions=(changed,))


def test_rows_are_grouped_by_statement() -> None:
    assert {
        key: len(rows) for key, rows in document_rows(war("Norvia", "Sudmark")).edges.items()
    } == {
        EdgeKey("ATTACKED", "Entity", "Entity"): 1,
        EdgeKey("SAID", "Entity", "Claim"): 1,
        EdgeKey("MENTIONS", "Document", "Entity"): 2,
        EdgeKey("RECORDS", "Document", "Entity"): 1,
        EdgeKey("RECORDS", "Document", "Claim"): 1,
    }


def test_a_narrators_claim_starts_from_the_document() -> None:
    said, fact = document("The bridge stands."), claim("The bridge stands")
    cited = citation(said, "The bridge stands.")
    states = assertion("STATES", said, fact, cited, stance="asserts")
    rows = document_rows(DocumentGraph(said, (fact,), (states,)))
    assert rows.edges[EdgeKey("STATES", "Document", "Claim")][0]["source"] == said.id


def test_a_target_outside_the_range_is_refused() -> None:
    graph = with_assertion(type="SIGNED")
    assert "its target state:sudmark is a State, not one of Treaty" in refusal(graph)


def test_an_end_that_is_no_node_of_the_document_is_refused() -> None:
    graph = with_assertion(target="state:estwold")
    assert "its target state:estwold is not among the document's nodes" in refusal(graph)


def test_a_citation_of_another_document_is_refused() -> None:
    other = document("Norvia attacked Sudmark. So it was.")
    graph = with_assertion(citation=citation(other, "Norvia attacked Sudmark."))
    assert "does not say 'Norvia attacked Sudmark.' at 0:24" in refusal(graph)


def test_an_undeclared_property_is_refused() -> None:
    graph = with_assertion(properties={"mood": "bad"})
    assert "mood is not declared for it" in refusal(graph)


def test_a_property_of_the_citation_cannot_be_given_twice() -> None:
    graph = with_assertion(properties={"quote": "something"})
    assert "quote is not declared for it" in refusal(graph)


def test_a_missing_required_property_is_refused() -> None:
    graph = with_assertion(properties={"modality": "asserted", "extractor": "test/1"})
    assert "lacks asserted_by" in refusal(graph)


def test_a_value_outside_the_enumeration_is_refused() -> None:
    graph = war("Norvia", "Sudmark")
    properties = {**graph.assertions[0].properties, "modality": "certain"}
    assert "modality: Input should be 'asserted', 'denied'" in refusal(
        with_assertion(properties=properties)
    )


def test_an_unknown_type_is_refused_with_a_suggestion() -> None:
    with pytest.raises(VocabularyError, match="Did you mean ATTACKED"):
        document_rows(with_assertion(type="ATTACKD"))


def test_an_id_must_begin_with_its_types_prefix() -> None:
    said = document("Norvia acted.")
    wrong = Node("State", "person:norvia", {"name": "Norvia"})
    assert "'person:norvia' of a State does not begin with state:" in refusal(
        DocumentGraph(said, (wrong,), ())
    )


def test_two_assertions_of_one_id_are_refused() -> None:
    graph = war("Norvia", "Sudmark")
    twice = replace(graph, assertions=graph.assertions[:1] * 2)
    assert "two assertions with the id" in refusal(twice)


def test_a_mention_that_the_text_does_not_hold_is_refused() -> None:
    said, norvia = document("Norvia acted."), state("Norvia")
    moved = replace(mentions(said, norvia, "Norvia"), starts=(1,), ends=(7,))
    assert "does not say 'Norvia' at 1:7" in refusal(DocumentGraph(said, (norvia,), (), (moved,)))


def test_a_mention_without_its_node_is_refused() -> None:
    said, norvia = document("Norvia acted."), state("Norvia")
    graph = DocumentGraph(said, (), (), (mentions(said, norvia, "Norvia"),))
    assert "without its node" in refusal(graph)


def test_the_fingerprint_leaves_out_only_when_it_was_fetched() -> None:
    graph = war("Norvia", "Sudmark")
    same = document_rows(graph).fingerprint
    assert document_rows(war("Norvia", "Sudmark")).fingerprint == same
    assert document_rows(war("Norvia", "Sudmark", title="New")).fingerprint != same
    assert document_rows(replace(graph, assertions=())).fingerprint != same
    assert document_rows(replace(graph, mentions=())).fingerprint != same


SHARES = document_graphs(min_size=2, max_size=2).map(
    lambda graphs: [
        share for graph in graphs for share in document_rows(graph).shares["Channel"].values()
    ]
)


@given(shares=SHARES, data=st.data())
def test_merging_does_not_depend_on_order_or_grouping(
    shares: list[dict[str, object]], data: st.DataObject
) -> None:
    shares = [share | {"id": "channel:x"} for share in shares]
    whole = merge("Channel", shares)
    cut = data.draw(st.integers(1, len(shares)))
    assert merge("Channel", data.draw(st.permutations(shares))) == whole
    assert merge("Channel", [merge("Channel", shares[:cut]), *shares[cut:]]) == whole
    assert merge("Channel", [whole, *shares]) == whole


@given(shares=SHARES)
def test_a_share_comes_back_as_it_was_written(shares: list[dict[str, object]]) -> None:
    assert [decode(encode(share)) for share in shares] == shares


def test_of_two_numbers_the_lower_stands_and_of_two_spellings_not_the_capitals() -> None:
    assert merge("State", [{"name": "NORVIA", "code": "NV"}, {"name": "Norvia", "code": "NA"}]) == {
        "name": "Norvia",
        "code": "NA",
        "aliases": ["NORVIA"],
    }
