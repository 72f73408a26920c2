"""The API: cited answers over HTTP."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import metadata

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware.cors import CORSMiddleware
from starlette_compress import CompressMiddleware

from api import caching, docs, examples, held, problems
from api.auth import door
from api.auth.door import needs
from api.jobs.records import jobs_of
from api.limits import BodyLimit
from api.logs import logger
from api.metrics import Metrics
from api.requests import HEADER, PREFIX, Requests
from api.routers import (
    amplification,
    channels,
    citations,
    claims,
    cypher,
    documents,
    entities,
    exports,
    health,
    incoming,
    jobs,
    judgements,
    network,
    paths,
    queries,
    search,
    watchlists,
)
from api.watch.records import watchlists_of
from api.watch.webhook import Post
from graph.catalogue import Catalogue, load_catalogue
from graph.errors import StoreError
from graph.ids import sha256
from graph.settings import Connection, Settings
from graph.store.asynchronous import connect_async
from graph.store.connection import connect, find_connection
from graph.store.schema import ensure_schema
from graph.vocabulary import load_vocabulary

DESCRIPTION = """
Documents, the entities they name, and relationships that each cite the sentence they rest on.
Every error is an RFC 9457 problem; a list goes on at the address in `next`. Answers carry an `ETag`
that holds until the graph changes.
"""
READS = (
    search,
    entities,
    channels,
    amplification,
    paths,
    network,
    claims,
    documents,
    citations,
    queries,
)
"""Routers whose answers depend on nothing but the graph and the question."""

SERVICES = (exports, judgements, incoming, jobs, watchlists)
"""Routers that say themselves which scope each of their routes needs."""

GUARDED = problems.documented(401, 403, 429)


def create_app(settings: Settings, *, exposed: bool = False) -> FastAPI:
    """The application for the store of these settings, which is opened when the app starts.

    Where the store is the local server and it does not run, starting the app starts it. `exposed`
    says that other machines can reach it: then nobody gets in without a key.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        connection = await run_in_threadpool(find_connection, settings)
        await run_in_threadpool(_prepare, connection)
        async with connect_async(connection) as store:
            app.state.store = store
            app.state.connection = connection
            app.state.revisions = caching.revisions_of(store)
            _set_aside()
            yield

    app = FastAPI(
        title="Sayso",
        summary="On whose say-so?",
        description=DESCRIPTION.strip(),
        version=metadata.version("sayso"),
        lifespan=lifespan,
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.catalogue = load_catalogue()
    app.state.build = _build(app.state.catalogue)
    app.state.metrics = Metrics()
    app.state.jobs = jobs_of(settings)
    app.state.watchlists = watchlists_of(settings)
    app.state.post = Post()
    app.include_router(health.router, prefix=PREFIX)
    for part in READS:
        app.include_router(
            part.router,
            prefix=PREFIX,
            dependencies=[needs("read"), caching.Revalidated],
            responses=GUARDED,
        )
    app.include_router(
        cypher.router, prefix=PREFIX, dependencies=[needs("read")], responses=GUARDED
    )
    for part in SERVICES:
        app.include_router(part.router, prefix=PREFIX, responses=GUARDED)
    docs.install(app)
    problems.install(app)
    examples.install(app)
    caching.install(app)
    held.install(app, int(settings.sayso_answers_mb * 1e6))
    door.install(app, settings, exposed=exposed)
    _wrap(app, settings)
    return app


def _set_aside() -> None:
    """Keep what was built at the start out of garbage collection.

    It stays until the end, and to look through it holds up every answer for 70 ms.
    """
    gc.collect()
    gc.freeze()


def _prepare(connection: Connection) -> None:
    """Make the indexes that search needs; a store that is away is asked again by each request."""
    try:
        with connect(connection) as store:
            ensure_schema(store)
    except StoreError as error:
        logger().warning("api.store_away", error=type(error).__name__)


def _wrap(app: FastAPI, settings: Settings) -> None:
    """What every request passes through; the last one added is the first to see it."""
    app.add_middleware(BodyLimit, most=int(settings.sayso_max_request_mb * 1e6))
    app.add_middleware(CompressMiddleware)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.sayso_cors_origins,
        allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "If-None-Match", HEADER],
        expose_headers=["ETag", "Location", "Retry-After", HEADER],
    )
    app.add_middleware(Requests, metrics=app.state.metrics)


def _build(catalogue: Catalogue) -> str:
    """Changes with whatever shapes an answer beside the graph itself."""
    texts = [query.text for query in catalogue]
    return sha256("\n".join([metadata.version("sayso"), load_vocabulary().digest, *texts]))
