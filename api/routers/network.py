"""The network around some entities, ready to be drawn."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, TypeAlias

import anyio
from fastapi import APIRouter, Depends, Query

from api.filters import Id, TieFilter, Ties
from api.networks import (
    Centrality,
    Communities,
    Cytoscape,
    Form,
    Graphology,
    NodeLink,
    Wanted,
    network,
)
from api.problems import documented
from api.routers import StoreOf
from api.routers.entities import require
from api.statements import neighbours_statement, statement, ties_between_statement
from graph.errors import QueryError
from graph.store.answers import Limits
from graph.store.asynchronous import AsyncStore

router = APIRouter(prefix="/network", tags=["network"])
CITATIONS = 5
DRAWING_SECONDS = 20.0
"""How long a network may be drawn; the largest that may be asked for takes one or two."""

Drawing: TypeAlias = Graphology | Cytoscape | NodeLink
# They compute in Python, so more at once would only wait for each other and hold threads.
_drawers = anyio.CapacityLimiter(2)


async def _wanted(
    form: Annotated[Form, Query(alias="format", description="Whose JSON it is.")] = Form.graphology,
    layout_seed: Annotated[int, Query(ge=0, le=2**31 - 1, description="Fixes the picture.")] = 7,
    communities: Annotated[Communities | None, Query(description="Number groups so.")] = None,
    centrality: Annotated[list[Centrality], Query(description="Measures of nodes.")] = [],  # noqa: B006
) -> Wanted:
    return Wanted(form, layout_seed, communities, tuple(sorted(set(centrality))))


@router.get("", responses=documented(308, 404, 422, 503))
async def around(
    store: StoreOf,
    ties: Ties,
    wanted: Annotated[Wanted, Depends(_wanted)],
    seed: Annotated[
        list[Id],
        Query(min_length=1, max_length=20, description="Entity ids."),
    ],
    hops: Annotated[int, Query(ge=0, le=3, description="How far from the seeds.")] = 1,
    limit: Annotated[int, Query(ge=1, le=300, description="Nodes at most.")] = 100,
    edges: Annotated[int, Query(ge=1, le=2_000, description="Edges at most.")] = 500,
) -> Drawing:
    """The entities around the seeds, those tied by most sentences first, and all their ties."""
    seeds = sorted(set(seed))
    for id_ in seeds:
        await require(store, id_)
    ids, cut = await _reached(store, ties, seeds, hops, limit)
    nodes = (await store.read(statement("nodes"), {"ids": ids})).records()
    found = await _between(store, ties, ids, edges + 1)
    truncated = cut or len(found) > edges
    return await _drawn(partial(network, nodes, found[:edges], seeds, wanted, truncated))


async def _drawn(draw: Callable[[], Drawing]) -> Drawing:
    """What a thread draws, given up where it takes too long: networkx itself knows no limit."""
    try:
        with anyio.fail_after(DRAWING_SECONDS):
            return await anyio.to_thread.run_sync(draw, abandon_on_cancel=True, limiter=_drawers)
    except TimeoutError as error:
        raise QueryError(
            f"Drawing the network takes longer than {DRAWING_SECONDS:g} seconds",
            remedy="Lower `limit` and `edges`, or leave communities and centralities away",
        ) from error


async def _reached(
    store: AsyncStore, ties: TieFilter, seeds: list[str], hops: int, limit: int
) -> tuple[list[str], bool]:
    """The ids within some hops of the seeds, and whether the limit left any out."""
    known, frontier = list(seeds), list(seeds)
    for _ in range(hops):
        room = max(0, limit - len(known))
        asked = ties.asked | {"ids": frontier, "known": known, "limit": room + 1}
        answer = await store.read(neighbours_statement(ties.types), asked)
        frontier = [row["id"] for row in answer.records()]
        if len(frontier) > room:
            return known + frontier[:room], True
        known += frontier
    return known, False


async def _between(
    store: AsyncStore, ties: TieFilter, ids: list[str], limit: int
) -> list[dict[str, Any]]:
    asked = ties.asked | {"ids": ids, "limit": limit, "citations": CITATIONS}
    limits = Limits(rows=limit)
    return (await store.read(ties_between_statement(ties.types), asked, limits=limits)).records()
