"""Writing documents into the store, so that writing the same thing twice changes nothing.

A batch is one transaction: a document is in the store whole or not at all. What a document
contributed before is taken back in the transaction that writes what it contributes now.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from neo4j import ManagedTransaction

from graph.identity.folding import apply
from graph.model import DocumentGraph
from graph.post_ids import implied
from graph.store.ahead import ahead
from graph.store.connection import Store
from graph.store.merging import (
    Properties,
    declared_properties,
    merge,
    stored,
    type_of_id,
    with_removals,
)
from graph.store.retract import Withdrawn, lock, settle, withdraw
from graph.store.rows import DocumentRows, EdgeKey, document_rows
from graph.store.runs import Run, WriteCounts, begin_run
from graph.store.schema import (
    bare_statement,
    create_statement,
    document_statement,
    edge_properties,
    edge_statement,
    ensure_schema,
    merge_statement,
    update_statement,
)
from graph.store.sessions import session

# What one transaction may hold, so that memory stays bounded whatever the documents are.
MAX_CHARACTERS = 4_000_000
MAX_EDGES = 20_000

_Batch = dict[str, DocumentRows]

FINGERPRINTS = (
    "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id AS id, d.fingerprint AS fingerprint"
)


def write(
    store: Store,
    graphs: Iterable[DocumentGraph],
    run: Run,
    *,
    batch_size: int = 100,
    progress: Callable[[int], None] | None = None,
) -> WriteCounts:
    """Write what documents contribute, at most `batch_size` documents a transaction.

    A document already stored with the very same contribution is left untouched; one whose
    contribution changed has the old one replaced. `progress` hears how many documents were done
    after each transaction. `graphs` is read in a second thread, one batch ahead, while the server
    is at work on the one before. Raises `GraphError`, before the batch it is in is written, for a
    document that does not fit the vocabulary or its own text.
    """
    total = WriteCounts()
    ensure_schema(store)
    # Before anything is read, so that a run which breaks off is on record.
    begin_run(store, run)
    with ahead(graphs, partial(_batches, size=batch_size)) as batches, session(store) as opened:
        for batch in batches:
            total += opened.execute_write(_write_batch, batch, run.id, batches.begin)
            if progress is not None:
                progress(len(batch))
    return total


def _batches(graphs: Iterable[DocumentGraph], *, size: int) -> Iterator[_Batch]:
    batch: _Batch = {}
    characters = edges = 0
    for graph in graphs:
        rows = document_rows(graph)
        if rows.id in batch:
            yield batch
            batch, characters, edges = {}, 0, 0
        batch[rows.id] = rows
        characters += len(graph.document.text)
        edges += len(graph.assertions) + len(graph.nodes)
        if len(batch) >= size or characters > MAX_CHARACTERS or edges > MAX_EDGES:
            yield batch
            batch, characters, edges = {}, 0, 0
    if batch:
        yield batch


def _write_batch(
    tx: ManagedTransaction, batch: _Batch, run: str, sent: Callable[[], None]
) -> WriteCounts:
    """Write a batch; `sent` is called when all is said and only the commit is left to wait for."""
    lock(tx)
    known = {row["id"]: row["fingerprint"] for row in tx.run(FINGERPRINTS, ids=list(batch))}
    documents = [rows for rows in batch.values() if known.get(rows.id) != rows.fingerprint]
    unchanged = len(batch) - len(documents)
    if not documents:
        return WriteCounts(unchanged=unchanged)
    replaced = [rows.id for rows in documents if rows.id in known]
    counts = write_rows(tx, documents, run, replaced=replaced)
    sent()
    return counts + WriteCounts(unchanged=unchanged)


def write_rows(
    tx: ManagedTransaction,
    documents: Sequence[DocumentRows],
    run: str,
    *,
    replaced: Sequence[str] = (),
    keep: Collection[str] = (),
    new: Collection[str] = frozenset(),
) -> WriteCounts:
    """Write documents whole, taking back what those `replaced` contributed before.

    Edges of types to `keep` are left as they are. Of documents that are `new` there is no node, not
    even a bare one, so theirs are created. The caller holds the store's lock.
    """
    withdrawn = withdraw(tx, replaced, keep=keep) if replaced else Withdrawn({}, 0)
    _write_documents(tx, documents, new)
    nodes = _write_nodes(tx, documents) + _write_bare(tx, documents)
    edges = _write_edges(tx, documents, run)
    if withdrawn.shares or withdrawn.ends:
        settle(tx, {*_unsettled(withdrawn, documents), *withdrawn.ends})
    apply(tx)
    return WriteCounts(len(documents), 0, nodes, edges)


def _write_documents(
    tx: ManagedTransaction, documents: Iterable[DocumentRows], new: Collection[str]
) -> None:
    created: dict[str, list[list[Any]]] = {}
    merged: dict[str, list[Properties]] = {}
    for rows in documents:
        if rows.id in new:
            row = [*map(rows.properties.get, declared_properties(rows.type))]
            created.setdefault(rows.type, []).append(row)
        else:
            known = {"id": rows.id, "properties": rows.properties}
            merged.setdefault(rows.type, []).append(known)
    for type_, made in sorted(created.items()):
        tx.run(create_statement(type_), rows=made).consume()
    for type_, found in sorted(merged.items()):
        tx.run(document_statement(type_), rows=found).consume()


def _write_nodes(tx: ManagedTransaction, documents: Iterable[DocumentRows]) -> int:
    """Merge the documents' shares into the nodes; returns how many are new."""
    shares: dict[str, dict[str, list[Properties]]] = {}
    for rows in documents:
        for type_, of_type in rows.shares.items():
            typed = shares.setdefault(type_, {})
            for id_, share in of_type.items():
                typed.setdefault(id_, []).append(share)
    created = 0
    for type_, typed in sorted(shares.items()):
        wanted = [given[0] if len(given) == 1 else merge(type_, given) for given in typed.values()]
        result = tx.run(merge_statement(type_), rows=wanted)
        others = [stored(type_, row["properties"]) for row in result]
        created += result.consume().counters.nodes_created
        changed = []
        for old in others:
            merged = merge(type_, [old, *typed[old["id"]]])
            if merged != old:
                properties = with_removals(type_, merged)
                changed.append({"id": old["id"], "properties": properties})
        if changed:
            tx.run(update_statement(type_), rows=changed).consume()
    return created


def _write_bare(tx: ManagedTransaction, documents: Iterable[DocumentRows]) -> int:
    """Make sure that the ends of all edges exist; returns how many are new."""
    by_type: dict[str, list[Properties]] = {}
    for id_ in sorted({id_ for rows in documents for id_ in rows.bare}):
        by_type.setdefault(_BARE[id_.partition(":")[0]], []).append(implied(id_))
    summaries = [
        tx.run(bare_statement(type_), rows=rows).consume() for type_, rows in by_type.items()
    ]
    return sum(summary.counters.nodes_created for summary in summaries)


_BARE = {"channel": "Channel", "link": "Link", "post": "Post"}


def _unsettled(withdrawn: Withdrawn, documents: Iterable[DocumentRows]) -> Iterator[str]:
    """Nodes that lost something which the documents of this batch do not say again.

    The others need no look at all their documents, of which a well-known state has thousands.
    """
    given: dict[str, list[Properties]] = {}
    for rows in documents:
        for of_type in rows.shares.values():
            for id_, share in of_type.items():
                given.setdefault(id_, []).append(share)
    for id_, old in withdrawn.shares.items():
        type_, new = type_of_id(id_), given.get(id_, [])
        if type_ is None or not new or merge(type_.name, [*old, *new]) != merge(type_.name, new):
            yield id_


def _write_edges(tx: ManagedTransaction, documents: Iterable[DocumentRows], run: str) -> int:
    grouped: dict[EdgeKey, dict[str, list[list[Any]]]] = {}
    written = 0
    for rows in documents:
        for key, edges in rows.edges.items():
            by_source = grouped.setdefault(key, {})
            names = edge_properties(key.type)
            written += len(edges)
            for edge in edges:
                properties = edge["properties"]
                properties["run"] = run
                row = [edge["target"], *map(properties.get, names)]
                by_source.setdefault(edge["source"], []).append(row)
    for key, by_source in sorted(grouped.items()):
        tx.run(edge_statement(*key), rows=list(by_source.items())).consume()
    return written
