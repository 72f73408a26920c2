"""Writing posts into the store, thousands a transaction; the same posts again change nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from neo4j import ManagedTransaction

from graph.errors import GraphError
from graph.posts import Post
from graph.store.ahead import ahead
from graph.store.connection import Store
from graph.store.merging import Properties
from graph.store.post_rows import (
    NUMBERS,
    Decision,
    PostGraph,
    Stored,
    decide,
    post_rows,
    version_edge,
)
from graph.store.retract import lock
from graph.store.rows import DocumentRows, timestamp
from graph.store.runs import Run, WriteCounts, begin_run
from graph.store.schema import ensure_schema
from graph.store.sessions import session
from graph.store.writer import write_rows

BATCH_POSTS = 2_000
BATCH_CHARACTERS = 4_000_000

KNOWN = (
    "UNWIND $ids AS id MATCH (p:Post {id: id}) "
    "RETURN collect([p.id, p:Document, p.channel, coalesce(p.edited_at, p.published_at), "
    f"p.sha256, p.fingerprint, [{', '.join(f'p.{name}' for name in NUMBERS)}], "
    "[(v:PostVersion)-[:VERSION_OF]->(p) | v.sha256]]) AS known"
)
"""All that is known of a batch in one row: the driver's time is by the row."""
KEEP_TEXTS = (
    "UNWIND $rows AS row MATCH (p:Post {id: row.post}) MERGE (v:PostVersion {id: row.id}) "
    "ON CREATE SET v += {text: p.text, sha256: p.sha256, raw_sha256: p.raw_sha256, "
    "source: p.source, made_at: coalesce(p.edited_at, p.published_at)}"
)
ADD_TEXTS = "UNWIND $rows AS row MERGE (v:PostVersion {id: row.id}) ON CREATE SET v += row"
# The one edge of a post that is merged: it outlives the withdrawal of the post's others.
ADD_VERSIONS = (
    "UNWIND $rows AS row MATCH (s:PostVersion {id: row.source}) MATCH (t:Post {id: row.target}) "
    "MERGE (s)-[r:VERSION_OF]->(t) ON CREATE SET r += row.properties"
)
SET_NUMBERS = "UNWIND $rows AS row MATCH (p:Post {id: row.id}) SET p += row.numbers"

_Batch = dict[str, tuple[Post, DocumentRows]]
Refuse = Callable[[Post, GraphError], None]


def write_posts(
    store: Store,
    posts: Iterable[PostGraph],
    run: Run,
    *,
    refuse: Refuse,
    progress: Callable[[int], None] | None = None,
) -> WriteCounts:
    """Write posts; of several sights of one, the latest text stands and the others are kept.

    A post that contradicts what the store holds goes to `refuse` and the rest goes on. `progress`
    hears how many posts were done after each transaction. `posts` is read in a second thread, one
    batch ahead. Raises StoreError, and GraphError for findings that do not fit their post.
    """
    total = WriteCounts()
    ensure_schema(store)
    # Before anything is read, so that a run which breaks off is on record.
    begin_run(store, run)
    with ahead(posts, _batches) as batches, session(store) as opened:
        for batch in batches:
            batches.begin()
            counts, refused = opened.execute_write(_write_batch, batch, run.id)
            for post, error in refused:
                refuse(post, error)
            total += counts
            if progress is not None:
                progress(len(batch))
    return total


def _batches(posts: Iterable[PostGraph]) -> Iterator[_Batch]:
    """Posts that fit into one transaction, each once."""
    batch: _Batch = {}
    characters = 0
    for graph in posts:
        rows = post_rows(graph)
        if rows.id in batch or len(batch) == BATCH_POSTS or characters > BATCH_CHARACTERS:
            yield batch
            batch, characters = {}, 0
        batch[rows.id] = graph.post, rows
        characters += len(graph.post.text)
    if batch:
        yield batch


def _write_batch(
    tx: ManagedTransaction, batch: _Batch, run: str
) -> tuple[WriteCounts, list[tuple[Post, GraphError]]]:
    lock(tx)
    [rows] = tx.run(KNOWN, ids=list(batch)).value()
    bare = {id_ for id_, is_document, *_ in rows if not is_document}
    known = {id_: _stored(*fields) for id_, is_document, *fields in rows if is_document}
    decided: dict[str, Decision] = {}
    refused: list[tuple[Post, GraphError]] = []
    for id_, (post, rows) in batch.items():
        try:
            decided[id_] = decide(post, rows, known.get(id_))
        except GraphError as error:
            refused.append((post, error))
    changed = {id_: decision for id_, decision in decided.items() if decision.changes}
    new = batch.keys() - known.keys() - bare
    counts = _write_decided(tx, batch, changed, run, new)
    unchanged = WriteCounts(unchanged=len(decided) - len(changed))
    return counts + unchanged, refused


def _stored(
    channel: str, made_at: str, text: str, fingerprint: str, numbers: list[Any], versions: list[str]
) -> Stored:
    found = {name: value for name, value in zip(NUMBERS, numbers, strict=True) if value is not None}
    return Stored(channel, made_at, text, fingerprint, found, versions)


def _write_decided(
    tx: ManagedTransaction,
    batch: _Batch,
    changed: dict[str, Decision],
    run: str,
    new: Collection[str],
) -> WriteCounts:
    kept = [{"post": id_, "id": one.keeps} for id_, one in changed.items() if one.keeps]
    added = [one.version for one in changed.values() if one.version]
    for statement, texts in ((KEEP_TEXTS, kept), (ADD_TEXTS, added)):
        if texts:
            tx.run(statement, rows=texts).consume()
    documents = [one.rows for one in changed.values() if one.rows]
    replaced = [id_ for id_, one in changed.items() if one.replaces]
    counts = write_rows(tx, documents, run, replaced=replaced, keep=("VERSION_OF",), new=new)
    numbers = [{"id": id_, "numbers": one.numbers} for id_, one in changed.items() if one.numbers]
    if numbers:
        tx.run(SET_NUMBERS, rows=numbers).consume()
    versions = [
        _version_edge(batch[id_][0], version, run)
        for id_, one in changed.items()
        if (version := one.keeps or (one.version or {}).get("id"))
    ]
    if versions:
        tx.run(ADD_VERSIONS, rows=versions).consume()
    other = WriteCounts(len(changed) - len(documents), 0, len(versions), len(versions))
    return counts + other


def _version_edge(post: Post, version: str, run: str) -> Properties:
    edge = version_edge(version, post.id, timestamp(post.published_at))
    edge["properties"]["run"] = run
    return edge
