"""Ids that were judged to be another one's: whoever asks for them is sent on."""

from __future__ import annotations

from fastapi import Request

from graph.errors import MovedError, StoreError
from graph.store.asynchronous import AsyncStore

INTO = "MATCH (m:Merged {id: $id}) RETURN m.into AS into LIMIT 1"


async def merged(request: Request) -> MovedError | None:
    """Where the id in the address of a request is found now, if it was merged into another one.

    Asked only for what was not found, so an id that is known costs nothing.
    """
    id_ = request.path_params.get("id")
    store: AsyncStore = request.app.state.store
    if id_ is None:
        return None
    try:
        rows = (await store.read(INTO, {"id": id_})).records()
    except StoreError:
        return None
    return MovedError(id_, str(rows[0]["into"])) if rows else None
