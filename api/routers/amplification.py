"""Amplification: how a post went on, who carries on most, who shares the same as whom."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.filters import DerivedTypes, Id
from api.problems import documented
from api.responses import Page, QueryAnswer, query_answer
from api.routers import WHOLE_LIST, CatalogueOf, PageLimit, PagingOf, StoreOf
from api.routers.entities import require
from api.statements import derived_statement, statement
from api.views import DerivedTie, RankedChannel, derived, ranked
from graph.errors import NotFoundError

router = APIRouter(prefix="/amplification", tags=["amplification"])
DOCUMENTS = 10

Method = Annotated[
    str | None,
    Query(max_length=100, description="Only edges of this rule."),
]


@router.get("/cascade", responses=documented(404, 422, 503))
async def cascade(
    store: StoreOf, catalogue: CatalogueOf, post: Id, limit: PageLimit = 100
) -> QueryAnswer:
    """Every forward of a post, of its forwards and so on, in the order of time."""
    if not (await store.read(statement("post"), {"id": post})).rows:
        raise NotFoundError(f"There is no post {post!r}", remedy="/v1/search finds posts")
    asked = catalogue.get("cascade")
    arguments = asked.arguments({"post": post, "limit": limit})
    return query_answer(asked, arguments, await store.read(asked.statement, arguments))


@router.get("/ranking", responses=documented(422, 503))
async def ranking(
    store: StoreOf,
    paging: PagingOf,
    by: Annotated[
        Literal["forwards", "amplification"],
        Query(description="Count stored forwards, or weigh computed edges, each rule by itself."),
    ] = "forwards",
    direction: Annotated[
        Literal["in", "out"], Query(description="Carried on by others, or carrying others on.")
    ] = "in",
    method: Method = None,
) -> Page[RankedChannel]:
    """The channels that are carried on most, or that carry on most."""
    asked = paging.asked | {"direction": direction, "method": method, "documents": DOCUMENTS}
    answer = await store.read(statement(f"ranked_by_{by}"), asked, limits=WHOLE_LIST)
    return paging.page(answer.records(), ranked)


@router.get("/coshare", responses=documented(308, 404, 422, 503))
async def coshare(
    store: StoreOf,
    paging: PagingOf,
    channel: Annotated[
        str | None, Query(min_length=1, max_length=300, description="Id of one end; else any.")
    ] = None,
    types: DerivedTypes = [],  # noqa: B006
    method: Method = None,
) -> Page[DerivedTie]:
    """Computed ties of a channel, or of any, with rule, coverage and posts, the strongest first."""
    asked = paging.asked | {"id": channel, "method": method}
    wanted = derived_statement({type_.value for type_ in types}, one=channel is not None)
    rows = (await store.read(wanted, asked, limits=WHOLE_LIST)).records()
    if channel is not None and not rows:
        await require(store, channel)
    return paging.page(rows, derived)
