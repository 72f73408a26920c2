"""Constraints, indexes and write statements, all computed from the vocabulary.

Only names checked by the vocabulary's patterns get into these statements; every value travels as a
parameter.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from neo4j import ManagedTransaction

from graph.store.connection import Store
from graph.store.merging import declared_properties
from graph.store.sessions import session
from graph.vocabulary import NodeType, RelationshipType, Vocabulary, load_vocabulary

SEARCH = "search"
ANALYZER = "standard-folding"
"""Splits words of any script as Unicode does, without case and without the accents of Latin."""
STORE_ID = "store:sayso"
SUPPORT = "MENTIONS|RECORDS"


def schema_statements(vocabulary: Vocabulary) -> Iterator[str]:
    """Every constraint and index, as statements that may be run again.

    Community has uniqueness constraints only; existence and types are checked by the writer.
    """
    for root in vocabulary.roots():
        yield (
            f"CREATE CONSTRAINT {root.lower()}_id IF NOT EXISTS "
            f"FOR (n:{root}) REQUIRE n.id IS UNIQUE"
        )
    for node in vocabulary.nodes.values():
        above = vocabulary.nodes[node.labels[-2]].properties if len(node.labels) > 1 else ()
        for item in node.properties:
            if item.index and item not in above:
                yield (
                    f"CREATE INDEX {node.name.lower()}_{item.name} IF NOT EXISTS "
                    f"FOR (n:{node.name}) ON (n.{item.name})"
                )
    for relationship in vocabulary.relationships.values():
        yield from _relationship_schema(relationship)
    yield _search_schema(vocabulary)


def _search_schema(vocabulary: Vocabulary) -> str:
    """One index over every word, so that what it finds of different types can be ranked."""
    labels = {node.root for node in vocabulary.nodes.values() if searched(node)}
    names = {name for node in vocabulary.nodes.values() for name in searched(node)}
    return (
        f"CREATE FULLTEXT INDEX {SEARCH} IF NOT EXISTS FOR (n:{'|'.join(sorted(labels))}) "
        f"ON EACH [{', '.join(f'n.{name}' for name in sorted(names))}] "
        f"OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{ANALYZER}'}}}}"
    )


def searched(node: NodeType) -> tuple[str, ...]:
    """The properties of a node type whose words are found by full text."""
    return tuple(item.name for item in node.properties if item.search)


def _relationship_schema(relationship: RelationshipType) -> Iterator[str]:
    name = relationship.name
    for item in relationship.properties:
        if item.name == "id":
            yield (
                f"CREATE CONSTRAINT {name.lower()}_id IF NOT EXISTS "
                f"FOR ()-[r:{name}]-() REQUIRE r.id IS UNIQUE"
            )
        elif item.index:
            yield (
                f"CREATE INDEX {name.lower()}_{item.name} IF NOT EXISTS "
                f"FOR ()-[r:{name}]-() ON (r.{item.name})"
            )


def ensure_schema(store: Store) -> None:
    """Create what is missing of constraints and indexes, unless the store has them all already."""
    vocabulary = load_vocabulary()
    known = store.read("MATCH (s:Store {id: $id}) RETURN s.vocabulary AS vocabulary", id=STORE_ID)
    if [row["vocabulary"] for row in known] == [vocabulary.digest]:
        return
    # `IF NOT EXISTS` would keep an index over the properties of an earlier vocabulary.
    store.write(f"DROP INDEX {SEARCH} IF EXISTS")
    with session(store) as opened:
        opened.execute_write(_create, list(schema_statements(vocabulary)))
    store.write("CALL db.awaitIndexes(300)")
    store.write(
        "MERGE (s:Store {id: $id}) SET s.vocabulary = $vocabulary",
        id=STORE_ID,
        vocabulary=vocabulary.digest,
    )


def _create(tx: ManagedTransaction, statements: list[str]) -> None:
    for statement in statements:
        tx.run(statement).consume()


@cache
def merge_statement(type_: str) -> str:
    """MERGE nodes of one type and answer with those that were there and say something else.

    `$rows` are the nodes' whole properties. A node that is there is left as it is: what it becomes
    is decided by `merging`, which has to see it first.
    """
    node = load_vocabulary().node(type_)
    own = "".join(f":{label}" for label in node.labels if label != node.root)
    labels = f", n{own}" if own else ""
    return (
        f"UNWIND $rows AS row MERGE (n:{node.root} {{id: row.id}}) ON CREATE SET n = row{labels} "
        "WITH n, row WHERE properties(n) <> row RETURN properties(n) AS properties"
    )


@cache
def update_statement(type_: str) -> str:
    """Change stored nodes of one type; `$rows` have `id` and `properties`, whose nulls remove."""
    root = load_vocabulary().node(type_).root
    return f"UNWIND $rows AS row MATCH (n:{root} {{id: row.id}}) SET n += row.properties"


@cache
def document_statement(type_: str) -> str:
    """MERGE documents of one type; they belong to one source, so the rows replace all they hold."""
    document = load_vocabulary().node(type_)
    labels = "".join(f":{label}" for label in document.labels)
    return (
        f"UNWIND $rows AS row MERGE (n:{document.root} {{id: row.id}}) SET n = row.properties "
        f"SET n{labels}"
    )


@cache
def create_statement(type_: str) -> str:
    """CREATE documents of one type that are not there; `$rows` list what the vocabulary declares.

    In a list each name is in the statement and not in every row; see `edge_statement`.
    """
    document = load_vocabulary().node(type_)
    labels = "".join(f":{label}" for label in document.labels)
    names = enumerate(declared_properties(type_))
    properties = ", ".join(f"{name}: row[{place}]" for place, name in names)
    return f"UNWIND $rows AS row CREATE (n{labels} {{{properties}}})"


@cache
def edge_properties(type_: str) -> tuple[str, ...]:
    """The properties that edges of one type may be written with, in the order of their rows.

    What an edge was before two entities became one is noted on it later, by `identity`.
    """
    declared = load_vocabulary().relationship(type_).properties
    return tuple(item.name for item in declared if not item.name.endswith("_was"))


@cache
def edge_statement(type_: str, source: str, target: str) -> str:
    """CREATE edges of one type between nodes found by the unique ids of labels `source`, `target`.

    `$rows` are lists of a source and its edges, so that a source is looked up once. An edge is the
    list of its target and its `edge_properties`, null where it has none: lists are shorter to send
    than maps, and properties that are named here are set as the edge is made, while a map is set
    afterwards, which the planner does only when all edges of the statement are made.

    No MERGE: an edge belongs to one document, all of whose edges were withdrawn in the same
    transaction (decision 4). Two edges with one id would break their constraint loudly.
    """
    names = enumerate(edge_properties(type_), start=1)
    properties = ", ".join(f"{name}: edge[{place}]" for place, name in names)
    return (
        f"UNWIND $rows AS row MATCH (s:{source} {{id: row[0]}}) UNWIND row[1] AS edge "
        f"MATCH (t:{target} {{id: edge[0]}}) CREATE (s)-[:{type_} {{{properties}}}]->(t)"
    )


@cache
def bare_statement(type_: str) -> str:
    """MERGE nodes of one type of which nothing is known but what `$rows` say of new ones."""
    node = load_vocabulary().node(type_)
    own = "".join(f":{label}" for label in node.labels if label != node.root)
    labels = f"n{own}, " if own and not node.keyed else ""
    return (
        f"UNWIND $rows AS row MERGE (n:{node.root} {{id: row.id}}) ON CREATE SET {labels}n += row"
    )


@cache
def withdraw_statement(type_: str) -> str:
    """Delete the edges of one type that belong to the documents with these `$ids`."""
    return f"UNWIND $ids AS id MATCH ()-[r:{type_}]->() WHERE r.document = id DELETE r"


@cache
def withdraw_posts_statement() -> str:
    """Delete the edges by which the posts with these `$ids` are posts, but of types in `$keep`.

    These are found from the post, which is at one of their ends; so they need no index, of which
    every one would slow down the loading of posts. Returns their number and their other ends.
    """
    return (
        f"UNWIND $ids AS id MATCH (p:Post {{id: id}})-[r:{'|'.join(post_types())}]-(other) "
        "WHERE r.document = id AND NOT type(r) IN $keep WITH r, other.id AS end DELETE r "
        "RETURN count(*) AS edges, collect(DISTINCT end) AS ends"
    )


@cache
def citations_statement(type_: str) -> str:
    """The places that edges of one type quote from the documents with these `$ids`."""
    return (
        f"UNWIND $ids AS id MATCH (s)-[r:{type_}]->(t) WHERE r.document = id "
        "RETURN r.document AS document, s.id AS source, t.id AS target, "
        "r.start AS start, r.end AS end, r.quote AS quote"
    )


@cache
def owned_types() -> tuple[str, ...]:
    """Relationship types whose every edge is found by its `document`, to which it belongs."""
    return tuple(
        relationship.name
        for relationship in load_vocabulary().relationships.values()
        if any(item.name == "document" and item.index for item in relationship.properties)
    )


@cache
def post_types() -> tuple[str, ...]:
    """The relationship types of posts, which hold a node as support edges do, without a share."""
    types = load_vocabulary().relationships.values()
    return tuple(relationship.name for relationship in types if relationship.category == "post")


@cache
def quoting_types() -> tuple[str, ...]:
    """The owned types whose edges quote a place of their document."""
    vocabulary = load_vocabulary()
    return tuple(
        type_
        for type_ in owned_types()
        if any(item.name == "quote" for item in vocabulary.relationships[type_].properties)
    )
