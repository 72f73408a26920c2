"""The API's paths, one module for each kind of thing."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request

from api.cursors import LONGEST
from graph.catalogue import Catalogue
from graph.store.answers import Limits
from graph.store.asynchronous import AsyncStore
from graph.store.connection import Connection


def _store(request: Request) -> AsyncStore:
    store: AsyncStore = request.app.state.store
    return store


def _catalogue(request: Request) -> Catalogue:
    catalogue: Catalogue = request.app.state.catalogue
    return catalogue


def _connection(request: Request) -> Connection:
    connection: Connection = request.app.state.connection
    return connection


WHOLE_TEXT = Limits(size=200_000_000)
"""For answers that hold one document's text; the readers refuse longer ones than this."""

StoreOf = Annotated[AsyncStore, Depends(_store)]
ConnectionOf = Annotated[Connection, Depends(_connection)]
CatalogueOf = Annotated[Catalogue, Depends(_catalogue)]
PageLimit = Annotated[int, Query(ge=1, le=500, description="Items at most.")]
Cursor = Annotated[
    str | None, Query(max_length=LONGEST, description="`next` of the page before this one.")
]
