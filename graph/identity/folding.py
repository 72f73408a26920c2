"""Making the graph what the judgements that hold say it is, and taking that back exactly.

A merged node's relationships move to the node that stands for its group and remember the ends they
had (`source_was`, `target_was`), so every query sees one node, and nothing is lost: what each
document said of the merged node stays on the document's edge, from which the node is made again. A
rejected relationship leaves the graph for a `Withheld` node.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from neo4j import ManagedTransaction

from graph.identity.groups import Pair, canonical_ids
from graph.store.merging import decode, merge, type_of_id
from graph.store.retract import settle
from graph.store.schema import SUPPORT, owned_types
from graph.vocabulary import NodeType, load_vocabulary

JUDGED = "MATCH (n:Judgement|Merged|Withheld) RETURN 1 AS one LIMIT 1"
HELD = (
    "MATCH (j:Judgement) WHERE j.undone_at IS NULL RETURN j.id AS id, j.verdict AS verdict, "
    "j.a AS a, j.b AS b ORDER BY id"
)
MERGED = "MATCH (m:Merged) RETURN m.id AS id, m.into AS into"
LIVE = "UNWIND $ids AS id MATCH (n:Entity|Claim {id: id}) RETURN n.id AS id"
NOTE = "MERGE (m:Merged {id: $id}) SET m.into = $into"
FORGET = "MATCH (m:Merged {id: $id}) DELETE m"
WITHHELD = "MATCH (w:Withheld) RETURN properties(w) AS held ORDER BY w.id"
RELEASE = "MATCH (w:Withheld {id: $id}) DELETE w"
KEEP = "MERGE (w:Withheld {id: $row.id}) SET w = $row"
SPEAKERS = ("asserted_by", "via")
"""Properties of relationships that name a node by its id."""


def apply(tx: ManagedTransaction) -> None:
    """Bring the graph into the state that the judgements which hold ask for.

    Safe to call at any time: what is as it should be is left alone. The writer calls it in the
    transaction of each batch, so that a document read again respects every judgement.
    """
    if not tx.run(JUDGED).data():
        return
    held = tx.run(HELD).data()
    merged = {row["id"]: row["into"] for row in tx.run(MERGED)}
    rejected = {row["a"] for row in held if row["verdict"] == "reject"}
    _release(tx, rejected, merged)
    pairs = [Pair(row["id"], row["verdict"], row["a"], row["b"]) for row in held if row["b"]]
    wanted = canonical_ids(pairs)
    for id_, into in sorted(merged.items()):
        if wanted.get(id_) != into:
            _unfold(tx, id_, into)
    live = {row["id"] for row in tx.run(LIVE, ids=sorted(wanted))}
    for id_ in sorted(live):
        _fold(tx, id_, wanted[id_])
    _withhold(tx, rejected)


def _fold(tx: ManagedTransaction, id_: str, into: str) -> None:
    node = _type(id_)
    labels = "".join(f":{label}" for label in node.labels if label != node.root)
    own = f" SET n{labels}" if labels else ""
    tx.run(f"MERGE (n:{node.root} {{id: $into}}){own}", into=into).consume()
    _rename(tx, id_, into)
    _move(tx, node.root, id_, into, "")
    tx.run(f"MATCH (n:{node.root} {{id: $id}}) DETACH DELETE n", id=id_).consume()
    tx.run(NOTE, id=id_, into=into).consume()
    settle(tx, [into])


def _unfold(tx: ManagedTransaction, id_: str, into: str) -> None:
    node = _type(id_)
    labels = "".join(f":{label}" for label in node.labels)
    shares = [
        decode(row["share"])
        for row in tx.run(
            f"MATCH (n:{node.root} {{id: $into}})<-[r:{SUPPORT}]-() WHERE r.target_was = $id "
            "RETURN r.contribution AS share",
            id=id_,
            into=into,
        )
    ]
    moved = (
        f"MATCH (n:{node.root} {{id: $into}})-[r]-() "
        "WHERE r.source_was = $id OR r.target_was = $id RETURN 1 LIMIT 1"
    )
    if tx.run(moved, id=id_, into=into).data():
        properties = merge(node.name, shares) | {"id": id_}
        tx.run(f"CREATE (n{labels}) SET n = $properties", properties=properties).consume()
        _rename_back(tx, id_, into)
        _move(tx, node.root, into, id_, id_)
    tx.run(FORGET, id=id_).consume()
    settle(tx, [into])


def _move(tx: ManagedTransaction, root: str, giver: str, taker: str, was: str) -> None:
    """Move relationships between two nodes: all of them, or those that `was` gave before."""
    for type_ in _types_at(tx, root, giver):
        for end, (here, there) in {
            "source_was": ("(g)-[r]->(x)", "(t)-[n]->(x)"),
            "target_was": ("(g)<-[r]-(x)", "(t)<-[n]-(x)"),
        }.items():
            keep = "NULL" if was else f"coalesce(p.{end}, $giver)"
            tx.run(
                f"MATCH (g:{root} {{id: $giver}}), (t:{root} {{id: $taker}}) "
                f"MATCH {here.replace('[r]', f'[r:{type_}]')} "
                f"WHERE $was = '' OR r.{end} = $was "
                # The far end of a loop is the giver itself, which moves as the other end.
                f"WITH t, x, r, properties(r) AS p DELETE r "
                f"CREATE {there.replace('[n]', f'[n:{type_}]')} SET n = p, n.{end} = {keep}",
                giver=giver,
                taker=taker,
                was=was,
            ).consume()


def _types_at(tx: ManagedTransaction, root: str, id_: str) -> list[str]:
    found = tx.run(f"MATCH (n:{root} {{id: $id}})-[r]-() RETURN DISTINCT type(r) AS type", id=id_)
    known = load_vocabulary().relationships
    return sorted(row["type"] for row in found if row["type"] in known)


def _rename(tx: ManagedTransaction, id_: str, into: str) -> None:
    """Let relationships that name the node as speaker name the one that stands for it."""
    for type_ in _speaking_types():
        for name in SPEAKERS:
            tx.run(
                f"{_DOCUMENTS} MATCH ()-[r:{type_}]->() WHERE r.document = document "
                f"AND r.{name} = $id SET r.{name}_was = coalesce(r.{name}_was, $id), "
                f"r.{name} = $into",
                supported=id_,
                id=id_,
                into=into,
            ).consume()


def _rename_back(tx: ManagedTransaction, id_: str, into: str) -> None:
    for type_ in _speaking_types():
        for name in SPEAKERS:
            tx.run(
                f"{_DOCUMENTS} MATCH ()-[r:{type_}]->() WHERE r.document = document "
                f"AND r.{name}_was = $id SET r.{name} = $id REMOVE r.{name}_was",
                supported=into,
                id=id_,
            ).consume()


# Whoever a document lets speak is among the nodes it contributed.
_DOCUMENTS = (
    f"MATCH (:Entity {{id: $supported}})<-[support:{SUPPORT}]-() "
    "WITH DISTINCT support.document AS document"
)


@cache
def _speaking_types() -> tuple[str, ...]:
    vocabulary = load_vocabulary()
    return tuple(
        name
        for name in owned_types()
        if any(item.name in SPEAKERS for item in vocabulary.relationship(name).properties)
    )


def _withhold(tx: ManagedTransaction, rejected: Iterable[str]) -> None:
    statement = (
        f"MATCH (s)-[r:{'|'.join(judged_types())}]->(t) WHERE r.id IN $ids "
        "RETURN type(r) AS type, r.id AS id, s.id AS source, t.id AS target, "
        "properties(r) AS properties"
    )
    for row in tx.run(statement, ids=sorted(rejected)).data():
        said = row["properties"]
        ends = {end: said.pop(f"{end}_was", row[end]) for end in ("source", "target")}
        said |= {name: said.pop(f"{name}_was") for name in SPEAKERS if f"{name}_was" in said}
        held = {**row, **ends, "document": said.get("document"), "properties": json.dumps(said)}
        tx.run(KEEP, row=held).consume()
        tx.run(f"MATCH ()-[r:{row['type']} {{id: $id}}]->() DELETE r", id=row["id"]).consume()


def _release(tx: ManagedTransaction, rejected: Iterable[str], merged: Mapping[str, str]) -> None:
    """Put back what is no longer rejected, between the nodes that stand for its ends now."""
    keep = frozenset(rejected)
    for row in tx.run(WITHHELD).data():
        held: Mapping[str, Any] = row["held"]
        if held["id"] in keep:
            continue
        said = json.loads(held["properties"])
        ends = {end: merged.get(held[end], held[end]) for end in ("source", "target")}
        said |= {f"{end}_was": held[end] for end in ends if held[end] in merged}
        for name in SPEAKERS:
            if said.get(name) in merged:
                said |= {f"{name}_was": said[name], name: merged[said[name]]}
        type_ = load_vocabulary().relationship(held["type"])
        tx.run(
            f"MATCH (s:{_roots(type_.sources)} {{id: $source}}) "
            f"MATCH (t:{_roots(type_.targets)} {{id: $target}}) "
            f"CREATE (s)-[r:{type_.name}]->(t) SET r = $said",
            **ends,
            said=said,
        ).consume()
        tx.run(RELEASE, id=held["id"]).consume()


def _roots(types: Iterable[str]) -> str:
    return "|".join(sorted({load_vocabulary().node(name).root for name in types}))


@cache
def judged_types() -> tuple[str, ...]:
    """The relationship types a person can accept or reject: all whose edges cite a sentence."""
    return tuple(name for name, one in load_vocabulary().relationships.items() if one.cited)


def _type(id_: str) -> NodeType:
    found = type_of_id(id_)
    if found is None:
        raise AssertionError(f"{id_} was judged and has no type")
    return found
