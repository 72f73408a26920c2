"""Edges computed from other edges, written so that computing them again changes nothing.

An edge's id is made of its method, parameters and ends. A second run of the same method with the
same parameters rewrites its edges and removes those that no longer hold: what is derived follows
what it was derived from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from neo4j import ManagedTransaction

from graph.ids import hashed_id
from graph.model import Value
from graph.store.connection import Store
from graph.store.properties import checked
from graph.store.retract import lock
from graph.store.runs import Run, begin_run
from graph.store.schema import ensure_schema
from graph.store.sessions import session
from graph.vocabulary import load_vocabulary

BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Derivation:
    """What all edges of one computation share: their type, how they were made, and from how much.

    `parameters` and `coverage` are JSON.
    """

    type: str
    method: str
    parameters: str
    coverage: str


@dataclass(frozen=True, slots=True)
class DerivedEdge:
    """One edge between stored nodes; `properties` are what the vocabulary declares beyond."""

    source: str
    target: str
    documents: tuple[str, ...]
    properties: dict[str, Value]


@dataclass(frozen=True, slots=True)
class DerivedCounts:
    """How many edges a computation wrote, and how many of an earlier run it removed."""

    written: int
    removed: int


def write_derived(
    store: Store,
    derivation: Derivation,
    edges: Iterable[DerivedEdge],
    run: Run,
    *,
    progress: Callable[[int], None] | None = None,
) -> DerivedCounts:
    """Write the edges of one computation in place of those of its last run.

    `progress` hears how many were written after each transaction. Edges whose ends are not in the
    store are not written and not counted. Raises GraphError for properties that do not fit the
    vocabulary and StoreError.
    """
    ensure_schema(store)
    begin_run(store, run)
    written = removed = 0
    rows = (_row(derivation, edge, run.id) for edge in edges)
    with session(store) as opened:
        while batch := list(islice(rows, BATCH)):
            written += opened.execute_write(_write, derivation.type, batch)
            if progress is not None:
                progress(len(batch))
        while stale := opened.execute_write(_remove, derivation, run.id):
            removed += stale
    return DerivedCounts(written, removed)


def _row(derivation: Derivation, edge: DerivedEdge, run: str) -> dict[str, Any]:
    shared = (derivation.type, derivation.method, derivation.parameters)
    id_ = hashed_id("derived", *shared, edge.source, edge.target)
    properties = checked(
        id_,
        derivation.type,
        {
            "id": id_,
            "method": derivation.method,
            "parameters": derivation.parameters,
            "coverage": derivation.coverage,
            "documents": edge.documents,
            "run": run,
            **edge.properties,
        },
    )
    return {"source": edge.source, "target": edge.target, "properties": properties}


def _write(tx: ManagedTransaction, type_: str, rows: list[dict[str, Any]]) -> int:
    lock(tx)
    [count] = tx.run(merge_edges_statement(type_), rows=rows).value()
    return int(count)


def _remove(tx: ManagedTransaction, derivation: Derivation, run: str) -> int:
    lock(tx)
    statement = remove_edges_statement(derivation.type)
    known = {"method": derivation.method, "parameters": derivation.parameters, "run": run}
    [count] = tx.run(statement, known | {"most": BATCH}).value()
    return int(count)


@cache
def merge_edges_statement(type_: str) -> str:
    """MERGE derived edges of one type by their ids; answers with how many found their ends."""
    declared = load_vocabulary().relationship(type_)
    source, target = (
        {load_vocabulary().node(name).root for name in ends}
        for ends in (declared.sources, declared.targets)
    )
    return (
        f"UNWIND $rows AS row MATCH (s:{'|'.join(sorted(source))} {{id: row.source}}) "
        f"MATCH (t:{'|'.join(sorted(target))} {{id: row.target}}) "
        f"MERGE (s)-[r:{type_} {{id: row.properties.id}}]->(t) SET r = row.properties "
        "RETURN count(r)"
    )


@cache
def remove_edges_statement(type_: str) -> str:
    """Delete at most `$most` edges of one method and parameters that another run wrote."""
    return (
        f"MATCH ()-[r:{load_vocabulary().relationship(type_).name}]->() "
        "WHERE r.method = $method AND r.parameters = $parameters AND r.run <> $run "
        "WITH r LIMIT $most DELETE r RETURN count(*)"
    )
