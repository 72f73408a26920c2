"""The query catalogue."""

from typing import Annotated

from fastapi import APIRouter, Path, Request

from api.problems import documented
from api.responses import QueryAnswer, QueryCard, query_answer, query_card
from api.routers import CatalogueOf, StoreOf
from api.routers.entities import require_named

router = APIRouter(prefix="/queries", tags=["queries"])

QueryId = Annotated[str, Path(alias="id", description="Id of the question.")]


@router.get("")
async def queries(catalogue: CatalogueOf) -> list[QueryCard]:
    """Every question of the catalogue."""
    return [query_card(query) for query in catalogue]


@router.get("/{id}", responses=documented(404, 422))
async def query(catalogue: CatalogueOf, id_: QueryId) -> QueryCard:
    """A question, the parameters it takes and the columns it answers with."""
    return query_card(catalogue.get(id_))


@router.get("/{id}/answer", responses=documented(404, 422, 503))
async def answer(
    catalogue: CatalogueOf, store: StoreOf, request: Request, id_: QueryId
) -> QueryAnswer:
    """Answers a question; its parameters are the address's, lists repeat theirs.

    A name that the store does not know is not found, since no rows would say something else.
    """
    asked = catalogue.get(id_)
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    single = {name: values if len(values) > 1 else values[0] for name, values in given.items()}
    arguments = asked.arguments(single)
    found = await store.read(asked.statement, arguments)
    if not found.rows:
        await require_named(store, asked.named(arguments))
    return query_answer(asked, arguments, found)
