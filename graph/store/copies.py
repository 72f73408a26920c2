"""Which posts have nearly the same text, written so that finding it again changes nothing.

There is one NEAR_DUPLICATE between two posts, whoever found it: what is written here stands in
place of all that an earlier run found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from neo4j import ManagedTransaction

from graph.store.connection import Store
from graph.store.derived import BATCH, DerivedCounts
from graph.store.properties import checked
from graph.store.retract import lock
from graph.store.rows import timestamp
from graph.store.runs import Run, begin_run
from graph.store.schema import ensure_schema
from graph.store.sessions import session

# A post that was taken back meanwhile has no text that could be like another's.
MERGE = (
    "UNWIND $rows AS row MATCH (s:Post {id: row.source}) WHERE s:Document "
    "MATCH (t:Post {id: row.target}) WHERE t:Document "
    "MERGE (s)-[r:NEAR_DUPLICATE]->(t) SET r = row.properties RETURN count(r)"
)
REMOVE = (
    "MATCH (:Post)-[r:NEAR_DUPLICATE]->() WHERE r.run <> $run "
    "WITH r LIMIT $most DELETE r RETURN count(*)"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """How likeness was found: the rule with its version, and the rule with its parameters."""

    rule: str
    method: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A post with nearly the text of one before it; `score` is from 0 to 1."""

    post: str
    earlier: str
    published_at: datetime
    score: float


def write_copies(
    store: Store,
    measure: Measure,
    copies: Iterable[Copy],
    run: Run,
    *,
    progress: Callable[[int], None] | None = None,
) -> DerivedCounts:
    """Write an edge for each pair of posts, and remove those of earlier runs that no longer hold.

    `progress` hears how many were written after each transaction. Pairs of which a post is not in
    the store are not written and not counted. Raises StoreError.
    """
    ensure_schema(store)
    begin_run(store, run)
    written = removed = 0
    rows = (_row(measure, copy, run.id) for copy in copies)
    with session(store) as opened:
        while batch := list(islice(rows, BATCH)):
            written += opened.execute_write(_write, batch)
            if progress is not None:
                progress(len(batch))
        while stale := opened.execute_write(_remove, run.id):
            removed += stale
    return DerivedCounts(written, removed)


def _row(measure: Measure, copy: Copy, run: str) -> dict[str, Any]:
    # The edge has no direction of its own; by id, so that the same pair is always the same edge.
    source, target = sorted((copy.post, copy.earlier))
    properties = checked(
        copy.post,
        "NEAR_DUPLICATE",
        {
            "document": copy.post,
            "published_at": timestamp(copy.published_at),
            "extractor": measure.rule,
            "method": measure.method,
            "score": copy.score,
            "run": run,
        },
    )
    return {"source": source, "target": target, "properties": properties}


def _write(tx: ManagedTransaction, rows: list[dict[str, Any]]) -> int:
    lock(tx)
    [count] = tx.run(MERGE, rows=rows).value()
    return int(count)


def _remove(tx: ManagedTransaction, run: str) -> int:
    lock(tx)
    [count] = tx.run(REMOVE, run=run, most=BATCH).value()
    return int(count)
