"""The documents the graph rests on."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.filters import Period
from api.problems import documented
from api.responses import DocumentSummary, Page, card, type_of, typed
from api.routers import WHOLE_LIST, WHOLE_TEXT, PagingOf, StoreOf
from api.statements import assertions_statement, statement
from api.views import DocumentPage, mention
from graph.errors import NotFoundError

router = APIRouter(prefix="/documents", tags=["documents"])


@router.get("", responses=documented(422, 503))
async def documents(
    store: StoreOf,
    paging: PagingOf,
    period: Period,
    outlet: Annotated[str | None, Query(max_length=200, description="Who published it.")] = None,
    lang: Annotated[str | None, Query(max_length=20, description="ISO 639-1 code.")] = None,
) -> Page[DocumentSummary]:
    """Documents without their texts, the latest first; those without a date last."""
    asked = paging.asked | {"outlet": outlet, "lang": lang, **period}
    rows = (await store.read(statement("documents"), asked)).records()
    return paging.page(rows, DocumentSummary.of)


@router.get("/{id}", responses=documented(404, 422, 503))
async def document(
    store: StoreOf, id_: Annotated[str, Path(alias="id", description="Id of the document.")]
) -> DocumentPage:
    """A document with its text, the places where it names entities, and what it says."""
    rows = (await store.read(statement("document"), {"id": id_}, limits=WHOLE_TEXT)).records()
    if not rows:
        raise NotFoundError(f"There is no document {id_!r}", remedy="/v1/documents lists them")
    mentions = await store.read(statement("mentions"), {"id": id_}, limits=WHOLE_LIST)
    said = await store.read(assertions_statement(), {"id": id_}, limits=WHOLE_LIST)
    return DocumentPage(
        document=typed(type_of(rows[0]["labels"]), rows[0]["properties"]),
        mentions=[mention(row) for row in mentions.records()],
        assertions=[card(row) for row in said.records()],
        truncated=mentions.truncated or said.truncated,
    )
