"""Amplification: how a post went on, who carries on most, who shares the same as whom."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.filters import DerivedType, Id
from api.problems import documented
from api.responses import QueryAnswer, query_answer
from api.routers import WHOLE_LIST, CatalogueOf, PageLimit, StoreOf
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
    by: Annotated[
        Literal["forwards", "amplification"],
        Query(description="Count stored forwards, or weigh computed edges, each rule by itself."),
    ] = "forwards",
    direction: Annotated[
        Literal["in", "out"], Query(description="Carried on by others, or carrying others on.")
    ] = "in",
    method: Method = None,
    limit: PageLimit = 50,
) -> list[RankedChannel]:
    """The channels that are carried on most, or that carry on most."""
    asked = {"direction": direction, "method": method, "limit": limit, "documents": DOCUMENTS}
    answer = await store.read(statement(f"ranked_by_{by}"), asked, limits=WHOLE_LIST)
    return [ranked(row) for row in answer.records()]


@router.get("/coshare", responses=documented(404, 422, 503))
async def coshare(
    store: StoreOf,
    channel: Annotated[
        str | None, Query(min_length=1, max_length=300, description="Id of one end; else any.")
    ] = None,
    types: Annotated[list[DerivedType], Query(alias="type", description="Only these.")] = [],  # noqa: B006
    method: Method = None,
    limit: PageLimit = 50,
) -> list[DerivedTie]:
    """Computed ties of a channel, or of any, with rule, coverage and posts, the strongest first."""
    asked = {"id": channel, "method": method, "limit": limit}
    wanted = derived_statement({type_.value for type_ in types}, one=channel is not None)
    rows = (await store.read(wanted, asked, limits=WHOLE_LIST)).records()
    if channel is not None and not rows:
        await require(store, channel)
    return [derived(row) for row in rows]
