"""The API's own small statements, one file each; what investigators ask lives in queries/.

Where a statement is about relationships, their types come from the vocabulary and stand in its
pattern, so that the store expands or seeks only those.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from graph.store.schema import quoting_types
from graph.vocabulary import load_vocabulary

SHORTEST = 200
"""Chains fetched at most; where more are equally short, the server chooses among them."""


@cache
def statement(name: str) -> str:
    """The text of `name`.cypher in this folder."""
    return files(__package__).joinpath(f"{name}.cypher").read_text(encoding="utf-8")


@cache
def tie_types() -> tuple[str, ...]:
    """The cited types that tie one entity to another."""
    vocabulary = load_vocabulary()
    entities = {node.name for node in vocabulary.concrete() if node.root == "Entity"}
    return tuple(
        name
        for name in quoting_types()
        if entities.intersection(vocabulary.relationships[name].sources)
        and entities.intersection(vocabulary.relationships[name].targets)
    )


@cache
def derived_types() -> tuple[str, ...]:
    """The computed types that weigh what ties one channel to another."""
    relationships = load_vocabulary().relationships
    return tuple(
        name
        for name in sorted(relationships)
        if any(item.name == "weight" for item in relationships[name].properties)
    )


def _some(types: Iterable[str]) -> str:
    """These types as a pattern has them, all that tie entities where none are given."""
    known = tie_types()
    return "|".join(sorted(name for name in set(types) if name in known) or known)


@cache
def citation_statement() -> str:
    """Finds a cited edge by id alone: naming the types lets Neo4j seek each type's unique id."""
    types = "|".join(quoting_types())
    return f"MATCH (s)-[r:{types}]->(t) WHERE r.id = $id\n{statement('citation')}"


@cache
def assertions_statement() -> str:
    """What one document says, by each type's own index of documents."""
    return f"MATCH (s)-[r:{'|'.join(quoting_types())}]->(t)\n{statement('assertions')}"


def relationships_statement(types: Iterable[str]) -> str:
    """Cited ties of an entity, of some types or all."""
    return (
        f"MATCH (e:Entity {{id: $id}})-[r:{_some(types)}]-(:Entity)\n"
        f"WHERE {statement('within')}\n{statement('relationships')}"
    )


def derived_statement(types: Iterable[str], *, one: bool) -> str:
    """Computed ties, of some types or all: of one channel, or the strongest of any."""
    channel = "(:Entity:Channel {id: $id})" if one else "(:Channel)"
    some = "|".join(sorted(types) or derived_types())
    # Seen from any channel, a tie read in both directions would come twice.
    return f"MATCH {channel}-[r:{some}]-{'' if one else '>'}(:Channel)\n{statement('derived')}"


def timeline_statement(types: Iterable[str]) -> str:
    """What is said of an entity by date; what it said itself too, where no types are given."""
    some = _some(types) if types else "|".join(quoting_types())
    return f"MATCH (e:Entity {{id: $id}})-[r:{some}]-()\n{statement('timeline')}"


@cache
def _paths(types: str, hops: int) -> str:
    within = statement("within")
    return (
        "MATCH (a:Entity {id: $a}) MATCH (b:Entity {id: $b})\n"
        # Bounding the pairs makes the server search between two known ends, not from everywhere.
        "WITH a, b LIMIT 1\n"
        f"MATCH p = SHORTEST {SHORTEST} (a)((x:Entity)-[r:{types}]-(y:Entity)\n"
        f"WHERE {within}){{1,{hops}}}(b)\n{statement('paths')}"
        f"MATCH (x)-[r:{types}]-(y)\nWHERE {within}\n{statement('steps')}"
    )


def paths_statement(types: Iterable[str], hops: int) -> str:
    """The shortest chains of cited ties between two entities, a row a step."""
    return _paths(_some(types), hops)


def neighbours_statement(types: Iterable[str]) -> str:
    """The entities tied to some others, those with the most sentences first."""
    return (
        f"MATCH (s:Entity)-[r:{_some(types)}]-(n:Entity) WHERE s.id IN $ids AND NOT n.id IN $known "
        f"AND {statement('within')}\n{statement('neighbours')}"
    )


def ties_between_statement(types: Iterable[str]) -> str:
    """What ties some entities to each other, an edge for all sentences of a type."""
    return (
        f"MATCH (s:Entity)-[r:{_some(types)}]->(t:Entity) WHERE s.id IN $ids AND t.id IN $ids "
        f"AND {statement('within')}\n{statement('ties_between')}"
    )
