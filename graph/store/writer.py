"""Writing documents into the store, so that writing the same thing twice changes nothing.

A batch is one transaction: a document is in the store whole or not at all. What a document
contributed before is taken back in the transaction that writes what it contributes now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import takewhile
from threading import Event
from typing import Any

from neo4j import ManagedTransaction

from graph.model import DocumentGraph
from graph.store.connection import Store
from graph.store.merging import Properties, merge, stored, type_of_id, with_removals
from graph.store.retract import Withdrawn, lock, settle, withdraw
from graph.store.rows import DocumentRows, EdgeKey, document_rows
from graph.store.runs import Run, WriteCounts, begin_run
from graph.store.schema import (
    document_statement,
    edge_statement,
    ensure_schema,
    node_statement,
)
from graph.store.sessions import session
from graph.vocabulary import load_vocabulary

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
    ensure_schema(store)
    begin_run(store, run)
    total = WriteCounts()
    with session(store) as opened:
        for batch in _ahead(graphs, batch_size):
            total += opened.execute_write(_write_batch, batch, run.id)
            if progress is not None:
                progress(len(batch))
    return total


def _ahead(graphs: Iterable[DocumentGraph], size: int) -> Iterator[_Batch]:
    """Batches, each made while the one before is being written."""
    stopped = Event()
    wanted = takewhile(lambda _: not stopped.is_set(), graphs)
    batches = _batches(wanted, size)
    with ThreadPoolExecutor(max_workers=1) as other:
        try:
            coming = other.submit(next, batches, None)
            while (batch := coming.result()) is not None:
                coming = other.submit(next, batches, None)
                yield batch
        finally:
            # Whoever stops here need not wait for the rest of a batch nobody will write.
            stopped.set()


def _batches(graphs: Iterable[DocumentGraph], size: int) -> Iterator[_Batch]:
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


def _write_batch(tx: ManagedTransaction, batch: _Batch, run: str) -> WriteCounts:
    lock(tx)
    known = {row["id"]: row["fingerprint"] for row in tx.run(FINGERPRINTS, ids=list(batch))}
    documents = [rows for rows in batch.values() if known.get(rows.id) != rows.fingerprint]
    unchanged = len(batch) - len(documents)
    if not documents:
        return WriteCounts(unchanged=unchanged)
    replaced = [rows.id for rows in documents if rows.id in known]
    withdrawn = withdraw(tx, replaced) if replaced else Withdrawn({}, 0)
    _write_documents(tx, documents)
    nodes = _write_nodes(tx, documents)
    edges = _write_edges(tx, documents, run)
    settle(tx, _unsettled(withdrawn, documents))
    return WriteCounts(len(documents), unchanged, nodes, edges)


def _write_documents(tx: ManagedTransaction, documents: Iterable[DocumentRows]) -> None:
    by_type: dict[str, list[Properties]] = {}
    for rows in documents:
        row = {"id": rows.id, "properties": rows.properties}
        by_type.setdefault(rows.type, []).append(row)
    for type_, typed in sorted(by_type.items()):
        tx.run(document_statement(type_), rows=typed).consume()


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
        before = _stored_nodes(tx, type_, sorted(typed))
        changed = []
        for id_, given in sorted(typed.items()):
            old = before.get(id_)
            merged = merge(type_, given if old is None else [old, *given])
            if old is None:
                changed.append({"id": id_, "properties": merged})
            elif merged != old:
                changed.append({"id": id_, "properties": with_removals(type_, merged)})
        created += len(typed) - len(before)
        tx.run(node_statement(type_), rows=changed).consume()
    return created


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


def _stored_nodes(tx: ManagedTransaction, type_: str, ids: list[str]) -> dict[str, Properties]:
    root = load_vocabulary().node(type_).root
    statement = f"UNWIND $ids AS id MATCH (n:{root} {{id: id}}) RETURN properties(n) AS properties"
    found = (stored(type_, row["properties"]) for row in tx.run(statement, ids=ids))
    return {properties["id"]: properties for properties in found}


def _write_edges(tx: ManagedTransaction, documents: Iterable[DocumentRows], run: str) -> int:
    grouped: dict[EdgeKey, list[dict[str, Any]]] = {}
    for rows in documents:
        for key, edges in rows.edges.items():
            grouped.setdefault(key, []).extend(edges)
    written = 0
    for key, edge_rows in sorted(grouped.items()):
        for row in edge_rows:
            row["properties"]["run"] = run
        tx.run(edge_statement(*key), rows=edge_rows).consume()
        written += len(edge_rows)
    return written
