"""Looking for what is new: after every change of the graph, and sending it on."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NoReturn

from api.logs import frames, logger
from api.watch.records import Watchlist, Watchlists
from api.watch.webhook import DeliveryError, Post, due
from graph.errors import NotFoundError, SaysoError, StoreAwayError, StoreError
from graph.exports import Selection, select
from graph.exports.model import EdgeRow
from graph.store.connection import Store
from graph.store.retract import REVISION
from graph.store.schema import STORE_ID

BATCH = 100
"""Items a webhook is told of at once."""

LOOK_SECONDS = 5.0
_TOLD = ("quote", "document", "start", "end", "date", "modality", "asserted_by", "published_at")


@dataclass(slots=True)
class Watcher:
    """Looks at each watchlist when the graph has changed, and empties what waits to be sent."""

    watchlists: Watchlists
    open_store: Callable[[], AbstractContextManager[Store]]
    post: Post = field(default_factory=Post)
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    _revision: object = None
    _tried: dict[str, datetime] = field(default_factory=dict)

    def look(self) -> None:
        """Notice what is new and send what waits; a store that is away is looked at next time."""
        watched = self.watchlists.every()
        if not watched:
            return
        try:
            with self.open_store() as store:
                self._notice(store, watched)
        except StoreError as error:
            logger().warning("watch.store_away", error=type(error).__name__)
        for watchlist in watched:
            self._send(watchlist)

    def _notice(self, store: Store, watched: list[Watchlist]) -> None:
        rows = store.read(REVISION, id=STORE_ID)
        revision = (rows[0]["revision"] if rows else 0, tuple(one.id for one in watched))
        if revision == self._revision:
            return
        for watchlist in watched:
            try:
                new = news(store, watchlist, self.watchlists, self.clock())
            except NotFoundError:
                new = {}  # what is watched left the graph, and may come back
            except StoreAwayError:
                raise
            except SaysoError as error:
                self.watchlists.unanswered(watchlist.id, str(error))
                continue
            self.watchlists.add(watchlist.id, new, at=self.clock())
        self._revision = revision

    def _send(self, watchlist: Watchlist) -> None:
        now = self.clock()
        if watchlist.webhook is None or not due(watchlist, self._tried.get(watchlist.id), now):
            return
        while items := self.watchlists.waiting(watchlist.id, limit=BATCH):
            self._tried[watchlist.id] = now
            try:
                self.post.deliver(watchlist, items)
            except DeliveryError as error:
                self.watchlists.failed(watchlist.id, str(error))
                logger().warning("watch.undelivered", watchlist=watchlist.id)
                return
            self.watchlists.sent(watchlist.id, items)


def news(
    store: Store, watchlist: Watchlist, known: Watchlists, at: datetime
) -> dict[str, dict[str, Any]]:
    """What is told of each cited relationship that the watchlist has not seen, by its id."""
    found = select(store, Selection.of(watchlist.watched), at)
    edges = {edge.id: edge for edge in found.edges() if "quote" in edge.properties}
    unseen = known.unseen(watchlist.id, edges)
    if not unseen:
        return {}
    nodes = {node.id: (node.label, node.properties.get("url")) for node in found.nodes()}
    return {id_: _entry(edges[id_], nodes) for id_ in unseen}


def current(store: Store, watched: dict[str, Any], at: datetime) -> list[str]:
    """The ids of the cited relationships that something watched has already."""
    found = select(store, Selection.of(watched), at)
    return [edge.id for edge in found.edges() if "quote" in edge.properties]


def _entry(edge: EdgeRow, nodes: dict[str, tuple[str, str | None]]) -> dict[str, Any]:
    document = str(edge.properties["document"])
    title, url = nodes.get(document, (document, None))
    ends = {
        end: {"id": id_, "name": nodes.get(id_, (id_, None))[0]}
        for end, id_ in (("source", edge.source), ("target", edge.target))
    }
    said = {name: edge.properties[name] for name in _TOLD if name in edge.properties}
    return {"type": edge.type, **ends, **said, "title": title, "url": url}


def watch_on(watcher: Watcher, *, pause: Callable[[float], object] = time.sleep) -> NoReturn:
    """Look again and again, in a thread of its own; what goes wrong is logged and outlived."""
    while True:
        try:
            watcher.look()
        # Whatever it is, a full disk or a fault of ours: nobody would notice that the thread ended,
        # and ending the process with it would end the job that runs beside it.
        except Exception as error:  # noqa: BLE001
            logger().error("watch.fault", error=type(error).__name__, frames=frames(error))
        pause(LOOK_SECONDS)
