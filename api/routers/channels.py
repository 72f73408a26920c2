"""Channels: what they are, how large they were, who carries them on, and where they turned."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.problems import documented
from api.responses import typed
from api.routers import StoreOf
from api.routers.entities import require
from api.statements import derived_statement, statement
from api.views import ChannelPage, derived
from graph.errors import NotFoundError

router = APIRouter(prefix="/channels", tags=["channels"])
MOST = 200


@router.get("/{id}", responses=documented(308, 404, 422, 503))
async def channel(
    store: StoreOf,
    id_: Annotated[str, Path(alias="id", description="Id of the channel.")],
) -> ChannelPage:
    """A channel, its size by date, derived ties to other channels, and its turns."""
    rows = (await store.read(statement("channel"), {"id": id_})).records()
    if not rows:
        await require(store, id_)
        raise NotFoundError(f"{id_!r} is no channel", remedy=f"Ask /v1/entities/{id_}")
    asked = {"id": id_, "limit": MOST, "method": None, "after": None}
    subscribers = await store.read(statement("subscribers"), asked)
    ties = await store.read(derived_statement((), one=True), asked)
    flips = await store.read(statement("flips"), asked)
    return ChannelPage(
        channel=typed("Channel", rows[0]["properties"]),
        subscribers=subscribers.records(),
        amplification=[derived(row) for row in ties.records()],
        flips=flips.records(),
    )
