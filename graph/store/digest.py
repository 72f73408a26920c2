"""One hash of everything in the store, to see whether anything changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from neo4j import Session

from graph.ids import sha256
from graph.store.connection import Store
from graph.store.sessions import session

# Runs and judgements are logs of who did what and when, the store's own node is a lock: what they
# did to the graph is seen in the graph.
NODES = (
    "MATCH (n) WHERE NOT n:Run AND NOT n:Store AND NOT n:Judgement "
    "RETURN labels(n) AS labels, properties(n) AS properties"
)
EDGES = (
    "MATCH (s)-[r]->(t) RETURN type(r) AS type, s.id AS source, t.id AS target, "
    "properties(r) AS properties"
)
MODULUS = 1 << 256


def digest(store: Store, *, ignore: Iterable[str] = ()) -> str:
    """A hash of all nodes and edges with all their properties, except those named in `ignore`.

    Stores that hold the same have the same digest, however they came to it. Runs and judgements
    are left out. Each record is hashed by itself and the hashes are added up, so nothing has to be
    sorted and memory stays small.
    """
    left_out = frozenset(ignore)
    with session(store) as opened:
        total = sum(_hashes(opened, NODES, left_out)) + sum(_hashes(opened, EDGES, left_out))
    return f"{total % MODULUS:064x}"


def _hashes(opened: Session, statement: str, ignore: frozenset[str]) -> Iterable[int]:
    for record in opened.run(statement):
        yield int(sha256(_canonical(record.data(), ignore)), 16)


def _canonical(record: dict[str, Any], ignore: frozenset[str]) -> str:
    properties = {k: v for k, v in record["properties"].items() if k not in ignore}
    rest = {k: sorted(v) if isinstance(v, list) else v for k, v in record.items()}
    return json.dumps(rest | {"properties": properties}, sort_keys=True)
