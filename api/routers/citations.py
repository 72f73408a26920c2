"""Citations, each checked against the stored text whenever it is asked for."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.problems import documented
from api.responses import Citation, citation_card
from api.routers import WHOLE_TEXT, StoreOf
from api.statements import citation_statement
from graph.errors import NotFoundError

router = APIRouter(prefix="/citations", tags=["citations"])


@router.get("/{id}", responses=documented(404, 422, 503))
async def citation(
    store: StoreOf, id_: Annotated[str, Path(alias="id", description="Id of the relationship.")]
) -> Citation:
    """A cited relationship, the words around its quote, and whether the text still says so."""
    rows = (await store.read(citation_statement(), {"id": id_}, limits=WHOLE_TEXT)).records()
    if not rows:
        raise NotFoundError(f"There is no citation {id_!r}", remedy="Take an id from an answer")
    return citation_card(rows[0])
