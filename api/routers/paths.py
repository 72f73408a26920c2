"""How two entities are connected."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.filters import Id, Ties
from api.problems import documented
from api.routers import StoreOf
from api.routers.entities import require
from api.statements import paths_statement
from api.views import Chain, chains

router = APIRouter(prefix="/paths", tags=["network"])


@router.get("", responses=documented(308, 404, 422, 503))
async def paths(
    store: StoreOf,
    a: Annotated[Id, Query(description="Id of the entity it starts from.")],
    b: Annotated[Id, Query(description="Id of the entity it leads to.")],
    ties: Ties,
    k: Annotated[int, Query(ge=1, le=20, description="Chains at most.")] = 3,
    hops: Annotated[int, Query(ge=1, le=6, description="Steps of a chain at most.")] = 4,
) -> list[Chain]:
    """The shortest chains of cited ties from one entity to another, each step with a sentence."""
    await require(store, a)
    await require(store, b)
    if a == b:
        return []
    asked = ties.asked | {"a": a, "b": b, "k": k}
    return chains((await store.read(paths_statement(ties.types, hops), asked)).records())
