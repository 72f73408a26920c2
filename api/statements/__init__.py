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
    """Finds a cited edge by id alone, with one index seek for each type the vocabulary cites."""
    branches = (
        f"MATCH (s)-[r:{type_} {{id: $id}}]->(t) RETURN s, r, t" for type_ in quoting_types()
    )
    return f"CALL () {{ {' UNION ALL '.join(branches)} }} {statement('citation')}"
