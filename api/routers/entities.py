"""Actors, channels, treaties, places and events, and what ties them."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.problems import documented
from api.responses import EntityCard, Page, RelationshipCard, card, type_of, typed
from api.routers import PagingOf, StoreOf
from api.statements import statement
from graph.errors import NotFoundError
from graph.model import Modality

router = APIRouter(prefix="/entities", tags=["entities"])

EntityId = Annotated[str, Path(alias="id", description="Id of the entity, as in `state:KP`.")]


@router.get("/{id}", responses=documented(404, 422, 503))
async def entity(store: StoreOf, id_: EntityId) -> EntityCard:
    """An entity with its names and how much there is about it."""
    rows = (await store.read(statement("entity"), {"id": id_})).records()
    if not rows:
        raise NotFoundError(f"There is no entity {id_!r}", remedy="Entity ids look like `state:KP`")
    row = rows[0]
    found = typed(type_of(row["labels"]), row["properties"])
    return EntityCard(entity=found, relationships=row["relationships"], documents=row["documents"])


@router.get("/{id}/relationships", responses=documented(404, 422, 503))
async def relationships(
    store: StoreOf,
    id_: EntityId,
    paging: PagingOf,
    type_: Annotated[list[str], Query(alias="type", description="Only these types.")] = [],  # noqa: B006
    modality: Annotated[list[Modality], Query(description="Only these modalities.")] = [],  # noqa: B006
) -> Page[RelationshipCard]:
    """Cited relationships of an entity in either direction, the latest documents first."""
    await entity(store, id_)
    asked = paging.asked | {"id": id_, "types": type_, "modalities": modality}
    rows = (await store.read(statement("relationships"), asked)).records()
    return paging.page(rows, card)
