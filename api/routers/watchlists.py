"""Watchlists: keep an eye on an entity or a question."""

import hmac
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field, model_validator

from api.auth.door import CallerOf, needs
from api.errors import UnknownCallerError
from api.problems import documented
from api.responses import Sent
from api.routers import ConnectionOf, WatchlistsOf
from api.watch.feed import MEDIA_TYPE, atom
from api.watch.records import Watchlist, Watchlists
from api.watch.watching import current
from graph.store.connection import connect

router = APIRouter(prefix="/watchlists", tags=["watchlists"])

READ, WRITE = needs("read"), needs("write")
WatchlistId = Annotated[str, Path(alias="id", description="Id of the watchlist.", max_length=100)]
Short = Annotated[str, Field(min_length=1, max_length=500)]
SHOWN = 200


class NewWatchlist(Sent):
    """What to watch: an entity, or a question of the catalogue with its parameters."""

    name: Short
    entity: Short | None = Field(default=None, description="Id, name or alias of an entity.")
    query: Short | None = None
    parameters: dict[str, Any] = {}
    webhook: Short | None = Field(default=None, description="A public https address to tell.")

    @model_validator(mode="after")
    def _one_thing(self) -> "NewWatchlist":
        if (self.entity is None) == (self.query is None):
            raise ValueError("give either `entity` or `query`")
        return self

    def watched(self) -> dict[str, Any]:
        """What is watched, as a Selection has it."""
        if self.entity is not None:
            return {"seeds": [self.entity]}
        return {"query": self.query, "parameters": self.parameters}


class WatchlistCard(Sent):
    """A watchlist as it stands."""

    id: str
    name: str
    watched: dict[str, Any] = Field(description="`seeds`, or `query` and its `parameters`.")
    webhook: str | None
    created: str
    feed: str = Field(description="Address of the feed; its token stands for a key.")
    waiting: bool = Field(description="Whether something has not reached the webhook yet.")
    problem: str | None = Field(description="Why the last delivery or the last look failed.")


class NewWatchlistCard(WatchlistCard):
    """A watchlist just made, with the secret that its webhook is signed with, shown this once."""

    secret: str


@router.get("", dependencies=[READ], responses=documented(422))
def watchlists(known: WatchlistsOf) -> list[WatchlistCard]:
    """Every watchlist, the oldest first."""
    return [WatchlistCard(**_shown(one, known)) for one in known.every()]


@router.post("", status_code=201, dependencies=[WRITE], responses=documented(404, 422, 503))
def watch(
    request: Request,
    known: WatchlistsOf,
    connection: ConnectionOf,
    caller: CallerOf,
    given: NewWatchlist,
) -> NewWatchlistCard:
    """Begins to watch; what the graph holds already is no news."""
    if given.webhook is not None:
        request.app.state.post.check(given.webhook)
    now = datetime.now(UTC)
    with connect(connection) as store:
        held = current(store, given.watched(), now)
    made = known.create(
        given.name,
        given.watched(),
        webhook=given.webhook,
        owner=caller.name,
        at=now,
        known=held,
    )
    return NewWatchlistCard(**_shown(made, known), secret=made.secret)


@router.get("/{id}", dependencies=[READ], responses=documented(404, 422))
def watchlist(known: WatchlistsOf, id_: WatchlistId) -> WatchlistCard:
    """One watchlist."""
    return WatchlistCard(**_shown(known.get(id_), known))


@router.delete("/{id}", status_code=204, dependencies=[WRITE], responses=documented(404, 422))
def unwatch(known: WatchlistsOf, id_: WatchlistId) -> None:
    """Watches no longer; feed and webhook end with it."""
    known.delete(id_)


_ATOM: dict[int | str, dict[str, Any]] = {200: {"content": {MEDIA_TYPE: {}}}}


@router.get("/{id}/feed", responses=_ATOM | documented(401, 404, 422), response_class=Response)
def feed(
    known: WatchlistsOf,
    request: Request,
    id_: WatchlistId,
    token: Annotated[str, Query(max_length=100, description="As `feed` of the watchlist has it.")],
) -> Response:
    """What is new as an Atom feed, the latest 200."""
    watched = known.get(id_)
    if not hmac.compare_digest(watched.token.encode(), token.encode()):
        raise UnknownCallerError("The token is not that of the feed", remedy="Take `feed` again")
    base = str(request.base_url).rstrip("/")
    return Response(atom(watched, known.latest(id_, limit=SHOWN), base=base), media_type=MEDIA_TYPE)


def _shown(one: Watchlist, known: Watchlists) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "watched": dict(one.watched),
        "webhook": one.webhook,
        "created": one.created,
        "feed": f"/v1/watchlists/{one.id}/feed?token={one.token}",
        "waiting": bool(known.waiting(one.id, limit=1)),
        "problem": one.problem,
    }
