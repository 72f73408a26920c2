"""Parameters that several paths take in the same way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import Depends, Query
from fastapi.exceptions import RequestValidationError
from pydantic import AfterValidator, WithJsonSchema

from api.statements import derived_types, tie_types
from graph.exports.model import edge_types
from graph.model import Modality
from graph.periods import FORM, in_order, is_date
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


def _of_the_calendar(day: str) -> str:
    if not is_date(day):
        raise ValueError("It is no date such as 2024, 2024-10 or 2024-10-05")
    return day


_Date = Annotated[
    str,
    AfterValidator(_of_the_calendar),
    WithJsonSchema({"type": "string", "pattern": f"^{FORM}$"}),
]
Day = Annotated[_Date | None, Query(description="A year, month or day, as in 2024-10.")]


async def _period(since: Day = None, until: Day = None) -> dict[str, str | None]:
    if since is not None and until is not None and not in_order(since, until):
        raise RequestValidationError(
            [{"type": "period", "loc": ("query", "until"), "msg": f"It lies before {since}"}]
        )
    return {"since": since, "until": until}


Period = Annotated[dict[str, str | None], Depends(_period)]
"""What a statement is asked about a period: where it begins and ends, each None where open."""

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
    period: Period,
    types: Types = [],  # noqa: B006
    modality: Annotated[list[Modality], Query(description="Only these modalities.")] = [],  # noqa: B006
) -> TieFilter:
    asked: dict[str, object] = {**period, "modalities": sorted(set(modality))}
    return TieFilter(tuple(sorted({type_.value for type_ in types})), asked)


Ties = Annotated[TieFilter, Depends(_ties)]
