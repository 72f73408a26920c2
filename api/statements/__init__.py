"""The API's own small statements, one file each; what investigators ask lives in queries/."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from graph.store.schema import quoting_types


@cache
def statement(name: str) -> str:
    """The text of `name`.cypher in this folder."""
    return files(__package__).joinpath(f"{name}.cypher").read_text(encoding="utf-8")


@cache
def citation_statement() -> str:
    """Finds a cited edge by id alone: naming the types lets Neo4j seek each type's unique id."""
    types = "|".join(quoting_types())
    return f"MATCH (s)-[r:{types}]->(t) WHERE r.id = $id\n{statement('citation')}"
