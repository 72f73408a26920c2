"""Taking back what a document contributed: exactly that, and nothing another document supports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from neo4j import ManagedTransaction

from graph.errors import StoreError
from graph.store.connection import Store
from graph.store.merging import decode, merge, stored, type_of_id, with_removals
from graph.store.schema import (
    STORE_ID,
    SUPPORT,
    owned_types,
    post_types,
    update_statement,
    withdraw_posts_statement,
    withdraw_statement,
)
from graph.store.sessions import session
from graph.vocabulary import load_vocabulary

# The revision counts on from the server's clock, so that it also rises where a backup was restored.
LOCK = (
    "MERGE (s:Store {id: $id}) SET s.locked = true "
    "SET s.revision = CASE WHEN timestamp() > coalesce(s.revision, 0) "
    "THEN timestamp() ELSE s.revision + 1 END"
)
REVISION = "MATCH (s:Store {id: $id}) RETURN s.revision AS revision"
SHARES = (
    f"UNWIND $ids AS id MATCH (:Document {{id: id}})-[r:{SUPPORT}]->(n) "
    "RETURN n.id AS id, r.contribution AS share"
)
REMOVE_SUPPORT = f"UNWIND $ids AS id MATCH (:Document {{id: id}})-[r:{SUPPORT}]->() DELETE r"
REMOVE_WITHHELD = "UNWIND $ids AS id MATCH (w:Withheld {document: id}) DELETE w"
EXISTS = "MATCH (d:Document {id: $id}) RETURN d.id"
REMOVE_DOCUMENT = "MATCH (d:Document {id: $id}) DETACH DELETE d"
# Likeness is of both texts, so it goes with either.
REMOVE_COPIES = "UNWIND $ids AS id MATCH (:Post {id: id})-[r:NEAR_DUPLICATE]-() DELETE r"
# A post that others forward or answer stays as the bare node it would have been without its text.
EMPTY_POST = (
    "MATCH (p:Post {id: $id}) WHERE EXISTS { (p)--() } SET p = {id: p.id} REMOVE p:Document"
)
BARE = ("link:", "version:", "post:")
SWEEP = {
    prefix: f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) "
    f"WHERE NOT n:Document AND NOT EXISTS {{ (n)--() }} DELETE n"
    for prefix, label in zip(BARE, ("Link", "PostVersion", "Post"), strict=True)
}
FIND = "MATCH (d:Document) WHERE d.id STARTS WITH $prefix RETURN d.id AS id ORDER BY id LIMIT 4"


@dataclass(frozen=True, slots=True)
class RetractCounts:
    """What a retraction removed, and the nodes whose properties it changed."""

    edges: int
    nodes: int
    changed: int


def retract(store: Store, document_id: str) -> RetractCounts:
    """Remove a document, its edges, and every node that no other document supports.

    Properties of the nodes that stay become what the remaining documents make of them. Raises
    `StoreError` where the store has no such document.
    """
    with session(store) as opened:
        return opened.execute_write(_retract, document_id)


def _retract(tx: ManagedTransaction, document_id: str) -> RetractCounts:
    lock(tx)
    if not tx.run(EXISTS, id=document_id).data():
        raise unknown(document_id)
    withdrawn = withdraw(tx, [document_id])
    if document_id.startswith("post:"):
        tx.run(EMPTY_POST, id=document_id).consume()
    tx.run(REMOVE_DOCUMENT, id=document_id).consume()
    removed, changed = settle(tx, {*withdrawn.shares, *withdrawn.ends})
    return RetractCounts(withdrawn.edges, removed, changed)


def unknown(document_id: str) -> StoreError:
    """The error for a document that the store does not hold."""
    return StoreError(
        f"the store holds no document {document_id!r}",
        remedy="`sayso cypher 'MATCH (d:Document) RETURN d.id, d.title, d.source'` lists what it "
        "holds",
    )


def find_document(store: Store, prefix: str) -> str:
    """The id of the one document whose id begins like this; an article's may come without `doc:`.

    Raises `StoreError` where none or several do.
    """
    full = prefix if ":" in prefix else f"doc:{prefix}"
    with session(store) as opened:
        found = opened.execute_read(lambda tx: [row["id"] for row in tx.run(FIND, prefix=full)])
    if not found:
        raise unknown(prefix)
    if len(found) > 1 and full not in found:
        raise StoreError(
            f"several documents begin with {prefix!r}: {', '.join(found[:3])}",
            remedy="Give more of the id",
        )
    return full if full in found else str(found[0])


def lock(tx: ManagedTransaction) -> None:
    """Wait until no other writer is at work, until this transaction ends; raise the revision.

    Merging reads a node and writes it back; two writers at once would lose one's share. Every
    writer begins with this, so an answer made at a revision holds until the revision changes.
    """
    tx.run(LOCK, id=STORE_ID).consume()


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The shares of withdrawn documents by node id, and how many edges went with them.

    `ends` are the nodes at the ends of the edges of posts, which may hold nothing any more.
    """

    shares: Mapping[str, Sequence[Mapping[str, Any]]]
    edges: int
    ends: frozenset[str] = frozenset()


def withdraw(
    tx: ManagedTransaction, document_ids: Sequence[str], *, keep: Collection[str] = ()
) -> Withdrawn:
    """Delete every edge the documents own, but of posts those of types to `keep`.

    Nodes wait for `settle`.
    """
    shares: dict[str, list[Mapping[str, Any]]] = {}
    for row in tx.run(SHARES, ids=document_ids):
        shares.setdefault(row["id"], []).append(decode(row["share"]))
    summary = tx.run(REMOVE_SUPPORT, ids=document_ids).consume()
    edges = summary.counters.relationships_deleted
    for type_ in owned_types():
        summary = tx.run(withdraw_statement(type_), ids=document_ids).consume()
        edges += summary.counters.relationships_deleted
    tx.run(REMOVE_WITHHELD, ids=document_ids).consume()
    posts = [id_ for id_ in document_ids if id_.startswith("post:")]
    summary = tx.run(REMOVE_COPIES, ids=posts).consume()
    edges += summary.counters.relationships_deleted
    [own] = tx.run(withdraw_posts_statement(), ids=posts, keep=[*keep]).data()
    return Withdrawn(shares, edges + own["edges"], frozenset(own["ends"]))


def settle(tx: ManagedTransaction, node_ids: Iterable[str]) -> tuple[int, int]:
    """Make nodes what their remaining documents make of them: (nodes removed, nodes changed)."""
    by_type: dict[str, list[str]] = {}
    bare: list[str] = []
    for id_ in sorted(node_ids):
        type_ = type_of_id(id_)
        if id_.startswith(BARE):
            bare.append(id_)
        elif type_ is not None:
            by_type.setdefault(type_.name, []).append(id_)
    removed = _sweep(tx, bare)
    changed = 0
    for type_name, ids in sorted(by_type.items()):
        gone, rows = _remaining(tx, type_name, ids)
        root = load_vocabulary().node(type_name).root
        statement = f"UNWIND $ids AS id MATCH (n:{root} {{id: id}}) DETACH DELETE n"
        tx.run(statement, ids=gone).consume()
        tx.run(update_statement(type_name), rows=rows).consume()
        removed, changed = removed + len(gone), changed + len(rows)
    return removed, changed


def _sweep(tx: ManagedTransaction, ids: list[str]) -> int:
    """Remove links, versions and unread posts that no edge leads to any more."""
    removed = 0
    for prefix, statement in SWEEP.items():
        swept = [id_ for id_ in ids if id_.startswith(prefix)]
        if not swept:
            continue
        removed += tx.run(statement, ids=swept).consume().counters.nodes_deleted
    return removed


def _remaining(
    tx: ManagedTransaction, type_: str, ids: list[str]
) -> tuple[list[str], list[dict[str, Any]]]:
    statement = (
        f"UNWIND $ids AS id MATCH (n:{load_vocabulary().node(type_).root} {{id: id}}) "
        f"OPTIONAL MATCH (n)<-[r:{SUPPORT}]-() "
        "RETURN n.id AS id, properties(n) AS properties, "
        "collect(DISTINCT r.contribution) AS shares, "
        f"EXISTS {{ (n)-[:{'|'.join(post_types())}]-() }} AS held"
    )
    gone, rows = [], []
    for row in tx.run(statement, ids=ids):
        if not row["shares"] and not row["held"]:
            gone.append(row["id"])
            continue
        # Shares of a merged entity name its own id, and still are shares of this node; a node that
        # posts alone hold has what its id implies.
        own = {"id": row["id"]}
        properties = merge(type_, [own, *(decode(share) | own for share in row["shares"])])
        if properties != stored(type_, row["properties"]):
            rows.append({"id": row["id"], "properties": with_removals(type_, properties)})
    return gone, rows
