"""Claims: who carries them, what stands against them, to whom they were told."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query

from api.filters import Period
from api.problems import documented
from api.responses import Page, card
from api.routers import PagingOf, StoreOf
from api.routers.entities import require
from api.statements import statement
from api.views import ClaimPage, ClaimSummary, claim_node
from graph.errors import NotFoundError
from graph.vocabulary import load_vocabulary

router = APIRouter(prefix="/claims", tags=["claims"])

_STANCES = next(
    item.values
    for item in load_vocabulary().relationship("SAID").properties
    if item.name == "stance"
)
Stance = Literal[_STANCES]  # type: ignore[valid-type]
CARRIERS, CITATIONS = 500, 10


@router.get("", responses=documented(308, 404, 422, 503))
async def claims(
    store: StoreOf,
    paging: PagingOf,
    period: Period,
    speaker: Annotated[
        str | None, Query(max_length=300, description="Id of who said it, or through whom.")
    ] = None,
    stance: Annotated[Stance | None, Query(description="How the speaker stands to it.")] = None,
    topic: Annotated[str | None, Query(max_length=200)] = None,
    lang: Annotated[str | None, Query(max_length=20, description="ISO 639-1 code.")] = None,
) -> Page[ClaimSummary]:
    """Claims and how much they were said, in documents of a period, those published last first."""
    asked = {"speaker": speaker, "stance": stance, "topic": topic, "lang": lang}
    rows = (await store.read(statement("claims"), paging.asked | period | asked)).records()
    if not rows and speaker is not None:
        await require(store, speaker)
    return paging.page(rows, ClaimSummary.of)


@router.get("/{id}", responses=documented(404, 422, 503))
async def claim(
    store: StoreOf, id_: Annotated[str, Path(alias="id", description="Id of the claim.")]
) -> ClaimPage:
    """A claim, who carries it and when, what stands against it, and to whom it was told."""
    rows = (await store.read(statement("claim"), {"id": id_})).records()
    if not rows:
        raise NotFoundError(f"There is no claim {id_!r}", remedy="/v1/claims lists them")
    asked = {"id": id_, "limit": CARRIERS, "citations": CITATIONS}
    carriers = await store.read(statement("carriers"), asked)
    related = await store.read(statement("contradictions"), asked)
    audiences = await store.read(statement("audiences"), asked)
    return ClaimPage(
        claim=claim_node(rows[0]),
        carriers=[card(row) for row in carriers.records()],
        related=[card(row) for row in related.records()],
        audiences=audiences.records(),
    )
