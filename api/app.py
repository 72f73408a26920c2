"""The API: cited answers over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import metadata

from fastapi import APIRouter, FastAPI
from starlette.concurrency import run_in_threadpool

from api import problems
from api.routers import citations, documents, entities, exports, health, queries
from graph.catalogue import load_catalogue
from graph.settings import Settings
from graph.store.asynchronous import connect_async
from graph.store.connection import find_connection

DESCRIPTION = """
Documents, the entities they name, and relationships that each cite the sentence they rest on.
Every error is an RFC 9457 problem; lists go on at `cursor`, which takes `next` of the page before.
"""


def create_app(settings: Settings) -> FastAPI:
    """The application for the store of these settings, which is opened when the app starts.

    Where the store is the local server and it does not run, starting the app starts it.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        connection = await run_in_threadpool(find_connection, settings)
        async with connect_async(connection) as store:
            app.state.store = store
            app.state.connection = connection
            app.state.catalogue = load_catalogue()
            yield

    app = FastAPI(
        title="Sayso",
        summary="On whose say-so?",
        description=DESCRIPTION.strip(),
        version=metadata.version("sayso"),
        lifespan=lifespan,
        openapi_url="/v1/openapi.json",
        docs_url="/v1/docs",
        redoc_url=None,
        redirect_slashes=False,
    )
    versioned = APIRouter(prefix="/v1")
    for part in (health, documents, entities, citations, queries, exports):
        versioned.include_router(part.router)
    app.include_router(versioned)
    problems.install(app)
    return app
