"""Actors, channels, treaties, places and events, and what ties them."""

from collections.abc import Iterable
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query

from api.filters import Period, Ties
from api.problems import documented
from api.responses import Page, QueryAnswer, RelationshipCard, card, query_answer, type_of, typed
from api.routers import CatalogueOf, PagingOf, StoreOf
from api.statements import relationships_statement, statement, timeline_statement
from api.views import EntityProfile, TimelineEntry, timeline_entry
from graph.store.asynchronous import AsyncStore
from graph.store.names import LOOKUP, lookup, refusal, refusal_of_id

router = APIRouter(prefix="/entities", tags=["entities"])

EntityId = Annotated[str, Path(alias="id", description="Id of the entity, as in `state:KP`.")]
SPELLINGS = 50


async def require(store: AsyncStore, id_: str) -> None:
    """Raise NotFoundError unless the store holds an entity of this id."""
    if not (await store.read(statement("exists"), {"id": id_})).rows:
        raise refusal_of_id(id_, (await store.read(LOOKUP, lookup("Entity", id_))).records())


async def require_named(store: AsyncStore, named: Iterable[tuple[str, str]]) -> None:
    """Raise NotFoundError for the first of these labels and names that the store does not know."""
    for kind, name in named:
        rows = (await store.read(LOOKUP, lookup(kind, name))).records()
        if (error := refusal(kind, name, rows)) is not None:
            raise error


@router.get("/{id}", responses=documented(308, 404, 422, 503))
async def entity(store: StoreOf, id_: EntityId) -> EntityProfile:
    """An entity, how documents write its name, and how much they say of it."""
    rows = (await store.read(statement("entity"), {"id": id_})).records()
    if not rows:
        await require(store, id_)
    names = await store.read(statement("names"), {"id": id_, "limit": SPELLINGS})
    ties = await store.read(statement("ties"), {"id": id_})
    return EntityProfile(
        entity=typed(type_of(rows[0]["labels"]), rows[0]["properties"]),
        relationships=rows[0]["relationships"],
        documents=rows[0]["documents"],
        names=names.records(),
        ties=ties.records(),
    )


@router.get("/{id}/relationships", responses=documented(308, 404, 422, 503))
async def relationships(
    store: StoreOf,
    id_: EntityId,
    paging: PagingOf,
    ties: Ties,
    direction: Annotated[
        Literal["both", "out", "in"], Query(description="Seen from the entity.")
    ] = "both",
) -> Page[RelationshipCard]:
    """Cited relationships of an entity with others, the latest documents first."""
    asked = paging.asked | ties.asked | {"id": id_, "direction": direction}
    rows = (await store.read(relationships_statement(ties.types), asked)).records()
    if not rows:
        await require(store, id_)
    return paging.page(rows, card)


@router.get("/{id}/timeline", responses=documented(308, 404, 422, 503))
async def timeline(
    store: StoreOf, id_: EntityId, paging: PagingOf, ties: Ties
) -> Page[TimelineEntry]:
    """What is said of an entity and what it said, by when it begins, the earliest first."""
    asked = paging.asked | ties.asked | {"id": id_}
    rows = (await store.read(timeline_statement(ties.types), asked)).records()
    if not rows:
        await require(store, id_)
    return paging.page(rows, timeline_entry)


@router.get("/{id}/changes", responses=documented(308, 404, 422, 503))
async def changes(
    store: StoreOf, catalogue: CatalogueOf, id_: EntityId, period: Period
) -> QueryAnswer:
    """What began between two dates, compared with what had been said before."""
    await require(store, id_)
    asked = catalogue.get("changes")
    given = {"actor": id_, "since": "0001", "until": "9999", "limit": 500}
    given |= {name: day for name, day in period.items() if day is not None}
    arguments = asked.arguments(given)
    return query_answer(asked, arguments, await store.read(asked.statement, arguments))
