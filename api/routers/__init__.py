"""The API's paths, one module for each kind of thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Query, Request
from starlette.datastructures import URL

from api.cursors import LONGEST, decode, encode
from api.jobs.records import Jobs
from api.responses import Page
from api.watch.records import Watchlists
from graph.catalogue import Catalogue
from graph.settings import Connection
from graph.store.answers import Limits
from graph.store.asynchronous import AsyncStore

T = TypeVar("T")


# Dependencies are asynchronous, those that wait for nothing too: others are run in threads, and
# handing a request over to a thread and back takes longer than all that they do.
async def _store(request: Request) -> AsyncStore:
    store: AsyncStore = request.app.state.store
    return store


async def _catalogue(request: Request) -> Catalogue:
    catalogue: Catalogue = request.app.state.catalogue
    return catalogue


async def _connection(request: Request) -> Connection:
    connection: Connection = request.app.state.connection
    return connection


async def _jobs(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


async def _watchlists(request: Request) -> Watchlists:
    watchlists: Watchlists = request.app.state.watchlists
    return watchlists


WHOLE_TEXT = Limits(size=200_000_000)
"""For answers that hold one document's text; the readers refuse longer ones than this."""

WHOLE_LIST = Limits(rows=20_000, size=50_000_000)
"""For all that one document names or says."""

StoreOf = Annotated[AsyncStore, Depends(_store)]
ConnectionOf = Annotated[Connection, Depends(_connection)]
JobsOf = Annotated[Jobs, Depends(_jobs)]
WatchlistsOf = Annotated[Watchlists, Depends(_watchlists)]
CatalogueOf = Annotated[Catalogue, Depends(_catalogue)]
PageLimit = Annotated[int, Query(ge=1, le=500, description="Items at most.")]
Cursor = Annotated[
    str | None, Query(max_length=LONGEST, description="Where the page begins, as `next` has it.")
]


class Paging:
    """The page a request asks for: `asked` for its statement, `page` to answer with."""

    def __init__(self, url: URL, limit: int, cursor: str | None) -> None:
        self._url = url
        self._limit = limit
        # One row more than shown tells whether there is a next page.
        self.asked: dict[str, Any] = {"limit": limit + 1, "after": decode(cursor)}

    def page(
        self, rows: Sequence[Mapping[str, Any]], item: Callable[[Mapping[str, Any]], T]
    ) -> Page[T]:
        """The rows as items, and the address that goes on after the last of them."""
        shown = rows[: self._limit]
        more = len(rows) > self._limit
        return Page(
            items=[item(row) for row in shown], next=self._after(shown[-1]) if more else None
        )

    def _after(self, row: Mapping[str, Any]) -> str:
        url = self._url.include_query_params(cursor=encode(row["key"]))
        return f"{url.path}?{url.query}"


async def _paging(request: Request, limit: PageLimit = 50, cursor: Cursor = None) -> Paging:
    return Paging(request.url, limit, cursor)


PagingOf = Annotated[Paging, Depends(_paging)]
