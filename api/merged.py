"""Ids that were judged to be another one's: whoever asks for them is sent on."""

from __future__ import annotations

from fastapi import Request

from graph.errors import MovedError, QueryError, StoreError
from graph.store.asynchronous import AsyncStore

INTO = "MATCH (m:Merged) WHERE m.id IN $ids RETURN m.id AS id, m.into AS into ORDER BY id LIMIT 1"


async def merged(request: Request) -> MovedError | None:
    """Where the id in the address of a request is found now, if it was merged into another one.

    Asked only for what was not found, so an id that is known costs nothing.
    """
    named = request.path_params.get("id")
    ids = sorted(set(request.query_params.values())) if named is None else [named]
    store: AsyncStore = request.app.state.store
    try:
        rows = (await store.read(INTO, {"ids": ids})).records() if ids else []
    except (QueryError, StoreError):
        return None
    return MovedError(str(rows[0]["id"]), str(rows[0]["into"])) if rows else None
