"""Parameters that several paths take in the same way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import Depends, Query

from api.statements import derived_types, tie_types
from graph.exports.model import edge_types
from graph.model import Modality
from graph.store.schema import searched
from graph.vocabulary import load_vocabulary

TieType = StrEnum("TieType", {name: name for name in tie_types()})  # type: ignore[misc]
TieType.__doc__ = "A relationship type that ties two entities."


DerivedType = StrEnum("DerivedType", {name: name for name in derived_types()})  # type: ignore[misc]
DerivedType.__doc__ = "A computed relationship type that ties two channels."


def _searchable() -> dict[str, str]:
    nodes = load_vocabulary().nodes.values()
    return {node.name: node.name for node in nodes if searched(node)}


FoundType = StrEnum("FoundType", _searchable())  # type: ignore[misc]
FoundType.__doc__ = "A node type that full-text search finds."

EdgeType = StrEnum("EdgeType", {name: name for name in edge_types()})  # type: ignore[misc]
EdgeType.__doc__ = "A relationship type that is exported."

Day = Annotated[
    str | None,
    Query(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="A year, month or day, as in 2024-10."),
]
_ONLY = Query(alias="type", description="Only these types.")
Types = Annotated[list[TieType], _ONLY]
DerivedTypes = Annotated[list[DerivedType], _ONLY]
FoundTypes = Annotated[list[FoundType], _ONLY]
EdgeTypes = Annotated[list[EdgeType], _ONLY]
Id = Annotated[str, Query(min_length=1, max_length=300)]


@dataclass(frozen=True, slots=True)
class TieFilter:
    """Which cited ties count: their types, modalities and dates."""

    types: tuple[str, ...]
    asked: dict[str, object]


async def _ties(
    types: Types = [],  # noqa: B006
    modality: Annotated[list[Modality], Query(description="Only these modalities.")] = [],  # noqa: B006
    since: Day = None,
    until: Day = None,
) -> TieFilter:
    asked: dict[str, object] = {"since": since, "until": until}
    asked["modalities"] = sorted(set(modality))
    return TieFilter(tuple(sorted({type_.value for type_ in types})), asked)


Ties = Annotated[TieFilter, Depends(_ties)]
