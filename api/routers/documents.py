"""The documents the graph rests on."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.problems import documented
from api.responses import AnyDocument, DocumentSummary, Page, type_of, typed
from api.routers import WHOLE_TEXT, PagingOf, StoreOf
from api.statements import statement
from graph.errors import NotFoundError

router = APIRouter(prefix="/documents", tags=["documents"])


@router.get("", responses=documented(422, 503))
async def documents(
    store: StoreOf,
    paging: PagingOf,
    outlet: Annotated[str | None, Query(max_length=200, description="Who published it.")] = None,
    lang: Annotated[str | None, Query(max_length=20, description="ISO 639-1 code.")] = None,
) -> Page[DocumentSummary]:
    """Documents without their texts, the latest first; those without a date last."""
    asked = paging.asked | {"outlet": outlet, "lang": lang}
    rows = (await store.read(statement("documents"), asked)).records()
    return paging.page(rows, DocumentSummary.of)


@router.get("/{id}", responses=documented(404, 422, 503))
async def document(
    store: StoreOf, id_: Annotated[str, Path(alias="id", description="Id of the document.")]
) -> AnyDocument:
    """A document with the text that every offset in the graph refers to."""
    answer = await store.read(statement("document"), {"id": id_}, limits=WHOLE_TEXT)
    rows = answer.records()
    if not rows:
        raise NotFoundError(f"There is no document {id_!r}", remedy="/v1/documents lists them")
    return typed(type_of(rows[0]["labels"]), rows[0]["properties"])
