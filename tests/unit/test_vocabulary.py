"""The vocabulary is whole, and refuses declarations that contradict one another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError

from graph.docs import vocabulary_page
from graph.errors import VocabularyError
from graph.responses import export_columns, response_model
from graph.store.schema import (
    edge_properties,
    edge_statement,
    merge_statement,
    owned_types,
    post_types,
    schema_statements,
)
from graph.vocabulary import SCHEMA, load_vocabulary, read_vocabulary

ROOT = Path(__file__).parents[2]
RELATIONSHIPS = {
    "assertion": {
        "SIGNED", "VISITED", "MET_WITH", "ALLIED_WITH", "COOPERATES_WITH", "SUPPORTS", "SUPPLIES",
        "SANCTIONS", "MEMBER_OF", "HOLDS_OFFICE", "PART_OF", "AFFILIATED_WITH", "RUNS", "OWNS",
        "FAMILY_OF", "AT_WAR_WITH", "ATTACKED", "ANNEXED", "CAPTURED", "DEPLOYED_TO", "FOUGHT_AT",
        "LOCATED_IN", "PARTICIPATED_IN", "QUOTED", "HAS_SUBSCRIBERS",
    },
    "speech": {"SAID", "STATES", "ADDRESSES", "CARRIES"},
    "claim": {"REPEATS", "CONTRADICTS", "PART_OF_NARRATIVE"},
    "mention": {"MENTIONS", "RECORDS"},
    "post": {"POSTED", "FORWARDED", "REPLIED_TO", "LINKED_TO", "NEAR_DUPLICATE", "VERSION_OF"},
    "derived": {"AMPLIFIES", "CO_SHARED", "POSSIBLY_SAME_AS"},
}  # fmt: skip
CITATION = {
    "id",
    "document",
    "start",
    "end",
    "quote",
    "modality",
    "asserted_by",
    "extractor",
    "run",
}


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    return shutil.copytree(SCHEMA, tmp_path / "schema")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_relationship_has_its_category() -> None:
    found: dict[str, set[str]] = {}
    for relationship in load_vocabulary().relationships.values():
        found.setdefault(relationship.category, set()).add(relationship.name)
    assert found == RELATIONSHIPS


def test_every_cited_relationship_requires_its_citation() -> None:
    for relationship in load_vocabulary().relationships.values():
        required = {item.name for item in relationship.properties if item.required}
        assert (required >= CITATION) == relationship.cited, relationship.name


def test_actors_are_six_types_with_both_labels() -> None:
    actors = {n.name: n.labels for n in load_vocabulary().concrete() if "Actor" in n.labels}
    names = ("ArmedGroup", "Bloc", "Channel", "Organization", "Person", "State")
    assert actors == {name: ("Entity", "Actor", name) for name in names}


def test_an_abstract_group_in_a_range_stands_for_its_types() -> None:
    signed = load_vocabulary().relationship("SIGNED")
    assert "Channel" in signed.sources
    assert signed.targets == ("Treaty",)


def test_an_unknown_type_suggests_the_nearest() -> None:
    with pytest.raises(VocabularyError, match="Did you mean SUPPLIES"):
        load_vocabulary().relationship("SUPPLYS")


def test_declarations_cannot_be_changed_after_loading() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        load_vocabulary().node("State").doc = "Something else"  # type: ignore[misc]
    with pytest.raises(TypeError):
        load_vocabulary().nodes["State"] = load_vocabulary().node("Bloc")  # type: ignore[index]


def test_a_dangling_range_is_refused(schema: Path) -> None:
    edit(schema / "relationships/signed.yaml", "[Treaty]", "[Contract]")
    with pytest.raises(VocabularyError, match=r"signed\.yaml: Contract is no node type\. Known: "):
        read_vocabulary(schema)


def test_a_dangling_parent_is_refused(schema: Path) -> None:
    edit(schema / "nodes/bloc.yaml", "extends: Actor", "extends: Player")
    with pytest.raises(VocabularyError, match=r"bloc\.yaml: extends Player"):
        read_vocabulary(schema)


def test_types_that_extend_each_other_are_refused(schema: Path) -> None:
    edit(schema / "nodes/entity.yaml", "abstract: true", "abstract: true\nextends: Actor")
    with pytest.raises(VocabularyError, match="extends"):
        read_vocabulary(schema)


def test_a_name_declared_twice_is_refused(schema: Path) -> None:
    shutil.copy(schema / "nodes/bloc.yaml", schema / "nodes/union.yaml")
    with pytest.raises(VocabularyError, match=r"union\.yaml: Bloc is declared in bloc\.yaml"):
        read_vocabulary(schema)


def test_an_inherited_property_cannot_be_declared_again(schema: Path) -> None:
    edit(
        schema / "nodes/state.yaml",
        "properties:\n",
        "properties:\n  - {name: name, type: string, doc: Its name again.}\n",
    )
    with pytest.raises(VocabularyError, match=r"state\.yaml: name is declared twice"):
        read_vocabulary(schema)


def test_a_citation_property_cannot_be_declared_again(schema: Path) -> None:
    edit(
        schema / "relationships/supplies.yaml",
        "properties:\n",
        "properties:\n  - {name: quote, type: text, doc: The quote again.}\n",
    )
    with pytest.raises(VocabularyError, match=r"supplies\.yaml: quote is declared twice"):
        read_vocabulary(schema)


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("nodes/place.yaml", "doc: A city", "docs: A city", "doc: Field required"),
        ("nodes/place.yaml", "doc: A city, region", "doc: A\nold: A city, region", "at least 8"),
        ("nodes/place.yaml", "type: string", "type: str", "properties.0.type"),
        ("nodes/place.yaml", "prefix: place", "prefix: person", "share the prefix 'person'"),
        ("nodes/place.yaml", "prefix: place\n", "", "no prefix"),
        ("nodes/place.yaml", "examples", "samples", "samples: Extra inputs"),
        ("nodes/place.yaml", "name: Place", "name: place", "name: String should match"),
        ("nodes/place.yaml", "name: Place", "name: [", "while parsing"),
        ("relationships/supplies.yaml", "[arms, troops", "[arms, arms", "values of what repeat"),
        ("relationships/supplies.yaml", "type: string", "type: float", "are no strings"),
        ("relationships/supplies.yaml", "money", "no", r"properties\.0\.values"),
        ("relationships/supplies.yaml", "type: string", "type: text", "cannot be indexed"),
        ("relationships/supplies.yaml", "category: assertion", "category: fact", "category"),
        ("categories.yaml", "name: claim", "name: speech", "no category 'claim'"),
    ],
)
def test_a_malformed_declaration_is_refused_by_name(
    schema: Path, file: str, old: str, new: str, problem: str
) -> None:
    edit(schema / file, old, new)
    with pytest.raises(VocabularyError, match=problem):
        read_vocabulary(schema)


def test_the_digest_tells_any_change(schema: Path) -> None:
    before = read_vocabulary(schema).digest
    assert before == load_vocabulary().digest
    edit(schema / "nodes/place.yaml", "doc: A city", "doc: Any city")
    assert read_vocabulary(schema).digest != before


def test_docs_page_is_up_to_date() -> None:
    page = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    assert page == vocabulary_page(load_vocabulary()), "run python -m graph.docs docs/vocabulary.md"


def test_every_type_is_on_the_docs_page() -> None:
    page = vocabulary_page(load_vocabulary())
    for name in (*load_vocabulary().nodes, *load_vocabulary().relationships):
        assert f"### {name}\n" in page


def test_ids_are_unique_per_root_label_and_relationship() -> None:
    statements = " ".join(schema_statements(load_vocabulary()))
    for root in ("Entity", "Document", "Claim", "SubscriberCount", "Run"):
        assert f"FOR (n:{root}) REQUIRE n.id IS UNIQUE" in statements
    assert "FOR ()-[r:SIGNED]-() REQUIRE r.id IS UNIQUE" in statements
    assert "FOR (n:State) REQUIRE" not in statements


def test_names_of_constraints_and_indexes_do_not_collide() -> None:
    statements = [s for s in schema_statements(load_vocabulary()) if "FULLTEXT" not in s]
    names = [statement.split()[2] for statement in statements]
    assert len(names) == len(set(names))


def test_write_statements_hold_no_value() -> None:
    assert merge_statement("State") == (
        "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) ON CREATE SET n = row, n:Actor:State "
        "WITH n, row WHERE properties(n) <> row RETURN properties(n) AS properties"
    )
    assert edge_statement("POSTED", "Entity", "Post") == (
        "UNWIND $rows AS row MATCH (s:Entity {id: row[0]}) UNWIND row[1] AS edge "
        "MATCH (t:Post {id: edge[0]}) CREATE (s)-[:POSTED {document: edge[1], "
        "published_at: edge[2], extractor: edge[3], run: edge[4]}]->(t)"
    )


def test_every_declared_property_but_former_ends_is_written_with_an_edge() -> None:
    for name, type_ in load_vocabulary().relationships.items():
        former = {item.name for item in type_.properties} - set(edge_properties(name))
        assert former <= {"source_was", "target_was", "asserted_by_was", "via_was"}


def test_a_document_owns_cited_edges_and_a_post_its_own_but_no_derived_ones() -> None:
    owned = RELATIONSHIPS["assertion"] | RELATIONSHIPS["speech"] | RELATIONSHIPS["claim"]
    assert set(owned_types()) == owned
    assert set(post_types()) == RELATIONSHIPS["post"]


def test_response_models_take_what_is_declared_and_nothing_else() -> None:
    person = response_model("Person").model_validate({"id": "person:a", "name": "A"})
    assert person.model_dump(exclude_defaults=True) == {"id": "person:a", "name": "A"}
    with pytest.raises(ValidationError, match="Extra inputs"):
        response_model("Person").model_validate({"id": "person:a", "name": "A", "age": 4})
    with pytest.raises(ValidationError, match="'arms', 'troops'"):
        response_model("SUPPLIES").model_validate({"what": "words"})


def test_response_models_keep_the_writers_bookkeeping_inside() -> None:
    assert "contribution" not in response_model("MENTIONS").model_fields
    assert "fingerprint" not in response_model("Article").model_fields


def test_export_columns_begin_with_the_type_and_the_ends() -> None:
    assert export_columns("SIGNED")[:4] == ("type", "source", "target", "id")
    assert export_columns("State")[:3] == ("type", "id", "name")
